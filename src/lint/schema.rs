//! JSON Schemas of the pack's files, made from the very types that read them.

use serde_json::{Map, Value, json};

use super::scenario;
use crate::diagnostic::Level;
use crate::pack;
use crate::toml_file::{Field, FileShape, Shape};

/// Every kind of file with its schema, as it stands in `data/schema`.
pub fn schemas() -> Vec<(String, String)> {
    let mut shapes = pack::shapes();
    shapes.push(scenario::shape());
    let written = |shape: &FileShape| {
        let path = format!("data/schema/{}.schema.json", shape.kind);
        (path, format!("{:#}\n", Value::Object(schema(shape))))
    };
    shapes.iter().map(written).collect()
}

type Schema = Map<String, Value>;

fn schema(file: &FileShape) -> Schema {
    let mut schema = value("", "", &file.head);
    if let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) {
        properties.extend(file.lists.iter().map(|(name, shape)| {
            let items = value(name, "", shape);
            let list =
                json!({ "type": "array", "description": describe(name, ""), "items": items });
            ((*name).to_owned(), list)
        }));
        // Editors write the place of the schema itself into JSON-like files.
        properties.insert("$schema".to_owned(), json!({ "type": "string" }));
    }
    schema.extend(object(json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": format!("Balie: {}", file.kind),
    })));
    schema
}

fn value(table: &str, field: &str, shape: &Shape) -> Schema {
    let mut schema = object(match shape {
        Shape::Any => json!({}),
        Shape::Text => json!({ "type": "string" }),
        Shape::Number => json!({ "type": "integer", "minimum": 0 }),
        Shape::Truth => json!({ "type": "boolean" }),
        // What editors read a date of TOML as differs: the text or a value of its own.
        Shape::Moment => json!({ "anyOf": [{ "type": "string" }, { "type": "object" }] }),
        Shape::List(inner) => json!({ "type": "array", "items": value(table, field, inner) }),
        Shape::Map(inner) => {
            json!({ "type": "object", "additionalProperties": value(table, "", inner) })
        }
        Shape::Table(fields) => {
            return table_of(if field.is_empty() { table } else { field }, fields);
        }
    });
    schema.extend(object(limits(field, shape)));
    schema
}

fn table_of(name: &str, fields: &[Field]) -> Schema {
    let properties = fields.iter().map(|field| {
        let mut schema = value(name, field.name, &field.shape);
        let text = describe(name, field.name);
        if !text.is_empty() {
            schema.insert("description".to_owned(), json!(text));
        }
        (field.name.to_owned(), Value::Object(schema))
    });
    let properties: Schema = properties.collect();
    let needed = fields.iter().filter(|field| field.needed);
    let needed: Vec<&str> = needed.map(|field| field.name).collect();
    object(json!({
        "type": "object",
        "additionalProperties": false,
        "required": needed,
        "properties": properties,
    }))
}

/// What only the readers' code knows: how many there may be, and of which names.
fn limits(field: &str, shape: &Shape) -> Value {
    match (field, shape) {
        ("answers", Shape::List(_)) => json!({ "minItems": 2, "maxItems": 9 }),
        ("steps" | "menu" | "outcome", Shape::List(_)) => json!({ "minItems": 1, "maxItems": 9 }),
        ("id", Shape::Text) => json!({ "pattern": "^[a-z][a-z0-9-]*$" }),
        ("level", Shape::Text) => json!({ "enum": Level::ALL.map(|(name, _)| name) }),
        (_, Shape::Text) => match pack::choices(field) {
            names if names.is_empty() => json!({}),
            names => json!({ "enum": names }),
        },
        _ => json!({}),
    }
}

fn object(value: Value) -> Schema {
    match value {
        Value::Object(schema) => schema,
        _ => Schema::new(),
    }
}

/// What a table or a field is for, where its name does not say it all.
fn describe(table: &str, field: &str) -> &'static str {
    let name = match field {
        "" => table.to_owned(),
        _ => format!("{table}.{field}"),
    };
    let any = format!("*.{field}");
    let mut rows = DESCRIPTIONS.lines().filter_map(|row| row.split_once(": "));
    let row = rows.find(|(of, _)| *of == name || (!field.is_empty() && *of == any));
    row.map_or("", |(_, text)| text)
}

/// Tables and their fields; before the first dot nothing where a field stands in front of all tables.
const DESCRIPTIONS: &str = r#"
.start: The node at which the flow starts.
.format: The version of the files' form: 1.
.languages: The languages, such as nl; the first is the main one.
.menu: One to nine entries of the home screen: "flow:name", "closing" or "desks".
question: Something to ask: two to nine answers. A "don't know" is always one of them.
advice: Something to try, in one to nine steps.
wait: Something to wait for.
end: What comes of it.
scenario: Replies, and the end that must come out.
closing: A day, and the days of closing that must come out.
unknown: What people ask for and no source says.
severity: How much a kind of fault weighs in this pack.
severity.code: A code of `balie explain`, or "warnings" for all warnings.
answers.to: A node, "flow:name" or "flow:name/node".
answers.ago: How many minutes ago it was, for a wait that comes later.
wait.minutes: The name of a fact that says how many minutes.
wait.to: Where it leads afterwards.
advice.worked: Where it leads when it helped.
advice.failed: Where it leads when it did not help, or was skipped.
source.checked: The day on which somebody last read it, as 2026-11-22.
fact.value: The figure itself; sentences say it as { $name }.
account.user-names: Shapes of user names: * is any text, # is digits.
account.to: Where somebody who typed such a user name is helped on.
account.holds-files: Whether mail and files are out of reach once it is closed.
rule.days: For days-after: the name of a fact.
rule.from: For a window: its first day, as 10-11.
rule.to: For a window: its last day, as 10-20.
rule.event-day: Whether the day of the event counts as the first.
rule.agreed: Sources of agreements by which days are counted.
scenario.now: The moment to pretend, as 2026-11-24T14:19:00.
scenario.replies: By node: an answer, or worked, failed, skipped, waited. Nodes of another flow as "flow/node".
scenario.until: Until when the last wait must last, as "14:35".
*.id: Its name: small letters, digits and -.
*.sources: Names of sources.toml: where this comes from.
*.links: Names of links.toml: addresses that help here.
"#;
