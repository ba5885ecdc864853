//! Rows of one line each: what was found, and a text field.

use unicode_width::UnicodeWidthStr;

use super::{LEAST_BESIDE, Role, Setter, piece};
use crate::ui::marked::{excerpt, seen_around};
use crate::ui::page::Marked;

impl Setter {
    /// A line that was found: an excerpt on a row, what it is a part of beside or below, more below.
    pub(super) fn found(&mut self, words: &Marked, within: Option<&str>, more: &[Marked]) {
        let start = self.sheet.rows.len();
        let within = within.map(|within| format!("· {within}"));
        let beside = within.as_ref().map_or(0, |within| within.width() + 1);
        let room = self.width.saturating_sub(2);
        if beside + LEAST_BESIDE <= room {
            let end = self.marked(2, room - beside, Role::Plain, words);
            let within = within.map(|within| piece(end + 1, within, Role::Quiet));
            self.sheet
                .rows
                .last_mut()
                .into_iter()
                .for_each(|row| row.extend(within.clone()));
        } else {
            self.marked(2, room, Role::Plain, words);
            let within = within.map(Marked::from);
            within.iter().for_each(|within| self.more(within));
        }
        more.iter().for_each(|text| self.more(text));
        self.sheet.picks.push(start..self.sheet.rows.len());
    }

    fn more(&mut self, text: &Marked) {
        self.marked(4, self.width.saturating_sub(4), Role::Quiet, text);
    }

    /// One row of a text with its marks; returns the column after it.
    fn marked(&mut self, column: usize, room: usize, role: Role, text: &Marked) -> usize {
        let mut end = column;
        let mut row = Vec::new();
        for (text, marked) in excerpt(text, room) {
            let role = if marked { Role::Strong } else { role };
            let start = end;
            end += text.width();
            row.push(piece(start, text, role));
        }
        self.sheet.rows.push(row);
        end
    }

    /// A field on one row; of a long text the part around the cursor is seen.
    pub(super) fn field(&mut self, name: &str, text: &str, cursor: usize) {
        let start = 2 + name.width() + 1;
        let room = self.width.saturating_sub(start + 1).max(1);
        let (seen, column) = seen_around(text, cursor, room);
        self.sheet.field = Some((self.sheet.rows.len(), start + column));
        let name = piece(2, name.to_owned(), Role::Plain);
        self.sheet
            .rows
            .push(vec![name, piece(start, format!("{seen}_"), Role::Strong)]);
    }
}
