//! The steps that lead to a date, as data: a screen turns each into a sentence
//! by its message and arguments.

use chrono::NaiveDate;

use super::{AcademicYear, FIRST_YEAR, LAST_YEAR};
use crate::id::{AccountId, FactId, ReasonId, SourceId};

/// One step, and who stands for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Because {
    /// What holds.
    pub step: Step,
    /// Who says so; empty only where there is no date.
    pub sources: Vec<SourceId>,
}

/// What holds in one step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// The account closes some days after the event.
    DaysAfter {
        /// The fact that says how many.
        fact: FactId,
        /// How many days.
        days: u32,
        /// The day of the event.
        event: NaiveDate,
        /// The day that this comes to.
        day: NaiveDate,
    },
    /// The day after the event is the first that counts.
    EventDayNotCounted {
        /// The day of the event.
        event: NaiveDate,
    },
    /// The day of the event is the first that counts.
    EventDayCounted {
        /// The day of the event.
        event: NaiveDate,
    },
    /// Weekends and holidays count like any day.
    WeekendsCount,
    /// A day in a weekend became the Monday after it.
    MovedPastWeekend {
        /// The Saturday or Sunday.
        from: NaiveDate,
        /// The Monday.
        to: NaiveDate,
    },
    /// The law leaves but one academic year for the event.
    YearByLaw {
        /// The day of the event.
        event: NaiveDate,
        /// The year in which it falls.
        year: AcademicYear,
    },
    /// The event is not before the known start of its year.
    YearStarted {
        /// The day of the event.
        event: NaiveDate,
        /// The year in which it falls.
        year: AcademicYear,
        /// The first day of that year.
        start: NaiveDate,
    },
    /// The event is before the known start of the next year.
    YearNotStarted {
        /// The day of the event.
        event: NaiveDate,
        /// The year in which it falls.
        year: AcademicYear,
        /// The first day of the next.
        start: NaiveDate,
    },
    /// This holds if the year had started by the day of the event.
    IfYearStarted {
        /// The day of the event.
        event: NaiveDate,
        /// The year in which it then falls.
        year: AcademicYear,
        /// The first day on which that year may start.
        from: NaiveDate,
        /// The last day on which it may start.
        to: NaiveDate,
    },
    /// This holds if the next year had not started by the day of the event.
    IfYearNotStarted {
        /// The day of the event.
        event: NaiveDate,
        /// The year in which it then falls.
        year: AcademicYear,
        /// The first day on which the next may start.
        from: NaiveDate,
        /// The last day on which it may start.
        to: NaiveDate,
    },
    /// The account closes at the end of a year.
    ClosesAtYearEnd {
        /// That year.
        year: AcademicYear,
    },
    /// A year ends on the day before the known start of the next.
    YearEndKnown {
        /// The year that ends.
        year: AcademicYear,
        /// The first day of the next.
        start: NaiveDate,
        /// The last day of this one.
        day: NaiveDate,
    },
    /// A year ends on the day before the next starts, within a window.
    YearEndWindow {
        /// The year that ends.
        year: AcademicYear,
        /// The first day on which it may end.
        earliest: NaiveDate,
        /// The last day on which it may end.
        latest: NaiveDate,
    },
    /// The account closes in the year after that of the event.
    ClosesInNextYear {
        /// The year in which it closes.
        year: AcademicYear,
    },
    /// What the rule says is read as a window of days.
    ReadAsWindow {
        /// The first of them.
        earliest: NaiveDate,
        /// The last of them.
        latest: NaiveDate,
    },
    /// What the rule says is one day of that year.
    ReadAsDay {
        /// That day.
        day: NaiveDate,
    },
    /// No rule says when this account closes for this reason.
    NoRule {
        /// The account.
        account: AccountId,
        /// The reason.
        reason: ReasonId,
    },
    /// The event or the closing lies beyond the years that are reckoned in.
    BeyondYears,
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

impl Step {
    /// The message that says it.
    pub fn message_id(&self) -> &'static str {
        match self {
            Self::DaysAfter { .. } => "because-days-after",
            Self::EventDayNotCounted { .. } => "because-event-day-not-counted",
            Self::EventDayCounted { .. } => "because-event-day-counted",
            Self::WeekendsCount => "because-weekends-count",
            Self::MovedPastWeekend { .. } => "because-moved-past-weekend",
            Self::YearByLaw { .. } => "because-year-by-law",
            Self::YearStarted { .. } => "because-year-started",
            Self::YearNotStarted { .. } => "because-year-not-started",
            Self::IfYearStarted { .. } => "because-if-year-started",
            Self::IfYearNotStarted { .. } => "because-if-year-not-started",
            Self::ClosesAtYearEnd { .. } => "because-closes-at-year-end",
            Self::YearEndKnown { .. } => "because-year-end-known",
            Self::YearEndWindow { .. } => "because-year-end-window",
            Self::ClosesInNextYear { .. } => "because-closes-in-next-year",
            Self::ReadAsWindow { .. } => "because-read-as-window",
            Self::ReadAsDay { .. } => "because-read-as-day",
            Self::NoRule { .. } => "because-no-rule",
            Self::BeyondYears => "because-beyond-years",
        }
    }

    /// What that message takes. A year takes two: `year` in which it starts
    /// and `year-end` in which it ends.
    pub fn arguments(&self) -> Arguments {
        let days = self.days().into_iter();
        let mut arguments: Arguments = days.map(|(name, day)| (name, Argument::Day(day))).collect();
        if let Some(year) = self.year() {
            arguments.push(("year", Argument::Year(year.starts_in)));
            arguments.push(("year-end", Argument::Year(year.next().starts_in)));
        }
        arguments.extend(self.others());
        arguments
    }

    fn year(&self) -> Option<AcademicYear> {
        match self {
            Self::YearByLaw { year, .. }
            | Self::YearStarted { year, .. }
            | Self::YearNotStarted { year, .. }
            | Self::IfYearStarted { year, .. }
            | Self::IfYearNotStarted { year, .. }
            | Self::ClosesAtYearEnd { year }
            | Self::YearEndKnown { year, .. }
            | Self::YearEndWindow { year, .. }
            | Self::ClosesInNextYear { year } => Some(*year),
            _ => None,
        }
    }

    fn days(&self) -> Vec<(&'static str, NaiveDate)> {
        match *self {
            Self::DaysAfter { event, day, .. } => vec![("event", event), ("day", day)],
            Self::EventDayNotCounted { event }
            | Self::EventDayCounted { event }
            | Self::YearByLaw { event, .. } => vec![("event", event)],
            Self::MovedPastWeekend { from, to } => vec![("from", from), ("to", to)],
            Self::YearStarted { event, start, .. } | Self::YearNotStarted { event, start, .. } => {
                vec![("event", event), ("start", start)]
            }
            Self::IfYearStarted {
                event, from, to, ..
            }
            | Self::IfYearNotStarted {
                event, from, to, ..
            } => {
                vec![("event", event), ("from", from), ("to", to)]
            }
            Self::YearEndKnown { start, day, .. } => vec![("start", start), ("day", day)],
            Self::YearEndWindow {
                earliest, latest, ..
            }
            | Self::ReadAsWindow { earliest, latest } => {
                vec![("earliest", earliest), ("latest", latest)]
            }
            Self::ReadAsDay { day } => vec![("day", day)],
            _ => Vec::new(),
        }
    }

    fn others(&self) -> Arguments {
        use Argument::{Account, Number, Reason, Year};
        match self {
            Self::DaysAfter { days, .. } => vec![("days", Number(i64::from(*days)))],
            Self::NoRule { account, reason } => vec![
                ("account", Account(account.clone())),
                ("reason", Reason(reason.clone())),
            ],
            Self::BeyondYears => vec![("first", Year(FIRST_YEAR)), ("last", Year(LAST_YEAR))],
            _ => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_gives_its_message_every_value() {
        let day = |text: &str| text.parse().unwrap();
        let step = Step::YearStarted {
            event: day("2026-09-22"),
            year: AcademicYear { starts_in: 2026 },
            start: day("2026-09-21"),
        };
        let expected = [
            ("event", Argument::Day(day("2026-09-22"))),
            ("start", Argument::Day(day("2026-09-21"))),
            ("year", Argument::Year(2026)),
            ("year-end", Argument::Year(2027)),
        ];
        assert_eq!(step.message_id(), "because-year-started");
        assert_eq!(step.arguments(), expected);
    }
}
