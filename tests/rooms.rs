//! The house: an arrow between rooms only ever points down, and the pure rooms
//! touch nothing outside.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::{BTreeMap, BTreeSet};
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
fn no_files_of_a_room_go_round_in_a_circle() {
    let mut uses = uses();
    // What uses nothing, or is used by nothing, is in no circle.
    loop {
        let left: Vec<String> = uses.keys().cloned().collect();
        uses.values_mut()
            .for_each(|used| used.retain(|file| left.contains(file)));
        let used: BTreeSet<String> = uses.values().flatten().cloned().collect();
        uses.retain(|file, uses| used.contains(file) && !uses.is_empty());
        if uses.len() == left.len() {
            break;
        }
    }
    assert!(uses.is_empty(), "these go round in circles: {uses:#?}");
}

/// Which files of its own room each file uses; a `mod.rs` holds those below it, and is no user of them.
fn uses() -> BTreeMap<String, BTreeSet<String>> {
    let files = files();
    let imports: BTreeMap<String, Vec<String>> = files
        .iter()
        .map(|file| (module(file), imports(&module(file), &code(&file.text))))
        .collect();
    let room = |module: &str| module.split("::").next().unwrap().to_owned();
    let used = |user: &String| {
        let own = |used: &String| room(used) == room(user) && !used.starts_with(user.as_str());
        let used = imports[user]
            .iter()
            .filter_map(|path| defined_in(path, &imports));
        used.filter(own).collect()
    };
    let users = imports.keys();
    users.map(|user| (user.clone(), used(user))).collect()
}

/// The text without its comments.
fn code(text: &str) -> String {
    let lines = text.lines();
    let code = lines.filter(|line| !line.trim_start().starts_with("//"));
    code.collect::<Vec<_>>().join("\n")
}

fn last(path: &str) -> &str {
    path.rsplit("::").next().unwrap()
}

/// The module of a file: `app::find`.
fn module(file: &File) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let inside = file.path.strip_prefix(root).unwrap().with_extension("");
    let inside = inside.to_string_lossy().replace('/', "::");
    inside.trim_end_matches("::mod").to_owned()
}

/// Every path that a module names from the crate's root, from above or from itself.
fn imports(module: &str, text: &str) -> Vec<String> {
    let above = module.rsplit_once("::").map_or("", |(above, _)| above);
    let mut paths = Vec::new();
    for (from, start) in [("crate::", ""), ("super::", above), ("self::", module)] {
        for (at, _) in text.match_indices(from) {
            let tail = &text[at + from.len()..];
            paths.extend(tree(tail).iter().map(|path| format!("{start}::{path}")));
        }
    }
    // What a module's face takes from its children.
    for statement in text.split("use ").skip(1) {
        let path = statement.split([':', ';']).next().unwrap();
        if text.contains(&format!("mod {path};")) {
            paths.extend(
                tree(statement)
                    .iter()
                    .map(|path| format!("{module}::{path}")),
            );
        }
    }
    let paths = paths.into_iter();
    paths
        .map(|path| path.trim_start_matches("::").to_owned())
        .collect()
}

/// The paths of a tree of imports: `a::{b, c::d}` is `a::b` and `a::c::d`.
fn tree(text: &str) -> Vec<String> {
    let name = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    let end = text.find(|c| !name(c)).unwrap_or(text.len());
    let (path, rest) = text.split_at(end);
    let Some(inside) = rest.strip_prefix('{') else {
        return vec![path.trim_end_matches("::self").to_owned()];
    };
    let (mut depth, mut start, mut paths) = (0, 0, Vec::new());
    for (at, c) in inside.char_indices() {
        match c {
            '{' => depth += 1,
            ',' | '}' if depth == 0 => {
                let part = inside[start..at].trim();
                paths.extend(tree(part).iter().map(|part| format!("{path}{part}")));
                start = at + 1;
                if c == '}' {
                    break;
                }
            }
            '}' => depth -= 1,
            _ => {}
        }
    }
    paths.retain(|path| !path.ends_with("::"));
    paths
}

/// The module in which a path is defined, behind whatever hands it on.
fn defined_in(path: &str, imports: &BTreeMap<String, Vec<String>>) -> Option<String> {
    let mut module = path;
    while !imports.contains_key(module) {
        module = module.rsplit_once("::")?.0;
    }
    let name = path.strip_prefix(module)?.trim_start_matches("::");
    let below = |handed: &&String| handed.starts_with(&format!("{module}::"));
    let named = |handed: &&String| last(handed) == name;
    match imports[module].iter().filter(below).find(named) {
        Some(handed) if handed != path => defined_in(handed, imports),
        _ => Some(module.to_owned()),
    }
}

#[test]
fn a_picture_derives_once_what_follows_from_the_model() {
    for file in files().iter().filter(|file| file.room == "ui") {
        let draws = file.path.ends_with("ui/mod.rs");
        let derives = file.text.matches(".derive(").count();
        assert_eq!(derives, usize::from(draws), "{}", file.path.display());
        for anew in [
            ".walk(",
            ".replay(",
            ".replayed_cases(",
            ".day_read(",
            "Answer::of(",
        ] {
            assert!(
                !file.text.contains(anew),
                "{} derives {anew} anew",
                file.path.display()
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
