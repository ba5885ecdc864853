//! Whole packs, checked.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout
)]

#[path = "../support/program.rs"]
mod program;
#[path = "../support/mod.rs"]
mod support;

mod bad;
mod closings;
mod explain;
mod fuzz;
mod german;
mod guide;
mod institution;
mod layout;
mod live;
mod many;
mod schema;
mod seeded;
mod slips;
mod speed;

use std::rc::Rc;

use balie::lint::{Findings, check};
use balie::pack::{Files, Pack};

/// What a check finds on 24 November 2026.
pub fn checked(files: Files) -> Findings {
    checked_at(files, program::NOW)
}

fn checked_at(files: Files, now: &str) -> Findings {
    let pack = Rc::new(Pack::draft_of(files));
    check(&pack, support::moment(now))
}

/// Its faults, a line each.
pub fn lines(files: &Files, findings: &Findings) -> Vec<String> {
    let line = |fault: &balie::diagnostic::Diagnostic| {
        let text = balie::diagnostic::brief(fault, |path| files.text(path));
        format!("{} {text}", fault.code.as_str())
    };
    findings.faults.iter().map(line).collect()
}

/// Clean, so that each test finds what it put in; and its scenarios come by every answer.
fn assert_whole(files: Files, now: &str) {
    let findings = checked_at(files.clone(), now);
    assert_eq!(lines(&files, &findings), Vec::<String>::new());
    assert!(findings.coverage.is_exhaustive(), "{:?}", findings.coverage);
}

#[test]
fn the_shipped_pack_is_clean_and_wholly_visited() {
    // Its sources were read on the day before.
    assert_whole(Files::embedded(), "2026-11-28T14:19");
}

#[test]
fn the_pack_of_the_tests_is_clean_and_wholly_visited() {
    assert_whole(support::pack::files(), program::NOW);
}
