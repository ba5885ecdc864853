//! What a terminal can show, as far as its environment says. It is never asked:
//! a silent one would cost seconds, and a late answer would be typed to the shell.

use std::borrow::Cow;

use ratatui::style::Color;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::ascii::{console_stand_in, stand_in};
use crate::i18n::speaks_utf8;

/// What a terminal can show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kind {
    /// Whether it moves its cursor and draws, or only takes line after line.
    pub surface: Surface,
    /// The colours it has.
    pub colours: Colours,
    /// The characters it has.
    pub letters: Letters,
}

/// Where text goes on a terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Surface {
    /// Anywhere on a screen.
    #[default]
    Screen,
    /// Below what was written before: the terminal says that it is dumb.
    Lines,
    /// Perhaps only below what was written before: nothing says what it is.
    Unsaid,
}

/// The colours of a terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Colours {
    /// Sixteen or more.
    #[default]
    Sixteen,
    /// The eight dark ones.
    Eight,
    /// None; it still has bold and reverse.
    None,
}

/// The characters of a terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Letters {
    /// Whatever its font has, sent as UTF-8.
    #[default]
    All,
    /// Those of the font that the Linux console starts with.
    Console,
    /// ASCII.
    Ascii,
}

impl Colours {
    /// The nearest colour to write in.
    pub fn ink(self, colour: Color) -> Color {
        match self {
            Self::Sixteen => colour,
            Self::Eight => dark(colour),
            Self::None => Color::Reset,
        }
    }

    /// The nearest colour to write on.
    pub fn paper(self, colour: Color) -> Color {
        match (self, colour) {
            // The dark yellow of the Linux console is brown: black on it is hard to read.
            (Self::Eight, Color::Yellow | Color::LightYellow) => Color::Gray,
            _ => self.ink(colour),
        }
    }
}

/// The nearest of the eight colours that every terminal with colours has.
fn dark(colour: Color) -> Color {
    match colour {
        Color::DarkGray => Color::Black,
        Color::LightRed => Color::Red,
        Color::LightGreen => Color::Green,
        Color::LightYellow => Color::Yellow,
        Color::LightBlue => Color::Blue,
        Color::LightMagenta => Color::Magenta,
        Color::LightCyan => Color::Cyan,
        Color::White => Color::Gray,
        Color::Indexed(_) | Color::Rgb(..) => Color::Reset,
        dark => dark,
    }
}

impl Letters {
    /// The nearest likeness of a character among these.
    pub fn nearest(self, character: char) -> char {
        match self {
            Self::All => character,
            Self::Console => console_stand_in(character),
            Self::Ascii => stand_in(character),
        }
    }

    /// A text in these characters; a mark that belongs to a letter goes with it.
    pub fn spell(self, text: &str) -> Cow<'_, str> {
        if self == Self::All || text.is_ascii() {
            return Cow::Borrowed(text);
        }
        let composed = text.nfc().filter(|c| !is_combining_mark(*c));
        Cow::Owned(composed.map(|c| self.nearest(c)).collect())
    }
}

/// Beginnings of the names of terminals without colours.
const COLOURLESS: [&str; 12] = [
    "vt1", "vt2", "vt3", "vt4", "vt5", "dumb", "unknown", "wyse", "wy", "adm", "tvi", "teletype",
];

/// Beginnings of the names of terminals with eight colours and nothing brighter.
const EIGHT: [&str; 5] = ["linux", "ansi", "cygwin", "pcansi", "cons"];

impl Kind {
    /// What the variables `TERM`, `LC_ALL`, `LC_CTYPE` and `LANG` say; `variable` reads one.
    pub fn of(variable: impl Fn(&str) -> Option<String>) -> Self {
        let term = variable("TERM").unwrap_or_default();
        Self {
            surface: surface(&term),
            colours: colours(&term),
            letters: letters(&term, speaks_utf8(variable)),
        }
    }
}

fn surface(term: &str) -> Surface {
    match term {
        "dumb" | "unknown" => Surface::Lines,
        // The console of Windows has no such name.
        "" if cfg!(unix) => Surface::Unsaid,
        _ => Surface::Screen,
    }
}

fn colours(term: &str) -> Colours {
    let begins = |names: &[&str]| names.iter().any(|name| term.starts_with(name));
    let monochrome = term.ends_with("-m") || term.ends_with("-mono");
    if (term.is_empty() && cfg!(unix)) || monochrome || begins(&COLOURLESS) {
        Colours::None
    } else if begins(&EIGHT) || term.ends_with("-8color") {
        Colours::Eight
    } else {
        Colours::Sixteen
    }
}

fn letters(term: &str, utf8: bool) -> Letters {
    match utf8 {
        false => Letters::Ascii,
        true if term.starts_with("linux") => Letters::Console,
        true => Letters::All,
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn kind(variables: &[(&str, &str)]) -> Kind {
        Kind::of(|name| {
            let found = variables.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn the_name_of_a_terminal_tells_what_it_has() {
        for (term, surface, colours, letters) in [
            (
                "xterm-256color",
                Surface::Screen,
                Colours::Sixteen,
                Letters::All,
            ),
            ("xterm", Surface::Screen, Colours::Sixteen, Letters::All),
            (
                "tmux-256color",
                Surface::Screen,
                Colours::Sixteen,
                Letters::All,
            ),
            ("linux", Surface::Screen, Colours::Eight, Letters::Console),
            (
                "linux-16color",
                Surface::Screen,
                Colours::Eight,
                Letters::Console,
            ),
            ("ansi", Surface::Screen, Colours::Eight, Letters::All),
            ("linux-m", Surface::Screen, Colours::None, Letters::Console),
            ("vt100", Surface::Screen, Colours::None, Letters::All),
            ("vt220", Surface::Screen, Colours::None, Letters::All),
            ("xterm-mono", Surface::Screen, Colours::None, Letters::All),
            ("dumb", Surface::Lines, Colours::None, Letters::All),
            ("", Surface::Unsaid, Colours::None, Letters::All),
        ] {
            let wanted = Kind {
                surface,
                colours,
                letters,
            };
            let told = kind(&[("TERM", term), ("LANG", "nl_BE.UTF-8")]);
            assert_eq!(told, wanted, "{term}");
        }
        assert_eq!(kind(&[]).surface, Surface::Unsaid);
    }

    #[test]
    fn a_locale_without_utf_8_has_ascii_only() {
        for (variables, letters) in [
            (vec![], Letters::Ascii),
            (vec![("LANG", "C")], Letters::Ascii),
            (vec![("LANG", "nl_BE")], Letters::Ascii),
            (vec![("LANG", "nl_BE@euro")], Letters::Ascii),
            (vec![("LANG", "C.UTF-8")], Letters::All),
            (vec![("LANG", "nl_BE.utf8")], Letters::All),
            (
                vec![("LANG", "nl_BE.UTF-8"), ("LC_ALL", "C")],
                Letters::Ascii,
            ),
            (
                vec![("LANG", "C"), ("LC_CTYPE", "en_GB.UTF-8")],
                Letters::All,
            ),
            (vec![("LANG", "C.UTF-8"), ("LC_ALL", "")], Letters::All),
        ] {
            let with_term = [vec![("TERM", "xterm")], variables].concat();
            assert_eq!(kind(&with_term).letters, letters, "{with_term:?}");
        }
    }
}
