//! Whether every language says everything that the pack asks for, and nothing else; says the same
//! as the others, with variables that are given; and types no figure that a fact is there for.

use std::ops::Range;

use super::pack_words::PackWords;
use super::required_messages::{RequiredMessage, Requirements};
use super::words_file::{MessageKey, Sentence, WordsFile, key_name};
use crate::diagnostic::{Code, Diagnostic, Suggestion};
use crate::i18n::words_path;
use crate::pack::{Kind, Node, Pack};

pub(super) fn check(pack: &Pack, words: &PackWords<'_>, faults: &mut Vec<Diagnostic>) {
    for required in &Requirements::all(pack) {
        missing_files(pack, required, faults);
        let files = words.in_all_languages(&required.name);
        for &file in &files {
            let mut check = FileCheck {
                pack,
                required,
                file,
                faults,
            };
            check.missing(&files);
            check.sentences();
        }
        if let Some((main, others)) = files.split_first() {
            for other in others {
                differences(main, other, faults);
            }
        }
    }
}

fn missing_files(pack: &Pack, required: &Requirements<'_>, faults: &mut Vec<Diagnostic>) {
    let name = &required.name;
    for language in &pack.manifest().languages {
        let path = words_path(language, name);
        let is_there = pack.files().has(&path) || pack.files().is_lost(&path);
        if let Some(first) = required.messages.first().filter(|_| !is_there) {
            let message =
                format!("`{language}` has no words for `{name}`: there is no file `{path}`");
            let help = format!("write {path}; until then the words of the main language stand in");
            let fault = Diagnostic::new(Code::MissingWord, first.asked.clone(), message);
            faults.push(fault.help(help));
        }
    }
}

/// Sentences whose variables are others than in the main language.
fn differences(main: &WordsFile<'_>, other: &WordsFile<'_>, faults: &mut Vec<Diagnostic>) {
    for (key, said) in other.all() {
        let first = main.get(key).filter(|_| key.1 != "search");
        if let Some(first) = first.filter(|first| !said.has_variables_of(first)) {
            let there = format!("there: {}", first.variable_names());
            let fault = other.differs(key, said, &said.span, &format!("in {}", main.path));
            let fault = fault.related(main.place(first.span.clone()), there);
            let help = "say the same in both: a figure that one language gives, all give";
            faults.push(fault.help(help));
        }
    }
}

/// A file of words, beside what is asked for.
struct FileCheck<'c> {
    pack: &'c Pack,
    required: &'c Requirements<'c>,
    file: &'c WordsFile<'c>,
    faults: &'c mut Vec<Diagnostic>,
}

impl FileCheck<'_> {
    /// What a language does not say: what the pack asks for, and what another language adds.
    fn missing(&mut self, files: &[&WordsFile<'_>]) {
        let file = self.file;
        let mut before = 0..0;
        for message in &self.required.messages {
            let id = message.id.as_str();
            if file.broken.contains(id) {
                continue;
            }
            before = file.heads.get(id).cloned().unwrap_or(before);
            for attribute in needed_attributes(message, files) {
                if file.get((id, attribute)).is_none() {
                    self.absent(message, attribute, &before);
                }
            }
        }
    }

    fn absent(&mut self, message: &RequiredMessage<'_>, attribute: &str, before: &Range<usize>) {
        let id = message.id.as_str();
        let help = match attribute {
            "" if self.file.heads.contains_key(id) => format!("write them after `{id} =`"),
            "" => format!("write: {id} = …"),
            _ => format!("below `{id}`, after four spaces, write: .{attribute} = …"),
        };
        let told = format!("the words of `{}` are missing", key_name((id, attribute)));
        let fault = self.file.fault(Code::MissingWord, before, &told);
        let fault = fault.related(message.asked.clone(), "asked for here");
        self.faults.push(fault.help(help));
    }

    fn sentences(&mut self) {
        let (file, required) = (self.file, self.required);
        for ((id, attribute), sentence) in file.all() {
            if required.is_unreadable(id) {
                continue;
            }
            let is_referred = attribute.is_empty() && file.referred.contains(id);
            if !is_referred && !required.ask_for(id, attribute) {
                self.orphan((id, attribute), sentence);
            }
            let message = required.find(id);
            let given = message.map_or(&[] as &[_], |message| message.given(attribute));
            for (variable, span) in &sentence.variables {
                self.variable(variable, span, given);
            }
            let node = message.and_then(|message| message.node);
            if let Some(node) = node.filter(|_| attribute != "search") {
                for text in &sentence.texts {
                    for (number, span) in typed_figures(text, file.span(text).start) {
                        self.figure(node, attribute, number, &span);
                    }
                }
            }
        }
    }

    /// What a language says that nothing asks for.
    fn orphan(&mut self, (id, attribute): MessageKey<'_>, sentence: &Sentence<'_>) {
        let file = self.file;
        // What was meant is none of what is there already.
        let (what, meant) = match self.required.find(id) {
            Some(message) => {
                let known = message.known_attributes();
                let unsaid = known.filter(|known| file.get((id, known)).is_none());
                ("", Suggestion::of(attribute, unsaid))
            }
            None if attribute.is_empty() => {
                let known = self.required.messages.iter();
                let known = known.map(|message| message.id.as_str());
                let unsaid = known.filter(|known| !file.heads.contains_key(known));
                ("the words of ", Suggestion::of(id, unsaid))
            }
            // Its sentence is reported already.
            None => return,
        };
        let message = format!("nothing asks for {what}`{}`", key_name((id, attribute)));
        let fault = file.fault(Code::OrphanWord, &sentence.span, &message);
        self.faults.push(match meant {
            Some(meant) => fault.help(meant.to_string()),
            None => fault.help("take it away, or ask for it in the files of `data`"),
        });
    }

    /// A variable that a sentence may not be given.
    fn variable(&mut self, variable: &str, span: &Range<usize>, given: &[&'static str]) {
        let (file, manifest, known) = (self.file, self.pack.manifest(), self.pack.known());
        let facts = known.facts.iter().map(|fact| fact.id.as_str());
        let names = given.iter().copied().chain(facts);
        if names.clone().any(|name| name == variable) || known.is_lost(variable) {
            return;
        }
        let mut unknown = manifest.unknown.iter();
        let fault = if unknown.any(|unknown| unknown.id.as_str() == variable) {
            let what = "is said as if it were known, but the pack lists it as unknown";
            let help =
                "leave it out here, or find a source, add the fact and take away its `[[unknown]]`";
            let fault = file.fault(Code::UnknownUsed, span, &format!("${variable} {what}"));
            fault.help(help)
        } else {
            let message = format!("this sentence is not given a ${variable}");
            let fault = file.fault(Code::UnknownVariable, span, &message);
            fault.suggest(variable, names)
        };
        self.faults.push(fault);
    }

    /// A figure in one of a node's sentences that may be a fact of the node's own sources.
    fn figure(&mut self, node: &Node, attribute: &str, number: u32, span: &Range<usize>) {
        let (message, help) = if let Some(ago) = ago(node, attribute) {
            if number == ago || number.checked_mul(60) == Some(ago) {
                return;
            }
            let message = format!("this answer says {number}, where its `ago` is {ago} minutes");
            (message, "say the same in both".to_owned())
        } else {
            let facts = self.pack.known().facts.iter().filter(|fact| {
                let mut sources = fact.sources.iter();
                fact.value == number && sources.any(|source| node.sources.contains(source))
            });
            let names: Vec<String> = facts.map(|fact| format!("{{ ${} }}", fact.id)).collect();
            if names.is_empty() {
                return;
            }
            let names = names.join(" or ");
            let message = format!("{number} is typed here, where there is a fact for it");
            let help = format!("write {names}, so that it changes with the fact");
            (message, help)
        };
        let fault = self.file.fault(Code::TypedFigure, span, &message);
        self.faults.push(fault.help(help));
    }
}

/// The attributes that every language is to say; empty for the sentence itself.
fn needed_attributes<'m>(
    message: &'m RequiredMessage<'_>,
    files: &[&WordsFile<'_>],
) -> impl Iterator<Item = &'m str> {
    let said = |name: &str| {
        let mut files = files.iter();
        files.any(|file| file.get((&message.id, name)).is_some())
    };
    let sentence = (!message.may_miss || said("")).then_some("");
    let needed = message.attributes.iter().map(String::as_str);
    let extra = message.optional.iter().copied();
    let extra = extra.filter(move |name| *name != "search" && said(name));
    sentence.into_iter().chain(needed).chain(extra)
}

/// How many minutes ago an answer says: a figure of its own, whatever facts there are.
fn ago(node: &Node, attribute: &str) -> Option<u32> {
    let id = attribute.strip_prefix("answer-")?;
    match &node.kind {
        Kind::Question(answers) => {
            let answer = answers.iter().find(|answer| answer.id.as_str() == id)?;
            answer.ago.as_deref().copied()
        }
        _ => None,
    }
}

/// The whole numbers in a text that stand by themselves, each with its place.
fn typed_figures(text: &str, start: usize) -> Vec<(u32, Range<usize>)> {
    let digits = |c: char| c.is_ascii_digit();
    let found = text.match_indices(digits).filter_map(|(at, _)| {
        let (before, rest) = text.split_at_checked(at)?;
        let length = rest.find(|c| !digits(c)).unwrap_or(rest.len());
        let (number, after) = rest.split_at_checked(length)?;
        let counts = stands_alone(before, after) && !number.starts_with('0');
        let span = start + at..start + at + length;
        Some((number.parse().ok().filter(|_| counts)?, span))
    });
    found.collect()
}

/// Whether a number is no part of a word, a time, an address or a longer number.
fn stands_alone(before: &str, after: &str) -> bool {
    let joins = |c: char| c.is_alphanumeric() || matches!(c, '@' | '/' | '_' | '#' | '+' | '-');
    let goes_on = after.strip_prefix(['.', ',', ':']);
    let goes_on = goes_on.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let is_led = before.ends_with(|c| joins(c) || matches!(c, '.' | ':' | '$'));
    !is_led && !after.starts_with(joins) && !goes_on
}

#[cfg(test)]
mod tests {
    use super::typed_figures;

    #[test]
    fn only_numbers_that_stand_alone_count() {
        for (text, found) in [
            ("na 5 pogingen", vec![5]),
            ("5 minuten, of 16.", vec![5, 16]),
            ("om 14:35 in A1T2, 022, r0123456, 2.5 of 5-7", vec![]),
            ("5 %", vec![5]),
        ] {
            let numbers: Vec<u32> = typed_figures(text, 0)
                .into_iter()
                .map(|(number, _)| number)
                .collect();
            assert_eq!(numbers, found, "{text}");
        }
    }
}
