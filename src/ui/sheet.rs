//! Rows of text runs: what a page comes to on a screen.

use std::ops::Range;

use unicode_width::UnicodeWidthStr;

/// How a run of text is meant; the theme gives it its style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Words to read.
    Plain,
    /// Words to read first.
    Strong,
    /// The desk's language and other things beside.
    Quiet,
    /// Something that must not be missed.
    Alert,
    /// Black on white, whatever the theme.
    Ink,
}

/// A run of text in a row: where it begins, what it says, how it is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextRun {
    /// The column.
    pub column: usize,
    /// The text, of one row.
    pub text: String,
    /// How it is meant.
    pub role: Role,
}

impl TextRun {
    pub(super) fn new(column: usize, text: impl Into<String>, role: Role) -> Self {
        let text = text.into();
        Self { column, text, role }
    }
}

/// The text runs of one row.
pub type SheetRow = Vec<TextRun>;

/// A page laid out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The rows, from the top.
    pub rows: Vec<SheetRow>,
    /// The rows of each line that can be chosen.
    pub picks: Vec<Range<usize>>,
    /// Row and column of the cursor of a text field.
    pub field: Option<(usize, usize)>,
}

impl Sheet {
    /// Puts the rows of another sheet beside these, from a row and a column on.
    pub(super) fn put_beside(&mut self, row: usize, column: usize, other: Self) {
        let rows = self.rows.len().max(row + other.rows.len());
        self.rows.resize(rows, Vec::new());
        for (row, runs) in self.rows.iter_mut().skip(row).zip(other.rows) {
            row.extend(runs.into_iter().map(|mut run| {
                run.column += column;
                run
            }));
        }
    }

    /// Takes empty rows away at the end.
    pub(super) fn trim(&mut self) {
        while self.rows.last().is_some_and(Vec::is_empty) {
            self.rows.pop();
        }
    }
}

/// How many columns rows take.
pub(super) fn columns(rows: &[String]) -> usize {
    rows.iter().map(|row| row.width()).max().unwrap_or_default()
}
