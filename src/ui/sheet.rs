//! Rows of text runs: what a page comes to on a screen.

use std::ops::Range;

use unicode_width::UnicodeWidthStr;

use crate::sanitize::sanitize;

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
    pub column: usize,
    pub text: String,
    pub role: Role,
}

impl TextRun {
    /// A run without anything that could steer a terminal, whoever wrote it.
    pub(super) fn new(column: usize, text: &str, role: Role) -> Self {
        let text = sanitize(text).into_owned();
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
    /// Puts other rows beside these, from a row and a column on.
    pub(super) fn put_beside(&mut self, row: usize, column: usize, mut other: Vec<SheetRow>) {
        let rows = self.rows.len().max(row + other.len());
        self.rows.resize(rows, Vec::new());
        for (row, runs) in self.rows.iter_mut().skip(row).zip(&mut other) {
            runs.iter_mut().for_each(|run| run.column += column);
            row.append(runs);
        }
    }
}

/// How many columns rows take.
pub(super) fn columns(rows: &[String]) -> usize {
    rows.iter().map(|row| row.width()).max().unwrap_or_default()
}
