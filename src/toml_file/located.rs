//! What the types of the files are made of: values that keep where they stand.

use std::borrow::Cow;
use std::marker::PhantomData;
use std::ops::{Deref, Range};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

use crate::choices::Choices;

/// A value, and the bytes of its file that say it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(transparent)]
pub(crate) struct Located<T>(Spanned<T>);

impl<T> Located<T> {
    /// Where it stands.
    pub(crate) fn span(&self) -> Range<usize> {
        self.0.span()
    }

    /// The value alone.
    pub(crate) fn into_inner(self) -> T {
        self.0.into_inner()
    }
}

impl<T> Deref for Located<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.0.get_ref()
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
pub(crate) type Name = Located<String>;

/// Its name: small letters, digits and -.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(transparent)]
pub(crate) struct Id(#[schemars(regex(pattern = "^[a-z][a-z0-9-]*$"))] String);

impl Deref for Id {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

/// The name of one of a few values; whether it is one is not known yet.
#[derive(Clone, Debug, Deserialize)]
#[serde(transparent, bound = "")]
pub(crate) struct Choice<T>(Name, PhantomData<T>);

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
#[derive(Clone, Debug, Deserialize)]
#[serde(transparent)]
pub(crate) struct Date(Datetime);

impl Deref for Date {
    type Target = Datetime;

    fn deref(&self) -> &Datetime {
        &self.0
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
