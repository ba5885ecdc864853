//! A file, and the faults of it.

use std::ops::Range;

use super::blank::is_blank;
use super::located::{Choice, Name};
use super::partial::Partial;
use crate::choices::Choices;
use crate::diagnostic::{Code, Diagnostic, FilePlace};

/// A file, and all that is known to be wrong with it.
pub(crate) struct TomlFile {
    pub(super) path: String,
    /// Whether some of it is not TOML, so that not everything in it is known.
    pub(crate) is_broken: bool,
    /// Whether that is what stands above all tables.
    pub(super) has_broken_head: bool,
    /// Everything that is wrong with the file.
    pub(crate) faults: Vec<Diagnostic>,
    /// The tables that could not be read.
    pub(crate) partials: Vec<Partial>,
}

impl TomlFile {
    /// Adds a fault at some bytes of this file, and how to mend it.
    pub(crate) fn fault(
        &mut self,
        code: Code,
        span: Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        let fault = Diagnostic::new(code, self.place(span), message);
        self.faults.push(fault.help(help));
    }

    /// A place in this file.
    pub(crate) fn place(&self, span: Range<usize>) -> FilePlace {
        FilePlace::span(&self.path, span)
    }

    /// Adds the fault of a name that nothing has; where one of the known has no name, it may be that.
    pub(crate) fn dangling<'a>(
        &mut self,
        kind: &str,
        name: &Name,
        known: impl IntoIterator<Item = &'a str>,
    ) {
        let typed = name.as_str();
        let known: Vec<&str> = known.into_iter().collect();
        if is_blank(typed) || known.contains(&"") {
            return;
        }
        let message = format!("there is no {kind} called `{typed}`");
        let fault = Diagnostic::new(Code::Dangling, self.place(name.span()), message);
        self.faults.push(fault.suggest(typed, known));
    }

    /// Adds the fault of a name that is none of those known.
    pub(crate) fn known<'a>(
        &mut self,
        kind: &str,
        name: &Name,
        known: impl Iterator<Item = &'a str>,
    ) {
        let known: Vec<&str> = known.collect();
        if !known.contains(&name.as_str()) {
            self.dangling(kind, name, known);
        }
    }

    /// One of a few values; a name that none of them has is a fault.
    pub(crate) fn one_of<T: Choices>(&mut self, kind: &str, name: &Choice<T>) -> Option<T> {
        let value = T::read(name);
        if value.is_none() {
            self.dangling(kind, name, T::names());
        }
        value
    }
}
