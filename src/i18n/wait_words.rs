//! What a sentence about a wait may use.

use fluent::FluentValue;

use super::{Moment, Variable, Voice, time_in_words};

/// The names of what it may use.
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
