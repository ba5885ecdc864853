//! The steps that lead to a date, as data: a screen turns each into a sentence by its message
//! and what that message takes.

use chrono::NaiveDate;

use super::AcademicYear;
use crate::id::{AccountId, ReasonId, SourceId};

/// What holds in one step, and who stands for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Because {
    /// The message that says it.
    pub message_id: &'static str,
    /// What that message takes.
    pub arguments: Arguments,
    /// Who says so; empty only where there is no date.
    pub sources: Vec<SourceId>,
}

/// The step to which a pack may add what its source says in words.
pub const CLOSES_IN_NEXT_YEAR: &str = "because-closes-in-next-year";

/// On what one of two alternatives hangs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// That this year had started by the day of the event.
    Started(AcademicYear),
    /// That it had not.
    NotStarted(AcademicYear),
}

impl Condition {
    /// The message that asks for it.
    pub fn message_id(self) -> &'static str {
        match self {
            Self::Started(_) => "if-started",
            Self::NotStarted(_) => "if-not-started",
        }
    }

    /// What that message takes.
    pub fn arguments(self) -> Arguments {
        let (Self::Started(year) | Self::NotStarted(year)) = self;
        of_year(year).into()
    }
}

/// What goes into a sentence, for a screen to put in its own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Argument {
    /// A day.
    Day(NaiveDate),
    /// A number, for plurals.
    Number(i64),
    /// A calendar year, to be shown without a thousands mark.
    Year(i32),
    /// A month, counted from 1, to be shown by its name.
    Month(u32),
    /// An account, to be shown by what it opens.
    Account(AccountId),
    /// A reason, to be shown in its words.
    Reason(ReasonId),
}

/// What a message takes: names without their `$`, and values.
pub type Arguments = Vec<(&'static str, Argument)>;

/// Days for a message, by name.
pub(super) fn days<const N: usize>(named: [(&'static str, NaiveDate); N]) -> Arguments {
    let named = named.into_iter();
    named
        .map(|(name, day)| (name, Argument::Day(day)))
        .collect()
}

/// An academic year for a message: in which year it starts, and in which it ends.
pub(super) fn of_year(year: AcademicYear) -> [(&'static str, Argument); 2] {
    [
        ("year", Argument::Year(year.starts_in)),
        ("year-end", Argument::Year(year.next().starts_in)),
    ]
}
