//! The pack in the program: what it says, and what a busy desk asks of it. All other tests stand on
//! `tests/pack`, so that a change of shipped words shows here, and where it makes the pack itself
//! wrong: in `check` (clean, laid out, wholly visited) and in the table of `search`.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing
)]

#[path = "../support/mod.rs"]
mod support;
mod table;

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use balie::app::Scene;
use balie::pack::Files;
use support::{Desk, shipped};

/// Where what is said stands, a file for each subject.
const WORDS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/snapshots/words");

/// Whether what is said is what was agreed to.
fn is_agreed(name: &str, text: &str) -> bool {
    let compare = || insta::assert_snapshot!(name, text);
    insta::with_settings!({snapshot_path => WORDS, prepend_module_to_snapshot => false, omit_expression => true}, {
        catch_unwind(AssertUnwindSafe(compare)).is_ok()
    })
}

/// Each sentence in all languages beside each other, with its figures filled in: no file of the pack
/// shows whether its languages say the same. A picture of each screen would show the same words
/// several times over.
#[test]
fn what_is_said_was_agreed_to() {
    let tables = table::all(&Files::embedded());
    let changed: Vec<&str> = tables
        .iter()
        .filter(|(name, text)| !is_agreed(name, text))
        .map(|(name, _)| name.as_str())
        .collect();
    assert!(
        changed.is_empty(),
        "the words of {changed:?} changed: read the difference, then INSTA_UPDATE=always cargo test --test shipped"
    );
    let names: BTreeSet<String> = tables.into_iter().map(|(name, _)| name).collect();
    assert_eq!(kept(), names, "snapshots/words has what nothing says");
}

/// The subjects that were agreed to.
fn kept() -> BTreeSet<String> {
    let files = Path::new(WORDS).read_dir().unwrap();
    let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
    let snapshots = names.filter_map(|name| name.strip_suffix(".snap").map(str::to_owned));
    snapshots.collect()
}

/// The program's words in the pack of the tests are a copy: what is said differently there is meant,
/// what is missing would be taken from the shipped words.
#[test]
fn the_pack_of_the_tests_says_all_that_the_program_does() {
    let (ours, theirs) = (Files::embedded(), support::pack::files());
    for language in ["nl", "en", "fr"] {
        let path = format!("locales/{language}/balie.ftl");
        let names = |files| table::names(files, &path);
        assert_eq!(
            names(&theirs),
            names(&ours),
            "add to tests/pack/{path} what {path} says besides, and take out what it no longer says"
        );
    }
}

/// What people come with most, in at most five keys: where they lead.
const QUESTIONS: [(&str, &str, &str); 4] = [
    ("locked ten minutes ago", "3 1 2 3", "locked/pause"),
    ("forgotten Odisee password", "2 1 1 1", "forgotten/reset"),
    (
        "no activation mail from KU Leuven",
        "1 2 1",
        "first-time/number-search",
    ),
    ("what opens Toledo", "5 1", "which-name/typed-number"),
];

#[test]
fn the_questions_of_a_busy_day_take_five_keys() {
    for (question, keys, place) in QUESTIONS {
        assert!(keys.split(' ').count() <= 5, "{question}");
        assert_eq!(Desk::with(shipped()).keys(keys).here(), place, "{question}");
    }
    let desk = Desk::with(shipped()).keys("8");
    assert!(
        matches!(desk.model.scene(), Scene::Desks),
        "where the desk is"
    );
}
