//! All words of the pack in order, so that a beginning is a range and a letter is compared once for all that share it.

use super::pattern::{Pattern, State};
use std::ops::Range;

/// So many words are skipped at once, which a processor does in a step or two.
const STRIDE: usize = 32;

/// Whether a pattern is to be a whole word or may be the beginning of one.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    Whole,
    Beginning,
}

/// How near a word is to a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Nearness {
    pub(super) errors: u8,
    /// Whether that is all of the word, rather than its beginning.
    pub(super) whole: bool,
}

/// A sorted list of distinct words; a word's number is its place.
#[derive(Default)]
pub(super) struct Vocabulary {
    text: String,
    /// Where each word ends in the text, after a first zero.
    ends: Vec<u32>,
    /// How many letters each word has in common with the one before.
    shared: Vec<u8>,
    /// The words ordered by their letters from the back.
    from_the_back: Vec<u32>,
}

impl Vocabulary {
    /// From sorted, distinct words.
    pub(super) fn new<'w>(words: impl Iterator<Item = &'w str>) -> Self {
        let mut vocabulary = Vocabulary {
            ends: vec![0],
            ..Vocabulary::default()
        };
        let mut before = "";
        for word in words {
            let shared = before
                .chars()
                .zip(word.chars())
                .take_while(|(a, b)| a == b)
                .count();
            vocabulary
                .shared
                .push(u8::try_from(shared).unwrap_or(u8::MAX));
            vocabulary.text.push_str(word);
            vocabulary
                .ends
                .push(u32::try_from(vocabulary.text.len()).unwrap_or(u32::MAX));
            before = word;
        }
        vocabulary.from_the_back = vocabulary.ordered_from_the_back();
        vocabulary.text.shrink_to_fit();
        vocabulary
    }

    fn ordered_from_the_back(&self) -> Vec<u32> {
        let mut keyed: Vec<(u64, u32)> = (0..self.len())
            .map(|word| (first_eight(backwards(self.word(word))), word))
            .collect();
        keyed.sort_unstable_by(|(a, x), (b, y)| {
            a.cmp(b)
                .then_with(|| backwards(self.word(*x)).cmp(backwards(self.word(*y))))
        });
        keyed.into_iter().map(|(_, word)| word).collect()
    }

    pub(super) fn len(&self) -> u32 {
        u32::try_from(self.shared.len()).unwrap_or(u32::MAX)
    }

    pub(super) fn word(&self, word: u32) -> &str {
        let word = word as usize;
        match (self.ends.get(word), self.ends.get(word + 1)) {
            (Some(from), Some(to)) => self
                .text
                .get(*from as usize..*to as usize)
                .unwrap_or_default(),
            _ => "",
        }
    }

    pub(super) fn find(&self, word: &str) -> Option<u32> {
        let at = self.first_from(0, |other| other < word);
        (at < self.len() && self.word(at) == word).then_some(at)
    }

    /// All words that begin so.
    pub(super) fn beginning(&self, letters: &str) -> Range<u32> {
        let from = self.first_from(0, |other| other < letters);
        from..self.first_from(from, |other| other.starts_with(letters))
    }

    /// All longer words that end so.
    pub(super) fn ending<'v>(&'v self, letters: &'v str) -> impl Iterator<Item = u32> + 'v {
        let order = |word: &u32| backwards(self.word(*word)).lt(backwards(letters));
        let from = self.from_the_back.partition_point(order);
        let tail = self
            .from_the_back
            .get(from..)
            .unwrap_or_default()
            .iter()
            .copied();
        tail.take_while(move |word| self.word(*word).ends_with(letters))
            .filter(move |word| self.word(*word).len() > letters.len())
    }

    fn first_from(&self, from: u32, is_before: impl Fn(&str) -> bool) -> u32 {
        let (mut low, mut high) = (from, self.len());
        while low < high {
            let middle = low + (high - low) / 2;
            if is_before(self.word(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// Tells of every word that the pattern could be a mistyping of.
    pub(super) fn near(
        &self,
        pattern: &Pattern,
        reach: Reach,
        mut tell: impl FnMut(u32, Nearness),
    ) {
        let mut path = vec![pattern.start()];
        let mut word = 0;
        while word < self.len() {
            let next = match self.follow(pattern, &mut path, word) {
                true => word + 1,
                false => self.first_without(word, path.len() - 1),
            };
            if let Some(near) = path.last().and_then(|state| verdict(pattern, reach, state)) {
                (word..next).for_each(|word| tell(word, near));
            }
            word = next;
        }
    }

    /// Reads a word from where it differs from the one before; false when it led nowhere, and all words like it.
    fn follow(&self, pattern: &Pattern, path: &mut Vec<State>, word: u32) -> bool {
        let shared = usize::from(self.shared.get(word as usize).copied().unwrap_or(0));
        path.truncate(shared + 1);
        for c in self.word(word).chars().skip(shared) {
            let Some(state) = path.last() else {
                return true;
            };
            let state = pattern.step(state, c);
            path.push(state);
            if state.is_over() {
                return false;
            }
        }
        true
    }

    /// The next word that does not share this word's first `letters`.
    fn first_without(&self, word: u32, letters: usize) -> u32 {
        let from = word as usize + 1;
        let letters = u8::try_from(letters).unwrap_or(u8::MAX);
        let tail = self.shared.get(from..).unwrap_or_default();
        let far = tail.chunks(STRIDE).take_while(|chunk| {
            chunk.iter().fold(u8::MAX, |low, shared| low.min(*shared)) >= letters
        });
        let skipped = (far.count() * STRIDE).min(tail.len());
        let near = tail
            .iter()
            .skip(skipped)
            .take_while(|shared| **shared >= letters)
            .count();
        u32::try_from(from + skipped + near).unwrap_or(u32::MAX)
    }

    pub(super) fn bytes(&self) -> usize {
        self.text.capacity()
            + self.shared.capacity()
            + 4 * (self.ends.capacity() + self.from_the_back.capacity())
    }
}

fn verdict(pattern: &Pattern, reach: Reach, state: &State) -> Option<Nearness> {
    let reached = pattern.reached(state);
    let errors = match reach {
        Reach::Whole => reached,
        Reach::Beginning => state.best(),
    }?;
    let whole = reached == Some(errors);
    Some(Nearness { errors, whole })
}

fn backwards(word: &str) -> impl Iterator<Item = u8> + '_ {
    word.bytes().rev()
}

/// Eight bytes as a number that orders like them: most comparisons end there.
pub(super) fn first_eight(bytes: impl Iterator<Item = u8>) -> u64 {
    let padded = bytes.chain(std::iter::repeat(0)).take(8);
    padded.fold(0, |number, byte| number << 8 | u64::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vocabulary() -> Vocabulary {
        Vocabulary::new(
            [
                "",
                "mail",
                "mailbox",
                "mobile",
                "studentenmail",
                "wacht",
                "wachtwoord",
                "woord",
                "كلمة",
            ]
            .into_iter(),
        )
    }

    fn near(typed: &str, errors: usize, reach: Reach) -> Vec<(String, Nearness)> {
        let words = vocabulary();
        let mut found = Vec::new();
        words.near(&Pattern::new(typed, errors), reach, |word, near| {
            found.push((words.word(word).to_owned(), near))
        });
        found
    }

    #[test]
    fn beginnings_and_endings() {
        let words = vocabulary();
        let ending = |letters| {
            words
                .ending(letters)
                .map(|word| words.word(word))
                .collect::<Vec<_>>()
        };
        assert_eq!(words.beginning("mail"), 1..3);
        assert_eq!(words.beginning("zz"), 8..8);
        assert_eq!(ending("mail"), ["studentenmail"]);
        assert_eq!(ending("woord"), ["wachtwoord"]);
        assert_eq!(words.find("woord"), Some(7));
        assert_eq!(words.find("woor"), None);
    }

    #[test]
    fn near_words() {
        let told = |word: &str, errors, whole| vec![(word.to_owned(), Nearness { errors, whole })];
        let whole = |word, errors| told(word, errors, true);
        assert_eq!(near("watchwoord", 2, Reach::Whole), whole("wachtwoord", 2));
        assert_eq!(near("mial", 1, Reach::Whole), whole("mail", 1));
        assert_eq!(near("كلمه", 1, Reach::Whole), whole("كلمة", 1));
        let begun = [whole("mail", 0), told("mailbox", 0, false)].concat();
        assert_eq!(near("mail", 1, Reach::Beginning), begun);
    }
}
