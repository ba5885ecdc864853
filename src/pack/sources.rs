//! Where facts come from, and when somebody last looked: `data/sources.toml`.

use std::ops::Range;

use chrono::NaiveDate;
use serde::Deserialize;
use toml::Spanned;

use super::Files;
use super::list::{List, Named, list};
use crate::diagnostic::{Code, Diagnostic};
use crate::id::SourceId;
use crate::toml_file::{FileShape, Shape, TomlFile, dangling, day, says_nothing};

/// The source of what a desk fills in itself; no pack may name a source so.
pub const THIS_DESK: &str = "this-desk";

/// Where facts come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its name.
    pub id: SourceId,
    /// The day on which somebody last read it, where the file says one.
    pub checked: Option<NaiveDate>,
    /// Where the file says so.
    pub checked_at: Range<usize>,
    /// Where it can be read, if that is known.
    pub url: Option<String>,
    /// Where the file names it.
    pub span: Range<usize>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSource {
    id: Spanned<String>,
    checked: Option<Spanned<toml::value::Datetime>>,
    url: Option<Spanned<String>>,
}

impl Named for RawSource {
    fn name(&mut self) -> &mut Spanned<String> {
        &mut self.id
    }
}

/// All sources of a pack.
#[derive(Clone, Debug)]
pub(super) struct Sources(List<Source>);

impl Sources {
    /// Reads the file; what is wrong with it is added to `faults`.
    pub(super) fn read(files: &Files, faults: &mut Vec<Diagnostic>) -> Self {
        Self(list(files, "source", faults, source))
    }

    /// The sources, in the order of their file.
    pub(super) fn as_slice(&self) -> &[Source] {
        &self.0.made
    }

    /// Whether one of that name is there but cannot be read.
    pub(super) fn is_lost(&self, name: &str) -> bool {
        self.0.lost.contains(name) || self.0.lost.contains("")
    }

    /// Resolves names; those that nothing has become faults.
    pub(super) fn resolve(
        &self,
        file: &mut TomlFile<'_>,
        names: &[Spanned<String>],
    ) -> Vec<SourceId> {
        let known = || self.as_slice().iter().map(|source| source.id.as_str());
        for name in names {
            let typed = name.get_ref();
            if !known().any(|id| id == typed) && !self.is_lost(typed) {
                dangling(file, "source", name, known());
            }
        }
        let names = names.iter();
        names.map(|name| SourceId::new(name.get_ref())).collect()
    }
}

/// The shape of the file.
pub(super) fn shape() -> FileShape {
    FileShape::list("sources", "source", Shape::of::<RawSource>())
}

fn source(file: &mut TomlFile<'_>, raw: RawSource) -> Source {
    if raw.id.get_ref() == THIS_DESK {
        let message = format!("`{THIS_DESK}` stands for what a desk itself fills in");
        file.fault(Code::Value, raw.id.span(), message);
    }
    if let Some(url) = &raw.url {
        check_scheme(file, url);
    }
    Source {
        id: SourceId::new(raw.id.get_ref()),
        checked: checked(file, &raw),
        checked_at: raw.checked.as_ref().map_or(raw.id.span(), Spanned::span),
        url: raw.url.map(Spanned::into_inner),
        span: raw.id.span(),
    }
}

fn checked(file: &mut TomlFile<'_>, raw: &RawSource) -> Option<NaiveDate> {
    match &raw.checked {
        Some(checked) => day(file, checked),
        None => {
            let message = format!(
                "the source `{}` does not say on which day it was checked",
                raw.id.get_ref()
            );
            file.fault(Code::NoCheckedDay, raw.id.span(), message)
                .help
                .push(
                    "add the day on which somebody last read it: checked = 2026-11-22".to_owned(),
                );
            None
        }
    }
}

/// Adds the fault of an address that is not one to be opened.
pub(super) fn check_scheme(file: &mut TomlFile<'_>, url: &Spanned<String>) {
    let typed = url.get_ref();
    let known = ["https://", "http://", "mailto:"];
    let rest = known.iter().find_map(|scheme| typed.strip_prefix(scheme));
    let help = match rest {
        None if says_nothing(typed) => return,
        None => "an address starts with https://, http:// or mailto:",
        Some(rest) if rest.trim_matches('/').is_empty() => "write the whole address",
        Some(rest) if rest.contains(char::is_whitespace) => "take the blanks out of the address",
        Some(_) => return,
    };
    let message = format!("`{typed}` is not an address that may be shown as a link");
    file.fault(Code::Scheme, url.span(), message)
        .help
        .push(help.to_owned());
}
