//! The clock on the wall, which `--now` can set to another moment.

use chrono::{DateTime, FixedOffset, Local, TimeDelta};

/// A clock that runs as fast as any other, a fixed time ahead or behind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Clock {
    /// How far ahead of the system's clock this one is.
    pub shift: TimeDelta,
}

impl Clock {
    /// A clock that shows `now` at this moment and runs on from there.
    pub fn set_to(now: DateTime<FixedOffset>) -> Self {
        let shift = now.signed_duration_since(Local::now());
        Self { shift }
    }

    /// What the clock shows, in the time zone of this place.
    pub fn now(&self) -> DateTime<FixedOffset> {
        let system = Local::now();
        let shown = system.checked_add_signed(self.shift).unwrap_or(system);
        shown.fixed_offset()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_set_to_a_moment_shows_it_and_runs_on() {
        let moment = DateTime::parse_from_rfc3339("2026-11-24T14:19:00+01:00").unwrap();
        let clock = Clock::set_to(moment);
        let passed = clock.now().signed_duration_since(moment);
        assert!(
            passed >= TimeDelta::zero() && passed < TimeDelta::minutes(1),
            "{passed}"
        );
        assert!(clock.now() >= moment + passed);
    }

    #[test]
    fn a_shift_beyond_the_calendar_is_no_shift() {
        let clock = Clock {
            shift: TimeDelta::MAX,
        };
        assert!((clock.now() - Local::now().fixed_offset()).abs() < TimeDelta::minutes(1));
    }
}
