//! A flow as a tree: each node once, and where it comes back, only its name.

use std::collections::HashSet;

use super::super::graph::Graph;
use super::{outcomes, said, title};
use crate::i18n::Voice;
use crate::id::FlowId;
use crate::ui::choice_text;

/// The tree of a flow from its start; what lies in other flows is named only.
pub fn tree(graph: &Graph<'_>, voice: Voice<'_>, flow: &FlowId) -> String {
    let mut tree = Tree {
        graph,
        voice,
        flow,
        seen: HashSet::new(),
        rows: vec![format!("{flow}: {}", title(voice, flow))],
    };
    let inside = graph.vertices().iter().enumerate();
    let inside = inside.filter(|(_, vertex)| vertex.place.flow == *flow && vertex.node.is_some());
    let inside: Vec<usize> = inside.map(|(number, _)| number).collect();
    let start = inside
        .iter()
        .copied()
        .find(|number| graph.starts().contains(number));
    // Nodes to which only other flows lead begin trees of their own.
    for number in start.into_iter().chain(inside) {
        if !tree.seen.contains(&number) {
            tree.grow(number);
        }
    }
    tree.rows.join("\n")
}

struct Tree<'t> {
    graph: &'t Graph<'t>,
    voice: Voice<'t>,
    flow: &'t FlowId,
    seen: HashSet<usize>,
    rows: Vec<String>,
}

impl Tree<'_> {
    /// Adds everything from a node on. A stack instead of recursion: flows have any length.
    fn grow(&mut self, root: usize) {
        let mut stack = vec![(root, String::new(), String::new(), String::new())];
        while let Some((number, lead, rest, choice)) = stack.pop() {
            let Some(vertex) = self.graph.vertex(number) else {
                continue;
            };
            let place = &vertex.place;
            let arrow = if choice.is_empty() {
                String::new()
            } else {
                format!("{choice} → ")
            };
            if place.flow != *self.flow {
                let name = title(self.voice, &place.flow);
                self.rows.push(format!(
                    "{lead}{arrow}flow:{}/{} ({name})",
                    place.flow, place.node
                ));
                continue;
            }
            if !self.seen.insert(number) {
                self.rows.push(format!("{lead}{arrow}{} ↑", place.node));
                continue;
            }
            let ends = outcomes(vertex).map(|ends| format!(" [{ends}]"));
            let words = said(self.voice, place);
            self.rows.push(format!(
                "{lead}{arrow}{}{}: {words}",
                place.node,
                ends.unwrap_or_default()
            ));
            let last = vertex.edges.len().saturating_sub(1);
            for (at, edge) in vertex.edges.iter().enumerate().rev() {
                let (fork, trunk) = if at == last {
                    ("└─ ", "   ")
                } else {
                    ("├─ ", "│  ")
                };
                if let Some(to) = edge.to {
                    let choice = self.voice.say(&choice_text(place, &edge.choice));
                    let (lead, rest) = (format!("{rest}{fork}"), format!("{rest}{trunk}"));
                    stack.push((to, lead, rest, choice));
                }
            }
        }
    }
}
