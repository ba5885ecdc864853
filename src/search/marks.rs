//! Which parts of a shown text a query meant.

use super::fold::{Word, Words, fold};
use super::pattern::{Pattern, forgiven};
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// As in a query, more words than these say nothing more.
const MOST_WORDS: usize = 24;
const MOST_CHARACTERS: usize = 1_000;

/// The bytes of `text` that `query` meant, in order and apart from each other, never within what is seen as one character.
///
/// Any text will do, in any language; it need not be one that the index knows.
pub fn marks(text: &str, query: &str) -> Vec<Range<usize>> {
    let end = query
        .char_indices()
        .nth(MOST_CHARACTERS)
        .map_or(query.len(), |(at, _)| at);
    let typed = Words::collect(query.get(..end).unwrap_or_default(), MOST_WORDS);
    let words = Words::collect(text, usize::MAX);
    let mut found = Vec::new();
    for (at, word) in typed.iter().enumerate() {
        found.extend(Needle::new(&word.text, at + 1 == typed.len()).find(text, &words));
    }
    for (at, pair) in typed.windows(2).enumerate() {
        let joined: String = pair.iter().map(|word| word.text.as_str()).collect();
        found.extend(
            Needle::new(&joined, at + 2 == typed.len())
                .find_plain(text, &words)
                .filter(|_| joined.len() >= 4),
        );
    }
    merged(found)
}

fn merged(mut found: Vec<Range<usize>>) -> Vec<Range<usize>> {
    found.sort_by_key(|range| (range.start, range.end));
    let mut marks: Vec<Range<usize>> = Vec::new();
    for range in found.into_iter().filter(|range| !range.is_empty()) {
        match marks.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => marks.push(range),
        }
    }
    marks
}

/// A typed word that is looked for.
struct Needle<'q> {
    word: &'q str,
    letters: usize,
    last: bool,
}

impl<'q> Needle<'q> {
    fn new(word: &'q str, last: bool) -> Self {
        Needle {
            word,
            letters: word.chars().count(),
            last,
        }
    }

    /// Where the word stands as typed; failing that, glued to a neighbour; failing that, where it was mistyped.
    fn find(&self, text: &str, words: &[Word]) -> Vec<Range<usize>> {
        let plain: Vec<_> = self.find_plain(text, words).collect();
        if !plain.is_empty() {
            return plain;
        }
        let apart = words
            .windows(2)
            .filter_map(|pair| self.apart(pair))
            .collect::<Vec<_>>();
        if !apart.is_empty() {
            return apart;
        }
        let pattern = Pattern::new(self.word, forgiven(self.word));
        words
            .iter()
            .filter(|word| self.is_mistyped(&pattern, &word.text))
            .map(|word| word.at.clone())
            .collect()
    }

    fn find_plain<'a>(
        &'a self,
        text: &'a str,
        words: &'a [Word],
    ) -> impl Iterator<Item = Range<usize>> + 'a {
        words.iter().filter_map(move |word| self.plain(text, word))
    }

    /// The part of a word that is the one typed: all, its beginning or its end.
    fn plain(&self, text: &str, word: &Word) -> Option<Range<usize>> {
        if word.text == self.word {
            return Some(word.at.clone());
        }
        if (self.last || self.letters >= 3) && word.text.starts_with(self.word) {
            return Some(word.at.start..cut(text, &word.at, self.letters).end);
        }
        let ends_so = self.letters >= 4 && word.text.ends_with(self.word);
        let before = word.text.chars().count().saturating_sub(self.letters);
        ends_so.then(|| cut(text, &word.at, before + 1).start..word.at.end)
    }

    fn apart(&self, pair: &[Word]) -> Option<Range<usize>> {
        let [one, other] = pair else { return None };
        let whole = self
            .word
            .strip_prefix(one.text.as_str())
            .is_some_and(|rest| rest == other.text);
        whole.then_some(one.at.start..other.at.end)
    }

    fn is_mistyped(&self, pattern: &Pattern, word: &str) -> bool {
        let near = |errors: Option<u8>| errors.is_some_and(|errors| errors > 0);
        near(pattern.errors_in(word))
            || (self.last && self.letters >= 5 && near(pattern.errors_in_beginning(word)))
    }
}

/// The seen character within `at` that holds the so-manieth folded letter.
fn cut(text: &str, at: &Range<usize>, letter: usize) -> Range<usize> {
    let mut letters = 0;
    let mut folded = String::new();
    for (offset, seen) in text
        .get(at.clone())
        .unwrap_or_default()
        .grapheme_indices(true)
    {
        folded.clear();
        seen.chars().for_each(|c| {
            fold(c, &mut folded);
        });
        letters += folded.chars().count();
        if letters >= letter {
            return at.start + offset..at.start + offset + seen.len();
        }
    }
    at.clone()
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
