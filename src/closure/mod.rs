//! A date with its reasons: an event, a rule and a calendar make a day or a
//! window of days, with the steps that led there, the sources of each step, and
//! how sure it is. Nothing here knows what day it is: today is an argument.

mod calendar;
mod close;
mod date_fault;
mod derivation;
mod distance;
mod month;
mod month_day;
mod rule;
mod token;
mod typed;
mod vocabulary;

use chrono::{Datelike, NaiveDate};

pub use calendar::{Calendar, CalendarFault, StartWindow};
pub use close::{Rules, close};
pub use date_fault::DateFault;
pub use derivation::{Argument, Arguments, Because, CLOSES_IN_NEXT_YEAR};
pub use distance::{days_between, remoteness};
pub use month::Month;
pub use month_day::MonthDay;
pub use rule::{Count, EventDay, Precision, Rule, RuleFault, RuleParts, Weekends};
pub use typed::{Lies, Meaning, Typed, TypedResult, read};
pub use vocabulary::{DateWord, Vocabulary};

/// The first year that dates are reckoned in.
pub const FIRST_YEAR: i32 = 1;
/// The last year that dates are reckoned in, so that a year has four digits.
pub const LAST_YEAR: i32 = 9999;

/// What is known about when an account closes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Closing {
    /// One day or window, and nothing else is possible.
    Sure(Closure),
    /// The event lies where an academic year may or may not have started, so
    /// one of the two holds.
    Either {
        /// What holds if the year had not started.
        earlier: Closure,
        /// What holds if it had.
        later: Closure,
    },
    /// No date can be given, and why not.
    Unknown(Because),
}

/// A day, or a window of days, on which an account closes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closure {
    /// The first day on which it may be closed; never before the event.
    pub earliest: NaiveDate,
    /// The last day on which it may still be open; never before the earliest.
    pub latest: NaiveDate,
    /// How sure this is.
    pub certainty: Certainty,
    /// On what it hangs, where it is one of two.
    pub condition: Option<Because>,
    /// The steps that led here, in order; never empty.
    pub because: Vec<Because>,
}

/// How sure a closure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// One day.
    Day,
    /// Some day of a window.
    Window,
    /// Right only if this one of two alternatives holds.
    OneOfTwo,
}

impl Certainty {
    /// The name for machines.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Window => "window",
            Self::OneOfTwo => "one-of-two",
        }
    }

    /// The message that says it to a person.
    pub fn message_id(self) -> String {
        format!("certainty-{}", self.as_str())
    }
}

impl Closure {
    /// The last day on which files are surely still in reach: the day before
    /// the earliest. None before the first year.
    pub fn last_day_to_copy(&self) -> Option<NaiveDate> {
        self.earliest.pred_opt().filter(|day| in_years(*day))
    }
}

impl Closing {
    /// The closures to show: none, one, or the two alternatives in order.
    pub fn closures(&self) -> impl Iterator<Item = &Closure> {
        let (first, second) = match self {
            Self::Sure(closure) => (Some(closure), None),
            Self::Either { earlier, later } => (Some(earlier), Some(later)),
            Self::Unknown(_) => (None, None),
        };
        first.into_iter().chain(second)
    }

    /// The first day on which the account may be closed, whichever holds.
    pub fn earliest(&self) -> Option<NaiveDate> {
        self.closures().map(|closure| closure.earliest).min()
    }

    /// The last day on which the account may still be open, whichever holds.
    pub fn latest(&self) -> Option<NaiveDate> {
        self.closures().map(|closure| closure.latest).max()
    }

    /// The last day on which files are surely still in reach, whichever holds.
    pub fn last_day_to_copy(&self) -> Option<NaiveDate> {
        self.closures().filter_map(Closure::last_day_to_copy).min()
    }

    /// Every step that led to what is known, or to why nothing is.
    pub fn because(&self) -> impl Iterator<Item = &Because> {
        let known = self.closures().flat_map(|closure| &closure.because);
        known.chain(self.unknown())
    }

    /// Why there is no date, where there is none.
    pub fn unknown(&self) -> Option<&Because> {
        match self {
            Self::Unknown(because) => Some(because),
            Self::Sure(_) | Self::Either { .. } => None,
        }
    }
}

/// Whether a day lies in the years that are reckoned in.
pub fn in_years(day: NaiveDate) -> bool {
    (FIRST_YEAR..=LAST_YEAR).contains(&day.year())
}
