//! Text as a hurried person types it: no case, no accents, no ligatures, cut into words.

use std::ops::Range;
use std::str::CharIndices;
use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// More letters than any word worth telling apart; the rest is left out, on both sides alike.
pub(super) const LONGEST_WORD: usize = 60;

/// What a character is to a word.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// One or more letters or digits.
    Letter,
    /// Nothing a reader sees: an accent of its own, a soft hyphen, a direction mark.
    Nothing,
    /// The end of a word.
    Gap,
}

/// Appends the folded form of `c` and says what it was.
pub(super) fn fold(c: char, into: &mut String) -> Kind {
    if c.is_ascii() {
        return fold_ascii(c, into);
    }
    let before = into.len();
    let mut seen = false;
    decompose_compatible(c, |part| {
        if !is_combining_mark(part) && !is_unseen(part) {
            seen = true;
            part.to_lowercase().for_each(|letter| spell(letter, into));
        }
    });
    match (into.len() > before, seen) {
        (true, _) => Kind::Letter,
        (false, true) => Kind::Gap,
        (false, false) => Kind::Nothing,
    }
}

fn fold_ascii(c: char, into: &mut String) -> Kind {
    if c.is_ascii_alphanumeric() {
        into.push(c.to_ascii_lowercase());
        Kind::Letter
    } else {
        Kind::Gap
    }
}

fn is_unseen(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
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
        other if other.is_alphanumeric() => into.push(other),
        _ => {}
    }
}

/// One folded word and the bytes it came from.
#[derive(Clone, Default, Debug, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) text: String,
    pub(super) at: Range<usize>,
    /// Nothing but a hyphen stands between this word and the one before.
    pub(super) hyphenated: bool,
}

/// The words of a text, one at a time into a buffer of the caller's.
pub(super) struct Words<'t> {
    chars: CharIndices<'t>,
    hyphen_at: Option<usize>,
}

impl<'t> Words<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        Words {
            chars: text.char_indices(),
            hyphen_at: None,
        }
    }

    /// Reads the next word into `word`, or says there is none.
    pub(super) fn read(&mut self, word: &mut Word) -> bool {
        word.text.clear();
        let mut letters = Letters::default();
        for (at, c) in self.chars.by_ref() {
            let kept = word.text.len();
            let kind = fold(c, &mut word.text);
            match kind {
                Kind::Letter if letters.none() => {
                    word.at = at..at + c.len_utf8();
                    word.hyphenated = self.hyphen_at == Some(at);
                    letters.take(&mut word.text, kept);
                }
                Kind::Letter => {
                    word.at.end = at + c.len_utf8();
                    letters.take(&mut word.text, kept);
                }
                Kind::Nothing if !letters.none() => word.at.end = at + c.len_utf8(),
                Kind::Nothing => {}
                Kind::Gap => {
                    let glued = is_hyphen(c) && !letters.none();
                    self.hyphen_at = glued.then_some(at + c.len_utf8());
                    if !letters.none() {
                        return true;
                    }
                }
            }
        }
        !letters.none()
    }

    /// At most `most` words of the text.
    pub(super) fn collect(text: &'t str, most: usize) -> Vec<Word> {
        let mut words = Words::of(text);
        let mut found = Vec::new();
        let mut word = Word::default();
        while found.len() < most && words.read(&mut word) {
            found.push(word.clone());
        }
        found
    }
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// Counts letters, so that a word does not outgrow its longest.
#[derive(Default)]
struct Letters(usize);

impl Letters {
    fn none(&self) -> bool {
        self.0 == 0
    }

    fn take(&mut self, text: &mut String, kept: usize) {
        let added = text.get(kept..).map_or(0, |new| new.chars().count());
        if self.0 + added > LONGEST_WORD {
            text.truncate(kept);
        }
        self.0 += added;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        Words::collect(text, 99)
            .iter()
            .map(|word| word.text.as_str())
            .collect::<Vec<_>>()
            .join(" ")
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
            ("كَلِمَة", "كلمة"),
            ("", ""),
        ] {
            assert_eq!(folded(text), expected, "{text:?}");
        }
    }

    #[test]
    fn knows_where_words_stood_and_what_glued_them() {
        let words = Words::collect("é e-mail - x", 9);
        let seen: Vec<_> = words
            .iter()
            .map(|word| (word.at.clone(), word.hyphenated))
            .collect();
        assert_eq!(
            seen,
            [(0..2, false), (3..4, false), (5..9, true), (12..13, false)]
        );
    }

    #[test]
    fn a_word_ends_somewhere() {
        let words = Words::collect(&"ß".repeat(10_000), 9);
        assert_eq!(words.len(), 1);
        assert!(words[0].text.len() <= LONGEST_WORD);
    }
}
