//! Standard output and standard error: where text leaves that is not a screen.

use std::borrow::Cow;
use std::io::{self, IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::Context;

use crate::diagnostic::Dress;
use crate::sanitize::sanitize_lines;
use crate::terminal::{Capabilities, Colours, Letters};

/// Set once it is known that nothing but ASCII may be printed.
static ASCII: AtomicBool = AtomicBool::new(false);

/// From now on prints ASCII only, wherever it goes.
pub(super) fn ascii_only() {
    ASCII.store(true, Ordering::Relaxed);
}

/// Prints to standard output, sanitized.
pub(super) fn print(text: &str) -> anyhow::Result<()> {
    let text = format!("{}\n", sanitize_lines(text));
    put(&text, "cannot write the output")
}

/// Prints a report that may have colours of its own; its text is sanitized already.
pub(super) fn print_report(text: &str) -> anyhow::Result<()> {
    put(text, "cannot write the report")
}

/// Prints words after which someone types on the same line.
pub(super) fn prompt(text: &str) -> anyhow::Result<()> {
    put(text, "cannot write the output")
}

fn put(text: &str, failing: &'static str) -> anyhow::Result<()> {
    let mut out = io::stdout().lock();
    let text = spelled(text, out.is_terminal());
    let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    written.context(failing)
}

/// Prints to standard error, sanitized.
pub(super) fn complain(text: &str) {
    complain_in_full(&sanitize_lines(text));
}

/// Prints a report to standard error, with the colours that it has; when that is closed too, there
/// is nobody to tell.
pub(super) fn complain_in_full(report: &str) {
    let mut out = io::stderr().lock();
    let terminal = out.is_terminal();
    let _ = writeln!(out, "{}", spelled(report.trim_end(), terminal));
}

/// In the characters that the reader has; a file or a pipe takes all of them.
fn spelled(text: &str, terminal: bool) -> Cow<'_, str> {
    let letters = match (ASCII.load(Ordering::Relaxed), terminal) {
        (true, _) => Letters::Ascii,
        (false, true) => kind().letters,
        (false, false) => Letters::All,
    };
    letters.spell(text)
}

/// The terminal that the environment speaks of.
pub(super) fn kind() -> Capabilities {
    Capabilities::of(|name| std::env::var(name).ok())
}

/// Colours for standard output or standard error, if it is a terminal that has them and whose user
/// did not switch them off.
pub(super) fn dress(out: &impl IsTerminal) -> Dress {
    let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    if out.is_terminal() && !no_color && kind().colours != Colours::None {
        Dress::Coloured
    } else {
        Dress::Plain
    }
}
