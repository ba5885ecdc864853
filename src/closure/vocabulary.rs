//! The words that people use in dates, in every language at once: a student
//! may answer in another language than the screen's.

use chrono::Weekday;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What a word in a date stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateWord {
    /// A month, from 1 to 12.
    Month(u32),
    /// A day of the week.
    Weekday(Weekday),
    /// A day, by how many days it is from today.
    Day(i64),
    /// Nothing: an ordinal's ending, and what else may be left out.
    Skipped,
}

/// The words of all languages, ready to be looked up.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary(Vec<(String, DateWord)>);

impl Vocabulary {
    /// Adds names for one thing, with commas between.
    pub fn add(&mut self, names: &str, word: DateWord) {
        let names = names.split(',');
        let names = names.map(|name| fold(name.trim()).trim_end_matches('.').to_owned());
        let names = names.filter(|name| !name.is_empty());
        self.0.extend(names.map(|name| (name, word)));
    }

    /// What a folded word stands for.
    pub(super) fn named(&self, word: &str) -> impl Iterator<Item = DateWord> {
        let named = self.0.iter().filter(move |(name, _)| name == word);
        named.map(|(_, found)| *found)
    }

    /// What the words stand for that begin like this.
    pub(super) fn begun(&self, word: &str) -> impl Iterator<Item = DateWord> {
        let begun = self
            .0
            .iter()
            .filter(move |(name, _)| name.starts_with(word));
        begun.map(|(_, found)| *found)
    }

    /// How many days from today a folded word is.
    pub(super) fn day(&self, word: &str) -> Option<i64> {
        self.named(word).find_map(|found| match found {
            DateWord::Day(offset) => Some(offset),
            _ => None,
        })
    }

    /// The day of the week that a folded word names.
    pub(super) fn weekday(&self, word: &str) -> Option<Weekday> {
        self.named(word).find_map(|found| match found {
            DateWord::Weekday(weekday) => Some(weekday),
            _ => None,
        })
    }

    /// The months that a folded word names, or else begins; each once.
    pub(super) fn months(&self, word: &str) -> Vec<u32> {
        let month = |found| match found {
            DateWord::Month(month) => Some(month),
            _ => None,
        };
        let mut months: Vec<u32> = self.named(word).filter_map(month).collect();
        if months.is_empty() {
            months = self.begun(word).filter_map(month).collect();
        }
        months.sort_unstable();
        months.dedup();
        months
    }
}

/// A text in small letters without accents, in the plain form of each character, so that `Aout`
/// is `août` and a full-width `２` is `2`.
pub(super) fn fold(text: &str) -> String {
    let plain = text.nfkd().filter(|letter| !is_combining_mark(*letter));
    let small = plain.flat_map(char::to_lowercase);
    small
        .map(|letter| match letter {
            '’' | 'ʼ' | '`' | '´' => '\'',
            letter => letter,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vocabulary() -> Vocabulary {
        let mut words = Vocabulary::default();
        words.add("aujourd’hui", DateWord::Day(0));
        for (month, names) in [(6, "juin"), (7, "juillet, juil."), (8, "août"), (8, "aug")] {
            words.add(names, DateWord::Month(month));
        }
        words
    }

    #[test]
    fn a_month_is_named_whole_or_by_a_beginning_that_only_it_has() {
        for (name, months) in [
            ("juin", &[6][..]),
            ("juil", &[7]),
            ("jui", &[6, 7]),
            ("juill", &[7]),
            ("aout", &[8]),
            ("a", &[8]),
            ("x", &[]),
        ] {
            assert_eq!(vocabulary().months(name), months, "{name}");
        }
    }

    #[test]
    fn letters_fold_whichever_way_they_are_written() {
        assert_eq!(fold("AOÛT"), fold("aou\u{302}t"));
        assert_eq!(vocabulary().day(&fold("Aujourd'hui")), Some(0));
    }
}
