//! A file that is not TOML all through: one wrong sign is told once, where it
//! stands, and the tables around it are read all the same.

use toml::Spanned;
use toml::de::{DeTable, DeValue, Error};

use super::file::TomlFile;
use super::partial::Partial;
use crate::diagnostic::Code;

impl TomlFile {
    /// The same text with blanks for each part that is no TOML, of which the first thing that is
    /// wrong is told.
    pub(super) fn recover(&mut self, text: &str) -> String {
        let mut sound = String::with_capacity(text.len());
        for part in parts(text) {
            let (tables, errors) = DeTable::parse_recoverable(part);
            match errors.first() {
                None => sound.push_str(part),
                Some(error) => {
                    self.broken(sound.len(), part, tables.into_inner(), error);
                    sound.extend(std::iter::repeat_n(' ', part.len()));
                }
            }
        }
        sound
    }

    /// Tells what is wrong with a part, and keeps what is known of it all the same.
    fn broken(&mut self, start: usize, part: &str, tables: DeTable<'_>, error: &Error) {
        self.not_toml(start, error);
        if start == 0 && !part.starts_with('[') {
            self.has_broken_head = true;
            return;
        }
        let mut partials = listed(tables);
        if partials.is_empty() {
            partials.push(below_header(part));
        }
        for partial in &mut partials {
            partial.span = start + partial.span.start..start + partial.span.end;
        }
        self.partials.append(&mut partials);
    }

    /// Tells of an error in the text that begins at `start`.
    pub(super) fn not_toml(&mut self, start: usize, error: &Error) {
        self.is_broken = true;
        let span = error.span().unwrap_or(0..0);
        let span = start + span.start..start + span.end;
        let help = how_to_write(error.message()).to_owned();
        let message = format!("not TOML: {}", error.message());
        self.fault(Code::NotToml, span, message, help);
    }
}

/// A text in parts: each line that begins a table begins one.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let end = rest.find("\n[").map_or(rest.len(), |at| at + 1);
        let (part, after) = rest.split_at_checked(end)?;
        rest = after;
        (!part.is_empty()).then_some(part)
    })
}

/// The tables of a broken part that hold something: those of a list, or one by itself.
fn listed(tables: DeTable<'_>) -> Vec<Partial> {
    let mut partials = Vec::new();
    for (name, value) in tables {
        match value.get_ref() {
            DeValue::Array(items) => {
                let items = items.iter().map(|item| Partial::of(name.get_ref(), item));
                partials.extend(items);
            }
            _ => partials.push(Partial::of(name.get_ref(), &value)),
        }
    }
    partials.retain(|partial| !partial.is_empty());
    partials
}

/// What stands below the line that should begin a table.
fn below_header(part: &str) -> Partial {
    let below = part.split_once('\n').map_or("", |(_, below)| below);
    let (tables, _) = DeTable::parse_recoverable(below);
    Partial::of("", &Spanned::new(0..0, DeValue::Table(tables.into_inner())))
}

/// How to write what the parser has no words for, by what it says.
fn how_to_write(message: &str) -> &'static str {
    let says = |words: &[&str]| words.iter().any(|word| message.contains(word));
    if says(&["array"]) {
        "a list begins with `[`, has commas between its parts, and ends with `]`: one may lack above"
    } else if says(&["string", "quote"]) {
        "text stands between two quotes, on one line"
    } else if says(&["duplicate"]) {
        "take one of the two away"
    } else if says(&["date", "time"]) {
        "write a day as 2026-11-22, without quotes"
    } else {
        "write a name, `=` and a value, such as `id = \"start\"`"
    }
}
