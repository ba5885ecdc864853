//! Circles in anything whose parts lead to other parts: of nodes, walks that come to no end.

use std::collections::HashMap;

use super::flow::{Node, Target};
use crate::diagnostic::{Code, Diagnostic, FilePlace};
use crate::id::NodeId;
use crate::toml_file::TomlFile;

/// Every circle that closes at another place, each as the parts it goes through.
///
/// A stack of its own instead of recursion: a chain may have any length.
pub fn circles(count: usize, next: impl Fn(usize) -> Vec<usize>) -> Vec<Vec<usize>> {
    // What the search came to, and whether it is still on the path.
    let mut seen = HashMap::new();
    let mut circles = Vec::new();
    for start in 0..count {
        if seen.contains_key(&start) {
            continue;
        }
        seen.insert(start, true);
        let mut path = vec![(start, next(start))];
        while let Some((part, ahead)) = path.last_mut() {
            let Some(to) = ahead.pop() else {
                seen.insert(*part, false);
                path.pop();
                continue;
            };
            match seen.get(&to) {
                Some(true) => {
                    let parts = path.iter().map(|(part, _)| *part);
                    circles.push(parts.skip_while(|part| *part != to).collect());
                }
                None if to < count => {
                    seen.insert(to, true);
                    path.push((to, next(to)));
                }
                _ => {}
            }
        }
    }
    circles
}

/// Adds a fault for each circle, showing the whole of it.
pub(super) fn check(file: &mut TomlFile, nodes: &[Node]) {
    let numbers: HashMap<&NodeId, usize> = nodes.iter().map(|node| &node.id).zip(0..).collect();
    let next = |at: usize| {
        let node = nodes.get(at).into_iter();
        let targets = node.flat_map(|node| node.kind.targets());
        let here = targets.filter_map(|target| match target {
            Target::Here(id) => numbers.get(id).copied(),
            Target::Start(_) | Target::There(..) => None,
        });
        here.collect()
    };
    for circle in circles(nodes.len(), next) {
        let round = circle.iter().filter_map(|at| nodes.get(*at));
        let round = round.map(|node| (node.id.to_string(), file.place(node.span.clone())));
        let fault = circle_fault(&round.collect::<Vec<_>>());
        file.faults.extend(fault);
    }
}

/// The fault of a circle: the names it goes through, each with its place.
pub fn circle_fault(round: &[(String, FilePlace)]) -> Option<Diagnostic> {
    let ((first, place), rest) = round.split_first()?;
    let names: Vec<&str> = round.iter().map(|(name, _)| name.as_str()).collect();
    let names = names.join(" → ");
    let message = format!("a walk can go round for ever: {names} → {first}");
    let fault = Diagnostic::new(Code::Circle, place.clone(), message).help(
        "let one of them lead to an end with the outcome `again`, which offers a fresh start",
    );
    Some(rest.iter().fold(fault, |fault, (name, place)| {
        fault.related(place.clone(), format!("then `{name}`"))
    }))
}

#[cfg(test)]
mod tests {
    use super::circles;

    #[test]
    fn every_circle_is_shown_whole() {
        for (edges, found) in [
            (vec![vec![1], vec![2], vec![]], vec![]),
            (vec![vec![0]], vec![vec![0]]),
            (
                vec![vec![1], vec![2], vec![1], vec![0, 4], vec![3]],
                vec![vec![1, 2], vec![3, 4]],
            ),
        ] {
            assert_eq!(circles(edges.len(), |at| edges[at].clone()), found);
        }
        let chain = circles(100_000, |at| vec![at + 1]);
        assert!(chain.is_empty());
    }
}
