//! When an account closes, as data: one rule for one account and one reason.

use strum::{IntoStaticStr, VariantArray};

use super::{MonthDay, StartWindow};
use crate::choices::Choices;
use crate::id::{AccountId, FactId, ReasonId, SourceId};

/// How a rule comes from the day of the event to the day of closing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Count {
    /// On a calendar day after the event.
    DaysAfter {
        /// The fact that says how many.
        fact: FactId,
        /// How many days.
        days: u32,
    },
    /// On the last day of the academic year in which the event falls: the day
    /// before the next one starts.
    EndOfAcademicYear,
    /// Within some days of the academic year after the one in which the event falls.
    WindowInNextAcademicYear {
        /// The first day.
        from: MonthDay,
        /// The last day.
        to: MonthDay,
    },
}

impl Count {
    /// How exact this is while no start of an academic year is known.
    pub fn precision(&self) -> Precision {
        match self {
            Self::DaysAfter { .. } => Precision::Day,
            Self::WindowInNextAcademicYear { from, to } if from == to => Precision::Day,
            Self::EndOfAcademicYear | Self::WindowInNextAcademicYear { .. } => Precision::Window,
        }
    }
}

/// Which number the day of the event has when days are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, VariantArray)]
pub enum EventDay {
    /// It does not count: the day after it is the first.
    #[strum(serialize = "day-0")]
    Day0,
    /// It counts as the first.
    #[strum(serialize = "day-1")]
    Day1,
}

/// What a weekend does to the day of closing. Holidays are not known here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum Weekends {
    /// Nothing.
    Count,
    /// A Saturday or Sunday becomes the Monday after it.
    NextWorkingDay,
}

/// How exact a rule is by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum Precision {
    /// It names one day.
    Day,
    /// It names a window of days.
    Window,
}

/// What a rule is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleParts {
    /// The account that closes.
    pub account: AccountId,
    /// Why it closes.
    pub reason: ReasonId,
    /// How the day follows from the event.
    pub count: Count,
    /// Whether the day of the event counts.
    pub event_day: EventDay,
    /// What a weekend does.
    pub weekends: Weekends,
    /// How exact the author says that it is.
    pub precision: Precision,
    /// Who says so.
    pub sources: Vec<SourceId>,
    /// The agreements by which days are counted or words read here; where
    /// there are none, the sources stand for those too.
    pub agreed: Vec<SourceId>,
}

/// When one account closes for one reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule(RuleParts);

impl Rule {
    /// A sound rule; the law says where a window of days would be unclear.
    ///
    /// # Errors
    /// Everything in the parts that does not fit together.
    pub fn new(parts: RuleParts, law: &StartWindow) -> Result<Self, Vec<RuleFault>> {
        let faults = faults_of(&parts, law);
        if faults.is_empty() {
            Ok(Self(parts))
        } else {
            Err(faults)
        }
    }

    /// What it is made of.
    pub fn parts(&self) -> &RuleParts {
        &self.0
    }

    /// Who stands for how days are counted or words read; never empty.
    pub fn agreed(&self) -> &[SourceId] {
        if self.0.agreed.is_empty() {
            &self.0.sources
        } else {
            &self.0.agreed
        }
    }
}

/// What does not fit together in a rule; the sentences name the fields.
#[allow(missing_docs)]
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RuleFault {
    /// Nothing is named as its source.
    #[error("a rule without a source")]
    NoSources,
    /// No days after an event that counts as the first: the day before it.
    #[error("0 days counted from the event as day 1 end before the event")]
    BeforeEvent,
    /// The event's day is said to count where no days are counted.
    #[error("the day of the event can only count where days are counted")]
    NothingCounted,
    /// The precision is not what the count gives.
    #[error("the precision is said to be a {}, but this count gives a {}", said.name(), gives.name())]
    Precision { said: Precision, gives: Precision },
    /// The window ends before it begins.
    #[error("the window from {from} to {to} ends before it begins")]
    Backwards { from: MonthDay, to: MonthDay },
    /// A day of the window may belong to either of two academic years.
    #[error("{day} may belong to either of two academic years")]
    AtYearStart { day: MonthDay },
}

fn faults_of(parts: &RuleParts, law: &StartWindow) -> Vec<RuleFault> {
    let (said, gives) = (parts.precision, parts.count.precision());
    let event_day = match (&parts.count, parts.event_day) {
        (_, EventDay::Day0) | (Count::DaysAfter { days: 1.., .. }, _) => None,
        (Count::DaysAfter { .. }, _) => Some(RuleFault::BeforeEvent),
        _ => Some(RuleFault::NothingCounted),
    };
    let window = match parts.count {
        Count::WindowInNextAcademicYear { from, to } => window_fault(from, to, law),
        _ => None,
    };
    let faults = [
        parts.sources.is_empty().then_some(RuleFault::NoSources),
        event_day,
        (said != gives).then_some(RuleFault::Precision { said, gives }),
        window,
    ];
    faults.into_iter().flatten().collect()
}

fn window_fault(from: MonthDay, to: MonthDay, law: &StartWindow) -> Option<RuleFault> {
    let unclear = |day: &MonthDay| law.from <= *day && *day < law.to;
    if let Some(day) = [from, to].into_iter().find(unclear) {
        return Some(RuleFault::AtYearStart { day });
    }
    // Days after New Year come after those of autumn: false sorts before true.
    let place = |day: MonthDay| (day < law.from, day);
    (place(from) > place(to)).then_some(RuleFault::Backwards { from, to })
}
