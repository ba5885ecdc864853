//! The words in which people type dates, in every language of the pack.

use super::{Localizer, Text};
use crate::closure::{DateWord, Vocabulary};

/// The words that a typed date may have, from all languages at once.
pub fn date_words(words: &Localizer) -> Vocabulary {
    let mut vocabulary = Vocabulary::default();
    for voice in words.langs().map(|lang| words.voice(lang)) {
        let mut add = |id: &str, word| {
            let names = voice.say_if_any(&Text::Own(id)).unwrap_or_default();
            vocabulary.add(&names, word);
        };
        for form in ["", "-short"] {
            for month in 1..=12 {
                add(&format!("month{form}-{month}"), DateWord::Month(month));
            }
            for (number, weekday) in (1..=7u8).zip((0..7u8).filter_map(|day| day.try_into().ok())) {
                add(
                    &format!("weekday{form}-{number}"),
                    DateWord::Weekday(weekday),
                );
            }
        }
        add("typed-yesterday", DateWord::Day(-1));
        add("typed-today", DateWord::Day(0));
        add("typed-tomorrow", DateWord::Day(1));
        add("typed-skipped", DateWord::Skipped);
    }
    vocabulary
}
