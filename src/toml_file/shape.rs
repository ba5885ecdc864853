//! The shape of a table, asked of the type that reads it: which fields it has,
//! which of them it needs, and what each holds. One place for all that is
//! said about fields: every fault of a table at once, and the schemas.

use std::fmt;

use serde::de::value::{BorrowedStrDeserializer, MapDeserializer};
use serde::de::{self, DeserializeOwned, DeserializeSeed, Deserializer, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;

/// What a value of a file looks like.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Shape {
    /// Anything.
    #[default]
    Any,
    /// Text between quotes.
    Text,
    /// A whole number.
    Number,
    /// Yes or no.
    Truth,
    /// A day, or a moment.
    Moment,
    /// Any number of the same.
    List(Box<Shape>),
    /// Names of one's own choice, each with the same.
    Map(Box<Shape>),
    /// Fields by name.
    Table(Vec<Field>),
}

/// A field of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// Whether a table without it is faulty.
    pub needed: bool,
    /// What it holds.
    pub shape: Shape,
}

impl Shape {
    /// The shape of what `T` reads.
    pub fn of<T: DeserializeOwned>() -> Self {
        let mut shape = Self::Any;
        let fields = probe::<T>(&mut shape, None).unwrap_or_default();
        let needed: Vec<bool> = (0..fields)
            .map(|field| probe::<T>(&mut Self::Any, Some(field)).is_err())
            .collect();
        shape.need(&mut needed.into_iter());
        shape
    }

    /// Fills in which fields are needed, in the order in which they were asked for.
    fn need(&mut self, needed: &mut impl Iterator<Item = bool>) {
        match self {
            Self::List(inner) | Self::Map(inner) => inner.need(needed),
            Self::Table(fields) => {
                for field in fields {
                    field.needed = needed.next().unwrap_or_default();
                    field.shape.need(needed);
                }
            }
            _ => {}
        }
    }

    /// In words: "text between quotes".
    pub fn words(&self) -> &'static str {
        match self {
            Self::Any => "a value",
            Self::Text => "text between quotes",
            Self::Number => "a whole number, without quotes",
            Self::Truth => "true or false",
            Self::Moment => "a day as 2026-11-22, without quotes",
            Self::List(_) => "a list between [ and ], such as [\"name\"]",
            Self::Map(_) | Self::Table(_) => "a table between { and }",
        }
    }
}

/// Lets `T` read made-up values, without the field of that number; how many fields it asked for.
fn probe<T: DeserializeOwned>(shape: &mut Shape, omit: Option<usize>) -> Result<usize, Refused> {
    let mut count = Count { fields: 0, omit };
    T::deserialize(Probe {
        count: &mut count,
        shape,
    })?;
    Ok(count.fields)
}

struct Count {
    fields: usize,
    omit: Option<usize>,
}

struct Probe<'p> {
    count: &'p mut Count,
    shape: &'p mut Shape,
}

/// A made-up value did not please the type.
#[derive(Debug)]
struct Refused;

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("refused")
    }
}

impl std::error::Error for Refused {}

impl de::Error for Refused {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

/// The name under which `toml` hands over dates.
const MOMENT: &str = "$__toml_private_Datetime";
/// The name under which it hands over a value together with its place.
const SPANNED: &str = "$__serde_spanned_private_Spanned";

impl<'de> Deserializer<'de> for Probe<'_> {
    type Error = Refused;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Refused> {
        Err(Refused)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        *self.shape = Shape::Text;
        visitor.visit_str("text")
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        self.deserialize_str(visitor)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        *self.shape = Shape::Truth;
        visitor.visit_bool(true)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        self.deserialize_i64(visitor)
    }

    fn deserialize_i64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        *self.shape = Shape::Number;
        visitor.visit_u32(1)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        visitor.visit_some(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        let mut inner = Shape::Any;
        let items = One {
            count: self.count,
            shape: Some(&mut inner),
        };
        let value = visitor.visit_seq(items)?;
        *self.shape = Shape::List(Box::new(inner));
        Ok(value)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        let mut inner = Shape::Any;
        let items = One {
            count: self.count,
            shape: Some(&mut inner),
        };
        let value = visitor.visit_map(items)?;
        *self.shape = Shape::Map(Box::new(inner));
        Ok(value)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refused> {
        match name {
            MOMENT => {
                *self.shape = Shape::Moment;
                let day = fields.iter().map(|field| (*field, "1979-05-27"));
                visitor.visit_map(MapDeserializer::<_, Refused>::new(day))
            }
            SPANNED => visitor.visit_map(Place {
                probe: Some(self),
                fields,
            }),
            _ => {
                let mut table = Table {
                    names: fields,
                    fields: Vec::new(),
                    count: self.count,
                };
                let value = visitor.visit_map(&mut table)?;
                *self.shape = Shape::Table(table.fields);
                Ok(value)
            }
        }
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i128 u8 u16 u64 u128 f32 f64 char bytes byte_buf unit unit_struct
        newtype_struct tuple tuple_struct enum identifier ignored_any
    }
}

/// A list or a map of one.
struct One<'p> {
    count: &'p mut Count,
    shape: Option<&'p mut Shape>,
}

impl<'de> de::SeqAccess<'de> for One<'_> {
    type Error = Refused;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Refused> {
        let Some(shape) = self.shape.take() else {
            return Ok(None);
        };
        let count = &mut *self.count;
        seed.deserialize(Probe { count, shape }).map(Some)
    }
}

impl<'de> de::MapAccess<'de> for One<'_> {
    type Error = Refused;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Refused> {
        if self.shape.is_none() {
            return Ok(None);
        }
        let count = &mut *self.count;
        let shape = &mut Shape::Any;
        seed.deserialize(Probe { count, shape }).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Refused> {
        let shape = self.shape.take().ok_or(Refused)?;
        let count = &mut *self.count;
        seed.deserialize(Probe { count, shape })
    }
}

/// A value together with its place: start, end, and the value itself, in this order.
struct Place<'p> {
    probe: Option<Probe<'p>>,
    fields: &'static [&'static str],
}

impl<'de> de::MapAccess<'de> for Place<'_> {
    type Error = Refused;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Refused> {
        let Some((name, rest)) = self.fields.split_first() else {
            return Ok(None);
        };
        self.fields = rest;
        seed.deserialize(BorrowedStrDeserializer::<Refused>::new(name))
            .map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Refused> {
        if self.fields.is_empty() {
            return seed.deserialize(self.probe.take().ok_or(Refused)?);
        }
        seed.deserialize(IntoDeserializer::<Refused>::into_deserializer(0_usize))
    }
}

struct Table<'p> {
    names: &'static [&'static str],
    fields: Vec<Field>,
    count: &'p mut Count,
}

impl<'de> de::MapAccess<'de> for &mut Table<'_> {
    type Error = Refused;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Refused> {
        while let Some((name, rest)) = self.names.split_first() {
            self.names = rest;
            let number = self.count.fields;
            self.count.fields += 1;
            self.fields.push(Field {
                name,
                needed: false,
                shape: Shape::Any,
            });
            if self.count.omit != Some(number) {
                let name = BorrowedStrDeserializer::<Refused>::new(name);
                return seed.deserialize(name).map(Some);
            }
        }
        Ok(None)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Refused> {
        let field = self.fields.last_mut().ok_or(Refused)?;
        seed.deserialize(Probe {
            count: self.count,
            shape: &mut field.shape,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use toml::Spanned;

    #[derive(serde::Deserialize)]
    #[serde(deny_unknown_fields, rename_all = "kebab-case")]
    #[allow(dead_code)]
    struct Outer {
        event_day: Spanned<String>,
        inner: Spanned<Vec<Inner>>,
        #[serde(default)]
        names: Vec<Spanned<String>>,
        day: Option<Spanned<toml::value::Datetime>>,
        rows: std::collections::BTreeMap<Spanned<String>, Spanned<String>>,
    }

    #[derive(serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    #[allow(dead_code)]
    struct Inner {
        id: Spanned<String>,
        ago: Option<u32>,
    }

    #[test]
    fn a_type_tells_its_shape() {
        let field = |name, needed, shape| Field {
            name,
            needed,
            shape,
        };
        let inner = vec![
            field("id", true, Shape::Text),
            field("ago", false, Shape::Number),
        ];
        let outer = vec![
            field("event-day", true, Shape::Text),
            field("inner", true, Shape::List(Box::new(Shape::Table(inner)))),
            field("names", false, Shape::List(Box::new(Shape::Text))),
            field("day", false, Shape::Moment),
            field("rows", true, Shape::Map(Box::new(Shape::Text))),
        ];
        assert_eq!(Shape::of::<Outer>(), Shape::Table(outer));
    }
}
