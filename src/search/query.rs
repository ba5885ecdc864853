//! What a query means: words of the index, each with how surely it was meant.

use super::fold::{self, FoldedWord, joined};
use super::index::{COUNT, Index, Posting};
use super::likeness::TypedWord;

/// What stands between the parts of a compound, and how short its parts are at least.
const LINKS: [&str; 5] = ["", "s", "e", "n", "en"];
const FEWEST_PART: usize = 3;
/// Fewer letters are not taken for one word when they were typed as two.
pub(super) const FEWEST_JOINED: usize = 4;

// How surely half of a compound was meant, a word typed as two, and any number of times; what is doubtful; what is as
// sure as the surest.
const SPLIT: f32 = 0.8;
const JOINED: f32 = 0.9;
const COUNTED: f32 = 0.9;
const DOUBTFUL: f32 = 0.56;
const AS_SURE: f32 = 0.85;
/// What a small word says beside others.
const SMALL: f32 = 0.1;
/// What a long number says beside words.
const CODE: f32 = 2.0;

/// A query as an index understands it.
pub(super) struct Query<'i> {
    /// The words that mean something here, in the order typed.
    pub(super) terms: Vec<Term<'i>>,
    /// How much all that was typed says.
    pub(super) says: f32,
}

/// A typed word, and where the words stand that it can mean.
pub(super) struct Term<'i> {
    meanings: Vec<(&'i [Posting], f32)>,
    is_small: bool,
    /// Whether it is a long number, which stands for one thing.
    is_code: bool,
    /// How much finding it says.
    pub(super) rarity: f32,
}

impl<'i> Query<'i> {
    /// Reads what was typed.
    pub(super) fn read(index: &'i Index, typed: &str) -> Self {
        let words = fold::query_words(typed);
        let numbered = words.iter().enumerate();
        let read = numbered.map(|(at, word)| Term::read(index, word, at + 1 == words.len()));
        let mut read: Vec<_> = read.collect();
        join_neighbours(index, &words, &mut read);
        let mut terms: Vec<Term<'_>> = read.into_iter().flatten().collect();
        let only_small = terms.iter().all(|term| term.is_small);
        for term in &mut terms {
            term.is_small &= !only_small;
            let part = match (term.is_small, term.is_code) {
                (true, _) => SMALL,
                (false, true) => CODE,
                (false, false) => 1.0,
            };
            term.rarity = part * index.rarity(term.holders());
        }
        let says = terms.iter().map(|term| term.rarity).sum();
        terms.retain(|term| !term.meanings.is_empty());
        Self { terms, says }
    }

    /// Whether a term is a long number.
    pub(super) fn is_code(&self, term: usize) -> bool {
        self.terms.get(term).is_some_and(|term| term.is_code)
    }

    /// Whether a term says little beside the others.
    pub(super) fn is_small(&self, term: usize) -> bool {
        self.terms.get(term).is_some_and(|term| term.is_small)
    }
}

impl<'i> Term<'i> {
    /// One term for a word, or two for a compound of which only the parts are known.
    fn read(index: &'i Index, word: &FoldedWord, is_last: bool) -> Vec<Self> {
        let typed = TypedWord::new(&word.text, is_last);
        if index.is_count(typed.text) {
            let count = TypedWord::new(COUNT, false);
            let mut term = Self::of(index, &typed.rightly(), 1.0);
            term.meanings
                .extend(Self::of(index, &count, COUNTED).meanings);
            return vec![term];
        }
        let is_right = knows(index, typed.text);
        let typed = if is_right { typed.rightly() } else { typed };
        let term = Self::of(index, &typed, 1.0);
        let parts = (term.surest() < DOUBTFUL).then(|| split(index, &word.text, is_last));
        parts.flatten().map_or_else(|| vec![term], Vec::from)
    }

    fn of(index: &'i Index, typed: &TypedWord<'_>, factor: f32) -> Self {
        let like = index.like(typed).into_iter();
        Self {
            meanings: like
                .map(|(postings, sure)| (postings, factor * sure))
                .collect(),
            is_small: index.is_small(typed.text),
            is_code: typed.is_code,
            rarity: 0.0,
        }
    }

    /// Every place where it is answered, and how surely.
    pub(super) fn places(&self) -> impl Iterator<Item = (Posting, f32)> {
        let meanings = self.meanings.iter();
        meanings.flat_map(|(postings, sure)| postings.iter().map(|posting| (*posting, *sure)))
    }

    fn surest(&self) -> f32 {
        self.meanings
            .iter()
            .fold(0.0, |surest, (_, sure)| surest.max(*sure))
    }

    /// How many entries hold what it most surely means.
    fn holders(&self) -> usize {
        let least = AS_SURE * self.surest();
        let meant = self.meanings.iter().filter(|(_, sure)| *sure >= least);
        let entries = meant.map(|(postings, _)| postings.chunk_by(|a, b| a.entry == b.entry));
        entries.map(Iterator::count).sum()
    }
}

/// Two known words that make up this one, the most even pair.
fn split<'i>(index: &'i Index, word: &str, is_last: bool) -> Option<[Term<'i>; 2]> {
    let mut cuts: Vec<usize> = word.char_indices().map(|(at, _)| at).collect();
    cuts.sort_by_key(|at| at.abs_diff(word.len() / 2));
    let pairs = cuts.into_iter().filter_map(|at| word.split_at_checked(at));
    let mut known = pairs.filter_map(|(head, tail)| {
        let fits = knows(index, tail) || (is_last && index.first_from(tail).starts_with(tail));
        Some((stem(index, head)?, tail)).filter(|_| fits && tail.len() >= FEWEST_PART)
    });
    let (head, tail) = known.next()?;
    let parts = [TypedWord::new(head, false), TypedWord::new(tail, is_last)];
    Some(parts.map(|part| Term::of(index, &part.rightly(), SPLIT)))
}

fn knows(index: &Index, word: &str) -> bool {
    index.first_from(word) == word
}

/// A known word, without what links it to the next part of a compound.
fn stem<'w>(index: &Index, head: &'w str) -> Option<&'w str> {
    let mut stems = LINKS.iter().filter_map(|link| head.strip_suffix(link));
    stems.find(|stem| stem.len() >= FEWEST_PART && knows(index, stem))
}

/// "log in" can mean login, to both words.
fn join_neighbours<'i>(index: &'i Index, words: &[FoldedWord], read: &mut [Vec<Term<'i>>]) {
    for (at, pair) in words.windows(2).enumerate() {
        let whole = joined(pair);
        let typed = TypedWord::new(&whole, at + 2 == words.len()).rightly();
        if typed.letters >= FEWEST_JOINED {
            let whole = Term::of(index, &typed, JOINED);
            let parts = read.iter_mut().skip(at).take(2).flatten();
            parts.for_each(|part| part.meanings.extend_from_slice(&whole.meanings));
        }
    }
}
