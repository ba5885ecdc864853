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

const NAMED: [(&str, Key); 14] = [
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
];

/// As it is printed on a keyboard: `q`, `F1`, `Ctrl-C`, `←`.
impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Char(' ') => f.write_str("Space"),
            Self::Char(c) => write!(f, "{c}"),
            Self::Ctrl(c) => write!(f, "Ctrl-{}", c.to_ascii_uppercase()),
            Self::F(number) => write!(f, "F{number}"),
            named => NAMED
                .iter()
                .find(|(_, key)| key == named)
                .map_or(Ok(()), |(name, _)| f.write_str(name)),
        }
    }
}

/// Reads what [`Display`](fmt::Display) writes.
impl FromStr for Key {
    type Err = UnknownKey;

    fn from_str(name: &str) -> Result<Self, UnknownKey> {
        let mut chars = name.chars();
        if let (Some(only), None) = (chars.next(), chars.next()) {
            if let Some((_, key)) = NAMED.iter().find(|(known, _)| *known == name) {
                return Ok(*key);
            }
            return Ok(Self::Char(only));
        }
        if name == "Space" {
            return Ok(Self::Char(' '));
        }
        if let Some(letter) = name
            .strip_prefix("Ctrl-")
            .and_then(|rest| rest.parse().ok())
        {
            return Ok(Self::Ctrl(char::to_ascii_lowercase(&letter)));
        }
        if let Some(number @ 1..=12) = name.strip_prefix('F').and_then(|rest| rest.parse().ok()) {
            return Ok(Self::F(number));
        }
        NAMED
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name))
            .map(|(_, key)| *key)
            .ok_or(UnknownKey)
    }
}

/// A name that no key has.
#[derive(Debug, PartialEq, Eq)]
pub struct UnknownKey;
