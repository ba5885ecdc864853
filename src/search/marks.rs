//! Which parts of a shown text a query meant.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::fold::{self, FoldedWord, fold, joined};
use super::likeness::TypedWord;
use super::query::FEWEST_JOINED;

/// The bytes of `text` that `query` meant, in order and apart from each other, never within what is seen as one character.
///
/// Any text will do, in any language; it need not be one that the index knows.
pub fn marks(text: &str, query: &str) -> Vec<Range<usize>> {
    let typed = fold::query_words(query);
    let words = fold::words(text);
    let mut found = Vec::new();
    for (at, word) in typed.iter().enumerate() {
        let word = TypedWord::new(&word.text, at + 1 == typed.len());
        found.extend(meant(text, &words, &word));
    }
    for (at, pair) in typed.windows(2).enumerate() {
        let pair = joined(pair);
        let word = TypedWord::new(&pair, at + 2 == typed.len()).rightly();
        if word.letters >= FEWEST_JOINED {
            found.extend(like(text, &words, &word));
        }
    }
    merged(found)
}

/// Where a word stands as typed; failing that, in two words; failing that, where it was mistyped.
fn meant(text: &str, words: &[FoldedWord], typed: &TypedWord<'_>) -> Vec<Range<usize>> {
    let apart = |pair: &[FoldedWord]| match pair {
        [one, other] if joined(pair) == typed.text => Some(one.at.start..other.at.end),
        _ => None,
    };
    let mut found = like(text, words, &typed.rightly());
    if found.is_empty() {
        found = words.windows(2).filter_map(apart).collect();
    }
    if found.is_empty() {
        found = like(text, words, typed);
    }
    found
}

/// The parts of the words that are like the one typed: all, or no more than was typed of it.
fn like(text: &str, words: &[FoldedWord], typed: &TypedWord<'_>) -> Vec<Range<usize>> {
    let like = words
        .iter()
        .filter(|word| typed.likeness(&word.text).is_some());
    like.map(|word| match word.text.find(typed.text) {
        Some(found) => {
            let first = word.text.get(..found).unwrap_or_default().chars().count() + 1;
            let last = first + typed.letters.saturating_sub(1);
            seen(text, &word.at, first).start..seen(text, &word.at, last).end
        }
        None => word.at.clone(),
    })
    .collect()
}

/// The seen character within `at` that holds the so-manieth folded letter, of the word's end where that is the last.
fn seen(text: &str, at: &Range<usize>, letter: usize) -> Range<usize> {
    let mut folded = String::new();
    let within = text.get(at.clone()).unwrap_or_default();
    for (offset, seen) in within.grapheme_indices(true) {
        for c in seen.chars() {
            fold(c, &mut folded);
        }
        if folded.chars().count() >= letter {
            let start = at.start + offset;
            return start..start + seen.len();
        }
    }
    at.clone()
}

/// What touches becomes one.
fn merged(mut found: Vec<Range<usize>>) -> Vec<Range<usize>> {
    found.sort_by_key(|range| (range.start, range.end));
    let mut marks: Vec<Range<usize>> = Vec::new();
    for range in found {
        match marks.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => marks.push(range),
        }
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn marked(text: &str, query: &str) -> String {
        let mut shown = text.to_owned();
        for mark in marks(text, query).into_iter().rev() {
            shown.insert(mark.end, ']');
            shown.insert(mark.start, '[');
        }
        shown
    }

    #[test]
    fn marks_what_was_meant() {
        for (text, query, expected) in [
            (
                "Wachtwoord vergeten",
                "VERG wachtwoord",
                "[Wachtwoord] [verg]eten",
            ),
            ("Wachtwoord vergeten", "watchwoord", "[Wachtwoord] vergeten"),
            ("Réinitialisé", "reini", "[Réini]tialisé"),
            ("Straße", "strass", "[Straß]e"),
            ("je studentenmail", "mail", "je studenten[mail]"),
            ("Lees je e-mail", "email", "Lees je [e-mail]"),
            ("de login", "log in", "de [login]"),
            ("de gsm is kwijt", "de g", "[de] [g]sm is kwijt"),
            ("卡已被锁定。", "锁定", "卡已被[锁定]。"),
            ("AADSTS50053", "50053", "AADSTS[50053]"),
            ("niets", "", "niets"),
            ("niets", "🔒", "niets"),
        ] {
            assert_eq!(marked(text, query), expected, "{query}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn marks_lie_on_seen_characters(text in "\\PC{0,40}", query in "\\PC{0,20}") {
            let mut end = 0;
            for mark in marks(&text, &query) {
                prop_assert!(mark.start >= end && mark.start < mark.end);
                prop_assert!(text.get(mark.clone()).is_some());
                end = mark.end;
            }
        }
    }
}
