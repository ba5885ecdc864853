//! What a screen says, before it has a size: blocks of words in the order in
//! which they are read.

use std::borrow::Cow;
use std::ops::Range;

use super::layout::Piece;
use crate::sanitize::sanitize;

/// A sentence for the person, and the same in the desk's language where that is another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// In the language of the person.
    pub words: String,
    /// In the language of the desk, if it differs.
    pub twin: Option<String>,
}

impl From<String> for Said {
    fn from(words: String) -> Self {
        Self { words, twin: None }
    }
}

/// One line to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What is chosen.
    pub said: Said,
    /// More about it, below: an address, a date.
    pub below: Option<String>,
    /// Whether it was chosen before.
    pub kept: bool,
}

impl From<Said> for Line {
    fn from(said: Said) -> Self {
        Self {
            said,
            below: None,
            kept: false,
        }
    }
}

/// A text, and the parts of it that are seen first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marked {
    /// What stands before it and is never cut off: the name of its language.
    pub lead: String,
    /// The text.
    pub text: String,
    /// Those parts in bytes: in order, apart, and none within a character.
    pub parts: Vec<Range<usize>>,
}

/// A part of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// What the page is about, in few words.
    Heading(String),
    /// A sentence to the person.
    Say(Said),
    /// A line for the agent's eyes.
    Hint(String),
    /// One step of an advice.
    Step(Said),
    /// A line that can be chosen; they are numbered in order.
    Pick(Line),
    /// A line that can be chosen and has no number: its words, what it is a part of, and more about it; a row each.
    Found(Marked, Option<String>, Vec<Marked>),
    /// A text field: its name, what is typed, and after how many characters the cursor stands.
    Field(String, String, usize),
    /// A name, and what it is: `Bron   FAQ Odisee`.
    Fact(String, String),
    /// Something that must not be missed.
    Alert(String),
    /// Large words, to be read from the other side of the counter.
    Sign(String),
    /// Rows drawn as they are, black on white: a code; and what stands beside it.
    Code(Vec<String>, Vec<Said>),
    /// A paragraph of a text that is taken along as it is.
    Lines(String),
    /// Rows of pieces drawn as they are: a calendar.
    Drawn(Vec<Vec<Piece>>),
    /// Some room.
    Gap,
}

impl Block {
    /// The same without anything that could steer a terminal, whoever wrote it.
    fn sanitize(self) -> Self {
        match self {
            Self::Heading(text) => Self::Heading(harmless(text)),
            Self::Say(said) => Self::Say(said.sanitize()),
            Self::Hint(text) => Self::Hint(harmless(text)),
            Self::Step(said) => Self::Step(said.sanitize()),
            Self::Pick(line) => Self::Pick(Line {
                said: line.said.sanitize(),
                below: line.below.map(harmless),
                kept: line.kept,
            }),
            Self::Found(found, within, more) => Self::Found(
                found.sanitize(),
                within.map(harmless),
                more.into_iter().map(Marked::sanitize).collect(),
            ),
            Self::Field(name, text, cursor) => {
                let before: String = text.chars().take(cursor).collect();
                let cursor = harmless(before).chars().count();
                Self::Field(harmless(name), harmless(text), cursor)
            }
            Self::Fact(name, text) => Self::Fact(harmless(name), harmless(text)),
            Self::Alert(text) => Self::Alert(harmless(text)),
            Self::Sign(text) => Self::Sign(harmless(text)),
            Self::Code(rows, beside) => {
                Self::Code(rows, beside.into_iter().map(Said::sanitize).collect())
            }
            Self::Lines(text) => Self::Lines(harmless(text)),
            Self::Drawn(mut rows) => {
                for piece in rows.iter_mut().flatten() {
                    piece.text = harmless(std::mem::take(&mut piece.text));
                }
                Self::Drawn(rows)
            }
            Self::Gap => Self::Gap,
        }
    }
}

impl Said {
    fn sanitize(self) -> Self {
        Self {
            words: harmless(self.words),
            twin: self.twin.map(harmless),
        }
    }
}

impl Marked {
    /// Its parts stay where its text does.
    fn sanitize(self) -> Self {
        let text = harmless(self.text.clone());
        let parts = if text == self.text {
            self.parts
        } else {
            Vec::new()
        };
        Self {
            lead: harmless(self.lead),
            text,
            parts,
        }
    }
}

fn harmless(text: String) -> String {
    match sanitize(&text) {
        Cow::Borrowed(_) => text,
        Cow::Owned(clean) => clean,
    }
}

/// A page: what it says, and what may stand beside or below it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// What is read first.
    pub main: Vec<Block>,
    /// What stands beside it on a wide screen, and below it on a narrow one.
    pub side: Vec<Block>,
}

impl Page {
    /// Adds to the main part, sanitized.
    pub fn add(&mut self, block: Block) {
        self.main.push(block.sanitize());
    }

    /// Adds to what stands beside, sanitized.
    pub fn add_side(&mut self, block: Block) {
        self.side.push(block.sanitize());
    }
}
