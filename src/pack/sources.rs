//! Where facts come from, and when somebody last looked: `data/sources.toml`.

use std::ops::{Deref, Range};

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Deserialize;

use super::Files;
use super::list::{List, list};
use crate::diagnostic::{Code, Diagnostic};
use crate::id::SourceId;
use crate::toml_file::{Date, Document, Id, Located, Name, Places, TomlFile, is_blank};

/// The source of what a desk fills in itself; no pack may name a source so.
pub const THIS_DESK: &str = "this-desk";

/// After how many days a source counts as checked too long ago, where a desk does not say.
pub const STALE_AFTER_DAYS: u32 = 180;

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

#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SourcesFile {
    /// A page or a person that facts come from.
    #[serde(default)]
    source: Vec<RawSource>,
}

impl Document for SourcesFile {}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawSource {
    id: Located<Id>,
    /// The day on which somebody last read it, as 2026-11-22.
    checked: Option<Located<Date>>,
    /// Where it can be read.
    url: Option<Name>,
}

/// Names of sources.toml: where this comes from.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(transparent)]
pub(super) struct SourceNames(Vec<Name>);

impl Deref for SourceNames {
    type Target = [Name];

    fn deref(&self) -> &[Name] {
        &self.0
    }
}

/// All sources of a pack.
#[derive(Clone, Debug)]
pub(super) struct Sources(List<Source>);

impl Sources {
    /// Reads the file; what is wrong with it is added to `faults`.
    pub(super) fn read(files: &Files, faults: &mut Vec<Diagnostic>) -> Self {
        Self(list(
            files,
            "source",
            faults,
            |file: SourcesFile| file.source,
            source,
        ))
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
    pub(super) fn resolve(&self, file: &mut TomlFile, names: &[Name]) -> Vec<SourceId> {
        let known = || self.as_slice().iter().map(|source| source.id.as_str());
        for name in names {
            let typed = name.as_str();
            if !known().any(|id| id == typed) && !self.is_lost(typed) {
                file.dangling("source", name, known());
            }
        }
        names.iter().map(|name| SourceId::new(name)).collect()
    }
}

fn source(file: &mut TomlFile, seen: &mut Places, raw: RawSource) -> Source {
    let id = file.unique("source", seen, &raw.id);
    if id == THIS_DESK {
        let message = format!("`{THIS_DESK}` stands for what a desk itself fills in");
        let help = "give the source another name";
        file.fault(Code::Value, raw.id.span(), message, help);
    }
    if let Some(url) = &raw.url {
        check_scheme(file, url);
    }
    Source {
        id: SourceId::new(&id),
        checked: checked(file, &raw),
        checked_at: raw.checked.as_ref().map_or(raw.id.span(), Located::span),
        url: raw.url.map(Located::into_inner),
        span: raw.id.span(),
    }
}

fn checked(file: &mut TomlFile, raw: &RawSource) -> Option<NaiveDate> {
    if let Some(checked) = &raw.checked {
        return file.day(checked);
    }
    let id = &**raw.id;
    let message = format!("the source `{id}` does not say on which day it was checked");
    file.fault(
        Code::NoCheckedDay,
        raw.id.span(),
        message,
        "add the day on which somebody last read it: checked = 2026-11-22",
    );
    None
}

/// Adds the fault of an address that is not one to be opened.
pub(super) fn check_scheme(file: &mut TomlFile, url: &Name) {
    let typed = url.as_str();
    let known = ["https://", "http://", "mailto:"];
    let rest = known.iter().find_map(|scheme| typed.strip_prefix(scheme));
    let help = match rest {
        None if is_blank(typed) => return,
        None => "an address starts with https://, http:// or mailto:",
        Some(rest) if rest.trim_matches('/').is_empty() => "write the whole address",
        Some(rest) if rest.contains(char::is_whitespace) => "take the blanks out of the address",
        Some(_) => return,
    };
    let message = format!("`{typed}` is not an address that may be shown as a link");
    file.fault(Code::Scheme, url.span(), message, help);
}
