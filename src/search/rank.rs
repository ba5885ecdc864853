//! The order of hits: what holds the words of a query, weighed phrase by phrase.

use std::collections::HashSet;

use super::index::{Index, Posting, Weight};
use super::query::{Query, Term};

/// How many entries are weighed, but for equal ones.
const POOL: usize = 128;
/// A word that is less sure than this says nothing of a phrase: the end of a longer one.
const MEANT: f32 = 0.48;

/// An entry that was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ranked {
    /// Which entry it is.
    pub entry: usize,
    /// Which of its phrases said most of the query.
    pub phrase: usize,
    /// How much of the query was found here, from 0 to 1; rare words count for more.
    pub share: f32,
    /// Whether the query says a name or a search word of it whole, of two words or more, or a long number of it.
    pub said_whole: bool,
    pub(super) score: f32,
}

/// The best entries for a query, best first and at most `most`; among equal ones, earlier entries come first.
pub fn best(index: &Index, query: &str, most: usize) -> Vec<Ranked> {
    let query = Query::read(index, query);
    let matches = matches(index, &query);
    let entries = matches.chunk_by(|one, other| one.place.entry == other.place.entry);
    let mut ranked: Vec<Ranked> = entries.filter_map(|found| weigh(&query, found)).collect();
    ranked.sort_by(|one, other| other.score.total_cmp(&one.score));
    ranked.truncate(most);
    ranked
}

/// A place that answers a term of the query.
struct Match<'q> {
    place: Posting,
    /// Which term of the query it is.
    number: usize,
    term: &'q Term<'q>,
    sure: f32,
}

/// Where the entries that are worth weighing answer the query, in the order of their words.
fn matches<'q>(index: &Index, query: &'q Query<'_>) -> Vec<Match<'q>> {
    let points = rough_points(index, query);
    let mut ordered = points.clone();
    let least = (ordered.len() > POOL).then(|| {
        let (_, least, _) = ordered.select_nth_unstable_by(POOL, |a, b| b.total_cmp(a));
        *least
    });
    let mut matches = Vec::new();
    for (number, term) in query.terms.iter().enumerate() {
        let worth = |place: &Posting| points.get(place.entry as usize) >= least.as_ref();
        let places = term.places().filter(|(place, _)| worth(place));
        matches.extend(places.map(|(place, sure)| Match {
            place,
            number,
            term,
            sure,
        }));
    }
    matches.sort_by_key(|found| found.place);
    matches
}

/// For each entry the best that any place in it says of each term.
fn rough_points(index: &Index, query: &Query<'_>) -> Vec<f32> {
    let mut points = vec![0.0; index.entries as usize];
    for term in &query.terms {
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
fn weigh(query: &Query<'_>, matches: &[Match<'_>]) -> Option<Ranked> {
    let phrases = matches.chunk_by(|one, other| one.place.phrase == other.place.phrase);
    let phrases = phrases.filter_map(|found| PhraseMatch::of(query, found));
    let phrases: Vec<_> = phrases.collect();
    let sum = |part: fn(&PhraseMatch<'_>) -> f32| {
        query.sum(phrases.iter().flat_map(|said| {
            let (part, matches) = (part(said), said.matches.iter());
            matches.map(move |found| (found.number, part * found.sure))
        }))
    };
    let in_turn = phrases.iter().rev();
    let best = in_turn.max_by(|one, other| one.worth.total_cmp(&other.worth))?;
    let found = sum(|_| 1.0) / query.says;
    let is_said = phrases.iter().any(|said| said.is_whole);
    Some(Ranked {
        entry: best.phrase.entry as usize,
        phrase: best.phrase.phrase.into(),
        share: sum(|said| said.explains) / query.says,
        said_whole: is_said || matches.iter().any(|found| found.term.is_code),
        score: (sum(|said| said.factor) + 0.5 * best.worth) * (0.4 + 0.6 * found),
    })
}

/// What a query says of one phrase.
struct PhraseMatch<'q> {
    /// Where it answers the query; any of these places stands for the phrase.
    matches: &'q [Match<'q>],
    phrase: Posting,
    /// How much its words explain of a query: half of "phone broken" is about anything.
    explains: f32,
    /// What its words count for beside the entry's other phrases.
    factor: f32,
    /// What it is worth by itself.
    worth: f32,
    /// Whether the query says all of a name, in its order and not by small words alone.
    is_whole: bool,
}

impl<'q> PhraseMatch<'q> {
    fn of(query: &Query<'_>, matches: &'q [Match<'q>]) -> Option<Self> {
        let phrase = matches.first()?.place;
        let (weight, all) = (phrase.weight.factor(), f32::from(phrase.telling));
        let telling = matches.iter().filter(|found| !found.term.is_small);
        let telling: Vec<_> = telling.collect();
        // For each place of a telling word, how surely it was meant.
        let places = telling.chunk_by(|one, other| one.place.position == other.place.position);
        let sure = places.map(|place| place.iter().map(|found| found.sure).fold(0.0, f32::max));
        let sure: Vec<f32> = sure.collect();
        let meant = sure.iter().filter(|sure| **sure >= MEANT).count();
        // How much of it the query says, from 0 to 1; in quarters, since the length of what was *not* typed should
        // not decide between two titles.
        let fullness = (sure.iter().sum::<f32>() / all * 4.0 + 0.001).floor() / 4.0;
        let pairs = pairs(matches);
        let most_pairs = query.terms.len().saturating_sub(1).max(1);
        let order = (pairs as f32 / most_pairs as f32).min(1.0);
        let says = query.sum(matches.iter().map(|found| (found.number, found.sure)));
        Some(Self {
            matches,
            phrase,
            explains: (meant as f32 / all).clamp(0.5, 1.0),
            // A search word was written for a query that says it; half of one says little.
            factor: match phrase.weight {
                Weight::SearchWord => weight * fullness,
                _ => weight,
            },
            worth: weight * says * (0.4 + 0.6 * fullness + 0.3 * order),
            is_whole: matches!(phrase.weight, Weight::Title | Weight::SearchWord)
                && (2..=pairs + 1).contains(&sure.len())
                && fullness >= 1.0,
        })
    }
}

/// How often two words stand side by side that were typed so.
fn pairs(matches: &[Match<'_>]) -> usize {
    let places = matches.iter();
    let places = places.map(|found| (found.number, usize::from(found.place.position)));
    let places: HashSet<_> = places.collect();
    let next = |(number, position): &(usize, usize)| (number + 1, position + 1);
    places
        .iter()
        .filter(|place| places.contains(&next(place)))
        .count()
}
