//! Where something comes from, and how long ago that was checked.

use super::page::{Block, Page};
use crate::app::Model;
use crate::id::SourceId;
use crate::note;
use crate::pack::Source;

/// A source with its age, for the agent.
pub(super) fn source_line(model: &Model, source: &Source) -> String {
    note::source_line(
        model.desk_voice(),
        source,
        model.now.date_naive(),
        model.desk.stale_after,
    )
}

/// Adds the sources of what the page says, a line each.
pub(super) fn add(model: &Model, page: &mut Page, sources: &[SourceId]) {
    let mut name = model.desk_voice().own("source");
    for source in sources
        .iter()
        .filter_map(|id| model.pack().known().source(id))
    {
        let label = std::mem::take(&mut name);
        page.add_side(Block::Fact(label, source_line(model, source)));
    }
}

/// The same, with what is to be known about each source.
pub(super) fn add_with_notes(model: &Model, page: &mut Page, sources: &[SourceId]) {
    let voice = model.desk_voice();
    let mut name = voice.own("source");
    let known = model.pack().known();
    for source in sources.iter().filter_map(|id| known.source(id)) {
        let line = note::source_line_with_note(
            voice,
            source,
            model.now.date_naive(),
            model.desk.stale_after,
        );
        page.add_side(Block::Fact(std::mem::take(&mut name), line));
    }
}
