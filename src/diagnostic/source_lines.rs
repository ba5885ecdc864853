//! The lines of files, found quickly however many faults a file has.

use std::collections::HashMap;
use std::ops::Range;

/// The texts of files, with where their lines begin.
pub struct SourceLines<'s, F> {
    source: F,
    files: HashMap<String, Option<(&'s str, Vec<usize>)>>,
}

/// Some of a line, around a place in it.
pub(super) struct Excerpt<'s> {
    /// The line as typed, or the part of a very long one.
    pub(super) text: &'s str,
    /// Its number, from 1.
    pub(super) line: usize,
    /// The place in the whole line, in characters from 1.
    pub(super) column: usize,
    /// Whether `text` begins where the line does.
    pub(super) whole: bool,
    /// The bytes of `text` that are meant.
    pub(super) marked: Range<usize>,
}

/// How many bytes before and after a place are shown of a line.
const AROUND: usize = 160;

impl<'s, F: Fn(&str) -> Option<&'s str>> SourceLines<'s, F> {
    /// The lines of whatever `source` has.
    pub fn new(source: F) -> Self {
        Self {
            source,
            files: HashMap::new(),
        }
    }

    /// Line and column of a byte of a file, both counted from 1, columns in characters.
    pub fn position(&mut self, file: &str, offset: usize) -> Option<(usize, usize)> {
        let (text, starts) = self.file(file)?;
        let offset = clamp(text, offset);
        let line = starts.partition_point(|start| *start <= offset).max(1);
        let start = starts.get(line - 1).copied().unwrap_or_default();
        let column = text
            .get(start..offset)
            .map_or(0, |before| before.chars().count());
        Some((line, column + 1))
    }

    /// The line of a span's first byte; a span that goes on is cut at the line's end.
    pub(super) fn around(&mut self, file: &str, span: &Range<usize>) -> Option<Excerpt<'s>> {
        let (line, column) = self.position(file, span.start)?;
        let (text, starts) = self.file(file)?;
        let start = starts.get(line - 1).copied().unwrap_or_default();
        let next = starts.get(line).copied().unwrap_or(text.len());
        let whole = text.get(start..next).unwrap_or_default();
        let end = start + whole.trim_end_matches(['\n', '\r']).len();
        let from = clamp(text, span.start).clamp(start, end);
        let to = clamp(text, span.end).clamp(from, end);
        let first = clamp(text, from.saturating_sub(AROUND).max(start));
        let last = clamp(text, (to + AROUND).min(end).min(from + 2 * AROUND));
        let to = to.min(last);
        Some(Excerpt {
            text: text.get(first..last).unwrap_or_default(),
            line,
            column,
            whole: first == start,
            marked: from - first..to.max(from) - first,
        })
    }

    fn file(&mut self, file: &str) -> Option<(&'s str, &[usize])> {
        if !self.files.contains_key(file) {
            let found = (self.source)(file).map(|text| {
                let ends = text.match_indices('\n').map(|(at, _)| at + 1);
                (text, [0].into_iter().chain(ends).collect())
            });
            self.files.insert(file.to_owned(), found);
        }
        let (text, starts) = self.files.get(file)?.as_ref()?;
        Some((text, starts))
    }
}

/// The nearest place at or before `offset` at which `text` can be cut.
fn clamp(text: &str, offset: usize) -> usize {
    let mut at = offset.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
