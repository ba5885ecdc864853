//! Which parts of a shown text a query meant.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::fold::{self, FoldedWord, fold, joined, joined_pairs};
use super::likeness::TypedWord;

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
    for (at, pair) in joined_pairs(&typed) {
        let word = TypedWord::new(&pair, at + 2 == typed.len()).rightly();
        found.extend(like(text, &words, &word));
    }
    found.sort_by_key(|range| (range.start, range.end));
    // What touches becomes one.
    found.dedup_by(|next, last| {
        let touches = next.start <= last.end;
        if touches {
            last.end = last.end.max(next.end);
        }
        touches
    });
    found
}

/// Where a word stands as typed; failing that, in two words; failing that, where it was mistyped.
fn meant(text: &str, words: &[FoldedWord], typed: &TypedWord<'_>) -> Vec<Range<usize>> {
    let apart = |pair: &[FoldedWord]| match pair {
        [one, other] if joined(pair) == typed.text => Some(one.at.start..other.at.end),
        _ => None,
    };
    let as_typed = like(text, words, &typed.rightly());
    let in_two = words.windows(2).filter_map(apart).collect();
    let ways = [as_typed, in_two, like(text, words, typed)];
    let found = ways.into_iter().find(|found| !found.is_empty());
    found.unwrap_or_default()
}

/// The parts of the words that are like the one typed: all, or no more than was typed of it.
fn like(text: &str, words: &[FoldedWord], typed: &TypedWord<'_>) -> Vec<Range<usize>> {
    let is_like = |known: &str| {
        let begun = typed.mistyped_beginning(typed.beginning(known));
        typed.likeness(known, begun).is_some()
    };
    let like = words.iter().filter(|word| is_like(&word.text));
    like.map(|word| match word.text.find(typed.text) {
        Some(found) => seen(text, &word.at, found..found + typed.text.len()),
        None => word.at.clone(),
    })
    .collect()
}

/// The seen characters within a word that stands `at` there, which hold these bytes of it as folded.
fn seen(text: &str, at: &Range<usize>, part: Range<usize>) -> Range<usize> {
    let mut folded = String::new();
    let mut seen = at.clone();
    let within = text.get(at.clone()).unwrap_or_default();
    for (offset, character) in within.grapheme_indices(true) {
        if folded.len() <= part.start {
            seen.start = at.start + offset;
        }
        character.chars().for_each(|c| _ = fold(c, &mut folded));
        if folded.len() >= part.end {
            seen.end = at.start + offset + character.len();
            break;
        }
    }
    seen
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
