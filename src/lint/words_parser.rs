//! From the text of a file of words to what it says, and to what is wrong with
//! it whatever the pack needs.

use std::ops::Range;

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Message, Pattern, PatternElement, Term, Variant,
    VariantKey,
};
use fluent_syntax::parser::{ErrorKind, parse};
use fluent_syntax::unicode::unescape_unicode_to_string;

use super::plural::Forms;
use super::typed_figures::typed_figures;
use super::words_file::{Sentence, WordsFile, key_name};
use crate::diagnostic::{Code, Diagnostic, FilePlace, hidden};
use crate::i18n::readable;
use crate::sanitize::steers;

/// How many bytes a word has at least that may be too long for a row of a narrow screen.
const LONG: usize = 24;

/// Parses a file; what is wrong with it is added to `faults`.
pub(super) fn parse_words<'t>(
    path: &str,
    text: &'t str,
    forms: &Forms,
    faults: &mut Vec<Diagnostic>,
) -> WordsFile<'t> {
    faults.extend(hidden(path, text));
    faults.extend(tabs(path, text));
    let mut parser = WordsParser {
        file: WordsFile::new(path, text),
        forms,
        faults,
    };
    parser.parse();
    parser.file
}

fn tabs(path: &str, text: &str) -> Vec<Diagnostic> {
    let mut start = 0;
    let mut faults = Vec::new();
    for line in text.split_inclusive('\n') {
        let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
        if let Some(at) = line.get(..indent).and_then(|indent| indent.find('\t')) {
            let place = FilePlace::span(path, start + at..start + at + 1);
            faults.push(
                Diagnostic::new(Code::TabIndent, place, "a line of words begins with a tab")
                    .help("write four spaces instead: Fluent does not read tabs"),
            );
        }
        start += line.len();
    }
    faults
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
        let (resource, errors) = match parse(whole) {
            Ok(resource) => (resource, Vec::new()),
            Err((resource, errors)) => (resource, errors),
        };
        for error in errors {
            self.syntax(
                &error.kind,
                error.pos.start + offset..error.pos.end + offset,
            );
        }
        self.entries(&resource.body);
    }

    fn entries(&mut self, entries: &[Entry<&'t str>]) {
        let mut before = None;
        for entry in entries {
            match entry {
                Entry::Message(message) => {
                    before = Some(message.id.name);
                    self.message(message);
                }
                Entry::Term(term) => {
                    self.sentence(term.id.name, &term.value);
                }
                Entry::Junk { content } => self.junk(content.trim_start(), before),
                _ => {}
            }
        }
        self.unused_terms(entries);
    }

    fn junk(&mut self, content: &'t str, before: Option<&'t str>) {
        // An attribute that cannot be read takes those after it along.
        if let Some(message) = before.filter(|_| content.starts_with('.')) {
            self.file.broken.insert(message);
        }
        if let Some(name) = content.split([' ', '=', '\n', '\r']).next() {
            self.file.broken.insert(name);
        }
    }

    /// Terms are for other sentences to refer to, which none does.
    fn unused_terms(&mut self, entries: &[Entry<&'t str>]) {
        for entry in entries {
            let Entry::Term(Term { id, .. }) = entry else {
                continue;
            };
            if !self.file.referred.contains(id.name) {
                let message = format!("no sentence puts `-{}` in", id.name);
                let help = "write its words in the sentences that need them, and take it away";
                self.fault(Code::OrphanWord, &self.file.span(id.name), message, help);
            }
        }
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
        let attributes = attributes.map(|attribute| {
            let name = attribute.id.name;
            (name, name, &attribute.value)
        });
        for (attribute, name, value) in words.chain(attributes) {
            let sentence = self.sentence(name, value);
            let there = self
                .file
                .get((id, attribute))
                .map(|there| there.span.clone());
            match there {
                None => self.file.add((id, attribute), sentence),
                Some(there) if first.is_none() => {
                    self.twice(
                        format!("`{id}` has `.{attribute}` twice"),
                        &sentence.span,
                        &there,
                    );
                }
                Some(_) => {}
            }
        }
    }

    fn twice(&mut self, message: String, span: &Range<usize>, first: &Range<usize>) {
        let fault = self.file.fault(Code::Twice, span, message);
        self.faults.push(
            fault
                .related(self.file.place(first.clone()), "the first one stands here")
                .help("only one of them is ever shown: take the other away"),
        );
    }

    fn fault(
        &mut self,
        code: Code,
        span: &Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        let fault = self.file.fault(code, span, message);
        self.faults.push(fault.help(help));
    }

    /// What a sentence says, and where its name stands.
    fn sentence(&mut self, name: &'t str, value: &Pattern<&'t str>) -> Sentence<'t> {
        let mut sentence = Sentence {
            span: self.file.span(name),
            ..Sentence::default()
        };
        self.pattern(value, &mut sentence);
        sentence
    }

    fn syntax(&mut self, kind: &ErrorKind, span: Range<usize>) {
        let text = self.file.text;
        let start = text.get(..span.start).and_then(|before| before.rfind('\n'));
        let line = text.get(start.map_or(0, |end| end + 1)..);
        // A tab is reported as what it is, and not once more as what Fluent makes of it.
        if line.is_some_and(|line| line.starts_with('\t')) {
            return;
        }
        let (message, help) = explain(kind);
        self.fault(Code::NotFluent, &span, message, help);
    }

    fn pattern(&mut self, pattern: &Pattern<&'t str>, sentence: &mut Sentence<'t>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => {
                    let start = self.file.span(value).start;
                    sentence.figures.extend(typed_figures(value, start));
                    let words = value.split_ascii_whitespace();
                    let long = words.filter(|word| word.len() > LONG);
                    sentence
                        .long_words
                        .extend(long.map(|word| self.file.span(word)));
                }
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
                let help = format!(
                    "write its words here; a variable has a dollar sign: {{ ${} }}",
                    id.name
                );
                self.reference(id.name, &key_name((id.name, attribute)), &help);
            }
            InlineExpression::TermReference { id, .. } => {
                self.reference(id.name, &format!("-{}", id.name), "write its words here");
            }
            InlineExpression::FunctionReference { id, .. } => {
                let message = format!("there is no function `{}` here", id.name);
                let help = "write the variable by itself: { $days }";
                self.fault(Code::NotFluent, &self.file.span(id.name), message, help);
            }
            InlineExpression::NumberLiteral { .. } => {}
        }
    }

    /// Each sentence is written, checked and laid out by itself.
    fn reference(&mut self, id: &'t str, name: &str, help: &str) {
        self.file.referred.insert(id);
        let message = format!("a sentence does not put in others, such as `{name}`");
        self.fault(Code::NotFluent, &self.file.span(id), message, help);
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
        let message = format!(
            "once said, this sentence holds a character that cannot be seen: U+{:04X}",
            u32::from(c)
        );
        let help = "take the whole { \"…\" } out, or write what should be read";
        self.fault(Code::HiddenOnceSaid, &self.file.span(value), message, help);
    }

    fn plurals(&mut self, variable: &'t str, variants: &[Variant<&'t str>]) {
        let keys = variants.iter().map(|variant| match variant.key {
            VariantKey::Identifier { name } => name,
            VariantKey::NumberLiteral { value } => value,
        });
        let keys: Vec<&str> = keys.collect();
        for (message, help) in self.forms.faults(variable, &keys) {
            self.fault(Code::PluralForm, &self.file.span(variable), message, help);
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
