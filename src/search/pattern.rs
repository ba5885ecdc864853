//! A word with typing errors: an automaton whose states are bits, one row per error made.

use super::fold::LONGEST_WORD;

/// The most errors that are ever forgiven.
const MOST: usize = 2;

/// A typed word, ready to be compared with others letter by letter.
pub(super) struct Pattern {
    ascii: [u64; 128],
    others: Vec<(char, u64)>,
    goal: u64,
    errors: usize,
}

/// How far a comparison came.
#[derive(Clone, Copy)]
pub(super) struct State {
    rows: [u64; MOST + 1],
    /// Waits for the second of two swapped letters.
    swaps: [u64; MOST],
    /// The fewest errors with which a beginning of the compared word was the whole pattern.
    best: Option<u8>,
}

/// How many errors a word of so many letters is forgiven; words with digits are names, and get none.
pub(super) fn forgiven(word: &str) -> usize {
    if word.chars().any(char::is_numeric) {
        return 0;
    }
    match word.chars().count() {
        0..=3 => 0,
        4..=7 => 1,
        _ => MOST,
    }
}

impl Pattern {
    pub(super) fn new(word: &str, errors: usize) -> Self {
        let mut pattern = Pattern {
            ascii: [0; 128],
            others: Vec::new(),
            goal: 1,
            errors: errors.min(MOST),
        };
        for c in word.chars().take(LONGEST_WORD) {
            pattern.note(c);
            pattern.goal <<= 1;
        }
        pattern
    }

    fn note(&mut self, c: char) {
        let bit = self.goal;
        if let Some(places) = self.ascii.get_mut(c as usize) {
            *places |= bit;
        } else if let Some((_, places)) = self.others.iter_mut().find(|(other, _)| *other == c) {
            *places |= bit;
        } else {
            self.others.push((c, bit));
        }
    }

    fn places(&self, c: char) -> u64 {
        match self.ascii.get(c as usize) {
            Some(places) => *places,
            None => self
                .others
                .iter()
                .find(|(other, _)| *other == c)
                .map_or(0, |(_, places)| *places),
        }
    }

    /// Before the first letter.
    pub(super) fn start(&self) -> State {
        let mut state = State {
            rows: [1, 3, 7],
            swaps: [0; MOST],
            best: None,
        };
        state
            .rows
            .iter_mut()
            .skip(self.errors + 1)
            .for_each(|row| *row = 0);
        state
    }

    /// After one letter more.
    pub(super) fn step(&self, state: &State, c: char) -> State {
        let places = self.places(c);
        let [none, one, two] = state.rows;
        let [swap_one, swap_two] = state.swaps;
        let exact = (none & places) << 1;
        let mut next = State {
            rows: [exact, 0, 0],
            swaps: [none & (places >> 1), 0],
            best: None,
        };
        if self.errors > 0 {
            let first =
                (one & places) << 1 | none | none << 1 | exact << 1 | (swap_one & places) << 2;
            next.rows[1] = first;
            if self.errors > 1 {
                next.rows[2] =
                    (two & places) << 1 | one | one << 1 | first << 1 | (swap_two & places) << 2;
                next.swaps[1] = one & (places >> 1);
            }
        }
        next.rows = next.rows.map(|row| row & (self.goal << 1).wrapping_sub(1));
        next.best = fewest(state.best, self.reached(&next));
        next
    }

    /// The errors with which everything read so far is the pattern.
    pub(super) fn reached(&self, state: &State) -> Option<u8> {
        (0u8..)
            .zip(state.rows)
            .find_map(|(errors, row)| (row & self.goal != 0).then_some(errors))
    }

    /// The errors in `word`, if they can be forgiven.
    pub(super) fn errors_in(&self, word: &str) -> Option<u8> {
        self.reached(
            &word
                .chars()
                .fold(self.start(), |state, c| self.step(&state, c)),
        )
    }

    /// The errors in the best beginning of `word`, if they can be forgiven.
    pub(super) fn errors_in_beginning(&self, word: &str) -> Option<u8> {
        word.chars()
            .fold(self.start(), |state, c| self.step(&state, c))
            .best
    }
}

impl State {
    /// Nothing that follows can be forgiven.
    pub(super) fn is_over(&self) -> bool {
        self.rows == [0; MOST + 1]
    }

    pub(super) fn best(&self) -> Option<u8> {
        self.best
    }
}

fn fewest(one: Option<u8>, other: Option<u8>) -> Option<u8> {
    one.into_iter().chain(other).min()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Optimal string alignment, by the book.
    fn by_the_book(a: &[char], b: &[char]) -> usize {
        let mut d = vec![vec![0; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                if i == 0 || j == 0 {
                    d[i][j] = i + j;
                    continue;
                }
                let change = usize::from(a[i - 1] != b[j - 1]);
                d[i][j] = (d[i - 1][j] + 1)
                    .min(d[i][j - 1] + 1)
                    .min(d[i - 1][j - 1] + change);
                if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                    d[i][j] = d[i][j].min(d[i - 2][j - 2] + 1);
                }
            }
        }
        d[a.len()][b.len()]
    }

    #[test]
    fn counts_errors() {
        for (typed, word, errors) in [
            ("geblokkeert", "geblokkeerd", Some(1)),
            ("watchwoord", "wachtwoord", Some(2)),
            ("softlok", "softlock", Some(1)),
            ("acount", "account", Some(1)),
            ("vergetn", "vergeten", Some(1)),
            ("mial", "mail", Some(1)),
            ("autentificatie", "authenticatie", None),
            ("paswoord", "wachtwoord", None),
            ("a1t3", "a1t2", None),
        ] {
            assert_eq!(
                Pattern::new(typed, forgiven(typed)).errors_in(word),
                errors,
                "{typed}"
            );
        }
        assert_eq!(
            Pattern::new("wahctw", 1).errors_in_beginning("wachtwoordreset"),
            Some(1)
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn agrees_with_the_book(a in "[abé]{0,9}", b in "[abé]{0,9}", errors in 0usize..=2) {
            let (x, y): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
            let told = Pattern::new(&a, errors).errors_in(&b).map(usize::from);
            let distance = by_the_book(&x, &y);
            prop_assert_eq!(told, (distance <= errors).then_some(distance));
            let beginning = (0..=y.len()).map(|n| by_the_book(&x, &y[..n])).min().filter(|d| *d <= errors);
            if !b.is_empty() && !a.is_empty() && a.chars().count() > errors {
                prop_assert_eq!(Pattern::new(&a, errors).errors_in_beginning(&b).map(usize::from), beginning);
            }
        }
    }
}
