//! From an event to the day or days of closing, one step at a time.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::{
    AcademicYear, Because, Calendar, Certainty, Closing, Closure, Count, EventDay, MonthDay, Rule,
    Start, Step, Unknown, Weekends, YearOf, in_years,
};
use crate::id::{AccountId, FactId, ReasonId, SourceId};

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
        let step = Step::NoRule {
            account: account.clone(),
            reason: reason.clone(),
        };
        Self::new(account, reason, event, step)
    }

    fn beyond(rule: &Rule, event: NaiveDate) -> Self {
        let parts = rule.parts();
        Self::new(&parts.account, &parts.reason, event, Step::BeyondYears)
    }

    fn new(account: &AccountId, reason: &ReasonId, event: NaiveDate, step: Step) -> Self {
        Self {
            account: account.clone(),
            reason: reason.clone(),
            event,
            because: vec![Because {
                step,
                sources: Vec::new(),
            }],
        }
    }
}

/// Whether a closure is the only one, or one of two.
#[derive(Clone, Copy)]
enum Place {
    Alone,
    OneOfTwo,
}

/// Where in the academic years a closing lies.
#[derive(Clone, Copy)]
enum Aim {
    /// At the end of the year of the event.
    End,
    /// From one day to another of the year after it.
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
            Count::DaysAfter { fact, days } => self.days_after(fact, *days).map(Closing::Sure),
            Count::EndOfAcademicYear => self.by_year(Aim::End),
            Count::WindowInNextAcademicYear { from, to } => self.by_year(Aim::Next(*from, *to)),
        }
    }

    fn days_after(self, fact: &FactId, days: u32) -> Option<Closure> {
        let event = self.event;
        let (counted, event_day) = match self.rule.parts().event_day {
            EventDay::Day0 => (days, Step::EventDayNotCounted { event }),
            EventDay::Day1 => (days.checked_sub(1)?, Step::EventDayCounted { event }),
        };
        let day = event.checked_add_days(Days::new(counted.into()))?;
        let fact = fact.clone();
        let mut because = vec![self.said(Step::DaysAfter {
            fact,
            days,
            event,
            day,
        })];
        because.push(self.agreed(event_day));
        if self.rule.parts().weekends == Weekends::Count {
            because.push(self.agreed(Step::WeekendsCount));
        }
        self.closure(Place::Alone, because, (day, day))
    }

    fn by_year(self, aim: Aim) -> Option<Closing> {
        let event = self.event;
        let (year, because) = match self.calendar.year_of(event)? {
            YearOf::ByLaw(year) => (year, self.by_law(Step::YearByLaw { event, year })),
            YearOf::Started(year, known) => {
                let start = known.day;
                (
                    year,
                    by_desk(Step::YearStarted { event, year, start }, &known.source),
                )
            }
            YearOf::NotStarted(year, known) => {
                let start = known.day;
                (
                    year,
                    by_desk(Step::YearNotStarted { event, year, start }, &known.source),
                )
            }
            YearOf::Either { earlier, from, to } => return self.either(aim, earlier, (from, to)),
        };
        self.in_year(aim, year, Place::Alone, because)
            .map(Closing::Sure)
    }

    fn either(self, aim: Aim, earlier: AcademicYear, (from, to): Span) -> Option<Closing> {
        let event = self.event;
        let later = earlier.next();
        let not_started = self.by_law(Step::IfYearNotStarted {
            event,
            year: earlier,
            from,
            to,
        });
        let started = self.by_law(Step::IfYearStarted {
            event,
            year: later,
            from,
            to,
        });
        Some(Closing::Either {
            earlier: self.in_year(aim, earlier, Place::OneOfTwo, not_started)?,
            later: self.in_year(aim, later, Place::OneOfTwo, started)?,
        })
    }

    /// The closure of an event that falls in this academic year.
    fn in_year(
        self,
        aim: Aim,
        year: AcademicYear,
        place: Place,
        first: Because,
    ) -> Option<Closure> {
        let mut because = vec![first];
        let span = match aim {
            Aim::End => self.end_of(year, &mut because)?,
            Aim::Next(from, to) => self.days_of(year.next(), (from, to), &mut because)?,
        };
        self.closure(place, because, span)
    }

    fn end_of(self, year: AcademicYear, because: &mut Vec<Because>) -> Option<Span> {
        because.push(self.said(Step::ClosesAtYearEnd { year }));
        match self.calendar.start_of(year.next())? {
            Start::Known(known) => {
                let (start, day) = (known.day, known.day.pred_opt()?);
                let mut ends = self.by_law(Step::YearEndKnown { year, start, day });
                ends.sources.push(known.source.clone());
                because.push(ends);
                Some((day, day))
            }
            Start::Within { from, to } => {
                // A year that holds the event does not end before it.
                let earliest = from.pred_opt()?.max(self.event);
                let latest = to.pred_opt()?;
                because.push(self.by_law(Step::YearEndWindow {
                    year,
                    earliest,
                    latest,
                }));
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
        because.push(self.said(Step::ClosesInNextYear { year }));
        because.push(self.agreed(if earliest == latest {
            Step::ReadAsDay { day: earliest }
        } else {
            Step::ReadAsWindow { earliest, latest }
        }));
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
        place: Place,
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
            certainty: place.certainty(earliest == latest),
            because,
        })
    }

    fn past_weekend(self, day: NaiveDate, because: &mut Vec<Because>) -> Option<NaiveDate> {
        let days = match (self.rule.parts().weekends, day.weekday()) {
            (Weekends::NextWorkingDay, Weekday::Sat) => 2,
            (Weekends::NextWorkingDay, Weekday::Sun) => 1,
            _ => return Some(day),
        };
        let to = day.checked_add_days(Days::new(days))?;
        because.push(self.agreed(Step::MovedPastWeekend { from: day, to }));
        Some(to)
    }

    fn said(self, step: Step) -> Because {
        let sources = self.rule.parts().sources.clone();
        Because { step, sources }
    }

    fn agreed(self, step: Step) -> Because {
        let sources = self.rule.agreed().to_vec();
        Because { step, sources }
    }

    fn by_law(self, step: Step) -> Because {
        let sources = self.calendar.law().sources().to_vec();
        Because { step, sources }
    }
}

impl Place {
    fn certainty(self, one_day: bool) -> Certainty {
        match self {
            Self::OneOfTwo => Certainty::OneOfTwo,
            Self::Alone if one_day => Certainty::Day,
            Self::Alone => Certainty::Window,
        }
    }
}

fn by_desk(step: Step, source: &SourceId) -> Because {
    let sources = vec![source.clone()];
    Because { step, sources }
}
