//! Where something comes from, and how long ago that was checked; and what
//! people ask for and the pack does not know.

use chrono::NaiveDate;

use super::page::{Block, Page};
use crate::app::Model;
use crate::i18n::{Text, Voice};
use crate::id::SourceId;
use crate::pack::{About, Source};

/// A source as the agent reads it: at this day, stale after so many days.
type SourceLine = fn(Voice<'_>, &Source, NaiveDate, u32) -> String;

/// Adds the sources of what the page says, a line each.
pub(super) fn add<'s>(
    model: &Model,
    page: &mut Page,
    sources: impl IntoIterator<Item = &'s SourceId>,
    line: SourceLine,
) {
    let (voice, today) = (model.desk_voice(), model.now.date_naive());
    let sources = sources.into_iter();
    let lines = sources.filter_map(|id| {
        let source = model.pack().known().source(id)?;
        Some(line(voice, source, today, model.desk.stale_after))
    });
    page.side.extend(Block::facts(voice.own("source"), lines));
}

/// Adds what is asked for here and the pack does not know: first what this desk
/// knows, with the desk itself as the source, then what nobody does.
pub(super) fn add_unknown(model: &Model, about: About, page: &mut Page) {
    let voice = model.desk_voice();
    let asked = model.pack().manifest().unknown.iter();
    let mut missing = Vec::new();
    for unknown in asked.filter(|unknown| unknown.about.value() == Some(about)) {
        let name = voice.say(&Text::Pack(format!("unknown-{}", unknown.id)));
        let mut known = model.desk.known.iter();
        if let Some((_, text)) = known.find(|(known, _)| *known == *unknown.id) {
            let text = voice.own_with("known-here", [("text", text.clone().into())]);
            page.side.push(Block::Fact(name, text));
        } else {
            missing.push(name);
        }
    }
    if !missing.is_empty() {
        page.side
            .push(Block::Fact(voice.own("unknown"), missing.join(", ")));
    }
}
