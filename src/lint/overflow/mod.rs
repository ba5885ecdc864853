//! Whether every screen fits, in every language, and in each pair of the desk's language and the
//! person's. Laid out, never drawn.

mod flows;
mod measure;
mod menus;

use std::rc::Rc;

use chrono::{NaiveDate, NaiveTime};
use unicode_width::UnicodeWidthStr;

use super::pack_words::PackWords;
use crate::app::{DeskSettings, Model};
use crate::diagnostic::Diagnostic;
use crate::i18n::{Lang, Moment, Voice, date_line};
use crate::pack::Pack;

pub(super) fn check(pack: &Rc<Pack>, words: &PackWords<'_>) -> Vec<Diagnostic> {
    let mut model = Model::over(Rc::clone(pack), DeskSettings::default(), Moment::default());
    let voices = model.words().langs().map(|lang| model.words().voice(lang));
    let langs: Vec<SpokenLang> = voices.map(SpokenLang::of).collect();
    let mut faults = menus::check(&mut model, pack, words, &langs);
    model.screens.home();
    faults.extend(flows::check(&mut model, pack, words, &langs));
    faults
}

/// A language that people speak, and a midnight whose day takes most room in it: what the clock
/// shows must not decide what a check finds, so a wait ends here on the day that is longest to say.
struct SpokenLang {
    lang: Lang,
    longest: Moment,
}

impl SpokenLang {
    fn of(voice: Voice<'_>) -> Self {
        // One year has every month and weekday.
        let first = NaiveDate::from_yo_opt(2026, 1).unwrap_or_default();
        let midnights = first.iter_days().take(365);
        let midnights = midnights.map(|day| day.and_time(NaiveTime::MIN).and_utc().fixed_offset());
        let width = |moment: &Moment| date_line(voice, moment).width();
        Self {
            lang: voice.lang(),
            longest: midnights.max_by_key(width).unwrap_or_default(),
        }
    }
}
