//! The README says what the program does: its keys, and the command that tests it.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use balie::app::actions::ACTIONS;
use balie::i18n::{Localizer, Text, negotiate};
use balie::pack::{Files, Pack};

fn file(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

/// The table of keys, from the table of actions.
fn keys() -> String {
    let pack = Pack::open(Files::embedded()).unwrap();
    let words = Localizer::of(&pack);
    let english = words.voice(negotiate("en", words.languages()).unwrap());
    let mut table = String::from("| Keys | What they do |\n| --- | --- |\n");
    for row in ACTIONS {
        let help = english.say(&Text::Own(&format!("action-{}.help", row.id)));
        let keys: Vec<String> = row.shown.split(' ').map(|key| format!("`{key}`")).collect();
        writeln!(table, "| {} | {help} |", keys.join(" ")).unwrap();
    }
    table
}

#[test]
fn the_table_of_keys_is_that_of_the_program() {
    let readme = file("README.md");
    let shown = readme
        .split("<!-- keys -->\n")
        .nth(1)
        .unwrap()
        .split("<!-- /keys -->")
        .next()
        .unwrap();
    assert_eq!(
        shown.trim(),
        keys().trim(),
        "\nput this in the README:\n{}",
        keys()
    );
}

#[test]
fn ci_runs_the_test_command_of_the_readme() {
    let readme = file("README.md");
    let section = readme.split("## Test it").nth(1).unwrap();
    let command = section
        .split("```sh\n")
        .nth(1)
        .unwrap()
        .split("\n```")
        .next()
        .unwrap();
    assert!(
        file(".ci/run")
            .lines()
            .any(|line| line.starts_with(command)),
        "{command}"
    );
}

#[test]
fn every_picture_and_page_that_is_named_is_there() {
    let readme = file("README.md");
    for part in readme.split("](").skip(1) {
        let target = part.split([')', '#']).next().unwrap();
        if !target.is_empty() && !target.contains("://") {
            assert!(
                Path::new(env!("CARGO_MANIFEST_DIR")).join(target).exists(),
                "{target}"
            );
        }
    }
}
