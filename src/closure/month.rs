//! A month as a calendar shows it, with weeks that begin on Monday.

use chrono::{Datelike, Months, NaiveDate};

/// One month of one year. Ordered as time goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    first: NaiveDate,
}

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

    /// This month and those after it, as far as another; none if that is past.
    pub fn through(self, last: Self) -> impl Iterator<Item = Self> {
        let firsts = std::iter::successors(Some(self.first), |first| {
            first.checked_add_months(Months::new(1))
        });
        let months = firsts.map(|first| Self { first });
        months.take_while(move |month| *month <= last)
    }

    /// The days of each of its four to six weeks.
    pub fn weeks(self) -> Vec<Vec<NaiveDate>> {
        let days = self.first.iter_days();
        let days: Vec<NaiveDate> = days.take_while(|day| Self::of(*day) == self).collect();
        let weeks = days.chunk_by(|day, next| day.iso_week() == next.iso_week());
        weeks.map(<[_]>::to_vec).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(text: &str) -> Month {
        Month::of(text.parse().unwrap())
    }

    fn drawn(month: Month) -> String {
        let line = |week: &Vec<NaiveDate>| {
            let empty = week[0].weekday().num_days_from_monday() as usize;
            let days: String = week.iter().map(|day| format!("{:3}", day.day())).collect();
            format!("{:empty$}{days}", "", empty = 3 * empty)
        };
        let lines: Vec<String> = month.weeks().iter().map(line).collect();
        lines.join("\n")
    }

    #[test]
    fn november_2026_begins_on_a_sunday() {
        let expected = "                    1\n  2  3  4  5  6  7  8\n  9 10 11 12 13 14 15\n \
                        16 17 18 19 20 21 22\n 23 24 25 26 27 28 29\n 30";
        assert_eq!(drawn(month("2026-11-24")), expected);
    }

    #[test]
    fn a_february_from_monday_takes_four_weeks() {
        assert_eq!(month("2027-02-14").weeks().len(), 4);
        assert_eq!(month("2028-02-14").weeks().concat().len(), 29);
    }

    #[test]
    fn months_run_over_new_year() {
        let numbers: Vec<u32> = month("2026-11-24")
            .through(month("2027-02-01"))
            .map(Month::number)
            .collect();
        assert_eq!(numbers, [11, 12, 1, 2]);
        assert_eq!(month("2027-02-01").through(month("2026-11-24")).count(), 0);
    }

    #[test]
    fn the_ends_of_time_do_not_panic() {
        assert!(!Month::of(NaiveDate::MAX).weeks().is_empty());
        assert!(!Month::of(NaiveDate::MIN).weeks().is_empty());
        let last = Month::of(NaiveDate::MAX);
        assert_eq!(last.through(last).count(), 1);
    }
}
