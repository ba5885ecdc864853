//! The program from the outside: arguments, settings, packs on disk, exit codes.

#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

#[path = "support/pack.rs"]
mod pack;
#[path = "support/program.rs"]
mod program;

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use program::{balie, program};
use tempfile::TempDir;

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

#[test]
fn a_pack_without_faults_ends_well() {
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
            "there is no campus `gant`: did you mean `gent`?",
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

/// The desk opens, line by line, and says goodbye at the end of its input.
#[cfg(unix)]
fn opens(program: &mut Command) {
    let output = program.output().unwrap();
    assert!(output.status.success(), "{output:?}");
    assert!(stdout(&output).starts_with("Balie. "), "{output:?}");
}

#[test]
#[cfg(unix)]
fn where_there_is_no_home_there_are_no_settings() {
    opens(program(Path::new(""), &["--plain"]).env_remove("HOME"));
    for home in ["", "/dev/null", "/nowhere/at/all"] {
        opens(&mut program(Path::new(home), &["--plain"]));
    }
}

#[test]
#[cfg(unix)]
fn whom_the_system_does_not_know_has_no_settings() {
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::process::CommandExt;
    if !rustix::process::geteuid().is_root() {
        println!("skipped: only root can be somebody else");
        return;
    }
    const UNKNOWN: u32 = 54_321;
    // Where the program stands, others may not be allowed to look.
    let folder = TempDir::new().unwrap();
    let copy = folder.path().join("balie");
    fs::copy(env!("CARGO_BIN_EXE_balie"), &copy).unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
    let closed = TempDir::new().unwrap();
    for home in [None, Some("/dev/null".as_ref()), Some(closed.path())] {
        let mut program = Command::new(&copy);
        program.arg("--plain").env_clear().stdin(Stdio::null());
        program.uid(UNKNOWN).gid(UNKNOWN).current_dir("/");
        home.map(|home| program.env("HOME", home));
        opens(&mut program);
    }
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
        &["facts.toml:3:9", "is text, not a whole number"],
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
        let pack = TempDir::new().unwrap();
        pack::write(&pack::files(), pack.path());
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
        let arguments = [&["settings"], arguments].concat();
        let mut program = program(home.path(), &arguments);
        let output = program.env("LANG", "fr_BE.UTF-8").output().unwrap();
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

fn closing(home: &Path, arguments: &str) -> Output {
    let given: Vec<&str> = ["closing"]
        .into_iter()
        .chain(["--lang", "nl"])
        .chain(arguments.split_whitespace())
        .collect();
    balie(home, &given)
}

#[test]
fn closing_prints_text_or_json() {
    let home = TempDir::new().unwrap();
    let text = closing(home.path(), "--reason unenrolled --on 2026-11-24");
    assert_eq!(text.status.code(), Some(0), "{}", stderr(&text));
    for said in [
        "Ik heb me uitgeschreven: dinsdag 24 november 2026",
        "Sluit op dinsdag 8 december 2026. Nog 14 dagen.",
        "Sluit op dinsdag 1 december 2026. Nog 7 dagen.",
        "een afspraak van dit programma, niet van Odisee",
    ] {
        assert!(stdout(&text).contains(said), "{said}");
    }
    let one = "--reason unenrolled --on 24/11/2026 --account kuleuven --json";
    let list: serde_json::Value =
        serde_json::from_slice(&closing(home.path(), one).stdout).unwrap();
    assert_eq!(list.as_array().unwrap().len(), 1);
    assert_eq!(list[0]["earliest"], "2026-12-01");
}

#[test]
fn closing_uses_the_academic_years_of_the_desk() {
    let home = TempDir::new().unwrap();
    let folder = settings_folder(home.path());
    fs::write(
        folder.join("desk.toml"),
        "[[academic-year]]\nstart = 2026-09-21\n",
    )
    .unwrap();
    let asked = "--reason graduated --on 2026-06-30 --account kuleuven --json";
    let list: serde_json::Value =
        serde_json::from_slice(&closing(home.path(), asked).stdout).unwrap();
    assert_eq!(list[0]["latest"], "2026-09-20");
    let sources = list[0]["source"].as_array().unwrap();
    assert!(sources.contains(&"this-desk".into()), "{sources:?}");
}

#[test]
fn wrong_questions_about_closing_name_the_right_ones() {
    let home = TempDir::new().unwrap();
    for (arguments, said) in [
        (
            "--on 2026-11-24",
            "Known: graduated, unenrolled, open-balance",
        ),
        (
            "--reason fired --on 2026-11-24",
            "Known: graduated, unenrolled, open-balance",
        ),
        (
            "--reason unenroled --on 2026-11-24",
            "did you mean `unenrolled`?",
        ),
        ("--reason unenrolled", "needs --on DAY"),
        (
            "--reason unenrolled --on 30/2",
            "Er is nooit een 30 februari.",
        ),
        (
            "--reason unenrolled --on 31/4/2026",
            "Er is geen 31 april 2026.",
        ),
        ("--reason unenrolled --on 24/11", "Write the year too"),
        ("--reason unenrolled --on soon", "Dat is geen dag."),
        (
            "--reason unenrolled --on 2026-11-24 --account b",
            "Known: odisee, kuleuven",
        ),
        (
            "--reason unenrolled --on 2026-11-24 --json --ics x.ics",
            "cannot be used with",
        ),
        (
            "--reason open-balance --on 2026-11-24 --account odisee --ics x.ics",
            "no day to put in it",
        ),
    ] {
        let output = closing(home.path(), arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments}");
        assert!(
            stderr(&output).contains(said),
            "{arguments}: {}",
            stderr(&output)
        );
        assert_eq!(stdout(&output), "", "{arguments}");
    }
}

#[test]
fn a_calendar_file_is_written_whole_or_not_at_all() {
    let home = TempDir::new().unwrap();
    let file = home.path().join("day.ics");
    fs::write(&file, "before").unwrap();
    let asked = "--reason unenrolled --on 2026-11-24 --ics";
    let written = closing(home.path(), &format!("{asked} {}", file.display()));
    assert_eq!(written.status.code(), Some(0), "{}", stderr(&written));
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.ends_with("END:VCALENDAR\r\n"));
    for (place, said) in [
        (
            home.path().join("none/day.ics"),
            "its folder does not exist",
        ),
        (home.path().to_owned(), "something that is no plain file"),
    ] {
        let refused = closing(home.path(), &format!("{asked} {}", place.display()));
        assert_eq!(refused.status.code(), Some(3));
        assert!(stderr(&refused).contains(said), "{}", stderr(&refused));
    }
    let left: Vec<_> = fs::read_dir(home.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert!(
        !left
            .iter()
            .any(|name| name.to_string_lossy().starts_with(".balie-")),
        "{left:?}"
    );
}

#[cfg(unix)]
#[test]
fn a_link_to_a_calendar_file_stays_a_link() {
    let home = TempDir::new().unwrap();
    let (file, link) = (home.path().join("day.ics"), home.path().join("link.ics"));
    fs::write(&file, "before").unwrap();
    std::os::unix::fs::symlink(&file, &link).unwrap();
    balie::command::write_whole(&link, b"after").unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(fs::read(&file).unwrap(), b"after");
    fs::remove_file(&file).unwrap();
    balie::command::write_whole(&link, b"anew").unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(fs::read(&file).unwrap(), b"anew");
}

#[cfg(unix)]
#[test]
fn a_file_that_others_may_not_read_stays_so() {
    use std::os::unix::fs::PermissionsExt;
    let home = TempDir::new().unwrap();
    let file = home.path().join("day.ics");
    fs::write(&file, "before").unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
    balie::command::write_whole(&file, b"after").unwrap();
    let mode = fs::metadata(&file).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn a_moment_that_cannot_be_reckoned_from_is_refused() {
    let home = TempDir::new().unwrap();
    for now in ["+262142-12-31T23:59", "10000-01-01", "0000-06-01"] {
        let refused = balie(home.path(), &["--now", now, "--plain"]);
        assert_eq!(refused.status.code(), Some(2), "{now}");
        assert!(stderr(&refused).contains("is not a moment"), "{now}");
    }
}
