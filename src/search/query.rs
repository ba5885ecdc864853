//! What a query means: words of the index, each with how surely it was meant.

use super::fold::{self, FoldedWord, joined};
use super::index::Index;
use super::likeness::{Manner, TypedWord};

/// What stands between the parts of a compound.
const LINKS: [&str; 5] = ["", "s", "e", "n", "en"];
/// Half of a compound that is known by its parts only, and two words that are known as one.
const SPLIT: f32 = 0.8;
const JOINED: f32 = 0.9;
/// Nothing surer than this is as good as nothing, where a compound is possible.
const DOUBTFUL: f32 = 0.56;
/// As likely as the likeliest meaning.
const AS_SURE: f32 = 0.85;
/// What a small word says beside others.
const SMALL: f32 = 0.1;

/// A query as an index understands it.
pub(super) struct Query {
    /// The words that mean something here, in the order typed.
    pub(super) terms: Vec<Term>,
    /// What the words that mean nothing here would have said.
    pub(super) missing: f32,
}

/// A typed word and the words of the index that it can mean.
pub(super) struct Term {
    pub(super) meanings: Vec<Meaning>,
    pub(super) is_small: bool,
    /// How much finding it says.
    pub(super) rarity: f32,
}

/// A word of the index, by number, and how surely it was meant.
#[derive(Clone)]
pub(super) struct Meaning {
    pub(super) word: usize,
    pub(super) quality: f32,
}

impl Query {
    /// Reads what was typed.
    pub(super) fn read(index: &Index, typed: &str) -> Self {
        let words = fold::query_words(typed);
        let last = words.len().saturating_sub(1);
        let words_read = words.iter().enumerate();
        let mut read: Vec<Vec<Term>> = words_read
            .map(|(at, word)| Term::read(index, &word.text, at == last))
            .collect();
        join_neighbours(index, &words, &mut read);
        let mut terms: Vec<Term> = read.into_iter().flatten().collect();
        weigh(index, &mut terms);
        let (terms, unknown): (Vec<_>, Vec<_>) = terms.into_iter().partition(Term::is_known);
        Self {
            terms,
            missing: unknown.iter().map(|term| term.rarity).sum(),
        }
    }
}

impl Term {
    /// One term for a word, or two for a compound of which only the parts are known.
    fn read(index: &Index, word: &str, is_last: bool) -> Vec<Self> {
        let typed = TypedWord::new(word, is_last);
        let typed = if index.knows(word) {
            typed.rightly()
        } else {
            typed
        };
        let term = Self::of(index, &typed, 1.0);
        let parts = term.is_doubtful().then(|| split(index, word, is_last));
        parts.flatten().map_or_else(|| vec![term], Vec::from)
    }

    fn of(index: &Index, typed: &TypedWord<'_>, factor: f32) -> Self {
        let meanings = index.like(typed).map(|(word, like)| Meaning {
            word,
            quality: factor * like.quality,
        });
        Self {
            meanings: meanings.collect(),
            is_small: index.is_small(typed.text),
            rarity: 0.0,
        }
    }

    fn is_known(&self) -> bool {
        !self.meanings.is_empty()
    }

    fn is_doubtful(&self) -> bool {
        self.surest() < DOUBTFUL
    }

    fn surest(&self) -> f32 {
        let qualities = self.meanings.iter().map(|meaning| meaning.quality);
        qualities.fold(0.0, f32::max)
    }

    /// How many entries hold what it most surely means.
    fn holders(&self, index: &Index) -> u32 {
        let least = AS_SURE * self.surest();
        let sure = self
            .meanings
            .iter()
            .filter(|meaning| meaning.quality >= least);
        sure.map(|meaning| index.holders(meaning.word)).sum()
    }
}

/// A word says more the fewer entries hold it; a small word says little beside another.
fn weigh(index: &Index, terms: &mut [Term]) {
    let only_small = terms.iter().all(|term| term.is_small);
    for term in terms {
        let part = if term.is_small && !only_small {
            SMALL
        } else {
            1.0
        };
        term.rarity = part * index.rarity(term.holders(index));
    }
}

/// Two known words that make up this one, the most even pair.
fn split(index: &Index, word: &str, is_last: bool) -> Option<[Term; 2]> {
    let mut cuts: Vec<usize> = word.char_indices().map(|(at, _)| at).collect();
    cuts.sort_by_key(|at| at.abs_diff(word.len() / 2));
    let pairs = cuts.into_iter().filter_map(|at| word.split_at_checked(at));
    let long = pairs.filter(|(head, tail)| head.len() >= 3 && tail.len() >= 3);
    long.filter_map(|(head, tail)| Some((stem(index, head)?, tail)))
        .find(|(_, tail)| index.knows(tail) || (is_last && index.begins(tail)))
        .map(|(head, tail)| {
            let part = |word, is_last| TypedWord::new(word, is_last).rightly();
            [part(head, false), part(tail, is_last)].map(|part| Term::of(index, &part, SPLIT))
        })
}

/// A known word, without what links it to the next part of a compound.
fn stem<'w>(index: &Index, head: &'w str) -> Option<&'w str> {
    let stems = LINKS.iter().filter_map(|link| head.strip_suffix(link));
    let mut stems = stems.filter(|stem| stem.len() >= 3);
    stems.find(|stem| index.knows(stem))
}

/// "log in" can mean login, to both words.
fn join_neighbours(index: &Index, words: &[FoldedWord], read: &mut [Vec<Term>]) {
    for (at, pair) in words.windows(2).enumerate() {
        let whole = joined(pair).text;
        let is_last = at + 2 == words.len();
        let typed = TypedWord::new(&whole, is_last).rightly();
        if typed.letters < 4 {
            continue;
        }
        let like = index.like(&typed).filter(|(_, like)| match like.manner {
            Manner::Begun => is_last,
            manner => manner == Manner::Same,
        });
        let meanings = like.map(|(word, like)| Meaning {
            word,
            quality: JOINED * like.quality,
        });
        let meanings: Vec<Meaning> = meanings.collect();
        for term in read.iter_mut().skip(at).take(2).flatten() {
            term.meanings.extend_from_slice(&meanings);
        }
    }
}
