//! From a page to rows of a given width.
//!
//! A page that fits is laid out with room around its parts, or close where it
//! fits so. One that does not is laid out tight: what can be chosen comes right
//! below what is said, and all that is quiet (the desk's language, hints,
//! sources) follows below.

mod found;

use std::ops::Range;

use unicode_width::UnicodeWidthStr;

use super::page::{Block, Line, Page, Said};
use super::sign;

/// How a piece of text is meant; the theme gives it its looks.
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

/// A piece of a row: where it begins, what it says, how it is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The column.
    pub column: usize,
    /// The text, of one row.
    pub text: String,
    /// How it is meant.
    pub role: Role,
}

/// A page laid out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The rows, from the top.
    pub rows: Vec<Vec<Piece>>,
    /// The rows of each line that can be chosen.
    pub picks: Vec<Range<usize>>,
    /// Row and column of the cursor of a text field.
    pub field: Option<(usize, usize)>,
}

/// The widest that text runs before it becomes hard to read.
const MEASURE: usize = 76;
/// From this width on, there is a column beside.
const WIDE: usize = 120;
/// The narrowest that words run beside a code.
pub(super) const LEAST_BESIDE: usize = 26;
/// Where the words of a line begin, after marker and digit.
pub const INDENT: usize = 5;

/// Lays out a page for a width, as roomy as `height` rows allow.
pub fn lay(page: &Page, width: usize, height: usize) -> Sheet {
    if width >= WIDE {
        return beside(page, width, height);
    }
    let blocks = whole(page);
    let width = width.saturating_sub(1);
    fitting(&blocks, width.min(MEASURE + 2), height)
        .unwrap_or_else(|| Setter::set(&blocks, width, Room::Tight))
}

/// With room, or else close, if all that can be chosen is then in sight.
fn fitting(blocks: &[Block], width: usize, height: usize) -> Option<Sheet> {
    let ample = Setter::set(blocks, width, Room::Ample);
    if ample.rows.len() <= height {
        return Some(ample);
    }
    let close = Setter::set(blocks, width, Room::Close);
    let last = close.picks.last().map_or(close.rows.len(), |rows| rows.end);
    (last <= height).then_some(close)
}

/// Lays out a page that does not fit: the desk's words stand below all that can be chosen.
pub fn lay_tight(page: &Page, width: usize) -> Sheet {
    Setter::set(&whole(page), width.saturating_sub(1), Room::Tight)
}

fn whole(page: &Page) -> Vec<Block> {
    let gap = (!page.side.is_empty()).then_some(Block::Gap);
    page.main
        .iter()
        .cloned()
        .chain(gap)
        .chain(page.side.iter().cloned())
        .collect()
}

/// The columns that the main part of a page has on a screen of this width.
pub(super) fn room(width: usize) -> usize {
    if width >= WIDE {
        (width * 3 / 5).min(MEASURE + 24) - 4
    } else {
        width.saturating_sub(1).min(MEASURE + 2)
    }
}

fn beside(page: &Page, width: usize, height: usize) -> Sheet {
    let main_width = room(width);
    let column = main_width + 4;
    let mut main = fitting(&page.main, main_width, height)
        .unwrap_or_else(|| Setter::set(&page.main, main_width, Room::Tight));
    let side = Setter::set(&page.side, (width - column).min(MEASURE), Room::Ample);
    main.put_beside(0, column, side);
    main
}

impl Sheet {
    /// Puts the rows of another sheet beside these, from a row and a column on.
    fn put_beside(&mut self, row: usize, column: usize, other: Self) {
        let rows = self.rows.len().max(row + other.rows.len());
        self.rows.resize(rows, Vec::new());
        for (row, pieces) in self.rows.iter_mut().skip(row).zip(other.rows) {
            row.extend(pieces.into_iter().map(|mut piece| {
                piece.column += column;
                piece
            }));
        }
    }
}

/// How many columns rows take.
pub(super) fn columns(rows: &[String]) -> usize {
    rows.iter().map(|row| row.width()).max().unwrap_or_default()
}

/// How much room there is around the parts of a page.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Room {
    /// A row between the parts.
    Ample,
    /// A row around what can be chosen only.
    Close,
    /// None, and what is quiet comes last.
    Tight,
}

/// Sets blocks one below the other.
struct Setter {
    width: usize,
    room: Room,
    sheet: Sheet,
    /// Whether lines to choose are still to come.
    above_picks: bool,
    /// What is quiet and comes below the lines to choose.
    later: Vec<(Role, String)>,
}

impl Setter {
    fn set(blocks: &[Block], width: usize, room: Room) -> Sheet {
        let mut setter = Self {
            width,
            room,
            sheet: Sheet::default(),
            above_picks: false,
            later: Vec::new(),
        };
        // A field stays on its row, however much or little is found below it.
        let field_first = matches!(blocks.first(), Some(Block::Field(..)));
        if room == Room::Ample && !field_first {
            setter.sheet.rows.push(Vec::new());
        }
        let last_pick = blocks
            .iter()
            .rposition(|block| matches!(block, Block::Pick(_) | Block::Found(..)));
        for (at, block) in blocks.iter().enumerate() {
            setter.above_picks = last_pick.is_some_and(|last| at < last);
            let around = blocks.iter().skip(at.saturating_sub(1)).take(3);
            match block {
                Block::Gap => setter.gap(
                    around
                        .into_iter()
                        .any(|near| matches!(near, Block::Pick(_) | Block::Found(..))),
                ),
                block => setter.block(block),
            }
            if Some(at) == last_pick {
                setter.later_rows();
            }
        }
        setter.later_rows();
        setter.trim();
        setter.sheet
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(text) => self.heading(text),
            Block::Say(said) => self.say(said),
            Block::Hint(text) => self.quiet(Role::Quiet, &format!("› {text}")),
            Block::Step(said) => self.step(said),
            Block::Pick(line) => self.pick(line),
            Block::Found(words, within, more) => self.found(words, within.as_deref(), more),
            Block::Field(name, text, cursor) => self.field(name, text, *cursor),
            Block::Fact(name, text) => self.fact(name, text),
            Block::Alert(text) => self.wrapped(2, Role::Alert, text),
            Block::Sign(text) => self.sign(text),
            Block::Code(rows, beside) => self.code(rows, beside),
            Block::Lines(text) => self.wrapped(2, Role::Plain, text),
            Block::Drawn(rows) => self.sheet.rows.extend(rows.iter().cloned()),
            Block::Gap => {}
        }
    }

    fn heading(&mut self, text: &str) {
        match self.room {
            Room::Ample => {
                self.wrapped(2, Role::Quiet, text);
                self.gap(false);
            }
            Room::Close => self.wrapped(2, Role::Quiet, text),
            Room::Tight => {}
        }
    }

    fn say(&mut self, said: &Said) {
        self.wrapped(2, Role::Strong, &said.words);
        if let Some(twin) = &said.twin {
            self.quiet(Role::Quiet, twin);
        }
    }

    fn step(&mut self, said: &Said) {
        self.hanging(2, "• ", Role::Plain, &said.words);
        if let Some(twin) = &said.twin {
            match self.room {
                Room::Ample | Room::Close => self.wrapped(4, Role::Quiet, twin),
                Room::Tight => self.later.push((Role::Quiet, format!("• {twin}"))),
            }
        }
    }

    fn pick(&mut self, line: &Line) {
        let start = self.sheet.rows.len();
        let digit = (self.sheet.picks.len() + 1).to_string();
        let digit = if digit.len() == 1 {
            digit
        } else {
            " ".to_owned()
        };
        let kept = if line.kept { "✓" } else { " " };
        let twin_column = self.twin_column(&line.said);
        self.wrapped(INDENT, Role::Plain, &line.said.words);
        if let Some(row) = self.sheet.rows.get_mut(start) {
            row.insert(0, piece(2, format!("{digit}{kept}"), Role::Strong));
        }
        if let Some(twin) = &line.said.twin {
            self.twin(twin, twin_column, start, &digit);
        }
        if let Some(below) = &line.below {
            self.wrapped(INDENT, Role::Quiet, below);
        }
        self.sheet.picks.push(start..self.sheet.rows.len());
    }

    /// The desk's words: beside the person's where both fit, else below, else at the end.
    fn twin(&mut self, twin: &str, column: Option<usize>, row: usize, digit: &str) {
        match (column, self.room) {
            (Some(column), _) => {
                if let Some(row) = self.sheet.rows.get_mut(row) {
                    row.push(piece(column, twin.to_owned(), Role::Quiet));
                }
            }
            (None, Room::Ample | Room::Close) => self.wrapped(INDENT, Role::Quiet, twin),
            (None, Room::Tight) => self.later.push((Role::Quiet, format!("{digit} {twin}"))),
        }
    }

    fn twin_column(&self, said: &Said) -> Option<usize> {
        let half = INDENT + (self.width - INDENT.min(self.width)) / 2;
        let twin = said.twin.as_ref()?;
        let fits = INDENT + said.words.width() + 2 <= half && half + twin.width() <= self.width;
        fits.then_some(half)
    }

    fn fact(&mut self, name: &str, text: &str) {
        let label = 13;
        let line = || format!("{name}  {text}").trim_start().to_owned();
        if self.room == Room::Tight && self.above_picks {
            return self.later.push((Role::Quiet, line()));
        }
        if self.width < 50 || name.width() + 1 > label {
            return self.wrapped(2, Role::Quiet, &line());
        }
        let start = self.sheet.rows.len();
        self.wrapped(2 + label, Role::Quiet, text);
        if let Some(row) = self.sheet.rows.get_mut(start) {
            row.insert(0, piece(2, name.to_owned(), Role::Quiet));
        }
    }

    fn sign(&mut self, text: &str) {
        let text = text.to_uppercase();
        match sign::large(&text, self.width.saturating_sub(2)) {
            Some(rows) if self.room == Room::Ample => {
                let rows = rows
                    .into_iter()
                    .map(|row| vec![piece(2, row, Role::Strong)]);
                self.sheet.rows.extend(rows);
            }
            _ => self.wrapped(2, Role::Strong, &text),
        }
    }

    /// A code with its words beside it, or above it where it leaves no room for words.
    fn code(&mut self, rows: &[String], beside: &[Said]) {
        let column = 2 + columns(rows) + 3;
        let room = self.width.saturating_sub(column);
        let blocks: Vec<Block> = beside
            .iter()
            .cloned()
            .flat_map(|said| [Block::Say(said), Block::Gap])
            .collect();
        let code = rows
            .iter()
            .map(|row| vec![piece(2, row.clone(), Role::Ink)]);
        if room < LEAST_BESIDE {
            beside.iter().for_each(|said| self.say(said));
            self.sheet.rows.extend(code);
        } else {
            let start = self.sheet.rows.len();
            self.sheet.rows.extend(code);
            let words = Self::set(&blocks, room, Room::Close);
            self.sheet.put_beside(start, column, words);
        }
    }

    fn gap(&mut self, around_pick: bool) {
        let room = self.room == Room::Ample || (self.room == Room::Close && around_pick);
        if room && self.sheet.rows.last().is_some_and(|row| !row.is_empty()) {
            self.sheet.rows.push(Vec::new());
        }
    }

    /// Quiet words: here where there is room, else below the lines to choose.
    fn quiet(&mut self, role: Role, text: &str) {
        match self.room {
            Room::Ample | Room::Close => self.wrapped(2, role, text),
            Room::Tight => self.later.push((role, text.to_owned())),
        }
    }

    fn later_rows(&mut self) {
        for (role, text) in std::mem::take(&mut self.later) {
            self.wrapped(2, role, &text);
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
        for row in textwrap::wrap(text, options) {
            self.sheet
                .rows
                .push(vec![piece(column, row.into_owned(), role)]);
        }
    }

    fn trim(&mut self) {
        while self.sheet.rows.last().is_some_and(Vec::is_empty) {
            self.sheet.rows.pop();
        }
    }
}

fn piece(column: usize, text: String, role: Role) -> Piece {
    Piece { column, text, role }
}
