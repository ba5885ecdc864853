//! The parts of a typed date: figures and months, whatever stands between.

use super::DateFault;
use super::vocabulary::{Named, Vocabulary};

/// A part of a date.
#[derive(Clone, Copy)]
pub(super) enum Token {
    Figures(Figures),
    Month(u32),
}

/// A number, and how it was typed.
#[derive(Clone, Copy)]
pub(super) struct Figures {
    pub(super) value: u32,
    pub(super) digits: usize,
}

impl Figures {
    /// Whether it can be a day or a month.
    pub(super) fn short(self) -> bool {
        self.digits <= 2
    }

    /// Whether it can only be a year, or begin one.
    pub(super) fn long(self) -> bool {
        matches!(self.digits, 3 | 4)
    }

    /// Whether it is a year in full.
    pub(super) fn full(self) -> bool {
        self.digits == 4
    }
}

impl Token {
    /// A lone 0, which another figure follows.
    pub(super) fn is_begun(self) -> bool {
        matches!(
            self,
            Self::Figures(Figures {
                value: 0,
                digits: 1
            })
        )
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Digit,
    Letter,
    Between,
    Strange,
}

impl Class {
    fn of(c: char) -> Self {
        match c {
            '0'..='9' => Self::Digit,
            '/' | '-' | '.' | ',' | '\u{2010}'..='\u{2014}' => Self::Between,
            '\'' => Self::Letter,
            _ if c.is_whitespace() => Self::Between,
            _ if c.is_alphabetic() => Self::Letter,
            _ => Self::Strange,
        }
    }
}

/// Cuts a folded text into the parts of a date.
pub(super) fn tokens(text: &str, words: &Vocabulary) -> Result<Vec<Token>, DateFault> {
    let pieces = pieces(text);
    if matches!(pieces.first(), Some((Class::Between, _))) {
        return Err(DateFault::NotADate);
    }
    let tokens = pieces
        .iter()
        .map(|(class, piece)| token(*class, piece, words));
    tokens.filter_map(Result::transpose).collect()
}

/// Cuts a text where one class of characters ends and another begins.
fn pieces(text: &str) -> Vec<(Class, String)> {
    let mut pieces: Vec<(Class, String)> = Vec::new();
    for c in text.chars() {
        match pieces.last_mut() {
            Some((class, piece)) if *class == Class::of(c) => piece.push(c),
            _ => pieces.push((Class::of(c), c.to_string())),
        }
    }
    pieces
}

fn token(class: Class, piece: &str, words: &Vocabulary) -> Result<Option<Token>, DateFault> {
    match class {
        Class::Between => Ok(None),
        Class::Strange => Err(DateFault::NotADate),
        Class::Letter if words.skips(piece) => Ok(None),
        Class::Letter => match words.month(piece) {
            Named::Month(month) => Ok(Some(Token::Month(month))),
            Named::Several => Err(DateFault::Unfinished),
            Named::None => Err(DateFault::NotADate),
        },
        Class::Digit => Ok(Some(Token::Figures(Figures {
            value: piece.parse().unwrap_or(u32::MAX),
            digits: piece.len(),
        }))),
    }
}
