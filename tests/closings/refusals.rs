//! Rules that do not fit together, alone or with others.

use balie::closure::{Count, EventDay, Precision, Rule, RuleFault, RuleParts};

use super::{after, law, month_day, parts, window};

fn fault(parts: RuleParts) -> Vec<RuleFault> {
    Rule::new(parts, &law()).map(|_| ()).unwrap_err()
}

#[test]
fn a_rule_that_does_not_fit_together_is_refused() {
    let end = parts("a", "b", Count::EndOfAcademicYear);
    let day_1 = |count| RuleParts {
        event_day: EventDay::Day1,
        ..parts("a", "b", count)
    };
    assert_eq!(
        fault(RuleParts {
            sources: Vec::new(),
            ..end.clone()
        }),
        [RuleFault::NoSources]
    );
    assert_eq!(fault(day_1(after(0))), [RuleFault::BeforeEvent]);
    assert_eq!(
        fault(day_1(Count::EndOfAcademicYear)),
        [RuleFault::NothingCounted]
    );
    let (said, gives) = (Precision::Day, Precision::Window);
    assert_eq!(
        fault(RuleParts {
            precision: said,
            ..end
        }),
        [RuleFault::Precision { said, gives }]
    );
}

#[test]
fn a_window_that_two_years_may_claim_is_refused() {
    let at = |day| RuleFault::AtYearStart {
        day: month_day(day),
    };
    assert_eq!(
        fault(parts("a", "b", window("09-15", "10-20"))),
        [at("09-15")]
    );
    assert_eq!(
        fault(parts("a", "b", window("08-15", "09-01"))),
        [at("09-01")]
    );
    let (from, to) = (month_day("02-01"), month_day("12-01"));
    assert_eq!(
        fault(parts("a", "b", window("02-01", "12-01"))),
        [RuleFault::Backwards { from, to }]
    );
    assert!(Rule::new(parts("a", "b", window("10-01", "08-31")), &law()).is_ok());
}
