//! `data/desks.toml`: the servicedesks on the campuses.

use std::ops::Range;

use schemars::JsonSchema;
use serde::Deserialize;

use super::Files;
use super::list::{List, list};
use super::sources::{SourceNames, Sources};
use crate::diagnostic::Diagnostic;
use crate::id::{DeskId, SourceId};
use crate::toml_file::{Document, Id, Located};

/// A servicedesk on a campus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Desk {
    /// Its name.
    pub id: DeskId,
    /// The room, as it stands on the door.
    pub room: String,
    /// Where the file says the room.
    pub room_span: Range<usize>,
    /// Where this comes from.
    pub sources: Vec<SourceId>,
    /// Where the file names it.
    pub span: Range<usize>,
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct DesksFile {
    /// A servicedesk on a campus.
    #[serde(default)]
    desk: Vec<RawDesk>,
}

impl Document for DesksFile {}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawDesk {
    id: Located<Id>,
    /// The room, as it stands on the door.
    room: Located<String>,
    sources: SourceNames,
}

/// Reads the file; what is wrong with it is added to `faults`.
pub(super) fn read(files: &Files, sources: &Sources, faults: &mut Vec<Diagnostic>) -> List<Desk> {
    let tables = |file: DesksFile| file.desk;
    list(files, "desk", faults, tables, |file, seen, raw| Desk {
        id: DeskId::new(&file.unique("desk", seen, &raw.id)),
        room_span: raw.room.span(),
        room: raw.room.into_inner(),
        sources: sources.resolve(file, &raw.sources),
        span: raw.id.span(),
    })
}
