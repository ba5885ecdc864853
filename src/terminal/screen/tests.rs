use std::cell::RefCell;
use std::rc::Rc;

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier, Style};

use super::*;
use crate::terminal::{Colours, Letters};

/// Takes each write by itself.
#[derive(Clone, Default)]
struct Written(Rc<RefCell<Vec<Vec<u8>>>>);

impl Write for Written {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().push(bytes.to_vec());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

struct Shown {
    screen: Screen<Written>,
    written: Written,
}

impl Shown {
    fn new(capabilities: Capabilities) -> Self {
        let written = Written::default();
        let screen = Screen::new((20, 3), capabilities, written.clone()).unwrap();
        Self { screen, written }
    }

    fn picture(&mut self, draw: impl FnOnce(&mut Buffer), cursor: Option<(u16, u16)>) -> String {
        let show = |_, buffer: &mut Buffer| {
            draw(buffer);
            cursor.map(Position::from)
        };
        self.screen.show(show).unwrap();
        let writes = self.written.0.take();
        assert!(writes.len() <= 1, "written at once");
        String::from_utf8(writes.concat()).unwrap()
    }

    fn rows(&mut self, rows: &[&str], cursor: Option<(u16, u16)>) -> String {
        let draw = |buffer: &mut Buffer| {
            for (y, row) in (0..).zip(rows) {
                buffer.set_string(0, y, row, Style::new());
            }
        };
        self.picture(draw, cursor)
    }
}

fn shown() -> Shown {
    Shown::new(Capabilities::default())
}

/// What ends every run of cells.
const PLAIN: &str = "\x1b[39m\x1b[49m\x1b[0m";

#[test]
fn the_first_picture_starts_from_an_empty_screen() {
    let bytes = shown().rows(&["", "hello"], None);
    assert!(bytes.starts_with("\x1b[1;1H\x1b[0m\x1b[2J"), "{bytes:?}");
    assert!(
        bytes.ends_with(&format!("\x1b[2;1Hhello{PLAIN}\x1b[?25l")),
        "{bytes:?}"
    );
}

#[test]
fn the_same_picture_costs_nothing() {
    let mut shown = shown();
    shown.rows(&["a", "b"], Some((0, 1)));
    assert_eq!(shown.rows(&["a", "b"], Some((0, 1))), "");
}

#[test]
fn the_cursor_is_shown_and_hidden_only_on_change() {
    let mut shown = shown();
    assert!(
        shown
            .rows(&["a"], Some((0, 0)))
            .ends_with("\x1b[?25h\x1b[1;1H")
    );
    assert_eq!(shown.rows(&["a"], Some((2, 1))), "\x1b[2;3H");
    assert_eq!(shown.rows(&["a"], None), "\x1b[?25l");
    assert_eq!(shown.rows(&["a"], Some((99, 99))), "", "outside is nowhere");
}

#[test]
fn it_trusts_no_width_but_that_of_latin_letters() {
    let bytes = shown().rows(&["▸ aé語b──", "c"], None);
    let cells = "\x1b[1;1H▸\x1b[1;2H aé語\x1b[1;7Hb──\x1b[2;1Hc";
    assert!(bytes.contains(cells), "{bytes:?}");
}

#[test]
fn an_attribute_ends_on_old_terminals_too() {
    let mut shown = Shown::new(Capabilities {
        colours: Colours::None,
        ..Capabilities::default()
    });
    let draw = |buffer: &mut Buffer| {
        buffer.set_string(0, 0, "b", Style::new().add_modifier(Modifier::BOLD));
        buffer.set_string(1, 0, "c", Style::new());
    };
    let bytes = shown.picture(draw, None);
    assert!(bytes.contains("\x1b[1mb\x1b[0m\x1b[22mc"), "{bytes:?}");
}

fn code(capabilities: Capabilities) -> String {
    let draw = |buffer: &mut Buffer| {
        let ink = Style::new().fg(Color::Black).bg(Color::White);
        buffer.set_string(0, 0, "a", ink);
    };
    Shown::new(capabilities).picture(draw, None)
}

#[test]
fn it_keeps_to_the_colours_there_are() {
    for (colours, written) in [
        (Colours::Sixteen, "\x1b[38;5;0;48;5;15ma"),
        (Colours::Eight, "\x1b[38;5;0;48;5;7ma"),
        (Colours::None, "\x1b[1;1H\x1b[7ma"),
    ] {
        let bytes = code(Capabilities {
            colours,
            ..Capabilities::default()
        });
        assert!(bytes.contains(written), "{bytes:?}");
    }
}

#[test]
fn on_an_ascii_terminal_every_column_stays_where_it_was() {
    let letters = Letters::Ascii;
    let mut shown = Shown::new(Capabilities {
        letters,
        ..Capabilities::default()
    });
    let bytes = shown.rows(&["é語c"], None);
    assert!(bytes.contains("\x1b[1;1He? c"), "{bytes:?}");
}

#[test]
fn italics_go_where_they_stand_out() {
    for italics_stand_out in [false, true] {
        let capabilities = Capabilities {
            italics_stand_out,
            ..Capabilities::default()
        };
        let quiet = Style::new().add_modifier(Modifier::ITALIC);
        let draw = |buffer: &mut Buffer| {
            buffer.set_string(0, 0, "a", quiet);
        };
        let bytes = Shown::new(capabilities).picture(draw, None);
        assert_eq!(bytes.contains("\x1b[3m"), !italics_stand_out, "{bytes:?}");
    }
}

#[test]
fn every_size_can_be_drawn() {
    for (size, taken) in [
        ((0, 0), (80, 24)),
        ((1, 1), (1, 1)),
        ((u16::MAX, u16::MAX), LARGEST),
        ((300, 1), (300, 1)),
    ] {
        let mut shown = shown();
        assert_eq!(shown.screen.resize(size).unwrap(), taken);
        shown.rows(&["語"], Some((0, 0)));
        assert_eq!(
            *shown.screen.terminal.get_frame().buffer_mut(),
            Buffer::filled(Rect::new(0, 0, taken.0, taken.1), Cell::EMPTY,)
        );
    }
}

#[test]
fn what_no_clipboard_takes_is_not_sent() {
    let mut shown = shown();
    shown.rows(&[], None);
    shown.screen.copy("é").unwrap();
    assert_eq!(shown.rows(&[], None), "\x1b]52;c;w6k=\x1b\\");
    shown.screen.copy(&"x".repeat(60_000)).unwrap();
    assert_eq!(shown.rows(&[], None), "");
}
