//! A rough count for every entry at once, to choose which are worth weighing.

use std::sync::PoisonError;

use super::index::{Catalogue, Posting, Weight};
use super::term::Term;

/// The postings that one query may read; a letter that begins half of all words reads no more.
const MOST_POSTINGS: usize = 10_000;
/// What all terms together can score.
const FULL: f32 = 60_000.0;

/// Per entry the points of earlier terms in the low half, the best of the present term in the high half.
#[derive(Default)]
pub(super) struct Tally {
    /// Nothing but nought between two queries.
    cells: Vec<u32>,
    touched: Vec<u32>,
    order: Vec<(u32, u32)>,
}

impl Tally {
    fn add(&mut self, postings: &[Posting], points: &[u32; Posting::CLASSES]) {
        for posting in postings {
            let Some(cell) = self.cells.get_mut(posting.entry() as usize) else {
                continue;
            };
            if *cell == 0 {
                self.touched.push(posting.entry());
            }
            let now = points.get(posting.class()).copied().unwrap_or(1);
            *cell = (*cell & 0xFFFF) | (*cell >> 16).max(now) << 16;
        }
    }

    fn settle(&mut self) {
        for entry in &self.touched {
            if let Some(cell) = self.cells.get_mut(*entry as usize) {
                *cell = ((*cell & 0xFFFF) + (*cell >> 16)).min(0xFFFF);
            }
        }
    }

    /// The `most` entries that score best, by number; of equal ones the earlier. It is as new then.
    fn best(&mut self, most: usize) -> Vec<u32> {
        self.order.clear();
        for entry in self.touched.drain(..) {
            let points = self.cells.get_mut(entry as usize).map(std::mem::take);
            self.order.push((u32::MAX - points.unwrap_or(0), entry));
        }
        if self.order.len() > most {
            self.order.select_nth_unstable(most);
            self.order.truncate(most);
        }
        let mut best: Vec<u32> = self.order.iter().map(|(_, entry)| *entry).collect();
        // Neighbours in memory are read one after the other.
        best.sort_unstable();
        best
    }
}

/// The `most` entries that score best, by number; of equal ones the earlier.
pub(super) fn candidates(catalogue: &Catalogue, terms: &[Term], most: usize) -> Vec<u32> {
    let tally = catalogue.tally.lock();
    let mut tally = tally.unwrap_or_else(PoisonError::into_inner);
    tally.cells.resize(catalogue.entry_count(), 0);
    let all: f32 = terms.iter().map(|term| term.rarity).sum();
    let mut left = MOST_POSTINGS;
    let mut rarest_first: Vec<&Term> = terms.iter().collect();
    rarest_first.sort_by(|a, b| b.rarity.total_cmp(&a.rarity));
    for term in rarest_first {
        for (words, quality) in term.meanings() {
            let postings = catalogue.postings(&words);
            let postings = postings.get(..postings.len().min(left)).unwrap_or_default();
            left -= postings.len();
            tally.add(postings, &points(FULL * quality * term.rarity / all));
        }
        tally.settle();
    }
    tally.best(most)
}

/// What a word is worth in each kind of phrase: more in a title, and more where few other words stand.
fn points(full: f32) -> [u32; Posting::CLASSES] {
    let mut points = [1; Posting::CLASSES];
    let lengths = [1.0, 0.9, 0.85, 0.8];
    let classes = Weight::ALL
        .iter()
        .flat_map(|weight| lengths.iter().map(|length| weight.factor() * length));
    for (points, factor) in points.iter_mut().zip(classes) {
        *points = ((full * factor) as u32).max(1);
    }
    points
}
