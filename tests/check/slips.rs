//! One slip of the person who keeps the content: what is found, and nothing that only follows from it.

use super::support::pack::{files, replaced};
use super::{checked, lines};

const PACK: &str = "data/pack.toml";
const FACTS: &str = "data/facts.toml";
const LOCKED: &str = "data/flows/locked.toml";
const FIRST: &str = "data/flows/first-time.toml";
const SCENARIOS: &str = "data/scenarios/locked.toml";
const WORDS: &str = "locales/en/flows/locked.ftl";
const OWN: &str = "locales/en/balie.ftl";

/// A file, what stands in it, what is written instead, and what is then found.
type Slip = (
    &'static str,
    &'static str,
    &'static str,
    &'static [&'static str],
);

fn after((path, there, instead, _): Slip) -> Vec<String> {
    let files = replaced(path, there, instead);
    lines(&files, &checked(files.clone()))
}

fn find_only(slips: &[Slip]) {
    for slip in slips {
        let found = after(*slip);
        let wanted = slip.3;
        let right = found.len() == wanted.len()
            && found
                .iter()
                .zip(wanted)
                .all(|(line, wanted)| line.starts_with(wanted));
        assert!(right, "{:?}: {wanted:#?} {found:#?}", slip.2);
    }
}

#[test]
fn what_is_no_toml_does_not_make_the_rest_wrong() {
    find_only(&[
        (
            PACK,
            "\"odisee\"",
            "\"odisee",
            &["B003 data/pack.toml:4:15"],
        ),
        (PACK, "\"nl\", ", "\"nl\" ", &["B003 data/pack.toml:5:19"]),
        (
            FIRST,
            "start = \"missing\"",
            "start = \"missing",
            &["B003 data/flows/first-time.toml:3:17"],
        ),
        (
            FIRST,
            "start = ",
            "start = \"x\"\nstart = ",
            &["B003 data/flows/first-time.toml:4:1"],
        ),
        (
            FIRST,
            "\"chosen-address\" }",
            "\"chosen-address }",
            &["B003 data/flows/first-time.toml:10:3"],
        ),
        (
            "data/closings.toml",
            "\"graduated\"",
            "\"graduated",
            &["B003 data/closings.toml:12:16"],
        ),
    ]);
}

#[test]
fn a_field_that_is_amiss_does_not_make_the_rest_wrong() {
    find_only(&[
        (
            PACK,
            "menu = [",
            "menu = [1, ",
            &["B004 data/pack.toml:6:9"],
        ),
        (
            PACK,
            "\"nl\", ",
            "\"nl\", \"nl\", ",
            &["B006 data/pack.toml:5:20"],
        ),
        (
            FACTS,
            "sources = [\"odisee-faq\"]",
            "",
            &["B004 data/facts.toml:3:1"],
        ),
        (
            FACTS,
            "id = ",
            "name = ",
            &["B004 data/facts.toml:3:1", "B004 data/facts.toml:4:1"],
        ),
        (
            LOCKED,
            "[[advice]]",
            "[[advise]]",
            &["B004 data/flows/locked.toml:42:3"],
        ),
        (
            LOCKED,
            "ago = 5",
            "ago = -5",
            &["B004 data/flows/locked.toml:29:32"],
        ),
        (
            SCENARIOS,
            "now = 2026-11-24T14:19:00",
            "now = \"2026-11-24 14:19\"",
            &["B004 data/scenarios/locked.toml:7:7"],
        ),
    ]);
}

#[test]
fn a_name_that_cannot_be_is_known_as_the_one_that_was_meant() {
    find_only(&[
        (
            LOCKED,
            "id = \"after-retry\"",
            "id = \"After Retry\"",
            &["B005 data/flows/locked.toml:50:6: `After Retry` cannot name this node"],
        ),
        (
            LOCKED,
            "id = \"long-ago\"",
            "id = \"long_ago\"",
            &["B005 data/flows/locked.toml:31:10: `long_ago` cannot name this answer"],
        ),
        (
            "data/desks.toml",
            "id = \"gent\"",
            "id = \"Gent\"",
            &["B005 data/desks.toml:9:6"],
        ),
    ]);
}

#[test]
fn what_has_no_name_may_be_any_that_is_asked_for() {
    find_only(&[
        (
            LOCKED,
            "id = \"pause\"",
            "id = \"\"",
            &["B013 data/flows/locked.toml:37:6"],
        ),
        (
            LOCKED,
            "id = \"last-try\"",
            "",
            &["B004 data/flows/locked.toml:24:1: missing field `id`"],
        ),
        (
            FACTS,
            "id = \"lockout-minutes\"",
            "id = \"\"",
            &["B013 data/facts.toml:9:6"],
        ),
        (
            FACTS,
            "id = \"lockout-minutes\"",
            "",
            &["B004 data/facts.toml:8:1: missing field `id`"],
        ),
    ]);
}

#[test]
fn what_is_empty_or_named_twice_is_told_at_its_place() {
    find_only(&[
        (
            "data/desks.toml",
            "\"B01-01\"",
            "\"\"",
            &["B013 data/desks.toml:5:8"],
        ),
        (
            LOCKED,
            "[\"again\", ",
            "[\"again\", \"again\", ",
            &["B006 data/flows/locked.toml:76:21"],
        ),
        (
            LOCKED,
            "outcome = [\"solved\"]",
            "outcome = [\"link\"]",
            &["B010 data/flows/locked.toml:71:11"],
        ),
        (
            LOCKED,
            "sources = [\"ms-lockout\"]",
            "sources = [\"ms-lockout\", \"ms-lockout\"]",
            &["B006 data/flows/locked.toml"],
        ),
        (
            PACK,
            "[[severity]]",
            "[[severity]]\ncode = \"warnings\"\nlevel = \"error\"\n\n[[severity]]",
            &["B006 data/pack.toml"],
        ),
    ]);
}

#[test]
fn a_file_with_another_ending_is_read_by_nothing() {
    for path in [
        "data/flows/locked.ftl",
        "data/scenarios/locked.ftl",
        "locales/nl/flows/locked.toml",
    ] {
        let mut files = files();
        files.insert(path, Vec::new());
        let found = lines(&files, &checked(files.clone()));
        assert!(
            found
                .iter()
                .any(|line| line.starts_with(&format!("B043 {path}"))),
            "{found:#?}"
        );
    }
}

#[test]
fn how_long_ago_goes_with_the_wait_that_counts_from_it() {
    find_only(&[
        (
            LOCKED,
            "{ id = \"long-ago\"",
            "{ id = \"long-ago\", ago = 90",
            &["B013 data/flows/locked.toml:31:28: the `ago` of `long-ago` counts for nothing"],
        ),
        (
            LOCKED,
            "{ id = \"just-now\", ago = 0",
            "{ id = \"just-now\", ago = 16",
            &[
                "B011 data/flows/locked.toml:28:28: after `just-now`, 16 minutes ago, the 16 minutes of `pause` are over at once",
                "B037 data/scenarios/locked.toml:56:9",
                "B037 data/scenarios/locked.toml:82:9",
            ],
        ),
    ]);
}

#[test]
fn sentences_are_written_out() {
    find_only(&[
        (
            WORDS,
            "retry = ",
            "retry = { retry } ",
            &[
                "B014 locales/en/flows/locked.ftl:26:11: a sentence does not put in others, such as `retry`",
            ],
        ),
        (
            WORDS,
            "retry = ",
            "retry = { solved.foo } ",
            &[
                "B014 locales/en/flows/locked.ftl:26:11: a sentence does not put in others, such as `solved.foo`",
            ],
        ),
        (
            WORDS,
            "retry = ",
            "helper = x\nretry = { helper } ",
            &[
                "B014 locales/en/flows/locked.ftl:27:11: a sentence does not put in others, such as `helper`",
            ],
        ),
        (
            WORDS,
            "retry = ",
            "-t = { $lockout-minutes }\nretry = { -t } ",
            &[
                "B014 locales/en/flows/locked.ftl:27:12: a sentence does not put in others, such as `-t`",
            ],
        ),
        (
            WORDS,
            "retry = ",
            "-t = x\nretry = ",
            &["B019 locales/en/flows/locked.ftl:26:2: no sentence puts `-t` in"],
        ),
    ]);
}

#[test]
fn a_sentence_is_said_once_and_as_the_program_asks() {
    find_only(&[
        (
            WORDS,
            "retry = ",
            "pause =\n    .over = y\nretry = ",
            &["B006 locales/en/flows/locked.ftl:26:1: `pause` is said twice"],
        ),
        (
            WORDS,
            "retry = ",
            "retry =\n    .over = ",
            &[
                "B018 locales/en/flows/locked.ftl:26:1",
                "B019 locales/en/flows/locked.ftl:27:6",
            ],
        ),
        (
            OWN,
            "outcome-desk = ",
            "outcome-desk = { $foo } ",
            &["B022 locales/en/balie.ftl:101:19"],
        ),
        (
            "locales/nl/balie.ftl",
            "{ $text }",
            "{ $txt }",
            &["B022 locales/nl/balie.ftl:73:17"],
        ),
    ]);
}

#[test]
fn what_is_to_be_pasted_makes_the_scenarios_exhaustive() {
    let mut files = files();
    files.insert(SCENARIOS, Vec::new());
    let findings = checked(files.clone());
    let helps = findings.faults.iter().flat_map(|fault| &fault.help);
    let head = format!("add to {SCENARIOS}:\n");
    let pasted: Vec<&str> = helps.filter_map(|help| help.strip_prefix(&head)).collect();
    assert!(pasted.len() > 5, "{findings:#?}");
    files.insert(SCENARIOS, pasted.join("\n\n").into_bytes());
    let findings = checked(files.clone());
    assert_eq!(lines(&files, &findings), Vec::<String>::new());
    assert!(findings.coverage.is_exhaustive());
}
