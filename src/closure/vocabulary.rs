//! The words that people use in dates, in every language at once: a student
//! may answer in another language than the screen's.

/// The words of one language, each list with commas between.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// Names and short names of each month, from January.
    pub months: [String; 12],
    /// Words for the day before today.
    pub yesterday: String,
    /// Words for today.
    pub today: String,
    /// Words for the day after today.
    pub tomorrow: String,
    /// Words that may be left out, such as an ordinal's ending. No names of
    /// weekdays: a wrong one would be passed over in silence.
    pub skipped: String,
}

/// The words of all languages, ready to be looked up.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    months: Vec<(String, u32)>,
    days: Vec<(String, i64)>,
    skipped: Vec<String>,
}

/// What a word says about a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// It is this one, from 1 to 12.
    Month(u32),
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

    /// The month that a folded word names, or alone begins.
    pub(super) fn month(&self, word: &str) -> Named {
        match self.one_month(|name| name == word) {
            Named::None => self.one_month(|name| name.starts_with(word)),
            named => named,
        }
    }

    fn one_month(&self, fits: impl Fn(&str) -> bool) -> Named {
        let mut found = self
            .months
            .iter()
            .filter(|(name, _)| fits(name))
            .map(|(_, month)| *month);
        match found.next() {
            None => Named::None,
            Some(month) if found.all(|other| other == month) => Named::Month(month),
            Some(_) => Named::Several,
        }
    }
}

fn list(words: &str) -> impl Iterator<Item = String> {
    let folded = words
        .split(',')
        .map(|word| fold(word.trim()).trim_end_matches('.').to_owned());
    folded.filter(|word| !word.is_empty())
}

/// A text in small letters without accents, so that `Aout` is `août`.
pub(super) fn fold(text: &str) -> String {
    let small = text.chars().flat_map(char::to_lowercase);
    small
        .filter(|letter| !is_accent(*letter))
        .map(plain)
        .collect()
}

/// Accents that stand as characters of their own.
fn is_accent(letter: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&letter)
}

fn plain(letter: char) -> char {
    match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => 'a',
        'ç' => 'c',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ñ' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        '’' | 'ʼ' | '`' | '´' => '\'',
        other => other,
    }
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
                Named::Several
            } else {
                Named::Month(month)
            }
        });
        assert_eq!(months[..5], expected);
        assert_eq!(months[5], Named::None);
    }

    #[test]
    fn letters_fold_whichever_way_they_are_written() {
        assert_eq!(fold("AOÛT"), fold("aou\u{302}t"));
        assert_eq!(vocabulary().day(&fold("Aujourd'hui")), Some(0));
    }
}
