//! Why a typed text is no date.

use chrono::NaiveDate;

use super::derivation::days;
use super::{Argument, Arguments, FIRST_YEAR, LAST_YEAR};

/// Why a text is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateFault {
    /// Nothing was typed.
    Empty,
    /// A beginning that says no day yet.
    Unfinished,
    /// Nothing that is written like a date.
    NotADate,
    /// A month beyond 12, perhaps because the month was typed first.
    NoSuchMonth(u32),
    /// A day that this month does not have.
    NoSuchDay {
        /// As typed.
        day: u32,
        /// As typed, from 1 to 12.
        month: u32,
        /// The year, unless the month never has that day.
        year: Option<i32>,
    },
    /// Another day of the week was typed than that of the day.
    WrongWeekday(NaiveDate),
    /// A year before 1 or after 9999.
    YearOutOfRange,
}

impl DateFault {
    /// The message that says it, and what that takes.
    pub fn message(self) -> (&'static str, Arguments) {
        let number = |number: u32| ("number", Argument::Number(number.into()));
        match self {
            Self::Empty => ("date-fault-empty", vec![]),
            Self::Unfinished => ("date-fault-unfinished", vec![]),
            Self::NotADate => ("date-fault-not-a-date", vec![]),
            Self::NoSuchMonth(month) => ("date-fault-no-such-month", vec![number(month)]),
            Self::NoSuchDay { day, month, year } => {
                let mut arguments = vec![number(day), ("month", Argument::Month(month))];
                arguments.extend(year.map(|year| ("year", Argument::Year(year))));
                let id = year.map_or("date-fault-never-such-day", |_| "date-fault-no-such-day");
                (id, arguments)
            }
            Self::WrongWeekday(day) => ("date-fault-wrong-weekday", days([("day", day)])),
            Self::YearOutOfRange => {
                let first = ("first", Argument::Year(FIRST_YEAR));
                let last = ("last", Argument::Year(LAST_YEAR));
                ("date-fault-year-out-of-range", vec![first, last])
            }
        }
    }
}
