//! A day of a month, without a year.

use std::fmt;

use chrono::NaiveDate;

/// A day that every year has; so never 29 February. Ordered as in a calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct MonthDay {
    month: u32,
    day: u32,
}

impl MonthDay {
    /// The day of a month counted from 1; none where some year lacks it.
    pub fn new(month: u32, day: u32) -> Option<Self> {
        const NO_LEAP_YEAR: i32 = 2001;
        NaiveDate::from_ymd_opt(NO_LEAP_YEAR, month, day).map(|_| Self { month, day })
    }

    /// Reads `10-11`, month first, two digits each.
    pub fn read(text: &str) -> Option<Self> {
        let (month, day) = text.split_once('-')?;
        let is_sound = |text: &str| text.len() == 2 && !text.starts_with('+');
        let two_digits = |text: &str| text.parse().ok().filter(|_| is_sound(text));
        Self::new(two_digits(month)?, two_digits(day)?)
    }

    /// That day of a year; none beyond what a date can hold.
    pub fn in_year(self, year: i32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year, self.month, self.day)
    }
}

impl fmt::Display for MonthDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}-{:02}", self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_month_first() {
        assert_eq!(MonthDay::read("10-11"), MonthDay::new(10, 11));
        assert_eq!(MonthDay::read("09-01").unwrap().to_string(), "09-01");
    }

    #[test]
    fn refuses_what_some_year_lacks() {
        for text in [
            "02-29", "04-31", "13-01", "00-10", "10-00", "1-1", "10/11", "+1-01", "",
        ] {
            assert_eq!(MonthDay::read(text), None, "{text}");
        }
    }
}
