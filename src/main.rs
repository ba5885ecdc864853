//! Starts, prints an error if there is one, and leaves with an exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    balie::command::run(clap::Parser::try_parse())
}
