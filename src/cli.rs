//! The arguments of the command line.

use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::settings::Arguments;

/// The desk of a servicedesk counter: from one question to any answer.
///
/// Without a command the desk opens: with its menu, with a flow (`balie locked`)
/// or with a search (`balie --search toledo`). Keys: a digit answers, ← goes
/// back, F1 shows the rest, q leaves.
#[derive(Debug, Parser)]
#[command(version, about, bin_name = "balie", after_help = teaching())]
pub struct Cli {
    /// What to do instead of opening the desk.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// What to open the desk with.
    #[command(flatten)]
    pub opens: Opens,
    /// The same desk line by line, with numbers to type: for screen readers, pipes and poor terminals.
    #[arg(long)]
    pub plain: bool,
    /// How to open the desk.
    #[command(flatten)]
    pub options: Options,
}

impl Cli {
    /// The names of all commands.
    pub fn command_names() -> Vec<String> {
        let commands = Self::command();
        let names = commands.get_subcommands();
        names.map(|command| command.get_name().to_owned()).collect()
    }
}

/// What the desk opens with, instead of its menu.
#[derive(Args, Clone, Debug, Default)]
pub struct Opens {
    /// The flow to open the desk with, such as locked.
    pub flow: Option<String>,
    /// Words to open the desk's search with, such as "account locked".
    #[arg(long, value_name = "WORDS", conflicts_with = "flow")]
    pub search: Option<String>,
}

/// What holds for every command.
#[derive(Args, Clone, Debug, Default)]
pub struct Options {
    /// The settings that are asked for.
    #[command(flatten)]
    pub set: Arguments,
    /// Pretend that it is now this moment, such as 2026-11-24T14:19; time runs on from there.
    #[arg(long, value_name = "MOMENT", global = true)]
    pub now: Option<String>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Read a whole pack and report all its faults.
    ///
    /// Exit code 0: clean. 1: findings. 2: wrong use. 3: something could not be read.
    Check {
        /// The folder of the pack; without it, --pack, or the pack in the program.
        dir: Option<PathBuf>,
        /// How to report.
        #[arg(long, value_name = "FORMAT", default_value = "text")]
        format: ReportFormat,
    },
    /// Explain a code of `balie check`, with an example that fails and the same mended.
    Explain {
        /// The code, such as B007; without it, all codes in a line each.
        code: Option<String>,
    },
    /// Show the flows as a tree, or as a graph for Mermaid or Graphviz.
    Graph {
        /// The flow, such as locked; without it, all flows.
        flow: Option<String>,
        /// How to show it.
        #[arg(long, value_name = "FORMAT", default_value = "tree")]
        format: GraphFormat,
    },
    /// Write the pack in the program to a folder, to be edited.
    Export {
        /// The folder; it must be empty, or not be there yet.
        dir: PathBuf,
    },
    /// Walk a flow with answers that are known already, and print what comes of it.
    ///
    /// Names are those of the files: `balie walk locked name=student-address`.
    /// An advice takes worked, failed or skipped; a wait takes waited. A question of
    /// another flow is written with it: `forgotten/registered=no`. Where a reply is missing,
    /// what is possible there is listed.
    Walk(WalkArgs),
    /// Print the settings, and where each comes from.
    Settings,
    /// Print until when each account stays open, and why.
    Closing(ClosingArgs),
    /// Print what a shell needs to complete commands and options.
    ///
    /// For bash: balie completions bash > ~/.local/share/bash-completion/completions/balie
    Completions {
        /// The shell.
        #[arg(value_parser = shells())]
        shell: Shell,
    },
    /// Print the manual page: balie man | man -l -
    Man,
}

/// What to ask about closing, and how to answer.
#[derive(Args, Clone, Debug)]
pub struct ClosingArgs {
    /// Why access ends: graduated, unenrolled or open-balance in the shipped pack.
    #[arg(long, value_name = "REASON")]
    pub reason: Option<String>,
    /// The day of what makes it end, such as 2026-11-24 or today.
    #[arg(long, value_name = "DAY")]
    pub on: Option<String>,
    /// One account only: odisee or kuleuven in the shipped pack.
    #[arg(long, value_name = "ACCOUNT")]
    pub account: Option<String>,
    /// Answer as a list for machines.
    #[arg(long, conflicts_with = "ics")]
    pub json: bool,
    /// Write a calendar file instead.
    #[arg(long, value_name = "FILE")]
    pub ics: Option<PathBuf>,
}

/// How `balie check` reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// For people, in the look of rustc.
    Text,
    /// One JSON object, for programs.
    Json,
    /// Annotations for GitHub Actions.
    Github,
}

/// How `balie graph` shows flows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum GraphFormat {
    /// A tree, for the terminal.
    Tree,
    /// Mermaid, for Markdown.
    Mermaid,
    /// DOT, for Graphviz.
    Dot,
}

/// The shells that can complete.
fn shells() -> impl TypedValueParser<Value = Shell> {
    let (bash, zsh, fish) = (("bash", "Bash"), ("zsh", "Zsh"), ("fish", "Fish"));
    let shells = [bash, zsh, fish, ("powershell", "PowerShell")];
    let shells = shells.map(|(name, shell)| PossibleValue::new(name).help(shell));
    PossibleValuesParser::new(shells).try_map(|name| name.parse::<Shell>())
}

/// What to walk, and what to reply.
#[derive(Args, Clone, Debug)]
pub struct WalkArgs {
    /// The flow, such as locked.
    pub flow: String,
    /// Replies, in any order, such as name=student-address.
    #[arg(value_name = "QUESTION=ANSWER")]
    pub replies: Vec<String>,
    /// Answer as JSON.
    #[arg(long)]
    pub json: bool,
}

/// What is typed, and what for; help and the manual page show them.
pub const EXAMPLES: [(&str, &str); 6] = [
    ("balie", "open the desk"),
    (
        "balie --campus gent --lang fr",
        "open it for one campus, in French",
    ),
    ("balie --plain", "the same desk line by line, as sentences"),
    (
        "balie walk locked name=r-or-s-number",
        "answer in one go, or learn what is asked next",
    ),
    (
        "balie check ./my-pack",
        "all faults of a pack, with place and mend",
    ),
    (
        "balie settings",
        "what is set, where, and in which folder to change it",
    ),
];

/// The examples, a line each.
fn teaching() -> String {
    let rows = EXAMPLES.map(|(typed, what)| format!("  {typed:<38} {what}"));
    format!("Examples:\n{}", rows.join("\n"))
}

/// The whole command line, as its parts describe themselves.
pub fn command_line() -> clap::Command {
    Cli::command()
}
