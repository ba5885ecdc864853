//! Everything in a table that its shape does not have room for.

use std::ops::Range;

use toml::Spanned;
use toml::de::DeValue;

use super::shape::{Field, Shape};

/// One thing that does not fit.
pub(crate) struct Misfit {
    /// Where it stands.
    pub(crate) span: Range<usize>,
    /// What is wrong, as one sentence.
    pub(crate) message: String,
    /// The name that was typed, where another may have been meant.
    pub(crate) typed: Option<String>,
    /// The names that are known there.
    pub(crate) known: Vec<&'static str>,
    /// The field that is not there.
    pub(crate) missing: Option<&'static str>,
    /// How to mend it, where no other name is meant.
    pub(crate) help: String,
}

/// All that does not fit; what nothing is known of is taken out of `value`.
pub(crate) fn fit(shape: &Shape, value: &mut Spanned<DeValue<'_>>) -> Vec<Misfit> {
    let mut misfits = Vec::new();
    walk(shape, "this", value, &mut misfits);
    misfits
}

fn walk(shape: &Shape, name: &str, value: &mut Spanned<DeValue<'_>>, misfits: &mut Vec<Misfit>) {
    let span = value.span();
    match (shape, value.get_mut()) {
        (Shape::Any, _)
        | (Shape::Text, DeValue::String(_))
        | (Shape::Number, DeValue::Integer(_))
        | (Shape::Truth, DeValue::Boolean(_))
        | (Shape::Moment, DeValue::Datetime(_)) => {}
        (Shape::List(inner), DeValue::Array(items)) => {
            for item in items.iter_mut() {
                walk(inner, name, item, misfits);
            }
        }
        (Shape::Map(inner), DeValue::Table(table)) => {
            for (_, item) in table.iter_mut() {
                walk(inner, name, item, misfits);
            }
        }
        (Shape::Table(fields), DeValue::Table(table)) => {
            unknown(fields, table, misfits);
            missing(fields, table, &span, misfits);
            for field in fields {
                if let Some(item) = table.get_mut(field.name) {
                    walk(&field.shape, field.name, item, misfits);
                }
            }
        }
        (_, other) => misfits.push(wrong_type(shape, name, other, span)),
    }
}

fn wrong_type(shape: &Shape, name: &str, value: &DeValue<'_>, span: Range<usize>) -> Misfit {
    Misfit {
        span,
        message: format!("`{name}` is {}, not {}", kind(value), shape.words()),
        typed: None,
        known: Vec::new(),
        missing: None,
        help: match (shape, value) {
            (Shape::Text, DeValue::Integer(_)) => {
                "write a name between quotes: a figure itself stands in `data/facts.toml`"
                    .to_owned()
            }
            (Shape::Moment, DeValue::String(text)) if text.contains(':') => {
                "write it without quotes, with a `T` in between: 2026-11-24T14:19:00".to_owned()
            }
            _ => format!("write {}", shape.words()),
        },
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

fn unknown(fields: &[Field], table: &mut toml::de::DeTable<'_>, misfits: &mut Vec<Misfit>) {
    let known: Vec<&'static str> = fields.iter().map(|field| field.name).collect();
    let strange = table
        .keys()
        .filter(|key| !known.contains(&key.get_ref().as_ref()))
        .map(|key| (key.get_ref().to_string(), key.span()));
    for (name, span) in strange.collect::<Vec<_>>() {
        table.remove(name.as_str());
        misfits.push(Misfit {
            span,
            message: format!("unknown field `{name}`"),
            typed: Some(name),
            known: known.clone(),
            missing: None,
            help: String::new(),
        });
    }
}

fn missing(
    fields: &[Field],
    table: &toml::de::DeTable<'_>,
    span: &Range<usize>,
    misfits: &mut Vec<Misfit>,
) {
    for field in fields {
        if field.needed && !table.contains_key(field.name) {
            misfits.push(Misfit {
                span: span.clone(),
                message: format!("missing field `{}`", field.name),
                typed: None,
                known: Vec::new(),
                missing: Some(field.name),
                help: format!(
                    "add `{} = `, and after it {}",
                    field.name,
                    field.shape.words()
                ),
            });
        }
    }
}
