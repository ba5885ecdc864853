//! The marker beside the line that Enter chooses. A key that moves it costs its
//! two cells: the page it stands on is not laid out again.

use std::ops::Range;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};

use super::layout::Sheet;
use super::theme::Looks;
use super::{seen_row, top_row};
use crate::app::{List, Measured};

const MARKER: &str = "▸";
/// On so few columns words begin where the marker stands.
const COVERED: u16 = 2;

/// A page as it was drawn, as far as its marker can move on it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Track {
    /// The rows of each line that can be chosen.
    picks: Vec<Range<usize>>,
    measured: Measured,
    body: Rect,
    /// Where it stands, if that is in sight.
    at: Option<Position>,
    /// What the cell looks like with and without it.
    on: Cell,
    off: Cell,
}

/// The marker at its new place, where nothing else has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The cells that are other ones now.
    pub cells: [(Position, Cell); 2],
    /// Where the cursor belongs.
    pub cursor: Option<Position>,
}

impl Track {
    pub(super) fn of(sheet: Sheet, measured: Measured, looks: Looks, body: Rect) -> Self {
        let cell = |symbol, style| {
            let mut cell = Cell::EMPTY;
            cell.set_symbol(symbol).set_style(style);
            cell
        };
        Self {
            picks: sheet.picks,
            measured,
            body,
            at: None,
            on: cell(MARKER, looks.marker()),
            off: cell(" ", looks.base()),
        }
    }

    /// Where the marker stands, if that is in sight.
    pub(super) fn at(&self) -> Option<Position> {
        self.at
    }

    /// Puts the marker where the list has it, if that is in sight; says where.
    pub(super) fn put(&mut self, list: &List, buffer: &mut Buffer) -> Option<Position> {
        self.at = self.place(list);
        if let Some(cell) = self.at.and_then(|at| buffer.cell_mut(at)) {
            *cell = self.on.clone();
        }
        self.at
    }

    /// Moves the marker to where the list has it now: the cells that it leaves and takes. Nothing
    /// where other rows come into sight, where the marker is out of sight, or where it covers words.
    pub(super) fn step(&mut self, list: &List) -> Option<[(Position, Cell); 2]> {
        let rows = self.picks.get(list.selected(self.picks.len()));
        let scrolls = top_row(list.view(), self.measured, rows) != self.measured.top;
        if scrolls || self.body.width <= COVERED {
            return None;
        }
        let from = self.at?;
        let to = self.place(list)?;
        self.at = Some(to);
        Some([(from, self.off.clone()), (to, self.on.clone())])
    }

    fn place(&self, list: &List) -> Option<Position> {
        let rows = self.picks.get(list.selected(self.picks.len()))?;
        let y = seen_row(rows.start, self.measured, self.body)?;
        (self.body.width > 0).then_some(Position::new(self.body.x, y))
    }
}
