//! Blocks that take one row for each text: what was found, and a text field.

use unicode_width::UnicodeWidthStr;

use super::excerpt::{excerpt, seen_around};
use super::page::{FoundLine, Highlighted, TextField};
use super::sheet::{Role, SheetRow, TextRun};

/// The narrowest that words run beside something else.
pub(super) const LEAST_BESIDE: usize = 26;

/// A line that was found: an excerpt on a row, what it is a part of beside or below, more below.
pub(super) fn found_rows(found: &FoundLine, width: usize) -> Vec<SheetRow> {
    let within = found.within.as_ref().map(|within| format!("· {within}"));
    let beside = within.as_ref().map_or(0, |within| within.width() + 1);
    let room = width.saturating_sub(2);
    let more = |text: &Highlighted| highlighted(4, width.saturating_sub(4), Role::Quiet, text).0;
    let mut rows = Vec::new();
    if beside + LEAST_BESIDE <= room {
        let (mut row, end) = highlighted(2, room - beside, Role::Plain, &found.words);
        row.extend(within.map(|within| TextRun::new(end + 1, within, Role::Quiet)));
        rows.push(row);
    } else {
        rows.push(highlighted(2, room, Role::Plain, &found.words).0);
        rows.extend(within.map(|within| more(&within.into())));
    }
    rows.extend(found.more.iter().map(more));
    rows
}

/// One row of a text with its highlights, and the column after it.
fn highlighted(column: usize, room: usize, role: Role, text: &Highlighted) -> (SheetRow, usize) {
    let mut end = column;
    let mut row = Vec::new();
    for (text, highlighted) in excerpt(text, room) {
        let role = if highlighted { Role::Strong } else { role };
        let start = end;
        end += text.width();
        row.push(TextRun::new(start, text, role));
    }
    (row, end)
}

/// A field on one row, and the column of its cursor; of a long text the part around that is seen.
pub(super) fn field_row(field: &TextField, width: usize) -> (SheetRow, usize) {
    let start = 2 + field.name.width() + 1;
    let room = width.saturating_sub(start + 1).max(1);
    let (seen, column) = seen_around(&field.text, field.cursor, room);
    let name = TextRun::new(2, field.name.as_str(), Role::Plain);
    let text = TextRun::new(start, format!("{seen}_"), Role::Strong);
    (vec![name, text], start + column)
}
