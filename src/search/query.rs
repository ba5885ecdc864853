//! What a query means: words of the index, each with how surely it was meant.

use super::fold::{self, joined_pairs};
use super::index::{COUNT, Index, Posting};
use super::likeness::TypedWord;

/// What stands between the parts of a compound, and how short its parts are at least.
const LINKS: [&str; 5] = ["", "s", "e", "n", "en"];
const FEWEST_PART: usize = 3;

// How surely half of a compound was meant, a word typed as two, and any number of times; what is doubtful; what is as
// sure as the surest.
const SPLIT: f32 = 0.8;
const JOINED: f32 = 0.9;
const COUNTED: f32 = 0.9;
const DOUBTFUL: f32 = 0.56;
const AS_SURE: f32 = 0.85;
/// What a small word says beside others, and a long number beside words.
const SMALL: f32 = 0.1;
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
    /// Whether it says little beside the others.
    pub(super) is_small: bool,
    /// Whether it is a long number, which stands for one thing.
    pub(super) is_code: bool,
    /// How much finding it says.
    pub(super) rarity: f32,
}

impl<'i> Query<'i> {
    /// Reads what was typed.
    pub(super) fn read(index: &'i Index, typed: &str) -> Self {
        let words = fold::query_words(typed);
        let numbered = words.iter().enumerate();
        let read = numbered.map(|(at, word)| Term::read(index, &word.text, at + 1 == words.len()));
        let mut read: Vec<_> = read.collect();
        // "log in" can mean login, to both words.
        for (at, pair) in joined_pairs(&words) {
            let whole = TypedWord::new(&pair, at + 2 == words.len()).rightly();
            let whole = Term::of(index, &whole, JOINED);
            let parts = read.iter_mut().skip(at).take(2).flatten();
            parts.for_each(|part| part.meanings.extend_from_slice(&whole.meanings));
        }
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

    /// What answers its terms best, by number, each by how much finding it says.
    pub(super) fn sum(&self, answers: impl Iterator<Item = (usize, f32)>) -> f32 {
        let mut best = vec![0.0f32; self.terms.len()];
        for (term, sure) in answers {
            if let Some(best) = best.get_mut(term) {
                *best = best.max(sure);
            }
        }
        let terms = self.terms.iter().zip(best);
        terms.map(|(term, best)| term.rarity * best).sum()
    }
}

impl<'i> Term<'i> {
    /// One term for a word, or two for a compound of which only the parts are known.
    fn read(index: &'i Index, word: &str, is_last: bool) -> Vec<Self> {
        let typed = TypedWord::new(word, is_last);
        let is_count = index.is_count(word);
        let is_right = is_count || index.of(word).is_some();
        let typed = if is_right { typed.rightly() } else { typed };
        let mut term = Self::of(index, &typed, 1.0);
        let counts = is_count.then(|| index.of(COUNT)).flatten();
        term.meanings
            .extend(counts.map(|postings| (postings, COUNTED)));
        let parts = (term.surest() < DOUBTFUL).then(|| split(index, word, is_last));
        parts.flatten().map_or_else(|| vec![term], Vec::from)
    }

    fn of(index: &'i Index, typed: &TypedWord<'_>, factor: f32) -> Self {
        let like = index.like(typed).into_iter();
        let meanings = like.map(|(postings, sure)| (postings, factor * sure));
        Self {
            meanings: meanings.collect(),
            is_small: index.small_words.contains(typed.text),
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
        let sure = self.meanings.iter().map(|(_, sure)| *sure);
        sure.fold(0.0, f32::max)
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
    let cuts = word.char_indices().map(|(at, _)| at);
    let pairs = cuts.filter_map(|at| word.split_at_checked(at));
    let known = pairs.filter_map(|(head, tail)| {
        let knows = index.of(tail).is_some() || is_last && index.begins(tail);
        Some((stem(index, head)?, tail, head.len())).filter(|_| knows && tail.len() >= FEWEST_PART)
    });
    let (head, tail, _) = known.min_by_key(|(_, _, cut)| cut.abs_diff(word.len() / 2))?;
    let parts = [TypedWord::new(head, false), TypedWord::new(tail, is_last)];
    Some(parts.map(|part| Term::of(index, &part.rightly(), SPLIT)))
}

/// A known word, without what links it to the next part of a compound.
fn stem<'w>(index: &Index, head: &'w str) -> Option<&'w str> {
    let mut stems = LINKS.iter().filter_map(|link| head.strip_suffix(link));
    stems.find(|stem| stem.len() >= FEWEST_PART && index.of(stem).is_some())
}
