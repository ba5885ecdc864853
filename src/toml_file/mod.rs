//! TOML files: each read as far as it fits its type, with a fault for all that does not.

mod file;
mod located;
mod partial;
mod read;
mod recover;
mod schema;
mod validate;

pub(crate) use file::{Places, TomlFile};
pub(crate) use located::{Choice, Date, Located, Name, Names, is_blank};
pub(crate) use partial::Partial;
pub(crate) use read::Document;
pub(crate) use schema::schema_of;

#[cfg(test)]
mod tests;
