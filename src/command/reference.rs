//! What tells how the program is used: help, version, completions, the manual page.

use std::io;

use clap_complete::{Shell, generate};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use super::{CLEAN, Failure, WRONG_USE, printing};
use crate::cli::{EXAMPLES, command_line};
use crate::diagnostic::Dress;

const NAME: &str = "balie";

/// Help and version on standard output; what is wrong with the arguments on standard error.
pub(super) fn answer(answer: &clap::Error) -> Result<u8, Failure> {
    let text = answer.render();
    if answer.use_stderr() {
        printing::complain(text.to_string().trim_end());
        return Ok(WRONG_USE);
    }
    let text = match printing::dress(&io::stdout()) {
        Dress::Coloured => text.ansi().to_string(),
        Dress::Plain => text.to_string(),
    };
    printing::print_report(&text)?;
    Ok(CLEAN)
}

/// The script with which a shell completes commands and options.
pub(super) fn completions(shell: Shell) -> Result<u8, Failure> {
    let mut script = Vec::new();
    generate(shell, &mut command_line(), NAME, &mut script);
    printing::print_report(&String::from_utf8_lossy(&script))?;
    Ok(CLEAN)
}

/// The manual page.
pub(super) fn manual() -> Result<u8, Failure> {
    let page = written().map_err(anyhow::Error::new)?;
    printing::print_report(&String::from_utf8_lossy(&page))?;
    Ok(CLEAN)
}

fn written() -> io::Result<Vec<u8>> {
    let mut page = Vec::new();
    // Its examples have a section of their own.
    let man = Man::new(command_line().after_help(None::<&str>));
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    commands().to_writer(&mut page)?;
    table("EXAMPLES", &EXAMPLES).to_writer(&mut page)?;
    table("ENVIRONMENT", &ENVIRONMENT).to_writer(&mut page)?;
    table("FILES", &FILES).to_writer(&mut page)?;
    table("EXIT STATUS", &STATUS).to_writer(&mut page)?;
    Ok(page)
}

/// Every command with how it is written and what it does.
fn commands() -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", ["COMMANDS"]);
    for command in command_line().get_subcommands() {
        let about = command.get_long_about().or(command.get_about());
        let usage = command.clone().render_usage().to_string();
        let usage = usage.trim_start_matches("Usage: ").trim();
        let usage = usage.strip_prefix(NAME).unwrap_or(usage).trim();
        let about = about.map(ToString::to_string).unwrap_or_default();
        entry(&mut roff, &format!("{NAME} {usage}"), &about);
    }
    roff
}

fn table(title: &str, rows: &[(&str, &str)]) -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", [title]);
    for (name, text) in rows {
        entry(&mut roff, name, text);
    }
    roff
}

fn entry(roff: &mut Roff, name: &str, text: &str) {
    roff.control("TP", []);
    roff.text([bold(name)]);
    roff.text([roman(text)]);
}

const ENVIRONMENT: [(&str, &str); 4] = [
    (
        "TERM",
        "what the terminal can show; dumb opens the desk line by line",
    ),
    (
        "LC_ALL, LC_CTYPE, LC_MESSAGES, LANG",
        "the language, and whether characters beyond ASCII may be shown",
    ),
    ("NO_COLOR", "no colours, if set; bold and reverse stay"),
    (
        "XDG_CONFIG_HOME",
        "where the settings folder lies, instead of ~/.config",
    ),
];

const FILES: [(&str, &str); 2] = [
    (
        "~/.config/balie/settings.toml",
        "campus, language, theme, pack, bell and more; balie settings lists them",
    ),
    (
        "~/.config/balie/desk.toml",
        "what this desk knows and the pack does not, such as opening hours",
    ),
];

const STATUS: [(&str, &str); 5] = [
    ("0", "all is well"),
    ("1", "the pack or the settings have faults"),
    (
        "2",
        "wrong arguments or settings, a missing reply, or no terminal",
    ),
    ("3", "something cannot be read or written"),
    (
        "128 and more",
        "a signal of this number and 128 ended the desk; 129 too when its terminal went away",
    ),
];
