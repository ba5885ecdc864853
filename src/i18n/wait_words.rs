//! What a sentence about a wait may use.

use fluent::FluentValue;

use super::{Moment, Voice, time_in_words};

/// The names of what it may use.
pub const WAIT_VARIABLES: [&str; 4] = ["until", "minutes", "hours", "rest"];

/// One of them with its words.
type Said = (&'static str, FluentValue<'static>);

/// Until when, how many minutes are left, and the same as hours with the minutes that remain.
pub fn wait_words(
    voice: Voice<'_>,
    now: &Moment,
    until: &Moment,
) -> impl Iterator<Item = Said> + use<> {
    let minutes = minutes_left(now, until);
    named([
        time_in_words(voice, now, until).into(),
        minutes.into(),
        (minutes / 60).into(),
        (minutes % 60).into(),
    ])
}

/// The same where no moment is known: the sentence is read, and nobody waits.
pub fn open_wait() -> impl Iterator<Item = Said> {
    named(["…", "…", "…", "…"].map(FluentValue::from))
}

/// Whole minutes until a moment, a begun minute counted whole.
pub fn minutes_left(now: &Moment, until: &Moment) -> i64 {
    let seconds = until.signed_duration_since(now).num_seconds().max(0);
    (seconds + 59) / 60
}

fn named(values: [FluentValue<'static>; 4]) -> impl Iterator<Item = Said> {
    WAIT_VARIABLES.into_iter().zip(values)
}
