//! At which moments a screen is looked at. What the clock shows must not decide what a check
//! finds, so a wait ends here on the day that is longest to say.

use std::iter::successors;

use chrono::{NaiveDate, NaiveTime, TimeDelta};
use unicode_width::UnicodeWidthStr;

use crate::i18n::{Lang, Moment, Voice, date_line};
use crate::pack::{Kind, Node, Pack};

/// A language that people speak, and a midnight whose day takes most room in it.
pub(super) struct SpokenLang {
    pub(super) lang: Lang,
    pub(super) longest: Moment,
}

impl SpokenLang {
    pub(super) fn of(voice: Voice<'_>) -> Self {
        let width = |moment: &Moment| date_line(voice, moment).width();
        Self {
            lang: voice.lang(),
            longest: midnights().max_by_key(width).unwrap_or_default(),
        }
    }
}

/// The midnights of one year, so every month and weekday.
fn midnights() -> impl Iterator<Item = Moment> {
    let first = NaiveDate::from_yo_opt(2026, 1);
    let days = successors(first, NaiveDate::succ_opt).take(365);
    days.map(|day| day.and_time(NaiveTime::MIN).and_utc().fixed_offset())
}

/// Which screen of a node is looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum WaitState {
    /// The only one of what is no wait.
    None,
    /// A wait that still lasts.
    Lasting,
    /// A wait that is over.
    Over,
}

/// When a node is looked at: when a case came there, what the clock shows, and when a wait ends.
#[derive(Clone, Copy)]
pub(super) struct Visit {
    pub(super) state: WaitState,
    pub(super) came: Moment,
    pub(super) now: Moment,
    pub(super) end: Moment,
}

/// A visit for every screen of a node; only a wait is another screen at another time.
pub(super) fn visits(pack: &Pack, node: &Node, end: Moment) -> Vec<Visit> {
    let visit = |state, came, now| Visit {
        state,
        came,
        now,
        end,
    };
    match begin(pack, node, end) {
        None => vec![visit(WaitState::None, end, end)],
        Some(begin) => vec![
            visit(WaitState::Lasting, begin, begin),
            visit(WaitState::Over, begin, end),
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
