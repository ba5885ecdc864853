//! How far days lie apart.

use chrono::NaiveDate;

use super::Closure;

/// Days from one day to another; negative where the other is past.
pub fn days_between(today: NaiveDate, day: NaiveDate) -> i64 {
    day.signed_duration_since(today).num_days()
}

impl Closure {
    /// Where today stands to it: the message that says so, and the number of days that it takes.
    /// Those are the days to the earliest while all is open, then those to the latest, and then
    /// those since.
    pub fn standing(&self, today: NaiveDate) -> (&'static str, i64) {
        let to_earliest = days_between(today, self.earliest);
        match days_between(today, self.latest) {
            days if to_earliest == days && days > 0 => ("standing-open", days),
            _ if to_earliest > 0 => ("standing-open-at-least", to_earliest),
            days @ 0.. => ("standing-closing", days),
            days => ("standing-closed", -days),
        }
    }
}

/// The message that an event lies so far off that its date may be mistyped; none within two
/// years, which hold every closing of one academic year and the next.
pub fn remoteness(event: NaiveDate, today: NaiveDate) -> Option<&'static str> {
    const TWO_YEARS: i64 = 731;
    match days_between(today, event) {
        days if days < -TWO_YEARS => Some("event-long-past"),
        days if days > TWO_YEARS => Some("event-far-ahead"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn days_are_calendar_days_also_when_the_clock_changes() {
        assert_eq!(days_between(day("2027-03-27"), day("2027-03-29")), 2);
        assert_eq!(days_between(day("2026-10-26"), day("2026-10-24")), -2);
    }

    #[test]
    fn two_years_are_near_and_a_day_more_is_not() {
        let today = day("2026-11-24");
        let remote = |event| remoteness(day(event), today);
        assert_eq!(remote("2024-11-23"), None);
        assert_eq!(remote("2024-11-22"), Some("event-long-past"));
        assert_eq!(remote("2062-11-24"), Some("event-far-ahead"));
    }
}
