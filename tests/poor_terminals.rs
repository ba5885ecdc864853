//! The real program on terminals that can do less: fewer characters, fewer colours, no screen.
#![cfg(unix)]
#![allow(clippy::panic, clippy::unwrap_used)]

#[path = "support/pty.rs"]
mod pty;

use balie::terminal::Letters;
use pty::{PACK, Pty, Start};

const PROGRAM: &str = env!("CARGO_BIN_EXE_balie");

/// Keys that pass all kinds of screens, each with what then stands there.
const TOUR: [(&str, &str); 8] = [
    ("", "q stop"),
    ("3", "gebruikersnaam?"),
    ("1", "voor het laatst"),
    ("1", "14:36"),
    ("\x1b[13~", "Sint-Niklaas: 022"),
    ("?", "Deze lijst"),
    ("q", "Toch stoppen"),
    ("1", "Deze lijst"),
];

fn toured(start: Start) -> Pty {
    let arguments = ["--lang", "nl", "--now", "2026-11-24T14:19:30"];
    let mut pty = start.args(arguments).size(90, 40).spawn();
    for (keys, text) in TOUR {
        pty.send(keys);
        let text = text.to_lowercase();
        pty.wait_until(&text, |screen| {
            let shown = screen.contents().to_lowercase();
            text.split(' ').all(|word| shown.contains(word))
        });
    }
    pty
}

fn start() -> Start {
    Start::new(PROGRAM).args(["--pack", PACK])
}

/// The numbers of every sequence that sets colours or marks.
fn looks(pty: &Pty) -> Vec<u16> {
    let text = String::from_utf8_lossy(&pty.bytes).into_owned();
    let sequences = text.split("\x1b[").skip(1).filter_map(|rest| {
        let end = rest.find(|c: char| !(c.is_ascii_digit() || c == ';'))?;
        (rest.as_bytes().get(end) == Some(&b'm')).then(|| rest.get(..end).unwrap().to_owned())
    });
    let numbers = sequences.flat_map(|numbers| {
        let numbers = numbers.split(';').filter_map(|number| number.parse().ok());
        numbers.collect::<Vec<u16>>()
    });
    numbers.collect()
}

fn is_colour(number: &u16) -> bool {
    matches!(number, 30..=38 | 40..=48 | 90..=97 | 100..=107)
}

#[test]
fn only_ascii_reaches_a_terminal_that_has_nothing_else() {
    for start in [
        start().env("LANG", "C"),
        start().env("LC_ALL", "POSIX"),
        start().env("LC_CTYPE", "nl_BE@euro"),
        start().without("LANG"),
        start().args(["--ascii"]),
        start().env("TERM", "linux").env("LANG", "C"),
    ] {
        let pty = toured(start);
        assert!(pty.bytes.is_ascii());
        assert!(pty.text().contains('-'), "rules are drawn");
    }
}

#[test]
fn the_linux_console_gets_what_its_font_has() {
    let pty = toured(start().env("TERM", "linux"));
    let text = String::from_utf8(pty.bytes.clone()).unwrap();
    assert!(text.contains('►') && text.contains('─'));
    let missing = |c: &char| Letters::Console.nearest(*c) != *c;
    assert_eq!(text.chars().find(missing), None);
}

#[test]
fn terminals_get_the_colours_they_have() {
    let bright = |number: &u16| *number >= 90;
    let sixteen = looks(&toured(start()));
    assert!(sixteen.iter().any(is_colour));
    let eight = toured(start().env("TERM", "linux"));
    assert!(looks(&eight).iter().any(is_colour) && !looks(&eight).iter().any(bright));
    let text = String::from_utf8_lossy(&eight.bytes).into_owned();
    let papers = text.split("48;5;").skip(1);
    let dark = |paper: &str| paper.find('m') == Some(1) && paper < "8";
    assert!(
        papers.clone().count() > 0 && papers.clone().all(dark),
        "{text:?}"
    );
    for start in [
        start().env("TERM", "vt100"),
        start().env("TERM", "xterm-mono"),
        start().env("TERM", "pcansi"),
        start().env("TERM", "cons25"),
        start().env("NO_COLOR", "1"),
    ] {
        let none = looks(&toured(start));
        assert!(!none.iter().any(is_colour), "{none:?}");
        assert!(
            none.contains(&1) && none.contains(&7),
            "bold and reverse stay"
        );
    }
}

/// The looks of all half blocks in the picture with a QR code.
fn code(start: Start) -> Vec<(vt100::Color, vt100::Color, bool)> {
    let mut pty = start.args(["--lang", "nl"]).size(90, 40).spawn();
    pty.wait_for("q stop");
    for key in ["1", "2", "1", "2", "4"] {
        pty.send(key);
    }
    let block = |cell: &vt100::Cell| cell.contents() == "▄";
    pty.wait_until("a code", |screen| screen.contents().contains('▄'));
    let places = (0..40).flat_map(|row| (0..90).map(move |column| (row, column)));
    let cells = places.filter_map(|(row, column)| pty.screen().cell(row, column));
    let looks = cells.filter(|cell| block(cell));
    looks
        .map(|cell| (cell.fgcolor(), cell.bgcolor(), cell.inverse()))
        .collect()
}

#[test]
fn a_code_is_black_on_white_wherever_there_are_colours() {
    use vt100::Color::{Default, Idx};
    for (start, look) in [
        (start(), (Idx(0), Idx(15), false)),
        (start().args(["--theme", "none"]), (Idx(0), Idx(15), false)),
        (start().env("NO_COLOR", "1"), (Idx(0), Idx(15), false)),
        (start().env("TERM", "linux"), (Idx(0), Idx(7), false)),
        (start().env("TERM", "vt100"), (Default, Default, true)),
        (start().env("TERM", "ansi"), (Default, Default, true)),
    ] {
        let looks = code(start);
        // Ink and paper change places where that saves a character that few fonts have.
        let (ink, paper, reversed) = look;
        let swapped = (ink, paper, !reversed);
        let known = |it: &_| *it == look || *it == swapped;
        assert!(
            looks.len() > 50 && looks.contains(&look),
            "{look:?}: {looks:?}"
        );
        assert!(looks.iter().all(known), "{look:?}: {looks:?}");
    }
}

#[test]
fn italics_do_not_stand_out() {
    assert!(looks(&toured(start())).contains(&3));
    for term in ["screen", "screen-256color"] {
        assert!(
            !looks(&toured(start().env("TERM", term))).contains(&3),
            "{term}"
        );
    }
}

#[test]
fn an_argument_goes_before_no_color() {
    let start = start().env("NO_COLOR", "1").args(["--theme", "contrast"]);
    assert!(looks(&toured(start)).iter().any(is_colour));
}

#[test]
fn a_terminal_that_cannot_draw_gets_lines() {
    for start in [start().env("TERM", "dumb"), start().without("TERM")] {
        let mut pty = start.args(["--lang", "nl"]).spawn();
        pty.wait_for("9. Iets anders, of ik weet het niet.");
        assert_eq!(pty.modes(), pty.modes_before);
        pty.send("3\n");
        pty.wait_for("4. weet ik niet.");
        pty.send("q\n");
        assert_eq!(pty.wait_for_end(), 0);
        assert!(!pty.bytes.contains(&0x1b));
    }
}

#[test]
fn help_has_no_colour_where_there_is_none() {
    for (start, styled) in [
        (start(), true),
        (start().env("NO_COLOR", "1"), false),
        (start().env("TERM", "dumb"), false),
    ] {
        let mut pty = start.args(["--help"]).spawn();
        assert_eq!(pty.wait_for_end(), 0);
        assert_eq!(pty.bytes.contains(&0x1b), styled);
    }
}
