//! Figures that are typed in a sentence where the flow has a fact for them.

use std::ops::Range;

use super::facts::share;
use super::words_file::{Said, WordsFile};
use crate::diagnostic::{Code, Diagnostic};
use crate::pack::{Kind, Node, Pack};

/// The whole numbers in a text that stand by themselves, each with its place.
pub(super) fn figures(text: &str, start: usize) -> Vec<(u32, Range<usize>)> {
    let digits = |c: char| c.is_ascii_digit();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(offset) = text.get(at..).and_then(|rest| rest.find(digits)) {
        let first = at + offset;
        let rest = text.get(first..).unwrap_or_default();
        let length = rest.find(|c| !digits(c)).unwrap_or(rest.len());
        let number = rest.get(..length).unwrap_or_default();
        if stands_alone(text, first, first + length) && !number.starts_with('0') {
            let span = start + first..start + first + length;
            found.extend(number.parse().ok().map(|number| (number, span)));
        }
        at = first + length;
    }
    found
}

/// Whether a number is no part of a word, a time, an address or a longer number.
fn stands_alone(text: &str, from: usize, to: usize) -> bool {
    let joins = |c: char| c.is_alphanumeric() || matches!(c, '@' | '/' | '_' | '#' | '+' | '-');
    let before = text.get(..from).and_then(|text| text.chars().next_back());
    let mut after = text.get(to..).unwrap_or_default().chars();
    let next = after.next();
    let part = next.is_some_and(|c| matches!(c, '.' | ',' | ':'))
        && after.next().is_some_and(|c| c.is_ascii_digit());
    let led = before.is_some_and(|c| joins(c) || matches!(c, '.' | ':' | '$'));
    !led && !next.is_some_and(joins) && !part
}

/// The figures of one of a node's sentences that are facts of the node's own sources.
pub(super) fn check(
    pack: &Pack,
    node: &Node,
    attribute: &str,
    said: &Said<'_>,
    file: &WordsFile<'_>,
    faults: &mut Vec<Diagnostic>,
) {
    for (number, span) in &said.figures {
        if let Some(ago) = ago(node, attribute) {
            let hours = (ago % 60 == 0).then_some(ago / 60);
            if *number != ago && Some(*number) != hours {
                let message =
                    format!("this answer says {number}, where its `ago` is {ago} minutes");
                let fault = Diagnostic::new(Code::TypedFigure, file.place(span.clone()), message);
                faults.push(fault.help("say the same in both"));
            }
            continue;
        }
        let facts = pack.known().facts.iter();
        let same =
            facts.filter(|fact| fact.value == *number && share(&fact.sources, &node.sources));
        let names: Vec<String> = same.map(|fact| format!("{{ ${} }}", fact.id)).collect();
        if !names.is_empty() {
            let place = file.place(span.clone());
            let message = format!("{number} is typed here, where there is a fact for it");
            let help = format!(
                "write {}, so that it changes with the fact",
                names.join(" or ")
            );
            faults.push(Diagnostic::new(Code::TypedFigure, place, message).help(help));
        }
    }
}

/// How many minutes ago an answer says: a figure of its own, whatever facts there are.
fn ago(node: &Node, attribute: &str) -> Option<u32> {
    let id = attribute.strip_prefix("answer-")?;
    match &node.kind {
        Kind::Question(answers) => answers.iter().find(|answer| answer.id.as_str() == id)?.ago,
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::figures;

    #[test]
    fn only_numbers_that_stand_alone_count() {
        for (text, found) in [
            ("na 5 pogingen", vec![5]),
            ("5 minuten, of 16.", vec![5, 16]),
            ("om 14:35 in A1T2, 022, r0123456, 2.5 of 5-7", vec![]),
            ("5 %", vec![5]),
        ] {
            let numbers: Vec<u32> = figures(text, 0)
                .into_iter()
                .map(|(number, _)| number)
                .collect();
            assert_eq!(numbers, found, "{text}");
        }
    }
}
