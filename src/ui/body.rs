//! Draws a page between header and footer: the rows that are seen of it, the
//! marker beside the line that Enter chooses, and the cursor.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};

use super::sheet::{Role, Sheet, TextRun};
use super::theme::Styles;
use crate::app::{ListState, Measured, View};

/// What drawing found out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawn {
    /// Rows of the page and of the view.
    pub measured: Measured,
    /// Where the cursor belongs, for whoever listens to the screen: in the text field, on
    /// the marker, or, where neither is in sight, at the first row that is.
    pub cursor: Option<Position>,
}

/// Draws a page that is laid out and has so many lines to choose.
pub(super) fn draw(
    sheet: &Sheet,
    list: &ListState,
    lines: usize,
    styles: Styles,
    area: Rect,
    buffer: &mut Buffer,
) -> Drawn {
    let marked = sheet.picks.get(list.selected(lines));
    let measured = measure(sheet, list.view, marked, area);
    for (row, runs) in (area.y..area.bottom()).zip(sheet.rows.iter().skip(measured.top)) {
        for run in runs {
            put(buffer, area, row, run, styles);
        }
    }
    let (style, visible) = (styles.role(Role::Strong), !area.is_empty());
    if visible && measured.top > 0 {
        buffer.set_string(area.right() - 1, area.y, "↑", style);
    }
    if visible && measured.top + measured.height < measured.rows {
        buffer.set_string(area.right() - 1, area.bottom() - 1, "↓", style);
    }
    let marker = marked.and_then(|rows| seen((rows.start, 0), measured, area));
    if let Some(at) = marker {
        buffer.set_string(at.x, at.y, "▸", style);
    }
    let field = sheet.field.and_then(|at| seen(at, measured, area));
    let first = visible.then_some(area.as_position());
    Drawn {
        measured,
        cursor: field.or(marker).or(first),
    }
}

fn measure(sheet: &Sheet, view: View, marked: Option<&Range<usize>>, area: Rect) -> Measured {
    let (rows, height) = (sheet.rows.len(), usize::from(area.height));
    let top = match (view, marked) {
        (View::Marker, Some(marked)) if marked.end > height => {
            (marked.end - height).min(marked.start)
        }
        (View::Marker, _) => 0,
        (View::From(row), _) => row.min(rows.saturating_sub(height)),
    };
    Measured { rows, height, top }
}

fn put(buffer: &mut Buffer, area: Rect, row: u16, run: &TextRun, styles: Styles) {
    let column = u16::try_from(run.column).unwrap_or(u16::MAX);
    let room = area.width.saturating_sub(column);
    let style = styles.role(run.role);
    if room > 0 && run.role == Role::Ink {
        let at = Position::new(area.x + column, row);
        ink(buffer, at, &run.text, room, style);
    } else if room > 0 {
        buffer.set_stringn(area.x + column, row, &run.text, room.into(), style);
    }
}

/// A row of a code. What is dark above is drawn as paper of the ink's colour, in reverse: in
/// many fonts the blocks that reach the top of a cell leave a gap there, which no
/// reader can read across.
fn ink(buffer: &mut Buffer, at: Position, text: &str, room: u16, style: Style) {
    let turned = style.add_modifier(Modifier::REVERSED);
    for (column, c) in (at.x..at.x + room).zip(text.chars()) {
        let (c, style) = match c {
            '█' => (' ', turned),
            '▀' => ('▄', turned),
            c => (c, style),
        };
        if let Some(cell) = buffer.cell_mut((column, at.y)) {
            cell.set_char(c).set_style(style);
        }
    }
}

/// Where a row and a column of the page are seen.
fn seen((row, column): (usize, usize), measured: Measured, area: Rect) -> Option<Position> {
    let below_top = row.checked_sub(measured.top)?;
    let (x, y) = (u16::try_from(column).ok()?, u16::try_from(below_top).ok()?);
    (x < area.width && y < area.height).then(|| Position::new(area.x + x, area.y + y))
}
