//! A file, and the faults of it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;
use std::ops::Range;

use chrono::{NaiveDate, NaiveDateTime};

use super::located::{Choice, Date, Located, is_blank};
use super::partial::Partial;
use crate::choices::Choices;
use crate::diagnostic::{Code, Diagnostic, FilePlace};
use crate::id;

/// The names of one kind that a file has, and where they stand.
pub(crate) type Places = BTreeMap<String, Range<usize>>;

/// A file, and all that is known to be wrong with it.
pub(crate) struct TomlFile {
    pub(super) path: String,
    /// How to tell of a table that lacks fields; none where one fault for each field will do.
    pub(super) incomplete: fn(FilePlace, &Partial, &[&str]) -> Option<Diagnostic>,
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
    /// What was made of the file, or all that is wrong with it.
    pub(crate) fn sound<T>(self, made: T) -> Result<T, Vec<Diagnostic>> {
        match self.faults.is_empty() {
            true => Ok(made),
            false => Err(self.faults),
        }
    }

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
        name: &Located<impl Display>,
        known: impl IntoIterator<Item = &'a str>,
    ) {
        let typed = name.to_string();
        let known: Vec<&str> = known.into_iter().collect();
        if is_blank(&typed) || known.contains(&"") {
            return;
        }
        let message = format!("there is no {kind} called `{typed}`");
        let fault = Diagnostic::new(Code::Dangling, self.place(name.span()), message);
        self.faults.push(fault.suggest(&typed, known));
    }

    /// Adds the fault of a name that is none of those known.
    pub(crate) fn known<'a>(
        &mut self,
        kind: &str,
        name: &Located<impl Display>,
        known: impl Iterator<Item = &'a str>,
    ) {
        let (known, typed): (Vec<&str>, _) = (known.collect(), name.to_string());
        if !known.contains(&typed.as_str()) {
            self.dangling(kind, name, known);
        }
    }

    /// One of a few values; a name that none of them has is a fault.
    pub(crate) fn one_of<T: Choices>(&mut self, kind: &str, name: &Choice<T>) -> Option<T> {
        let value = name.value();
        if value.is_none() {
            self.dangling(kind, name, T::names());
        }
        value
    }

    /// A day, of a moment too; a time of day alone is a fault.
    pub(crate) fn day(&mut self, written: &Located<Date>) -> Option<NaiveDate> {
        let day = written.day();
        if day.is_none() {
            let message = format!("`{written}` is not a day");
            let help = "write a day as 2026-11-22, without quotes";
            self.fault(Code::Value, written.span(), message, help);
        }
        day
    }

    /// A moment; a day alone is its first one.
    pub(crate) fn moment(&mut self, written: &Located<Date>) -> Option<NaiveDateTime> {
        Some(self.day(written)?.and_time(written.time()))
    }

    /// Reports what a list names more than once.
    pub(crate) fn once<T: Display>(
        &mut self,
        list: &str,
        names: impl IntoIterator<Item = Located<T>>,
    ) {
        let mut seen = BTreeSet::new();
        for name in names {
            if !seen.insert(name.to_string()) {
                let message = format!("`{name}` stands in `{list}` twice");
                self.fault(Code::Twice, name.span(), message, "take one of them out");
            }
        }
    }

    /// Checks that a name is an id, and that no other of its kind has it.
    ///
    /// What cannot be an id becomes the one that was meant, so that what names it rightly is not
    /// wrong too.
    pub(crate) fn unique<T>(&mut self, kind: &str, places: &mut Places, name: &mut Located<T>)
    where
        T: Display + From<String>,
    {
        let id = name.to_string();
        if id::is_id(&id) {
            return self.no_other(kind, places, name);
        }
        let meant = id::meant(&id);
        if !is_blank(&id) {
            let message = format!("`{id}` cannot name this {kind}");
            let help = match id::is_id(&meant) {
                true => format!("write it with small letters, digits and `-`: `{meant}`"),
                false => A_NAME.to_owned(),
            };
            self.fault(Code::NotAnId, name.span(), message, help);
        }
        places.insert(meant.clone(), name.span());
        **name = meant.into();
    }

    /// Checks that no other of its kind has the name.
    pub(crate) fn no_other(
        &mut self,
        kind: &str,
        places: &mut Places,
        name: &Located<impl Display>,
    ) {
        let id = name.to_string();
        let Some(other) = places.get(&id) else {
            places.insert(id, name.span());
            return;
        };
        let other = self.place(other.clone());
        let message = format!("two of a kind: `{id}` names another {kind} too");
        let fault = Diagnostic::new(Code::Twice, self.place(name.span()), message)
            .related(other, "the other one stands here")
            .help("give one of them another name, or take one away");
        self.faults.push(fault);
    }
}

const A_NAME: &str = "a name starts with a small letter; then come small letters, digits and `-`";
