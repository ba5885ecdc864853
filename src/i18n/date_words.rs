//! The words in which people type dates, in every language of the pack.

use super::{Localizer, Text, Voice};
use crate::closure::{self, Vocabulary};

/// The words that a typed date may have, from all languages at once.
pub fn date_words(words: &Localizer) -> Vocabulary {
    let languages = words.langs().map(|lang| of_language(words.voice(lang)));
    Vocabulary::new(&languages.collect::<Vec<_>>())
}

fn of_language(voice: Voice<'_>) -> closure::Words {
    let word = |id: &str| voice.say_if_any(&Text::Own(id)).unwrap_or_default();
    let both = |of: &str, number: usize| {
        let (long, short) = (format!("{of}-{number}"), format!("{of}-short-{number}"));
        format!("{}, {}", word(&long), word(&short))
    };
    closure::Words {
        months: std::array::from_fn(|place| both("month", place + 1)),
        weekdays: std::array::from_fn(|place| both("weekday", place + 1)),
        yesterday: word("typed-yesterday"),
        today: word("typed-today"),
        tomorrow: word("typed-tomorrow"),
        skipped: word("typed-skipped"),
    }
}
