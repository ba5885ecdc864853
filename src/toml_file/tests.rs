use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::{Value, json};

use super::*;
use crate::diagnostic::{Code, Level};
use crate::id::LinkId;

/// A file of everything that files hold.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)]
struct Whole {
    #[schemars(required)]
    start: Option<Name>,
    #[serde(default)]
    item: Vec<Item>,
}

impl Document for Whole {
    fn is_whole(&self) -> bool {
        self.start.is_some()
    }
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[allow(dead_code)]
struct Item {
    id: Located<LinkId>,
    /// How long ago.
    ago: Option<u32>,
    last_day: Option<Located<Date>>,
    rows: BTreeMap<Name, Name>,
    level: Option<Choice<Level>>,
}

fn read(text: &str) -> (TomlFile, Whole) {
    TomlFile::read::<Whole>("x.toml", text)
}

/// What is told, each after the text that it is told of.
fn told(text: &str) -> Vec<String> {
    let (file, _) = read(text);
    let line = |fault: crate::diagnostic::Diagnostic| {
        let span = fault.place.span.unwrap_or_default();
        format!("{}: {}", &text[span], fault.message)
    };
    file.faults.into_iter().map(line).collect()
}

#[test]
fn a_type_tells_its_schema() {
    let schema = Value::from(schema_of::<Whole>());
    assert_eq!(schema["required"], json!(["start"]));
    assert_eq!(schema["properties"]["start"], json!({ "type": "string" }));
    let item = &schema["properties"]["item"]["items"];
    assert_eq!(item["additionalProperties"], json!(false));
    assert_eq!(item["required"], json!(["id", "rows"]));
    let days = json!({ "anyOf": [{ "type": "string" }, { "type": "object" }] });
    let ago = json!({
        "description": "How long ago.", "type": "integer", "minimum": 0, "maximum": u32::MAX,
    });
    let fields = &item["properties"];
    assert_eq!(fields["ago"], ago);
    assert_eq!(fields["last-day"], days);
    assert_eq!(fields["rows"]["additionalProperties"]["type"], "string");
    assert_eq!(fields["level"]["enum"], json!(["off", "warning", "error"]));
    assert_eq!(fields["id"]["pattern"], "^[a-z][a-z0-9-]*$");
}

#[test]
fn all_that_does_not_fit_is_told_and_the_rest_is_read() {
    let text = "\
start = \"a\"
strat = 5
[[item]]
id = \"a\"
rows = { a = \"b\" }
[[item]]
id = \"b\"
ago = -1
last-day = \"2026\"
rows = { a = 5 }
[[item]]
ID = \"c\"
rows = {}
[[itme]]
id = \"d\"
";
    let mut told = told(text);
    told.sort();
    let table = "[[item]]: missing field `id`";
    let wanted = [
        "\"2026\": `last-day` is text, not a day as 2026-11-22, without quotes",
        "-1: `ago` is -1, where 0 to 4294967295 are possible",
        "5: `rows` is a whole number, not text between quotes",
        "ID: unknown field `ID`",
        table,
        "itme: unknown field `itme`",
        "strat: unknown field `strat`",
    ];
    assert_eq!(told, wanted);
    let (file, whole) = read(text);
    let ids: Vec<&str> = whole.item.iter().map(|item| item.id.as_str()).collect();
    assert_eq!(ids, ["a"]);
    let lost: Vec<&str> = file.partials.iter().map(|lost| lost.text("id")).collect();
    assert_eq!(lost, ["d", "b", ""]);
}

#[test]
fn a_file_without_what_stands_above_its_tables_is_not_whole() {
    let text = "[[item]]\nid = \"a\"\nrows = {}\n";
    assert_eq!(told(text), [": missing field `start`"]);
    assert_eq!(read(text).1.item.len(), 1);
}

#[test]
fn one_wrong_sign_is_told_once_and_the_tables_around_it_are_read() {
    let item = |id: &str| format!("[[item]]\nid = \"{id}\"\nrows = {{}}\n");
    for wrong in [
        "[[item]]\nid = \"b\"\nrows = {\n",
        "[[item]\nid = \"b\"\nrows = {}\n",
        "[[item]]\nid = \"b\"\nrows: {}\n",
    ] {
        let text = format!("start = \"a\"\n{}{wrong}{}", item("a"), item("c"));
        let (file, whole) = read(&text);
        let codes: Vec<Code> = file.faults.iter().map(|fault| fault.code).collect();
        assert_eq!(codes, [Code::NotToml], "{wrong}");
        let start = file.faults[0].place.span.clone().unwrap_or_default().start;
        let begin = text.find(wrong).unwrap_or_default();
        assert!((begin..begin + wrong.len()).contains(&start), "{wrong}");
        assert_eq!(whole.item.len(), 2, "{wrong}");
        assert_eq!(file.partials[0].text("id"), "b", "{wrong}");
    }
}
