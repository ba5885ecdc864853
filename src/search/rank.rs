//! The order of hits: what holds the words of a query, weighed phrase by phrase.

use super::index::{Index, IndexedPhrase, Posting, Weight};
use super::query::{Query, Term};

/// How many candidates are weighed at least.
const POOL: usize = 128;

/// An entry that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranked {
    /// Which entry it is.
    pub entry: usize,
    /// Which of its phrases said most of the query.
    pub phrase: usize,
    /// How much of the query was found here, from 0 to 1; rare words count for more.
    pub share: f32,
    /// Whether the query says a name or a search word of it whole, of two words or more.
    pub said_whole: bool,
    pub(super) score: f32,
}

/// The best entries for a query, best first and at most `most`; among equal ones, earlier entries come first.
pub fn best(index: &Index, query: &str, most: usize) -> Vec<Ranked> {
    let query = Query::read(index, query);
    let candidates = candidates(index, &query.terms, POOL.max(most.saturating_mul(2)));
    let matches = matches(index, &query.terms, &candidates);
    let entries = matches.chunk_by(|one, other| one.posting.entry == other.posting.entry);
    let scale = Scale::new(index, &query);
    let mut ranked: Vec<Ranked> = entries.map(|matches| scale.weigh(matches)).collect();
    ranked.sort_by(|one, other| other.score.total_cmp(&one.score));
    ranked.truncate(most);
    ranked
}

/// A word of an entry that answers a term of the query, by number.
struct Match {
    posting: Posting,
    term: usize,
    quality: f32,
}

/// The entries that are worth weighing, by a rough count: for each, whether it is.
fn candidates(index: &Index, terms: &[Term], most: usize) -> Vec<bool> {
    let mut points = vec![0.0; index.len()];
    for term in terms {
        for (sum, best) in points.iter_mut().zip(points_of(index, term)) {
            *sum += best;
        }
    }
    let mut order: Vec<usize> = (0..points.len()).collect();
    let of = |entry: &usize| points.get(*entry).copied().unwrap_or(0.0);
    if order.len() > most {
        let better =
            |one: &usize, other: &usize| of(other).total_cmp(&of(one)).then(one.cmp(other));
        order.select_nth_unstable_by(most, better);
        order.truncate(most);
    }
    let mut are = vec![false; points.len()];
    for entry in order {
        are.get_mut(entry).into_iter().for_each(|is| *is = true);
    }
    are
}

/// The best that each entry says of a term.
fn points_of(index: &Index, term: &Term) -> Vec<f32> {
    let mut points = vec![0.0f32; index.len()];
    for meaning in &term.meanings {
        let worth = term.rarity * meaning.quality;
        for posting in index.postings(meaning.word) {
            if let Some(best) = points.get_mut(posting.entry as usize) {
                *best = best.max(worth * posting.weight.factor());
            }
        }
    }
    points
}

/// Where the candidates answer a term, in the order of their words.
fn matches(index: &Index, terms: &[Term], candidates: &[bool]) -> Vec<Match> {
    let is_candidate = |posting: &&Posting| candidates.get(posting.entry as usize) == Some(&true);
    let mut matches = Vec::new();
    for (number, term) in terms.iter().enumerate() {
        for meaning in &term.meanings {
            let postings = index.postings(meaning.word).iter().filter(is_candidate);
            matches.extend(postings.map(|posting| Match {
                posting: *posting,
                term: number,
                quality: meaning.quality,
            }));
        }
    }
    matches.sort_by_key(|found| (found.posting.phrase, found.posting.position));
    matches
}

/// What weighs entries against a query.
struct Scale<'q> {
    index: &'q Index,
    terms: &'q [Term],
    /// What an entry would hold that held every word.
    full: f32,
}

/// What a query says of one phrase.
struct Said {
    /// The best that was found of each term.
    found: Vec<f32>,
    /// What that counts for beside the entry's other phrases.
    factor: f32,
    /// What the phrase is worth by itself.
    worth: f32,
    /// Whether the query says all of a name.
    whole: bool,
    place: u16,
}

impl<'q> Scale<'q> {
    fn new(index: &'q Index, query: &'q Query) -> Self {
        let known = query.terms.iter().map(|term| term.rarity).sum::<f32>();
        Scale {
            index,
            terms: &query.terms,
            full: known + query.missing,
        }
    }

    /// Weighs an entry by all of its matches.
    fn weigh(&self, matches: &[Match]) -> Ranked {
        let phrases = matches.chunk_by(|one, other| one.posting.phrase == other.posting.phrase);
        let said: Vec<Said> = phrases
            .filter_map(|matches| self.weigh_phrase(matches))
            .collect();
        let most = said.iter().max_by(|one, other| {
            one.worth
                .total_cmp(&other.worth)
                .then(other.place.cmp(&one.place))
        });
        let share = self.sum(&said, |_| 1.0) / self.full;
        let weighted = self.sum(&said, |said| said.factor);
        Ranked {
            entry: matches
                .first()
                .map_or(0, |found| found.posting.entry as usize),
            phrase: most.map_or(0, |said| said.place.into()),
            share,
            said_whole: said.iter().any(|said| said.whole),
            score: (weighted + 0.5 * most.map_or(0.0, |said| said.worth)) * (0.4 + 0.6 * share),
        }
    }

    /// Adds up the best that was said of each term.
    fn sum(&self, said: &[Said], factor: impl Fn(&Said) -> f32) -> f32 {
        let best = |term| {
            let found = said
                .iter()
                .map(|said| factor(said) * said.found.get(term).copied().unwrap_or(0.0));
            found.fold(0.0, f32::max)
        };
        let terms = self.terms.iter().enumerate();
        terms.map(|(number, term)| term.rarity * best(number)).sum()
    }

    fn weigh_phrase(&self, matches: &[Match]) -> Option<Said> {
        let phrase = self.index.phrase(matches.first()?.posting.phrase)?;
        let found = self.best_of_terms(matches);
        let fullness = fullness(matches, phrase);
        let sum: f32 = found
            .iter()
            .zip(self.terms)
            .map(|(found, term)| found * term.rarity)
            .sum();
        let order = Self::pairs(matches) as f32 / self.terms.len().saturating_sub(1).max(1) as f32;
        let factor = phrase.weight.factor();
        // A search word was written for a query that says it; half of one says little.
        let part = match phrase.weight {
            Weight::SearchWord => fullness,
            _ => 1.0,
        };
        Some(Said {
            found,
            factor: part * factor,
            worth: factor * sum * (0.4 + 0.6 * fullness + 0.3 * order.min(1.0)),
            whole: self.is_whole(matches, phrase, fullness),
            place: phrase.place,
        })
    }

    fn best_of_terms(&self, matches: &[Match]) -> Vec<f32> {
        let mut best = vec![0.0f32; self.terms.len()];
        for found in matches {
            if let Some(best) = best.get_mut(found.term) {
                *best = best.max(found.quality);
            }
        }
        best
    }

    /// How often two words stand side by side that were typed so.
    fn pairs(matches: &[Match]) -> usize {
        let followers = |(at, one): (usize, &Match)| {
            let next = (one.posting.position.saturating_add(1), one.term + 1);
            let near = matches.iter().skip(at + 1);
            let near = near.take_while(|other| other.posting.position <= next.0);
            near.filter(|other| (other.posting.position, other.term) == next)
                .count()
        };
        matches.iter().enumerate().map(followers).sum()
    }

    /// Whether the query says every word of a name, in its order and not by small words alone.
    fn is_whole(&self, matches: &[Match], phrase: IndexedPhrase, fullness: f32) -> bool {
        let tells = |found: &&Match| {
            self.terms
                .get(found.term)
                .is_some_and(|term| !term.is_small)
        };
        let telling = positions(matches.iter().filter(tells)).len();
        let named = matches!(phrase.weight, Weight::Title | Weight::SearchWord);
        named && telling >= 2 && Self::pairs(matches) + 1 >= phrase.words.into() && fullness >= 1.0
    }
}

/// How much of a phrase the query said, from 0 to 1; in quarters, since the length of what was *not* typed
/// should not decide between two titles.
fn fullness(matches: &[Match], phrase: IndexedPhrase) -> f32 {
    let words = matches.chunk_by(|one, other| one.posting.position == other.posting.position);
    let best = |found: &[Match]| found.iter().map(|found| found.quality).fold(0.0, f32::max);
    let said: f32 = words.map(best).sum();
    (said / f32::from(phrase.words.max(1)) * 4.0 + 0.001).floor() / 4.0
}

fn positions<'m>(matches: impl Iterator<Item = &'m Match>) -> Vec<u16> {
    let mut positions: Vec<u16> = matches.map(|found| found.posting.position).collect();
    positions.dedup();
    positions
}
