//! What a screen says, before it has a size: blocks of words in the order in
//! which they are read.

use std::borrow::Cow;
use std::ops::Range;

use tui_input::Input;

use super::bilingual::Bilingual;
use super::sheet::SheetRow;
use crate::sanitize::sanitize;

/// Columns and rows for a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PageSize {
    pub(super) width: usize,
    pub(super) height: usize,
}

/// One line to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What is chosen.
    pub said: Bilingual,
    /// More about it, below: an address, a date.
    pub below: Option<String>,
    /// Whether it was chosen before.
    pub kept: bool,
}

impl From<Bilingual> for Line {
    fn from(said: Bilingual) -> Self {
        Self {
            said,
            below: None,
            kept: false,
        }
    }
}

/// A line to choose that was found: it has no number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundLine {
    /// Its words.
    pub words: Highlighted,
    /// What it is a part of.
    pub within: Option<String>,
    /// More about it, a row each.
    pub more: Vec<Highlighted>,
}

/// A text, and the parts of it that are seen first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Highlighted {
    /// What stands before it and is never cut off: the name of its language.
    pub lead: String,
    /// The text.
    pub text: String,
    /// Those parts in bytes: in order, apart, and none within a character.
    pub parts: Vec<Range<usize>>,
}

impl From<String> for Highlighted {
    fn from(text: String) -> Self {
        Self {
            text,
            ..Self::default()
        }
    }
}

/// A text field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextField {
    /// Its name.
    pub name: String,
    /// What is typed.
    pub text: String,
    /// After how many characters the cursor stands.
    pub cursor: usize,
}

/// A part of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// What the page is about, in few words.
    Heading(String),
    /// A sentence to the person.
    Say(Bilingual),
    /// A line for the agent's eyes.
    Hint(String),
    /// One step of an advice.
    Step(Bilingual),
    /// A line that can be chosen; they are numbered in order.
    Pick(Line),
    /// A line that was found and can be chosen.
    Found(FoundLine),
    /// A text field.
    Field(TextField),
    /// A name, and what it is: `Bron   FAQ Odisee`.
    Fact(String, String),
    /// Something that must not be missed.
    Alert(String),
    /// Large words, to be read from the other side of the counter.
    LargeText(String),
    /// The rows of a QR code, black on white; and what stands beside it.
    Qr(Vec<String>, Vec<Bilingual>),
    /// A paragraph of a text that is taken along as it is.
    Verbatim(String),
    /// The rows of a calendar, drawn as they are.
    Calendar(Vec<SheetRow>),
    /// Some room.
    Gap,
}

impl Block {
    /// A name with a fact each for some texts; only the first shows the name.
    pub(super) fn facts(
        name: String,
        texts: impl IntoIterator<Item = String>,
    ) -> impl Iterator<Item = Self> {
        let names = [name].into_iter().chain(std::iter::repeat(String::new()));
        let facts = names.zip(texts);
        facts.map(|(name, text)| Self::Fact(name, text))
    }

    /// Whether it is a line that can be chosen.
    pub(super) fn is_pick(&self) -> bool {
        matches!(self, Self::Pick(_) | Self::Found(_))
    }

    /// Takes out whatever could steer a terminal, whoever wrote it.
    fn sanitize(&mut self) {
        match self {
            Self::Heading(text)
            | Self::Hint(text)
            | Self::Alert(text)
            | Self::LargeText(text)
            | Self::Verbatim(text) => clean(text),
            Self::Say(said) | Self::Step(said) => said.sanitize(),
            Self::Pick(line) => {
                line.said.sanitize();
                line.below.iter_mut().for_each(clean);
            }
            Self::Found(found) => {
                found.words.sanitize();
                found.within.iter_mut().for_each(clean);
                found.more.iter_mut().for_each(Highlighted::sanitize);
            }
            Self::Field(field) => field.sanitize(),
            Self::Fact(name, text) => {
                clean(name);
                clean(text);
            }
            Self::Qr(_, beside) => beside.iter_mut().for_each(Bilingual::sanitize),
            Self::Calendar(rows) => {
                let runs = rows.iter_mut().flatten();
                runs.for_each(|run| clean(&mut run.text));
            }
            Self::Gap => {}
        }
    }
}

impl Bilingual {
    fn sanitize(&mut self) {
        clean(&mut self.words);
        self.twin.iter_mut().for_each(clean);
    }
}

impl Highlighted {
    /// Its parts stay unless its text changes: what is taken out makes it shorter.
    fn sanitize(&mut self) {
        let before = self.text.len();
        clean(&mut self.text);
        if self.text.len() != before {
            self.parts.clear();
        }
        clean(&mut self.lead);
    }
}

impl TextField {
    pub(super) fn of(name: String, input: &Input) -> Self {
        Self {
            name,
            text: input.value().to_owned(),
            cursor: input.cursor(),
        }
    }

    fn sanitize(&mut self) {
        let before: String = self.text.chars().take(self.cursor).collect();
        self.cursor = sanitize(&before).chars().count();
        clean(&mut self.text);
        clean(&mut self.name);
    }
}

fn clean(text: &mut String) {
    if let Cow::Owned(clean) = sanitize(text) {
        *text = clean;
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
    /// A page that says first what it is about.
    pub(super) fn about(heading: String) -> Self {
        let mut page = Self::default();
        page.add(Block::Heading(heading));
        page
    }

    /// Adds to the main part, sanitized.
    pub fn add(&mut self, mut block: Block) {
        block.sanitize();
        self.main.push(block);
    }

    /// Adds to what stands beside, sanitized.
    pub fn add_side(&mut self, mut block: Block) {
        block.sanitize();
        self.side.push(block);
    }
}
