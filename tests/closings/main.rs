//! When accounts close: a table with the reasoning beside each case, the steps
//! that are named, and what holds whatever the rule, the event and the calendar.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod properties;
mod refusals;
mod steps;
mod table;

use balie::closure::{
    Calendar, Closing, Count, EventDay, MonthDay, Rule, RuleParts, Rules, StartWindow, Weekends,
};
use balie::id::{AccountId, FactId, ReasonId, SourceId};
use chrono::NaiveDate;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn sources(name: &str) -> Vec<SourceId> {
    vec![SourceId::new(name)]
}

fn month_day(text: &str) -> MonthDay {
    MonthDay::read(text).unwrap()
}

fn law() -> StartWindow {
    StartWindow::new(month_day("09-01"), month_day("10-01"), sources("register")).unwrap()
}

fn calendar(starts: &[NaiveDate]) -> Calendar {
    Calendar::new(law(), starts, SourceId::new("desk")).unwrap()
}

fn after(days: u32) -> Count {
    Count::DaysAfter {
        fact: FactId::new("days"),
        days,
    }
}

fn window(from: &str, to: &str) -> Count {
    Count::WindowInNextAcademicYear {
        from: month_day(from),
        to: month_day(to),
    }
}

fn parts(account: &str, reason: &str, count: Count) -> RuleParts {
    RuleParts {
        account: AccountId::new(account),
        reason: ReasonId::new(reason),
        precision: count.precision(),
        count,
        event_day: EventDay::Day0,
        weekends: Weekends::Count,
        sources: sources("faq"),
        agreed: sources("counting"),
    }
}

fn monday(parts: RuleParts) -> RuleParts {
    RuleParts {
        weekends: Weekends::NextWorkingDay,
        ..parts
    }
}

fn rules() -> Rules {
    let parts = [
        parts("odisee", "graduated", window("10-11", "10-20")),
        parts("odisee", "unenrolled", after(14)),
        parts("kuleuven", "graduated", Count::EndOfAcademicYear),
        parts("kuleuven", "unenrolled", after(7)),
        parts("kuleuven", "open-balance", after(14)),
        RuleParts {
            event_day: EventDay::Day1,
            ..parts("test", "day-1", after(14))
        },
        parts("test", "none", after(0)),
        parts("test", "forever", after(u32::MAX)),
        parts("test", "spring", window("02-01", "02-10")),
        parts("test", "winter", window("12-20", "01-05")),
        parts("test", "one-day", window("11-30", "11-30")),
        monday(parts("test", "monday", after(7))),
        monday(parts("test", "monday-end", Count::EndOfAcademicYear)),
    ];
    Rules(parts.map(|parts| Rule::new(parts, &law()).unwrap()).into())
}

fn ask(who: &str, event: NaiveDate, starts: &[NaiveDate]) -> Closing {
    let (account, reason) = who.split_once(' ').unwrap();
    rules().close(
        &AccountId::new(account),
        &ReasonId::new(reason),
        event,
        &calendar(starts),
    )
}
