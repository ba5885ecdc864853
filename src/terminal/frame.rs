//! One picture after another: what changed, as one string of bytes.

use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::layout::{Position, Rect};

use super::pen::Pen;

/// Beyond these a terminal lies, and would only cost memory.
const LARGEST: (u16, u16) = (500, 200);

/// So many blanks at the end of a row take more bytes than erasing it.
const WORTH_ERASING: usize = 3;

/// The picture on the screen and the next one.
#[derive(Debug)]
pub(super) struct Frame {
    shown: Buffer,
    next: Buffer,
    cursor: Option<Position>,
    pen: Pen,
}

impl Frame {
    /// An empty picture on a screen about which nothing is known.
    pub(super) fn new(columns: u16, rows: u16, pen: Pen) -> Self {
        let area = bounded(columns, rows);
        let (shown, next) = (Buffer::empty(area), Buffer::empty(area));
        let mut frame = Self {
            shown,
            next,
            cursor: None,
            pen,
        };
        frame.start_over();
        frame
    }

    /// Starts over on a screen of another size, and says which size it takes.
    pub(super) fn resize(&mut self, columns: u16, rows: u16) -> (u16, u16) {
        let area = bounded(columns, rows);
        self.shown = Buffer::empty(area);
        self.next = Buffer::empty(area);
        self.start_over();
        (area.width, area.height)
    }

    /// Takes nothing on the screen for granted any more.
    pub(super) fn start_over(&mut self) {
        self.pen.lift();
        self.pen.clear();
        self.pen.text.push_str("\x1b[?25l");
        self.cursor = None;
        self.shown.reset();
    }

    /// Adds a sequence that draws nothing.
    pub(super) fn also(&mut self, sequence: &str) {
        self.pen.text.push_str(sequence);
    }

    /// Draws the next picture and adds what it changes to [`Frame::bytes`].
    pub(super) fn draw(&mut self, draw: impl FnOnce(Rect, &mut Buffer) -> Option<Position>) {
        self.next.reset();
        let area = self.next.area;
        let cursor = draw(area, &mut self.next).filter(|at| area.contains(*at));
        self.changes();
        self.put_cursor(cursor);
        std::mem::swap(&mut self.shown, &mut self.next);
    }

    /// What is to be written, at once.
    pub(super) fn bytes(&self) -> &[u8] {
        self.pen.text.as_bytes()
    }

    /// To be called when [`Frame::bytes`] was written.
    pub(super) fn written(&mut self) {
        self.pen.lift();
    }

    fn changes(&mut self) {
        let changes = self.shown.diff(&self.next);
        for row in changes.chunk_by(|a, b| a.1 == b.1) {
            row_changes(&mut self.pen, &self.next, row);
        }
        self.pen.plain();
    }

    fn put_cursor(&mut self, cursor: Option<Position>) {
        if let Some(at) = cursor {
            self.pen.go(at);
        }
        match (self.cursor, cursor) {
            (None, Some(_)) => self.pen.text.push_str("\x1b[?25h"),
            (Some(_), None) => self.pen.text.push_str("\x1b[?25l"),
            _ => {}
        }
        self.cursor = cursor;
    }
}

fn row_changes(pen: &mut Pen, next: &Buffer, row: &[(u16, u16, &Cell)]) {
    let Some((_, y, _)) = row.first() else { return };
    let end = end_of_text(next, *y);
    let (text, blanks) = row.split_at(row.partition_point(|(x, ..)| *x < end));
    for (x, y, cell) in text {
        pen.cell(Position::new(*x, *y), cell, next.area.width);
    }
    match blanks.first() {
        Some((x, y, _)) if blanks.len() > WORTH_ERASING => {
            pen.erase_row_from(Position::new(*x, *y))
        }
        _ => blanks.iter().for_each(|(x, y, cell)| {
            pen.cell(Position::new(*x, *y), cell, next.area.width);
        }),
    }
}

/// The column from which row `y` has nothing but blanks.
fn end_of_text(buffer: &Buffer, y: u16) -> u16 {
    let filled = |x: &u16| {
        buffer
            .cell((*x, y))
            .is_some_and(|cell| *cell != Cell::EMPTY)
    };
    let last = (0..buffer.area.width).rev().find(filled);
    let after = |x: u16| {
        x + buffer
            .cell((x, y))
            .map_or(1, |cell| cell.cell_width().max(1))
    };
    last.map_or(0, after)
}

fn bounded(columns: u16, rows: u16) -> Rect {
    match (columns, rows) {
        // A terminal that was never told its size.
        (0, _) | (_, 0) => Rect::new(0, 0, 80, 24),
        _ => Rect::new(0, 0, columns.min(LARGEST.0), rows.min(LARGEST.1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::style::Style;

    fn drawn(frame: &mut Frame, rows: &[&str], cursor: Option<(u16, u16)>) -> String {
        frame.draw(|_, buffer| {
            for (y, row) in (0..).zip(rows) {
                buffer.set_string(0, y, row, Style::new());
            }
            cursor.map(Position::from)
        });
        let bytes = String::from_utf8(frame.bytes().to_vec()).unwrap();
        frame.written();
        bytes
    }

    #[test]
    fn the_first_picture_starts_from_an_empty_screen() {
        let mut frame = Frame::new(20, 3, Pen::default());
        let bytes = drawn(&mut frame, &["", "hello"], None);
        assert_eq!(bytes, "\x1b[0m\x1b[2J\x1b[?25l\x1b[2Hhello");
    }

    #[test]
    fn the_same_picture_costs_nothing() {
        let mut frame = Frame::new(20, 3, Pen::default());
        drawn(&mut frame, &["a", "b"], Some((0, 1)));
        assert_eq!(drawn(&mut frame, &["a", "b"], Some((0, 1))), "");
    }

    #[test]
    fn a_marker_moves_in_a_few_bytes_and_the_cursor_with_it() {
        let mut frame = Frame::new(20, 3, Pen::default());
        drawn(&mut frame, &["▸ a", "  b"], Some((0, 0)));
        let bytes = drawn(&mut frame, &["  a", "▸ b"], Some((0, 1)));
        assert_eq!(bytes, " \x1b[2H▸\x1b[2H");
    }

    #[test]
    fn the_cursor_is_shown_and_hidden_only_on_change() {
        let mut frame = Frame::new(20, 3, Pen::default());
        assert!(drawn(&mut frame, &["a"], Some((0, 0))).ends_with("\x1b[1H\x1b[?25h"));
        assert_eq!(drawn(&mut frame, &["a"], Some((2, 1))), "\x1b[2;3H");
        assert_eq!(drawn(&mut frame, &["a"], None), "\x1b[?25l");
        assert_eq!(
            drawn(&mut frame, &["a"], Some((99, 99))),
            "",
            "outside is nowhere"
        );
    }

    #[test]
    fn a_row_that_ends_earlier_is_erased_in_one_go() {
        let mut frame = Frame::new(20, 3, Pen::default());
        drawn(&mut frame, &["a long row", "語語"], None);
        assert_eq!(drawn(&mut frame, &["a", "語語"], None), "\x1b[1;3H\x1b[K");
        assert_eq!(drawn(&mut frame, &["a", "語"], None), "\x1b[2;3H ");
    }

    #[test]
    fn every_size_can_be_drawn() {
        for (columns, rows, area) in [
            (0, 0, (80, 24)),
            (1, 1, (1, 1)),
            (u16::MAX, u16::MAX, LARGEST),
            (300, 1, (300, 1)),
        ] {
            let mut frame = Frame::new(80, 24, Pen::default());
            assert_eq!(frame.resize(columns, rows), area);
            drawn(&mut frame, &["語"], Some((0, 0)));
        }
    }
}
