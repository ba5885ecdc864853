//! One file of words, as it is written: what it says, and what is wrong with
//! it whatever the pack needs.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Message, Pattern, PatternElement, Variant, VariantKey,
};
use fluent_syntax::parser::{ErrorKind, parse};
use fluent_syntax::unicode::unescape_unicode_to_string;
use fluent_templates::LanguageIdentifier;

use super::plural::Forms;
use super::quotes::{self, Quoted};
use crate::diagnostic::{Code, Diagnostic, Place, hidden};
use crate::i18n::readable;
use crate::sanitize::steers;

/// The name of a message, and of its attribute; empty for its own sentence.
pub(super) type Key<'t> = (&'t str, &'t str);

/// The name of a sentence, as it is spoken of: `pause`, `pause.agent`.
pub(super) fn name((id, attribute): Key<'_>) -> String {
    match attribute {
        "" => id.to_owned(),
        _ => format!("{id}.{attribute}"),
    }
}

/// A sentence as it is written.
#[derive(Debug, Default)]
pub(super) struct Said<'t> {
    /// Where its name stands.
    pub(super) span: Range<usize>,
    /// The variables in it, each with its first place.
    pub(super) variables: BTreeMap<&'t str, Range<usize>>,
    /// The figures typed in it.
    pub(super) figures: Vec<(u32, Range<usize>)>,
    /// What it says of other sentences.
    pub(super) quotes: Vec<Quoted<'t>>,
}

/// A file of words, taken apart.
#[derive(Debug)]
pub(super) struct WordsFile<'t> {
    path: String,
    text: &'t str,
    /// The messages, and where each of them begins.
    heads: HashMap<&'t str, Range<usize>>,
    said: HashMap<&'t str, HashMap<&'t str, Said<'t>>>,
    /// The terms, which only other sentences say.
    terms: BTreeMap<&'t str, Said<'t>>,
    /// The keys of what is said, in the order of the file.
    order: Vec<Key<'t>>,
    /// The names of messages that cannot be read.
    broken: HashSet<&'t str>,
    /// The messages that other messages say.
    quoted: HashSet<&'t str>,
}

impl<'t> WordsFile<'t> {
    /// Takes a file apart; what is wrong with it is added to `faults`.
    pub(super) fn read(
        path: &str,
        text: &'t str,
        language: &LanguageIdentifier,
        faults: &mut Vec<Diagnostic>,
    ) -> Self {
        faults.extend(hidden(path, text));
        faults.extend(tabs(path, text));
        let mut reader = Reader {
            file: Self {
                path: path.to_owned(),
                text,
                heads: HashMap::new(),
                said: HashMap::new(),
                terms: BTreeMap::new(),
                order: Vec::new(),
                broken: HashSet::new(),
                quoted: HashSet::new(),
            },
            forms: Forms::of(language),
            faults,
        };
        reader.read();
        let file = reader.file;
        faults.extend(quotes::check(&file));
        file
    }

    /// A sentence, if it is there.
    pub(super) fn get(&self, key: Key<'_>) -> Option<&Said<'t>> {
        let (id, attribute) = key;
        self.said.get(id)?.get(attribute)
    }

    /// Where a message begins, also one that has attributes only.
    pub(super) fn head(&self, message: &str) -> Option<&Range<usize>> {
        self.heads.get(message)
    }

    /// The terms, by their names.
    pub(super) fn terms(&self) -> &BTreeMap<&'t str, Said<'t>> {
        &self.terms
    }

    /// Whether a message is there but cannot be read, so that it is reported already.
    pub(super) fn is_broken(&self, message: &str) -> bool {
        self.broken.contains(message)
    }

    /// Whether another message says this one.
    pub(super) fn is_quoted(&self, message: &str) -> bool {
        self.quoted.contains(message)
    }

    /// Everything that is said, in the order of the file.
    pub(super) fn all(&self) -> impl Iterator<Item = (Key<'t>, &Said<'t>)> {
        self.order
            .iter()
            .filter_map(|key| Some((*key, self.get(*key)?)))
    }

    /// A place in the file.
    pub(super) fn place(&self, span: Range<usize>) -> Place {
        Place::span(&self.path, span)
    }

    /// Where a piece of the text stands in it.
    pub(super) fn span(&self, piece: &str) -> Range<usize> {
        let start = (piece.as_ptr() as usize).checked_sub(self.text.as_ptr() as usize);
        match start.filter(|start| start + piece.len() <= self.text.len()) {
            Some(start) => start..start + piece.len(),
            None => 0..0,
        }
    }

    /// Its path.
    pub(super) fn path(&self) -> &str {
        &self.path
    }
}

fn tabs(path: &str, text: &str) -> Vec<Diagnostic> {
    let mut start = 0;
    let mut faults = Vec::new();
    for line in text.split_inclusive('\n') {
        let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
        if let Some(at) = line.get(..indent).and_then(|indent| indent.find('\t')) {
            let place = Place::span(path, start + at..start + at + 1);
            faults.push(
                Diagnostic::new(Code::TabIndent, place, "a line of words begins with a tab")
                    .help("write four spaces instead: Fluent does not read tabs"),
            );
        }
        start += line.len();
    }
    faults
}

struct Reader<'t, 'f> {
    file: WordsFile<'t>,
    forms: Forms,
    faults: &'f mut Vec<Diagnostic>,
}

impl<'t> Reader<'t, '_> {
    fn read(&mut self) {
        let (text, too_deep) = readable(self.file.text);
        self.faults.extend(too_deep.map(|at| {
            let place = self.file.place(at..at + 1);
            Diagnostic::new(Code::NotFluent, place, "too many braces within each other")
                .help("close each `{` with a `}`: from this message on, nothing is read")
        }));
        let whole = text.trim_start_matches('\u{feff}');
        let offset = text.len() - whole.len();
        let resource = match parse(whole) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                for error in errors {
                    let span = error.pos.start + offset..error.pos.end + offset;
                    self.syntax(&error.kind, span);
                }
                resource
            }
        };
        let mut before = None;
        for entry in &resource.body {
            match entry {
                Entry::Message(message) => {
                    before = Some(message.id.name);
                    self.message(message);
                }
                Entry::Term(term) => {
                    let name = term.id.name;
                    let said = self.said(name, &term.value);
                    self.file.terms.insert(name, said);
                }
                Entry::Junk { content } => {
                    // An attribute that cannot be read takes those after it along.
                    if content.trim_start().starts_with('.') {
                        self.file.broken.extend(before);
                    }
                    let name = content.trim_start().split([' ', '=', '\n', '\r']).next();
                    self.file.broken.extend(name);
                }
                _ => {}
            }
        }
    }

    fn message(&mut self, message: &Message<&'t str>) {
        let id = message.id.name;
        let span = self.file.span(id);
        let first = self.file.heads.get(id).cloned();
        match &first {
            Some(first) => self.twice(format!("`{id}` is said twice"), span, first.clone()),
            None => {
                self.file.heads.insert(id, span);
            }
        }
        let words = message.value.iter().map(|value| ("", id, value));
        let attributes = message.attributes.iter();
        let attributes = attributes.map(|attribute| {
            let name = attribute.id.name;
            (name, name, &attribute.value)
        });
        for (attribute, name, value) in words.chain(attributes) {
            let said = self.said(name, value);
            match self
                .file
                .get((id, attribute))
                .map(|there| there.span.clone())
            {
                None => self.add((id, attribute), said),
                Some(there) if first.is_none() => {
                    self.twice(format!("`{id}` has `.{attribute}` twice"), said.span, there);
                }
                Some(_) => {}
            }
        }
    }

    fn twice(&mut self, message: String, span: Range<usize>, first: Range<usize>) {
        let fault = Diagnostic::new(Code::Twice, self.file.place(span), message)
            .related(self.file.place(first), "the first one stands here")
            .help("only one of them is ever shown: take the other away");
        self.faults.push(fault);
    }

    fn add(&mut self, key: Key<'t>, said: Said<'t>) {
        self.file.order.push(key);
        let (id, attribute) = key;
        let attributes = self.file.said.entry(id).or_default();
        attributes.insert(attribute, said);
    }

    /// What a sentence says, and where its name stands.
    fn said(&mut self, name: &'t str, value: &Pattern<&'t str>) -> Said<'t> {
        let mut said = Said {
            span: self.file.span(name),
            ..Said::default()
        };
        self.pattern(value, &mut said);
        said
    }

    fn syntax(&mut self, kind: &ErrorKind, span: Range<usize>) {
        let line = self
            .file
            .text
            .get(..span.start)
            .map(|before| before.rfind('\n').map_or(0, |at| at + 1));
        let line = line.and_then(|start| self.file.text.get(start..)?.lines().next());
        // A tab is reported as what it is, and not once more as what Fluent makes of it.
        if line.is_some_and(|line| line.starts_with('\t')) {
            return;
        }
        let place = self.file.place(span);
        let (message, help) = explain(kind);
        self.faults
            .push(Diagnostic::new(Code::NotFluent, place, message).help(help));
    }

    fn pattern(&mut self, pattern: &Pattern<&'t str>, said: &mut Said<'t>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => {
                    let start = self.file.span(value).start;
                    said.figures.extend(super::typed::figures(value, start));
                }
                PatternElement::Placeable { expression } => self.expression(expression, said),
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&'t str>, said: &mut Said<'t>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline, said),
            Expression::Select { selector, variants } => {
                self.inline(selector, said);
                if let InlineExpression::VariableReference { id } = selector {
                    self.plurals(id.name, variants);
                }
                for variant in variants {
                    self.pattern(&variant.value, said);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&'t str>, said: &mut Said<'t>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                let span = self.file.span(id.name);
                said.variables.entry(id.name).or_insert(span);
            }
            InlineExpression::StringLiteral { value } => self.literal(value),
            InlineExpression::Placeable { expression } => self.expression(expression, said),
            InlineExpression::MessageReference { id, attribute } => {
                self.file.quoted.insert(id.name);
                let attribute = attribute.as_ref().map_or("", |attribute| attribute.name);
                said.quotes.push(Quoted::Words(id.name, attribute));
            }
            InlineExpression::TermReference { id, .. } => {
                said.quotes.push(Quoted::Term(id.name));
            }
            InlineExpression::FunctionReference { id, .. } => {
                let place = self.file.place(self.file.span(id.name));
                let message = format!("there is no function `{}` here", id.name);
                self.faults.push(
                    Diagnostic::new(Code::NotFluent, place, message)
                        .help("write the variable by itself: { $days }"),
                );
            }
            InlineExpression::NumberLiteral { .. } => {}
        }
    }

    fn literal(&mut self, value: &'t str) {
        let shown = unescape_unicode_to_string(value);
        let Some(c) = shown.chars().find(|c| steers(*c)) else {
            return;
        };
        // What stands there as itself is reported with the lines of the file.
        if value.contains(c) {
            return;
        }
        let place = self.file.place(self.file.span(value));
        let message = format!(
            "once said, this sentence holds a character that cannot be seen: U+{:04X}",
            u32::from(c)
        );
        self.faults.push(
            Diagnostic::new(Code::HiddenOnceSaid, place, message)
                .help("take the whole { \"…\" } out, or write what should be read"),
        );
    }

    fn plurals(&mut self, variable: &'t str, variants: &[Variant<&'t str>]) {
        let keys = variants.iter().map(|variant| match variant.key {
            VariantKey::Identifier { name } => name,
            VariantKey::NumberLiteral { value } => value,
        });
        let keys: Vec<&str> = keys.collect();
        for (message, help) in self.forms.faults(variable, &keys) {
            let place = self.file.place(self.file.span(variable));
            self.faults
                .push(Diagnostic::new(Code::PluralForm, place, message).help(help));
        }
    }
}

fn explain(kind: &ErrorKind) -> (String, &'static str) {
    match kind {
        ErrorKind::MissingDefaultVariant => (
            "a choice has no form for all other cases".to_owned(),
            "put an asterisk before the last form: *[other]",
        ),
        ErrorKind::ExpectedMessageField { entry_id } => (
            format!("`{entry_id}` says nothing"),
            "write its words after the `=`, or take it away",
        ),
        ErrorKind::ExpectedToken(token) => (
            format!("not Fluent: a `{token}` is missing here"),
            "a message is written `name = words`; an attribute below it, after four spaces, `.name = words`",
        ),
        other => (
            format!("not Fluent: {other}"),
            "a message is written `name = words`; an attribute below it, after four spaces, `.name = words`",
        ),
    }
}
