//! Where something comes from, in words.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::i18n::{Text, Voice, day_short};
use crate::id::SourceId;
use crate::pack::{Source, THIS_DESK};

/// The name of a source; that of the desk itself is the program's word.
pub fn source_name(voice: Voice<'_>, id: &SourceId) -> String {
    if id.as_str() == THIS_DESK {
        voice.own(THIS_DESK)
    } else {
        voice.say(&Text::Pack(format!("source-{id}")))
    }
}

/// `FAQ Odisee, nagekeken 22 nov 2026, 2 dagen geleden`; after `stale_after`
/// days it says that it needs to be checked. Only its name where no day is known.
pub fn source_line(
    voice: Voice<'_>,
    source: &Source,
    today: NaiveDate,
    stale_after: u32,
) -> String {
    let name = source_name(voice, &source.id);
    let checked = source.checked.as_ref();
    let Some(checked) = checked.and_then(|checked| checked.day()) else {
        return name;
    };
    let days = today.signed_duration_since(checked).num_days().max(0);
    let id = if days > i64::from(stale_after) {
        "source-stale"
    } else {
        "source-checked"
    };
    let args = [
        ("source", name.into()),
        ("date", day_short(voice, checked).into()),
        ("days", days.into()),
    ];
    voice.own_with(id, args)
}

/// The same, with what the pack says is to be known about the source.
pub fn source_line_with_note(
    voice: Voice<'_>,
    source: &Source,
    today: NaiveDate,
    stale_after: u32,
) -> String {
    let line = source_line(voice, source, today, stale_after);
    match voice.say_if_any(&Text::Pack(format!("source-{}.note", source.id))) {
        Some(note) => format!("{line} ({note})"),
        None => line,
    }
}

/// Each of some sources once, in the order in which they come.
pub fn each_once<'a>(sources: impl Iterator<Item = &'a SourceId>) -> Vec<SourceId> {
    let mut seen = BTreeSet::new();
    let new = sources.filter(|source| seen.insert(*source));
    new.cloned().collect()
}
