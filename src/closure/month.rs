//! A month as a calendar shows it, with weeks that begin on Monday.

use chrono::{Datelike, NaiveDate};

/// One month of one year. Ordered as time goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    first: NaiveDate,
}

/// Seven days from Monday to Sunday; none where the day is another month's.
pub type Week = [Option<NaiveDate>; 7];

impl Month {
    /// The month in which a day lies.
    pub fn of(day: NaiveDate) -> Self {
        Self {
            first: day.with_day(1).unwrap_or(day),
        }
    }

    /// The calendar year.
    pub fn year(self) -> i32 {
        self.first.year()
    }

    /// Its number, from 1 to 12.
    pub fn number(self) -> u32 {
        self.first.month()
    }

    /// Its first day.
    pub fn first(self) -> NaiveDate {
        self.first
    }

    /// Whether a day lies in it.
    pub fn holds(self, day: NaiveDate) -> bool {
        Self::of(day) == self
    }

    /// The month after it; none beyond what a date can hold.
    pub fn next(self) -> Option<Self> {
        let first = self.first.checked_add_months(chrono::Months::new(1))?;
        Some(Self { first })
    }

    /// The month before it; none beyond what a date can hold.
    pub fn previous(self) -> Option<Self> {
        let first = self.first.checked_sub_months(chrono::Months::new(1))?;
        Some(Self { first })
    }

    /// This month and those after it, as far as another; none if that is past.
    pub fn through(self, last: Self) -> impl Iterator<Item = Self> {
        std::iter::successors(Some(self), |month| month.next())
            .take_while(move |month| *month <= last)
    }

    /// Its four to six weeks.
    pub fn weeks(self) -> Vec<Week> {
        let mut weeks = Vec::new();
        let mut week = Week::default();
        for day in self.first.iter_days().take_while(|day| self.holds(*day)) {
            let column = day.weekday().num_days_from_monday() as usize;
            if column == 0 && day != self.first {
                weeks.push(std::mem::take(&mut week));
            }
            if let Some(cell) = week.get_mut(column) {
                *cell = Some(day);
            }
        }
        weeks.push(week);
        weeks
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(text: &str) -> Month {
        Month::of(text.parse().unwrap())
    }

    fn drawn(month: Month) -> String {
        let cell = |day: &Option<NaiveDate>| {
            day.map_or("  .".to_owned(), |day| format!("{:3}", day.day()))
        };
        let lines: Vec<String> = month
            .weeks()
            .iter()
            .map(|week| week.iter().map(cell).collect())
            .collect();
        lines.join("\n")
    }

    #[test]
    fn november_2026_begins_on_a_sunday() {
        let expected = "  .  .  .  .  .  .  1\n  2  3  4  5  6  7  8\n  9 10 11 12 13 14 15\n \
                        16 17 18 19 20 21 22\n 23 24 25 26 27 28 29\n 30  .  .  .  .  .  .";
        assert_eq!(drawn(month("2026-11-24")), expected);
    }

    #[test]
    fn a_february_from_monday_takes_four_weeks() {
        assert_eq!(month("2027-02-14").weeks().len(), 4);
        assert_eq!(
            month("2028-02-14")
                .weeks()
                .iter()
                .flatten()
                .flatten()
                .count(),
            29
        );
    }

    #[test]
    fn months_run_over_new_year() {
        let numbers: Vec<u32> = month("2026-11-24")
            .through(month("2027-02-01"))
            .map(Month::number)
            .collect();
        assert_eq!(numbers, [11, 12, 1, 2]);
        assert_eq!(month("2027-02-01").through(month("2026-11-24")).count(), 0);
        assert_eq!(
            month("2026-12-31").next().and_then(Month::previous),
            Some(month("2026-12-01"))
        );
    }

    #[test]
    fn the_ends_of_time_do_not_panic() {
        assert!(!Month::of(NaiveDate::MAX).weeks().is_empty());
        assert!(!Month::of(NaiveDate::MIN).weeks().is_empty());
        assert_eq!(Month::of(NaiveDate::MAX).next(), None);
    }
}
