//! What no scenario visits, with the shortest walk there.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::graph::{Edge, Graph, Vertex, Ways};
use super::scenario::scenarios_path;
use super::scenarios::{Visited, closing_days};
use crate::case::Choice;
use crate::diagnostic::{Code, Diagnostic, FilePlace};
use crate::id::{AccountId, FlowId, ReasonId};
use crate::pack::Pack;

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
    // All nodes from which some walk comes by a closed flow.
    let mut shut = HashSet::new();
    let vertices = graph.vertices();
    let inside = vertices.filter(|(_, vertex)| closed.contains(&vertex.place.flow));
    let inside = inside.map(|(number, _)| number).collect();
    graph.behind(inside, |_, _| true, |number| shut.insert(number));
    let with_scenarios: HashSet<&str> = pack.files().stems("data/scenarios", "toml").collect();
    let mut ways = Shortest {
        graph,
        there: graph.ways(graph.starts.iter().copied()),
        out: graph.ways_out(),
        offered: HashSet::new(),
    };
    let mut bare: HashSet<&FlowId> = HashSet::new();
    for (number, vertex) in graph.vertices() {
        let flow = &vertex.place.flow;
        if vertex.node.is_none() || closed.contains(flow) {
            continue;
        }
        let mut missed = count(vertex, visited, &mut coverage);
        // A scenario that would go there could not be walked to its end.
        missed.retain(|part| {
            let to = part.map_or(Some(number), |(_, edge)| edge.to);
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

/// What is not visited: one of the edges of a node, with its place, or else the node itself.
type Part<'g> = Option<(usize, &'g Edge)>;

/// Counts a node, and returns what of it is not visited.
fn count<'g>(vertex: &'g Vertex<'_>, visited: &Visited, coverage: &mut Coverage) -> Vec<Part<'g>> {
    let tally = |(some, all): &mut (usize, usize), seen: bool| {
        *some += usize::from(seen);
        *all += 1;
    };
    let seen = visited.choices.contains_key(&vertex.place);
    tally(&mut coverage.nodes, seen);
    if vertex.is_end() {
        tally(&mut coverage.ends, seen);
    }
    if !seen && vertex.edges.is_empty() {
        return vec![None];
    }
    let mut missed = Vec::new();
    for (at, edge) in vertex.edges.iter().enumerate() {
        // Skipping an advice leads where its failing does.
        let chosen = |choice: &Choice| visited.chosen(&vertex.place, choice);
        let skipped = edge.choice == Choice::Failed && chosen(&Choice::Skipped);
        let chosen = skipped || chosen(&edge.choice);
        tally(&mut coverage.answers, chosen);
        if !chosen {
            missed.push(Some((at, edge)));
        }
    }
    missed
}

/// A scenario to paste: its file, its name, and its walk.
type Offer = (String, String, String);

/// Where scenarios to paste come from: the shortest ways to a node, and out.
struct Shortest<'g> {
    graph: &'g Graph<'g>,
    there: Ways,
    out: HashMap<usize, Option<usize>>,
    /// The scenarios that were said to be added: one of them may come by more than one part.
    offered: HashSet<Offer>,
}

impl Shortest<'_> {
    fn unvisited(&mut self, number: usize, vertex: &Vertex<'_>, part: Part<'_>) -> Diagnostic {
        let node = &vertex.place.node;
        let message = match part {
            None if vertex.is_end() => format!("no scenario comes out at `{node}`"),
            None => format!("no scenario comes by `{node}`"),
            Some((_, edge)) => format!("no scenario replies `{}` at `{node}`", edge.choice.name()),
        };
        let answer = part.and_then(|(at, _)| vertex.answers().get(at));
        let place = answer.map(|answer| vertex.file_span(answer.id.span()));
        let place = place.unwrap_or_else(|| vertex.file_place());
        let fault = Diagnostic::new(Code::Unvisited, place, message);
        let Some(offer) = self.scenario(number, part) else {
            return fault.help("no walk from a start comes there");
        };
        let (file, name, walk) = &offer;
        let help = if self.offered.contains(&offer) {
            format!("\"{name}\", which another finding says to add to {file}, comes by here")
        } else {
            format!("add to {file}:\n[[scenario]]\nname = \"{name}\"\n{walk}")
        };
        self.offered.insert(offer);
        fault.help(help)
    }

    /// The shortest walk to a part and on to an end.
    fn scenario(&self, number: usize, part: Part<'_>) -> Option<Offer> {
        let mut start = number;
        let mut way = Vec::new();
        while let Some((from, edge)) = self.there.get(&start)? {
            way.push((*from, *edge));
            start = *from;
        }
        way.reverse();
        let mut at = number;
        let onward = |at: &usize| self.out.get(at).copied().flatten();
        let mut next = part.map(|(edge, _)| edge).or_else(|| onward(&at));
        while let Some(edge) = next {
            way.push((at, edge));
            at = self.graph.vertex(at)?.edges.get(edge)?.to?;
            next = onward(&at);
        }
        let flow = &self.graph.vertex(start)?.place.flow;
        let (mut steps, mut names) = (Vec::new(), Vec::new());
        for (number, edge) in way {
            let vertex = self.graph.vertex(number)?;
            let name = vertex.edges.get(edge)?.choice.name();
            steps.push(format!("\"{}\" = \"{name}\"", vertex.place.within(flow)));
            names.push(name);
        }
        let end = self.graph.vertex(at)?.place.within(flow);
        let (steps, name) = (steps.join(", "), names.join(", ").replace('-', " "));
        let walk = format!("replies = {{ {steps} }}\nend = \"{end}\"");
        Some((scenarios_path(flow.as_str()), name, walk))
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
        } else if !visited.partly.contains(&FlowId::new("closing")) {
            let message = format!("no scenario counts the closing of `{account}` for `{reason}`");
            let place = FilePlace::file("data/closings.toml");
            let fault = Diagnostic::new(Code::Unvisited, place, message);
            faults.push(fault.help(closing_to_paste(pack, account, reason)));
        }
    }
}

/// A closing that counts with a rule, on some day, and when it comes out.
fn closing_to_paste(pack: &Pack, account: &AccountId, reason: &ReasonId) -> String {
    let on = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap_or_default();
    let days = closing_days(pack, account, reason, on).flatten();
    let days = days.map_or_else(String::new, |(earliest, latest)| {
        format!("\nearliest = {earliest}\nlatest = {latest}")
    });
    format!(
        "add to data/scenarios/closing.toml:\n[[closing]]\nname = \"{account}, {reason}\"\naccount = \"{account}\"\nreason = \"{reason}\"\non = {on}{days}"
    )
}
