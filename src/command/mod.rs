//! One file per command, and what they share: settings and packs from disk.

mod check;
mod closing;
mod explain;
mod export;
mod graph;
mod local_disk;
mod pack_folder;
mod plain;
mod printing;
mod reference;
mod saving;
mod settings;
mod setup;
mod terminal_desk;
mod walk;
mod walk_answer;
mod watch;

use std::process::ExitCode;

use crate::cli::{Cli, Command};
use crate::settings::WrongSetting;
use crate::terminal;

pub use pack_folder::read_folder;
pub use saving::write_whole;

/// Everything was as it should be.
const CLEAN: u8 = 0;
/// The pack or the settings have faults.
const FINDINGS: u8 = 1;
/// Wrong arguments, wrong settings, or no terminal.
const WRONG_USE: u8 = 2;
/// Something could not be read at all.
const UNREADABLE: u8 = 3;

/// Does what the arguments say; an error is printed and becomes the exit code.
pub fn run(arguments: Result<Cli, clap::Error>) -> ExitCode {
    let done = match arguments {
        Ok(cli) => obey(cli),
        Err(answer) => reference::answer(&answer),
    };
    match done {
        Ok(code) => ExitCode::from(code),
        Err(failure) => {
            match &failure {
                Failure::Faults(report) => printing::complain_in_full(report),
                failure => printing::complain(&failure.to_string()),
            }
            ExitCode::from(failure.code())
        }
    }
}

fn obey(cli: Cli) -> Result<u8, Failure> {
    if cli.options.set.ascii {
        printing::ascii_only();
    }
    let opens = cli.opens.flow.is_some() || cli.opens.search.is_some();
    match cli.command {
        Some(_) if opens => Err(Failure::Use(
            "a flow or a search opens the desk, and a command does not".to_owned(),
        )),
        None => terminal_desk::run(&cli.options, cli.opens, cli.plain),
        Some(Command::Check { dir, format }) => check::run(&cli.options, dir, format),
        Some(Command::Explain { code }) => explain::run(code.as_deref()),
        Some(Command::Graph { flow, format }) => graph::run(&cli.options, flow.as_deref(), format),
        Some(Command::Export { dir }) => export::run(&dir),
        Some(Command::Walk(walk)) => walk::run(&cli.options, &walk),
        Some(Command::Settings) => settings::run(&cli.options),
        Some(Command::Closing(args)) => closing::run(&cli.options, &args),
        Some(Command::Completions { shell }) => reference::completions(shell),
        Some(Command::Man) => reference::manual(),
    }
}

/// Why a command could not do its work.
#[derive(Debug, thiserror::Error)]
enum Failure {
    /// Wrong arguments or settings, or no terminal: one sentence.
    #[error("balie: {0}")]
    Use(String),
    /// Something cannot be read or written: one sentence with its causes.
    #[error("balie: {0:#}")]
    Disk(#[from] anyhow::Error),
    /// A file has faults: the full report.
    #[error("{0}")]
    Faults(String),
    /// The terminal cannot be used, or has gone.
    #[error("balie: {0}")]
    Terminal(#[from] terminal::Failure),
}

impl Failure {
    fn code(&self) -> u8 {
        match self {
            Self::Use(_) => WRONG_USE,
            Self::Disk(_) => UNREADABLE,
            Self::Faults(_) => FINDINGS,
            Self::Terminal(failure) => failure.status(),
        }
    }
}

impl From<WrongSetting> for Failure {
    fn from(wrong: WrongSetting) -> Self {
        Self::Use(wrong.to_string())
    }
}
