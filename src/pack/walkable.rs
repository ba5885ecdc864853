//! Whether every walk in a flow comes to an end.

use std::collections::HashMap;

use super::circle::circles;
use super::flow::Node;
use super::target::Target;
use crate::diagnostic::{Code, Diagnostic, FilePlace};
use crate::id::NodeId;
use crate::toml_file::TomlFile;

/// Adds a fault for each circle, showing the whole of it.
pub(super) fn check(file: &mut TomlFile, nodes: &[Node]) {
    let numbers: HashMap<&NodeId, usize> = nodes.iter().map(|node| &node.id).zip(0..).collect();
    let next = |at: usize| {
        let targets = nodes.get(at).map(|node| node.kind.targets());
        let here = targets
            .into_iter()
            .flatten()
            .filter_map(|target| match target {
                Target::Here(id) => numbers.get(id).copied(),
                Target::Start(_) | Target::There(..) => None,
            });
        here.collect()
    };
    for circle in circles(nodes.len(), next) {
        let round = circle.iter().filter_map(|at| nodes.get(*at));
        let round: Vec<(String, FilePlace)> = round
            .map(|node| (node.id.to_string(), file.place(node.span.clone())))
            .collect();
        file.faults.extend(circle_fault(&round));
    }
}

/// The fault of a circle: the names it goes through, each with its place.
pub fn circle_fault(round: &[(String, FilePlace)]) -> Option<Diagnostic> {
    let ((first, place), rest) = round.split_first()?;
    let names: Vec<&str> = round.iter().map(|(name, _)| name.as_str()).collect();
    let message = format!(
        "a walk can go round for ever: {} → {first}",
        names.join(" → ")
    );
    let fault = Diagnostic::new(Code::Circle, place.clone(), message).help(
        "let one of them lead to an end with the outcome `again`, which offers a fresh start",
    );
    Some(rest.iter().fold(fault, |fault, (name, place)| {
        fault.related(place.clone(), format!("then `{name}`"))
    }))
}
