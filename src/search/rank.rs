//! The order of hits: what holds the words of a query, weighed phrase by phrase.

use super::index::{Index, Posting, Weight};
use super::query::{Query, Term};

/// How many entries are weighed, but for equal ones.
const POOL: usize = 128;

/// An entry that was found.
#[derive(Clone, Debug, Default, PartialEq)]
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
    let matches = matches(index, &query.terms);
    let entries = matches.chunk_by(|one, other| one.posting.entry == other.posting.entry);
    let mut ranked: Vec<Ranked> = entries.map(|matches| weigh(&query, matches)).collect();
    ranked.sort_by(|one, other| other.score.total_cmp(&one.score));
    ranked.truncate(most);
    ranked
}

/// A place that answers a term of the query, by number.
struct Match {
    posting: Posting,
    term: usize,
    sure: f32,
}

/// Where the entries that are worth weighing answer the query, in the order of their words.
fn matches(index: &Index, terms: &[Term<'_>]) -> Vec<Match> {
    let points = rough_points(index, terms);
    let mut ordered = points.clone();
    let least = (ordered.len() > POOL).then(|| {
        let (_, least, _) = ordered.select_nth_unstable_by(POOL, |a, b| b.total_cmp(a));
        *least
    });
    let is_worth = |entry: u32| points.get(entry as usize).copied() >= least;
    let mut matches = Vec::new();
    for (term, answered) in terms.iter().enumerate() {
        let places = answered.places().filter(|(place, _)| is_worth(place.entry));
        matches.extend(places.map(|(posting, sure)| Match {
            posting,
            term,
            sure,
        }));
    }
    matches.sort_by_key(|found| found.posting);
    matches
}

/// For each entry the best that any place in it says of each term.
fn rough_points(index: &Index, terms: &[Term<'_>]) -> Vec<f32> {
    let mut points = vec![0.0; index.len()];
    for term in terms {
        let mut best = vec![0.0f32; points.len()];
        for (place, sure) in term.places() {
            if let Some(best) = best.get_mut(place.entry as usize) {
                *best = best.max(sure * place.weight.factor());
            }
        }
        let sums = points.iter_mut().zip(best);
        sums.for_each(|(sum, best)| *sum += term.rarity * best);
    }
    points
}

/// Weighs an entry by all places in it that answer the query.
fn weigh(query: &Query<'_>, matches: &[Match]) -> Ranked {
    let phrases = matches.chunk_by(|one, other| one.posting.phrase == other.posting.phrase);
    let mut best = vec![(0.0f32, 0.0f32); query.terms.len()];
    let mut ranked = Ranked::default();
    let mut worth = 0.0;
    for (said, matches) in phrases.map(|matches| (PhraseScore::of(query, matches), matches)) {
        for found in matches {
            let Some((sure, weighted)) = best.get_mut(found.term) else {
                continue;
            };
            *sure = sure.max(found.sure);
            *weighted = weighted.max(found.sure * said.factor);
        }
        ranked.said_whole |= said.is_whole;
        if said.worth > worth {
            worth = said.worth;
            ranked.phrase = said.phrase;
        }
    }
    let (mut share, mut weighted) = (0.0, 0.0);
    for (best, term) in best.iter().zip(&query.terms) {
        share += term.rarity * best.0 / query.says;
        weighted += term.rarity * best.1;
    }
    ranked.entry = matches
        .first()
        .map_or(0, |found| found.posting.entry as usize);
    ranked.share = share;
    ranked.score = (weighted + 0.5 * worth) * (0.4 + 0.6 * share);
    ranked
}

/// What a query says of one phrase.
#[derive(Default)]
struct PhraseScore {
    phrase: usize,
    /// What its words count for beside the entry's other phrases.
    factor: f32,
    /// What it is worth by itself.
    worth: f32,
    /// Whether the query says all of a name, in its order and not by small words alone.
    is_whole: bool,
}

impl PhraseScore {
    fn of(query: &Query<'_>, matches: &[Match]) -> Self {
        let Some(phrase) = matches.first().map(|found| found.posting) else {
            return Self::default();
        };
        let pairs = pairs(matches);
        let order = pairs as f32 / query.terms.len().saturating_sub(1).max(1) as f32;
        let fullness = fullness(matches, phrase.words);
        let telling = |found: &&Match| {
            query
                .terms
                .get(found.term)
                .is_some_and(|term| !term.is_small)
        };
        let mut telling: Vec<u16> = matches
            .iter()
            .filter(telling)
            .map(|found| found.posting.position)
            .collect();
        telling.dedup();
        let is_name = matches!(phrase.weight, Weight::Title | Weight::SearchWord);
        let factor = phrase.weight.factor();
        Self {
            phrase: phrase.phrase.into(),
            // A search word was written for a query that says it; half of one says little.
            factor: if phrase.weight == Weight::SearchWord {
                factor * fullness
            } else {
                factor
            },
            worth: factor * says(query, matches) * (0.4 + 0.6 * fullness + 0.3 * order.min(1.0)),
            is_whole: is_name
                && telling.len() > 1
                && pairs + 1 >= phrase.words.into()
                && fullness >= 1.0,
        }
    }
}

/// How much of the query is said in a phrase.
fn says(query: &Query<'_>, matches: &[Match]) -> f32 {
    let mut best = vec![0.0f32; query.terms.len()];
    for found in matches {
        if let Some(best) = best.get_mut(found.term) {
            *best = best.max(found.sure);
        }
    }
    let terms = query.terms.iter().zip(best);
    terms.map(|(term, best)| term.rarity * best).sum()
}

/// How much of a phrase the query says, from 0 to 1; in quarters, since the length of what was *not* typed
/// should not decide between two titles.
fn fullness(matches: &[Match], words: u16) -> f32 {
    let places = matches.chunk_by(|one, other| one.posting.position == other.posting.position);
    let best = places.map(|place| {
        place
            .iter()
            .fold(0.0f32, |best, found| best.max(found.sure))
    });
    (best.sum::<f32>() / f32::from(words) * 4.0 + 0.001).floor() / 4.0
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
