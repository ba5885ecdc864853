//! JSON Schemas of the pack's files, made from the very types that read them.

use schemars::Schema;
use serde_json::{Value, json};

use super::scenario::RawScenarios;
use crate::pack;
use crate::toml_file::schema_of;

/// Every kind of file with its schema, as it stands in `data/schema`.
pub fn schemas() -> Vec<(String, String)> {
    let mut schemas = pack::schemas();
    schemas.push(("scenarios", schema_of::<RawScenarios>()));
    let schemas = schemas.into_iter();
    schemas
        .map(|(kind, schema)| written(kind, schema))
        .collect()
}

fn written(kind: &str, mut schema: Schema) -> (String, String) {
    schema.insert("title".to_owned(), json!(format!("Balie: {kind}")));
    if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        // Editors write the place of the schema itself into JSON-like files.
        properties.insert("$schema".to_owned(), json!({ "type": "string" }));
    }
    let path = format!("data/schema/{kind}.schema.json");
    (path, format!("{:#}\n", schema.as_value()))
}
