//! What holds for any rule, event and calendar.

use balie::closure::{Calendar, Certainty, Closing, Closure, EventDay, Rule, RuleParts, close};
use chrono::NaiveDate;
use proptest::prelude::*;

use super::{after, calendar, day, law, monday, parts, rules};

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (1..=3_652_059).prop_map(|number| NaiveDate::from_num_days_from_ce_opt(number).unwrap())
}

/// Days close together, around a year that the calendars below know of.
fn near_day() -> impl Strategy<Value = NaiveDate> {
    (0..1500_u64).prop_map(|days| day("2025-01-01") + chrono::Days::new(days))
}

fn any_calendar() -> impl Strategy<Value = Calendar> {
    prop::collection::btree_map(2024..2031_i32, 0..=30_u64, 0..6).prop_map(|offsets| {
        let first = |year| NaiveDate::from_ymd_opt(year, 9, 1).unwrap();
        let starts: Vec<NaiveDate> = offsets
            .into_iter()
            .map(|(year, days)| first(year) + chrono::Days::new(days))
            .collect();
        calendar(&starts)
    })
}

fn any_rule() -> impl Strategy<Value = Rule> {
    let rules: Vec<Rule> = rules().iter().cloned().collect();
    let counted = (1..4000_u32, any::<bool>(), any::<bool>()).prop_map(|(days, first, shifts)| {
        let event_day = if first {
            EventDay::Day1
        } else {
            EventDay::Day0
        };
        let parts = RuleParts {
            event_day,
            ..parts("any", "any", after(days))
        };
        Rule::new(if shifts { monday(parts) } else { parts }, &law()).unwrap()
    });
    prop_oneof![prop::sample::select(rules), counted]
}

fn reasons_are_whole(closing: &Closing) -> bool {
    let whole = |closure: &Closure| {
        !closure.because.is_empty()
            && closure
                .because
                .iter()
                .all(|because| !because.sources.is_empty())
    };
    closing.closures().all(whole)
}

proptest! {
    #[test]
    fn any_day_answers_or_says_why_not(rule in any_rule(), event in any_day(), calendar in any_calendar()) {
        let closing = close(&rule, event, &calendar);
        prop_assert_eq!(closing.closures().count() == 0, closing.unknown().is_some());
        prop_assert!(reasons_are_whole(&closing));
        for closure in closing.closures() {
            prop_assert!(event <= closure.earliest && closure.earliest <= closure.latest);
            prop_assert!(closure.earliest != closure.latest || closure.certainty != Certainty::Window);
        }
    }

    #[test]
    fn a_later_event_never_closes_earlier(
        rule in any_rule(), one in near_day(), other in near_day(), calendar in any_calendar(),
    ) {
        let closing = |event| close(&rule, event, &calendar);
        let (sooner, later) = (closing(one.min(other)), closing(one.max(other)));
        // An unknown lies beyond the last year, so it is later than any day.
        if later.unknown().is_none() {
            prop_assert!(sooner.earliest().is_some_and(|day| Some(day) <= later.earliest()));
            prop_assert!(sooner.latest().is_some_and(|day| Some(day) <= later.latest()));
        }
    }

    #[test]
    fn the_next_day_never_closes_earlier(rule in any_rule(), event in any_day(), calendar in any_calendar()) {
        let next = event.succ_opt().map(|next| close(&rule, next, &calendar));
        if let Some(next @ (Closing::Sure(_) | Closing::Either { .. })) = next {
            let this = close(&rule, event, &calendar);
            prop_assert!(this.earliest() <= next.earliest() && this.latest() <= next.latest());
            prop_assert!(this.earliest().is_some());
        }
    }

    #[test]
    fn a_known_start_only_narrows(rule in any_rule(), event in near_day(), known in any_calendar()) {
        let (wide, narrow) = (close(&rule, event, &calendar(&[])), close(&rule, event, &known));
        prop_assert!(wide.earliest() <= narrow.earliest() && narrow.latest() <= wide.latest());
    }
}
