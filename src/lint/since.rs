//! How long ago an answer says that something was, and the waits that count from it.

use std::collections::{HashMap, HashSet};

use super::graph::{Edge, Graph, Vertex};
use crate::diagnostic::{Code, Diagnostic, FilePlace};
use crate::pack::{Answer, Kind, Node, Pack, flow_path};

pub(super) fn check(pack: &Pack, graph: &Graph<'_>) -> Vec<Diagnostic> {
    let ahead = Ahead::of(pack, graph);
    let mut faults = Vec::new();
    for vertex in graph.vertices() {
        let path = flow_path(&vertex.place.flow);
        for (answer, edge) in vertex.answers().iter().zip(&vertex.edges) {
            let (Some(ago), Some(to)) = (&answer.ago, edge.to) else {
                continue;
            };
            let (place, ago) = (FilePlace::span(&path, ago.span()), **ago);
            match ahead.shortest.get(&to) {
                // A wait of no time is told where it stands.
                Some((wait, minutes)) if (1..=ago).contains(minutes) => {
                    faults.push(over_at_once(place, (answer, ago), (wait, *minutes)));
                }
                None if !ahead.unread.contains(&to) => {
                    faults.push(counts_for_nothing(place, answer));
                }
                _ => {}
            }
        }
    }
    faults
}

fn counts_for_nothing(place: FilePlace, answer: &Answer) -> Diagnostic {
    let id = &answer.id;
    let message = format!("the `ago` of `{id}` counts for nothing: no wait comes after it");
    Diagnostic::new(Code::Value, place, message).help("take `ago` out, or lead to a wait")
}

fn over_at_once(
    place: FilePlace,
    (answer, ago): (&Answer, u32),
    (wait, minutes): (&Node, u32),
) -> Diagnostic {
    let (id, wait) = (&answer.id, &wait.id);
    let message = format!(
        "after `{id}`, {ago} minutes ago, the {minutes} minutes of `{wait}` are over at once"
    );
    Diagnostic::new(Code::NoWait, place, message).help(format!(
        "lead to what comes after `{wait}`, or write an `ago` of less than {minutes}"
    ))
}

/// What comes after each node, as far as no other answer says how long ago something was.
struct Ahead<'p> {
    /// The shortest wait, with its minutes.
    shortest: HashMap<usize, (&'p Node, u32)>,
    /// The nodes after which something cannot be read.
    unread: HashSet<usize>,
}

impl<'p> Ahead<'p> {
    fn of(pack: &Pack, graph: &Graph<'p>) -> Self {
        let mut waits = Vec::new();
        let mut unread = Vec::new();
        for (number, vertex) in graph.vertices().iter().enumerate() {
            match minutes(pack, vertex) {
                Some((node, minutes)) => waits.push((minutes, number, node)),
                None if is_unread(vertex) => unread.push(number),
                None => {}
            }
        }
        waits.sort_by_key(|(minutes, number, _)| (*minutes, *number));
        let mut ahead = Self {
            shortest: HashMap::new(),
            unread: HashSet::new(),
        };
        for (minutes, number, node) in waits {
            let shortest = &mut ahead.shortest;
            behind(graph, vec![number], |at| {
                let is_new = !shortest.contains_key(&at);
                shortest.entry(at).or_insert((node, minutes));
                is_new
            });
        }
        behind(graph, unread, |at| ahead.unread.insert(at));
        ahead
    }
}

/// How long a wait lasts.
fn minutes<'p>(pack: &Pack, vertex: &Vertex<'p>) -> Option<(&'p Node, u32)> {
    let node = vertex.node?;
    match &node.kind {
        Kind::Wait { minutes, .. } => Some((node, pack.known().fact(minutes)?.value)),
        _ => None,
    }
}

/// Whether something at a node cannot be read: itself, its minutes, or where it leads.
fn is_unread(vertex: &Vertex<'_>) -> bool {
    let leads_nowhere =
        |(place, edge): (usize, &Edge)| edge.to.is_none() && !says_when(vertex, place);
    let kind = vertex.node.map(|node| &node.kind);
    matches!(kind, None | Some(Kind::Wait { .. }))
        || vertex.edges.iter().enumerate().any(leads_nowhere)
}

/// Whether a choice says itself how long ago something was, so that waits count from there.
fn says_when(vertex: &Vertex<'_>, edge: usize) -> bool {
    let answer = vertex.answers().get(edge);
    answer.is_some_and(|answer| answer.ago.is_some())
}

/// Visits these nodes and whatever leads to them, each until it is no longer new.
fn behind(graph: &Graph<'_>, mut next: Vec<usize>, mut is_new: impl FnMut(usize) -> bool) {
    while let Some(number) = next.pop() {
        if is_new(number) {
            let before = graph.before(number).iter();
            let silent = before.filter(|(from, edge)| {
                !graph
                    .vertex(*from)
                    .is_some_and(|vertex| says_when(vertex, *edge))
            });
            next.extend(silent.map(|(from, _)| *from));
        }
    }
}
