//! The program from the outside: arguments, settings, packs on disk, exit codes.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use balie::pack::Files;
use tempfile::TempDir;

/// Runs the program with a settings folder of its own and nothing of ours in its environment.
fn balie(home: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_balie"))
        .args(arguments)
        .env_clear()
        .env("HOME", home)
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

fn settings_folder(home: &Path) -> std::path::PathBuf {
    let listed = stdout(&balie(home, &["settings"]));
    let line = listed.lines().last().unwrap();
    let path = line
        .strip_prefix("folder: ")
        .unwrap()
        .split(" (")
        .next()
        .unwrap();
    fs::create_dir_all(path).unwrap();
    path.into()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// The shipped pack in a folder.
fn pack() -> TempDir {
    let folder = TempDir::new().unwrap();
    for (path, bytes) in Files::embedded().iter() {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

#[test]
fn the_shipped_pack_has_no_faults() {
    let home = TempDir::new().unwrap();
    let output = balie(home.path(), &["check"]);
    assert_eq!(output.status.code(), Some(0), "{}", stdout(&output));
}

#[test]
fn settings_say_where_each_comes_from() {
    let home = TempDir::new().unwrap();
    fs::write(
        settings_folder(home.path()).join("settings.toml"),
        "campus = \"aalst\"\nbell = true\n",
    )
    .unwrap();
    let listed = stdout(&balie(home.path(), &["settings", "--lang", "fr"]));
    for (name, value, origin) in [
        ("campus", "aalst", "settings.toml"),
        ("language", "fr", "argument"),
        ("bell", "true", "settings.toml"),
        ("theme", "terminal", "default"),
    ] {
        let row = listed.lines().find(|line| line.starts_with(name)).unwrap();
        assert!(row.contains(value) && row.ends_with(origin), "{row}");
    }
}

#[test]
fn wrong_settings_and_arguments_name_the_right_ones() {
    let home = TempDir::new().unwrap();
    for (arguments, says) in [
        (
            ["settings", "--lang", "de"],
            "there is no language `de`. Known: nl, en, fr",
        ),
        (
            ["settings", "--campus", "gant"],
            "there is no campus `gant`. Did you mean `gent`?",
        ),
        (
            ["settings", "--theme", "dark"],
            "Known: terminal, contrast, none",
        ),
    ] {
        let output = balie(home.path(), &arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(stderr(&output).contains(says), "{}", stderr(&output));
    }
    let folder = settings_folder(home.path());
    fs::write(folder.join("settings.toml"), "langauge = \"nl\"\n").unwrap();
    let output = balie(home.path(), &["settings"]);
    assert!(
        stderr(&output).contains("did you mean `language`?"),
        "{}",
        stderr(&output)
    );
    assert!(
        stderr(&output).contains("settings.toml:1:1"),
        "{}",
        stderr(&output)
    );
}

#[test]
fn what_this_desk_knows_must_be_something_the_pack_does_not() {
    let home = TempDir::new().unwrap();
    let file = settings_folder(home.path()).join("desk.toml");
    fs::write(&file, "[[known]]\nid = \"opening-hours\"\ntext = \"x\"\n").unwrap();
    assert!(stdout(&balie(home.path(), &["settings"])).contains("opening-hours"));
    fs::write(&file, "[[known]]\nid = \"opening-ours\"\ntext = \"x\"\n").unwrap();
    let output = balie(home.path(), &["settings"]);
    assert!(
        stderr(&output).contains("did you mean `opening-hours`?"),
        "{}",
        stderr(&output)
    );
}

#[test]
fn without_a_terminal_there_is_one_clear_sentence() {
    let home = TempDir::new().unwrap();
    let output = balie(home.path(), &[]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(stderr(&output).lines().count(), 1);
}

#[test]
fn a_moment_that_is_none_says_how_to_write_one() {
    let home = TempDir::new().unwrap();
    let output = balie(home.path(), &["--now", "morgen"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        stderr(&output).contains("2026-11-24T14:19"),
        "{}",
        stderr(&output)
    );
}

#[test]
fn a_folder_that_is_no_pack_says_why() {
    let home = TempDir::new().unwrap();
    let empty = TempDir::new().unwrap();
    for (folder, says) in [
        (empty.path().join("nowhere"), "cannot open the pack folder"),
        (empty.path().to_owned(), "holds no data and no locales"),
    ] {
        let output = balie(home.path(), &["check", folder.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(3));
        assert!(stderr(&output).contains(says), "{}", stderr(&output));
    }
}

/// A change to one file of the pack, and what `check` must say of it.
const FAULTS: [(&str, &[u8], &[&str]); 4] = [
    (
        "data/flows/mfa.toml",
        b"start = \"\xff\"",
        &["mfa.toml", "not UTF-8", "line 1, byte 10"],
    ),
    (
        "data/flows/mfa.toml",
        b"start = ",
        &["mfa.toml:1:", "not TOML"],
    ),
    (
        "data/facts.toml",
        b"[[fact]]\nid = \"x\"\nvalue = \"5\"\nsources = []\n",
        &["facts.toml:3:9", "invalid type"],
    ),
    (
        "data/pack.toml",
        b"format = 2\n",
        &["pack.toml:1:1", "missing field"],
    ),
];

#[test]
fn check_names_file_line_and_column() {
    let home = TempDir::new().unwrap();
    for (path, bytes, says) in FAULTS {
        let pack = pack();
        fs::write(pack.path().join(path), bytes).unwrap();
        let output = balie(home.path(), &["check", pack.path().to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(1), "{path}");
        let report = stdout(&output) + &stderr(&output);
        for part in says {
            assert!(report.contains(part), "{part} is missing from\n{report}");
        }
    }
}

#[test]
fn the_argument_then_the_setting_then_the_environment_decide_the_language() {
    let home = TempDir::new().unwrap();
    let folder = settings_folder(home.path());
    let language = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_balie"))
            .arg("settings")
            .args(arguments)
            .env_clear()
            .env("HOME", home.path())
            .env("LANG", "fr_BE.UTF-8")
            .output()
            .unwrap();
        let listed = stdout(&output);
        let row = listed
            .lines()
            .find(|line| line.starts_with("language"))
            .unwrap();
        row.split_whitespace().skip(1).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(language(&[]), "fr environment");
    fs::write(folder.join("settings.toml"), "language = \"en\"\n").unwrap();
    assert_eq!(language(&[]), "en settings.toml");
    assert_eq!(language(&["--lang", "nl"]), "nl argument");
}
