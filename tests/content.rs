//! The commands for whoever keeps the content: check, graph, export, explain.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/pack.rs"]
mod pack;
#[path = "support/program.rs"]
mod program;

use std::fs;
use std::path::Path;

use balie::pack::Files;
use program::balie;
use tempfile::TempDir;

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// A folder with a pack in which one answer leads nowhere.
fn faulty(home: &Path) -> String {
    let folder = home.join("pack");
    let path = "data/flows/locked.toml";
    let files = pack::replaced(path, "to = \"pause\"", "to = \"pauze\"");
    pack::write(&files, &folder);
    folder.to_str().unwrap().to_owned()
}

#[test]
fn what_is_exported_is_whole_and_nothing_is_written_over() {
    let home = TempDir::new().unwrap();
    let pack = home.path().join("pack");
    let name = pack.to_str().unwrap();
    assert_eq!(balie(home.path(), &["export", name]).status.code(), Some(0));
    for (path, bytes) in Files::embedded().iter() {
        assert_eq!(fs::read(pack.join(path)).unwrap(), bytes, "{path}");
    }
    for file in [
        "data/README.md",
        "data/schema/flow.schema.json",
        "locales/fr/balie.ftl",
    ] {
        assert!(pack.join(file).is_file(), "{file}");
    }
    fs::write(pack.join("data/pack.toml"), "mine").unwrap();
    let again = balie(home.path(), &["export", name]);
    assert_eq!(again.status.code(), Some(2));
    assert!(
        text(&again.stderr).contains("is not empty"),
        "{}",
        text(&again.stderr)
    );
    assert_eq!(
        fs::read_to_string(pack.join("data/pack.toml")).unwrap(),
        "mine"
    );
}

#[test]
fn findings_are_read_by_machines() {
    let home = TempDir::new().unwrap();
    let pack = faulty(home.path());
    let output = balie(home.path(), &["check", &pack, "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let finding = &report["findings"][0];
    assert_eq!(finding["code"], "B007");
    assert_eq!(finding["place"]["file"], "data/flows/locked.toml");
    assert_eq!(finding["help"][0], "did you mean `pause`?");

    let output = balie(home.path(), &["check", &pack, "--format", "github"]);
    assert_eq!(output.status.code(), Some(1));
    let first = text(&output.stdout);
    let line = finding["place"]["line"].to_string();
    let start = format!("::error file=data/flows/locked.toml,line={line},col=");
    assert!(first.starts_with(&start), "{first}");
}

#[test]
fn a_clean_pack_is_clean_in_every_format() {
    let home = TempDir::new().unwrap();
    let json = balie(home.path(), &["check", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!(
        (json.status.code(), report["errors"].as_u64()),
        (Some(0), Some(0))
    );
    let github = balie(home.path(), &["check", "--format", "github"]);
    assert_eq!(github.status.code(), Some(0));
    assert!(!text(&github.stdout).contains("::error"));
}

#[test]
fn a_flow_is_seen_as_a_tree_and_drawn_by_others() {
    let home = TempDir::new().unwrap();
    let graph = |more: &[&str]| {
        let output = balie(
            home.path(),
            &[&["graph", "locked", "--lang", "en"], more].concat(),
        );
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        text(&output.stdout)
    };
    let tree = graph(&[]);
    assert!(
        tree.contains("├─ something@student.odisee.be → last-try: When did you last try?"),
        "{tree}"
    );
    assert!(graph(&["--format", "mermaid"]).starts_with("flowchart TD"));
    let dot = graph(&["--format", "dot"]);
    assert!(dot.starts_with("digraph") && dot.trim_end().ends_with('}'));
    assert_eq!(dot.matches('{').count(), dot.matches('}').count());
}

#[test]
fn a_flow_or_a_code_that_is_not_there_is_named_with_what_was_meant() {
    let home = TempDir::new().unwrap();
    for (arguments, says) in [
        (["graph", "lockd"], "locked"),
        (["explain", "B777"], "lists them all"),
    ] {
        let output = balie(home.path(), &arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(
            text(&output.stderr).contains(says),
            "{}",
            text(&output.stderr)
        );
    }
}
