//! Everything in a file that its type has no room for: each is told at its place
//! and taken out, so that the rest can be read.

use std::mem;
use std::ops::Range;

use serde_json::Value;
use toml::Spanned;
use toml::de::{DeArray, DeInteger, DeTable, DeValue};

use super::file::TomlFile;
use super::partial::Partial;
use super::schema::words;
use crate::diagnostic::{Code, Diagnostic};

impl TomlFile {
    /// Takes out of a file what does not fit: whole tables of its lists, and fields above them.
    pub(super) fn validate(&mut self, schema: &Value, tables: &mut DeTable<'_>) {
        self.unknown(schema, tables);
        // Of a head that is no TOML, only that is told.
        if !self.has_broken_head {
            self.missing(schema, tables, &Partial::default());
        }
        for (name, schema) in properties(schema) {
            let Some(value) = tables.get_mut(name.as_str()) else {
                continue;
            };
            let fits = match schema.pointer("/items/properties") {
                Some(_) => self.list(schema, name, value),
                None => self.value(schema, name, value),
            };
            if !fits {
                tables.remove(name.as_str());
            }
        }
    }

    /// A list of tables: those that do not fit are taken out of it.
    fn list(&mut self, schema: &Value, name: &str, value: &mut Spanned<DeValue<'_>>) -> bool {
        let whole = Partial::of(name, value);
        let DeValue::Array(items) = value.get_mut() else {
            let message = format!("`{name}` is not a list of tables");
            let help = format!("write `[[{name}]]` on a line of its own above each of them");
            self.fault(Code::Field, whole.span.clone(), message, help);
            self.partials.push(whole);
            return false;
        };
        for mut item in mem::replace(items, DeArray::new()) {
            let partial = Partial::of(name, &item);
            if self.value(&schema["items"], name, &mut item) {
                items.push(item);
            } else {
                self.partials.push(partial);
            }
        }
        true
    }

    /// Whether a value fits, without its unknown fields.
    fn value(&mut self, schema: &Value, name: &str, value: &mut Spanned<DeValue<'_>>) -> bool {
        let span = value.span();
        if !has_type(schema, value.get_ref()) {
            self.wrong_type(schema, name, value.get_ref(), span);
            return false;
        }
        let partial = Partial::of(name, value);
        match value.get_mut() {
            DeValue::Integer(number) => self.number(schema, name, number, span),
            DeValue::Array(items) => {
                let values = items.iter_mut();
                all(values.map(|item| self.value(&schema["items"], name, item)))
            }
            DeValue::Table(table) => self.table(schema, table, &partial),
            _ => true,
        }
    }

    fn table(&mut self, schema: &Value, table: &mut DeTable<'_>, partial: &Partial) -> bool {
        let any = &schema["additionalProperties"];
        if any.is_object() {
            let values = table.iter_mut();
            return all(values.map(|(_, value)| self.value(any, &partial.list, value)));
        }
        self.unknown(schema, table);
        let whole = self.missing(schema, table, partial);
        let fits = properties(schema).map(|(name, schema)| match table.get_mut(name.as_str()) {
            Some(value) => self.value(schema, name, value),
            None => true,
        });
        all(fits) && whole
    }

    fn number(
        &mut self,
        schema: &Value,
        name: &str,
        number: &DeInteger<'_>,
        span: Range<usize>,
    ) -> bool {
        let bound = |name: &str| schema[name].as_i64();
        let least = bound("minimum").unwrap_or(i64::MIN);
        let most = bound("maximum").unwrap_or(i64::MAX);
        let value = i64::from_str_radix(number.as_str(), number.radix());
        let fits = value.is_ok_and(|value| (least..=most).contains(&value));
        if !fits {
            let message = format!("`{name}` is {number}, where {least} to {most} are possible");
            let help = format!("write a whole number from {least} to {most}");
            self.fault(Code::Field, span, message, help);
        }
        fits
    }

    /// Tells of unknown fields and takes them out; tables among them are known to be there.
    fn unknown(&mut self, schema: &Value, table: &mut DeTable<'_>) {
        let known: Vec<&str> = properties(schema).map(|(name, _)| name.as_str()).collect();
        let strange = |name: &str| !known.contains(&name);
        let keys = table.keys().filter(|key| strange(key.get_ref()));
        for key in keys.cloned().collect::<Vec<_>>() {
            let typed = key.get_ref().as_ref();
            let message = format!("unknown field `{typed}`");
            let fault = Diagnostic::new(Code::Field, self.place(key.span()), message);
            let fault = fault.suggest(typed, known.iter().copied());
            self.faults.push(fault);
            let value = table.remove(typed);
            let items = value.as_ref().and_then(|value| value.get_ref().as_array());
            let tables = items.into_iter().flat_map(|items| items.iter());
            let tables = tables.filter(|item| item.get_ref().is_table());
            let partials = tables.map(|item| Partial::of("", item));
            self.partials.extend(partials);
        }
    }

    /// Tells of the fields that are not there; whether there are none.
    fn missing(&mut self, schema: &Value, table: &DeTable<'_>, partial: &Partial) -> bool {
        let needed = schema["required"].as_array().into_iter().flatten();
        let needed = needed.filter_map(Value::as_str);
        let missing: Vec<&str> = needed.filter(|name| !table.contains_key(*name)).collect();
        if missing.is_empty() {
            return true;
        }
        let place = self.place(partial.span.clone());
        if let Some(fault) = (self.incomplete)(place, partial, &missing) {
            self.faults.push(fault);
            return false;
        }
        for name in missing {
            let field = properties(schema).find(|(field, _)| *field == name);
            let words = field.map_or("a value", |(_, schema)| words(schema));
            let help = format!("add `{name} = `, and after it {words}");
            let message = format!("missing field `{name}`");
            self.fault(Code::Field, partial.span.clone(), message, help);
        }
        false
    }

    fn wrong_type(&mut self, schema: &Value, name: &str, value: &DeValue<'_>, span: Range<usize>) {
        let words = words(schema);
        let message = format!("`{name}` is {}, not {words}", kind(value));
        let help = match value {
            DeValue::Integer(_) if schema["type"] == "string" => {
                "write a name between quotes: a figure itself stands in `data/facts.toml`"
                    .to_owned()
            }
            DeValue::String(text) if schema["type"].is_null() && text.contains(':') => {
                "write it without quotes, with a `T` in between: 2026-11-24T14:19:00".to_owned()
            }
            _ => format!("write {words}"),
        };
        self.fault(Code::Field, span, message, help);
    }
}

/// Whether all are true; every one is asked for, since each tells of its own faults.
fn all(fits: impl Iterator<Item = bool>) -> bool {
    fits.fold(true, |all, fits| all & fits)
}

fn properties(schema: &Value) -> impl Iterator<Item = (&String, &Value)> {
    schema["properties"].as_object().into_iter().flatten()
}

fn has_type(schema: &Value, value: &DeValue<'_>) -> bool {
    match schema["type"].as_str() {
        Some("string") => value.is_str(),
        Some("integer") => value.is_integer(),
        Some("boolean") => value.is_bool(),
        Some("array") => value.is_array(),
        Some("object") => value.is_table(),
        _ => value.is_datetime(),
    }
}

fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "text",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a number with a fraction",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
