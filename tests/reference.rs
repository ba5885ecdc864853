//! Help, the manual page and the completions: what tells how the program is used.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use balie::cli::{Cli, EXAMPLES, command_line};
use clap::Parser;

fn balie(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_balie"))
        .args(arguments)
        .env_clear()
        .output()
        .unwrap()
}

fn said(arguments: &[&str]) -> String {
    let output = balie(arguments);
    assert_eq!(output.status.code(), Some(0), "{arguments:?}");
    assert_eq!(output.stderr, b"");
    String::from_utf8(output.stdout).unwrap()
}

/// What is shipped, beside what the program says now.
const SHIPPED: [(&str, &[&str]); 5] = [
    ("balie.1", &["man"]),
    ("completions/balie.bash", &["completions", "bash"]),
    ("completions/_balie", &["completions", "zsh"]),
    ("completions/balie.fish", &["completions", "fish"]),
    ("completions/_balie.ps1", &["completions", "powershell"]),
];

#[test]
fn what_is_shipped_is_what_the_program_says() {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("snapshots/reference");
    for (path, arguments) in SHIPPED {
        let shipped = fs::read_to_string(docs.join(path)).unwrap_or_default();
        assert!(
            shipped == said(arguments),
            "snapshots/reference/{path} is not up to date: run .ci/reference"
        );
    }
}

#[test]
fn examples_are_in_help_and_manual_and_can_be_typed() {
    let (help, manual) = (said(&["--help"]), said(&["man"]));
    for (example, what) in EXAMPLES {
        assert!(help.contains(example) && help.contains(what), "{example}");
        assert!(manual.contains(what), "{example}");
        let typed = Cli::try_parse_from(example.split(' '));
        assert!(typed.is_ok(), "{example}: {typed:?}");
    }
}

#[test]
fn every_command_and_every_option_is_explained() {
    let line = command_line();
    line.clone().debug_assert();
    for command in line.get_subcommands().chain([&line]) {
        let name = command.get_name();
        assert!(command.get_about().is_some(), "{name}");
        for argument in command.get_arguments() {
            let id = argument.get_id();
            assert!(argument.get_help().is_some(), "{name} {id}");
        }
    }
}

#[test]
fn the_version_is_one_line() {
    let version = said(&["--version"]);
    assert_eq!(version, format!("balie {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn wrong_arguments_say_what_was_meant() {
    for (arguments, says) in [
        (&["--plian"][..], "--plain"),
        (&["chek"], "check"),
        (&["completions", "tcsh"], "powershell"),
    ] {
        let output = balie(arguments);
        assert_eq!(output.status.code(), Some(2));
        assert_eq!(output.stdout, b"");
        let message = String::from_utf8(output.stderr).unwrap();
        assert!(message.contains(says), "{message}");
    }
}

#[test]
fn man_reads_the_manual_page() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("snapshots/reference/balie.1");
    let read = Command::new("man")
        .args(["--warnings", "-l"])
        .arg(page)
        .envs([
            ("LC_ALL", "C.UTF-8"),
            ("MANWIDTH", "80"),
            ("MANPAGER", "cat"),
        ])
        .output();
    // Not every machine has man.
    let Ok(read) = read else { return };
    if read.status.success() {
        assert_eq!(String::from_utf8_lossy(&read.stderr), "");
        assert!(String::from_utf8_lossy(&read.stdout).contains("EXIT STATUS"));
    }
}

#[test]
fn bash_reads_its_completions() {
    let script =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("snapshots/reference/completions/balie.bash");
    let Ok(read) = Command::new("bash").arg("-n").arg(script).output() else {
        return;
    };
    assert!(read.status.success());
}
