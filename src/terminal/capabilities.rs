//! What a terminal can show, as far as its environment says. It is never asked:
//! a silent one would cost seconds, and a late answer would be typed to the shell.

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

use super::letters::Letters;
use crate::i18n::speaks_utf8;

/// What a terminal can show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Capabilities {
    /// Whether it moves its cursor and draws, or only takes line after line.
    pub surface: Surface,
    /// The colours it has.
    pub colours: Colours,
    /// The characters it has.
    pub letters: Letters,
    /// Whether it takes italics for a mark as loud as reverse; then there are none.
    pub italics_stand_out: bool,
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
    /// Eight, and white in bold.
    Eight,
    /// None; it still has bold and reverse.
    None,
}

impl Colours {
    /// The nearest colour to write in.
    pub fn ink(self, colour: Color) -> Color {
        match (self, colour) {
            (Self::None, _) => Color::Reset,
            // As light as the paper beside it.
            (Self::Eight, Color::White) => Color::Gray,
            _ => colour,
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

    fn adapt(self, cell: &mut Cell) {
        // Without colours, whatever stands on light paper is shown in reverse: marks and codes stay
        // what they are.
        if self == Self::None && !matches!(cell.bg, Color::Reset | Color::Black) {
            cell.modifier.toggle(Modifier::REVERSED);
        }
        cell.bg = self.paper(cell.bg);
        // A colour takes the brightness of bold off on the Linux console: it has to be bright itself.
        if self == Self::None || !cell.modifier.contains(Modifier::BOLD) {
            cell.fg = self.ink(cell.fg);
        }
    }
}

/// Beginnings of the names of terminals without colours, or in which `38;5;n`, as crossterm writes
/// a colour, is no colour: some blink.
const COLOURLESS: [&str; 19] = [
    "vt1", "vt2", "vt3", "vt4", "vt5", "dumb", "unknown", "wy", "adm", "tvi", "teletype", "ansi",
    "pcansi", "scoansi", "cons", "sun", "dtterm", "aixterm", "hpterm",
];

impl Capabilities {
    /// What the variables `TERM`, `LC_ALL`, `LC_CTYPE` and `LANG` say; `variable` reads one.
    pub fn of(variable: impl Fn(&str) -> Option<String>) -> Self {
        let term = variable("TERM").unwrap_or_default();
        let begins = |names: &[&str]| names.iter().any(|name| term.starts_with(name));
        let ends = |names: &[&str]| names.iter().any(|name| term.ends_with(name));
        // The console of Windows has no such name.
        let unsaid = term.is_empty() && cfg!(unix);
        Self {
            surface: match term.as_str() {
                "dumb" | "unknown" => Surface::Lines,
                _ if unsaid => Surface::Unsaid,
                _ => Surface::Screen,
            },
            colours: if unsaid || ends(&["-m", "-mono"]) || begins(&COLOURLESS) {
                Colours::None
            } else if begins(&["linux", "cygwin"]) || ends(&["-8color"]) {
                Colours::Eight
            } else {
                Colours::Sixteen
            },
            letters: match speaks_utf8(variable) {
                false => Letters::Ascii,
                true if begins(&["linux"]) => Letters::Console,
                true => Letters::All,
            },
            italics_stand_out: begins(&["screen"]),
        }
    }

    /// Makes a picture of what the terminal has.
    pub(super) fn adapt(self, picture: &mut Buffer) {
        for cell in &mut picture.content {
            if self.italics_stand_out {
                cell.modifier.remove(Modifier::ITALIC);
            }
            self.letters.adapt(cell);
            self.colours.adapt(cell);
        }
    }
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;

    fn capabilities(variables: &[(&str, &str)]) -> Capabilities {
        Capabilities::of(|name| {
            let found = variables.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn the_name_of_a_terminal_tells_what_it_has() {
        use Colours::{Eight, None, Sixteen};
        use Surface::{Lines, Screen, Unsaid};
        for (term, surface, colours, letters) in [
            ("xterm-256color", Screen, Sixteen, Letters::All),
            ("xterm", Screen, Sixteen, Letters::All),
            ("tmux-256color", Screen, Sixteen, Letters::All),
            ("linux", Screen, Eight, Letters::Console),
            ("linux-16color", Screen, Eight, Letters::Console),
            ("linux-m", Screen, None, Letters::Console),
            ("ansi", Screen, None, Letters::All),
            ("pcansi-25", Screen, None, Letters::All),
            ("cons25", Screen, None, Letters::All),
            ("vt100", Screen, None, Letters::All),
            ("vt220", Screen, None, Letters::All),
            ("xterm-mono", Screen, None, Letters::All),
            ("dumb", Lines, None, Letters::All),
            ("", Unsaid, None, Letters::All),
        ] {
            let told = capabilities(&[("TERM", term), ("LANG", "nl_BE.UTF-8")]);
            let told = (told.surface, told.colours, told.letters);
            assert_eq!(told, (surface, colours, letters), "{term}");
        }
        assert_eq!(capabilities(&[]).surface, Unsaid);
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
            assert_eq!(capabilities(&with_term).letters, letters, "{with_term:?}");
        }
    }
}
