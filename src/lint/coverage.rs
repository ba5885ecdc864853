//! What no scenario visits, with the shortest walk there.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::closing_scenarios::days;
use super::graph::{Edge, Graph, Vertex, Ways};
use super::scenario::scenarios_path;
use super::visited::Visited;
use crate::case::Choice;
use crate::diagnostic::{Code, Diagnostic, FilePlace};
use crate::id::{AccountId, FlowId, ReasonId};
use crate::pack::{Pack, flow_path};

/// What the scenarios have visited, of all that there is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// How many scenarios there are.
    pub scenarios: usize,
    /// Nodes visited, and all there are.
    pub nodes: (usize, usize),
    /// Ends visited, and all there are.
    pub ends: (usize, usize),
    /// Answers given, and all there are.
    pub answers: (usize, usize),
    /// Closing rules visited, and all there are.
    pub rules: (usize, usize),
    /// Flows that could not be walked, because they have faults.
    pub closed_flows: usize,
}

impl Coverage {
    /// Whether nothing is left out.
    pub fn is_exhaustive(&self) -> bool {
        let all = [self.nodes, self.ends, self.answers, self.rules];
        self.closed_flows == 0 && all.iter().all(|(visited, all)| visited == all)
    }
}

pub(super) fn check(
    pack: &Pack,
    graph: &Graph<'_>,
    visited: &Visited,
    faults: &mut Vec<Diagnostic>,
) -> Coverage {
    let is_closed = |id: &&FlowId| pack.flow(id).is_err();
    let closed: HashSet<&FlowId> = pack.flow_ids().filter(is_closed).collect();
    let mut coverage = Coverage {
        scenarios: visited.scenarios,
        closed_flows: closed.len(),
        ..Coverage::default()
    };
    let shut = leading_to(graph, &closed);
    let with_scenarios: HashSet<&str> = pack.files().stems("data/scenarios", "toml").collect();
    let mut ways = Shortest::of(graph);
    let mut bare: HashSet<&FlowId> = HashSet::new();
    for (number, vertex) in graph.vertices().iter().enumerate() {
        let flow = &vertex.place.flow;
        if vertex.node.is_none() || closed.contains(flow) {
            continue;
        }
        let mut missed = count(vertex, visited, &mut coverage);
        // A scenario that would go there could not be walked to its end.
        missed.retain(|part| {
            let to = part.map_or(Some(number), |edge| edge.to);
            to.is_none_or(|to| !shut.contains(&to))
        });
        // A flow without any scenario is said once, not for each of its parts.
        if missed.is_empty() || visited.partly.contains(flow) {
            continue;
        }
        if with_scenarios.contains(flow.as_str()) {
            let missed = missed.into_iter();
            faults.extend(missed.map(|part| ways.unvisited(number, vertex, part)));
        } else if bare.insert(flow) {
            let message = format!("the flow `{flow}` has no scenarios that visit all of it");
            let fault = ways.unvisited(number, vertex, None);
            faults.push(Diagnostic { message, ..fault });
        }
    }
    rules(pack, visited, &mut coverage, faults);
    coverage
}

/// All nodes from which some walk comes by one of these flows.
fn leading_to(graph: &Graph<'_>, flows: &HashSet<&FlowId>) -> HashSet<usize> {
    let vertices = graph.vertices().iter().enumerate();
    let inside = vertices.filter(|(_, vertex)| flows.contains(&vertex.place.flow));
    let mut next: Vec<usize> = inside.map(|(number, _)| number).collect();
    let mut found = HashSet::new();
    while let Some(number) = next.pop() {
        if found.insert(number) {
            next.extend(graph.before(number).iter().map(|(from, _)| *from));
        }
    }
    found
}

/// Counts a node, and returns what of it is not visited: itself, or some of its choices.
fn count<'g>(
    vertex: &'g Vertex<'_>,
    visited: &Visited,
    coverage: &mut Coverage,
) -> Vec<Option<&'g Edge>> {
    let seen = visited.places.contains(&vertex.place);
    let tally = |(some, all): &mut (usize, usize), seen: bool| {
        *some += usize::from(seen);
        *all += 1;
    };
    tally(&mut coverage.nodes, seen);
    if vertex.is_end() {
        tally(&mut coverage.ends, seen);
    }
    let mut missed = Vec::new();
    for edge in &vertex.edges {
        // Skipping an advice leads where its failing does.
        let skipped =
            edge.choice == Choice::Failed && visited.chosen(&vertex.place, &Choice::Skipped);
        let chosen = skipped || visited.chosen(&vertex.place, &edge.choice);
        tally(&mut coverage.answers, chosen);
        if !chosen {
            missed.push(Some(edge));
        }
    }
    if !seen && vertex.edges.is_empty() {
        missed.push(None);
    }
    missed
}

/// A scenario to paste.
#[derive(PartialEq, Eq, Hash)]
struct Offer {
    file: String,
    name: String,
    walk: String,
}

/// Where scenarios to paste come from: the shortest ways to a node, and out.
struct Shortest<'g> {
    graph: &'g Graph<'g>,
    there: Ways,
    out: HashMap<usize, usize>,
    /// The scenarios that were said to be added: one of them may come by more than one part.
    offered: HashSet<Offer>,
}

impl<'g> Shortest<'g> {
    fn of(graph: &'g Graph<'g>) -> Self {
        Self {
            graph,
            there: graph.ways(graph.starts().iter().copied()),
            out: graph.ways_out(),
            offered: HashSet::new(),
        }
    }

    fn unvisited(&mut self, number: usize, vertex: &Vertex<'_>, part: Option<&Edge>) -> Diagnostic {
        let node = &vertex.place.node;
        let message = match part {
            None if vertex.is_end() => format!("no scenario comes out at `{node}`"),
            None => format!("no scenario comes by `{node}`"),
            Some(edge) => format!("no scenario replies `{}` at `{node}`", edge.choice.name()),
        };
        let span = part.map_or(vertex.span(), |edge| vertex.span_of(edge));
        let place = FilePlace::span(&flow_path(&vertex.place.flow), span);
        let fault = Diagnostic::new(Code::Unvisited, place, message);
        let Some(offer) = self.scenario(number, part) else {
            return fault.help("no walk from a start comes there");
        };
        let Offer { file, name, walk } = &offer;
        let help = if self.offered.contains(&offer) {
            format!("\"{name}\", which another finding says to add to {file}, comes by here")
        } else {
            format!("add to {file}:\n[[scenario]]\nname = \"{name}\"\n{walk}")
        };
        self.offered.insert(offer);
        fault.help(help)
    }

    /// The shortest walk to a part and on to an end.
    fn scenario(&self, number: usize, part: Option<&Edge>) -> Option<Offer> {
        let mut way = self.there.to(number)?;
        let start = way.first().map_or(number, |(from, _)| *from);
        let mut at = number;
        if let Some(edge) = part {
            way.push((at, edge.choice.clone()));
            at = edge.to?;
        }
        while let Some(edge) = self.out.get(&at) {
            let edge = self.graph.vertex(at)?.edges.get(*edge)?;
            way.push((at, edge.choice.clone()));
            at = edge.to?;
        }
        let flow = &self.graph.vertex(start)?.place.flow;
        let replies = way.iter().filter_map(|(number, choice)| {
            let place = &self.graph.vertex(*number)?.place;
            Some(format!(
                "\"{}\" = \"{}\"",
                place.within(flow),
                choice.name()
            ))
        });
        let replies = replies.collect::<Vec<_>>().join(", ");
        let end = self.graph.vertex(at)?.place.within(flow);
        let names: Vec<&str> = way.iter().map(|(_, choice)| choice.name()).collect();
        let name = names.join(", ").replace('-', " ");
        Some(Offer {
            file: scenarios_path(flow.as_str()),
            name,
            walk: format!("replies = {{ {replies} }}\nend = \"{end}\""),
        })
    }
}

fn rules(pack: &Pack, visited: &Visited, coverage: &mut Coverage, faults: &mut Vec<Diagnostic>) {
    // A rule that cannot be counted with is not visited either; what is wrong with it is said.
    coverage.rules.1 = pack.closing_names().rules.len();
    let rules = pack.closings().map(|closings| closings.rules.iter());
    for rule in rules.into_iter().flatten() {
        let parts = rule.parts();
        let (account, reason) = (&parts.account, &parts.reason);
        if visited.rules.contains(&(account.clone(), reason.clone())) {
            coverage.rules.0 += 1;
            continue;
        }
        if visited.partly.contains(&FlowId::new("closing")) {
            continue;
        }
        let message = format!("no scenario counts the closing of `{account}` for `{reason}`");
        let place = FilePlace::file("data/closings.toml");
        let fault = Diagnostic::new(Code::Unvisited, place, message);
        faults.push(fault.help(closing_to_paste(pack, account, reason)));
    }
}

/// A closing that counts with a rule, on some day, and when it comes out.
fn closing_to_paste(pack: &Pack, account: &AccountId, reason: &ReasonId) -> String {
    let on = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap_or_default();
    let comes = pack
        .closings()
        .and_then(|closings| days(closings, account, reason, on))
        .flatten();
    let comes = comes.map_or_else(String::new, |(earliest, latest)| {
        format!("\nearliest = {earliest}\nlatest = {latest}")
    });
    format!(
        "add to data/scenarios/closing.toml:\n[[closing]]\nname = \"{account}, {reason}\"\naccount = \"{account}\"\nreason = \"{reason}\"\non = {on}{comes}"
    )
}
