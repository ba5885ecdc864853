//! Flows to look at: as a tree in the terminal, and as graphs for Mermaid and Graphviz.

use std::collections::{BTreeSet, HashSet};

use super::graph::{Graph, Vertex};
use crate::case::NodeRef;
use crate::choices::Choices;
use crate::i18n::{Text, Voice, open_wait};
use crate::id::FlowId;
use crate::pack::Kind;
use crate::ui::choice_text;

/// What is said at a node.
fn said(voice: Voice<'_>, place: &NodeRef) -> String {
    let text = Text::Flow(&place.flow, place.node.to_string());
    voice.say_with(&text, open_wait())
}

/// The title of a flow.
fn title(voice: Voice<'_>, flow: &FlowId) -> String {
    voice.say(&Text::Flow(flow, "title".to_owned()))
}

/// The nodes of a flow, with their numbers.
fn inside<'g>(
    graph: &'g Graph<'_>,
    flow: &'g FlowId,
) -> impl Iterator<Item = (usize, &'g Vertex<'g>)> {
    let vertices = graph.vertices();
    vertices.filter(move |(_, vertex)| vertex.place.flow == *flow && vertex.node.is_some())
}

/// What a graph is made of, in the order in which it is written.
enum Part<'g> {
    Flow(&'g FlowId, String),
    /// A node of the flow; true for an end.
    Node(usize, String, bool),
    FlowEnd,
    /// A node of another flow to which these lead.
    Outside(usize, &'g NodeRef),
    Arrow(usize, usize, String),
}

fn parts<'g>(graph: &'g Graph<'_>, voice: Voice<'_>, flows: &'g [FlowId]) -> Vec<Part<'g>> {
    let (mut parts, mut arrows) = (Vec::new(), Vec::new());
    let mut targets = BTreeSet::new();
    for flow in flows {
        parts.push(Part::Flow(flow, title(voice, flow)));
        for (number, vertex) in inside(graph, flow) {
            let words = said(voice, &vertex.place);
            parts.push(Part::Node(number, words, vertex.is_end()));
            for edge in &vertex.edges {
                let choice = voice.say(&choice_text(&vertex.place, &edge.choice));
                arrows.extend(edge.to.map(|to| Part::Arrow(number, to, choice)));
            }
            targets.extend(graph.next(number));
        }
        parts.push(Part::FlowEnd);
    }
    let targets = targets.into_iter();
    let vertices = targets.filter_map(|to| Some((to, graph.vertex(to)?)));
    let outside =
        vertices.filter(|(_, vertex)| !flows.contains(&vertex.place.flow) || vertex.node.is_none());
    parts.extend(outside.map(|(number, vertex)| Part::Outside(number, &vertex.place)));
    parts.extend(arrows);
    parts
}

/// A graph for Mermaid, as Markdown viewers draw it.
pub fn mermaid(graph: &Graph<'_>, voice: Voice<'_>, flows: &[FlowId]) -> String {
    let clean = |text: &str| text.replace('"', "#quot;").replace(['\n', '`'], " ");
    let parts = parts(graph, voice, flows).into_iter();
    let lines = parts.map(|part| match part {
        Part::Flow(flow, title) => format!("  subgraph {flow} [\"{}\"]\n", clean(&title)),
        Part::Node(number, words, true) => format!("    n{number}([\"{}\"])\n", clean(&words)),
        Part::Node(number, words, false) => format!("    n{number}[\"{}\"]\n", clean(&words)),
        Part::FlowEnd => "  end\n".to_owned(),
        Part::Outside(number, place) => format!("  n{number}[[\"{place}\"]]\n"),
        Part::Arrow(from, to, choice) => format!("  n{from} -->|\"{}\"| n{to}\n", clean(&choice)),
    });
    format!("flowchart TD\n{}", lines.collect::<String>())
}

/// A graph for Graphviz.
pub fn dot(graph: &Graph<'_>, voice: Voice<'_>, flows: &[FlowId]) -> String {
    let clean = |text: &str| {
        let text = text.replace('\\', "\\\\").replace('"', "\\\"");
        text.replace('\n', " ")
    };
    let parts = parts(graph, voice, flows).into_iter();
    let lines = parts.map(|part| match part {
        Part::Flow(flow, title) => {
            let title = clean(&title);
            format!("  subgraph \"cluster_{flow}\" {{\n    label=\"{title}\";\n")
        }
        Part::Node(number, words, is_end) => {
            let shape = if is_end { ", shape=oval" } else { "" };
            format!("    n{number} [label=\"{}\"{shape}];\n", clean(&words))
        }
        Part::FlowEnd => "  }\n".to_owned(),
        Part::Outside(number, place) => format!("  n{number} [label=\"{place}\", style=dashed];\n"),
        Part::Arrow(from, to, choice) => {
            format!("  n{from} -> n{to} [label=\"{}\"];\n", clean(&choice))
        }
    });
    let lines: String = lines.collect();
    format!("digraph balie {{\n  node [shape=box];\n{lines}}}\n")
}

/// The tree of a flow from its start: each node once, and where it comes back, only its name; what
/// lies in other flows is named only. A stack instead of recursion: flows have any length.
pub fn tree(graph: &Graph<'_>, voice: Voice<'_>, flow: &FlowId) -> String {
    let inside: Vec<usize> = inside(graph, flow).map(|(number, _)| number).collect();
    let start = inside.iter().find(|number| graph.starts.contains(number));
    // Nodes to which only other flows lead begin trees of their own.
    let roots = start.into_iter().chain(&inside).rev();
    let mut stack: Vec<_> = roots
        .map(|root| (*root, String::new(), String::new()))
        .collect();
    let mut rows = vec![format!("{flow}: {}", title(voice, flow))];
    let mut seen = HashSet::new();
    while let Some((number, lead, rest)) = stack.pop() {
        let Some(vertex) = graph.vertex(number) else {
            continue;
        };
        let (place, node) = (&vertex.place, &vertex.place.node);
        if place.flow != *flow {
            let name = title(voice, &place.flow);
            rows.push(format!("{lead}flow:{place} ({name})"));
            continue;
        }
        if !seen.insert(number) {
            let back = (!lead.is_empty()).then(|| format!("{lead}{node} ↑"));
            rows.extend(back);
            continue;
        }
        let (ends, words) = (outcomes(vertex), said(voice, place));
        rows.push(format!("{lead}{node}{ends}: {words}"));
        let last = vertex.edges.len().saturating_sub(1);
        for (at, edge) in vertex.edges.iter().enumerate().rev() {
            let (fork, trunk) = if at == last {
                ("└─ ", "   ")
            } else {
                ("├─ ", "│  ")
            };
            if let Some(to) = edge.to {
                let choice = voice.say(&choice_text(place, &edge.choice));
                let arrow = if choice.is_empty() { "" } else { " → " };
                let lead = format!("{rest}{fork}{choice}{arrow}");
                stack.push((to, lead, format!("{rest}{trunk}")));
            }
        }
    }
    rows.join("\n")
}

/// The outcomes of an end, as the files name them.
fn outcomes(vertex: &Vertex<'_>) -> String {
    match vertex.node.map(|node| &node.kind) {
        Some(Kind::End(outcomes)) => {
            let names: Vec<&str> = outcomes.iter().map(|outcome| outcome.name()).collect();
            format!(" [{}]", names.join(", "))
        }
        _ => String::new(),
    }
}
