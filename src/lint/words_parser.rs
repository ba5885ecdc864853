//! From the text of a file of words to what it says, and to what is wrong with
//! it whatever the pack needs.

use std::collections::btree_map::Entry::{Occupied, Vacant};
use std::ops::Range;

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Message, Pattern, PatternElement, Term, Variant,
    VariantKey,
};
use fluent_syntax::parser::{ErrorKind, parse};
use fluent_syntax::unicode::unescape_unicode_to_string;

use super::plural::Forms;
use super::words_file::{Sentence, WordsFile, key_name};
use crate::diagnostic::{Code, Diagnostic, FilePlace, hidden};
use crate::i18n::readable;
use crate::sanitize::steers;

/// Parses a file; what is wrong with it is added to `faults`.
pub(super) fn parse_words<'t>(
    path: &str,
    text: &'t str,
    forms: &Forms,
    faults: &mut Vec<Diagnostic>,
) -> WordsFile<'t> {
    faults.extend(hidden(path, text));
    faults.extend(tabs(path, text));
    let mut file = WordsFile::default();
    (file.path, file.text) = (path.to_owned(), text);
    let mut parser = WordsParser {
        file,
        forms,
        faults,
    };
    parser.parse();
    parser.file
}

fn tabs<'t>(path: &'t str, text: &'t str) -> impl Iterator<Item = Diagnostic> + 't {
    let mut start = 0;
    text.split_inclusive('\n').filter_map(move |line| {
        let words = line.trim_start_matches(' ');
        let at = start + line.len() - words.len();
        start += line.len();
        let place = FilePlace::span(path, at..at + 1);
        let fault = Diagnostic::new(Code::TabIndent, place, "a line of words begins with a tab")
            .help("write four spaces instead: Fluent does not read tabs");
        words.starts_with('\t').then_some(fault)
    })
}

struct WordsParser<'t, 'f> {
    file: WordsFile<'t>,
    forms: &'f Forms,
    faults: &'f mut Vec<Diagnostic>,
}

impl<'t> WordsParser<'t, '_> {
    fn parse(&mut self) {
        let (text, too_deep) = readable(self.file.text);
        if let Some(at) = too_deep {
            let message = "too many braces within each other";
            let help = "close each `{` with a `}`: from this message on, nothing is read";
            self.fault(Code::NotFluent, &(at..at + 1), message, help);
        }
        let whole = text.trim_start_matches('\u{feff}');
        let offset = text.len() - whole.len();
        let read = parse(whole).map(|resource| (resource, Vec::new()));
        let (resource, errors) = read.unwrap_or_else(|partly| partly);
        for error in errors {
            let span = error.pos.start + offset..error.pos.end + offset;
            self.syntax(&error.kind, &span);
        }
        let mut before = None;
        for entry in &resource.body {
            match entry {
                Entry::Message(message) => {
                    before = Some(message.id.name);
                    self.message(message);
                }
                Entry::Term(term) => drop(self.sentence(term.id.name, &term.value)),
                Entry::Junk { content } => self.junk(content.trim_start(), before),
                _ => {}
            }
        }
        for entry in &resource.body {
            if let Entry::Term(Term { id, .. }) = entry
                && !self.file.referred.contains(id.name)
            {
                let message = format!("no sentence puts `-{}` in", id.name);
                let help = "write its words in the sentences that need them, and take it away";
                self.fault(Code::OrphanWord, &self.file.span(id.name), &message, help);
            }
        }
    }

    fn junk(&mut self, content: &'t str, before: Option<&'t str>) {
        // An attribute that cannot be read takes those after it along.
        let message = before.filter(|_| content.starts_with('.'));
        let name = content.split([' ', '=', '\n', '\r']).next();
        self.file.broken.extend(message.into_iter().chain(name));
    }

    fn message(&mut self, message: &Message<&'t str>) {
        let id = message.id.name;
        let span = self.file.span(id);
        let first = self.file.heads.get(id).cloned();
        match &first {
            Some(first) => self.twice(format!("`{id}` is said twice"), &span, first),
            None => drop(self.file.heads.insert(id, span)),
        }
        let words = message.value.iter().map(|value| ("", id, value));
        let attributes = message.attributes.iter();
        let attributes = attributes.map(|said| (said.id.name, said.id.name, &said.value));
        for (attribute, name, value) in words.chain(attributes) {
            let sentence = self.sentence(name, value);
            match self.file.sentences.entry(id).or_default().entry(attribute) {
                Vacant(empty) => drop(empty.insert(sentence)),
                Occupied(there) if first.is_none() => {
                    let there = there.get().span.clone();
                    let message = format!("`{id}` has `.{attribute}` twice");
                    self.twice(message, &sentence.span, &there);
                }
                Occupied(_) => {}
            }
        }
    }

    fn twice(&mut self, message: String, span: &Range<usize>, first: &Range<usize>) {
        let fault = self.file.fault(Code::Twice, span, &message);
        let fault = fault.related(self.file.place(first.clone()), "the first one stands here");
        let help = "only one of them is ever shown: take the other away";
        self.faults.push(fault.help(help));
    }

    fn fault(&mut self, code: Code, span: &Range<usize>, message: &str, help: &str) {
        let fault = self.file.fault(code, span, message);
        self.faults.push(fault.help(help));
    }

    /// What a sentence says, and where its name stands.
    fn sentence(&mut self, name: &str, value: &Pattern<&'t str>) -> Sentence<'t> {
        let mut sentence = Sentence {
            span: self.file.span(name),
            ..Sentence::default()
        };
        self.pattern(value, &mut sentence);
        sentence
    }

    fn syntax(&mut self, kind: &ErrorKind, span: &Range<usize>) {
        let before = self.file.text.get(..span.start).unwrap_or_default();
        let line = before.rfind('\n').map_or(0, |end| end + 1);
        let line = self.file.text.get(line..).unwrap_or_default();
        // A tab is reported as what it is, and not once more as what Fluent makes of it.
        if !line.starts_with('\t') {
            let (message, help) = explain(kind);
            self.fault(Code::NotFluent, span, &message, help);
        }
    }

    fn pattern(&mut self, pattern: &Pattern<&'t str>, sentence: &mut Sentence<'t>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => sentence.texts.push(value),
                PatternElement::Placeable { expression } => self.expression(expression, sentence),
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&'t str>, sentence: &mut Sentence<'t>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline, sentence),
            Expression::Select { selector, variants } => {
                self.inline(selector, sentence);
                if let InlineExpression::VariableReference { id } = selector {
                    self.plurals(id.name, variants);
                }
                for variant in variants {
                    self.pattern(&variant.value, sentence);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&'t str>, sentence: &mut Sentence<'t>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                let span = self.file.span(id.name);
                sentence.variables.entry(id.name).or_insert(span);
            }
            InlineExpression::StringLiteral { value } => self.literal(value),
            InlineExpression::Placeable { expression } => self.expression(expression, sentence),
            InlineExpression::MessageReference { id, attribute } => {
                let attribute = attribute.as_ref().map_or("", |attribute| attribute.name);
                let (id, name) = (id.name, key_name((id.name, attribute)));
                let help =
                    format!("write its words here; a variable has a dollar sign: {{ ${id} }}");
                self.reference(id, &name, &help);
            }
            InlineExpression::TermReference { id, .. } => {
                self.reference(id.name, &format!("-{}", id.name), "write its words here");
            }
            InlineExpression::FunctionReference { id, .. } => {
                let message = format!("there is no function `{}` here", id.name);
                let help = "write the variable by itself: { $days }";
                self.fault(Code::NotFluent, &self.file.span(id.name), &message, help);
            }
            InlineExpression::NumberLiteral { .. } => {}
        }
    }

    /// Each sentence is written, checked and laid out by itself.
    fn reference(&mut self, id: &'t str, name: &str, help: &str) {
        self.file.referred.insert(id);
        let message = format!("a sentence does not put in others, such as `{name}`");
        self.fault(Code::NotFluent, &self.file.span(id), &message, help);
    }

    fn literal(&mut self, value: &'t str) {
        let shown = unescape_unicode_to_string(value);
        let unseen = shown.chars().find(|c| steers(*c));
        // What stands there as itself is reported with the lines of the file.
        if let Some(c) = unseen.filter(|c| !value.contains(*c)) {
            let c = u32::from(c);
            let message = format!(
                "once said, this sentence holds a character that cannot be seen: U+{c:04X}"
            );
            let help = "take the whole { \"…\" } out, or write what should be read";
            self.fault(Code::HiddenOnceSaid, &self.file.span(value), &message, help);
        }
    }

    fn plurals(&mut self, variable: &'t str, variants: &[Variant<&'t str>]) {
        let keys = variants.iter().map(|variant| match variant.key {
            VariantKey::Identifier { name } => name,
            VariantKey::NumberLiteral { value } => value,
        });
        let keys: Vec<&str> = keys.collect();
        for (message, help) in self.forms.faults(variable, &keys) {
            self.fault(Code::PluralForm, &self.file.span(variable), &message, &help);
        }
    }
}

fn explain(kind: &ErrorKind) -> (String, &'static str) {
    let form = "a message is written `name = words`; an attribute below it, after four spaces, `.name = words`";
    match kind {
        ErrorKind::MissingDefaultVariant => (
            "a choice has no form for all other cases".to_owned(),
            "put an asterisk before the last form: *[other]",
        ),
        ErrorKind::ExpectedMessageField { entry_id } => (
            format!("`{entry_id}` says nothing"),
            "write its words after the `=`, or take it away",
        ),
        ErrorKind::ExpectedToken(token) => {
            (format!("not Fluent: a `{token}` is missing here"), form)
        }
        other => (format!("not Fluent: {other}"), form),
    }
}
