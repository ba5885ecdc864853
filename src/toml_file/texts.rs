//! Texts that say nothing, or that hide what they say.

use std::borrow::Cow;
use std::mem;

use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use super::file::TomlFile;
use super::located::is_blank;
use super::partial::Partial;
use crate::diagnostic::Code;
use crate::sanitize::steers;

impl TomlFile {
    /// Tells of texts that say nothing, and of characters that cannot be seen and that only an
    /// escape writes, such as `\u200B`.
    pub(super) fn check_texts(&mut self, table: &DeTable<'_>) {
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
    pub(super) fn take_nameless(&mut self, tables: &mut DeTable<'_>) {
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

fn is_nameless(value: &Spanned<DeValue<'_>>) -> bool {
    let id = value.get_ref().as_table().and_then(|table| table.get("id"));
    id.is_some_and(|id| id.get_ref().as_str().is_some_and(is_blank))
}
