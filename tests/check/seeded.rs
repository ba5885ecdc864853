//! Twenty faults in one copy of the pack of the tests: all of them in one run, each where it stands.

use balie::pack::Files;

use super::support::pack::{files, replaced};
use super::{checked, lines};

/// A file, what stands there, what takes its place, the code, the line, and part of the hint.
type Seed = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
);

/// Each fault by the text on the line at which it must be reported.
const SEEDS: [Seed; 20] = [
    (
        "data/flows/locked.toml",
        "to = \"flow:first-time/b-number\"",
        "to = \"flow:first-time/b-numbr\"",
        "B007",
        "b-numbr",
        "did you mean `b-number`",
    ),
    (
        "data/flows/mfa.toml",
        "outcome = [\"link\", \"ticket\", \"desk\"]",
        "outcome = [\"link\", \"tiket\", \"desk\"]",
        "B007",
        "tiket",
        "did you mean `ticket`",
    ),
    (
        "data/flows/mfa.toml",
        "steps = [\"open\", \"prove\", \"follow\"]",
        "step = [\"open\", \"prove\", \"follow\"]",
        "B004",
        "step = ",
        "did you mean `steps`",
    ),
    (
        "data/flows/change.toml",
        "start = \"name\"",
        "start = \"nam\"",
        "B007",
        "start = \"nam\"",
        "did you mean `name`",
    ),
    (
        "data/flows/other.toml",
        "id = \"hand-over\"\noutcome = [\"ticket\", \"desk\"]",
        "id = \"hand-over\"\noutcome = []",
        "B010",
        "outcome = []",
        "ticket",
    ),
    (
        "data/facts.toml",
        "value = 180",
        "value = \"180\"",
        "B004",
        "value = \"180\"",
        "without quotes",
    ),
    (
        "data/facts.toml",
        "sources = [\"odisee-activate\"]",
        "sources = [\"odisee-activat\"]",
        "B007",
        "odisee-activat\"",
        "did you mean `odisee-activate`",
    ),
    (
        "data/links.toml",
        "https://aka.ms/sspr",
        "ftp://aka.ms/sspr",
        "B016",
        "ftp://",
        "https://",
    ),
    (
        "data/sources.toml",
        "id = \"ms-sspr\"\nchecked = 2026-11-22",
        "id = \"ms-sspr\"\nchecked = 2026-01-22",
        "B030",
        "checked = 2026-01-22",
        "2026-11-24",
    ),
    (
        "data/sources.toml",
        "id = \"luca-forgotten\"\nchecked = 2026-11-22",
        "id = \"luca-forgotten\"",
        "B029",
        "id = \"luca-forgotten\"",
        "checked =",
    ),
    (
        "data/closings.toml",
        "days = \"kuleuven-unenrolled-days\"\n",
        "",
        "B031",
        "count = \"days-after\"",
        "write days = ",
    ),
    (
        "data/desks.toml",
        "id = \"gent\"\nroom = \"A1T2\"\nsources = [\"odisee-faq\"]",
        "id = \"gent\"\nroom = \"A1T2\"\nsources = []",
        "B028",
        "id = \"gent\"",
        "sources =",
    ),
    (
        "data/scenarios/locked.toml",
        "until = \"14:30\"",
        "until = \"14:20\"",
        "B037",
        "until = \"14:20\"",
        "14:30",
    ),
    (
        "locales/nl/flows/locked.ftl",
        "    .answer-just-now = net nu\n",
        "",
        "B018",
        "last-try =",
        ".answer-just-now =",
    ),
    (
        "locales/fr/flows/which-name.ftl",
        "title = ",
        "titel = ",
        "B019",
        "titel =",
        "did you mean `title`",
    ),
    (
        "locales/en/flows/locked.ftl",
        "{ $lockout-attempts }",
        "{ $lockout-atempts }",
        "B020",
        "lockout-atempts",
        "did you mean `lockout-attempts`",
    ),
    (
        "locales/en/flows/forgotten.ftl",
        "    .answer-yes",
        "\t.answer-yes",
        "B026",
        "\t.answer-yes",
        "four spaces",
    ),
    (
        "locales/nl/flows/change.ftl",
        "title = ",
        "title = {\"\\u202E\"}",
        "B027",
        "title = ",
        "take",
    ),
    (
        "locales/fr/pack.ftl",
        "desk-gent = ",
        "desk-gent ",
        "B014",
        "desk-gent ",
        "name = words",
    ),
    (
        "locales/en/pack.ftl",
        "pack-name = Odisee",
        "pack-name = Odi\u{200b}see",
        "B012",
        "pack-name",
        "take it out",
    ),
];

fn seeded() -> Files {
    let mut files = files();
    for (path, there, instead, ..) in SEEDS {
        let text = files.text(path).unwrap();
        assert!(text.contains(there), "{path} no longer has {there:?}");
        let text = text.replacen(there, instead, 1);
        files.insert(path, text.into_bytes());
    }
    files
}

#[test]
fn twenty_faults_are_reported_in_one_run() {
    let files = seeded();
    let findings = checked(files.clone());
    let mut missed = Vec::new();
    for (path, _, _, code, line, hint) in SEEDS {
        let found = findings.faults.iter().any(|fault| {
            let text = files.text(path).unwrap();
            let start = fault.place.span.as_ref().map_or(0, |span| span.start);
            let (number, _) = balie::diagnostic::line_and_column(text, start);
            let at = text.lines().nth(number - 1).unwrap_or_default();
            fault.code.as_str() == code
                && fault.place.file == path
                && at.contains(line)
                && fault.help.iter().any(|help| help.contains(hint))
        });
        if !found {
            missed.push(format!("{code} {path}: {line}"));
        }
    }
    let found = lines(&files, &findings);
    assert!(
        missed.is_empty(),
        "{}\n\nfound:\n{}",
        missed.join("\n"),
        found.join("\n")
    );
}

#[test]
fn one_fault_does_not_become_many() {
    let files = seeded();
    let found = lines(&files, &checked(files.clone()));
    assert!(found.len() < 2 * SEEDS.len(), "{}", found.join("\n"));
}

/// What is suggested has the order of the files.
#[test]
fn the_same_is_said_of_the_same_files() {
    let mut files = seeded();
    for (path, more) in [
        ("locales/nl/pack.ftl", "zzz = niets\nyyy = { zzzz }\n"),
        ("locales/nl/balie.ftl", "zzz = niets\n"),
        ("locales/nl/flows/mfa.ftl", "zzz = niets\n"),
    ] {
        let text = format!("{}{more}", files.text(path).unwrap());
        files.insert(path, text.into_bytes());
    }
    let said = || format!("{:?}", checked(files.clone()).faults);
    let first = said();
    assert!(first.contains("known here"), "nothing is suggested");
    for _ in 0..3 {
        assert_eq!(said(), first);
    }
}

#[test]
fn what_an_uncounted_rule_asks_for_can_be_pasted() {
    let path = "data/scenarios/closing.toml";
    let mut files = files();
    files.insert(path, Vec::new());
    let help = |files: &Files| -> Vec<String> {
        let faults = checked(files.clone()).faults;
        faults.into_iter().flat_map(|fault| fault.help).collect()
    };
    let asked = help(&files);
    assert_eq!(asked.len(), 5, "a rule each: {asked:#?}");
    let pasted: Vec<&str> = asked
        .iter()
        .filter_map(|help| help.split_once(":\n"))
        .map(|(_, pasted)| pasted)
        .collect();
    files.insert(path, pasted.join("\n").into_bytes());
    assert_eq!(help(&files), Vec::<String>::new());
}

#[test]
fn what_only_an_escape_writes_and_addresses_in_part_are_found() {
    for (path, from, to, code) in [
        ("data/desks.toml", "A1T2", "A1\\u202ET2", "B012"),
        ("data/links.toml", "https://aka.ms/sspr", "https://", "B016"),
        (
            "data/links.toml",
            "https://aka.ms/sspr",
            "https://aka ms/sspr",
            "B016",
        ),
        (
            "data/pack.toml",
            "\"flow:change\"",
            "\"flow:change\", \"flow:change\"",
            "B006",
        ),
    ] {
        let faults = checked(replaced(path, from, to)).faults;
        let found = faults.iter().any(|fault| fault.code.as_str() == code);
        assert!(found, "{to}: {faults:#?}");
    }
}

#[test]
fn names_of_files_and_languages_are_looked_at() {
    let mut files = files();
    let flow = files.text("data/flows/change.toml").unwrap().to_owned();
    files.insert("data/flows/Nieuwe flow.toml", flow.into_bytes());
    let manifest = files.text("data/pack.toml").unwrap();
    let manifest = manifest.replacen("[\"nl\", ", "[\"nl\", \"duits\", ", 1);
    files.insert("data/pack.toml", manifest.into_bytes());
    let faults = checked(files).faults;
    let found = |code: &str, message: &str| {
        let mut same = faults.iter().filter(|fault| fault.code.as_str() == code);
        same.any(|fault| fault.message == message)
    };
    assert!(
        found("B005", "`Nieuwe flow` cannot name a flow"),
        "{faults:#?}"
    );
    assert!(
        found("B013", "`duits` is not the name of a language"),
        "{faults:#?}"
    );
}

#[test]
fn a_title_is_laid_out_though_its_flow_has_faults() {
    let mut files = files();
    for (path, from, to) in [
        (
            "data/flows/locked.toml",
            "to = \"locked-again\"",
            "to = \"locked-agian\"",
        ),
        (
            "locales/nl/flows/locked.ftl",
            "title = ",
            "title = Te vaak een fout wachtwoord ingetypt, en dus is alles nu ",
        ),
    ] {
        let text = files.text(path).unwrap().replacen(from, to, 1);
        files.insert(path, text.into_bytes());
    }
    let faults = checked(files).faults;
    let found = |code: &str| faults.iter().any(|fault| fault.code.as_str() == code);
    assert!(found("B007") && found("B035"), "{faults:#?}");
}

/// What the clock shows must not decide whether a scenario holds.
#[test]
fn a_scenario_that_waits_says_when_it_begins() {
    let path = "data/scenarios/locked.toml";
    let files = replaced(path, "now = 2026-11-24T14:19:00\n", "");
    let found = lines(&files, &checked(files.clone()));
    assert_eq!(
        found,
        [
            "B004 data/scenarios/locked.toml:9:9: `until` is said without `now`, \
            the moment at which the case begins"
        ]
    );
}

#[test]
fn of_two_with_one_id_both_are_shown() {
    let path = "data/flows/locked.toml";
    let files = replaced(path, "id = \"retry\"", "id = \"pause\"");
    let faults = checked(files.clone()).faults;
    let mut twos = faults.iter().filter(|fault| fault.code.as_str() == "B006");
    let two = twos.next().unwrap();
    assert!(twos.next().is_none(), "{faults:#?}");
    let text = files.text(path).unwrap();
    for place in [&two.place, &two.related[0].0] {
        assert_eq!(&text[place.span.clone().unwrap()], "\"pause\"");
    }
    assert_ne!(two.place, two.related[0].0);
}
