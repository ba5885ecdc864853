//! What is known of a table that cannot be read.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;
use toml::de::DeValue;

use super::located::is_blank;

/// What can still be told of a table that could not be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Partial {
    /// The name of the list that it stands in; empty where that is not known.
    pub(crate) list: String,
    /// Where it stands.
    pub(crate) span: Range<usize>,
    /// Every text in it: names that are not to be reported as used by nothing.
    pub(crate) texts: Vec<String>,
    /// Its fields, with the text of those that hold text.
    fields: BTreeMap<String, Option<String>>,
}

impl Partial {
    pub(super) fn of(list: &str, value: &Spanned<DeValue<'_>>) -> Self {
        let mut texts = Vec::new();
        gather(value.get_ref(), &mut texts);
        let table = value.get_ref().as_table();
        let fields = table.into_iter().flatten().map(|(name, field)| {
            let text = field.get_ref().as_str().map(str::to_owned);
            (name.get_ref().to_string(), text)
        });
        Self {
            list: list.to_owned(),
            span: value.span(),
            texts,
            fields: fields.collect(),
        }
    }

    /// Whether it holds nothing.
    pub(super) fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }

    /// Whether it has a field, of whatever kind.
    pub(crate) fn has(&self, field: &str) -> bool {
        self.fields.contains_key(field)
    }

    /// The text in a field; empty where there is none, or where it says nothing.
    pub(crate) fn text(&self, field: &str) -> &str {
        let text = self.fields.get(field).and_then(Option::as_deref);
        text.filter(|text| !is_blank(text)).unwrap_or_default()
    }
}

fn gather(value: &DeValue<'_>, texts: &mut Vec<String>) {
    match value {
        DeValue::String(text) => texts.push(text.to_string()),
        DeValue::Array(items) => items.iter().for_each(|item| gather(item.get_ref(), texts)),
        DeValue::Table(table) => {
            let values = table.values();
            values.for_each(|value| gather(value.get_ref(), texts));
        }
        _ => {}
    }
}
