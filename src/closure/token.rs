//! The parts of a typed date: figures, months and days of the week, whatever stands between.

use chrono::Weekday;

use super::DateFault;
use super::vocabulary::{DateWord, Vocabulary, fold};

/// A part of a date.
#[derive(Clone, Copy)]
pub(super) enum Token {
    Figures(Figures),
    Month(u32),
    Weekday(Weekday),
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

    /// Whether it is a year in full.
    pub(super) fn full(self) -> bool {
        self.digits == 4
    }

    /// Whether more figures must follow: a year that has begun, or a date without signs between.
    pub(super) fn is_begun(self) -> bool {
        matches!((self.value, self.digits), (0, 1) | (_, 3..=7))
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

/// Cuts a text into the parts of a date, where one class of characters ends and another begins.
pub(super) fn tokens(text: &str, words: &Vocabulary) -> Result<Vec<Token>, DateFault> {
    let mut pieces: Vec<(Class, String)> = Vec::new();
    for c in text.chars() {
        match pieces.last_mut() {
            Some((class, piece)) if *class == Class::of(c) => piece.push(c),
            _ => pieces.push((Class::of(c), c.to_string())),
        }
    }
    if matches!(pieces.first(), Some((Class::Between, _))) {
        return Err(DateFault::NotADate);
    }
    let months = pieces.iter().map(|(_, piece)| words.months(piece));
    let months = months.filter(|months| months.len() == 1).count();
    let tokens = pieces
        .iter()
        .map(|(class, piece)| token(*class, piece, words, months > 1));
    tokens.filter_map(Result::transpose).collect()
}

/// A typed text in small letters without accents. What a Belgian AZERTY keyboard types without
/// Shift is read as the digit on that key, where nothing but digits stands beside it: the é in
/// février stays a letter.
pub(super) fn without_shift(text: &str) -> String {
    let parts = text.split_inclusive(|c| Class::of(c) == Class::Between);
    let read = parts.map(|part| {
        let digits: Option<String> = part.chars().map(digit_or_sign).collect();
        digits.unwrap_or_else(|| part.to_owned())
    });
    fold(&read.collect::<String>())
}

fn digit_or_sign(c: char) -> Option<char> {
    const UNSHIFTED: [char; 10] = ['à', '&', 'é', '"', '\'', '(', '§', 'è', '!', 'ç'];
    if c.is_ascii_digit() || Class::of(c) == Class::Between {
        return Some(c);
    }
    let digit = UNSHIFTED.iter().position(|key| *key == c)?;
    char::from_digit(u32::try_from(digit).ok()?, 10)
}

/// `mar` is March, and Tuesday in French before another month.
fn token(
    class: Class,
    piece: &str,
    words: &Vocabulary,
    another_month: bool,
) -> Result<Option<Token>, DateFault> {
    let is_weekday = |word| matches!(word, DateWord::Weekday(_));
    let token = match class {
        Class::Between => return Ok(None),
        Class::Strange => return Err(DateFault::NotADate),
        Class::Digit => Token::Figures(Figures {
            value: piece.parse().unwrap_or(u32::MAX),
            digits: piece.len(),
        }),
        Class::Letter if words.named(piece).any(|word| word == DateWord::Skipped) => {
            return Ok(None);
        }
        Class::Letter => match (words.weekday(piece), words.months(piece).as_slice()) {
            (Some(weekday), [_]) if another_month => Token::Weekday(weekday),
            (_, [month]) => Token::Month(*month),
            (Some(weekday), _) => Token::Weekday(weekday),
            (None, []) if !words.begun(piece).any(is_weekday) => return Err(DateFault::NotADate),
            (None, _) => return Err(DateFault::Unfinished),
        },
    };
    Ok(Some(token))
}
