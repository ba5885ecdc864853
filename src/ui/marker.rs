//! The marker beside the line that Enter chooses.

use std::ops::Range;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};

use super::seen_row;
use super::theme::Looks;
use crate::app::Measured;

const MARKER: &str = "▸";

/// Puts the marker beside the rows of a line, if that is in sight; says where.
pub(super) fn put(
    rows: &Range<usize>,
    measured: Measured,
    looks: Looks,
    body: Rect,
    buffer: &mut Buffer,
) -> Option<Position> {
    let y = seen_row(rows.start, measured, body)?;
    let at = (body.width > 0).then_some(Position::new(body.x, y))?;
    let mut cell = Cell::EMPTY;
    cell.set_symbol(MARKER).set_style(looks.marker());
    *buffer.cell_mut(at)? = cell;
    Some(at)
}
