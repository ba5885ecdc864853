//! What the sequences mean that terminals send for keys: xterm, rxvt, VTE, kitty, tmux, the Linux
//! console. Reports that nobody asked for mean nothing.

use vte::Params;

use crate::app::key::Key;

/// What a sequence that begins with `ESC [` means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sequence {
    /// Nothing to the desk.
    Nothing,
    /// A key.
    Key(Key),
    /// A key with Alt held: as on terminals that send an escape before it.
    Alt(Key),
    /// The next character is a function key of the Linux console.
    ConsoleKey,
    /// The next three bytes say where a mouse was pressed.
    Mouse,
    /// Text is pasted from here on.
    PasteBegins,
}

/// The number that says that a key went up again.
const RELEASE: u16 = 3;

/// Bits of the keys that are held, after one is taken off their number.
const SHIFT: u16 = 1;
const ALT: u16 = 2;
const CTRL: u16 = 4;
const FOREIGN: u16 = 8 | 16 | 32;

/// The parameters of a sequence, each in parts: `97:65;2:1u`.
struct Parameters<'a>(&'a Params);

impl Parameters<'_> {
    /// Zero is what is left out.
    fn at(&self, place: usize, part: usize) -> u16 {
        let parts = self.0.iter().nth(place).unwrap_or_default();
        parts.get(part).copied().unwrap_or_default()
    }
}

/// What `ESC [`, the parameters and the last character mean.
pub(super) fn meaning(params: &Params, last: char) -> Sequence {
    let numbers = Parameters(params);
    let (first, held) = (numbers.at(0, 0), numbers.at(1, 0));
    if numbers.at(1, 1) == RELEASE {
        return Sequence::Nothing;
    }
    match (last, first) {
        ('[', 0) => Sequence::ConsoleKey,
        ('M', 0) if params.len() == 1 => Sequence::Mouse,
        // Where the cursor stands is told in the same words as F3 with Control held.
        ('M' | 'R', _) => Sequence::Nothing,
        ('~', 200) => Sequence::PasteBegins,
        ('~', 27) => coded(numbers.at(2, 0), 0, held),
        ('~', number) => known(numbered(number)),
        ('u', code) => coded(code, numbers.at(0, 1), held),
        ('Z', _) => Sequence::Key(Key::BackTab),
        (_, 0 | 1) => known(keypad(last)),
        _ => Sequence::Nothing,
    }
}

fn known(key: Option<Key>) -> Sequence {
    key.map_or(Sequence::Nothing, Sequence::Key)
}

/// A key by the number of its character, and of the one that Shift makes of it, if that is told.
fn coded(code: u16, shifted: u16, held: u16) -> Sequence {
    let held = held.saturating_sub(1);
    let key = match character(code) {
        _ if held & FOREIGN != 0 => None,
        Some('\t') if held & SHIFT != 0 => Some(Key::BackTab),
        Some(letter) if held & CTRL != 0 => with_control(letter),
        Some(letter) if held & SHIFT != 0 => character(shifted).or(capital(letter)).and_then(typed),
        Some(letter) => typed(letter),
        None => number_pad(code),
    };
    match key {
        Some(key) if held & ALT != 0 => Sequence::Alt(key),
        key => known(key),
    }
}

/// The private use area holds keys that are no characters; the last number stands for all above it.
fn character(code: u16) -> Option<char> {
    let meant = !matches!(code, 0 | 0xe000..=0xf8ff | u16::MAX);
    meant.then(|| char::from_u32(code.into())).flatten()
}

fn capital(letter: char) -> Option<char> {
    letter.to_uppercase().next()
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

fn numbered(number: u16) -> Option<Key> {
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
    const TYPED: &str = "0123456789./*-+\r=,";
    const MOVING: [Key; 8] = [
        Key::Left,
        Key::Right,
        Key::Up,
        Key::Down,
        Key::PageUp,
        Key::PageDown,
        Key::Home,
        Key::End,
    ];
    let place = usize::from(code.checked_sub(57_399)?);
    match place.checked_sub(TYPED.len()) {
        None => TYPED.chars().nth(place).and_then(typed),
        Some(place) => MOVING.get(place).copied(),
    }
}
