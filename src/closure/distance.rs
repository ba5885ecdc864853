//! How far days lie apart.

use chrono::NaiveDate;

use super::{Argument, Arguments, Closure};

/// Days from one day to another; negative where the other is past.
pub fn days_between(today: NaiveDate, day: NaiveDate) -> i64 {
    day.signed_duration_since(today).num_days()
}

/// Where today stands to a closure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Still open: so many days to the earliest, at least 1.
    Open {
        /// Days to the earliest.
        days: i64,
    },
    /// Closed or closing: so many days to the latest, 0 on that day itself.
    Closing {
        /// Days to the latest.
        days: i64,
    },
    /// Closed: so many days since the latest, at least 1.
    Closed {
        /// Days since the latest.
        days: i64,
    },
}

impl Standing {
    /// The message that says it.
    pub fn message_id(self) -> &'static str {
        match self {
            Self::Open { .. } => "standing-open",
            Self::Closing { .. } => "standing-closing",
            Self::Closed { .. } => "standing-closed",
        }
    }

    /// What that message takes: `days`.
    pub fn arguments(self) -> Arguments {
        let (Self::Open { days } | Self::Closing { days } | Self::Closed { days }) = self;
        vec![("days", Argument::Number(days))]
    }
}

impl Closure {
    /// Where today stands to it.
    pub fn standing(&self, today: NaiveDate) -> Standing {
        let to_earliest = days_between(today, self.earliest);
        let to_latest = days_between(today, self.latest);
        if to_earliest > 0 {
            Standing::Open { days: to_earliest }
        } else if to_latest >= 0 {
            Standing::Closing { days: to_latest }
        } else {
            Standing::Closed { days: -to_latest }
        }
    }
}

/// Whether an event lies so far off that its date may be mistyped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remoteness {
    /// Within two years.
    Near,
    /// More than two years ago.
    LongPast,
    /// More than two years ahead.
    FarAhead,
}

impl Remoteness {
    /// How far off an event lies; two years hold every closing of one academic
    /// year and the next.
    pub fn of(event: NaiveDate, today: NaiveDate) -> Self {
        const TWO_YEARS: i64 = 731;
        match days_between(today, event) {
            days if days < -TWO_YEARS => Self::LongPast,
            days if days > TWO_YEARS => Self::FarAhead,
            _ => Self::Near,
        }
    }

    /// The message that says it, where there is something to say.
    pub fn message_id(self) -> Option<&'static str> {
        match self {
            Self::Near => None,
            Self::LongPast => Some("event-long-past"),
            Self::FarAhead => Some("event-far-ahead"),
        }
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
        assert_eq!(Remoteness::of(day("2024-11-23"), today), Remoteness::Near);
        assert_eq!(
            Remoteness::of(day("2024-11-22"), today),
            Remoteness::LongPast
        );
        assert_eq!(
            Remoteness::of(day("2062-11-24"), today),
            Remoteness::FarAhead
        );
    }
}
