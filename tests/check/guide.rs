//! The guide for content: what it shows works as it stands.

use balie::check::Findings;
use balie::pack::Files;
use balie::report::Code;

use super::{checked, lines};

const GUIDE: &str = include_str!("../../data/README.md");

/// The files that the guide shows: fenced blocks that name a path.
fn files() -> Files {
    let mut files = Files::default();
    for block in GUIDE.split("\n```").skip(1).step_by(2) {
        let (head, text) = block.split_once('\n').unwrap();
        if let Some((_, path)) = head.split_once(' ') {
            files.insert(path.to_owned(), format!("{text}\n").into_bytes());
        }
    }
    files
}

#[test]
fn the_files_of_the_guide_are_a_clean_pack() {
    let files = files();
    assert!(files.has("data/flows/card.toml"));
    let findings = checked(files.clone());
    assert_eq!(lines(&files, &findings), Vec::<String>::new());
    assert!(findings.coverage.is_exhaustive());
}

#[test]
fn a_language_is_added_as_the_guide_says() {
    let mut files = Files::embedded();
    let german = |files: &mut Files, from: &str| {
        let words = files.text(from).unwrap().to_owned();
        files.insert(from.replace("/en/", "/de/"), words.into_bytes());
    };
    let manifest = files.text("data/pack.toml").unwrap();
    let manifest = manifest.replace("\"fr\"]", "\"fr\", \"de\"]");
    files.insert("data/pack.toml", manifest.into_bytes());
    let before = checked(files.clone());
    let all = lines(&files, &before);
    assert!(
        all.iter()
            .all(|line| line.contains("`de`") || line.contains("/de/")),
        "{all:?}"
    );
    german(&mut files, "locales/en/balie.ftl");
    german(&mut files, "locales/en/flows/locked.ftl");
    let after = checked(files.clone());
    let flows = files.stems("data/flows", "toml").count();
    let missing = |found: &Findings| {
        let faults = found.faults.iter();
        let missing = faults.filter(|fault| fault.code == Code::MissingWord);
        missing.count()
    };
    assert_eq!(
        missing(&before),
        flows + 2,
        "every flow, pack.ftl and balie.ftl"
    );
    assert_eq!(missing(&after), flows, "the other flows, and pack.ftl");
}
