//! When academic years start: what the law allows, and what is known.

use std::collections::BTreeMap;
use std::fmt;

use chrono::{Datelike, NaiveDate};

use super::{AcademicYear, MonthDay, StartWindow, YearStart};

/// What is known of the first day of an academic year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start<'a> {
    /// It is this day.
    Known(&'a YearStart),
    /// It is one of the days that the law allows.
    Within {
        /// The first of them.
        from: NaiveDate,
        /// The last of them.
        to: NaiveDate,
    },
}

/// The academic year in which a day falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearOf<'a> {
    /// The law leaves but one.
    ByLaw(AcademicYear),
    /// The day is not before the known start of this year.
    Started(AcademicYear, &'a YearStart),
    /// The day is before the known start of the year after this one.
    NotStarted(AcademicYear, &'a YearStart),
    /// The later year starts in this window, and whether before or after the
    /// day nobody has said.
    Either {
        /// The year in which it falls if the next had not started.
        earlier: AcademicYear,
        /// The first day on which the next may start.
        from: NaiveDate,
        /// The last day on which it may start.
        to: NaiveDate,
    },
}

/// The starts of academic years: as known, and else as the law has them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    law: StartWindow,
    starts: BTreeMap<i32, YearStart>,
}

impl Calendar {
    /// A calendar of what the law allows and the starts that are known.
    ///
    /// # Errors
    /// Every start that the law does not allow, and every second start of one year.
    pub fn new(law: StartWindow, known: Vec<YearStart>) -> Result<Self, Vec<CalendarFault>> {
        let mut starts = BTreeMap::new();
        let mut faults = Vec::new();
        for start in known {
            let day = start.day;
            if !law.allows(day) {
                faults.push(CalendarFault::outside(day, &law));
            } else if let Some(other) = starts.insert(day.year(), start) {
                faults.push(CalendarFault::TwoStarts(other.day, day));
            }
        }
        if faults.is_empty() {
            Ok(Self { law, starts })
        } else {
            Err(faults)
        }
    }

    /// Between which days an academic year starts.
    pub fn law(&self) -> &StartWindow {
        &self.law
    }

    /// What is known of a year's first day; none beyond what a date can hold.
    pub fn start_of(&self, year: AcademicYear) -> Option<Start<'_>> {
        if let Some(start) = self.starts.get(&year.starts_in) {
            return Some(Start::Known(start));
        }
        Some(Start::Within {
            from: self.law.from().in_year(year.starts_in)?,
            to: self.law.to().in_year(year.starts_in)?,
        })
    }

    /// The academic year of a day; none beyond what a date can hold.
    pub fn year_of(&self, day: NaiveDate) -> Option<YearOf<'_>> {
        let later = AcademicYear {
            starts_in: day.year(),
        };
        let earlier = later.previous();
        let from = self.law.from().in_year(day.year())?;
        let to = self.law.to().in_year(day.year())?;
        if day < from {
            return Some(YearOf::ByLaw(earlier));
        }
        if day >= to {
            return Some(YearOf::ByLaw(later));
        }
        Some(match self.starts.get(&day.year()) {
            Some(start) if start.day <= day => YearOf::Started(later, start),
            Some(start) => YearOf::NotStarted(earlier, start),
            None => YearOf::Either { earlier, from, to },
        })
    }
}

/// What is wrong with the starts of academic years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CalendarFault {
    /// The law's window ends before it begins.
    Backwards {
        /// Its first day as given.
        from: MonthDay,
        /// Its last day as given.
        to: MonthDay,
    },
    /// Nothing is named as the source of the law's window.
    NoSources,
    /// A start that the law does not allow.
    OutsideLaw {
        /// The start as given.
        day: NaiveDate,
        /// The first day that the law allows.
        from: MonthDay,
        /// The last day that it allows.
        to: MonthDay,
    },
    /// Two starts for one year, as given.
    TwoStarts(NaiveDate, NaiveDate),
}

impl CalendarFault {
    fn outside(day: NaiveDate, law: &StartWindow) -> Self {
        Self::OutsideLaw {
            day,
            from: law.from(),
            to: law.to(),
        }
    }
}

impl fmt::Display for CalendarFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Backwards { from, to } => {
                write!(f, "the window from {from} to {to} ends before it begins")
            }
            Self::NoSources => f.write_str("the window in which years start has no source"),
            Self::OutsideLaw { day, from, to } => {
                write!(
                    f,
                    "an academic year cannot start on {day}: by law it starts from {from} to {to}"
                )
            }
            Self::TwoStarts(one, other) => {
                write!(f, "one academic year has two starts: {one} and {other}")
            }
        }
    }
}

impl std::error::Error for CalendarFault {}

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
        let source = SourceId::new("desk");
        let known = starts.iter().map(|start| YearStart {
            day: day(start),
            source: source.clone(),
        });
        Calendar::new(law(), known.collect())
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

    #[test]
    fn only_the_window_itself_leaves_two_years() {
        let calendar = calendar(&[]).unwrap();
        let either = |text| matches!(calendar.year_of(day(text)), Some(YearOf::Either { .. }));
        assert_eq!(
            ["2026-08-31", "2026-09-01", "2026-09-30", "2026-10-01"].map(either),
            [false, true, true, false]
        );
    }
}
