//! What is wrong, where, and how to mend it: one type for every fault that
//! content or settings can have, and the one place that renders it.

mod code;
mod hidden;
mod render;
mod suggestion;

use std::ops::Range;

pub use code::{Code, Level};
pub use hidden::hidden;
pub use render::{Dress, SourceLines, brief, line_and_column, render};
pub use suggestion::{Suggestion, unknown_name};

/// A place in a file: the path as the pack names it, and the bytes meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilePlace {
    /// Path within the pack or on disk, with `/` between folders.
    pub file: String,
    /// Bytes of the file; none where the file as a whole is meant.
    pub span: Option<Range<usize>>,
}

impl FilePlace {
    /// The file as a whole.
    pub fn file(file: &str) -> Self {
        let (file, span) = (file.to_owned(), None);
        Self { file, span }
    }

    /// Some bytes of a file.
    pub fn span(file: &str, span: Range<usize>) -> Self {
        let (file, span) = (file.to_owned(), Some(span));
        Self { file, span }
    }
}

/// One fault: a sentence that stands alone, its place, and the mend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The stable code that names this kind of fault.
    pub code: Code,
    /// How much it weighs: as its code says, until a pack says otherwise.
    pub level: Level,
    /// What is wrong, as one sentence that stands alone.
    pub message: String,
    /// Where it is wrong.
    pub place: FilePlace,
    /// What stands under the caret; empty where the message says it all.
    pub label: String,
    /// How to mend it, a sentence each.
    pub help: Vec<String>,
    /// Other places that belong to the story, each with what happens there.
    pub related: Vec<(FilePlace, String)>,
}

impl Diagnostic {
    /// A fault with its sentence and place; the rest is added by the methods below.
    pub fn new(code: Code, place: FilePlace, message: impl Into<String>) -> Self {
        Self {
            code,
            level: code.level(),
            message: message.into(),
            place,
            label: String::new(),
            help: Vec::new(),
            related: Vec::new(),
        }
    }

    /// Says what stands at the place itself.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// Adds a way to mend it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help.push(help.into());
        self
    }

    /// Adds "did you mean" where one of `known` is near `typed`, and otherwise lists them.
    #[must_use]
    pub fn suggest<'a>(self, typed: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        let known: Vec<&str> = known.into_iter().collect();
        match Suggestion::of(typed, known.iter().copied()) {
            Some(meant) => self.help(meant.to_string()),
            None if known.is_empty() => self,
            None => self.help(format!("known here: {}", suggestion::listed(&known))),
        }
    }

    /// Adds another place that belongs to the story.
    #[must_use]
    pub fn related(mut self, place: FilePlace, label: impl Into<String>) -> Self {
        self.related.push((place, label.into()));
        self
    }
}
