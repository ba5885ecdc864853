//! A file of words as it is written: what it says, and where.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

use crate::diagnostic::{Code, Diagnostic, FilePlace};

/// The name of a message, and of its attribute; empty for its own sentence.
pub(super) type MessageKey<'t> = (&'t str, &'t str);

/// The name of a sentence, as it is spoken of: `pause`, `pause.agent`.
pub(super) fn key_name((id, attribute): MessageKey<'_>) -> String {
    match attribute {
        "" => id.to_owned(),
        _ => format!("{id}.{attribute}"),
    }
}

/// A sentence as it is written.
#[derive(Debug, Default)]
pub(super) struct Sentence<'t> {
    /// Where its name stands.
    pub(super) span: Range<usize>,
    /// The variables in it, each with its first place.
    pub(super) variables: BTreeMap<&'t str, Range<usize>>,
    /// What stands between its variables.
    pub(super) texts: Vec<&'t str>,
}

impl Sentence<'_> {
    /// Its variables, to be read.
    pub(super) fn variable_names(&self) -> String {
        let names = self.variables.keys().map(|name| format!("${name}"));
        match names.collect::<Vec<_>>().join(", ") {
            names if names.is_empty() => "none".to_owned(),
            names => names,
        }
    }

    /// Whether another says the same variables.
    pub(super) fn has_variables_of(&self, other: &Sentence<'_>) -> bool {
        self.variables.keys().eq(other.variables.keys())
    }
}

/// A file of words, parsed.
#[derive(Debug, Default)]
pub(super) struct WordsFile<'t> {
    pub(super) path: String,
    pub(super) text: &'t str,
    /// The messages, also those that have attributes only, and where each of them begins.
    pub(super) heads: HashMap<&'t str, Range<usize>>,
    /// What each message says: its sentence, and its attributes.
    pub(super) sentences: BTreeMap<&'t str, BTreeMap<&'t str, Sentence<'t>>>,
    /// The names of messages that cannot be read, so that they are reported already.
    pub(super) broken: HashSet<&'t str>,
    /// The messages and terms that some sentence refers to, which is reported already.
    pub(super) referred: HashSet<&'t str>,
}

impl<'t> WordsFile<'t> {
    /// A sentence, if it is there.
    pub(super) fn get(&self, (id, attribute): MessageKey<'_>) -> Option<&Sentence<'t>> {
        self.sentences.get(id)?.get(attribute)
    }

    /// Everything that is said.
    pub(super) fn all(&self) -> impl Iterator<Item = (MessageKey<'t>, &Sentence<'t>)> {
        let messages = self.sentences.iter();
        messages.flat_map(|(id, said)| said.iter().map(|(name, said)| ((*id, *name), said)))
    }

    /// Where a sentence stands, or else its message; the file where neither is there.
    pub(super) fn place_of(&self, key: MessageKey<'_>) -> FilePlace {
        let span = self.get(key).map(|sentence| &sentence.span);
        let span = span.or_else(|| self.heads.get(key.0));
        span.map_or_else(
            || FilePlace::file(&self.path),
            |span| self.place(span.clone()),
        )
    }

    /// Where a message says a long word, whatever a screen puts after it.
    pub(super) fn long_word(&self, message: Option<&str>, word: &str) -> Option<FilePlace> {
        let word = word.trim_end_matches([':', ',', '.']);
        let all = self.all();
        let said = all.filter(|((id, _), _)| message.is_none_or(|message| message == *id));
        let texts = said.flat_map(|(_, sentence)| &sentence.texts);
        let found = texts.filter_map(|text| text.get(text.find(word)?..)?.get(..word.len()));
        let spans = found.map(|found| self.span(found));
        Some(self.place(spans.min_by_key(|span| span.start)?))
    }

    /// A place in the file.
    pub(super) fn place(&self, span: Range<usize>) -> FilePlace {
        FilePlace::span(&self.path, span)
    }

    /// A fault at a place in the file.
    pub(super) fn fault(&self, code: Code, span: &Range<usize>, message: &str) -> Diagnostic {
        Diagnostic::new(code, self.place(span.clone()), message)
    }

    /// The fault of a sentence that uses other variables than something else does.
    pub(super) fn differs(
        &self,
        key: MessageKey<'_>,
        said: &Sentence<'_>,
        span: &Range<usize>,
        than: &str,
    ) -> Diagnostic {
        let message = format!("`{}` uses other variables than {than}", key_name(key));
        let fault = self.fault(Code::VariablesDiffer, span, &message);
        fault.label(format!("here: {}", said.variable_names()))
    }

    /// Where a piece of the text stands in it.
    pub(super) fn span(&self, piece: &str) -> Range<usize> {
        let start = (piece.as_ptr() as usize).checked_sub(self.text.as_ptr() as usize);
        match start.filter(|start| start + piece.len() <= self.text.len()) {
            Some(start) => start..start + piece.len(),
            None => 0..0,
        }
    }
}
