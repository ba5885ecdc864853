//! The JSON Schema of what a type reads: what editors know of a file, and what
//! tells everything that does not fit in it.

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde_json::{Value, json};

/// The schema of what `T` reads, with the docs of its fields.
pub(crate) fn schema_of<T: JsonSchema>() -> Schema {
    let settings = SchemaSettings::draft07().with(|settings| settings.inline_subschemas = true);
    let settings = settings.with_transform(RecursiveTransform(as_toml));
    settings.into_generator().into_root_schema_for::<T>()
}

/// TOML has no null, and one kind of whole numbers.
fn as_toml(schema: &mut Schema) {
    if schema.remove("format").is_some_and(|it| it == "uint32") {
        schema.insert("maximum".to_owned(), json!(u32::MAX));
    }
    if let Some(Value::Array(any)) = schema.get_mut("anyOf") {
        any.retain(|kind| kind["type"] != "null");
        if let [Value::Object(only)] = any.as_mut_slice() {
            let only = std::mem::take(only);
            schema.remove("anyOf");
            schema.ensure_object().extend(only);
        }
    }
    if let Some(Value::Array(names)) = schema.get_mut("enum") {
        names.retain(|name| !name.is_null());
    }
    if let Some(Value::Array(types)) = schema.get_mut("type") {
        types.retain(|kind| kind != "null");
        let only = types.pop();
        schema.insert("type".to_owned(), json!(only));
    }
}

/// What a value is to be, in words: "text between quotes".
pub(super) fn words(schema: &Value) -> &'static str {
    match schema.get("type").and_then(Value::as_str) {
        Some("string") => "text between quotes",
        Some("integer") => "a whole number, without quotes",
        Some("boolean") => "true or false",
        Some("array") => "a list between [ and ], such as [\"name\"]",
        Some("object") => "a table between { and }",
        _ => "a day as 2026-11-22, without quotes",
    }
}
