//! Text that wants to do more than be read: in every word of a pack, its facts,
//! settings, arguments and keys. What comes out holds nothing but text.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/program.rs"]
mod program;
#[path = "support/mod.rs"]
mod support;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use balie::app::event::Event;
use balie::app::key::Key;
use balie::app::update;
use balie::diagnostic::{Diagnostic, Dress, render};
use balie::id::{FlowId, UnknownId};
use balie::pack::{Files, Pack};
use balie::plain::{LineDesk, page, speak};
use balie::sanitize::steers;
use program::{bare, program};
use support::Desk;
use support::pack;
use tempfile::TempDir;
use unicode_segmentation::UnicodeSegmentation;

/// What steers terminals, besides what the public list has.
const WORSE: [&str; 8] = [
    "\u{1b}[2J\u{1b}]0;title\u{7}\u{1b}P+q\u{1b}\\",
    "\u{9b}31mred\u{9d}0;title\u{9c}",
    "\u{202e}desrever\u{202c}\u{2066}isolated\u{2069}",
    "H\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}\u{309}\u{30a}\u{30b}e",
    "zero\u{200b}width\u{200d}\u{feff}\u{2060}",
    "tag\u{e0041}\u{e0042}\u{e007f}",
    "a\rb\u{8}c\u{7f}d\u{0}e\u{85}f\u{2028}g",
    "\u{1b}]8;;https://example.org\u{1b}\\link\u{1b}]8;;\u{1b}\\\u{1b}]52;c;eA==\u{7}",
];

/// The public list, and worse.
fn naughty() -> Vec<&'static str> {
    naughty_strings::BLNS.iter().copied().chain(WORSE).collect()
}

/// Nothing that steers, and no stack of marks.
fn assert_inert(text: &str, whence: &str) {
    let control = text.chars().find(|c| steers(*c) && *c != '\n');
    assert_eq!(control, None, "from {whence}:\n{text:?}");
    let heavy = text.graphemes(true).find(|it| it.chars().count() > 5);
    assert_eq!(heavy, None, "from {whence}");
}

/// As Fluent's own escapes, which no check of the file itself can see.
fn fluent(text: &str) -> String {
    let escaped = text.chars().map(|c| format!("\\U{:06X}", u32::from(c)));
    format!("{{\"{}\"}}", escaped.collect::<String>())
}

fn toml(text: &str) -> String {
    let escaped = text.chars().map(|c| format!("\\U{:08X}", u32::from(c)));
    format!("\"x{}\"", escaped.collect::<String>())
}

/// The pack of the tests, with other strings in all its words and free fields.
fn poisoned(strings: &mut impl Iterator<Item = &'static str>) -> Files {
    let mut files = Files::default();
    for (path, bytes) in pack::files().iter() {
        let text = std::str::from_utf8(bytes).unwrap();
        let text = match Path::new(path).extension().and_then(|end| end.to_str()) {
            Some("ftl") => words(text, strings),
            _ => fields(text, strings),
        };
        files.insert(path.to_owned(), text.into_bytes());
    }
    files
}

/// Every message and every attribute, with another value.
fn words(text: &str, strings: &mut impl Iterator<Item = &'static str>) -> String {
    let mut poisoned = String::new();
    for line in text.lines() {
        let Some((name, _)) = line.split_once(" =") else {
            continue;
        };
        let attribute = name.starts_with("    .");
        if attribute || name.starts_with(|c: char| c.is_ascii_lowercase()) {
            poisoned += &format!("{name} = {}\n", fluent(strings.next().unwrap()));
        }
    }
    poisoned
}

/// Every field that is free text or an address.
fn fields(text: &str, strings: &mut impl Iterator<Item = &'static str>) -> String {
    let poison = |line: &str| match line.split_once(" = ") {
        Some(("room", _)) => format!("room = {}", toml(strings.next().unwrap())),
        // A pack whose own name hides something does not open.
        Some(("name", _)) => {
            let plain = |text: &&str| text.chars().all(|c| c.is_ascii_graphic());
            format!("name = {}", toml(strings.find(plain).unwrap()))
        }
        Some(("url", _)) => {
            let address = format!("https://example.org/{}", strings.next().unwrap());
            format!("url = {}", toml(&address).replacen("\"x", "\"", 1))
        }
        _ => line.to_owned(),
    };
    let lines: Vec<String> = text.lines().map(poison).collect();
    lines.join("\n")
}

const TOUR: [&str; 12] = [
    "",
    "3",
    "3 1",
    "3 1 1",
    "3 1 1 1",
    "3 1 1 t",
    "1 2 1 2 4",
    "d",
    "?",
    "7 1",
    "/",
    "3 1 1 Esc q",
];

#[test]
fn every_word_of_a_pack_is_inert_on_every_screen_and_every_line() {
    let mut strings = naughty().into_iter().cycle();
    for _ in 0..4 {
        let files = poisoned(&mut strings);
        let texts = files.clone();
        let pack = match Pack::open(files) {
            Ok(pack) => pack,
            Err(faults) => {
                assert_inert(
                    &render(&faults, |path| texts.text(path), Dress::Plain),
                    "faults",
                );
                panic!("the pack does not open: {faults:#?}");
            }
        };
        let mut desk = Desk::with(pack);
        desk.model.desk.known = known(&desk, &mut strings);
        toured(desk);
    }
}

fn known(
    desk: &Desk,
    strings: &mut impl Iterator<Item = &'static str>,
) -> Vec<(UnknownId, String)> {
    let unknown = desk.model.pack().manifest().unknown.iter();
    unknown
        .map(|unknown| ((*unknown.id).clone(), strings.next().unwrap().to_owned()))
        .collect()
}

fn toured(mut desk: Desk) {
    desk.size = (100, 50);
    for keys in TOUR {
        desk.model.screens.home();
        desk = desk.keys(keys);
        for lang in ["nl", "en", "fr"] {
            desk = desk.desk_lang(lang);
            for cell in &desk.buffer().content {
                assert_inert(cell.symbol(), keys);
            }
        }
    }
    let now = desk.model.now;
    let mut lines = LineDesk::new(desk.model);
    assert_inert(&lines.greeting(), "the greeting");
    for typed in [
        "3", "1", "1", "00", "1", "2", "1", "2", "4", "d", "?", "7", "1", "/x", "00", "q",
    ] {
        let answer = lines.hear(typed, now);
        let said = answer.instead.unwrap_or_default().join("\n");
        assert_inert(&said, typed);
        assert_inert(&lines.page().join("\n"), typed);
    }
}

#[test]
fn what_is_typed_is_inert() {
    // Searching after each key takes its time.
    let searched: Vec<&str> = some().collect();
    for (keys, strings) in [("/", searched), ("7 1", naughty())] {
        let mut desk = Desk::open();
        let now = desk.model.now;
        for string in strings {
            desk.model.screens.home();
            desk = desk.keys(keys);
            for typed in string.chars().take(60) {
                // Not drawn after each key: that is tested elsewhere, and takes long.
                update(&mut desk.model, Event::Key(Key::Char(typed)), now);
            }
            for cell in &desk.buffer().content {
                assert_inert(cell.symbol(), string);
            }
            let derived = desk.model.derive();
            let page = page(&derived);
            assert_inert(&speak(&derived, &page).join("\n"), string);
        }
    }
    let desk = Desk::open();
    let now = desk.model.now;
    let mut lines = LineDesk::new(desk.model);
    for string in naughty() {
        let answer = lines.hear(string, now);
        assert_inert(&answer.instead.unwrap_or_default().join("\n"), string);
    }
}

#[test]
fn faults_in_hostile_files_are_inert() {
    let paths = ["data/pack.toml", "data/links.toml", "data/flows/mfa.toml"];
    for (string, path) in naughty().into_iter().zip(paths.into_iter().cycle()) {
        let text = format!("{string} = \"{string}\"\n");
        let faults = faults(path, &text);
        assert!(!faults.is_empty(), "{path} {string:?}");
        let report = |dress| render(&faults, |_| Some(&text), dress);
        assert_inert(&report(Dress::Plain), string);
        let bare = without_colours(&report(Dress::Coloured));
        assert_inert(&bare, string);
    }
}

fn faults(path: &str, text: &str) -> Vec<Diagnostic> {
    let mut files = pack::files();
    files.insert(path.to_owned(), text.as_bytes().to_vec());
    match Pack::open(files) {
        Err(faults) => faults,
        Ok(pack) => {
            let flow = pack.flow(&FlowId::new("mfa")).err().unwrap_or_default();
            pack.faults().chain(flow).cloned().collect()
        }
    }
}

/// Without the colours that a report gives: those of errors, places and helps.
fn without_colours(text: &str) -> String {
    let own = [
        "0", "1", "1;91", "91", "1;94", "94", "1;96", "96", "1;92", "92",
    ];
    own.iter().fold(text.to_owned(), |text, own| {
        text.replace(&format!("\u{1b}[{own}m"), "")
    })
}

fn said(mut program: Command) -> Output {
    program.env("LANG", "C.UTF-8").output().unwrap()
}

fn assert_output_inert(output: &Output, whence: &str) {
    for text in [&output.stdout, &output.stderr] {
        assert_inert(std::str::from_utf8(text).unwrap(), whence);
    }
    assert_ne!(output.status.code(), Some(101), "{whence}");
}

/// One of the list in `STEP`, and all that is worse: a process takes its time.
const STEP: usize = 11;

fn some() -> impl Iterator<Item = &'static str> {
    let list = naughty_strings::BLNS.iter().copied().step_by(STEP);
    list.chain(WORSE).filter(|string| !string.contains('\0'))
}

#[test]
fn arguments_are_inert() {
    let home = TempDir::new().unwrap();
    for string in some() {
        let reply = format!("{string}={string}");
        for arguments in [
            &["walk", "--", string][..],
            &["walk", "locked", "--", &reply],
            &[string],
            &["--lang", string],
            &["--now", string, "--plain"],
            &["check", "--", string],
        ] {
            assert_output_inert(&said(program(home.path(), arguments)), string);
        }
    }
}

#[test]
fn settings_are_inert() {
    let home = TempDir::new().unwrap();
    let folder = home.path().join(".config/balie");
    fs::create_dir_all(&folder).unwrap();
    for string in some() {
        let known = format!(
            "[[known]]\nid = \"opening-hours\"\ntext = {}\n",
            toml(string)
        );
        fs::write(folder.join("desk.toml"), known).unwrap();
        for name in ["campus", "language", "theme", "pack", "nonsense"] {
            let text = format!("{name} = {}\n", toml(string));
            fs::write(folder.join("settings.toml"), text).unwrap();
            assert_output_inert(&said(bare(home.path(), &["settings"])), string);
        }
        fs::write(folder.join("settings.toml"), string).unwrap();
        assert_output_inert(&said(bare(home.path(), &["settings"])), string);
        fs::write(folder.join("settings.toml"), "").unwrap();
        assert_output_inert(&said(bare(home.path(), &["settings"])), string);
    }
}

#[test]
#[cfg(unix)]
fn names_of_files_are_inert() {
    use std::os::unix::ffi::OsStrExt;
    let home = TempDir::new().unwrap();
    for string in some() {
        let folder = home.path().join("pack");
        let flows = folder.join("data/flows");
        fs::create_dir_all(&flows).unwrap();
        let name: String = string.chars().filter(|c| *c != '/').take(40).collect();
        // A name may also be no text at all.
        let name = [name.as_bytes(), b"\xff.toml"].concat();
        if fs::write(flows.join(std::ffi::OsStr::from_bytes(&name)), string).is_ok() {
            let folder = folder.to_str().unwrap();
            assert_output_inert(&said(program(home.path(), &["check", folder])), string);
        }
        fs::remove_dir_all(&folder).unwrap();
    }
}
