//! When academic years start: what the law allows, and what is known.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::MonthDay;
use crate::id::SourceId;

/// The days of a calendar year within which an academic year starts. In
/// Flanders 1 September to 1 October (glossary of the Higher Education Register).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StartWindow {
    pub(super) from: MonthDay,
    pub(super) to: MonthDay,
    /// Where it comes from; never empty.
    pub(super) sources: Vec<SourceId>,
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

    /// Its first and its last day in a calendar year; none beyond what a date can hold.
    pub(super) fn in_year(&self, year: i32) -> Option<(NaiveDate, NaiveDate)> {
        self.from.in_year(year).zip(self.to.in_year(year))
    }
}

/// The starts of academic years: as a desk knows them, and else as the law has them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    pub(super) law: StartWindow,
    /// The first day of the academic year that starts in a calendar year.
    pub(super) starts: BTreeMap<i32, NaiveDate>,
    /// Who says so.
    pub(super) desk: SourceId,
}

impl Calendar {
    /// A calendar of what the law allows and the starts that a desk knows.
    ///
    /// # Errors
    /// Every start that the law does not allow, and every second start of one year.
    pub fn new(
        law: StartWindow,
        known: &[NaiveDate],
        desk: SourceId,
    ) -> Result<Self, Vec<CalendarFault>> {
        let mut starts = BTreeMap::new();
        let mut faults = Vec::new();
        for &day in known {
            let window = law.in_year(day.year());
            if window.is_none_or(|(from, to)| day < from || to < day) {
                let (from, to) = (law.from, law.to);
                faults.push(CalendarFault::OutsideLaw { day, from, to });
            } else if let Some(other) = starts.insert(day.year(), day) {
                faults.push(CalendarFault::TwoStarts(other, day));
            }
        }
        if faults.is_empty() {
            Ok(Self { law, starts, desk })
        } else {
            Err(faults)
        }
    }
}

/// What is wrong with the starts of academic years; the sentences name the fields.
#[allow(missing_docs)]
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CalendarFault {
    /// The law's window, as given, ends before it begins.
    #[error("the window from {from} to {to} ends before it begins")]
    Backwards { from: MonthDay, to: MonthDay },
    /// Nothing is named as the source of the law's window.
    #[error("the window in which years start has no source")]
    NoSources,
    /// A start, as given, outside the days that the law allows.
    #[error("an academic year cannot start on {day}: by law it starts from {from} to {to}")]
    OutsideLaw {
        day: NaiveDate,
        from: MonthDay,
        to: MonthDay,
    },
    /// Two starts for one year, as given.
    #[error("one academic year has two starts: {0} and {1}")]
    TwoStarts(NaiveDate, NaiveDate),
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::SourceId;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn law() -> StartWindow {
        let from = MonthDay::new(9, 1).unwrap();
        let to = MonthDay::new(10, 1).unwrap();
        StartWindow::new(from, to, vec![SourceId::new("law")]).unwrap()
    }

    fn calendar(starts: &[&str]) -> Result<Calendar, Vec<CalendarFault>> {
        let known: Vec<NaiveDate> = starts.iter().map(|start| day(start)).collect();
        Calendar::new(law(), &known, SourceId::new("desk"))
    }

    #[test]
    fn refuses_every_unsound_start_at_once() {
        let faults =
            calendar(&["2026-08-31", "2026-09-21", "2026-09-28", "2027-10-02"]).unwrap_err();
        assert_eq!(faults.len(), 3);
        assert_eq!(
            faults[1],
            CalendarFault::TwoStarts(day("2026-09-21"), day("2026-09-28"))
        );
        assert!(faults[0].to_string().contains("2026-08-31"));
    }

    #[test]
    fn takes_the_first_and_the_last_day_of_the_law() {
        assert!(calendar(&["2026-09-01", "2027-10-01"]).is_ok());
    }

    #[test]
    fn a_window_goes_forwards_and_has_a_source() {
        let (from, to) = (MonthDay::new(10, 1).unwrap(), MonthDay::new(9, 1).unwrap());
        let backwards = StartWindow::new(from, to, vec![SourceId::new("law")]);
        assert_eq!(backwards, Err(CalendarFault::Backwards { from, to }));
        assert_eq!(
            StartWindow::new(to, from, Vec::new()),
            Err(CalendarFault::NoSources)
        );
    }
}
