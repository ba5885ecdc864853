//! A pack with a fault: told on screen with file, line and column, while the rest of the desk works.

use balie::pack::Pack;

use crate::support::Desk;
use crate::support::pack::{changed, files};

/// The pack of the tests with one file changed.
fn with(path: &'static str, change: impl Fn(&str) -> String) -> Pack {
    Pack::open(changed(path, change)).expect("the index still opens")
}

const LOCKED: &str = "data/flows/locked.toml";

/// A change to the flow `locked`, and the line that must stand on the screen.
const FAULTS: [(&str, &str, &str, &str); 8] = [
    (
        "dangling",
        "to = \"last-try\" }",
        "to = \"last-tri\" }",
        "locked.toml:9:34: there is no node called `last-tri`",
    ),
    (
        "unknown field",
        "sources = [\"odisee-faq\"]\nanswers",
        "source = [\"odisee-faq\"]\nanswers",
        "locked.toml:7:1: unknown field `source`",
    ),
    (
        "missing field",
        "worked = \"solved\"\n",
        "",
        "missing field `worked`",
    ),
    (
        "twice",
        "id = \"retry\"",
        "id = \"pause\"",
        "`pause` names another node too",
    ),
    (
        "circle",
        "worked = \"solved\"",
        "worked = \"last-try\"",
        "a walk can go round for ever: last-try → pause → retry → last-try",
    ),
    (
        "not TOML",
        "start = \"name\"",
        "start = name",
        "locked.toml:3:9: not TOML",
    ),
    (
        "no outcome",
        "outcome = [\"solved\"]",
        "outcome = []",
        "the end `solved` does not say what comes of it",
    ),
    (
        "hidden character",
        "start = \"name\"",
        "# \u{202e}\nstart = \"name\"",
        "a character that cannot be seen: U+202E",
    ),
];

#[test]
fn a_file_that_cannot_be_read_is_a_fault_with_its_reason() {
    let mut files = files();
    files.lose(LOCKED, "it is gone");
    let mut desk = Desk::with(Pack::open(files).expect("it opens")).keys("3");
    assert!(
        desk.shows("`data/flows/locked.toml` cannot be read: it is gone"),
        "{}",
        desk.screen()
    );
}

const NOTICE: &str = "Het pakket heeft fouten.";

#[test]
fn a_fault_in_a_shared_file_is_told_on_the_first_picture() {
    let pack = with("data/closings.toml", |text| {
        text.replacen("weekends", "weekend", 1)
    });
    let mut desk = Desk::with(pack);
    assert!(desk.shows(NOTICE), "{}", desk.screen());
    assert!(
        desk.model.wakes_at() > desk.model.now,
        "nothing is looked for later"
    );
}

#[test]
fn a_fault_stands_on_the_screen_with_its_place() {
    for (kind, from, to, shown) in FAULTS {
        let pack = with(LOCKED, |text| {
            assert!(
                text.contains(from),
                "{kind}: the flow no longer says {from}"
            );
            text.replacen(from, to, 1)
        });
        let mut desk = Desk::with(pack).size(120, 30).keys("3");
        assert!(desk.shows(shown), "{kind}\n{}", desk.screen());
    }
}

#[test]
fn the_other_flows_still_open() {
    let pack = with(LOCKED, |text| text.replace("[[wait]]", "[[weight]]"));
    assert_eq!(
        Desk::with(pack).keys("3 Esc 2 1 1").here(),
        "forgotten/registered"
    );
}

#[test]
fn a_walk_into_a_faulty_flow_says_so_and_goes_back() {
    let pack = with("data/flows/forgotten.toml", |_| "start = ".to_owned());
    let mut desk = Desk::with(pack).keys("3 1 5");
    assert!(
        desk.shows("data/flows/forgotten.toml:1"),
        "{}",
        desk.screen()
    );
    assert_eq!(desk.keys("←").here(), "locked/last-try");
}

#[test]
fn a_fault_in_a_shared_file_is_told_at_home() {
    let pack = with("data/links.toml", |text| {
        text.replacen("https://", "ftp://", 1)
    });
    let mut desk = Desk::with(pack);
    assert!(desk.shows("balie check"), "{}", desk.screen());
}

#[test]
fn a_missing_word_is_marked_and_said_in_the_main_language() {
    let pack = with("locales/en/flows/locked.ftl", |text| {
        text.replacen("name = ", "naam = ", 1)
    });
    let mut desk = Desk::with(pack).keys("F2 3");
    assert!(
        desk.shows("[nl] Wat typ je als gebruikersnaam?"),
        "{}",
        desk.screen()
    );
}

#[test]
fn a_source_that_says_no_day_is_only_named() {
    let pack = with("data/sources.toml", |text| {
        let mut lines: Vec<&str> = text.lines().collect();
        let day = lines.iter().position(|line| line.starts_with("checked"));
        lines.remove(day.unwrap());
        lines.join("\n")
    });
    let mut desk = Desk::with(pack);
    assert!(desk.shows("FAQ Odisee"), "{}", desk.screen());
    assert!(!desk.shows("262142"), "{}", desk.screen());
}
