//! The steps that lead to a date, as data: a screen turns each into a sentence by its message
//! and what that message takes.

use chrono::NaiveDate;

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

impl Because {
    pub(super) fn new(
        message_id: &'static str,
        arguments: Arguments,
        sources: &[SourceId],
    ) -> Self {
        Self {
            message_id,
            arguments,
            sources: sources.to_vec(),
        }
    }
}

/// The step to which a pack may add what its source says in words.
pub const CLOSES_IN_NEXT_YEAR: &str = "because-closes-in-next-year";

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
    named.map(|(name, day)| (name, Argument::Day(day))).into()
}

/// Days, and their academic year: in which year it starts, and in which it ends.
pub(super) fn days_in<const N: usize>(
    year: i32,
    named: [(&'static str, NaiveDate); N],
) -> Arguments {
    let mut arguments = days(named);
    arguments.push(("year", Argument::Year(year)));
    arguments.push(("year-end", Argument::Year(year + 1)));
    arguments
}
