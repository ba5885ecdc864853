//! What a pack says and knows, as tables for a reviewer: each sentence in every language, below its
//! name, as the person reads it; and a line for each thing that the pack knows.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use balie::pack::Files;
use fluent::{FluentArgs, FluentBundle, FluentResource};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

/// Figures that words around them depend on.
const FIGURES: [i64; 3] = [0, 1, 2];

type Bundle = FluentBundle<FluentResource>;

/// A subject, and its table.
pub fn all(files: &Files) -> Vec<(String, String)> {
    let words = subjects(files);
    let words = words.iter().map(|path| {
        let name = path.rsplit('/').next().unwrap();
        (name.to_owned(), said(files, path))
    });
    words.chain([("facts".to_owned(), known(files))]).collect()
}

/// The names of all that a file of words says.
pub fn names(files: &Files, path: &str) -> BTreeSet<String> {
    let sentences = sentences(files.text(path).unwrap(), "en", &BTreeMap::new());
    sentences.into_iter().map(|(name, _)| name).collect()
}

/// The files of words, without their language and ending.
fn subjects(files: &Files) -> BTreeSet<String> {
    let paths = files.iter().map(|(path, _)| path);
    let words = paths.filter_map(|path| path.strip_prefix("locales/")?.strip_suffix(".ftl"));
    words
        .map(|path| path.split_once('/').unwrap().1.to_owned())
        .collect()
}

fn languages(files: &Files) -> Vec<String> {
    let manifest = toml_of(files, "data/pack.toml");
    let languages = manifest["languages"].as_array().unwrap();
    languages
        .iter()
        .map(|language| language.as_str().unwrap().to_owned())
        .collect()
}

fn toml_of(files: &Files, path: &str) -> toml::Table {
    files.text(path).unwrap().parse().unwrap()
}

/// All sentences of one subject.
fn said(files: &Files, subject: &str) -> String {
    let facts = facts(files);
    let mut names = Vec::new();
    let mut rows: BTreeMap<String, String> = BTreeMap::new();
    for language in languages(files) {
        let path = format!("locales/{language}/{subject}.ftl");
        let Some(text) = files.text(&path) else {
            continue;
        };
        for (name, said) in sentences(text, &language, &facts) {
            if !rows.contains_key(&name) {
                names.push(name.clone());
            }
            *rows.entry(name).or_default() += &said;
        }
    }
    let rows = names.iter().map(|name| format!("{name}\n{}", rows[name]));
    rows.collect()
}

/// What is known by a figure's name.
fn facts(files: &Files) -> BTreeMap<String, i64> {
    let facts = toml_of(files, "data/facts.toml");
    let facts = facts["fact"].as_array().unwrap();
    let named =
        |fact: &toml::Value| Some((fact["id"].as_str()?.to_owned(), fact["value"].as_integer()?));
    facts.iter().filter_map(named).collect()
}

/// Each sentence by its name, in the order of the file.
fn sentences(text: &str, language: &str, facts: &BTreeMap<String, i64>) -> Vec<(String, String)> {
    let resource = fluent_syntax::parser::parse(text).expect("sound words");
    let mut bundle = Bundle::new(vec![language.parse().unwrap()]);
    bundle.set_use_isolating(false);
    let source = FluentResource::try_new(text.to_owned()).expect("sound words");
    bundle.add_resource(source).expect("no word twice");
    let mut found = Vec::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else {
            continue;
        };
        let id = message.id.name;
        let own = message
            .value
            .iter()
            .map(|value| (id.to_owned(), None, value));
        let more = message.attributes.iter().map(|attribute| {
            let name = attribute.id.name;
            (format!("{id}.{name}"), Some(name), &attribute.value)
        });
        for (name, attribute, pattern) in own.chain(more) {
            let said = each_way(&bundle, (id, attribute), pattern, facts);
            let rows = said
                .into_iter()
                .map(|(figure, said)| row(&format!("{language}{figure}"), &said));
            found.push((name, rows.collect()));
        }
    }
    found
}

fn row(head: &str, said: &str) -> String {
    let said: Vec<&str> = said.lines().map(str::trim).collect();
    format!("    {head:<4} {}\n", said.join(" / "))
}

/// What is said: once, or with each figure that the words around it depend on.
fn each_way(
    bundle: &Bundle,
    (id, attribute): (&str, Option<&str>),
    pattern: &Pattern<&str>,
    facts: &BTreeMap<String, i64>,
) -> Vec<(String, String)> {
    let message = bundle.get_message(id).unwrap();
    let told = match attribute {
        Some(name) => message.get_attribute(name).unwrap().value(),
        None => message.value().unwrap(),
    };
    let mut used = Used::default();
    used.pattern(pattern);
    let say = |figure: Option<i64>| {
        let mut args = FluentArgs::new();
        for name in &used.names {
            match (facts.get(*name), figure) {
                (Some(fact), _) => args.set(*name, *fact),
                (None, Some(figure)) if used.deciding.contains(name) => args.set(*name, figure),
                (None, _) => args.set(*name, format!("‹{name}›")),
            }
        }
        let said = bundle.format_pattern(told, Some(&args), &mut Vec::new());
        said.into_owned()
    };
    if used.deciding.iter().all(|name| facts.contains_key(*name)) {
        return vec![(String::new(), say(None))];
    }
    let with = FIGURES.map(|figure| (format!(" {figure}"), say(Some(figure))));
    with.into()
}

/// The variables that a sentence uses, and those that decide which words stand around them.
#[derive(Default)]
struct Used<'w> {
    names: BTreeSet<&'w str>,
    deciding: BTreeSet<&'w str>,
}

impl<'w> Used<'w> {
    fn pattern(&mut self, pattern: &Pattern<&'w str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&'w str>) {
        match expression {
            Expression::Inline(InlineExpression::VariableReference { id }) => {
                self.names.insert(id.name);
            }
            Expression::Select { selector, variants } => {
                if let InlineExpression::VariableReference { id } = selector {
                    self.names.insert(id.name);
                    self.deciding.insert(id.name);
                }
                variants
                    .iter()
                    .for_each(|variant| self.pattern(&variant.value));
            }
            Expression::Inline(_) => {}
        }
    }
}

/// Whatever the pack knows, a line each.
fn known(files: &Files) -> String {
    let mut text = String::new();
    let structure = files.iter().map(|(path, _)| path);
    let shared = structure.filter(|path| path.ends_with(".toml") && path.matches('/').count() == 1);
    for path in shared {
        for (list, value) in toml_of(files, path) {
            let rows = value
                .as_array()
                .filter(|rows| rows.iter().all(toml::Value::is_table));
            match rows {
                Some(rows) => rows.iter().for_each(|row| {
                    let _ = writeln!(text, "{list}: {}", line(row));
                }),
                None => {
                    let _ = writeln!(text, "{list} = {value}");
                }
            }
        }
    }
    text
}

/// A table on one line.
fn line(row: &toml::Value) -> String {
    let fields = row.as_table().into_iter().flatten();
    let fields: Vec<String> = fields
        .map(|(name, value)| format!("{name} = {value}"))
        .collect();
    fields.join(", ")
}
