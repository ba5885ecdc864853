//! From an event to the day or days of closing, one step at a time.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::derivation::{Argument, Arguments, CLOSES_IN_NEXT_YEAR, days, days_in};
use super::{
    Because, Calendar, Certainty, Closing, Closure, Count, EventDay, FIRST_YEAR, LAST_YEAR,
    MonthDay, Rule, Weekends, in_years,
};
use crate::id::{AccountId, ReasonId};

/// All rules of a pack: at most one for an account and a reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rules(pub Vec<Rule>);

impl Rules {
    /// The rule of an account and a reason, if there is one.
    pub fn find(&self, account: &AccountId, reason: &ReasonId) -> Option<&Rule> {
        self.iter()
            .find(|rule| rule.parts().account == *account && rule.parts().reason == *reason)
    }

    /// Every rule, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Rule> {
        self.0.iter()
    }

    /// When an account closes; unknown where no rule says so.
    pub fn close(
        &self,
        account: &AccountId,
        reason: &ReasonId,
        event: NaiveDate,
        calendar: &Calendar,
    ) -> Closing {
        if let Some(rule) = self.find(account, reason) {
            return close(rule, event, calendar);
        }
        let arguments = vec![
            ("account", Argument::Account(account.clone())),
            ("reason", Argument::Reason(reason.clone())),
        ];
        Closing::Unknown(Because::new("because-no-rule", arguments, &[]))
    }
}

/// When the account of a rule closes, for an event on some day.
///
/// Unknown, with its reason, where the event or the closing lies beyond the
/// years that are reckoned in; every other day has an answer.
pub fn close(rule: &Rule, event: NaiveDate, calendar: &Calendar) -> Closing {
    let reckoning = Reckoning {
        rule,
        event,
        calendar,
    };
    let closing = in_years(event).then(|| reckoning.closing()).flatten();
    closing.unwrap_or_else(|| {
        let arguments = vec![
            ("first", Argument::Year(FIRST_YEAR)),
            ("last", Argument::Year(LAST_YEAR)),
        ];
        Closing::Unknown(Because::new("because-beyond-years", arguments, &[]))
    })
}

/// The first and the last day, not before each other.
type Span = (NaiveDate, NaiveDate);

/// One question on its way; every `None` is a day that dates cannot hold. An academic year is
/// named by the calendar year in which it starts.
#[derive(Clone, Copy)]
struct Reckoning<'a> {
    rule: &'a Rule,
    event: NaiveDate,
    calendar: &'a Calendar,
}

impl Reckoning<'_> {
    fn closing(self) -> Option<Closing> {
        match &self.rule.parts().count {
            Count::DaysAfter { days, .. } => self.days_after(*days).map(Closing::Sure),
            Count::EndOfAcademicYear => self.by_year(|year| self.end_of(year)),
            Count::WindowInNextAcademicYear { from, to } => {
                self.by_year(|year| self.window_in(year + 1, *from, *to))
            }
        }
    }

    fn days_after(self, number: u32) -> Option<Closure> {
        let event = self.event;
        let (counted, event_day) = match self.rule.parts().event_day {
            EventDay::Day0 => (number, "because-event-day-not-counted"),
            EventDay::Day1 => (number.checked_sub(1)?, "because-event-day-counted"),
        };
        let day = event.checked_add_days(Days::new(counted.into()))?;
        let mut arguments = days([("event", event), ("day", day)]);
        arguments.push(("days", Argument::Number(number.into())));
        let mut because = vec![self.said("because-days-after", arguments)];
        because.push(self.agreed(event_day, days([("event", event)])));
        if self.rule.parts().weekends == Weekends::Count {
            because.push(self.agreed("because-weekends-count", Vec::new()));
        }
        self.closure(None, because, (day, day))
    }

    /// By the academic year of the event; where nobody said whether it had started by then, by
    /// this one and by the one before.
    fn by_year(self, span_in: impl Fn(i32) -> Option<(Span, [Because; 2])>) -> Option<Closing> {
        let Self {
            event, calendar, ..
        } = self;
        let (earlier, later) = (event.year() - 1, event.year());
        let (from, to) = calendar.law.in_year(later)?;
        let closure = |year, first, condition| {
            let (span, steps) = span_in(year)?;
            let because = [first].into_iter().chain(steps).collect();
            self.closure(condition, because, span)
        };
        if event < from || to <= event {
            let year = if event < from { earlier } else { later };
            let first = self.by_law("because-year-by-law", days_in(year, [("event", event)]));
            return closure(year, first, None).map(Closing::Sure);
        }
        if let Some(&start) = calendar.starts.get(&later) {
            let (year, message_id) = if start <= event {
                (later, "because-year-started")
            } else {
                (earlier, "because-year-not-started")
            };
            let arguments = days_in(year, [("event", event), ("start", start)]);
            let desk = std::slice::from_ref(&calendar.desk);
            let first = Because::new(message_id, arguments, desk);
            return closure(year, first, None).map(Closing::Sure);
        }
        let alternative = |year, message_id, condition| {
            let window = days_in(year, [("event", event), ("from", from), ("to", to)]);
            let condition = Because::new(condition, days_in(later, []), &[]);
            closure(year, self.by_law(message_id, window), Some(condition))
        };
        Some(Closing::Either {
            earlier: alternative(earlier, "because-if-year-not-started", "if-not-started")?,
            later: alternative(later, "because-if-year-started", "if-started")?,
        })
    }

    fn end_of(self, year: i32) -> Option<(Span, [Because; 2])> {
        let (span, ends) = if let Some(&start) = self.calendar.starts.get(&(year + 1)) {
            let day = start.pred_opt()?;
            let known = days_in(year, [("start", start), ("day", day)]);
            let mut ends = self.by_law("because-year-end-known", known);
            ends.sources.push(self.calendar.desk.clone());
            ((day, day), ends)
        } else {
            let (from, to) = self.calendar.law.in_year(year + 1)?;
            // A year that holds the event does not end before it.
            let (earliest, latest) = (from.pred_opt()?.max(self.event), to.pred_opt()?);
            let window = days_in(year, [("earliest", earliest), ("latest", latest)]);
            let ends = self.by_law("because-year-end-window", window);
            ((earliest, latest), ends)
        };
        let closes = self.said("because-closes-at-year-end", days_in(year, []));
        Some((span, [closes, ends]))
    }

    fn window_in(self, year: i32, from: MonthDay, to: MonthDay) -> Option<(Span, [Because; 2])> {
        let (earliest, latest) = (self.day_in(year, from)?, self.day_in(year, to)?);
        let read = if earliest == latest {
            self.agreed("because-read-as-day", days([("day", earliest)]))
        } else {
            let window = days([("earliest", earliest), ("latest", latest)]);
            self.agreed("because-read-as-window", window)
        };
        let closes = self.said(CLOSES_IN_NEXT_YEAR, days_in(year, []));
        Some(((earliest, latest), [closes, read]))
    }

    /// A day of an academic year, which has its autumn before its spring.
    fn day_in(self, year: i32, day: MonthDay) -> Option<NaiveDate> {
        let spring = day < self.calendar.law.from;
        day.in_year(year + i32::from(spring))
    }

    fn closure(
        self,
        condition: Option<Because>,
        mut because: Vec<Because>,
        (first, last): Span,
    ) -> Option<Closure> {
        let earliest = self.past_weekend(first, &mut because)?;
        let latest = if last == first {
            earliest
        } else {
            self.past_weekend(last, &mut because)?
        };
        in_years(latest).then(|| Closure {
            earliest,
            latest,
            certainty: match condition {
                Some(_) => Certainty::OneOfTwo,
                None if earliest == latest => Certainty::Day,
                None => Certainty::Window,
            },
            condition,
            because,
        })
    }

    fn past_weekend(self, day: NaiveDate, because: &mut Vec<Because>) -> Option<NaiveDate> {
        let number = match (self.rule.parts().weekends, day.weekday()) {
            (Weekends::NextWorkingDay, Weekday::Sat) => 2,
            (Weekends::NextWorkingDay, Weekday::Sun) => 1,
            _ => return Some(day),
        };
        let to = day.checked_add_days(Days::new(number))?;
        let arguments = days([("from", day), ("to", to)]);
        because.push(self.agreed("because-moved-past-weekend", arguments));
        Some(to)
    }

    fn said(self, message_id: &'static str, arguments: Arguments) -> Because {
        Because::new(message_id, arguments, &self.rule.parts().sources)
    }

    fn agreed(self, message_id: &'static str, arguments: Arguments) -> Because {
        Because::new(message_id, arguments, self.rule.agreed())
    }

    fn by_law(self, message_id: &'static str, arguments: Arguments) -> Because {
        Because::new(message_id, arguments, &self.calendar.law.sources)
    }
}
