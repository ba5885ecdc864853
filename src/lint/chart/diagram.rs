//! Flows as graphs, in the languages of Mermaid and of Graphviz.

use std::collections::BTreeSet;

use super::super::graph::{Graph, Vertex};
use super::{said, title};
use crate::i18n::Voice;
use crate::id::FlowId;
use crate::ui::choice_text;

/// A graph for Mermaid, as Markdown viewers draw it.
pub fn mermaid(graph: &Graph<'_>, voice: Voice<'_>, flows: &[FlowId]) -> String {
    let clean = |text: &str| text.replace('"', "#quot;").replace(['\n', '`'], " ");
    let mut text = String::from("flowchart TD\n");
    for flow in flows {
        text.push_str(&format!(
            "  subgraph {flow} [\"{}\"]\n",
            clean(&title(voice, flow))
        ));
        for (number, vertex) in inside(graph, flow) {
            let words = clean(&said(voice, &vertex.place));
            let (open, close) = if vertex.is_end() {
                ("([", "])")
            } else {
                ("[", "]")
            };
            text.push_str(&format!("    n{number}{open}\"{words}\"{close}\n"));
        }
        text.push_str("  end\n");
    }
    for (number, vertex) in outside(graph, flows) {
        text.push_str(&format!("  n{number}[[\"{}\"]]\n", vertex.place));
    }
    for (from, to, choice) in arrows(graph, voice, flows) {
        text.push_str(&format!("  n{from} -->|\"{}\"| n{to}\n", clean(&choice)));
    }
    text
}

/// A graph for Graphviz.
pub fn dot(graph: &Graph<'_>, voice: Voice<'_>, flows: &[FlowId]) -> String {
    let clean = |text: &str| {
        text.replace('\\', "\\\\")
            .replace('"', "\\\"")
            .replace('\n', " ")
    };
    let mut text = String::from("digraph balie {\n  node [shape=box];\n");
    for flow in flows {
        text.push_str(&format!(
            "  subgraph \"cluster_{flow}\" {{\n    label=\"{}\";\n",
            clean(&title(voice, flow))
        ));
        for (number, vertex) in inside(graph, flow) {
            let words = clean(&said(voice, &vertex.place));
            let shape = if vertex.is_end() { ", shape=oval" } else { "" };
            text.push_str(&format!("    n{number} [label=\"{words}\"{shape}];\n"));
        }
        text.push_str("  }\n");
    }
    for (number, vertex) in outside(graph, flows) {
        text.push_str(&format!(
            "  n{number} [label=\"{}\", style=dashed];\n",
            vertex.place
        ));
    }
    for (from, to, choice) in arrows(graph, voice, flows) {
        text.push_str(&format!(
            "  n{from} -> n{to} [label=\"{}\"];\n",
            clean(&choice)
        ));
    }
    text.push_str("}\n");
    text
}

fn inside<'g>(
    graph: &'g Graph<'_>,
    flow: &'g FlowId,
) -> impl Iterator<Item = (usize, &'g Vertex<'g>)> {
    let vertices = graph.vertices().iter().enumerate();
    vertices.filter(move |(_, vertex)| vertex.place.flow == *flow && vertex.node.is_some())
}

/// The nodes of other flows to which these lead.
fn outside<'g>(graph: &'g Graph<'_>, flows: &'g [FlowId]) -> Vec<(usize, &'g Vertex<'g>)> {
    let from = flows.iter().flat_map(|flow| inside(graph, flow));
    let targets: BTreeSet<usize> = from.flat_map(|(number, _)| graph.next(number)).collect();
    let vertices = targets
        .into_iter()
        .filter_map(|to| Some((to, graph.vertex(to)?)));
    vertices
        .filter(|(_, vertex)| !flows.contains(&vertex.place.flow) || vertex.node.is_none())
        .collect()
}

fn arrows(graph: &Graph<'_>, voice: Voice<'_>, flows: &[FlowId]) -> Vec<(usize, usize, String)> {
    let from = flows.iter().flat_map(|flow| inside(graph, flow));
    let arrows = from.flat_map(|(number, vertex)| {
        vertex.edges.iter().filter_map(move |edge| {
            let words = voice.say(&choice_text(&vertex.place, &edge.choice));
            Some((number, edge.to?, words))
        })
    });
    arrows.collect()
}
