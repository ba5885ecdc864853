//! The order of hits: what holds the words of a query, weighed phrase by phrase.

use super::index::{Index, Posting, Weight};
use super::query::{Query, Term};

/// How many entries are weighed, but for equal ones.
const POOL: usize = 128;
/// What words explain of a query of which the phrase says more.
const HALF: f32 = 0.5;
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
    let matches = matches(index, &query.terms);
    let entries = matches.chunk_by(|one, other| one.posting.entry == other.posting.entry);
    let mut ranked: Vec<Ranked> = entries
        .filter_map(|matches| weigh(&query, matches))
        .collect();
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
fn weigh(query: &Query<'_>, matches: &[Match]) -> Option<Ranked> {
    let phrases = matches.chunk_by(|one, other| one.posting.phrase == other.posting.phrase);
    let phrases: Vec<_> = phrases
        .filter_map(|matches| PhraseMatch::of(query, matches))
        .collect();
    let found = matches.iter().map(|found| (found.term, found.sure));
    let found = sum(query, found) / query.says;
    let shares = phrases
        .iter()
        .flat_map(|said| said.answers(said.explains()));
    let weighted = phrases.iter().flat_map(|said| said.answers(said.factor()));
    let (share, weighted) = (sum(query, shares) / query.says, sum(query, weighted));
    let worth = phrases.iter().map(|said| (said.worth(), said.phrase));
    let best = worth.reduce(|best, other| if other.0 > best.0 { other } else { best });
    let (worth, phrase) = best?;
    let said_whole = phrases.iter().any(PhraseMatch::is_whole);
    Some(Ranked {
        entry: phrase.entry as usize,
        phrase: phrase.phrase.into(),
        share,
        said_whole: said_whole || matches.iter().any(|found| query.is_code(found.term)),
        score: (weighted + 0.5 * worth) * (0.4 + 0.6 * found),
    })
}

/// What answers the terms of a query best, each by how much finding it says.
fn sum(query: &Query<'_>, answers: impl Iterator<Item = (usize, f32)>) -> f32 {
    let mut best = vec![0.0f32; query.terms.len()];
    for (term, sure) in answers {
        if let Some(best) = best.get_mut(term) {
            *best = best.max(sure);
        }
    }
    let terms = query.terms.iter().zip(best);
    terms.map(|(term, best)| term.rarity * best).sum()
}

/// What a query says of one phrase.
struct PhraseMatch<'q> {
    query: &'q Query<'q>,
    /// Where it answers the query; any of these places stands for the phrase.
    matches: &'q [Match],
    phrase: Posting,
    /// For each place of a telling word, how surely it was meant.
    telling: Vec<f32>,
    /// How often two words stand side by side that were typed so.
    pairs: usize,
}

impl<'q> PhraseMatch<'q> {
    fn of(query: &'q Query<'q>, matches: &'q [Match]) -> Option<Self> {
        let is_telling = |found: &&Match| !query.is_small(found.term);
        let telling: Vec<&Match> = matches.iter().filter(is_telling).collect();
        let places = telling.chunk_by(|one, other| one.posting.position == other.posting.position);
        let surest = |place: &[&Match]| {
            place
                .iter()
                .fold(0.0f32, |sure, found| sure.max(found.sure))
        };
        Some(Self {
            query,
            matches,
            phrase: matches.first()?.posting,
            telling: places.map(surest).collect(),
            pairs: pairs(matches),
        })
    }

    /// The terms that it answers, each by a part of how surely.
    fn answers(&self, part: f32) -> impl Iterator<Item = (usize, f32)> {
        let matches = self.matches.iter();
        matches.map(move |found| (found.term, part * found.sure))
    }

    /// How much its words explain of a query: half of "phone broken" is about anything.
    fn explains(&self) -> f32 {
        let meant = self.telling.iter().filter(|sure| **sure >= MEANT).count();
        (meant as f32 / f32::from(self.phrase.telling)).clamp(HALF, 1.0)
    }

    /// How much of it the query says, from 0 to 1; in quarters, since the length of what was *not* typed should not
    /// decide between two titles.
    fn fullness(&self) -> f32 {
        let sure: f32 = self.telling.iter().sum();
        (sure / f32::from(self.phrase.telling) * 4.0 + 0.001).floor() / 4.0
    }

    /// What its words count for beside the entry's other phrases.
    fn factor(&self) -> f32 {
        // A search word was written for a query that says it; half of one says little.
        let part = match self.phrase.weight {
            Weight::SearchWord => self.fullness(),
            _ => 1.0,
        };
        self.phrase.weight.factor() * part
    }

    /// What it is worth by itself.
    fn worth(&self) -> f32 {
        let most = self.query.terms.len().saturating_sub(1).max(1);
        let order = (self.pairs as f32 / most as f32).min(1.0);
        let says = sum(self.query, self.answers(1.0));
        self.phrase.weight.factor() * says * (0.4 + 0.6 * self.fullness() + 0.3 * order)
    }

    /// Whether the query says all of a name, in its order and not by small words alone.
    fn is_whole(&self) -> bool {
        let (telling, weight) = (self.telling.len(), self.phrase.weight);
        let is_name = matches!(weight, Weight::Title | Weight::SearchWord);
        is_name && telling > 1 && self.pairs + 1 >= telling && self.fullness() >= 1.0
    }
}

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
