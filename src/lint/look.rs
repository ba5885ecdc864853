//! When a node is looked at. What the clock shows must not decide what a check finds, so a wait
//! ends here on the day that is longest to say.

use std::iter::successors;

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta};
use unicode_width::UnicodeWidthStr;

use crate::i18n::{Lang, Moment, Voice, date_line};
use crate::pack::{Kind, Node, Pack};

/// A language that people speak, and a midnight whose day takes most room in it.
pub(super) struct Spoken {
    pub(super) lang: Lang,
    pub(super) longest: Moment,
}

impl Spoken {
    pub(super) fn new(lang: Lang, voice: Voice<'_>) -> Self {
        let width = |moment: &Moment| date_line(voice, moment).width();
        let longest = midnights().max_by_key(width).unwrap_or_else(some_moment);
        Self { lang, longest }
    }
}

/// Any moment, where none is said.
pub(super) fn some_moment() -> Moment {
    DateTime::UNIX_EPOCH.fixed_offset()
}

/// The midnights of one year, so every month and weekday.
fn midnights() -> impl Iterator<Item = Moment> {
    let first = NaiveDate::from_yo_opt(2026, 1);
    let days = successors(first, NaiveDate::succ_opt).take(365);
    days.map(|day| day.and_time(NaiveTime::MIN).and_utc().fixed_offset())
}

/// Which of its screens a node shows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Shows {
    /// The only one that it has.
    Itself,
    /// A wait that still lasts.
    Lasting,
    /// A wait that is over.
    Over,
}

/// A screen of a node: when a case came there, when it is looked at, and when a wait ends.
#[derive(Clone, Copy)]
pub(super) struct Look {
    pub(super) shows: Shows,
    pub(super) came: Moment,
    pub(super) seen: Moment,
    pub(super) end: Moment,
}

/// Every screen of a node; only a wait is another screen at another time.
pub(super) fn looks(pack: &Pack, node: &Node, end: Moment) -> Vec<Look> {
    let look = |shows, came, seen| Look {
        shows,
        came,
        seen,
        end,
    };
    match begin(pack, node, end) {
        None => vec![look(Shows::Itself, end, end)],
        Some(begin) => vec![
            look(Shows::Lasting, begin, begin),
            look(Shows::Over, begin, end),
        ],
    }
}

/// When a wait begins that ends at a moment; none for what is no wait.
fn begin(pack: &Pack, node: &Node, end: Moment) -> Option<Moment> {
    let Kind::Wait { minutes, .. } = &node.kind else {
        return None;
    };
    let minutes = pack.known().fact(minutes)?.value;
    end.checked_sub_signed(TimeDelta::minutes(i64::from(minutes)))
}
