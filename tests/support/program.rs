//! The program from the outside: nothing of ours in its environment, a clock of its own, and the
//! pack of the tests.

#![allow(dead_code, clippy::unwrap_used)]

use std::path::Path;
use std::process::{Command, Output, Stdio};

/// What the program's clock shows, where a test does not say so itself.
pub(crate) const NOW: &str = "2026-11-24T14:19";

/// Where the pack of the tests stands.
pub(crate) const PACK: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pack");

/// The program on the pack of the tests, to be run with this home.
pub(crate) fn program(home: &Path, arguments: &[&str]) -> Command {
    bare(home, &[&["--pack", PACK], arguments].concat())
}

/// The program on the pack that its settings name, or else on the one that is in it.
pub(crate) fn bare(home: &Path, arguments: &[&str]) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_balie"));
    program.args(arguments);
    if !arguments.contains(&"--now") {
        program.args(["--now", NOW]);
    }
    program.env_clear().env("HOME", home).stdin(Stdio::null());
    program
}

/// What it says.
pub(crate) fn balie(home: &Path, arguments: &[&str]) -> Output {
    program(home, arguments).output().unwrap()
}
