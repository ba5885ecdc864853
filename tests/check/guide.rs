//! The guide for content: what it shows works as it stands.

use balie::pack::Files;

use super::{checked, lines};

pub const GUIDE: &str = include_str!("../../data/README.md");

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
