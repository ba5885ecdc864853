//! The keys that characters and numbers stand for in what terminals send: xterm, rxvt, VTE, kitty,
//! tmux, the Linux console.

use crate::app::key::Key;

/// Bits of the keys that are held, after one is taken off their number.
const SHIFT: u16 = 1;
const ALT: u16 = 2;
const CTRL: u16 = 4;
const FOREIGN: u16 = 8 | 16 | 32;

/// A key by the number of its character, and of the one that Shift makes of it, if that is told. With
/// Alt held it comes after an escape, as most terminals send it.
pub(super) fn coded(code: u16, shifted: u16, held: u16) -> impl Iterator<Item = Key> {
    let held = held.saturating_sub(1);
    let key = match character(code) {
        _ if held & FOREIGN != 0 => None,
        Some('\t') if held & SHIFT != 0 => Some(Key::BackTab),
        Some(letter) if held & CTRL != 0 => with_control(letter),
        Some(letter) if held & SHIFT != 0 => {
            let capital = letter.to_uppercase().next();
            character(shifted).or(capital).and_then(typed)
        }
        Some(letter) => typed(letter),
        None => number_pad(code),
    };
    let escape = key.filter(|_| held & ALT != 0).map(|_| Key::Esc);
    escape.into_iter().chain(key)
}

/// The private use area holds keys that are no characters; the last number stands for all above it.
fn character(code: u16) -> Option<char> {
    let meant = !matches!(code, 0 | 0xe000..=0xf8ff | u16::MAX);
    meant.then(|| char::from_u32(code.into())).flatten()
}

/// As a terminal without this protocol sends it: Control and M is Enter there.
fn with_control(letter: char) -> Option<Key> {
    match letter {
        '@'..='_' | 'a'..='z' => typed(char::from(letter as u8 & 0x1f)),
        letter if letter.is_control() => typed(letter),
        letter => Some(Key::Ctrl(letter)),
    }
}

/// The key of a character that came by itself.
pub(super) fn typed(c: char) -> Option<Key> {
    Some(match c {
        '\t' => Key::Tab,
        '\r' | '\n' => Key::Enter,
        '\x08' | '\x7f' => Key::Backspace,
        '\x1b' => Key::Esc,
        '\0' => Key::Ctrl(' '),
        '\x01'..='\x1a' => Key::Ctrl(char::from(c as u8 - 1 + b'a')),
        '\x1c'..='\x1f' => Key::Ctrl(char::from(c as u8 - 0x1c + b'4')),
        c if c.is_control() => return None,
        c => Key::Char(c),
    })
}

/// The last character of what cursor keys and the first function keys send, also after `ESC O`.
pub(super) fn keypad(last: char) -> Option<Key> {
    Some(match last {
        'A' => Key::Up,
        'B' => Key::Down,
        'C' => Key::Right,
        'D' => Key::Left,
        'H' => Key::Home,
        'F' => Key::End,
        'M' => Key::Enter,
        'P'..='S' => Key::F(last as u8 - b'P' + 1),
        _ => return None,
    })
}

/// F1 to F5 of the Linux console are `ESC [ [ A` to `E`.
pub(super) fn console_key(last: char) -> Option<Key> {
    matches!(last, 'A'..='E').then(|| Key::F(last as u8 - b'A' + 1))
}

/// The keys that `ESC [`, a number and `~` are.
pub(super) fn numbered(number: u16) -> Option<Key> {
    Some(match number {
        1 | 7 => Key::Home,
        4 | 8 => Key::End,
        3 => Key::Delete,
        5 => Key::PageUp,
        6 => Key::PageDown,
        11..=15 => Key::F(number as u8 - 10),
        17..=21 => Key::F(number as u8 - 11),
        23 | 24 => Key::F(number as u8 - 12),
        _ => return None,
    })
}

/// The keys on the right of a keyboard, as kitty numbers them.
fn number_pad(code: u16) -> Option<Key> {
    use Key::{Down, End, Home, Left, PageDown, PageUp, Right, Up};
    const TYPED: &str = "0123456789./*-+\r=,";
    const MOVING: [Key; 8] = [Left, Right, Up, Down, PageUp, PageDown, Home, End];
    let place = usize::from(code.checked_sub(57_399)?);
    match place.checked_sub(TYPED.len()) {
        None => TYPED.chars().nth(place).and_then(typed),
        Some(place) => MOVING.get(place).copied(),
    }
}
