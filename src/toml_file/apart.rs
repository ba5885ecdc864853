//! A file that is not TOML all through, taken apart at its tables: one wrong sign
//! is told once, where it stands, and the tables around it are read all the same.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue, Error};

/// What there is to read, and what there is not.
pub(super) struct Apart<'t> {
    /// The tables that can be read.
    pub(super) tables: DeTable<'t>,
    /// The first thing that is wrong with each of the others, and where.
    pub(super) wrong: Vec<(Range<usize>, String)>,
    /// As much of those as can be told.
    pub(super) lost: Vec<Spanned<DeValue<'t>>>,
    /// Whether one of those is what stands above all tables.
    pub(super) torn_head: bool,
}

/// Reads a text, as far as that goes.
pub(super) fn read(text: &str) -> Apart<'_> {
    let (tables, errors) = DeTable::parse_recoverable(text);
    match errors.first() {
        Some(first) => take_apart(text, tables.into_inner(), first),
        None => Apart {
            tables: tables.into_inner(),
            wrong: Vec::new(),
            lost: Vec::new(),
            torn_head: false,
        },
    }
}

fn take_apart<'t>(text: &'t str, recovered: DeTable<'t>, first: &Error) -> Apart<'t> {
    let mut apart = Apart {
        tables: DeTable::new(),
        wrong: Vec::new(),
        lost: Vec::new(),
        torn_head: false,
    };
    for part in parts(text) {
        let Some(written) = text.get(part.clone()) else {
            continue;
        };
        let (tables, errors) = DeTable::parse_recoverable(written);
        let tables = shifted(tables.into_inner(), part.start);
        match errors.first() {
            Some(error) if part.start == 0 && !written.starts_with('[') => {
                apart.wrong.push(wrong(error, part.start));
                apart.torn_head = true;
            }
            Some(error) => {
                apart.wrong.push(wrong(error, part.start));
                let lost = items(tables);
                apart.lost.extend(match lost.is_empty() {
                    true => below_head(written, part.start),
                    false => lost,
                });
            }
            None => merge(&mut apart.tables, tables),
        }
    }
    if apart.wrong.is_empty() {
        // Each table by itself is sound: one of them is there twice, or in two ways.
        apart.tables = recovered;
        apart.wrong.push(wrong(first, 0));
    }
    apart
}

fn wrong(error: &Error, start: usize) -> (Range<usize>, String) {
    let span = error.span().unwrap_or(0..0);
    let message = error.message().to_owned();
    (start + span.start..start + span.end, message)
}

/// A text from each line that begins a table to the next such line.
fn parts(text: &str) -> Vec<Range<usize>> {
    let lines = text.match_indices('\n').map(|(at, _)| at + 1);
    let begins = lines.filter(|at| text.get(*at..).is_some_and(|rest| rest.starts_with('[')));
    let from: Vec<usize> = std::iter::once(0).chain(begins).collect();
    let to = from.iter().skip(1).copied().chain([text.len()]);
    let both = from.iter().copied().zip(to);
    both.map(|(from, to)| from..to).collect()
}

/// The same, with places as they are in the whole file.
fn shifted(tables: DeTable<'_>, by: usize) -> DeTable<'_> {
    let shift = |span: Range<usize>| span.start + by..span.end + by;
    let entries = tables.into_iter().map(|(key, value)| {
        let key = Spanned::new(shift(key.span()), key.into_inner());
        (key, shifted_value(value, by))
    });
    entries.collect()
}

fn shifted_value(value: Spanned<DeValue<'_>>, by: usize) -> Spanned<DeValue<'_>> {
    let span = value.span();
    let inner = match value.into_inner() {
        DeValue::Array(items) => DeValue::Array(
            items
                .into_iter()
                .map(|item| shifted_value(item, by))
                .collect(),
        ),
        DeValue::Table(table) => DeValue::Table(shifted(table, by)),
        other => other,
    };
    Spanned::new(span.start + by..span.end + by, inner)
}

/// Adds tables to those before: a list goes on, what is there already stays.
fn merge<'t>(tables: &mut DeTable<'t>, more: DeTable<'t>) {
    for (key, value) in more {
        let known = tables.get_mut(key.get_ref().as_ref()).map(Spanned::get_mut);
        match (known, value) {
            (None, value) => {
                tables.insert(key, value);
            }
            (Some(DeValue::Array(items)), value) => {
                if let DeValue::Array(more) = value.into_inner() {
                    more.into_iter().for_each(|item| items.push(item));
                }
            }
            (Some(_), _) => {}
        }
    }
}

/// What stands below the line that should begin a table.
fn below_head(part: &str, start: usize) -> Vec<Spanned<DeValue<'_>>> {
    let head = part.find('\n').map_or(part.len(), |at| at + 1);
    let (tables, _) = DeTable::parse_recoverable(part.get(head..).unwrap_or_default());
    let tables = shifted(tables.into_inner(), start + head);
    vec![Spanned::new(start..start, DeValue::Table(tables))]
}

/// The tables of a broken part that hold something: those of a list, or one by itself.
fn items(tables: DeTable<'_>) -> Vec<Spanned<DeValue<'_>>> {
    let values = tables.into_iter().map(|(_, value)| value);
    let lists = values.flat_map(|value| {
        let span = value.span();
        match value.into_inner() {
            DeValue::Array(items) => items.into_iter().collect(),
            table => vec![Spanned::new(span, table)],
        }
    });
    let holds = |item: &Spanned<DeValue<'_>>| {
        let table = item.get_ref().as_table();
        table.is_some_and(|table| !table.is_empty())
    };
    lists.filter(holds).collect()
}
