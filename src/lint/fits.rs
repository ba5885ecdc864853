//! What fits on a screen, and where its words stand.

use std::ops::Range;

use unicode_width::UnicodeWidthStr;

use crate::app::Model;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::i18n::{Lang, words_path};
use crate::ui::{Block, INDENT, Page, Sheet};

/// Columns and rows of a screen.
pub(super) type Size = (u16, u16);

/// The sizes of the screen at which everything must fit.
pub(super) const SIZES: [Size; 2] = [(80, 24), NARROW];
pub(super) const NARROW: Size = (40, 12);

/// The first of so many lines to choose that is not seen whole. Replies come first; what may
/// stand below the fold are the links after them, and how to go on after an end.
pub(super) fn below_fold(sheet: &Sheet, lines: usize, height: usize) -> Option<usize> {
    let mut picks = sheet.picks.iter().take(lines);
    picks.position(|rows| rows.end > height)
}

/// A word that is longer than a row.
pub(super) struct Cut<'p> {
    pub(super) word: &'p str,
    /// How many columns there are for it.
    pub(super) room: usize,
    /// The line to choose that it is in, by its place.
    pub(super) line: Option<usize>,
}

impl Cut<'_> {
    /// The fault of it, in a part of a screen.
    pub(super) fn fault(&self, here: &str, part: &str, place: Place) -> Diagnostic {
        let Self { word, room, .. } = self;
        let message = format!("{here}, {part} is cut: `{word}` is longer than a row");
        let fault = Diagnostic::new(Code::AnswerCut, place, message);
        fault.help(format!("a word may take {room} columns: use a shorter one"))
    }
}

/// Which screen is meant: its size, and its language.
pub(super) fn here(model: &Model, lang: Lang, (width, height): Size) -> String {
    format!(
        "at {width} × {height}, in `{}`",
        model.words().language(lang)
    )
}

/// The words of a page that do not fit on a row of so many columns, one for each sentence.
pub(super) fn cut(page: &Page, columns: usize) -> Vec<Cut<'_>> {
    let mut lines = 0;
    let mut cut = Vec::new();
    for block in page.main.iter().chain(&page.side) {
        let Some((words, indent)) = indented(block) else {
            continue;
        };
        let line = matches!(block, Block::Pick(_)).then_some(lines);
        lines += usize::from(line.is_some());
        let room = columns.saturating_sub(indent + 1);
        let word = too_long(words, room).filter(|word| line.is_some() || !is_address(word));
        cut.extend(word.map(|word| Cut { word, room, line }));
    }
    cut
}

/// What a block says, and after how many columns.
fn indented(block: &Block) -> Option<(&str, usize)> {
    match block {
        Block::Say(said) => Some((&said.words, 2)),
        Block::Step(said) => Some((&said.words, 4)),
        Block::Pick(line) => Some((&line.said.words, INDENT)),
        Block::Hint(words) | Block::LargeText(words) => Some((words, 2)),
        _ => None,
    }
}

/// Whether a page says a variable that it is not given, which is a fault of its own: nobody can
/// tell how long it will be.
pub(super) fn is_unfinished(page: &Page) -> bool {
    let mut blocks = page.main.iter().chain(&page.side);
    blocks.any(|block| indented(block).is_some_and(|(words, _)| words.contains("{$")))
}

/// The first word that does not fit on a row; rows break at spaces only.
fn too_long(words: &str, room: usize) -> Option<&str> {
    if words.len() <= room {
        return None;
    }
    let mut words = words.split_ascii_whitespace();
    words.find(|word| word.width() > room)
}

/// Whether a word is an address, which nobody can make shorter.
fn is_address(word: &str) -> bool {
    word.contains(['/', '@'])
}

/// A file of words of a pack, where findings have their places.
pub(super) struct Words<'p> {
    path: String,
    text: &'p str,
}

impl<'p> Words<'p> {
    /// The words of `pack` or of `flows/…` in a language.
    pub(super) fn of(model: &'p Model, lang: Lang, name: &str) -> Self {
        Self::in_file(model, words_path(model.words().language(lang), name))
    }

    /// The words of any other file.
    pub(super) fn in_file(model: &'p Model, path: String) -> Self {
        let text = model.pack().files().text(&path).unwrap_or_default();
        Self { path, text }
    }

    /// Whether there is such a file.
    pub(super) fn are_there(&self) -> bool {
        !self.text.is_empty()
    }

    /// Where a message stands, or one of its attributes.
    pub(super) fn place(&self, message: &str, attribute: &str) -> Place {
        let own = self.line_of(message, 0..self.text.len());
        let span = match attribute {
            "" => own,
            _ => own.map(|own| {
                let below = own.end..self.text.len();
                let attribute = self.line_of(&format!("    .{attribute}"), below);
                attribute.unwrap_or(own)
            }),
        };
        self.at(span)
    }

    /// Where a word stands that is too long to stand anywhere else, whatever the screen puts after it.
    pub(super) fn place_of_word(&self, word: &str) -> Place {
        let word = word.trim_end_matches([':', ',', '.']);
        let start = self.text.find(word);
        self.at(start.map(|start| start..start + word.len()))
    }

    fn at(&self, span: Option<Range<usize>>) -> Place {
        Place {
            span,
            ..Place::file(&self.path)
        }
    }

    /// The first line within some bytes that begins with a name and ` =`.
    fn line_of(&self, name: &str, within: Range<usize>) -> Option<Range<usize>> {
        let start = within.start;
        let found = self.text.get(within)?.match_indices(name);
        let mut found = found.map(|(at, _)| start + at);
        let begins = |at: &usize| {
            let before = self.text.get(..*at).unwrap_or_default();
            let rest = self.text.get(at + name.len()..).unwrap_or_default();
            (before.is_empty() || before.ends_with('\n'))
                && rest.trim_start_matches(' ').starts_with('=')
        };
        let at = found.find(begins)?;
        let indent = name.len() - name.trim_start().len();
        Some(at + indent..at + name.len())
    }
}
