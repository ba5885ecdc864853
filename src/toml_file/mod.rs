//! Reading a TOML file table by table, so that one fault does not hide the next.

mod apart;
mod lost;
mod misfit;
mod places;
mod shape;
mod strange;

use std::ops::Range;

use chrono::NaiveDate;
use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use crate::diagnostic::{Code, Diagnostic, FilePlace, hidden};
pub(crate) use lost::Lost;
use lost::is_nameless;
use misfit::{Misfit, fit};
pub(crate) use places::Places;
pub(crate) use shape::{Field, Shape};
pub(crate) use strange::says_nothing;
use strange::strange_texts;

/// A file's tables, and the faults found so far.
pub(crate) struct TomlFile<'t> {
    path: String,
    tables: DeTable<'t>,
    /// The names of the lists of tables that were asked for.
    lists: Vec<String>,
    /// Whether some of it is not TOML, so that not everything in it is known.
    pub(crate) is_torn: bool,
    /// Whether that is what stands above all tables.
    torn_head: bool,
    /// Everything that is wrong with the file.
    pub(crate) faults: Vec<Diagnostic>,
    /// The tables that could not be read.
    pub(crate) lost: Vec<Lost>,
}

/// The shape of a whole file.
pub(crate) struct FileShape {
    /// What kind of file it is: the name of its schema.
    pub(crate) kind: &'static str,
    /// What stands in front of its lists of tables.
    pub(crate) head: Shape,
    /// Its lists of tables by name, with what each table holds.
    pub(crate) lists: Vec<(&'static str, Shape)>,
}

impl FileShape {
    /// A file that is one list of tables.
    pub(crate) fn list(kind: &'static str, name: &'static str, shape: Shape) -> Self {
        Self {
            kind,
            head: Shape::Table(Vec::new()),
            lists: vec![(name, shape)],
        }
    }
}

/// How to tell of a table that lacks fields which all of its kind have.
type Lacks<'f> = &'f dyn Fn(&Lost, &[&'static str]) -> Diagnostic;

impl<'t> TomlFile<'t> {
    /// Splits `text` into its tables; what is not TOML becomes faults.
    pub(crate) fn parse(path: &str, text: &'t str) -> Self {
        let apart = apart::read(text);
        let is_torn = !apart.wrong.is_empty();
        let mut faults = hidden(path, text);
        let tables = apart.tables.values();
        tables.for_each(|value| strange_texts(path, value, &mut faults));
        faults.extend(apart.wrong.into_iter().map(|(span, message)| {
            let help = how_to_write(&message);
            let message = format!("not TOML: {message}");
            Diagnostic::new(Code::NotToml, FilePlace::span(path, span), message).help(help)
        }));
        Self {
            path: path.to_owned(),
            tables: apart.tables,
            lists: Vec::new(),
            is_torn,
            torn_head: apart.torn_head,
            faults,
            lost: apart.lost.iter().map(Lost::of).collect(),
        }
    }

    /// Takes all `[[name]]` tables; those that do not fit `T` become faults.
    pub(crate) fn items<T: DeserializeOwned>(&mut self, name: &str) -> Vec<T> {
        self.take(name, None)
    }

    /// The same; `lacks` tells of a table without fields that all of them have.
    pub(crate) fn items_or<T: DeserializeOwned>(&mut self, name: &str, lacks: Lacks<'_>) -> Vec<T> {
        self.take(name, Some(lacks))
    }

    fn take<T: DeserializeOwned>(&mut self, name: &str, lacks: Option<Lacks<'_>>) -> Vec<T> {
        self.lists.push(name.to_owned());
        let Some(value) = self.tables.remove(name) else {
            return Vec::new();
        };
        let span = value.span();
        let written = Lost::of(&value);
        let DeValue::Array(array) = value.into_inner() else {
            self.lost.push(written);
            self.fault(
                Code::Field,
                span,
                format!("`{name}` is not a list of tables"),
            )
            .help
            .push(format!(
                "write `[[{name}]]` on a line of its own above each of them"
            ));
            return Vec::new();
        };
        array
            .into_iter()
            .filter_map(|value| self.item(value, lacks))
            .collect()
    }

    fn item<T: DeserializeOwned>(
        &mut self,
        value: Spanned<DeValue<'t>>,
        lacks: Option<Lacks<'_>>,
    ) -> Option<T> {
        if is_nameless(&value) {
            self.lost.push(Lost::of(&value));
            return None;
        }
        let item = T::deserialize(ValueDeserializer::from(value.clone()));
        item.ok().or_else(|| self.salvage(value, &[], lacks))
    }

    /// Reports all that is wrong with a table; without its unknown fields it may still be read.
    fn salvage<T: DeserializeOwned>(
        &mut self,
        mut value: Spanned<DeValue<'t>>,
        lists: &[String],
        lacks: Option<Lacks<'_>>,
    ) -> Option<T> {
        let before = self.faults.len();
        let texts = Lost::of(&value).texts;
        let mut lacking = Vec::new();
        for misfit in fit(&Shape::of::<T>(), &mut value) {
            match misfit.missing.filter(|_| lacks.is_some()) {
                Some(field) => lacking.push(field),
                None => self.misfit(misfit, lists),
            }
        }
        let mut lost = Lost::of(&value);
        lost.texts = texts;
        if let Some(lacks) = lacks.filter(|_| !lacking.is_empty()) {
            self.faults.push(lacks(&lost, &lacking));
        }
        match T::deserialize(ValueDeserializer::from(value)) {
            Ok(item) => Some(item),
            Err(error) => {
                if self.faults.len() == before {
                    self.other_fault(&error, lost.span.clone());
                }
                self.lost.push(lost);
                None
            }
        }
    }

    fn misfit(&mut self, misfit: Misfit, lists: &[String]) {
        let fault = Diagnostic::new(Code::Field, self.place(misfit.span), misfit.message);
        self.faults.push(match misfit.typed {
            Some(typed) => {
                let lists = lists.iter().map(String::as_str);
                fault.suggest(&typed, misfit.known.into_iter().chain(lists))
            }
            None => fault.help(misfit.help),
        });
    }

    /// Counts the tables of lists that nobody asked for among the lost: their names are known.
    pub(crate) fn lose_strangers(&mut self) {
        let lists = self
            .tables
            .values()
            .filter_map(|value| value.get_ref().as_array());
        let tables = lists.flatten().filter(|item| item.get_ref().is_table());
        self.lost.extend(tables.map(Lost::of));
    }

    /// Reads what stands outside the lists of tables, as one table.
    ///
    /// Call it last: every table that was not taken before counts as unknown.
    pub(crate) fn head<T: DeserializeOwned>(&mut self) -> Option<T> {
        let tables = std::mem::take(&mut self.tables);
        let value = Spanned::new(0..0, DeValue::Table(tables));
        let head = T::deserialize(ValueDeserializer::from(value.clone()));
        let lists = std::mem::take(&mut self.lists);
        // Of what is no TOML, only that is said.
        if self.torn_head {
            return None;
        }
        head.ok().or_else(|| self.salvage(value, &lists, None))
    }

    /// Reports every table that was not taken.
    pub(crate) fn nothing_else(&mut self) {
        #[derive(serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Nothing {}
        self.head::<Nothing>();
    }

    /// What only the reading itself finds, such as a number that is too large.
    fn other_fault(&mut self, error: &toml::de::Error, item: Range<usize>) {
        let span = error.span().filter(|span| !span.is_empty()).unwrap_or(item);
        let message = error.message().trim_end().replace('\n', ", ");
        let fault = Diagnostic::new(Code::Field, self.place(span), &message);
        self.faults.push(if message.ends_with("expected u32") {
            fault.help(format!("write a whole number from 0 to {}", u32::MAX))
        } else {
            fault
        });
    }

    /// Adds a fault at some bytes of this file.
    pub(crate) fn fault(
        &mut self,
        code: Code,
        span: Range<usize>,
        message: impl Into<String>,
    ) -> &mut Diagnostic {
        let fault = Diagnostic::new(code, self.place(span), message);
        self.faults.push(fault);
        let last = self.faults.len() - 1;
        // The list was pushed to just above, so the last index is in it.
        #[allow(clippy::indexing_slicing)]
        &mut self.faults[last]
    }

    /// A place in this file.
    pub(crate) fn place(&self, span: Range<usize>) -> FilePlace {
        FilePlace::span(&self.path, span)
    }
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

/// Adds the fault of a name that nothing has; where one of the known has no name, it may be that.
pub(crate) fn dangling<'a>(
    file: &mut TomlFile<'_>,
    kind: &str,
    name: &Spanned<String>,
    known: impl IntoIterator<Item = &'a str>,
) {
    let typed = name.get_ref();
    let known: Vec<&str> = known.into_iter().collect();
    if says_nothing(typed) || known.contains(&"") {
        return;
    }
    let place = file.place(name.span());
    let fault = Diagnostic::new(
        Code::Dangling,
        place,
        format!("there is no {kind} called `{typed}`"),
    );
    file.faults.push(fault.suggest(typed, known));
}

/// A TOML date as a day; a moment or a time of day is a fault.
pub(crate) fn day(
    file: &mut TomlFile<'_>,
    written: &Spanned<toml::value::Datetime>,
) -> Option<NaiveDate> {
    let date = written.get_ref().date.and_then(|date| {
        NaiveDate::from_ymd_opt(
            i32::from(date.year),
            u32::from(date.month),
            u32::from(date.day),
        )
    });
    if date.is_none() {
        file.fault(
            Code::Value,
            written.span(),
            format!("`{}` is not a day", written.get_ref()),
        )
        .help
        .push("write a day as 2026-11-22, without quotes".to_owned());
    }
    date
}
