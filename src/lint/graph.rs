//! All nodes of all flows, and where each leads.

use std::collections::{HashMap, HashSet, VecDeque};
use std::ops::Range;

use crate::case::{Choice, NodeRef, choices, leads_to};
use crate::id::{FlowId, NodeId};
use crate::pack::{Answer, Flow, Kind, MenuEntry, Node, Pack, Target};

/// A node among all nodes of a pack.
#[derive(Debug)]
pub struct Vertex<'p> {
    /// Which node.
    pub place: NodeRef,
    /// The node; none where its file says too little of it to be walked.
    pub node: Option<&'p Node>,
    /// Where each choice leads.
    pub edges: Vec<Edge>,
}

/// A choice, and where it leads.
#[derive(Debug)]
pub struct Edge {
    /// What is chosen.
    pub choice: Choice,
    /// The number of the node it leads to; none where there is no such node.
    pub to: Option<usize>,
}

impl<'p> Vertex<'p> {
    /// Whether it is an end.
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

    /// Where its file names an answer, or else the node.
    pub fn span_of(&self, edge: &Edge) -> Range<usize> {
        let mut answers = self.answers().iter();
        let answer = answers.find(|answer| answer.id.as_str() == edge.choice.name());
        answer.map_or_else(|| self.span(), |answer| answer.id.span())
    }

    /// Where its file names it.
    pub fn span(&self) -> Range<usize> {
        self.node.map_or(0..0, |node| node.span.clone())
    }
}

/// All nodes of a pack, numbered.
#[derive(Debug, Default)]
pub struct Graph<'p> {
    vertices: Vec<Vertex<'p>>,
    numbers: HashMap<NodeRef, usize>,
    /// Of each node, the nodes that lead to it, and by which of their edges.
    back: Vec<Vec<(usize, usize)>>,
    /// The start of each flow that has one, the flows of the menu first.
    starts: Vec<usize>,
    /// The nodes to which user names lead.
    accounts: Vec<usize>,
}

impl<'p> Graph<'p> {
    /// The graph of a pack, as far as its flows can be read.
    pub fn of(pack: &'p Pack) -> Self {
        let mut graph = Self::default();
        let mut exits = Vec::new();
        for flow in pack.flow_ids().filter_map(|id| pack.draft(id)) {
            for node in flow.nodes() {
                graph.add(flow, &node.id, Some(node));
                exits.push(exits_of(&node.kind));
            }
            for lost in flow.lost() {
                graph.add(flow, &lost.id, None);
                let targets = lost.targets.iter();
                exits.push(targets.map(|target| (Choice::Waited, target)).collect());
            }
        }
        graph.join(pack, exits);
        graph.starts = starts(pack, &graph);
        let targets = pack
            .known()
            .accounts
            .iter()
            .filter_map(|account| account.to.as_ref());
        let numbers = targets.filter_map(|target| graph.number_of(&place_of(pack, None, target)?));
        graph.accounts = numbers.collect();
        graph
    }

    fn add(&mut self, flow: &Flow, id: &NodeId, node: Option<&'p Node>) {
        let place = NodeRef {
            flow: flow.id().clone(),
            node: id.clone(),
        };
        self.numbers
            .entry(place.clone())
            .or_insert(self.vertices.len());
        self.vertices.push(Vertex {
            place,
            node,
            edges: Vec::new(),
        });
    }

    fn join(&mut self, pack: &Pack, exits: Vec<Vec<(Choice, &Target)>>) {
        self.back = vec![Vec::new(); self.vertices.len()];
        for (from, exits) in exits.into_iter().enumerate() {
            let Some(vertex) = self.vertices.get_mut(from) else {
                continue;
            };
            for (choice, target) in exits {
                let place = place_of(pack, Some(&vertex.place.flow), target);
                let to = place.and_then(|place| self.numbers.get(&place).copied());
                if let Some(back) = to.and_then(|to| self.back.get_mut(to)) {
                    back.push((from, vertex.edges.len()));
                }
                vertex.edges.push(Edge { choice, to });
            }
        }
    }

    /// Every node, by number.
    pub fn vertices(&self) -> &[Vertex<'p>] {
        &self.vertices
    }

    /// The node of a number.
    pub fn vertex(&self, number: usize) -> Option<&Vertex<'p>> {
        self.vertices.get(number)
    }

    /// The number of a node.
    pub fn number_of(&self, place: &NodeRef) -> Option<usize> {
        self.numbers.get(place).copied()
    }

    /// The starts of all flows, those of the menu first.
    pub fn starts(&self) -> &[usize] {
        &self.starts
    }

    /// Everywhere that leads in from outside the nodes: starts, and what user names lead to.
    pub fn entries(&self) -> impl Iterator<Item = usize> + '_ {
        self.starts.iter().chain(&self.accounts).copied()
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

    /// Of each node that can be reached from `from`: the node and the choice one comes from on
    /// a shortest way; `None` for those of `from` themselves.
    pub fn ways(&self, from: impl IntoIterator<Item = usize>) -> Ways {
        let mut ways = Ways::default();
        let mut queue = VecDeque::new();
        for start in from {
            if ways.insert(start, None) {
                queue.push_back(start);
            }
        }
        while let Some(number) = queue.pop_front() {
            let edges = self.vertex(number).map(|vertex| vertex.edges.iter());
            for edge in edges.into_iter().flatten() {
                let Some(to) = edge.to else { continue };
                if ways.insert(to, Some((number, edge.choice.clone()))) {
                    queue.push_back(to);
                }
            }
        }
        ways
    }

    /// From each node that is no end, the place of the choice that leads to an end soonest.
    pub fn ways_out(&self) -> HashMap<usize, usize> {
        let numbers = 0..self.vertices.len();
        let ends = numbers.filter(|number| self.vertex(*number).is_some_and(Vertex::is_end));
        let mut queue: VecDeque<usize> = ends.collect();
        let mut out = HashMap::new();
        while let Some(number) = queue.pop_front() {
            for (from, edge) in self.before(number) {
                if !out.contains_key(from) {
                    out.insert(*from, *edge);
                    queue.push_back(*from);
                }
            }
        }
        out
    }
}

/// From where one comes to each node that can be reached.
#[derive(Debug, Default)]
pub struct Ways(HashMap<usize, Option<(usize, Choice)>>);

impl Ways {
    fn insert(&mut self, number: usize, from: Option<(usize, Choice)>) -> bool {
        let is_new = !self.0.contains_key(&number);
        if is_new {
            self.0.insert(number, from);
        }
        is_new
    }

    /// Whether a node can be reached.
    pub fn reach(&self, number: usize) -> bool {
        self.0.contains_key(&number)
    }

    /// The nodes and choices on a shortest way to a node, in order; none where there is no way.
    pub fn to(&self, number: usize) -> Option<Vec<(usize, Choice)>> {
        let mut way = Vec::new();
        let mut at = number;
        while let Some((from, choice)) = self.0.get(&at)? {
            way.push((*from, choice.clone()));
            at = *from;
        }
        way.reverse();
        Some(way)
    }
}

fn starts(pack: &Pack, graph: &Graph<'_>) -> Vec<usize> {
    let menu = pack.manifest().menu.iter().filter_map(|entry| match entry {
        MenuEntry::Flow(flow) => Some(flow),
        MenuEntry::Closing | MenuEntry::Desks => None,
    });
    let start = |flow: &FlowId| {
        let node = pack.draft(flow)?.start().clone();
        let flow = flow.clone();
        graph.number_of(&NodeRef { flow, node })
    };
    let mut seen = HashSet::new();
    let starts = menu.chain(pack.flow_ids()).filter_map(start);
    starts.filter(|start| seen.insert(*start)).collect()
}

/// The place that a target means, whether or not there is such a node.
pub(super) fn place_of(pack: &Pack, from: Option<&FlowId>, target: &Target) -> Option<NodeRef> {
    let (flow, node) = match target {
        Target::Here(node) => (from?.clone(), node.clone()),
        Target::There(flow, node) => (flow.clone(), node.clone()),
        Target::Start(flow) => (flow.clone(), pack.draft(flow)?.start().clone()),
    };
    Some(NodeRef { flow, node })
}

/// Every choice that leads somewhere of its own, with its target: skipping leads where failing does.
fn exits_of(kind: &Kind) -> Vec<(Choice, &Target)> {
    let choices = choices(kind)
        .into_iter()
        .filter(|choice| *choice != Choice::Skipped);
    choices
        .filter_map(|choice| Some((choice.clone(), leads_to(kind, &choice)?)))
        .collect()
}
