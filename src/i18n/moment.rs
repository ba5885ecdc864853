//! Days and times of day in words. Fluent has no dates of its own here, so the
//! names of days and months are messages, and each language orders them itself.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate};
use fluent::FluentValue;

use super::{Variable, Voice};

/// A moment on the wall clock of the desk.
pub type Moment = DateTime<FixedOffset>;

/// A time of day: `14:05`.
pub fn clock_time(moment: &Moment) -> String {
    moment.format("%H:%M").to_string()
}

/// A time of day, with its day where that is not today: `14:05`, `di 24 nov 01:50`.
pub fn time_in_words(voice: Voice<'_>, now: &Moment, moment: &Moment) -> String {
    if moment.date_naive() == now.date_naive() {
        clock_time(moment)
    } else {
        date_line(voice, moment)
    }
}

/// A day in full: `dinsdag 24 november 2026`, `mardi 1er décembre 2026`.
pub fn day_in_words(voice: Voice<'_>, day: NaiveDate) -> String {
    voice.own_with("date-long", date_args(voice, day, ""))
}

/// A day without its weekday: `24 november 2026`.
pub fn day_plain(voice: Voice<'_>, day: NaiveDate) -> String {
    voice.own_with("date-short", date_args(voice, day, ""))
}

/// The name of a month, from 1 to 12: `november`.
pub fn month_name(voice: Voice<'_>, month: u32) -> String {
    voice.own(&format!("month-{month}"))
}

/// The short name of a month, from 1 to 12: `nov`.
pub fn month_short(voice: Voice<'_>, month: u32) -> String {
    voice.own(&format!("month-short-{month}"))
}

/// The short name of a weekday, from 1 for Monday: `di`.
pub fn weekday_short(voice: Voice<'_>, weekday: u32) -> String {
    voice.own(&format!("weekday-short-{weekday}"))
}

/// A day for a narrow place: `24 nov 2026`.
pub fn day_short(voice: Voice<'_>, day: NaiveDate) -> String {
    voice.own_with("date-short", date_args(voice, day, "-short"))
}

/// What the header shows: `di 24 nov 14:19`.
pub fn date_line(voice: Voice<'_>, moment: &Moment) -> String {
    let args = date_args(voice, moment.date_naive(), "-short");
    let date = voice.own_with("date-header", args);
    format!("{date} {}", clock_time(moment))
}

fn date_args(voice: Voice<'_>, day: NaiveDate, form: &str) -> [Variable; 4] {
    let weekday = day.weekday().number_from_monday();
    let name = |kind: &str, number: u32| voice.own(&format!("{kind}{form}-{number}"));
    [
        ("weekday", name("weekday", weekday).into()),
        ("day", day.day().into()),
        ("month", name("month", day.month()).into()),
        // As text: a year is no amount, and must not be grouped.
        ("year", day.year().to_string().into()),
    ]
}

/// The names of what a sentence about a wait may use.
pub const WAIT_VARIABLES: [&str; 4] = ["until", "minutes", "hours", "rest"];

/// Until when, how many minutes are left, and the same as hours with the minutes that remain.
pub fn wait_words(
    voice: Voice<'_>,
    now: &Moment,
    until: &Moment,
) -> impl Iterator<Item = Variable> + use<> {
    let minutes = minutes_left(now, until);
    named([
        time_in_words(voice, now, until).into(),
        minutes.into(),
        (minutes / 60).into(),
        (minutes % 60).into(),
    ])
}

/// The same where no moment is known: the sentence is read, and nobody waits.
pub fn open_wait() -> impl Iterator<Item = Variable> {
    named(["…", "…", "…", "…"].map(FluentValue::from))
}

/// Whole minutes until a moment, a begun minute counted whole.
pub fn minutes_left(now: &Moment, until: &Moment) -> i64 {
    let seconds = until.signed_duration_since(now).num_seconds().max(0);
    (seconds + 59) / 60
}

fn named(values: [FluentValue<'static>; 4]) -> impl Iterator<Item = Variable> {
    WAIT_VARIABLES.into_iter().zip(values)
}
