//! Why a typed text is no date.

use chrono::NaiveDate;

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
    NoSuchMonth {
        /// As typed.
        month: u32,
    },
    /// A day that this month does not have.
    NoSuchDay {
        /// As typed.
        day: u32,
        /// As typed, from 1 to 12.
        month: u32,
        /// The year, unless the month never has that day.
        year: Option<i32>,
    },
    /// Another day of the week was typed than the one it is.
    WrongWeekday {
        /// The day without it.
        day: NaiveDate,
    },
    /// A year before 1 or after 9999.
    YearOutOfRange,
}

impl DateFault {
    /// The message that says it.
    pub fn message_id(self) -> &'static str {
        match self {
            Self::Empty => "date-fault-empty",
            Self::Unfinished => "date-fault-unfinished",
            Self::NotADate => "date-fault-not-a-date",
            Self::NoSuchMonth { .. } => "date-fault-no-such-month",
            Self::NoSuchDay { year: Some(_), .. } => "date-fault-no-such-day",
            Self::NoSuchDay { year: None, .. } => "date-fault-never-such-day",
            Self::WrongWeekday { .. } => "date-fault-wrong-weekday",
            Self::YearOutOfRange => "date-fault-year-out-of-range",
        }
    }

    /// What that message takes.
    pub fn arguments(self) -> Arguments {
        let number = |number: u32| Argument::Number(number.into());
        match self {
            Self::Empty | Self::Unfinished | Self::NotADate => Vec::new(),
            Self::NoSuchMonth { month } => vec![("number", number(month))],
            Self::NoSuchDay { day, month, year } => {
                let mut arguments =
                    vec![("number", number(day)), ("month", Argument::Month(month))];
                arguments.extend(year.map(|year| ("year", Argument::Year(year))));
                arguments
            }
            Self::WrongWeekday { day } => vec![("day", Argument::Day(day))],
            Self::YearOutOfRange => vec![
                ("first", Argument::Year(FIRST_YEAR)),
                ("last", Argument::Year(LAST_YEAR)),
            ],
        }
    }
}
