//! How long ago an answer says that something was, and the waits that count from it.

use std::collections::{HashMap, HashSet};

use super::graph::{Graph, Vertex};
use crate::diagnostic::{Code, Diagnostic};
use crate::id::NodeId;
use crate::pack::{Kind, Pack};

pub(super) fn check(pack: &Pack, graph: &Graph<'_>) -> Vec<Diagnostic> {
    let (shortest, unread) = (shortest_waits(pack, graph), unread(pack, graph));
    let mut faults = Vec::new();
    for (_, vertex) in graph.vertices() {
        for (answer, edge) in vertex.answers().iter().zip(&vertex.edges) {
            let (Some(ago), Some(to), id) = (&answer.ago, edge.to, &answer.id) else {
                continue;
            };
            let (code, message, help) = match shortest.get(&to) {
                // A wait of no time is told where it stands.
                Some((wait, minutes)) if (1..=**ago).contains(minutes) => (
                    Code::NoWait,
                    format!(
                        "after `{id}`, {ago} minutes ago, the {minutes} minutes of `{wait}` are over at once"
                    ),
                    format!(
                        "lead to what comes after `{wait}`, or write an `ago` of less than {minutes}"
                    ),
                ),
                None if !unread.contains(&to) => (
                    Code::Value,
                    format!("the `ago` of `{id}` counts for nothing: no wait comes after it"),
                    "take `ago` out, or lead to a wait".to_owned(),
                ),
                _ => continue,
            };
            let place = vertex.file_span(ago.span());
            faults.push(Diagnostic::new(code, place, message).help(help));
        }
    }
    faults
}

/// The shortest wait that comes after each node, with its minutes, as far as no other answer says
/// how long ago something was.
fn shortest_waits<'p>(pack: &Pack, graph: &Graph<'p>) -> HashMap<usize, (&'p NodeId, u32)> {
    let waits = graph.vertices().filter_map(|(number, vertex)| {
        let (node, minutes) = wait(pack, vertex)?;
        Some((minutes, number, node))
    });
    let mut waits: Vec<_> = waits.collect();
    waits.sort_by_key(|(minutes, number, _)| (*minutes, *number));
    let mut shortest = HashMap::new();
    for (minutes, number, node) in waits {
        graph.behind(vec![number], is_silent, |at| {
            let is_new = !shortest.contains_key(&at);
            shortest.entry(at).or_insert((node, minutes));
            is_new
        });
    }
    shortest
}

/// How long a wait lasts, and its name.
fn wait<'p>(pack: &Pack, vertex: &Vertex<'p>) -> Option<(&'p NodeId, u32)> {
    let node = vertex.node?;
    match &node.kind {
        Kind::Wait { minutes, .. } => Some((&node.id, pack.known().fact(minutes)?.value)),
        _ => None,
    }
}

/// The nodes after which something cannot be read: itself, its minutes, or where it leads.
fn unread(pack: &Pack, graph: &Graph<'_>) -> HashSet<usize> {
    let unread = graph.vertices().filter(|(_, vertex)| {
        let is_wait = matches!(vertex.node.map(|node| &node.kind), Some(Kind::Wait { .. }));
        let mut edges = vertex.edges.iter().enumerate();
        let is_lost = edges.any(|(at, edge)| edge.to.is_none() && is_silent(vertex, at));
        wait(pack, vertex).is_none() && (vertex.node.is_none() || is_wait || is_lost)
    });
    let mut behind = HashSet::new();
    let unread = unread.map(|(number, _)| number).collect();
    graph.behind(unread, is_silent, |at| behind.insert(at));
    behind
}

/// Whether a choice does not say itself how long ago something was, so that waits do not count from there.
fn is_silent(vertex: &Vertex<'_>, edge: usize) -> bool {
    let answer = vertex.answers().get(edge);
    answer.is_none_or(|answer| answer.ago.is_none())
}
