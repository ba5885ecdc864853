//! Text as a hurried person types it: no case, no accents, no ligatures, cut into words.

use std::ops::Range;

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

use crate::sanitize::steers;

/// More characters and words of a query than these say nothing more.
const MOST_CHARACTERS: usize = 1_000;
const MOST_WORDS: usize = 24;
/// So many digits after so many letters are a number by itself: 50053 in AADSTS50053, but not r0123456.
pub(super) const LONG_NUMBER: usize = 4;
const LETTERS_BEFORE: usize = 2;

/// Appends the folded form of `c`; false where it is no part of a word, and ends one.
pub(super) fn fold(c: char, into: &mut String) -> bool {
    let before = into.len();
    decompose_compatible(c, |part| {
        part.to_lowercase().for_each(|letter| spell(letter, into));
    });
    // What a reader does not see ends no word: an accent of its own, a soft hyphen, a direction mark.
    into.len() > before || is_combining_mark(c) || (steers(c) && !c.is_control())
}

/// The letters that Unicode holds for letters of their own, as people without them on the keyboard write them.
fn spell(letter: char, into: &mut String) {
    match letter {
        'ß' => into.push_str("ss"),
        'œ' => into.push_str("oe"),
        'æ' => into.push_str("ae"),
        'ø' => into.push('o'),
        'ł' => into.push('l'),
        'đ' => into.push('d'),
        'ı' => into.push('i'),
        other if other.is_alphanumeric() && !is_combining_mark(other) => into.push(other),
        _ => {}
    }
}

/// One folded word and the bytes it came from.
#[derive(Clone, Default, Debug)]
pub(super) struct FoldedWord {
    pub(super) text: String,
    pub(super) at: Range<usize>,
    /// Nothing, or a hyphen, stands between this word and the one before.
    pub(super) attached: bool,
}

/// The words of a text.
pub(super) fn words(text: &str) -> Vec<FoldedWord> {
    let mut words = Vec::new();
    let mut word = FoldedWord::default();
    for (at, c) in text.char_indices() {
        if begins_number(&word.text, text.get(at..).unwrap_or_default()) {
            words.push(std::mem::take(&mut word));
            word.attached = true;
        }
        let begins = word.text.is_empty();
        if !fold(c, &mut word.text) {
            words.push(std::mem::take(&mut word));
            word.attached = !begins && matches!(c, '-' | '\u{2010}' | '\u{2011}');
        } else if begins {
            word.at = at..at + c.len_utf8();
        } else {
            word.at.end = at + c.len_utf8();
        }
    }
    words.push(word);
    words.retain(|word| !word.text.is_empty());
    words
}

fn begins_number(before: &str, rest: &str) -> bool {
    let digits = rest.chars().take(LONG_NUMBER);
    digits.filter(|c| c.is_numeric()).count() == LONG_NUMBER
        && before.chars().count() >= LETTERS_BEFORE
        && before.chars().all(char::is_alphabetic)
}

/// The words of a query, as many as say something.
pub(super) fn query_words(query: &str) -> Vec<FoldedWord> {
    let end = query.char_indices().nth(MOST_CHARACTERS);
    let end = end.map_or(query.len(), |(at, _)| at);
    let mut words = words(query.get(..end).unwrap_or_default());
    words.truncate(MOST_WORDS);
    words
}

/// Words that stand side by side, written as one.
pub(super) fn joined(words: &[FoldedWord]) -> String {
    words.iter().map(|word| word.text.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        joined_by_spaces(&words(text))
    }

    fn joined_by_spaces(words: &[FoldedWord]) -> String {
        let texts: Vec<_> = words.iter().map(|word| word.text.as_str()).collect();
        texts.join(" ")
    }

    #[test]
    fn folds_what_people_leave_out() {
        for (text, expected) in [
            ("Wachtwoord VERGETEN?", "wachtwoord vergeten"),
            (
                "Straße, cœur, Æther, Øre, łódź",
                "strasse coeur aether ore lodz",
            ),
            ("réinitialisé e\u{301}te\u{301}", "reinitialise ete"),
            ("e-mail l’été", "e mail l ete"),
            ("soft\u{AD}lock \u{202E}x", "softlock x"),
            ("A1T2\u{7}\u{1B}[31m", "a1t2 31m"),
            ("🔒…½", "12"),
            ("AADSTS50053 SSPR_0009", "aadsts 50053 sspr 0009"),
            ("r0123456 A1T2 x123", "r0123456 a1t2 x123"),
            ("كَلِمَة", "كلمة"),
            ("", ""),
        ] {
            assert_eq!(folded(text), expected, "{text:?}");
        }
    }

    #[test]
    fn knows_where_words_stood_and_what_glued_them() {
        let words = words("é e-mail - x");
        let seen: Vec<_> = words
            .iter()
            .map(|word| (word.at.clone(), word.attached))
            .collect();
        assert_eq!(
            seen,
            [(0..2, false), (3..4, false), (5..9, true), (12..13, false)]
        );
        assert_eq!(joined(&words[1..3]), "email");
    }

    #[test]
    fn a_query_ends_somewhere() {
        let words = query_words(&"ß".repeat(10_000));
        assert_eq!(words.len(), 1);
        assert!(words[0].text.len() <= 2 * MOST_CHARACTERS);
        assert_eq!(query_words(&"x ".repeat(10_000)).len(), MOST_WORDS);
    }
}
