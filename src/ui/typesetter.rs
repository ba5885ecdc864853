//! Sets the blocks of a page one below the other.

use tui_input::Input;
use unicode_width::UnicodeWidthStr;

use super::excerpt::{excerpt, seen_around};
use super::large_text;
use super::page::{Bilingual, Block, FoundLine, Highlighted, Line};
use super::sheet::{Role, Sheet, TextRun, columns};
use crate::sanitize::sanitize;

/// Where the words of a line begin, after marker and digit.
pub const INDENT: usize = 5;
/// Columns for the name of a fact.
const LABEL: usize = 13;
/// The narrowest that words run beside something else.
pub(super) const LEAST_BESIDE: usize = 26;

/// How much room there is around the parts of a page.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Spacing {
    /// A row between the parts.
    Ample,
    /// A row around what can be chosen only.
    Close,
    /// None, and what is quiet comes last.
    Tight,
}

/// Sets blocks in so many columns.
pub(super) fn typeset(blocks: &[Block], width: usize, spacing: Spacing) -> Sheet {
    let mut setter = Typesetter {
        width,
        spacing,
        sheet: Sheet::default(),
        above_picks: false,
        later: Vec::new(),
    };
    // A field stays on its row, however much or little is found below it.
    let field_first = matches!(blocks.first(), Some(Block::Field(..)));
    if spacing == Spacing::Ample && !field_first {
        setter.sheet.rows.push(Vec::new());
    }
    let last_pick = blocks.iter().rposition(Block::is_pick);
    for (at, block) in blocks.iter().enumerate() {
        setter.above_picks = last_pick.is_some_and(|last| at < last);
        let mut around = blocks.iter().skip(at.saturating_sub(1)).take(3);
        match block {
            Block::Gap => setter.gap(around.any(Block::is_pick)),
            block => setter.block(block),
        }
        if Some(at) == last_pick {
            setter.later_rows();
        }
    }
    setter.later_rows();
    let mut rows = setter.sheet.rows.iter();
    let last = rows.rposition(|row| !row.is_empty());
    setter.sheet.rows.truncate(last.map_or(0, |last| last + 1));
    setter.sheet
}

struct Typesetter {
    width: usize,
    spacing: Spacing,
    sheet: Sheet,
    /// Whether lines to choose are still to come.
    above_picks: bool,
    /// What is quiet and comes below the lines to choose.
    later: Vec<String>,
}

impl Typesetter {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(_) if self.spacing == Spacing::Tight => {}
            Block::Heading(text) => {
                self.wrapped(2, Role::Quiet, text);
                self.gap(false);
            }
            Block::Say(said) => self.said("", Role::Strong, said),
            Block::Hint(text) => self.quiet(2, &format!("› {text}"), ""),
            Block::Step(said) => self.said("• ", Role::Plain, said),
            Block::Pick(line) => self.pick(line),
            Block::Found(found) => self.found(found),
            Block::Field(name, input) => self.field(name, input),
            Block::Fact(name, text) => self.fact(name, text),
            Block::Alert(text) => self.wrapped(2, Role::Alert, text),
            Block::LargeText(text) => self.large_text(text),
            Block::Qr(rows, beside) => self.qr(rows, beside),
            Block::Verbatim(text) => self.wrapped(2, Role::Plain, text),
            Block::Calendar(rows) => self.sheet.rows.extend(rows.iter().cloned()),
            Block::Gap => {}
        }
    }

    fn said(&mut self, bullet: &str, role: Role, said: &Bilingual) {
        self.hanging(2, bullet, role, &said.words);
        if let Some(twin) = &said.twin {
            self.quiet(2 + bullet.width(), twin, bullet);
        }
    }

    fn pick(&mut self, line: &Line) {
        let start = self.sheet.rows.len();
        let digit = match self.sheet.picks.len() + 1 {
            digit @ 1..=9 => digit.to_string(),
            _ => " ".to_owned(),
        };
        let kept = if line.kept { "✓" } else { " " };
        let number = TextRun::new(2, &format!("{digit}{kept}"), Role::Strong);
        self.labelled(number, INDENT, Role::Plain, &line.said.words);
        self.twin(&line.said, start, &digit);
        if let Some(below) = &line.below {
            self.wrapped(INDENT, Role::Quiet, below);
        }
        self.sheet.picks.push(start..self.sheet.rows.len());
    }

    /// The desk's words for a line: beside the person's where both fit, else below, else at the end.
    fn twin(&mut self, said: &Bilingual, row: usize, digit: &str) {
        let Some(twin) = &said.twin else {
            return;
        };
        let half = INDENT + self.width.saturating_sub(INDENT) / 2;
        let fits = INDENT + said.words.width() + 2 <= half && half + twin.width() <= self.width;
        match self.sheet.rows.get_mut(row) {
            Some(row) if fits => row.push(TextRun::new(half, twin, Role::Quiet)),
            _ => self.quiet(INDENT, twin, &format!("{digit} ")),
        }
    }

    /// A line that was found: an excerpt on a row, what it is a part of beside or below, more below.
    fn found(&mut self, found: &FoundLine) {
        let start = self.sheet.rows.len();
        let mut within = found.within.as_ref().map(|within| format!("· {within}"));
        let beside = within.as_ref().map_or(0, |within| within.width() + 1);
        let room = self.width.saturating_sub(2);
        if beside + LEAST_BESIDE <= room {
            let end = self.highlighted(2, room - beside, Role::Plain, &found.words);
            if let (Some(row), Some(text)) = (self.sheet.rows.last_mut(), within.take()) {
                row.push(TextRun::new(end + 1, &text, Role::Quiet));
            }
        } else {
            self.highlighted(2, room, Role::Plain, &found.words);
        }
        let below = within.map(Highlighted::from);
        for text in below.iter().chain(&found.more) {
            self.highlighted(4, self.width.saturating_sub(4), Role::Quiet, text);
        }
        self.sheet.picks.push(start..self.sheet.rows.len());
    }

    /// One row of a text with its highlights; returns the column after it.
    fn highlighted(&mut self, column: usize, room: usize, role: Role, text: &Highlighted) -> usize {
        let mut end = column;
        let runs = excerpt(text, room).into_iter().map(|(piece, highlighted)| {
            let role = if highlighted { Role::Strong } else { role };
            let start = end;
            end += piece.width();
            TextRun::new(start, piece, role)
        });
        let row = runs.collect();
        self.sheet.rows.push(row);
        end
    }

    /// A field on one row; of a long text the part around the cursor is seen.
    fn field(&mut self, name: &str, input: &Input) {
        let start = 2 + name.width() + 1;
        let room = self.width.saturating_sub(start + 1).max(1);
        let (seen, column) = seen_around(input.value(), input.cursor(), room);
        self.sheet.field = Some((self.sheet.rows.len(), start + column));
        self.sheet.rows.push(vec![
            TextRun::new(2, name, Role::Plain),
            TextRun::new(start, &format!("{seen}_"), Role::Strong),
        ]);
    }

    fn fact(&mut self, name: &str, text: &str) {
        let line = format!("{name}  {text}");
        let line = line.trim_start();
        if self.spacing == Spacing::Tight && self.above_picks {
            return self.later.push(line.to_owned());
        }
        if self.width < 50 || name.width() + 1 > LABEL {
            return self.wrapped(2, Role::Quiet, line);
        }
        let name = TextRun::new(2, name, Role::Quiet);
        self.labelled(name, 2 + LABEL, Role::Quiet, text);
    }

    fn large_text(&mut self, text: &str) {
        let text = text.to_uppercase();
        let rows = large_text::rows(&text, self.width.saturating_sub(2));
        match rows.filter(|_| self.spacing == Spacing::Ample) {
            Some(rows) => self.drawn(&rows, Role::Strong),
            None => self.wrapped(2, Role::Strong, &text),
        }
    }

    /// A code with its words beside it, or above it where it leaves no room for words.
    fn qr(&mut self, rows: &[String], beside: &[Bilingual]) {
        let column = 2 + columns(rows) + 3;
        let room = self.width.saturating_sub(column);
        if room < LEAST_BESIDE {
            let words = beside.iter();
            words.for_each(|said| self.said("", Role::Strong, said));
            return self.drawn(rows, Role::Ink);
        }
        let start = self.sheet.rows.len();
        self.drawn(rows, Role::Ink);
        let words = beside.iter().cloned().map(Block::Say);
        let words: Vec<Block> = words.flat_map(|words| [words, Block::Gap]).collect();
        let words = typeset(&words, room, Spacing::Close);
        self.sheet.put_beside(start, column, words.rows);
    }

    fn drawn(&mut self, rows: &[String], role: Role) {
        let rows = rows.iter().map(|row| vec![TextRun::new(2, row, role)]);
        self.sheet.rows.extend(rows);
    }

    fn gap(&mut self, around_pick: bool) {
        let close = self.spacing == Spacing::Close && around_pick;
        let room = close || self.spacing == Spacing::Ample;
        if room && self.sheet.rows.last().is_some_and(|row| !row.is_empty()) {
            self.sheet.rows.push(Vec::new());
        }
    }

    /// Quiet words: here where there is room, else below the lines to choose, behind what they belong to.
    fn quiet(&mut self, column: usize, text: &str, belongs_to: &str) {
        if self.spacing == Spacing::Tight {
            self.later.push(format!("{belongs_to}{text}"));
        } else {
            self.wrapped(column, Role::Quiet, text);
        }
    }

    fn later_rows(&mut self) {
        for text in std::mem::take(&mut self.later) {
            self.wrapped(2, Role::Quiet, &text);
        }
    }

    /// Words with a run before them on their first row.
    fn labelled(&mut self, label: TextRun, column: usize, role: Role, text: &str) {
        let start = self.sheet.rows.len();
        self.wrapped(column, role, text);
        if let Some(row) = self.sheet.rows.get_mut(start) {
            row.insert(0, label);
        }
    }

    fn wrapped(&mut self, column: usize, role: Role, text: &str) {
        self.hanging(column, "", role, text);
    }

    fn hanging(&mut self, column: usize, bullet: &str, role: Role, text: &str) {
        let column = column.min(self.width.saturating_sub(1));
        let width = self.width.saturating_sub(column).max(1);
        let hang = " ".repeat(bullet.width());
        let options = textwrap::Options::new(width)
            .initial_indent(bullet)
            .subsequent_indent(&hang)
            .word_splitter(textwrap::WordSplitter::NoHyphenation);
        for row in textwrap::wrap(&sanitize(text), options) {
            self.sheet.rows.push(vec![TextRun::new(column, &row, role)]);
        }
    }
}
