//! Standard output and standard error: where text leaves that is not a screen.

use std::io::{self, IsTerminal, Write};

use crate::inert::inert_lines;
use crate::report::Dress;

/// Prints to standard output, made inert.
///
/// # Errors
/// The output is closed or full.
pub(super) fn print(text: &str) -> anyhow::Result<()> {
    let mut out = io::stdout().lock();
    let written = writeln!(out, "{}", inert_lines(text)).and_then(|()| out.flush());
    written.map_err(|error| anyhow::Error::new(error).context("cannot write the output"))
}

/// Prints a report that may have colours of its own; its text is inert already.
///
/// # Errors
/// The output is closed or full.
pub(super) fn print_report(text: &str) -> anyhow::Result<()> {
    let mut out = io::stdout().lock();
    let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    written.map_err(|error| anyhow::Error::new(error).context("cannot write the report"))
}

/// Prints to standard error; when that is closed too, there is nobody to tell.
pub(super) fn complain(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{}", inert_lines(text));
}

/// Colours for a terminal whose user did not switch them off.
pub(super) fn dress() -> Dress {
    let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    if io::stdout().is_terminal() && !no_color {
        Dress::Coloured
    } else {
        Dress::Plain
    }
}
