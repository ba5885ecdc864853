//! All nodes of all flows, and where each leads.

use std::collections::{HashMap, VecDeque};
use std::ops::Range;

use crate::case::{Choice, NodeRef};
use crate::pack::{Kind, MenuEntry, Node, Pack, Target};

/// A node among all nodes of a pack.
#[derive(Clone, Debug)]
pub struct Vertex {
    /// Which node.
    pub place: NodeRef,
    /// Where its file names it.
    pub span: Range<usize>,
    /// Where each choice leads.
    pub edges: Vec<Edge>,
    /// Whether it is an end.
    pub is_end: bool,
    /// Whether its file says too little of it to be walked.
    pub lost: bool,
}

/// A choice, and where it leads.
#[derive(Clone, Debug)]
pub struct Edge {
    /// What is chosen.
    pub choice: Choice,
    /// The number of the node it leads to; none where there is no such node.
    pub to: Option<usize>,
}

/// All nodes of a pack, numbered.
#[derive(Debug)]
pub struct Graph {
    vertices: Vec<Vertex>,
    numbers: HashMap<NodeRef, usize>,
    /// The start of each flow that has one, the flows of the menu first.
    starts: Vec<usize>,
    /// The nodes to which user names lead.
    accounts: Vec<usize>,
}

impl Graph {
    /// The graph of a pack, as far as its flows can be read.
    pub fn of(pack: &Pack) -> Self {
        let mut graph = Self {
            vertices: Vec::new(),
            numbers: HashMap::new(),
            starts: Vec::new(),
            accounts: Vec::new(),
        };
        graph.place_nodes(pack);
        graph.join(pack);
        graph.starts = starts(pack, &graph);
        let accounts = pack.known().accounts.iter();
        let targets = accounts.filter_map(|account| account.to.as_ref());
        graph.accounts = targets
            .filter_map(|target| graph.number_of(&place_of(pack, None, target)?))
            .collect();
        graph
    }

    fn place_nodes(&mut self, pack: &Pack) {
        for flow in pack.flow_ids().filter_map(|id| pack.draft(id)) {
            let nodes = flow.nodes().iter();
            let nodes = nodes.map(|node| (&node.id, node.span.clone(), Some(node)));
            let lost = flow.lost().iter().map(|lost| (&lost.id, 0..0, None));
            for (id, span, node) in nodes.chain(lost) {
                let place = NodeRef {
                    flow: flow.id().clone(),
                    node: id.clone(),
                };
                let number = self.vertices.len();
                self.numbers.entry(place.clone()).or_insert(number);
                self.vertices.push(Vertex {
                    place,
                    span,
                    edges: Vec::new(),
                    is_end: node.is_some_and(|node| matches!(node.kind, Kind::End(_))),
                    lost: node.is_none(),
                });
            }
        }
    }

    fn join(&mut self, pack: &Pack) {
        let mut number = 0;
        for flow in pack.flow_ids().filter_map(|id| pack.draft(id)) {
            let nodes = flow.nodes().iter().map(choices);
            let lost = flow.lost().iter().map(|lost| {
                let targets = lost.targets.iter();
                targets.map(|target| (Choice::Waited, target)).collect()
            });
            for choices in nodes.chain(lost) {
                let edges = choices.into_iter().map(|(choice, target)| Edge {
                    choice,
                    to: place_of(pack, Some(flow.id()), target)
                        .and_then(|place| self.number_of(&place)),
                });
                let edges: Vec<Edge> = edges.collect();
                if let Some(vertex) = self.vertices.get_mut(number) {
                    vertex.edges = edges;
                }
                number += 1;
            }
        }
    }

    /// Every node, by number.
    pub fn vertices(&self) -> &[Vertex] {
        &self.vertices
    }

    /// The node of a number.
    pub fn vertex(&self, number: usize) -> Option<&Vertex> {
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
}

/// From where one comes to each node that can be reached.
#[derive(Debug, Default)]
pub struct Ways(HashMap<usize, Option<(usize, Choice)>>);

impl Ways {
    fn insert(&mut self, number: usize, from: Option<(usize, Choice)>) -> bool {
        let new = !self.0.contains_key(&number);
        if new {
            self.0.insert(number, from);
        }
        new
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

fn starts(pack: &Pack, graph: &Graph) -> Vec<usize> {
    let menu = pack.manifest().menu.iter().filter_map(|entry| match entry {
        MenuEntry::Flow(flow) => Some(flow),
        MenuEntry::Closing | MenuEntry::Desks => None,
    });
    let start = |flow| {
        let place = NodeRef {
            flow: Clone::clone(flow),
            node: pack.draft(flow)?.start().clone(),
        };
        graph.number_of(&place)
    };
    let mut starts: Vec<usize> = menu.filter_map(start).collect();
    let known: std::collections::HashSet<usize> = starts.iter().copied().collect();
    let others = pack.flow_ids().filter_map(start);
    starts.extend(others.filter(|start| !known.contains(start)));
    starts
}

/// The place that a target means, whether or not there is such a node.
pub(super) fn place_of(
    pack: &Pack,
    from: Option<&crate::id::FlowId>,
    target: &Target,
) -> Option<NodeRef> {
    let (flow, node) = match target {
        Target::Here(node) => (from?.clone(), node.clone()),
        Target::There(flow, node) => (flow.clone(), node.clone()),
        Target::Start(flow) => (flow.clone(), pack.draft(flow)?.start().clone()),
    };
    Some(NodeRef { flow, node })
}

/// Every choice at a node that leads somewhere of its own, with its target.
fn choices(node: &Node) -> Vec<(Choice, &Target)> {
    match &node.kind {
        Kind::Question(answers) => answers
            .iter()
            .map(|answer| (Choice::Answer(answer.id.clone()), &answer.to))
            .collect(),
        Kind::Advice { worked, failed, .. } => {
            vec![(Choice::Worked, worked), (Choice::Failed, failed)]
        }
        Kind::Wait { to, .. } => vec![(Choice::Waited, to)],
        Kind::End(_) => Vec::new(),
    }
}
