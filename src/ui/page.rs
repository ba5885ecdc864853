//! What a screen says, before it has a size: blocks of words in the order in
//! which they are read.

use std::ops::Range;

use super::layout::Piece;

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

/// A page: what it says, and what may stand beside or below it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// What is read first.
    pub main: Vec<Block>,
    /// What stands beside it on a wide screen, and below it on a narrow one.
    pub side: Vec<Block>,
}

impl Page {
    /// Adds to the main part.
    pub fn add(&mut self, block: Block) {
        self.main.push(block);
    }

    /// Adds to what stands beside.
    pub fn add_side(&mut self, block: Block) {
        self.side.push(block);
    }
}
