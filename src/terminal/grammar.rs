//! From bytes to keys, one byte at a time.
//!
//! `vte` knows the grammar of terminals, but from their side: it reads what programs print. So what
//! only keyboards send is read here: letters of Latin-1, an escape that is a key, the character after
//! `ESC O` and `ESC [ [`, the bytes after `ESC [ M`, and control sequences in a single byte.

use std::fmt;
use std::time::{Duration, Instant};

use vte::{Params, Parser, Perform};

use super::sequence::{Sequence, console_key, keypad, meaning, typed};
use crate::app::key::Key;

/// How long the rest may be on its way of what can be a key by itself: over a slow line `Esc` and an
/// arrow begin alike.
const HALF_A_KEY: Duration = Duration::from_millis(100);

/// How long the rest of anything else may be on its way, and of an escape that counted as `Esc`.
const HALF_A_SEQUENCE: Duration = Duration::from_millis(400);

/// A string that is longer never ends: more than the largest clipboard that a terminal sends.
const LONGEST_STRING: usize = 100_000;

/// What comes after a byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Follows {
    Keys,
    Paste,
}

/// How far a sequence has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Progress {
    #[default]
    Ground,
    /// After an escape, whose key has been `told` where this is its late rest.
    Escape { told: bool },
    /// After an escape and the letter that makes it a sequence.
    Introduced { told: bool, letter: char },
    /// Among the parameters after `ESC [`.
    Parameters,
    /// In a string, after so many characters.
    Text(usize),
    /// After an escape in a string.
    TextEscape,
    /// Before the character that ends `ESC O`.
    Keypad,
    /// Before the character that ends `ESC [ [`.
    ConsoleKey,
    /// Before so many bytes of a mouse.
    Mouse(u8),
}

/// Reads what a terminal sends.
#[derive(Default)]
pub(super) struct Grammar {
    parser: Parser,
    state: Progress,
    /// The bytes of a character of which more are to come.
    begun: Vec<u8>,
    /// When an escape counted as `Esc`.
    gave_up: Option<Instant>,
}

impl Grammar {
    /// Gets ready for what was read at `now`: it may begin with the late rest of an escape.
    pub(super) fn read(&mut self, bytes: &[u8], now: Instant) {
        let gave_up = self.gave_up.take();
        let late = gave_up.is_some_and(|at| now.duration_since(at) < HALF_A_SEQUENCE);
        // A single letter was typed after `Esc`; a bracket means nothing there.
        let rest = match bytes {
            [b'['] => true,
            [letter, _, ..] => introduces(char::from(*letter)),
            _ => false,
        };
        if late && rest {
            self.state = Progress::Escape { told: true };
        }
    }

    /// Takes one byte, and adds the keys that are complete with it.
    pub(super) fn take(&mut self, byte: u8, keys: &mut Vec<Key>) -> Follows {
        match self.state {
            Progress::Mouse(1) => self.state = Progress::Ground,
            Progress::Mouse(left) => self.state = Progress::Mouse(left - 1),
            _ if byte.is_ascii() && self.begun.is_empty() => {
                return self.character(char::from(byte), keys);
            }
            _ => return self.beyond_ascii(byte, keys),
        }
        Follows::Keys
    }

    /// What is no UTF-8 counts as Latin-1, in which é, è and à are one byte each.
    fn beyond_ascii(&mut self, byte: u8, keys: &mut Vec<Key>) -> Follows {
        self.begun.push(byte);
        let c = match std::str::from_utf8(&self.begun) {
            Ok(text) => text.chars().next(),
            Err(error) if error.error_len().is_none() => return Follows::Keys,
            Err(_) if self.begun.len() == 1 => Some(char::from(byte)),
            Err(_) => None,
        };
        let begun = std::mem::take(&mut self.begun);
        if let Some(c) = c {
            return self.character(c, keys);
        }
        for letter in latin_1(begun.get(..begun.len() - 1).unwrap_or_default()) {
            self.character(letter, keys);
        }
        self.take(byte, keys)
    }

    fn character(&mut self, c: char, keys: &mut Vec<Key>) -> Follows {
        match (self.state, c) {
            (Progress::Text(length), _) => self.text(c, length),
            (Progress::TextEscape, _) => self.escaped_in_text(c),
            (Progress::Escape { told }, _) => self.escaped(c, told, keys),
            (Progress::Introduced { letter, .. }, _) => {
                self.open(letter);
                return self.character(c, keys);
            }
            (_, ESCAPE) => self.state = Progress::Escape { told: false },
            (_, '\u{80}'..='\u{9f}') => self.single_control(c),
            (Progress::Parameters, ' '..='~') => return self.parameter(c, keys),
            (Progress::Keypad, '0'..='9' | ';') => {}
            (Progress::Keypad, ' '..='~') => self.end_with(keypad(c), keys),
            (Progress::ConsoleKey, ' '..='~') => self.end_with(console_key(c), keys),
            _ => self.end_with(typed(c), keys),
        }
        Follows::Keys
    }

    fn end_with(&mut self, key: Option<Key>, keys: &mut Vec<Key>) {
        self.state = Progress::Ground;
        keys.extend(key);
    }

    /// With Alt held, a terminal sends an escape before the key.
    fn escaped(&mut self, c: char, told: bool, keys: &mut Vec<Key>) {
        if introduces(c) {
            self.state = Progress::Introduced { told, letter: c };
            return;
        }
        self.end_with((!told).then_some(Key::Esc), keys);
        self.character(c, keys);
    }

    /// The control characters beyond ASCII are an escape and a letter in one.
    fn single_control(&mut self, c: char) {
        self.state = Progress::Ground;
        let letter = char::from(c as u8 - 0x40);
        if introduces(letter) {
            self.open(letter);
        }
    }

    fn open(&mut self, letter: char) {
        self.state = match letter {
            '[' => Progress::Parameters,
            'O' => Progress::Keypad,
            _ => Progress::Text(0),
        };
        self.parser = Parser::new();
        self.parse(ESCAPE);
        self.parse(letter);
    }

    fn parameter(&mut self, c: char, keys: &mut Vec<Key>) -> Follows {
        let meant = match self.parse(c) {
            Parsed::Nothing => return Follows::Keys,
            // A sequence that the parser ignored had ended before.
            Parsed::Character => {
                self.end_with(typed(c), keys);
                return Follows::Keys;
            }
            Parsed::Whole(meant) => meant,
            Parsed::StringEnd => Sequence::Nothing,
        };
        self.state = Progress::Ground;
        match meant {
            Sequence::Nothing => {}
            Sequence::Key(key) => keys.push(key),
            Sequence::Alt(key) => keys.extend([Key::Esc, key]),
            Sequence::ConsoleKey => self.state = Progress::ConsoleKey,
            Sequence::Mouse => self.state = Progress::Mouse(3),
            Sequence::PasteBegins => return Follows::Paste,
        }
        Follows::Keys
    }

    fn text(&mut self, c: char, length: usize) {
        // Whatever is not ASCII is part of the text, but for the end of a string in one character.
        let ends = c == '\u{9c}' || c.is_ascii() && self.parse(c) == Parsed::StringEnd;
        self.state = match c {
            ESCAPE => Progress::TextEscape,
            _ if ends || length == LONGEST_STRING => Progress::Ground,
            _ => Progress::Text(length + 1),
        };
    }

    fn escaped_in_text(&mut self, c: char) {
        match c {
            ESCAPE => {}
            letter if introduces(letter) => self.open(letter),
            _ => self.state = Progress::Ground,
        }
    }

    fn parse(&mut self, ascii: char) -> Parsed {
        let mut parsed = Parsed::Nothing;
        self.parser.advance(&mut parsed, &[ascii as u8]);
        parsed
    }

    /// How long to wait for the rest of what has begun.
    pub(super) fn patience(&self) -> Option<Duration> {
        match self.state {
            Progress::Ground if self.begun.is_empty() => None,
            Progress::Ground | Progress::Escape { .. } => Some(HALF_A_KEY),
            _ => Some(HALF_A_SEQUENCE),
        }
    }

    /// The rest did not come: what there is counts as what it can be by itself.
    pub(super) fn give_up(&mut self, now: Instant, keys: &mut Vec<Key>) {
        let begun = std::mem::take(&mut self.begun);
        match std::mem::take(&mut self.state) {
            Progress::Ground => keys.extend(latin_1(&begun).filter_map(typed)),
            Progress::Escape { told: false } => {
                keys.push(Key::Esc);
                self.gave_up = Some(now);
            }
            Progress::Introduced { told, letter } => {
                keys.extend((!told).then_some(Key::Esc));
                keys.push(Key::Char(letter));
            }
            _ => {}
        }
    }
}

/// What the parser made of a character.
#[derive(Debug, Default, PartialEq, Eq)]
enum Parsed {
    #[default]
    Nothing,
    Character,
    Whole(Sequence),
    StringEnd,
}

impl Perform for Parsed {
    fn print(&mut self, _: char) {
        *self = Self::Character;
    }

    fn execute(&mut self, _: u8) {
        *self = Self::StringEnd;
    }

    fn osc_dispatch(&mut self, _: &[&[u8]], ended_by_bell: bool) {
        if ended_by_bell {
            *self = Self::StringEnd;
        }
    }

    fn csi_dispatch(&mut self, params: &Params, marks: &[u8], broken: bool, last: char) {
        let plain = marks.is_empty() && !broken;
        let meant = plain.then(|| meaning(params, last));
        *self = Self::Whole(meant.unwrap_or(Sequence::Nothing));
    }
}

const ESCAPE: char = '\x1b';

/// Whether a letter after an escape makes it a sequence: of a key, or of a string that ends with a mark.
fn introduces(letter: char) -> bool {
    matches!(letter, '[' | 'O' | ']' | 'P' | 'X' | '^' | '_')
}

/// The letters that bytes are in Latin-1.
fn latin_1(bytes: &[u8]) -> impl Iterator<Item = char> {
    let letters = bytes.iter().filter(|byte| **byte >= 0xa0);
    letters.map(|byte| char::from(*byte))
}

impl fmt::Debug for Grammar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Grammar")
            .field("state", &self.state)
            .finish_non_exhaustive()
    }
}
