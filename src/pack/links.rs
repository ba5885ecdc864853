//! `data/links.toml`: addresses by name.

use std::ops::{Deref, Range};

use schemars::JsonSchema;
use serde::Deserialize;

use super::Files;
use super::list::{List, list};
use super::sources::{SourceNames, Sources, check_scheme};
use crate::diagnostic::Diagnostic;
use crate::id::{LinkId, SourceId};
use crate::toml_file::{Document, Id, Located, Name};

/// An address that a person can open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Its name.
    pub id: LinkId,
    /// The address in full: http, https or mailto.
    pub url: String,
    /// Where it comes from.
    pub sources: Vec<SourceId>,
    /// Where the file names it.
    pub span: Range<usize>,
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct LinksFile {
    /// An address that a person can open.
    #[serde(default)]
    link: Vec<RawLink>,
}

impl Document for LinksFile {}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawLink {
    id: Located<Id>,
    /// The address in full: http, https or mailto.
    url: Name,
    sources: SourceNames,
}

/// Names of links.toml: addresses that help here.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(transparent)]
pub(super) struct LinkNames(Vec<Name>);

impl Deref for LinkNames {
    type Target = [Name];

    fn deref(&self) -> &[Name] {
        &self.0
    }
}

/// Reads the file; what is wrong with it is added to `faults`.
pub(super) fn read(files: &Files, sources: &Sources, faults: &mut Vec<Diagnostic>) -> List<Link> {
    let tables = |file: LinksFile| file.link;
    list(files, "link", faults, tables, |file, seen, raw| {
        check_scheme(file, &raw.url);
        Link {
            id: LinkId::new(&file.unique("link", seen, &raw.id)),
            sources: sources.resolve(file, &raw.sources),
            span: raw.id.span(),
            url: raw.url.into_inner(),
        }
    })
}
