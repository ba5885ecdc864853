//! Where something comes from, and how long ago that was checked.

use chrono::NaiveDate;

use super::page::{Block, Page};
use crate::app::Model;
use crate::id::SourceId;
use crate::locale::{Text, day_short};
use crate::pack::Source;

/// `FAQ Odisee, nagekeken 22 nov 2026, 2 dagen geleden`.
pub(super) fn source_line(model: &Model, source: &Source) -> String {
    let voice = model.desk_voice();
    let name = voice.say(&Text::Pack(format!("source-{}", source.id)));
    let days = days_since(source.checked, model.now.date_naive());
    let id = if days > i64::from(model.desk.stale_after) {
        "source-stale"
    } else {
        "source-checked"
    };
    let args = [
        ("source", name.into()),
        ("date", day_short(voice, source.checked).into()),
        ("days", days.into()),
    ];
    voice.own_with(id, args)
}

fn days_since(checked: NaiveDate, today: NaiveDate) -> i64 {
    today.signed_duration_since(checked).num_days().max(0)
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
