//! Academic years, and between which days the law lets them start.

use chrono::{Datelike, NaiveDate};

use super::{CalendarFault, MonthDay};
use crate::id::SourceId;

/// The days of a calendar year within which an academic year starts. In
/// Flanders 1 September to 1 October (glossary of the Higher Education Register).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StartWindow {
    from: MonthDay,
    to: MonthDay,
    sources: Vec<SourceId>,
}

impl StartWindow {
    /// The window from its first day to its last, both included.
    ///
    /// # Errors
    /// A window that ends before it begins, or that nothing is the source of.
    pub fn new(
        from: MonthDay,
        to: MonthDay,
        sources: Vec<SourceId>,
    ) -> Result<Self, CalendarFault> {
        if from > to {
            return Err(CalendarFault::Backwards { from, to });
        }
        if sources.is_empty() {
            return Err(CalendarFault::NoSources);
        }
        Ok(Self { from, to, sources })
    }

    /// Its first day.
    pub fn from(&self) -> MonthDay {
        self.from
    }

    /// Its last day.
    pub fn to(&self) -> MonthDay {
        self.to
    }

    /// Where it comes from; never empty.
    pub fn sources(&self) -> &[SourceId] {
        &self.sources
    }

    /// Whether an academic year may start on a day.
    pub fn allows(&self, day: NaiveDate) -> bool {
        let year = day.year();
        self.from.in_year(year).is_some_and(|from| from <= day)
            && self.to.in_year(year).is_some_and(|to| day <= to)
    }
}

/// An academic year, named by the calendar year in which it starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AcademicYear {
    /// The calendar year in which it starts.
    pub starts_in: i32,
}

impl AcademicYear {
    /// The one after it.
    #[must_use]
    pub fn next(self) -> Self {
        Self {
            starts_in: self.starts_in.saturating_add(1),
        }
    }

    /// The one before it.
    #[must_use]
    pub fn previous(self) -> Self {
        Self {
            starts_in: self.starts_in.saturating_sub(1),
        }
    }
}

/// The known first day of an academic year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearStart {
    /// Its first day.
    pub day: NaiveDate,
    /// Who says so.
    pub source: SourceId,
}
