//! The words that people use in dates, in every language at once: a student
//! may answer in another language than the screen's.

use chrono::Weekday;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The words of one language, each list with commas between.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// Names and short names of each month, from January.
    pub months: [String; 12],
    /// Names and short names of each day of the week, from Monday.
    pub weekdays: [String; 7],
    /// Words for the day before today.
    pub yesterday: String,
    /// Words for today.
    pub today: String,
    /// Words for the day after today.
    pub tomorrow: String,
    /// Words that may be left out, such as an ordinal's ending.
    pub skipped: String,
}

/// The words of all languages, ready to be looked up.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    months: Vec<(String, u32)>,
    weekdays: Vec<(String, Weekday)>,
    days: Vec<(String, i64)>,
    skipped: Vec<String>,
}

/// What a word says about a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MonthMatch {
    /// It is this one, from 1 to 12.
    One(u32),
    /// It begins more than one.
    Several,
    /// It is none.
    None,
}

impl Vocabulary {
    /// Collects the words of languages.
    pub fn new(languages: &[Words]) -> Self {
        let mut all = Self::default();
        for words in languages {
            for (number, names) in (1..).zip(&words.months) {
                all.months.extend(list(names).map(|name| (name, number)));
            }
            for (number, names) in (0u8..).zip(&words.weekdays) {
                let weekday = Weekday::try_from(number).unwrap_or(Weekday::Mon);
                let named = list(names).map(|name| (name, weekday));
                all.weekdays.extend(named);
            }
            for (offset, names) in [
                (-1, &words.yesterday),
                (0, &words.today),
                (1, &words.tomorrow),
            ] {
                all.days.extend(list(names).map(|name| (name, offset)));
            }
            all.skipped.extend(list(&words.skipped));
        }
        all
    }

    /// How many days from today a folded word is.
    pub(super) fn day(&self, word: &str) -> Option<i64> {
        self.days
            .iter()
            .find(|(name, _)| name == word)
            .map(|(_, offset)| *offset)
    }

    /// Whether some word for a day begins like this.
    pub(super) fn begins_day(&self, word: &str) -> bool {
        self.days.iter().any(|(name, _)| name.starts_with(word))
    }

    /// Whether a folded word may be left out.
    pub(super) fn skips(&self, word: &str) -> bool {
        self.skipped.iter().any(|skipped| skipped == word)
    }

    /// The day of the week that a folded word names.
    pub(super) fn weekday(&self, word: &str) -> Option<Weekday> {
        let mut named = self.weekdays.iter().filter(|(name, _)| name == word);
        named.next().map(|(_, weekday)| *weekday)
    }

    /// Whether the name of a day of the week begins like this.
    pub(super) fn begins_weekday(&self, word: &str) -> bool {
        let mut names = self.weekdays.iter();
        names.any(|(name, _)| name.starts_with(word))
    }

    /// The month that a folded word names, or alone begins.
    pub(super) fn month(&self, word: &str) -> MonthMatch {
        match self.one_month(|name| name == word) {
            MonthMatch::None => self.one_month(|name| name.starts_with(word)),
            found => found,
        }
    }

    fn one_month(&self, fits: impl Fn(&str) -> bool) -> MonthMatch {
        let mut found = self
            .months
            .iter()
            .filter(|(name, _)| fits(name))
            .map(|(_, month)| *month);
        match found.next() {
            None => MonthMatch::None,
            Some(month) if found.all(|other| other == month) => MonthMatch::One(month),
            Some(_) => MonthMatch::Several,
        }
    }
}

fn list(words: &str) -> impl Iterator<Item = String> {
    let folded = words
        .split(',')
        .map(|word| fold(word.trim()).trim_end_matches('.').to_owned());
    folded.filter(|word| !word.is_empty())
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
        let mut words = Words {
            today: "aujourd’hui".to_owned(),
            ..Words::default()
        };
        words.months[5] = "juin".to_owned();
        words.months[6] = "juillet, juil.".to_owned();
        words.months[7] = "août".to_owned();
        Vocabulary::new(&[words])
    }

    #[test]
    fn a_month_is_named_whole_or_by_a_beginning_that_only_it_has() {
        let names = ["juin", "juil", "jui", "juill", "aout", "x"];
        let months = names.map(|name| vocabulary().month(name));
        let expected = [6, 7, 0, 7, 8].map(|month| {
            if month == 0 {
                MonthMatch::Several
            } else {
                MonthMatch::One(month)
            }
        });
        assert_eq!(months[..5], expected);
        assert_eq!(months[5], MonthMatch::None);
    }

    #[test]
    fn letters_fold_whichever_way_they_are_written() {
        assert_eq!(fold("AOÛT"), fold("aou\u{302}t"));
        assert_eq!(vocabulary().day(&fold("Aujourd'hui")), Some(0));
    }
}
