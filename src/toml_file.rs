//! Reading a TOML file table by table, so that one fault does not hide the next.

use std::collections::BTreeSet;
use std::ops::Range;

use chrono::NaiveDate;
use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use crate::id;
use crate::inert;
use crate::report::{Code, Diagnostic, Place};

/// A file's tables, and the faults found so far.
pub(crate) struct TomlFile<'t> {
    path: String,
    tables: DeTable<'t>,
    /// Everything that is wrong with the file.
    pub(crate) faults: Vec<Diagnostic>,
}

impl<'t> TomlFile<'t> {
    /// Splits `text` into its tables; what is not TOML becomes faults.
    pub(crate) fn parse(path: &str, text: &'t str) -> Self {
        let (tables, errors) = DeTable::parse_recoverable(text);
        let mut faults: Vec<_> = hidden(path, text).into_iter().collect();
        faults.extend(errors.into_iter().map(|error| {
            let span = error.span().unwrap_or(0..0);
            Diagnostic::new(
                Code::NotToml,
                Place::span(path, span),
                format!("not TOML: {}", error.message()),
            )
        }));
        Self {
            path: path.to_owned(),
            tables: tables.into_inner(),
            faults,
        }
    }

    /// Takes all `[[name]]` tables; those that do not fit `T` become faults.
    pub(crate) fn items<T: DeserializeOwned>(&mut self, name: &str) -> Vec<T> {
        let Some(value) = self.tables.remove(name) else {
            return Vec::new();
        };
        let span = value.span();
        let DeValue::Array(array) = value.into_inner() else {
            self.fault(
                Code::Field,
                span,
                format!("`{name}` is not a list of tables"),
            )
            .help
            .push(format!(
                "write `[[{name}]]` on a line of its own above each of them"
            ));
            return Vec::new();
        };
        array
            .into_iter()
            .filter_map(|value| self.item(value))
            .collect()
    }

    fn item<T: DeserializeOwned>(&mut self, value: Spanned<DeValue<'t>>) -> Option<T> {
        let span = value.span();
        let item = T::deserialize(ValueDeserializer::from(value));
        item.map_err(|error| self.field_fault(&error, span)).ok()
    }

    /// Reads what stands outside the lists of tables, as one table.
    ///
    /// Call it last: every table that was not taken before counts as unknown.
    pub(crate) fn head<T: DeserializeOwned>(&mut self) -> Option<T> {
        let tables = std::mem::take(&mut self.tables);
        let value = Spanned::new(0..0, DeValue::Table(tables));
        let head = T::deserialize(ValueDeserializer::from(value));
        head.map_err(|error| self.field_fault(&error, 0..0)).ok()
    }

    /// Reports every table that was not taken.
    pub(crate) fn nothing_else(&mut self) {
        #[derive(serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Nothing {}
        self.head::<Nothing>();
    }

    fn field_fault(&mut self, error: &toml::de::Error, item: Range<usize>) {
        let span = error.span().filter(|span| !span.is_empty()).unwrap_or(item);
        let message = error.message().trim_end().replace('\n', ", ");
        let mut names = message.split('`').skip(1).step_by(2);
        let typed = names.next().unwrap_or_default().to_owned();
        let known: Vec<String> = names.map(str::to_owned).collect();
        let fault = Diagnostic::new(Code::Field, self.place(span), message);
        self.faults
            .push(fault.suggest(&typed, known.iter().map(String::as_str)));
    }

    /// Adds a fault at some bytes of this file.
    pub(crate) fn fault(
        &mut self,
        code: Code,
        span: Range<usize>,
        message: impl Into<String>,
    ) -> &mut Diagnostic {
        let fault = Diagnostic::new(code, self.place(span), message);
        self.faults.push(fault);
        let last = self.faults.len() - 1;
        // The list was pushed to just above, so the last index is in it.
        #[allow(clippy::indexing_slicing)]
        &mut self.faults[last]
    }

    /// A place in this file.
    pub(crate) fn place(&self, span: Range<usize>) -> Place {
        Place::span(&self.path, span)
    }

    /// Checks that an id is well formed, and that no other of its kind has it.
    pub(crate) fn unique(
        &mut self,
        kind: &str,
        seen: &mut BTreeSet<String>,
        name: &Spanned<String>,
    ) {
        let id = name.get_ref();
        if !id::is_id(id) {
            self.fault(
                Code::NotAnId,
                name.span(),
                format!("`{id}` cannot name a {kind}"),
            )
            .help
            .push(
                "a name starts with a small letter; then come small letters, digits and `-`"
                    .to_owned(),
            );
        }
        if !seen.insert(id.clone()) {
            self.fault(
                Code::Twice,
                name.span(),
                format!("two of a kind: there is already a {kind} `{id}`"),
            )
            .help
            .push("give one of them another name, or take one away".to_owned());
        }
    }
}

/// Adds the fault of a name that nothing has.
pub(crate) fn dangling<'a>(
    file: &mut TomlFile<'_>,
    kind: &str,
    name: &Spanned<String>,
    known: impl IntoIterator<Item = &'a str>,
) {
    let typed = name.get_ref();
    let place = file.place(name.span());
    let fault = Diagnostic::new(
        Code::Dangling,
        place,
        format!("there is no {kind} called `{typed}`"),
    );
    file.faults.push(fault.suggest(typed, known));
}

/// A TOML date as a day; a moment or a time of day is a fault.
pub(crate) fn day(file: &mut TomlFile<'_>, written: &Spanned<toml::value::Datetime>) -> NaiveDate {
    let date = written.get_ref().date.and_then(|date| {
        NaiveDate::from_ymd_opt(
            i32::from(date.year),
            u32::from(date.month),
            u32::from(date.day),
        )
    });
    date.unwrap_or_else(|| {
        file.fault(
            Code::Value,
            written.span(),
            format!("`{}` is not a day", written.get_ref()),
        )
        .help
        .push("write a day as 2026-11-22, without quotes".to_owned());
        NaiveDate::MIN
    })
}

/// The first character of `text` that would steer a terminal or hide something.
fn hidden(path: &str, text: &str) -> Option<Diagnostic> {
    let (at, c) = text
        .char_indices()
        .find(|(_, c)| inert::steers(*c) && !matches!(c, '\n' | '\r' | '\t'))?;
    let place = Place::span(path, at..at + c.len_utf8());
    let message = format!("a character that cannot be seen: U+{:04X}", u32::from(c));
    Some(Diagnostic::new(Code::Hidden, place, message).help("take it out, or type the word again"))
}
