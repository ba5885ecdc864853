//! What a closing says besides its dates.

use balie::closure::{Argument, Because, Certainty, Closing, Rule, RuleParts, close};
use balie::id::SourceId;
use chrono::NaiveDate;

use super::{after, ask, calendar, day, law, parts};

/// The steps of every closure, as `message: sources`.
fn steps(closing: &Closing) -> Vec<Vec<String>> {
    let unknown = closing.unknown().map(std::slice::from_ref);
    let lists = closing
        .closures()
        .map(|closure| closure.because.as_slice())
        .chain(unknown);
    let line = |because: &Because| {
        let sources: Vec<&str> = because.sources.iter().map(SourceId::as_str).collect();
        format!("{}: {}", because.message_id, sources.join(" "))
            .trim()
            .to_owned()
    };
    lists.map(|list| list.iter().map(line).collect()).collect()
}

#[test]
fn counted_days_name_the_rule_and_the_agreement() {
    let expected = [
        "because-days-after: faq",
        "because-event-day-not-counted: counting",
        "because-weekends-count: counting",
    ];
    assert_eq!(
        steps(&ask("odisee unenrolled", day("2026-11-24"), &[])),
        [expected]
    );
}

#[test]
fn without_agreements_the_sources_stand_for_the_counting() {
    let bare = RuleParts {
        agreed: Vec::new(),
        ..parts("odisee", "unenrolled", after(14))
    };
    let rule = Rule::new(bare, &law()).unwrap();
    let steps = steps(&close(&rule, day("2026-11-24"), &calendar(&[])));
    assert!(
        steps[0].iter().all(|step| step.ends_with(": faq")),
        "{steps:?}"
    );
}

#[test]
fn both_alternatives_say_on_what_they_hang() {
    let closing = ask("kuleuven graduated", day("2026-09-15"), &[]);
    let rest = [
        "because-closes-at-year-end: faq",
        "because-year-end-window: register",
    ];
    let expected = [
        ["because-if-year-not-started: register", rest[0], rest[1]],
        ["because-if-year-started: register", rest[0], rest[1]],
    ];
    assert_eq!(steps(&closing), expected);
    assert!(
        closing
            .closures()
            .all(|closure| closure.certainty == Certainty::OneOfTwo)
    );
}

#[test]
fn a_known_start_is_named_as_the_desks() {
    let starts = [day("2026-09-21"), day("2027-09-20")];
    let expected = [
        "because-year-started: desk",
        "because-closes-at-year-end: faq",
        "because-year-end-known: register desk",
    ];
    assert_eq!(
        steps(&ask("kuleuven graduated", day("2026-09-21"), &starts)),
        [expected]
    );
    let before = steps(&ask("odisee graduated", day("2026-09-20"), &starts));
    let expected = [
        "because-year-not-started: desk",
        "because-closes-in-next-year: faq",
        "because-read-as-window: counting",
    ];
    assert_eq!(before, [expected]);
}

#[test]
fn what_is_unknown_says_why() {
    assert_eq!(
        steps(&ask("odisee open-balance", day("2026-11-24"), &[])),
        [["because-no-rule:"]]
    );
    assert_eq!(
        steps(&ask("odisee unenrolled", day("9999-12-31"), &[])),
        [["because-beyond-years:"]]
    );
    let far = ask("odisee unenrolled", NaiveDate::MAX, &[]);
    assert_eq!(steps(&far), [["because-beyond-years:"]]);
}

#[test]
fn a_window_is_less_sure_than_a_day() {
    let sure = |who, event| {
        ask(who, day(event), &[])
            .closures()
            .next()
            .map(|closure| closure.certainty)
    };
    assert_eq!(
        sure("odisee unenrolled", "2026-11-24"),
        Some(Certainty::Day)
    );
    assert_eq!(
        sure("odisee graduated", "2026-11-24"),
        Some(Certainty::Window)
    );
    assert_eq!(sure("test one-day", "2026-11-24"), Some(Certainty::Day));
}

#[test]
fn the_last_day_to_copy_is_before_anything_can_close() {
    let copy = |who, event| ask(who, day(event), &[]).last_day_to_copy();
    assert_eq!(
        copy("odisee unenrolled", "2026-11-24"),
        Some(day("2026-12-07"))
    );
    assert_eq!(
        copy("odisee graduated", "2026-09-12"),
        Some(day("2026-10-10"))
    );
    assert_eq!(copy("odisee open-balance", "2026-11-24"), None);
    assert_eq!(copy("test none", "0001-01-01"), None);
}

#[test]
fn today_stands_before_in_or_after_a_window() {
    let closing = ask("odisee graduated", day("2026-06-30"), &[]);
    let closure = closing.closures().next().unwrap();
    for (today, standing) in [
        ("2026-10-10", ("standing-open-at-least", 1)),
        ("2026-10-11", ("standing-closing", 9)),
        ("2026-10-20", ("standing-closing", 0)),
        ("2026-10-21", ("standing-closed", 1)),
    ] {
        assert_eq!(closure.standing(day(today)), standing, "{today}");
    }
}

#[test]
fn a_step_gives_its_message_every_value() {
    let closing = ask(
        "kuleuven graduated",
        day("2026-09-22"),
        &[day("2026-09-21")],
    );
    let closure = closing.closures().next().unwrap();
    let expected = [
        ("event", Argument::Day(day("2026-09-22"))),
        ("start", Argument::Day(day("2026-09-21"))),
        ("year", Argument::Year(2026)),
        ("year-end", Argument::Year(2027)),
    ];
    assert_eq!(closure.because[0].message_id, "because-year-started");
    assert_eq!(closure.because[0].arguments, expected);
}
