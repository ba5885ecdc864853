//! The order of hits: every candidate weighed phrase by phrase.

use super::index::{Catalogue, PhraseStart, Token, Weight};
use super::tally;
use super::term::{self, Term, Terms};

/// How many candidates are weighed at least.
const POOL: usize = 128;
/// More terms than a query can have.
const MOST_TERMS: usize = 64;

/// An entry with its score.
pub(super) struct Ranked {
    pub(super) entry: u32,
    /// The phrase that said most.
    pub(super) phrase: usize,
    pub(super) share: f32,
    /// Whether the query says a name or a search word of it whole, of two words or more.
    pub(super) said_whole: bool,
    pub(super) score: f32,
}

/// The best entries for a query, best first.
pub(super) fn best(catalogue: &Catalogue, query: &str, limit: usize) -> Vec<Ranked> {
    let terms = term::read(catalogue, query);
    if terms.known.is_empty() || limit == 0 {
        return Vec::new();
    }
    let candidates = tally::candidates(catalogue, &terms.known, POOL.max(limit.saturating_mul(2)));
    let scale = Scale::new(catalogue, &terms);
    let mut ranked: Vec<Ranked> = candidates
        .into_iter()
        .map(|entry| scale.weigh(entry))
        .collect();
    ranked.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.entry.cmp(&b.entry)));
    ranked.truncate(limit);
    ranked
}

struct Scale<'q> {
    catalogue: &'q Catalogue,
    terms: &'q [Term],
    /// The terms that are no small words, as bits.
    telling: u64,
    /// What an entry would hold that held every word.
    full: f32,
}

/// The best that was found of each term.
type Found = [f32; MOST_TERMS];

/// What a query says of one phrase.
struct Said {
    found: Found,
    /// What that counts for beside the entry's other phrases.
    factor: f32,
    /// What the phrase is worth by itself.
    worth: f32,
    /// Whether the query says all of it.
    whole: bool,
}

impl<'q> Scale<'q> {
    fn new(catalogue: &'q Catalogue, terms: &'q Terms) -> Self {
        let full = terms.known.iter().map(|term| term.rarity).sum::<f32>() + terms.missing;
        let bits = terms.known.iter().zip(0..);
        let telling = bits.filter(|(term, _)| !term.is_small());
        Scale {
            catalogue,
            terms: &terms.known,
            telling: telling.fold(0, |bits, (_, bit)| bits | 1 << bit),
            full,
        }
    }

    fn weigh(&self, entry: u32) -> Ranked {
        let (mut found, mut weighted): (Found, Found) = ([0.0; MOST_TERMS], [0.0; MOST_TERMS]);
        let (mut phrase, mut of_phrase) = (0, 0.0);
        let mut said_whole = false;
        for at in self.catalogue.phrases_of(entry) {
            let Some((start, tokens)) = self.catalogue.phrase(at) else {
                continue;
            };
            let Some(said) = self.weigh_phrase(start, tokens) else {
                continue;
            };
            said_whole |= said.whole;
            keep_best(&mut found, &said.found, 1.0);
            keep_best(&mut weighted, &said.found, said.factor);
            if said.worth > of_phrase {
                (phrase, of_phrase) = (at, said.worth);
            }
        }
        let share = self.sum(&found) / self.full;
        let score = (self.sum(&weighted) + 0.5 * of_phrase) * (0.4 + 0.6 * share);
        Ranked {
            entry,
            phrase,
            share,
            said_whole,
            score,
        }
    }

    fn weigh_phrase(&self, start: PhraseStart, tokens: &[Token]) -> Option<Said> {
        let mut found = [0.0; MOST_TERMS];
        let (mut before, mut pairs, mut any, mut said) = (0, 0, 0, 0.0);
        let (mut telling, mut words) = (0, 0);
        for token in tokens {
            let (here, quality) = self.match_token(*token, &mut found);
            any |= here;
            pairs += u32::from(before << 1 & here != 0);
            if !token.is_extra() {
                before = here;
                words += 1;
                telling += u32::from(here & self.telling != 0);
            }
            if here != 0 && !token.is_extra() {
                said += quality * self.catalogue.rarity_of(token.word());
            }
        }
        if any == 0 {
            return None;
        }
        let wanted = self.terms.len().saturating_sub(1).max(1);
        let order = (pairs as f32 / wanted as f32).min(1.0);
        let fullness = fullness(said, start.says);
        let named = matches!(start.weight, Weight::Title | Weight::SearchWord);
        let whole = named && telling >= 2 && pairs + 1 >= words && fullness >= 1.0;
        let factor = start.weight.factor();
        let worth = factor * self.sum(&found) * (0.4 + 0.6 * fullness + 0.3 * order);
        // A search word was written for a query that says it; half of one says little.
        let part = match start.weight {
            Weight::SearchWord => fullness,
            _ => 1.0,
        };
        Some(Said {
            found,
            factor: part * factor,
            worth,
            whole,
        })
    }

    /// Notes which terms a word answers, as bits and with their quality; and the best of these.
    fn match_token(&self, token: Token, found: &mut Found) -> (u64, f32) {
        let (mut here, mut surest) = (0, 0.0f32);
        for ((term, best), bit) in self.terms.iter().zip(found).zip(0..) {
            let quality = term.quality(token.word());
            if quality > 0.0 {
                here |= 1 << bit;
                surest = surest.max(quality);
                *best = best.max(term.fine_quality(token.word(), self.letters(token)));
            }
        }
        (here, surest)
    }

    fn letters(&self, token: Token) -> usize {
        self.catalogue.vocabulary.word(token.word()).chars().count()
    }

    fn sum(&self, found: &Found) -> f32 {
        self.terms
            .iter()
            .zip(found)
            .map(|(term, found)| term.rarity * found)
            .sum()
    }
}

/// How much of a phrase the query said, from 0 to 1; in quarters, since how rare the words are
/// that were *not* typed should not decide between two titles.
fn fullness(said: f32, all: f32) -> f32 {
    if all > 0.0 {
        (said / all * 4.0 + 0.001).floor() / 4.0
    } else {
        0.0
    }
}

fn keep_best(best: &mut Found, here: &Found, factor: f32) {
    for (best, here) in best.iter_mut().zip(here) {
        *best = best.max(here * factor);
    }
}
