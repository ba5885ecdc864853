//! Reading a file so that one fault does not hide the next: what fits its type
//! is read, and everything else is told.

use std::borrow::Cow;
use std::mem;

use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde_json::Value;
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue, Error, ValueDeserializer};

use super::file::TomlFile;
use super::located::is_blank;
use super::partial::Partial;
use super::schema::schema_of;
use crate::diagnostic::{Code, Diagnostic, FilePlace, hidden};
use crate::sanitize::steers;

/// What a whole file holds: fields above its lists of tables, each of which may be lacking.
pub(crate) trait Document: Default + DeserializeOwned + JsonSchema {
    /// Whether it has the fields that every such file needs.
    fn is_whole(&self) -> bool {
        true
    }

    /// One fault for a table without some fields, where one for each field would not do.
    fn incomplete(_: FilePlace, _: &Partial, _lacking: &[&str]) -> Option<Diagnostic> {
        None
    }
}

impl TomlFile {
    /// Reads a file as far as it fits its type; what does not fit becomes faults.
    pub(crate) fn read<T: Document>(path: &str, text: &str) -> (Self, T) {
        let mut file = Self {
            path: path.to_owned(),
            incomplete: T::incomplete,
            is_broken: false,
            has_broken_head: false,
            faults: hidden(path, text),
            partials: Vec::new(),
        };
        let (tables, errors) = DeTable::parse_recoverable(text);
        let document = match errors.is_empty() {
            true => file.typed(tables.into_inner()),
            false => file.recovered(text),
        };
        (file, document)
    }

    fn recovered<T: Document>(&mut self, text: &str) -> T {
        let sound = self.recover(text);
        let (tables, errors) = DeTable::parse_recoverable(&sound);
        // Each table by itself is sound: one of them is there twice, or in two ways.
        if let Some(error) = errors.first() {
            self.not_toml(0, error);
        }
        self.typed(tables.into_inner())
    }

    fn typed<T: Document>(&mut self, mut tables: DeTable<'_>) -> T {
        self.check_texts(&tables);
        self.take_nameless(&mut tables);
        let whole = deserialized(tables.clone()).ok().filter(T::is_whole);
        whole.unwrap_or_else(|| self.fitting(tables))
    }

    /// What is left of a file without all that does not fit.
    fn fitting<T: Document>(&mut self, mut tables: DeTable<'_>) -> T {
        let schema = Value::from(schema_of::<T>());
        self.validate(&schema, &mut tables);
        deserialized(tables).unwrap_or_else(|error: Error| {
            let span = error.span().unwrap_or_default();
            let help = "write what belongs in this field";
            self.fault(Code::Field, span, error.message(), help);
            T::default()
        })
    }

    /// Tells of texts that say nothing, and of characters that cannot be seen and that only an
    /// escape writes, such as `\u200B`.
    fn check_texts(&mut self, table: &DeTable<'_>) {
        table.values().for_each(|value| self.check_value(value));
    }

    fn check_value(&mut self, value: &Spanned<DeValue<'_>>) {
        match value.get_ref() {
            DeValue::String(text) if is_blank(text) => {
                let message = "nothing stands between these quotes";
                let help = "write what belongs there, or take it away";
                self.fault(Code::Value, value.span(), message, help);
            }
            // What is not written with an escape borrows the file, and was looked at there.
            DeValue::String(Cow::Owned(text)) => {
                let unseen = |c: &char| steers(*c) && !matches!(c, '\n' | '\r' | '\t');
                if let Some(c) = text.chars().find(unseen) {
                    let message =
                        format!("a character that cannot be seen: U+{:04X}", u32::from(c));
                    let help = "take its escape out of the text";
                    self.fault(Code::Hidden, value.span(), message, help);
                }
            }
            DeValue::Array(items) => items.iter().for_each(|item| self.check_value(item)),
            DeValue::Table(table) => self.check_texts(table),
            _ => {}
        }
    }

    /// Takes out the tables of which the name is empty, which is told already: it may be any.
    fn take_nameless(&mut self, tables: &mut DeTable<'_>) {
        for (name, value) in tables.iter_mut() {
            if let DeValue::Array(items) = value.get_mut() {
                for item in mem::replace(items, DeArray::new()) {
                    match is_nameless(&item) {
                        true => self.partials.push(Partial::of(name.get_ref(), &item)),
                        false => items.push(item),
                    }
                }
            }
        }
    }
}

fn deserialized<T: DeserializeOwned>(tables: DeTable<'_>) -> Result<T, Error> {
    let value = Spanned::new(0..0, DeValue::Table(tables));
    T::deserialize(ValueDeserializer::from(value))
}

fn is_nameless(value: &Spanned<DeValue<'_>>) -> bool {
    let id = value.get_ref().as_table().and_then(|table| table.get("id"));
    id.is_some_and(|id| id.get_ref().as_str().is_some_and(is_blank))
}
