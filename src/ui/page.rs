//! What a screen says, before it has a size: blocks of words in the order in
//! which they are read.

use std::ops::Range;

use tui_input::Input;

use super::sheet::SheetRow;
use crate::app::Model;
use crate::i18n::{Text, Voice};

/// Columns and rows for a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PageSize {
    pub(super) width: usize,
    pub(super) height: usize,
}

/// A sentence for the person, and the same in the desk's language where that is another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bilingual {
    /// In the language of the person.
    pub words: String,
    /// In the language of the desk, if it differs.
    pub twin: Option<String>,
}

impl From<String> for Bilingual {
    fn from(words: String) -> Self {
        Self { words, twin: None }
    }
}

/// A sentence in both languages.
pub(super) fn said(model: &Model, text: &Text<'_>) -> Bilingual {
    both(model, |voice| voice.say(text))
}

/// Whatever is said with a voice, in both languages.
pub(super) fn both(model: &Model, say: impl Fn(Voice<'_>) -> String) -> Bilingual {
    let person = model.person_voice();
    let desk = model.desk_voice();
    let twin = (person.lang() != desk.lang()).then(|| say(desk));
    let words = say(person);
    Bilingual {
        twin: twin.filter(|twin| *twin != words),
        words,
    }
}

/// One line to choose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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
            ..Self::default()
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

/// A part of a page.
#[derive(Clone, Debug)]
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
    /// The name of a text field, and what is typed there.
    Field(String, Input),
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
        names.zip(texts).map(|(name, text)| Self::Fact(name, text))
    }

    /// Whether it is a line that can be chosen.
    pub(super) fn is_pick(&self) -> bool {
        matches!(self, Self::Pick(_) | Self::Found(_))
    }
}

/// A page: what it says, and what may stand beside or below it.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// What is read first.
    pub main: Vec<Block>,
    /// What stands beside it on a wide screen, and below it on a narrow one.
    pub side: Vec<Block>,
}

impl Page {
    /// A page with nothing beside it.
    pub(super) fn of(main: Vec<Block>) -> Self {
        let side = Vec::new();
        Self { main, side }
    }

    /// A page that says first what it is about.
    pub(super) fn about(heading: String) -> Self {
        Self::of(vec![Block::Heading(heading)])
    }

    /// Adds to the main part.
    pub fn add(&mut self, block: Block) {
        self.main.push(block);
    }
}
