//! What a typed word can mean: words of the pack, each with how surely it was meant.

use super::fold::{Word, Words};
use super::index::Catalogue;
use super::pattern::{Pattern, forgiven};
use super::vocabulary::{Nearness, Reach};
use std::ops::Range;

/// More characters and words of a query than these say nothing more.
const MOST_CHARACTERS: usize = 1_000;
const MOST_WORDS: usize = 24;
/// As many words are compared for typing errors, and as many meanings are kept of each.
const MOST_WALKS: usize = 6;
const MOST_MEANINGS: usize = 64;

/// What stands between the parts of a compound.
const LINKS: [&str; 5] = ["", "s", "e", "n", "en"];

const BEGUN_LAST: f32 = 0.85;
const BEGUN_BEFORE: f32 = 0.7;
const JOINED: f32 = 0.9;
const MISTYPED: [f32; 3] = [1.0, 0.7, 0.5];
const MISTYPED_BEGUN: f32 = 0.8;
const OTHER_FIRST_LETTER: f32 = 0.85;
const LATER_PART: f32 = 0.5;
const SPLIT: f32 = 0.8;
/// What a small word says beside others.
const SMALL: f32 = 0.1;

/// One typed word and its meanings.
#[derive(Default)]
pub(super) struct Term {
    letters: usize,
    /// The word itself.
    word: Option<u32>,
    /// All words that begin so.
    begun: Range<u32>,
    begun_quality: f32,
    /// What else it can be: mistyped, part of a compound, pulled apart; in the order of the words.
    others: Vec<(u32, f32)>,
    sieve: Sieve,
    /// What all of it counts for; less for half of a compound.
    factor: f32,
    /// Whether it is one of the words that say little.
    is_small: bool,
    /// How much finding it says.
    pub(super) rarity: f32,
}

impl Term {
    /// How surely `word` was meant, from 0 to 1.
    pub(super) fn quality(&self, word: u32) -> f32 {
        if self.word == Some(word) {
            return self.factor;
        }
        let begun = if self.begun.contains(&word) {
            self.begun_quality
        } else {
            0.0
        };
        if !self.sieve.may_hold(word) {
            return begun * self.factor;
        }
        let other = self.others.binary_search_by_key(&word, |(other, _)| *other);
        let other = other
            .ok()
            .and_then(|at| self.others.get(at))
            .map_or(0.0, |(_, quality)| *quality);
        begun.max(other) * self.factor
    }

    /// The same with less for a word of which little was typed.
    pub(super) fn fine_quality(&self, word: u32, letters: usize) -> f32 {
        let quality = self.quality(word);
        if self.word == Some(word) || letters <= self.letters {
            return quality;
        }
        quality * (0.85 + 0.15 * self.letters as f32 / letters as f32)
    }

    /// Every meaning with its quality, the surest first; ranges are words in a row.
    pub(super) fn meanings(&self) -> Vec<(Range<u32>, f32)> {
        let word = self.word.map(|word| (word..word + 1, self.factor));
        let begun = Some((self.begun.clone(), self.begun_quality * self.factor));
        let others = self
            .others
            .iter()
            .map(|(word, quality)| (*word..word + 1, quality * self.factor));
        let mut all: Vec<_> = word
            .into_iter()
            .chain(begun)
            .chain(others)
            .filter(|(words, _)| !words.is_empty())
            .collect();
        all.sort_by(|(_, a), (_, b)| b.total_cmp(a));
        all
    }

    pub(super) fn is_small(&self) -> bool {
        self.is_small
    }

    fn is_known(&self) -> bool {
        self.word.is_some() || !self.begun.is_empty() || !self.others.is_empty()
    }

    /// Nothing better than two typing errors or the tail of a longer word.
    fn is_doubtful(&self) -> bool {
        let doubtful = |(_, quality): &(u32, f32)| *quality < MISTYPED_BEGUN * 0.7;
        self.word.is_none() && self.begun.is_empty() && self.others.iter().all(doubtful)
    }

    fn add(&mut self, word: u32, quality: f32) {
        self.sieve.add(word);
        match self.others.binary_search_by_key(&word, |(other, _)| *other) {
            Ok(at) => self
                .others
                .get_mut(at)
                .into_iter()
                .for_each(|(_, known)| *known = known.max(quality)),
            Err(at) => self.others.insert(at, (word, quality)),
        }
    }
}

/// Tells of most words that they are not among a term's others, without looking for them.
#[derive(Default)]
struct Sieve([u64; 16]);

impl Sieve {
    fn add(&mut self, word: u32) {
        let (at, bit) = Sieve::hole(word);
        self.0.get_mut(at).into_iter().for_each(|bits| *bits |= bit);
    }

    fn may_hold(&self, word: u32) -> bool {
        let (at, bit) = Sieve::hole(word);
        self.0.get(at).is_some_and(|bits| bits & bit != 0)
    }

    fn hole(word: u32) -> (usize, u64) {
        ((word >> 6) as usize % 16, 1 << (word % 64))
    }
}

/// A query as the index understands it.
pub(super) struct Terms {
    /// The words that mean something here, in the order typed.
    pub(super) known: Vec<Term>,
    /// What the words that mean nothing here would have said.
    pub(super) missing: f32,
}

/// Reads a query.
pub(super) fn read(catalogue: &Catalogue, query: &str) -> Terms {
    let end = query
        .char_indices()
        .nth(MOST_CHARACTERS)
        .map_or(query.len(), |(at, _)| at);
    let words = Words::collect(query.get(..end).unwrap_or_default(), MOST_WORDS);
    let mut reader = Reader {
        catalogue,
        walks: 0,
    };
    let mut read: Vec<Vec<Term>> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        read.push(reader.meanings(&word.text, at + 1 == words.len()));
    }
    reader.join_neighbours(&words, &mut read);
    let mut terms: Vec<Term> = read.into_iter().flatten().collect();
    weigh(&reader, &mut terms);
    let (known, missing): (Vec<Term>, Vec<Term>) = terms.into_iter().partition(Term::is_known);
    Terms {
        known,
        missing: missing.iter().map(|term| term.rarity).sum(),
    }
}

/// A word says more the fewer entries hold it; a small word says little beside another.
fn weigh(reader: &Reader<'_>, terms: &mut [Term]) {
    let only_small = terms.iter().all(|term| term.is_small);
    for term in terms {
        let part = if term.is_small && !only_small {
            SMALL
        } else {
            1.0
        };
        term.rarity = part * reader.rarity(term);
    }
}

struct Reader<'c> {
    catalogue: &'c Catalogue,
    walks: usize,
}

impl Reader<'_> {
    /// One term for a word, or two for a compound that only its parts are known of.
    fn meanings(&mut self, word: &str, last: bool) -> Vec<Term> {
        let mut term = self.plain(word, last);
        let letters = term.letters;
        if letters >= 4 {
            let endings = self.catalogue.vocabulary.ending(word).take(MOST_MEANINGS);
            endings.for_each(|longer| term.add(longer, LATER_PART));
        }
        if term.word.is_none() && self.walks < MOST_WALKS && forgiven(word) > 0 {
            self.walks += 1;
            self.add_mistyped(&mut term, word, last && letters >= 5);
        }
        match term.is_doubtful().then(|| self.split(word, last)).flatten() {
            Some(parts) => parts.into(),
            None => vec![term],
        }
    }

    /// The word itself and what it begins.
    fn plain(&self, word: &str, last: bool) -> Term {
        let letters = word.chars().count();
        let vocabulary = &self.catalogue.vocabulary;
        let begun = if last || letters >= 3 {
            vocabulary.beginning(word)
        } else {
            0..0
        };
        let begun_quality = if last { BEGUN_LAST } else { BEGUN_BEFORE };
        Term {
            letters,
            word: vocabulary.find(word),
            begun,
            begun_quality,
            factor: 1.0,
            is_small: self.catalogue.is_small(word),
            ..Term::default()
        }
    }

    fn add_mistyped(&self, term: &mut Term, word: &str, open: bool) {
        let vocabulary = &self.catalogue.vocabulary;
        let pattern = Pattern::new(word, forgiven(word));
        let mut found = Vec::new();
        let reach = if open { Reach::Beginning } else { Reach::Whole };
        vocabulary.near(&pattern, reach, |other, near| {
            if !term.begun.contains(&other) {
                found.push((other, likelihood(near, word, vocabulary.word(other))));
            }
        });
        found.sort_by(|(x, a), (y, b)| b.total_cmp(a).then(x.cmp(y)));
        found
            .into_iter()
            .take(MOST_MEANINGS)
            .for_each(|(near, quality)| term.add(near, quality));
    }

    /// Two known words that make up this one, the most even pair.
    fn split(&self, word: &str, last: bool) -> Option<[Term; 2]> {
        let letters = word.chars().count();
        let evenly = |at: &usize| (at.abs_diff(letters / 2), *at);
        let mut cuts: Vec<usize> = (3..letters.saturating_sub(2)).collect();
        cuts.sort_by_key(evenly);
        cuts.into_iter()
            .find_map(|at| self.split_at(word, at, last))
    }

    fn split_at(&self, word: &str, letters: usize, last: bool) -> Option<[Term; 2]> {
        let (head, tail) = word.split_at_checked(word.char_indices().nth(letters)?.0)?;
        let stems = LINKS
            .iter()
            .filter_map(|link| head.strip_suffix(link))
            .filter(|stem| stem.len() >= 3);
        let head = stems
            .map(|stem| self.plain(stem, false))
            .find(|term| term.word.is_some())?;
        let tail = self.plain(tail, last);
        let known = tail.word.is_some() || (last && tail.is_known());
        known.then(|| {
            [head, tail].map(|part| Term {
                factor: SPLIT,
                ..part
            })
        })
    }

    /// "log in" can mean login, to both words.
    fn join_neighbours(&self, words: &[Word], read: &mut [Vec<Term>]) {
        for (at, pair) in words.windows(2).enumerate() {
            let joined: String = pair.iter().map(|word| word.text.as_str()).collect();
            let last = at + 2 == words.len();
            if joined.chars().count() < 4 {
                continue;
            }
            let whole = self.plain(&joined, last);
            let begun = whole
                .begun
                .clone()
                .take(if last { MOST_MEANINGS } else { 0 });
            let meanings: Vec<_> = begun
                .map(|word| (word, JOINED * BEGUN_LAST))
                .chain(whole.word.map(|word| (word, JOINED)))
                .collect();
            for term in read.iter_mut().skip(at).take(2).flatten() {
                meanings
                    .iter()
                    .for_each(|(word, quality)| term.add(*word, *quality));
            }
        }
    }

    /// A mistyped word says what its surest meaning would, an unknown one what nothing holds.
    fn rarity(&self, term: &Term) -> f32 {
        let meanings = term.meanings();
        let surest = meanings.first().map_or(0.0, |(_, quality)| *quality);
        let sure = meanings
            .iter()
            .take_while(|(_, quality)| *quality >= surest);
        self.catalogue.rarity(
            sure.map(|(words, _)| self.catalogue.postings(words).len())
                .sum(),
        )
    }
}

/// People seldom get the first letter wrong, and mostly type a word to its end.
fn likelihood(near: Nearness, typed: &str, word: &str) -> f32 {
    let errors = MISTYPED.get(usize::from(near.errors));
    let whole = if near.whole { 1.0 } else { MISTYPED_BEGUN };
    let first = match typed.chars().next() == word.chars().next() {
        true => 1.0,
        false => OTHER_FIRST_LETTER,
    };
    errors.copied().unwrap_or(0.0) * whole * first
}
