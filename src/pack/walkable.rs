//! Whether every walk in a flow comes to an end.

use std::collections::BTreeSet;

use super::flow::Node;
use super::target::Target;
use crate::report::Code;
use crate::toml_file::TomlFile;

/// Adds a fault for a circle, showing the whole of it.
pub(super) fn check(file: &mut TomlFile<'_>, nodes: &[Node]) {
    let mut search = Search {
        nodes,
        done: BTreeSet::new(),
        path: Vec::new(),
    };
    let Some(circle) = (0..nodes.len()).find_map(|node| search.circle_from(node)) else {
        return;
    };
    let round: Vec<&Node> = circle.iter().filter_map(|at| nodes.get(*at)).collect();
    let Some(first) = round.first() else { return };
    let names: Vec<&str> = round
        .iter()
        .chain([first])
        .map(|node| node.id.as_str())
        .collect();
    let message = format!("a walk can go round for ever: {}", names.join(" → "));
    file.fault(Code::Circle, first.span.clone(), message)
        .help
        .push(
            "let one of them lead to an end with the outcome `again`, which offers a fresh start"
                .to_owned(),
        );
}

struct Search<'n> {
    nodes: &'n [Node],
    done: BTreeSet<usize>,
    path: Vec<usize>,
}

impl Search<'_> {
    /// The first circle that can be entered from a node.
    ///
    /// A stack of its own instead of recursion: a file may hold a chain of any length.
    fn circle_from(&mut self, node: usize) -> Option<Vec<usize>> {
        let mut open = vec![(node, 0)];
        while let Some((node, depth)) = open.pop() {
            self.leave_to(depth);
            if let Some(at) = self.path.iter().position(|before| *before == node) {
                return Some(self.path.split_off(at));
            }
            if self.done.contains(&node) {
                continue;
            }
            self.path.push(node);
            open.extend(self.next(node).map(|next| (next, depth + 1)));
        }
        self.leave_to(0);
        None
    }

    /// Steps back to `depth`; what is left behind has led to no circle.
    fn leave_to(&mut self, depth: usize) {
        let left = self.path.split_off(depth.min(self.path.len()));
        self.done.extend(left);
    }

    fn next(&self, node: usize) -> impl Iterator<Item = usize> + use<'_> {
        let targets = self.nodes.get(node).map(|node| node.kind.targets());
        targets
            .into_iter()
            .flatten()
            .filter_map(|target| match target {
                Target::Here(id) => self.nodes.iter().position(|node| node.id == *id),
                Target::Start(_) | Target::There(..) => None,
            })
    }
}
