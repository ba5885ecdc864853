//! The desk line by line: pages read out, numbers typed; and walks in one go.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/pack.rs"]
mod pack;
#[path = "support/program.rs"]
mod program;

use std::io::Write;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// A desk in Gent.
fn program(arguments: &[&str], variables: &[(&str, &str)]) -> Command {
    let home = std::env::temp_dir().join("no-such-folder");
    let arguments = [arguments, &["--campus", "gent"]].concat();
    let mut program = program::program(&home, &arguments);
    program
        .env("LANG", "C.UTF-8")
        .envs(variables.iter().copied())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    program
}

fn typed(arguments: &[&str], variables: &[(&str, &str)], lines: &[u8]) -> Output {
    // Whatever is typed may save a file.
    let folder = TempDir::new().unwrap();
    let mut program = program(arguments, variables);
    let mut child = program.current_dir(folder.path()).spawn().unwrap();
    // It may have left before the last line.
    let _ = child.stdin.take().unwrap().write_all(lines);
    child.wait_with_output().unwrap()
}

fn said(lang: &str, lines: &str) -> String {
    let output = typed(&["--plain", "--lang", lang], &[], lines.as_bytes());
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(output.stderr, b"");
    text(&output.stdout)
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn numbered(said: &str) -> Vec<&str> {
    let begins = |line: &&str| line.starts_with(|c: char| c.is_ascii_digit());
    said.lines().filter(begins).collect()
}

#[test]
fn each_choice_is_a_sentence_of_its_own() {
    for lang in ["nl", "en", "fr"] {
        let home = said(lang, "");
        let choices = numbered(&home);
        assert_eq!(choices.len(), 9, "{home}");
        for (number, choice) in (1..).zip(choices) {
            assert!(choice.starts_with(&format!("{number}. ")), "{choice}");
            assert!(choice.ends_with(['.', '?', '!']), "{choice}");
        }
    }
}

#[test]
fn numbers_walk_to_an_advice_and_back() {
    let walked = said("nl", "3\n1\n3.\n");
    assert!(walked.contains("3. Te vaak fout: geblokkeerd."));
    assert!(walked.contains("Wat typ je als gebruikersnaam?"));
    assert!(walked.contains("14:26"), "{walked}");
    let back = said("nl", "3\n1\n0\n");
    let last = back.rsplit("\n\n").nth(1).unwrap_or_default().to_owned();
    assert!(
        back.matches("Wat typ je als gebruikersnaam?").count() == 2,
        "{last}"
    );
    assert!(back.contains("1. iets met @student.odisee.be. (eerder gekozen)"));
}

#[test]
fn commands_are_listed_in_the_language_on_screen_and_may_be_typed_as_words() {
    for (lang, listed, word) in [
        (
            "nl",
            "0 terug, 00 start, t tot hier, l taal, d lokalen, / zoek, ? hulp, q stop",
            "terug",
        ),
        (
            "en",
            "0 back, 00 home, t so far, l language, d rooms, / search, ? help, q quit",
            "Back",
        ),
        ("fr", "? aide", "retour"),
    ] {
        let walked = said(lang, "3\n");
        assert!(walked.contains(listed), "{walked}");
        let back = said(lang, &format!("3\n{word}\n"));
        assert_eq!(
            back.matches("\n9. ").count(),
            2,
            "{lang}: home stands twice\n{back}"
        );
    }
}

#[test]
fn the_language_changes_at_any_moment() {
    let walked = said("nl", "3\nl\n");
    let english = "What do you type as user name?\nWat typ je als gebruikersnaam?";
    assert!(walked.contains(english), "{walked}");
    assert!(walked.contains("4. I don't know. (weet ik niet.)"));
    assert!(walked.contains("Or type: 0 back"), "{walked}");
}

#[test]
fn desks_closing_dates_and_search_are_there() {
    let walked = said("nl", "d\n");
    assert!(walked.contains("Gent A1T2."), "{walked}");
    assert!(walked.contains("Sint-Niklaas: 022."));
    for typed in ["24/11/2026", "24 nov 2026", "", "24/11"] {
        let walked = said("nl", &format!("7\n2\n{typed}\n"));
        assert!(
            walked.contains("uitgeschreven: dinsdag 24 november 2026."),
            "{walked}"
        );
        assert!(
            walked.contains("Sluit op dinsdag 1 december 2026."),
            "{walked}"
        );
        assert!(numbered(&walked).contains(&"3. Enkele regels om te mailen."));
    }
    let mail = said("nl", "7\n2\n24/11/2026\n3\n");
    assert!(
        mail.contains("- Sluit op dinsdag 1 december 2026."),
        "{mail}"
    );
    assert!(!mail.contains("klembord") && !mail.contains('\u{1b}'));
    let walked = said("nl", "/geblokkeerd\n");
    assert!(walked.contains("geblokkeerd"), "{walked}");
    assert!(numbered(&said("nl", "7\n2\n24/11/2026\n0\n0\n0\n")).len() >= 18);
}

#[test]
fn what_was_searched_for_is_not_said_again() {
    for name in ["r0123456", "jan.janssens@student.odisee.be"] {
        let searched = said("en", &format!("/ {name}\n\nq\n"));
        assert!(searched.contains("Such a user name is"), "{searched}");
        assert!(!searched.contains(name), "{searched}");
        let typed = said("en", &format!("{name}\nq\n"));
        assert!(!typed.contains(name), "{typed}");
    }
}

#[test]
fn what_is_not_possible_says_what_is() {
    let walked = said("nl", "12\n\u{1b}[2Jfoo\n?\n");
    assert!(walked.contains("\"12\" kan hier niet. Typ een cijfer van 1 tot 9, of ? voor hulp."));
    assert!(walked.contains("\"[2Jfoo\" kan hier niet."), "{walked}");
    assert!(walked.contains("l: De volgende taal"), "{walked}");
}

#[test]
fn any_bytes_at_all_end_well_and_come_back_inert() {
    let noise: Vec<u8> = (0..60_000_u32).map(|n| (n * n % 251) as u8).collect();
    let long = [vec![b'x'; 1_000_000], b"\nq\n".to_vec()].concat();
    for bytes in [noise, long, b"\xe9\n".to_vec(), b"3".to_vec()] {
        let output = typed(&["--plain"], &[], &bytes);
        assert_eq!(output.status.code(), Some(0));
        let control = |c: char| c.is_control() && c != '\n';
        assert!(!text(&output.stdout).contains(control));
    }
}

#[test]
fn a_waiting_case_is_kept_and_asked_about() {
    let walked = said("nl", "3\n1\n1\n00\nA\nq\n1\nq\n2\n");
    assert!(walked.contains("A zaak"), "{walked}");
    assert!(walked.contains("Stoppen wist die."), "{walked}");
    assert_eq!(numbered(&walked).last(), Some(&"2. Toch stoppen."));
}

#[test]
fn a_dumb_terminal_gets_lines_and_nothing_but_ascii_where_that_is_all() {
    let output = typed(
        &["--lang", "fr"],
        &[("TERM", "dumb"), ("LANG", "C")],
        b"4\n",
    );
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stdout.is_ascii(), "{}", text(&output.stdout));
    assert!(text(&output.stdout).contains("1. Premiere fois"));
    let output = typed(&["--plain", "--ascii", "--lang", "fr"], &[], b"4\n");
    assert!(output.stdout.is_ascii());
}

#[test]
fn closed_output_and_a_full_disk_are_failures_without_a_panic() {
    for arguments in [
        &["--plain"][..],
        &["walk", "other"],
        &["settings"],
        &["check"],
        &["--help"],
        &["walk", "--help"],
        &["--version"],
        &["completions", "bash"],
        &["man"],
    ] {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full");
        let Ok(full) = full else { return };
        let mut child = program(arguments, &[]).stdout(full).spawn().unwrap();
        let _ = child.stdin.take().unwrap().write_all(b"1\n1\n");
        failed(child.wait_with_output().unwrap(), arguments);

        let (read, write) = std::io::pipe().unwrap();
        drop(read);
        let child = program(arguments, &[]).stdout(write).spawn().unwrap();
        failed(child.wait_with_output().unwrap(), arguments);
    }
}

fn failed(output: Output, arguments: &[&str]) {
    let message = text(&output.stderr);
    assert!(
        !matches!(output.status.code(), Some(0 | 101) | None),
        "{arguments:?}"
    );
    assert!(!message.contains("panicked"), "{message}");
}

fn walk(arguments: &[&str]) -> Output {
    typed(&[&["walk", "--lang", "en"], arguments].concat(), &[], b"")
}

#[test]
fn a_walk_answers_in_one_go() {
    let replies = [
        "locked",
        "last-try=five-minutes",
        "retry=failed",
        "pause=waited",
        "name=student-address",
        "after-retry=dont-know",
    ];
    let output = walk(&replies);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let answer = text(&output.stdout);
    assert!(
        answer.contains("When did you last try? 5 minutes ago"),
        "{answer}"
    );
    assert!(answer.contains("until 14:31"), "{answer}");
    assert!(answer.contains("Outcome: make a ticket"), "{answer}");
    let output = walk(&[&replies[..], &["--json"]].concat());
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answer["at"], "other/hand-over");
    assert_eq!(answer["end"]["outcome"][0], "ticket");
    assert_eq!(answer["path"][1]["reply"], "five-minutes");
    assert!(
        answer["until"]
            .as_str()
            .unwrap()
            .starts_with("2026-11-24T14:31:00")
    );
}

#[test]
fn a_walk_over_midnight_says_the_day() {
    let late = ["--now", "2026-11-24T23:50", "walk", "--lang", "en"];
    let replies = ["locked", "name=student-address", "last-try=just-now"];
    let message = text(&typed(&[&late[..], &replies].concat(), &[], b"").stderr);
    assert!(message.contains("Wed 25 Nov 00:07"), "{message}");
}

#[test]
fn a_second_reply_to_one_question_is_refused() {
    let output = walk(&["locked", "name=student-address", "name=r-or-s-number"]);
    assert_eq!(output.status.code(), Some(2));
    let message = text(&output.stderr);
    assert!(
        message.contains("`name=r-or-s-number` is a second reply"),
        "{message}"
    );
}

#[test]
fn a_missing_reply_lists_what_is_possible() {
    let output = walk(&["locked", "name=student-address"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(output.stdout, b"");
    let message = text(&output.stderr);
    assert!(message.contains("no reply to `last-try`"), "{message}");
    assert!(message.contains("last-try=five-minutes"), "{message}");
    assert!(message.contains("5 minutes ago"), "{message}");
    let output = walk(&["locked", "--json"]);
    assert_eq!(output.status.code(), Some(2));
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answer["allowed"][0]["reply"], "name=student-address");
}

#[test]
fn unknown_names_are_refused_with_what_was_meant() {
    for (arguments, says) in [
        (&["lockd"][..], "did you mean `locked`?"),
        (&["locked", "nme=x"], "did you mean `name`?"),
        (
            &["locked", "name=student-adress"],
            "did you mean `student-address`?",
        ),
        (&["locked", "mfaa/x=y"], "did you mean `mfa`?"),
        (&["locked", "name"], "question=answer"),
        (&["locked", "\u{1b}]0;x\u{7}\u{202e}=1"], "`]0;x`"),
    ] {
        let output = walk(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert_eq!(output.stdout, b"");
        assert!(
            text(&output.stderr).contains(says),
            "{}",
            text(&output.stderr)
        );
    }
}

#[test]
fn every_scenario_of_a_pack_can_be_walked() {
    let mut walked = 0;
    for (path, bytes) in pack::files().iter() {
        let Some(flow) = path.strip_prefix("data/scenarios/") else {
            continue;
        };
        let flow = flow.trim_end_matches(".toml");
        let table: toml::Table = text(bytes).parse().unwrap();
        // Closing dates have scenarios of another kind.
        let scenarios = table.get("scenario").and_then(toml::Value::as_array);
        for scenario in scenarios.into_iter().flatten().take(2) {
            let replies = scenario["replies"].as_table().unwrap();
            let end = scenario["end"].as_str().unwrap();
            let replies = replies
                .iter()
                .map(|(at, to)| format!("{at}={}", to.as_str().unwrap()));
            let replies: Vec<String> = replies.collect();
            let mut arguments = vec![flow, "--json"];
            arguments.extend(replies.iter().map(String::as_str));
            let output = walk(&arguments);
            assert_eq!(
                output.status.code(),
                Some(0),
                "{arguments:?} {}",
                text(&output.stderr)
            );
            let answer: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
            let end = if end.contains('/') {
                end.to_owned()
            } else {
                format!("{flow}/{end}")
            };
            assert_eq!(answer["at"], end.as_str());
            walked += 1;
        }
    }
    assert!(walked >= 10, "{walked}");
}

#[test]
fn the_settings_folder_may_ask_for_ascii() {
    let home = TempDir::new().unwrap();
    let folder = home.path().join(".config/balie");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("settings.toml"), "ascii = true\n").unwrap();
    let home = home.path().to_str().unwrap();
    let output = typed(&["--plain", "--lang", "fr"], &[("HOME", home)], b"4\n");
    assert!(output.stdout.is_ascii(), "{}", text(&output.stdout));
}

#[test]
fn a_search_begins_anew_and_answers_no_question_below_it() {
    let again = said("nl", "3\n1\n/ xqzw\n/\n3\nq\n");
    assert_eq!(again.matches("Niets gevonden").count(), 1, "{again}");
    assert!(again.contains("Typ enkele woorden"), "{again}");
    let waits = again
        .lines()
        .any(|line| line.starts_with("Wacht zeker tot"));
    assert!(!waits, "a reply was given: {again}");
    let from_a_day = said("nl", "7\n1\n/ toledo\nq\n");
    assert!(from_a_day.contains("Op welke dag"), "{from_a_day}");
    assert!(
        from_a_day.contains("Welke gebruikersnaam waarvoor?"),
        "{from_a_day}"
    );
}

#[test]
fn a_user_name_typed_for_a_day_is_not_said_again() {
    let said = said("nl", "7\n2\njan.peeters@student.odisee.be\nq\n");
    assert!(!said.contains("jan.peeters"), "{said}");
}
