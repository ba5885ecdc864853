//! What is known of a table that cannot be read.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;
use toml::de::DeValue;

use super::says_nothing;

/// What can still be told of a table that could not be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Lost {
    /// Where it stands.
    pub(crate) span: Range<usize>,
    /// Every text in it: names that are not to be reported as used by nothing.
    pub(crate) texts: Vec<String>,
    /// Its fields, with the text of those that hold text.
    fields: BTreeMap<String, Option<String>>,
}

impl Lost {
    pub(super) fn of(value: &Spanned<DeValue<'_>>) -> Self {
        let mut texts = Vec::new();
        gather(value.get_ref(), &mut texts);
        let table = value.get_ref().as_table();
        let fields = table.into_iter().flatten().map(|(name, field)| {
            let text = field.get_ref().as_str().map(str::to_owned);
            (name.get_ref().to_string(), text)
        });
        Self {
            span: value.span(),
            texts,
            fields: fields.collect(),
        }
    }

    /// Whether it has a field, of whatever kind.
    pub(crate) fn has(&self, field: &str) -> bool {
        self.fields.contains_key(field)
    }

    /// The text in a field; empty where there is none, or where it says nothing.
    pub(crate) fn text(&self, field: &str) -> &str {
        let text = self.fields.get(field).and_then(Option::as_deref);
        text.filter(|text| !says_nothing(text)).unwrap_or_default()
    }
}

/// Whether a table's name is empty, which is told already: it may be any.
pub(super) fn is_nameless(value: &Spanned<DeValue<'_>>) -> bool {
    let id = value.get_ref().as_table().and_then(|table| table.get("id"));
    id.is_some_and(|id| id.get_ref().as_str().is_some_and(says_nothing))
}

fn gather(value: &DeValue<'_>, texts: &mut Vec<String>) {
    match value {
        DeValue::String(text) => texts.push(text.to_string()),
        DeValue::Array(items) => items.iter().for_each(|item| gather(item.get_ref(), texts)),
        DeValue::Table(table) => table
            .values()
            .for_each(|item| gather(item.get_ref(), texts)),
        _ => {}
    }
}
