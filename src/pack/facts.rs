//! `data/facts.toml`: figures by name.

use std::ops::Range;

use schemars::JsonSchema;
use serde::Deserialize;

use super::Files;
use super::list::{List, list};
use super::sources::{SourceNames, Sources};
use crate::diagnostic::Diagnostic;
use crate::id::{FactId, SourceId};
use crate::toml_file::{Document, Id, Located};

/// A figure that sentences use by its name, so that plurals come out right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// Its name, also as a variable in the words.
    pub id: FactId,
    /// The figure itself, in the unit that its name says.
    pub value: u32,
    /// Where the figure comes from.
    pub sources: Vec<SourceId>,
    /// Where the file names it.
    pub span: Range<usize>,
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct FactsFile {
    /// A figure that sentences say.
    #[serde(default)]
    fact: Vec<RawFact>,
}

impl Document for FactsFile {}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawFact {
    id: Located<Id>,
    /// The figure itself; sentences say it as { $name }.
    value: u32,
    sources: SourceNames,
}

/// Reads the file; what is wrong with it is added to `faults`.
pub(super) fn read(files: &Files, sources: &Sources, faults: &mut Vec<Diagnostic>) -> List<Fact> {
    let tables = |file: FactsFile| file.fact;
    list(files, "fact", faults, tables, |file, seen, raw| Fact {
        id: FactId::new(&file.unique("fact", seen, &raw.id)),
        value: raw.value,
        sources: sources.resolve(file, &raw.sources),
        span: raw.id.span(),
    })
}
