//! Codes drawn on the screen are read back by an independent reader.

use crate::support::Desk;
use balie::app::Theme;
use balie::choices::Choices;
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};

/// Paints the cells as a terminal would, 8 × 16 dots each, and reads the code in them.
pub fn decode(buffer: &Buffer) -> Option<String> {
    let (width, height) = (
        usize::from(buffer.area.width),
        usize::from(buffer.area.height),
    );
    let dark = |x: usize, y: usize| {
        let cell = &buffer.content[y / 16 * width + x / 8];
        let (mut ink, mut paper) = (cell.fg == Color::Black, cell.bg != Color::White);
        if cell.modifier.contains(Modifier::REVERSED) {
            std::mem::swap(&mut ink, &mut paper);
        }
        match cell.symbol() {
            "▄" if y % 16 >= 8 => ink,
            _ => paper,
        }
    };
    let shade = |x, y| if dark(x, y) { 0 } else { 255 };
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width * 8, height * 16, shade);
    let grids = image.detect_grids();
    grids.first()?.decode().ok().map(|(_, text)| text)
}

#[test]
fn a_phone_reads_the_address_off_the_screen() {
    for theme in ["terminal", "contrast", "none"] {
        let mut desk = Desk::open().keys("1 2 1 2 4");
        desk.model.desk.theme = Theme::read(theme).unwrap();
        assert_eq!(
            decode(&desk.buffer()).as_deref(),
            Some("https://account.kuleuven.be/"),
            "{theme}"
        );
    }
}

#[test]
fn where_a_code_does_not_fit_the_address_and_the_reason_stand() {
    let mut desk = Desk::open().size(40, 12).keys("1 2 1 2 4");
    assert!(desk.shows("https://account.kuleuven.be/"));
    assert!(desk.shows("De QR-code past hier niet"));
    assert_eq!(decode(&desk.buffer()), None);
}

#[test]
fn a_code_fits_the_screen_that_is_asked_for() {
    let shown = |width, height| {
        let desk = Desk::open().size(width, height).keys("/");
        desk.types("aka.ms/sspr").keys("Enter")
    };
    let screen = shown(60, 12).screen();
    let words: Vec<&str> = screen.split_whitespace().collect();
    let before = |word: &str| -> u16 {
        let at = words.iter().position(|said| *said == word).unwrap();
        words[at - 1].parse().unwrap()
    };
    let (width, height) = (before("kolommen"), before("rijen"));
    let read = |height| decode(&shown(width, height).buffer());
    assert_eq!(read(height).as_deref(), Some("https://aka.ms/sspr"));
    assert_eq!(read(height - 1), None);
}

#[test]
fn where_there_are_no_half_blocks_a_phone_reads_whole_ones() {
    let mut desk = Desk::open().size(100, 60);
    desk.model.desk.ascii = true;
    let mut desk = desk.keys("1 2 1 2 4");
    let buffer = desk.buffer();
    assert_eq!(
        decode(&buffer).as_deref(),
        Some("https://account.kuleuven.be/")
    );
    let drawn = |cell: &ratatui::buffer::Cell| "▀▄█".contains(cell.symbol());
    assert!(!buffer.content.iter().any(drawn));
}
