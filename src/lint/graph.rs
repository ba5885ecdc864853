//! All nodes of all flows, and where each leads.

use std::collections::hash_map::Entry::Vacant;
use std::collections::{HashMap, VecDeque};
use std::ops::Range;

use super::drafts;
use crate::case::{Choice, NodeRef, choices, leads_to};
use crate::diagnostic::FilePlace;
use crate::id::{FlowId, NodeId};
use crate::pack::{Answer, Kind, MenuEntry, Node, Pack, Target, flow_path};

/// A node among all nodes of a pack.
#[derive(Debug)]
pub struct Vertex<'p> {
    pub place: NodeRef,
    /// The node; none where its file says too little of it to be walked.
    pub node: Option<&'p Node>,
    pub edges: Vec<Edge>,
}

/// A choice, and where it leads.
#[derive(Debug)]
pub struct Edge {
    pub choice: Choice,
    /// The number of the node it leads to; none where there is no such node.
    pub to: Option<usize>,
}

impl<'p> Vertex<'p> {
    pub fn is_end(&self) -> bool {
        matches!(self.node.map(|node| &node.kind), Some(Kind::End(_)))
    }

    /// The answers of a question, in the order of its edges.
    pub fn answers(&self) -> &'p [Answer] {
        match self.node.map(|node| &node.kind) {
            Some(Kind::Question(answers)) => answers,
            _ => &[],
        }
    }

    /// Where its file names it.
    pub fn file_place(&self) -> FilePlace {
        self.file_span(self.node.map_or(0..0, |node| node.span.clone()))
    }

    /// Some bytes of its file.
    pub fn file_span(&self, span: Range<usize>) -> FilePlace {
        FilePlace::span(&flow_path(&self.place.flow), span)
    }
}

/// From which node, and by which of its edges, one comes to each node that can be reached; none
/// for those from which all begins.
pub type Ways = HashMap<usize, Option<(usize, usize)>>;

/// All nodes of a pack, numbered.
#[derive(Debug, Default)]
pub struct Graph<'p> {
    vertices: Vec<Vertex<'p>>,
    numbers: HashMap<NodeRef, usize>,
    /// Of each node, the nodes that lead to it, and by which of their edges.
    back: Vec<Vec<(usize, usize)>>,
    /// The start of each flow that has one, the flows of the menu first.
    pub starts: Vec<usize>,
}

impl<'p> Graph<'p> {
    /// The graph of a pack, as far as its flows can be read.
    pub fn of(pack: &'p Pack) -> Self {
        let mut graph = Self::default();
        let mut exits = Vec::new();
        for flow in drafts(pack) {
            for node in flow.nodes() {
                graph.add(node_ref(flow.id(), &node.id), Some(node));
                exits.push(exits_of(&node.kind));
            }
            for lost in flow.lost() {
                graph.add(node_ref(flow.id(), &lost.id), None);
                let targets = lost.targets.iter();
                exits.push(targets.map(|target| (Choice::Waited, target)).collect());
            }
        }
        graph.join(pack, exits);
        for flow in menu_flows(pack).chain(pack.flow_ids()) {
            let start = graph.find(pack, None, &Target::Start(flow.clone()));
            graph.starts.extend(start);
        }
        graph
    }

    fn add(&mut self, place: NodeRef, node: Option<&'p Node>) {
        let number = self.vertices.len();
        self.numbers.entry(place.clone()).or_insert(number);
        self.vertices.push(Vertex {
            place,
            node,
            edges: Vec::new(),
        });
    }

    fn join(&mut self, pack: &Pack, exits: Vec<Vec<(Choice, &Target)>>) {
        self.back = vec![Vec::new(); self.vertices.len()];
        for (from, exits) in exits.into_iter().enumerate() {
            for (choice, target) in exits {
                let flow = self.vertices.get(from).map(|vertex| &vertex.place.flow);
                let to = self.find(pack, flow, target);
                let Some(vertex) = self.vertices.get_mut(from) else {
                    continue;
                };
                if let Some(back) = to.and_then(|to| self.back.get_mut(to)) {
                    back.push((from, vertex.edges.len()));
                }
                vertex.edges.push(Edge { choice, to });
            }
        }
    }

    /// Every node, with its number.
    pub fn vertices(&self) -> impl Iterator<Item = (usize, &Vertex<'p>)> {
        self.vertices.iter().enumerate()
    }

    /// The node of a number.
    pub fn vertex(&self, number: usize) -> Option<&Vertex<'p>> {
        self.vertices.get(number)
    }

    /// The number of a node.
    pub fn number_of(&self, place: &NodeRef) -> Option<usize> {
        self.numbers.get(place).copied()
    }

    /// The number of the node that a target means, seen from a flow, if there is such a node.
    pub fn find(&self, pack: &Pack, from: Option<&FlowId>, target: &Target) -> Option<usize> {
        self.number_of(&match target {
            Target::Here(node) => node_ref(from?, node),
            Target::There(flow, node) => node_ref(flow, node),
            Target::Start(flow) => node_ref(flow, pack.draft(flow)?.start()),
        })
    }

    /// The numbers of the nodes that a node leads to.
    pub fn next(&self, number: usize) -> impl Iterator<Item = usize> + '_ {
        let edges = self.vertex(number).map(|vertex| vertex.edges.iter());
        edges.into_iter().flatten().filter_map(|edge| edge.to)
    }

    /// The numbers of the nodes that lead to a node, each with the place of the edge that does.
    pub fn before(&self, number: usize) -> &[(usize, usize)] {
        self.back.get(number).map_or(&[], Vec::as_slice)
    }

    /// Visits these nodes and whatever leads to them, each until it is no longer new, along those
    /// edges that are followed.
    pub fn behind(
        &self,
        mut next: Vec<usize>,
        follows: impl Fn(&Vertex<'p>, usize) -> bool,
        mut is_new: impl FnMut(usize) -> bool,
    ) {
        while let Some(number) = next.pop() {
            if is_new(number) {
                let before = self.before(number).iter().filter(|(from, edge)| {
                    let from = self.vertex(*from);
                    from.is_some_and(|from| follows(from, *edge))
                });
                next.extend(before.map(|(from, _)| *from));
            }
        }
    }

    /// The shortest ways from these nodes to all others.
    pub fn ways(&self, from: impl Iterator<Item = usize>) -> Ways {
        breadth_first(from, |number| {
            let edges = self.vertex(number).map(|vertex| vertex.edges.iter());
            let edges = edges.into_iter().flatten().enumerate();
            edges.filter_map(move |(at, edge)| Some((edge.to?, (number, at))))
        })
    }

    /// From each node that is no end, the place of the choice that leads to an end soonest.
    pub fn ways_out(&self) -> HashMap<usize, Option<usize>> {
        let ends = self.vertices().filter(|(_, vertex)| vertex.is_end());
        breadth_first(ends.map(|(end, _)| end), |number| {
            self.before(number).iter().copied()
        })
    }
}

/// All that can be reached, each with how it was first; none for those from which all begins.
fn breadth_first<T, I: Iterator<Item = (usize, T)>>(
    from: impl Iterator<Item = usize>,
    next: impl Fn(usize) -> I,
) -> HashMap<usize, Option<T>> {
    let mut queue: VecDeque<usize> = from.collect();
    let mut reached: HashMap<_, _> = queue.iter().map(|start| (*start, None)).collect();
    while let Some(number) = queue.pop_front() {
        for (to, how) in next(number) {
            if let Vacant(new) = reached.entry(to) {
                new.insert(Some(how));
                queue.push_back(to);
            }
        }
    }
    reached
}

/// The flows of the menu.
pub(super) fn menu_flows(pack: &Pack) -> impl Iterator<Item = &FlowId> {
    let menu = pack.manifest().menu.iter();
    menu.filter_map(|entry| match entry {
        MenuEntry::Flow(flow) => Some(flow),
        MenuEntry::Closing | MenuEntry::Desks => None,
    })
}

/// A node of a flow.
pub(super) fn node_ref(flow: &FlowId, node: &NodeId) -> NodeRef {
    let (flow, node) = (flow.clone(), node.clone());
    NodeRef { flow, node }
}

/// Every choice that leads somewhere of its own, with its target: skipping leads where failing does.
fn exits_of(kind: &Kind) -> Vec<(Choice, &Target)> {
    let choices = choices(kind).into_iter();
    let own = choices.filter(|choice| *choice != Choice::Skipped);
    let exits = own.filter_map(|choice| leads_to(kind, &choice).map(|to| (choice, to)));
    exits.collect()
}
