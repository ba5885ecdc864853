//! From an event to the day or days of closing, one step at a time.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::derivation::{Argument, Arguments, CLOSES_IN_NEXT_YEAR, days, of_year};
use super::{
    AcademicYear, Because, Calendar, Certainty, Closing, Closure, Condition, Count, EventDay,
    FIRST_YEAR, LAST_YEAR, MonthDay, Rule, Start, Unknown, Weekends, YearOf, YearStart, in_years,
};
use crate::id::{AccountId, ReasonId, SourceId};

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
    let closing = if in_years(event) {
        reckoning.closing()
    } else {
        None
    };
    closing.unwrap_or_else(|| Closing::Unknown(Unknown::beyond(rule, event)))
}

impl Unknown {
    /// No rule says when.
    pub(super) fn no_rule(account: &AccountId, reason: &ReasonId, event: NaiveDate) -> Self {
        let arguments = vec![
            ("account", Argument::Account(account.clone())),
            ("reason", Argument::Reason(reason.clone())),
        ];
        Self::new(
            account,
            reason,
            event,
            because("because-no-rule", arguments, &[]),
        )
    }

    fn beyond(rule: &Rule, event: NaiveDate) -> Self {
        let parts = rule.parts();
        let arguments = vec![
            ("first", Argument::Year(FIRST_YEAR)),
            ("last", Argument::Year(LAST_YEAR)),
        ];
        let because = because("because-beyond-years", arguments, &[]);
        Self::new(&parts.account, &parts.reason, event, because)
    }

    fn new(account: &AccountId, reason: &ReasonId, event: NaiveDate, because: Because) -> Self {
        Self {
            account: account.clone(),
            reason: reason.clone(),
            event,
            because: vec![because],
        }
    }
}

/// Where the days of closing lie in an academic year.
#[derive(Clone, Copy)]
enum Aim {
    /// On its last day.
    End,
    /// Between two days of the year after it.
    Next(MonthDay, MonthDay),
}

/// The first and the last day, not before each other.
type Span = (NaiveDate, NaiveDate);

/// One question on its way; every `None` is a day that dates cannot hold.
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
            Count::EndOfAcademicYear => self.by_year(Aim::End),
            Count::WindowInNextAcademicYear { from, to } => self.by_year(Aim::Next(*from, *to)),
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

    fn by_year(self, aim: Aim) -> Option<Closing> {
        let event = self.event;
        let (year, because) = match self.calendar.year_of(event)? {
            YearOf::ByLaw(year) => {
                let arguments = with_year(days([("event", event)]), year);
                (year, self.by_law("because-year-by-law", arguments))
            }
            YearOf::Started(year, known) => {
                (year, self.by_desk("because-year-started", year, known))
            }
            YearOf::NotStarted(year, known) => {
                (year, self.by_desk("because-year-not-started", year, known))
            }
            YearOf::Either { earlier, from, to } => return self.either(aim, earlier, (from, to)),
        };
        self.in_year(aim, year, None, because).map(Closing::Sure)
    }

    fn either(self, aim: Aim, earlier: AcademicYear, (from, to): Span) -> Option<Closing> {
        let later = earlier.next();
        let window = days([("event", self.event), ("from", from), ("to", to)]);
        let alternative = |year, condition, message_id| {
            let because = self.by_law(message_id, with_year(window.clone(), year));
            self.in_year(aim, year, Some(condition), because)
        };
        Some(Closing::Either {
            earlier: alternative(
                earlier,
                Condition::NotStarted(later),
                "because-if-year-not-started",
            )?,
            later: alternative(later, Condition::Started(later), "because-if-year-started")?,
        })
    }

    /// The closure of an event that falls in this academic year.
    fn in_year(
        self,
        aim: Aim,
        year: AcademicYear,
        condition: Option<Condition>,
        first: Because,
    ) -> Option<Closure> {
        let mut because = vec![first];
        let span = match aim {
            Aim::End => self.end_of(year, &mut because)?,
            Aim::Next(from, to) => self.days_of(year.next(), (from, to), &mut because)?,
        };
        self.closure(condition, because, span)
    }

    fn end_of(self, year: AcademicYear, because: &mut Vec<Because>) -> Option<Span> {
        because.push(self.said("because-closes-at-year-end", of_year(year).into()));
        match self.calendar.start_of(year.next())? {
            Start::Known(known) => {
                let (start, day) = (known.day, known.day.pred_opt()?);
                let arguments = with_year(days([("start", start), ("day", day)]), year);
                let mut ends = self.by_law("because-year-end-known", arguments);
                ends.sources.push(known.source.clone());
                because.push(ends);
                Some((day, day))
            }
            Start::Within { from, to } => {
                // A year that holds the event does not end before it.
                let earliest = from.pred_opt()?.max(self.event);
                let latest = to.pred_opt()?;
                let window = days([("earliest", earliest), ("latest", latest)]);
                because.push(self.by_law("because-year-end-window", with_year(window, year)));
                Some((earliest, latest))
            }
        }
    }

    fn days_of(
        self,
        year: AcademicYear,
        (from, to): (MonthDay, MonthDay),
        because: &mut Vec<Because>,
    ) -> Option<Span> {
        let (earliest, latest) = (self.day_of(year, from)?, self.day_of(year, to)?);
        because.push(self.said(CLOSES_IN_NEXT_YEAR, of_year(year).into()));
        because.push(if earliest == latest {
            self.agreed("because-read-as-day", days([("day", earliest)]))
        } else {
            let window = days([("earliest", earliest), ("latest", latest)]);
            self.agreed("because-read-as-window", window)
        });
        Some((earliest, latest))
    }

    /// A day of an academic year, which has its autumn before its spring.
    fn day_of(self, year: AcademicYear, day: MonthDay) -> Option<NaiveDate> {
        let spring = day < self.calendar.law().from();
        let year = if spring { year.next() } else { year };
        day.in_year(year.starts_in)
    }

    fn closure(
        self,
        condition: Option<Condition>,
        mut because: Vec<Because>,
        (first, last): Span,
    ) -> Option<Closure> {
        let earliest = self.past_weekend(first, &mut because)?;
        let latest = if last == first {
            earliest
        } else {
            self.past_weekend(last, &mut because)?
        };
        if !in_years(latest) {
            return None;
        }
        let parts = self.rule.parts();
        Some(Closure {
            account: parts.account.clone(),
            reason: parts.reason.clone(),
            event: self.event,
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
        because(message_id, arguments, &self.rule.parts().sources)
    }

    fn agreed(self, message_id: &'static str, arguments: Arguments) -> Because {
        because(message_id, arguments, self.rule.agreed())
    }

    fn by_law(self, message_id: &'static str, arguments: Arguments) -> Because {
        because(message_id, arguments, self.calendar.law().sources())
    }

    fn by_desk(self, message_id: &'static str, year: AcademicYear, known: &YearStart) -> Because {
        let arguments = days([("event", self.event), ("start", known.day)]);
        let source = std::slice::from_ref(&known.source);
        because(message_id, with_year(arguments, year), source)
    }
}

fn with_year(mut arguments: Arguments, year: AcademicYear) -> Arguments {
    arguments.extend(of_year(year));
    arguments
}

fn because(message_id: &'static str, arguments: Arguments, sources: &[SourceId]) -> Because {
    Because {
        message_id,
        arguments,
        sources: sources.to_vec(),
    }
}
