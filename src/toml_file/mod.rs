//! TOML files: each read as far as it fits its type, with a fault for all that does not.

mod blank;
mod dates;
mod file;
mod ids;
mod located;
mod partial;
mod read;
mod recover;
mod schema;
mod texts;
mod validate;

pub(crate) use blank::is_blank;
pub(crate) use file::TomlFile;
pub(crate) use ids::Places;
pub(crate) use located::{Choice, Date, Id, Located, Name};
pub(crate) use partial::Partial;
pub(crate) use read::Document;
pub(crate) use schema::schema_of;

#[cfg(test)]
mod tests;
