//! The keys of a keyboard, as the desk knows them: what is pressed, free of
//! any terminal's way of sending it.

use std::fmt;
use std::str::FromStr;

/// One key press.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// A printable character, as typed (shift already applied).
    Char(char),
    /// A letter with Control held.
    Ctrl(char),
    /// A function key, 1 to 12.
    F(u8),
    /// Enter or Return.
    Enter,
    /// Escape.
    Esc,
    /// The key that removes what stands left of the cursor.
    Backspace,
    /// The key that removes what stands under the cursor.
    Delete,
    /// Tab.
    Tab,
    /// Shift and Tab.
    BackTab,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
}

const NAMED: [(&str, Key); 15] = [
    ("Enter", Key::Enter),
    ("Esc", Key::Esc),
    ("Backspace", Key::Backspace),
    ("Del", Key::Delete),
    ("Tab", Key::Tab),
    ("Shift-Tab", Key::BackTab),
    ("↑", Key::Up),
    ("↓", Key::Down),
    ("←", Key::Left),
    ("→", Key::Right),
    ("Home", Key::Home),
    ("End", Key::End),
    ("PgUp", Key::PageUp),
    ("PgDn", Key::PageDown),
    ("Space", Key::Char(' ')),
];

/// As it is printed on a keyboard: `q`, `F1`, `Ctrl-C`, `←`.
impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some((name, _)) = NAMED.iter().find(|(_, key)| key == self) {
            return f.write_str(name);
        }
        match self {
            Self::Char(c) => write!(f, "{c}"),
            Self::Ctrl(c) => write!(f, "Ctrl-{}", Self::Char(c.to_ascii_uppercase())),
            Self::F(number) => write!(f, "F{number}"),
            _ => Ok(()),
        }
    }
}

/// Reads what [`Display`](fmt::Display) writes.
impl FromStr for Key {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        let mut named = NAMED.iter();
        if let Some((_, key)) = named.find(|(known, _)| known.eq_ignore_ascii_case(name)) {
            return Ok(*key);
        }
        if let Ok(only) = name.parse() {
            return Ok(Self::Char(only));
        }
        if let Some(letter) = name.strip_prefix("Ctrl-") {
            return match letter.parse()? {
                Self::Char(letter) => Ok(Self::Ctrl(letter.to_ascii_lowercase())),
                _ => Err(()),
            };
        }
        let number = name.strip_prefix('F').and_then(|rest| rest.parse().ok());
        let number = number.filter(|number| (1..=12).contains(number));
        number.map(Self::F).ok_or(())
    }
}
