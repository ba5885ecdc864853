//! Whether each sentence is given the variables that it says, says the same in every language, and
//! types no figure that a variable is there for.

use std::ops::Range;

use super::pack_words::PackWords;
use super::required_messages::{RequiredMessage, Requirements};
use super::sources::share;
use super::words_file::{MessageKey, Sentence, WordsFile, key_name};
use crate::diagnostic::{Code, Diagnostic};
use crate::pack::{Kind, Node, Pack};

pub(super) fn check(
    pack: &Pack,
    words: &PackWords<'_>,
    requirements: &[Requirements<'_>],
) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    for required in requirements {
        let files = words.in_all_languages(&required.name);
        for file in &files {
            faults.extend(in_file(pack, file, required));
        }
        if let Some((main, others)) = files.split_first() {
            faults.extend(others.iter().flat_map(|other| differences(main, other)));
        }
    }
    faults
}

fn in_file(pack: &Pack, file: &WordsFile<'_>, required: &Requirements<'_>) -> Vec<Diagnostic> {
    let readable = file
        .all()
        .filter(|((id, _), _)| !required.is_unreadable(id));
    let mut faults = Vec::new();
    for ((id, attribute), sentence) in readable {
        let message = required.find(id);
        faults.extend(not_given(pack, file, message, attribute, sentence));
        let node = message.and_then(|message| message.node);
        if let Some(node) = node.filter(|_| attribute != "search") {
            let typed = sentence.figures.iter();
            faults.extend(
                typed.filter_map(|figure| typed_figure(pack, file, node, attribute, figure)),
            );
        }
    }
    faults
}

fn not_given(
    pack: &Pack,
    file: &WordsFile<'_>,
    message: Option<&RequiredMessage<'_>>,
    attribute: &str,
    sentence: &Sentence<'_>,
) -> Vec<Diagnostic> {
    let given = message.map_or(&[] as &[_], |message| message.given(attribute));
    let facts = &pack.known().facts;
    let known = |variable: &str| {
        given.contains(&variable)
            || facts.iter().any(|fact| fact.id.as_str() == variable)
            || pack.known().is_lost(variable)
    };
    let unknown = sentence
        .variables
        .iter()
        .filter(|(variable, _)| !known(variable));
    unknown
        .map(|(variable, span)| unknown_variable(pack, file, variable, span, given))
        .collect()
}

fn unknown_variable(
    pack: &Pack,
    file: &WordsFile<'_>,
    variable: &str,
    span: &Range<usize>,
    given: &[&'static str],
) -> Diagnostic {
    let mut unknown = pack.manifest().unknown.iter();
    if unknown.any(|unknown| unknown.id.as_str() == variable) {
        let message =
            format!("${variable} is said as if it were known, but the pack lists it as unknown");
        return file.fault(Code::UnknownUsed, span, message).help(
            "leave it out here, or find a source, add the fact and take away its `[[unknown]]`",
        );
    }
    let facts = pack.known().facts.iter().map(|fact| fact.id.as_str());
    let message = format!("this sentence is not given a ${variable}");
    file.fault(Code::UnknownVariable, span, message)
        .suggest(variable, given.iter().copied().chain(facts))
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
    let facts = pack.known().facts.iter();
    let same = facts.filter(|fact| fact.value == *number && share(&fact.sources, &node.sources));
    let names: Vec<String> = same.map(|fact| format!("{{ ${} }}", fact.id)).collect();
    let message = format!("{number} is typed here, where there is a fact for it");
    let help = format!(
        "write {}, so that it changes with the fact",
        names.join(" or ")
    );
    let fault = file.fault(Code::TypedFigure, span, message);
    (!names.is_empty()).then(|| fault.help(help))
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

/// Sentences whose variables are others than in the main language.
fn differences(main: &WordsFile<'_>, other: &WordsFile<'_>) -> Vec<Diagnostic> {
    let both = other
        .all()
        .filter_map(|(key, said)| Some((key, main.get(key)?, said)));
    let differing = both.filter(|((_, attribute), first, said)| {
        *attribute != "search" && !said.has_variables_of(first)
    });
    differing
        .map(|(key, first, said)| difference(main, other, key, first, said))
        .collect()
}

fn difference(
    main: &WordsFile<'_>,
    other: &WordsFile<'_>,
    key: MessageKey<'_>,
    first: &Sentence<'_>,
    said: &Sentence<'_>,
) -> Diagnostic {
    let message = format!(
        "`{}` uses other variables than in {}",
        key_name(key),
        main.path
    );
    let there = format!("there: {}", first.variable_names());
    other
        .fault(Code::VariablesDiffer, &said.span, message)
        .label(format!("here: {}", said.variable_names()))
        .related(main.place(first.span.clone()), there)
        .help("say the same in both: a figure that one language gives, all give")
}
