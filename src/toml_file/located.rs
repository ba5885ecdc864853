//! What the types of the files are made of: values that keep where they stand.

use std::borrow::Cow;
use std::fmt::{self, Display};
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut, Range};

use chrono::{NaiveDate, NaiveTime};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

use crate::choices::Choices;

/// A value, and the bytes of its file that say it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(transparent)]
pub struct Located<T>(Spanned<T>);

impl<T> Located<T> {
    /// A value that stands somewhere.
    pub(crate) fn new(span: Range<usize>, value: T) -> Self {
        Self(Spanned::new(span, value))
    }

    /// Where it stands.
    pub fn span(&self) -> Range<usize> {
        self.0.span()
    }

    /// The value alone.
    pub fn into_inner(self) -> T {
        self.0.into_inner()
    }
}

impl<T> Deref for Located<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.0.get_ref()
    }
}

impl<T> DerefMut for Located<T> {
    fn deref_mut(&mut self) -> &mut T {
        self.0.get_mut()
    }
}

impl<T: Display> Display for Located<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.get_ref().fmt(f)
    }
}

impl<T: PartialEq> PartialEq<T> for Located<T> {
    fn eq(&self, other: &T) -> bool {
        self.0.get_ref() == other
    }
}

/// Where a value stands is no part of how it is written.
impl<T: JsonSchema> JsonSchema for Located<T> {
    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

/// A text that names something.
pub type Name = Located<String>;

/// Names of one kind, and where each stands.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(from = "Vec<Located<T>>", bound = "T: Deserialize<'de>")]
pub struct Names<T> {
    names: Vec<T>,
    spans: Vec<Range<usize>>,
}

impl<T> Names<T> {
    /// Each of them with its place.
    pub fn placed(&self) -> impl Iterator<Item = Located<&T>> {
        let placed = self.names.iter().zip(&self.spans);
        placed.map(|(name, span)| Located::new(span.clone(), name))
    }
}

impl<T> Default for Names<T> {
    fn default() -> Self {
        Vec::new().into()
    }
}

impl<T> From<Vec<Located<T>>> for Names<T> {
    fn from(located: Vec<Located<T>>) -> Self {
        let parts = located.into_iter();
        let (spans, names) = parts.map(|part| (part.span(), part.into_inner())).unzip();
        Self { names, spans }
    }
}

impl<T> Deref for Names<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.names
    }
}

impl<T> JsonSchema for Names<T> {
    fn schema_name() -> Cow<'static, str> {
        "Names".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        <Vec<String>>::json_schema(generator)
    }
}

/// The name of one of a few values; whether it is one is not known yet.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(transparent, bound = "")]
pub struct Choice<T>(Name, PhantomData<T>);

impl<T: Choices> Choice<T> {
    /// The value of that name, if there is one.
    pub fn value(&self) -> Option<T> {
        T::read(self)
    }
}

impl<T> Deref for Choice<T> {
    type Target = Name;

    fn deref(&self) -> &Name {
        &self.0
    }
}

impl<T: Choices> JsonSchema for Choice<T> {
    fn schema_name() -> Cow<'static, str> {
        "Choice".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "enum": T::names().collect::<Vec<_>>() })
    }
}

/// A day or a moment, as TOML writes it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Date(Datetime);

impl Date {
    /// Its day; a time of day alone has none.
    pub fn day(&self) -> Option<NaiveDate> {
        self.0.date?.to_string().parse().ok()
    }

    /// Its time of day; that of a day alone is its first.
    pub(super) fn time(&self) -> NaiveTime {
        let time = self.0.time.and_then(|time| time.to_string().parse().ok());
        time.unwrap_or_default()
    }
}

impl Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// What editors take a date of TOML for differs: a text, or a value of its own.
impl JsonSchema for Date {
    fn schema_name() -> Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "anyOf": [{ "type": "string" }, { "type": "object" }] })
    }
}

/// Whether a text says nothing. That is told where it stands, and nothing else is said of it.
pub(crate) fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}
