//! German, added step by step as the guide says: translated in part, checked, and walked.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use balie::command::read_folder;
use balie::pack::Pack;

use super::guide::GUIDE;
use super::support::Desk;
use super::support::pack::{files, write};
use super::{checked, lines, program};

/// What was translated.
const TRANSLATED: [&str; 2] = ["locales/de/balie.ftl", "locales/de/flows/forgotten.ftl"];

/// A folder in which the steps of the guide are done.
struct Trial {
    folder: tempfile::TempDir,
}

fn balie(arguments: &[&str]) -> Output {
    program::balie(&std::env::temp_dir(), arguments)
}

impl Trial {
    fn begun() -> Self {
        let folder = tempfile::tempdir().unwrap();
        write(&files(), folder.path());
        Self { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The first step: another language in the list.
    fn with_german_listed(self) -> Self {
        let path = self.path("data/pack.toml");
        let line = "languages = [\"nl\", \"en\", \"fr\", \"de\"]";
        assert!(
            GUIDE.contains(&format!("1. `{line}`.")),
            "the guide says it otherwise"
        );
        let text = fs::read_to_string(&path).unwrap();
        let lists = |line: &str| line.starts_with("languages = ");
        let text: Vec<&str> = text
            .lines()
            .map(|old| if lists(old) { line } else { old })
            .collect();
        fs::write(path, text.join("\n") + "\n").unwrap();
        self
    }

    /// The second and third: the files that were translated, beside those that they are copies of.
    fn with_german_words(self) -> Self {
        let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/check/german");
        for path in TRANSLATED {
            let english = path.replace("/de/", "/en/");
            let step = format!("Copy `{english}` to `{path}` and translate it");
            assert!(GUIDE.contains(&step), "the guide does not say: {step}");
            assert!(self.path(&english).exists());
            fs::create_dir_all(self.path(path).parent().unwrap()).unwrap();
            fs::copy(fixture.join(path), self.path(path)).unwrap();
        }
        self
    }

    /// What `check` finds, without the places.
    fn found(&self) -> Vec<String> {
        let files = read_folder(self.folder.path()).unwrap();
        let found = lines(&files, &checked(files.clone()));
        let said = |line: &String| line.split_once(": ").map(|(_, said)| said.to_owned());
        let mut found: Vec<String> = found.iter().filter_map(said).collect();
        found.sort();
        found
    }

    fn check(&self) -> Output {
        balie(&["check", self.folder.path().to_str().unwrap()])
    }

    fn desk(&self) -> Desk {
        let files = read_folder(self.folder.path()).unwrap();
        Desk::with(Pack::open(files).unwrap()).desk_lang("de")
    }
}

/// What is said of German words that are not there.
fn missing(names: &[&str]) -> Vec<String> {
    let said = |name: &&str| {
        format!("`de` has no words for `{name}`: there is no file `locales/de/{name}.ftl`")
    };
    names.iter().map(said).collect()
}

const OTHERS: [&str; 7] = [
    "flows/change",
    "flows/first-time",
    "flows/locked",
    "flows/mfa",
    "flows/other",
    "flows/which-name",
    "pack",
];

#[test]
fn first_each_file_that_is_missing_is_named() {
    let trial = Trial::begun();
    assert_eq!(trial.found(), Vec::<String>::new());
    let mut all = missing(&OTHERS);
    all.extend(missing(&["flows/forgotten"]));
    all.push(
        "the program's own words are missing: there is no file `locales/de/balie.ftl`".to_owned(),
    );
    all.sort();
    assert_eq!(trial.with_german_listed().found(), all);
}

#[test]
fn what_is_translated_leaves_the_list_and_the_rest_may_wait() {
    let trial = Trial::begun().with_german_listed().with_german_words();
    assert_eq!(trial.found(), missing(&OTHERS));
    assert_eq!(trial.check().status.code(), Some(1));
    let later = "[[severity]]\ncode = \"B018\"\nlevel = \"warning\"\n";
    let shown: String = later.lines().map(|line| format!("    {line}\n")).collect();
    assert!(GUIDE.contains(&shown), "the guide says it otherwise");
    let path = trial.path("data/pack.toml");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(path, format!("{text}\n{later}")).unwrap();
    let report = trial.check();
    assert_eq!(report.status.code(), Some(0));
    let report = String::from_utf8(report.stdout).unwrap();
    assert!(report.contains("7 warnings"), "{report}");
}

#[test]
fn the_flow_is_walked_in_german() {
    let trial = Trial::begun().with_german_listed().with_german_words();
    let mut desk = trial.desk();
    assert!(desk.shows("2 Passwort vergessen"));
    assert!(
        desk.shows("[nl] Te vaak fout: geblokkeerd"),
        "{}",
        desk.screen()
    );
    for (key, says) in [
        ("2", "Was tippst du als Benutzernamen?"),
        (
            "1",
            "Hast du für deine @student-Adresse jemals selbst ein Passwort gewählt?",
        ),
        (
            "1",
            "eine Wiederherstellungsmethode eingerichtet, um selbst zurückzusetzen?",
        ),
        (
            "1",
            "Tippe deine vollständige Adresse, bis einschließlich @student.odisee.be.",
        ),
        ("1", "Melde dich ab jetzt mit deinem neuen Passwort an."),
    ] {
        desk = desk.keys(key);
        assert!(desk.finds(says), "{}", desk.screen());
    }
    assert!(desk.finds("Ergebnis gelöst"), "{}", desk.screen());
}

#[test]
fn german_is_among_the_languages_of_the_person() {
    let trial = Trial::begun().with_german_listed().with_german_words();
    let mut desk = trial.desk().desk_lang("fr").keys("2 F2");
    assert!(
        desk.shows("Was tippst du als Benutzernamen?"),
        "{}",
        desk.screen()
    );
    let french = read_folder(trial.folder.path()).unwrap();
    let french = french.text("locales/fr/flows/forgotten.ftl").unwrap();
    let asked = french.lines().find_map(|line| line.strip_prefix("name = "));
    assert!(
        desk.shows(asked.unwrap()),
        "the desk's own language stands beside it"
    );
}

#[test]
fn german_plurals_are_right() {
    let trial = Trial::begun().with_german_listed().with_german_words();
    // Just now at 14:19, for sixteen minutes.
    let mut desk = trial.desk().keys("3 1 1").minutes(14);
    assert!(
        desk.shows("Frühestens wieder um 14:35: noch 2 Minuten."),
        "{}",
        desk.screen()
    );
    let mut desk = desk.minutes(1);
    assert!(
        desk.shows("Frühestens wieder um 14:35: noch 1 Minute."),
        "{}",
        desk.screen()
    );
    let mut desk = trial.desk().keys("7 2").types("24/11").keys("Enter");
    assert!(desk.finds("Noch 14 Tage."), "{}", desk.screen());
    let mut desk = trial.desk().keys("7 2").types("11/11").keys("Enter");
    assert!(desk.finds("Noch 1 Tag."), "{}", desk.screen());
}
