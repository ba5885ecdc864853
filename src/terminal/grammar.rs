//! From bytes to keys, one byte at a time.
//!
//! `vte` knows the grammar of terminals, but from their side: it reads what programs print. So what
//! only keyboards send is read here: letters of Latin-1, an escape that is a key, the character after
//! `ESC O` and `ESC [ [`, the bytes after `ESC [ M`, and control sequences that begin in one byte.
//! The keys are those of xterm, rxvt, VTE, kitty, tmux and the Linux console.

use std::time::{Duration, Instant};

use vte::{Params, Parser, Perform};

use crate::app::key::Key;

/// How long the rest may be on its way of what can be a key by itself: over a slow line `Esc` and an
/// arrow begin alike.
const HALF_A_KEY: Duration = Duration::from_millis(100);

/// How long the rest of anything else may be on its way, and of an escape that counted as `Esc`.
const HALF_A_SEQUENCE: Duration = Duration::from_millis(400);

/// A string that is longer never ends: more than the largest clipboard that a terminal sends.
const LONGEST_STRING: usize = 100_000;

/// The part of a key's modifiers that says that it went up again.
const RELEASE: u16 = 3;

/// Bits of the keys that are held, after one is taken off their number.
const SHIFT: u16 = 1;
const ALT: u16 = 2;
const CTRL: u16 = 4;
const FOREIGN: u16 = 8 | 16 | 32;

const ESCAPE: char = '\x1b';
const CTRL_C: char = '\x03';

/// What the next character belongs to.
#[derive(Clone, Copy, Default)]
enum Within {
    #[default]
    Nothing,
    Escape,
    /// An escape and the letter that makes it a sequence.
    Introduced(char),
    /// The parameters after `ESC [`.
    Parameters,
    /// A string of so many characters.
    Text(usize),
    /// The end of a string, after its escape.
    TextEnd,
    /// A key of which this is the last character.
    Last(fn(char) -> Option<Key>),
    /// A mouse that was pressed, told in so many bytes.
    Mouse(u8),
}

#[derive(Default)]
pub(super) struct Grammar {
    pub(super) keys: Vec<Key>,
    pub(super) paste: bool,
    within: Within,
    parser: Parser,
    /// The bytes of a character of which more are to come.
    begun: Vec<u8>,
    /// When an escape counted as `Esc`.
    gave_up: Option<Instant>,
}

impl Grammar {
    /// Gets ready for what was read: if it is the late rest of an escape, its first letter is taken.
    pub(super) fn read<'b>(&mut self, bytes: &'b [u8], now: Instant) -> &'b [u8] {
        let gave_up = self.gave_up.take();
        let late = gave_up.is_some_and(|at| now.duration_since(at) < HALF_A_SEQUENCE);
        // A letter alone was typed after `Esc`; a bracket means nothing there.
        if late
            && let [letter, rest @ ..] = bytes
            && introduces(char::from(*letter))
            && (*letter == b'[' || !rest.is_empty())
        {
            self.open(char::from(*letter));
            return rest;
        }
        bytes
    }

    pub(super) fn take(&mut self, byte: u8) {
        match self.within {
            Within::Mouse(1) if byte >= b' ' => self.within = Within::Nothing,
            Within::Mouse(left) if byte >= b' ' => self.within = Within::Mouse(left - 1),
            _ if byte.is_ascii() && self.begun.is_empty() => self.character(char::from(byte)),
            _ => self.beyond_ascii(byte),
        }
    }

    /// What is no UTF-8 counts as Latin-1, in which é, è and à are one byte each.
    fn beyond_ascii(&mut self, byte: u8) {
        self.begun.push(byte);
        match String::from_utf8(std::mem::take(&mut self.begun)) {
            Ok(text) => text.chars().for_each(|c| self.character(c)),
            Err(error) if error.utf8_error().error_len().is_none() => {
                self.begun = error.into_bytes();
            }
            Err(error) => match error.as_bytes() {
                [before @ .., last] if !before.is_empty() => {
                    latin_1(before).for_each(|letter| self.character(letter));
                    self.take(*last);
                }
                _ => self.character(char::from(byte)),
            },
        }
    }

    fn character(&mut self, c: char) {
        match (self.within, c) {
            // No text holds it, and whoever presses it wants to be heard.
            (_, CTRL_C) => self.end_with(typed(c)),
            (Within::Text(length), _) => self.text(c, length),
            (Within::TextEnd, ESCAPE) => {}
            (Within::TextEnd, c) if introduces(c) => self.open(c),
            (Within::TextEnd, _) => self.within = Within::Nothing,
            (Within::Escape, c) if introduces(c) => self.within = Within::Introduced(c),
            (Within::Escape, c) => {
                // With Alt held, a terminal sends an escape before the key.
                self.end_with(Some(Key::Esc));
                self.character(c);
            }
            (Within::Introduced(letter), _) => {
                self.open(letter);
                self.character(c);
            }
            (_, ESCAPE) => self.within = Within::Escape,
            // The control characters beyond ASCII are an escape and a letter in one.
            (_, '\u{80}'..='\u{9f}') => match char::from(c as u8 - 0x40) {
                letter if introduces(letter) => self.open(letter),
                _ => self.within = Within::Nothing,
            },
            (Within::Parameters, ' '..='~') => self.parse(c),
            (Within::Last(_), '0'..='9' | ';') => {}
            (Within::Last(key), ' '..='~') => self.end_with(key(c)),
            _ => self.end_with(typed(c)),
        }
    }

    fn open(&mut self, letter: char) {
        self.within = match letter {
            '[' => Within::Parameters,
            'O' => Within::Last(keypad),
            _ => Within::Text(0),
        };
        self.parser = Parser::new();
        self.parse(ESCAPE);
        self.parse(letter);
    }

    fn text(&mut self, c: char, length: usize) {
        self.within = match c {
            ESCAPE => Within::TextEnd,
            '\u{9c}' => Within::Nothing,
            _ if length == LONGEST_STRING => Within::Nothing,
            _ => Within::Text(length + 1),
        };
        if c.is_ascii() {
            self.parse(c);
        }
    }

    fn parse(&mut self, ascii: char) {
        let mut parser = std::mem::take(&mut self.parser);
        parser.advance(self, &[ascii as u8]);
        self.parser = parser;
    }

    /// How long to wait for the rest of what has begun.
    pub(super) fn patience(&self) -> Option<Duration> {
        match self.within {
            Within::Nothing if self.begun.is_empty() => None,
            Within::Nothing | Within::Escape => Some(HALF_A_KEY),
            _ => Some(HALF_A_SEQUENCE),
        }
    }

    /// The rest did not come: what there is counts as what it can be by itself.
    pub(super) fn give_up(&mut self, now: Instant) {
        let begun = std::mem::take(&mut self.begun);
        match std::mem::take(&mut self.within) {
            Within::Nothing => self.keys.extend(latin_1(&begun).filter_map(typed)),
            Within::Introduced(letter) => self.keys.extend([Key::Esc, Key::Char(letter)]),
            Within::Escape => {
                self.keys.push(Key::Esc);
                self.gave_up = Some(now);
            }
            _ => {}
        }
    }

    fn end_with(&mut self, key: Option<Key>) {
        self.within = Within::Nothing;
        self.keys.extend(key);
    }
}

impl Perform for Grammar {
    /// A sequence that the parser ignored had ended before.
    fn print(&mut self, c: char) {
        self.end_with(typed(c));
    }

    /// Among what is parsed here, this ends strings only.
    fn execute(&mut self, _: u8) {
        self.within = Within::Nothing;
    }

    fn osc_dispatch(&mut self, _: &[&[u8]], ended_by_bell: bool) {
        if ended_by_bell {
            self.within = Within::Nothing;
        }
    }

    fn csi_dispatch(&mut self, params: &Params, marks: &[u8], broken: bool, last: char) {
        self.within = Within::Nothing;
        // Zero is what is left out. Each number may have parts: `97:65;2:1u`.
        let number = |place: usize, part: usize| {
            let parts = params.iter().nth(place).unwrap_or_default();
            parts.get(part).copied().unwrap_or_default()
        };
        let (first, held) = (number(0, 0), number(1, 0));
        if broken || !marks.is_empty() || number(1, 1) == RELEASE {
            return;
        }
        match (last, first) {
            ('[', 0) => self.within = Within::Last(console_key),
            ('M', 0) if params.len() == 1 => self.within = Within::Mouse(3),
            // Where the cursor stands is told in the same words as F3 with Control held.
            ('M' | 'R', _) => {}
            ('~', 200) => self.paste = true,
            ('~', 27) => self.keys.extend(coded(number(2, 0), 0, held)),
            ('~', _) => self.keys.extend(numbered(first)),
            ('u', _) => self.keys.extend(coded(first, number(0, 1), held)),
            ('Z', _) => self.keys.push(Key::BackTab),
            (_, 0 | 1) => self.keys.extend(keypad(last)),
            _ => {}
        }
    }
}

/// Whether a letter after an escape begins a key or a string.
fn introduces(letter: char) -> bool {
    matches!(letter, '[' | 'O' | ']' | 'P' | 'X' | '^' | '_')
}

/// The letters that the bytes of a broken character are in Latin-1.
fn latin_1(bytes: &[u8]) -> impl Iterator<Item = char> {
    let letters = bytes.iter().filter(|byte| **byte >= 0xa0);
    letters.map(|byte| char::from(*byte))
}

/// A key by the number of its character, and of the one that Shift makes of it, if that is told. With
/// Alt held it comes after an escape, as most terminals send it.
fn coded(code: u16, shifted: u16, held: u16) -> impl Iterator<Item = Key> {
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
fn typed(c: char) -> Option<Key> {
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
fn keypad(last: char) -> Option<Key> {
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
fn console_key(last: char) -> Option<Key> {
    matches!(last, 'A'..='E').then(|| Key::F(last as u8 - b'A' + 1))
}

/// The keys that `ESC [`, a number and `~` are.
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
    use Key::{Down, End, Home, Left, PageDown, PageUp, Right, Up};
    const TYPED: &str = "0123456789./*-+\r=,";
    const MOVING: [Key; 8] = [Left, Right, Up, Down, PageUp, PageDown, Home, End];
    let place = usize::from(code.checked_sub(57_399)?);
    match place.checked_sub(TYPED.len()) {
        None => TYPED.chars().nth(place).and_then(typed),
        Some(place) => MOVING.get(place).copied(),
    }
}
