//! Whether each sentence is given the variables that it says, says the same in every language, and
//! types no figure that a variable is there for.

use std::ops::Range;

use super::required_messages::Requirements;
use super::words_file::WordsFile;
use crate::diagnostic::{Code, Diagnostic};
use crate::pack::{Kind, Node, Pack};

pub(super) fn check(
    pack: &Pack,
    required: &Requirements<'_>,
    files: &[&WordsFile<'_>],
) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    for file in files {
        faults.extend(in_file(pack, file, required));
    }
    if let Some((main, others)) = files.split_first() {
        faults.extend(others.iter().flat_map(|other| differences(main, other)));
    }
    faults
}

fn in_file(pack: &Pack, file: &WordsFile<'_>, required: &Requirements<'_>) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    for ((id, attribute), sentence) in file.all() {
        if required.is_unreadable(id) {
            continue;
        }
        let message = required.find(id);
        let given = message.map_or(&[] as &[_], |message| message.given(attribute));
        let variables = sentence.variables.iter();
        faults.extend(variables.filter_map(|said| unknown_variable(pack, file, said, given)));
        let node = message.and_then(|message| message.node);
        if let Some(node) = node.filter(|_| attribute != "search") {
            let typed = sentence.figures.iter();
            let typed = typed.filter_map(|said| typed_figure(pack, file, node, attribute, said));
            faults.extend(typed);
        }
    }
    faults
}

fn unknown_variable(
    pack: &Pack,
    file: &WordsFile<'_>,
    (variable, span): (&&str, &Range<usize>),
    given: &[&'static str],
) -> Option<Diagnostic> {
    let facts = pack.known().facts.iter().map(|fact| fact.id.as_str());
    let mut known = given.iter().copied().chain(facts);
    if known.clone().any(|known| known == *variable) || pack.known().is_lost(variable) {
        return None;
    }
    let mut unknown = pack.manifest().unknown.iter();
    if unknown.any(|unknown| unknown.id.as_str() == *variable) {
        let message =
            format!("${variable} is said as if it were known, but the pack lists it as unknown");
        let help =
            "leave it out here, or find a source, add the fact and take away its `[[unknown]]`";
        return Some(file.fault(Code::UnknownUsed, span, message).help(help));
    }
    let message = format!("this sentence is not given a ${variable}");
    let fault = file.fault(Code::UnknownVariable, span, message);
    Some(fault.suggest(variable, known.by_ref()))
}

/// A figure in one of a node's sentences that is a fact of the node's own sources.
fn typed_figure(
    pack: &Pack,
    file: &WordsFile<'_>,
    node: &Node,
    attribute: &str,
    (number, span): &(u32, Range<usize>),
) -> Option<Diagnostic> {
    if let Some(ago) = ago(node, attribute) {
        let is_same = *number == ago || number.checked_mul(60) == Some(ago);
        let message = format!("this answer says {number}, where its `ago` is {ago} minutes");
        let fault = file.fault(Code::TypedFigure, span, message);
        return (!is_same).then(|| fault.help("say the same in both"));
    }
    let facts = pack.known().facts.iter().filter(|fact| {
        let mut sources = fact.sources.iter();
        fact.value == *number && sources.any(|source| node.sources.contains(source))
    });
    let names: Vec<String> = facts.map(|fact| format!("{{ ${} }}", fact.id)).collect();
    let names = names.join(" or ");
    let message = format!("{number} is typed here, where there is a fact for it");
    let help = format!("write {names}, so that it changes with the fact");
    let fault = file.fault(Code::TypedFigure, span, message);
    (!names.is_empty()).then(|| fault.help(help))
}

/// How many minutes ago an answer says: a figure of its own, whatever facts there are.
fn ago(node: &Node, attribute: &str) -> Option<u32> {
    let id = attribute.strip_prefix("answer-")?;
    match &node.kind {
        Kind::Question(answers) => answers.iter().find(|answer| answer.id.as_str() == id)?.ago,
        _ => None,
    }
}

/// Sentences whose variables are others than in the main language.
fn differences(main: &WordsFile<'_>, other: &WordsFile<'_>) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    for (key, said) in other.all() {
        let first = main.get(key).filter(|_| key.1 != "search");
        if let Some(first) = first.filter(|first| !said.has_variables_of(first)) {
            let there = format!("there: {}", first.variable_names());
            let fault = other.differs(key, said, &said.span, &format!("in {}", main.path));
            let fault = fault.related(main.place(first.span.clone()), there);
            faults.push(
                fault.help("say the same in both: a figure that one language gives, all give"),
            );
        }
    }
    faults
}
