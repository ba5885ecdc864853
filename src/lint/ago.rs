//! How long ago something was, and the waits that count from it.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::graph::Graph;
use crate::case::{Choice, NodeRef};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::pack::{Answer, Kind, Node, Pack, flow_path};

pub(super) fn check(pack: &Pack, graph: &Graph) -> Vec<Diagnostic> {
    let ahead = Ahead::of(pack, graph);
    let mut faults = Vec::new();
    for vertex in graph.vertices() {
        let Some(node) = node(pack, &vertex.place) else {
            continue;
        };
        let path = flow_path(&vertex.place.flow);
        let text = pack.files().text(&path).unwrap_or_default();
        for answer in answers(node) {
            let mut edges = vertex.edges.iter();
            let edge = edges.find(|edge| is_answer(&edge.choice, answer));
            let (Some(ago), Some(to)) = (answer.ago, edge.and_then(|edge| edge.to)) else {
                continue;
            };
            let at = || Place::span(&path, span(text, node, answer));
            match ahead.shortest.get(&to) {
                // A wait of no time is told where it stands.
                Some((wait, minutes)) if (1..=ago).contains(minutes) => {
                    faults.push(over_at_once(at(), (answer, ago), (wait, *minutes)));
                }
                None if !ahead.unread.contains(&to) => {
                    faults.push(counts_for_nothing(at(), answer));
                }
                _ => {}
            }
        }
    }
    faults
}

fn counts_for_nothing(at: Place, answer: &Answer) -> Diagnostic {
    let message = format!(
        "the `ago` of `{}` counts for nothing: no wait comes after it",
        answer.id
    );
    Diagnostic::new(Code::Value, at, message).help("take `ago` out, or lead to a wait")
}

fn over_at_once(
    at: Place,
    (answer, ago): (&Answer, u32),
    (wait, minutes): (&Node, u32),
) -> Diagnostic {
    let (id, wait) = (&answer.id, &wait.id);
    let message = format!(
        "after `{id}`, {ago} minutes ago, the {minutes} minutes of `{wait}` are over at once"
    );
    Diagnostic::new(Code::NoWait, at, message).help(format!(
        "lead to what comes after `{wait}`, or write an `ago` of less than {minutes}"
    ))
}

fn node<'p>(pack: &'p Pack, place: &NodeRef) -> Option<&'p Node> {
    pack.draft(&place.flow)?.node(&place.node)
}

fn answers(node: &Node) -> &[Answer] {
    match &node.kind {
        Kind::Question(answers) => answers,
        _ => &[],
    }
}

fn is_answer(choice: &Choice, answer: &Answer) -> bool {
    matches!(choice, Choice::Answer(id) if *id == answer.id)
}

/// What comes after each node, as far as no other answer says how long ago something was.
struct Ahead<'p> {
    /// The shortest wait, with its minutes.
    shortest: HashMap<usize, (&'p Node, u32)>,
    /// The nodes after which something cannot be read.
    unread: HashSet<usize>,
}

impl<'p> Ahead<'p> {
    fn of(pack: &'p Pack, graph: &Graph) -> Self {
        let mut ahead = Self {
            shortest: HashMap::new(),
            unread: HashSet::new(),
        };
        let mut back: HashMap<usize, Vec<usize>> = HashMap::new();
        let mut waits = Vec::new();
        let mut unread = Vec::new();
        for (number, vertex) in graph.vertices().iter().enumerate() {
            let node = node(pack, &vertex.place);
            let edges = vertex.edges.iter();
            for edge in edges.filter(|edge| !node.is_some_and(|node| says_when(node, &edge.choice)))
            {
                match edge.to {
                    Some(to) => back.entry(to).or_default().push(number),
                    None => unread.push(number),
                }
            }
            match node.map(|node| (node, &node.kind)) {
                Some((node, Kind::Wait { minutes, .. })) => match pack.known().fact(minutes) {
                    Some(fact) => waits.push((fact.value, number, node)),
                    None => unread.push(number),
                },
                Some(_) => {}
                None => unread.push(number),
            }
        }
        waits.sort_by_key(|(minutes, number, _)| (*minutes, *number));
        for (minutes, number, node) in waits {
            behind(&back, vec![number], |at| match ahead.shortest.entry(at) {
                Entry::Vacant(free) => {
                    free.insert((node, minutes));
                    true
                }
                Entry::Occupied(_) => false,
            });
        }
        behind(&back, unread, |at| ahead.unread.insert(at));
        ahead
    }
}

/// Visits these nodes and whatever leads to them, each until it is no longer new.
fn behind(
    back: &HashMap<usize, Vec<usize>>,
    mut next: Vec<usize>,
    mut is_new: impl FnMut(usize) -> bool,
) {
    while let Some(number) = next.pop() {
        if is_new(number) {
            next.extend(back.get(&number).into_iter().flatten());
        }
    }
}

/// Whether a choice says itself how long ago something was, so that waits count from there.
fn says_when(node: &Node, choice: &Choice) -> bool {
    let mut answers = answers(node).iter();
    answers.any(|answer| answer.ago.is_some() && is_answer(choice, answer))
}

/// Where the `ago` of an answer stands, or else its id.
fn span(text: &str, node: &Node, answer: &Answer) -> Range<usize> {
    let find = |from: usize, what: &str| Some(from + text.get(from..)?.find(what)?);
    let quoted = format!("\"{}\"", answer.id);
    let Some(id) = find(node.span.end, &quoted) else {
        return node.span.clone();
    };
    match find(id + quoted.len(), "ago") {
        Some(ago) => ago..ago + "ago".len(),
        None => id..id + quoted.len(),
    }
}
