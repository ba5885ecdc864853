//! Where a screen's marker stands, and which of its rows are seen.

/// The marker and the view of one screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ListState {
    selected: usize,
    view: View,
}

/// Which rows of a page are seen when not all fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// From this row on.
    From(usize),
    /// Those around the marker.
    Marker,
}

impl Default for View {
    fn default() -> Self {
        Self::From(0)
    }
}

/// What a screen measured when it was last drawn, in rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Measured {
    /// Rows of the page.
    pub rows: usize,
    /// Rows that can be seen at once.
    pub height: usize,
    /// The first row that is seen.
    pub top: usize,
}

impl ListState {
    /// A screen with its marker on the given line.
    pub fn at(selected: usize) -> Self {
        Self {
            selected,
            view: View::From(0),
        }
    }

    /// Where the marker stands, among `count` lines.
    pub fn selected(&self, count: usize) -> usize {
        self.selected.min(count.saturating_sub(1))
    }

    /// Which rows are seen.
    pub fn view(&self) -> View {
        self.view
    }

    /// Moves the marker down one line, to the first after the last; scrolls where there is no line.
    pub fn down(&mut self, count: usize, measured: Measured) {
        if count == 0 {
            return self.scroll(1, measured);
        }
        self.selected = (self.selected(count) + 1) % count;
        self.view = View::Marker;
    }

    /// Moves the marker up one line, to the last before the first; scrolls where there is no line.
    pub fn up(&mut self, count: usize, measured: Measured) {
        if count == 0 {
            return self.scroll(-1, measured);
        }
        self.selected = (self.selected(count) + count - 1) % count;
        self.view = View::Marker;
    }

    /// Puts the marker on the first line.
    pub fn first(&mut self) {
        *self = Self::default();
    }

    /// Puts the marker on the last of `count` lines.
    pub fn last(&mut self, count: usize, measured: Measured) {
        self.selected = count.saturating_sub(1);
        self.scroll(isize::MAX, measured);
    }

    /// Shows the rows below those that are seen.
    pub fn page_down(&mut self, measured: Measured) {
        self.scroll(page(measured), measured);
    }

    /// Shows the rows above those that are seen.
    pub fn page_up(&mut self, measured: Measured) {
        self.scroll(-page(measured), measured);
    }

    fn scroll(&mut self, rows: isize, measured: Measured) {
        let last = measured.rows.saturating_sub(measured.height);
        self.view = View::From(measured.top.saturating_add_signed(rows).min(last));
    }
}

/// One row of the page before stays in sight.
fn page(measured: Measured) -> isize {
    isize::try_from(measured.height.saturating_sub(1).max(1)).unwrap_or(isize::MAX)
}
