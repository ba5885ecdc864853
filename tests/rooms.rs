//! The house: an arrow between rooms only ever points down, and the pure rooms
//! touch nothing outside.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms from the bottom up; a room may use those below it.
const ROOMS: [&str; 20] = [
    "choices",
    "id",
    "sanitize",
    "diagnostic",
    "toml_file",
    "closure",
    "pack",
    "i18n",
    "case",
    "search",
    "note",
    "settings",
    "app",
    "ui",
    "plain",
    "lint",
    "terminal",
    "cli",
    "command",
    "main",
];

/// Rooms that know no clock, disk, environment, terminal or thread.
const PURE: [&str; 15] = [
    "choices",
    "id",
    "sanitize",
    "diagnostic",
    "toml_file",
    "closure",
    "pack",
    "i18n",
    "case",
    "search",
    "note",
    "settings",
    "app",
    "ui",
    "lint",
];

/// What a pure room must not name.
const OUTSIDE: [&str; 12] = [
    "std::fs",
    "std::env",
    "std::io",
    "std::net",
    "std::process",
    "std::thread",
    "std::time",
    "Local::now",
    "Utc::now",
    "SystemTime",
    "crossterm",
    "rustix",
];

/// Words that would give up in front of a person.
const PANICS: [&str; 6] = [
    ".unwrap()",
    ".expect(",
    "panic!(",
    "todo!(",
    "unimplemented!(",
    "unreachable!(",
];

struct File {
    path: PathBuf,
    room: String,
    /// The text without its tests.
    text: String,
}

fn files() -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    collect(&root, &root, &mut found);
    assert!(found.len() > 40, "the files of the house were not found");
    found
}

fn collect(root: &Path, folder: &Path, found: &mut Vec<File>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            collect(root, &path, found);
        } else if path.extension().is_some_and(|end| end == "rs")
            && name != "tests.rs"
            && name != "build.rs"
        {
            let text = fs::read_to_string(&path).unwrap();
            let text = text.split("#[cfg(test)]\nmod ").next().unwrap().to_owned();
            let inside = path.strip_prefix(root).unwrap();
            let first = inside
                .components()
                .next()
                .unwrap()
                .as_os_str()
                .to_string_lossy();
            let room = first.trim_end_matches(".rs").to_owned();
            found.push(File { path, room, text });
        }
    }
}

fn rank(room: &str) -> usize {
    ROOMS
        .iter()
        .position(|known| *known == room)
        .unwrap_or_else(|| panic!("`{room}` is not a room of the house"))
}

#[test]
fn an_arrow_only_ever_points_down() {
    for file in files().iter().filter(|file| file.room != "lib") {
        for used in file.text.split("crate::").skip(1) {
            let name: String = used
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect();
            assert!(
                rank(&name) <= rank(&file.room),
                "{}: `{}` must not use `{name}`, which is above it",
                file.path.display(),
                file.room
            );
        }
    }
}

#[test]
fn the_pure_rooms_touch_nothing_outside() {
    for file in files()
        .iter()
        .filter(|file| PURE.contains(&file.room.as_str()))
    {
        for outside in OUTSIDE {
            assert!(
                !file.text.contains(outside),
                "{} names {outside}",
                file.path.display()
            );
        }
    }
}

#[test]
fn nothing_gives_up_in_front_of_a_person() {
    for file in files() {
        for panic in PANICS {
            assert!(
                !file.text.contains(panic),
                "{} has {panic}",
                file.path.display()
            );
        }
    }
}

#[test]
fn only_the_terminal_room_knows_the_terminal() {
    let outside = ["rustix", "signal_hook", "crossterm"];
    for file in files().iter().filter(|file| file.room != "terminal") {
        for name in outside {
            assert!(
                !file.text.contains(name),
                "{} names {name}",
                file.path.display()
            );
        }
    }
}

#[test]
fn no_file_is_too_long_to_read() {
    for file in files() {
        let lines = file.text.lines().count();
        assert!(lines <= 400, "{} has {lines} lines", file.path.display());
    }
}
