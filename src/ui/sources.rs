//! Where something comes from, and how long ago that was checked.

use chrono::NaiveDate;

use super::page::{Block, Page};
use crate::app::Model;
use crate::i18n::Voice;
use crate::id::SourceId;
use crate::note::{source_line, source_line_with_note};
use crate::pack::Source;

/// Adds the sources of what the page says, a line each.
pub(super) fn add(model: &Model, page: &mut Page, sources: &[SourceId]) {
    let known = model.pack().known();
    let sources = sources.iter().filter_map(|id| known.source(id));
    add_lines(model, page, sources, source_line);
}

/// The same, with what is to be known about each source.
pub(super) fn add_with_notes(model: &Model, page: &mut Page, sources: &[SourceId]) {
    let known = model.pack().known();
    let sources = sources.iter().filter_map(|id| known.source(id));
    add_lines(model, page, sources, source_line_with_note);
}

/// Adds the source from which most of a pack comes.
pub(super) fn add_first(model: &Model, page: &mut Page) {
    let sources = model.pack().known().sources.iter();
    add_lines(model, page, sources.take(1), source_line);
}

/// A source as the agent reads it: at this day, stale after so many days.
type SourceLine = fn(Voice<'_>, &Source, NaiveDate, u32) -> String;

fn add_lines<'s>(
    model: &Model,
    page: &mut Page,
    sources: impl Iterator<Item = &'s Source>,
    line: SourceLine,
) {
    let (voice, today) = (model.desk_voice(), model.now.date_naive());
    let lines = sources.map(|source| line(voice, source, today, model.desk.stale_after));
    Block::facts(voice.own("source"), lines).for_each(|fact| page.add_side(fact));
}
