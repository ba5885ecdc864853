//! What no scenario visits, with the shortest walk there.

use std::collections::{HashMap, HashSet, VecDeque};

use chrono::NaiveDate;

use super::graph::{Edge, Graph, Vertex, Ways};
use super::scenario::scenarios_path;
use super::scenarios::{Coverage, Visited, days, key};
use crate::case::Choice;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::id::{AccountId, FlowId, ReasonId};
use crate::pack::{Pack, flow_path};

pub(super) fn check(
    pack: &Pack,
    graph: &Graph,
    visited: &Visited,
    faults: &mut Vec<Diagnostic>,
) -> Coverage {
    let mut ways = Shortest {
        pack,
        offered: HashSet::new(),
        graph,
        there: graph.ways(graph.starts().iter().copied()),
        out: ways_out(graph),
    };
    let closed: HashSet<&FlowId> = pack
        .flow_ids()
        .filter(|id| pack.flow(id).is_err())
        .collect();
    let shut = leading_to(graph, |vertex| closed.contains(&vertex.place.flow));
    let mut coverage = Coverage {
        closed_flows: closed.len(),
        ..Coverage::default()
    };
    let with_scenarios: HashSet<&str> = pack.files().stems("data/scenarios", "toml").collect();
    let mut bare: HashSet<&FlowId> = HashSet::new();
    for (number, vertex) in graph.vertices().iter().enumerate() {
        let flow = &vertex.place.flow;
        if vertex.lost || closed.contains(flow) {
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
            faults.extend(
                missed
                    .into_iter()
                    .map(|part| ways.unvisited(number, vertex, part)),
            );
        } else if bare.insert(flow) {
            let message = format!("the flow `{flow}` has no scenarios that visit all of it");
            let fault = ways.unvisited(number, vertex, None);
            faults.push(Diagnostic { message, ..fault });
        }
    }
    rules(pack, visited, &mut coverage, faults);
    coverage
}

/// All nodes from which some walk comes by such a node.
fn leading_to(graph: &Graph, is_such: impl Fn(&Vertex) -> bool) -> HashSet<usize> {
    let vertices = graph.vertices();
    let such = vertices.iter().enumerate();
    let such = such.filter(|(_, vertex)| is_such(vertex));
    let mut found: HashSet<usize> = such.map(|(number, _)| number).collect();
    let mut before = 0;
    while before < found.len() {
        before = found.len();
        for (number, vertex) in vertices.iter().enumerate() {
            let leads = |edge: &Edge| edge.to.is_some_and(|to| found.contains(&to));
            if vertex.edges.iter().any(leads) {
                found.insert(number);
            }
        }
    }
    found
}

/// Counts a node, and returns what of it is not visited: itself, or some of its choices.
fn count<'g>(
    vertex: &'g Vertex,
    visited: &Visited,
    coverage: &mut Coverage,
) -> Vec<Option<&'g Edge>> {
    let seen = visited.places.contains(&vertex.place);
    let tally = |(some, all): &mut (usize, usize), seen: bool| {
        *some += usize::from(seen);
        *all += 1;
    };
    tally(&mut coverage.nodes, seen);
    if vertex.is_end {
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

struct Shortest<'g> {
    pack: &'g Pack,
    /// The scenarios that were said to be added: one of them may come by more than one part.
    offered: HashSet<Offer>,
    graph: &'g Graph,
    there: Ways,
    out: HashMap<usize, usize>,
}

impl Shortest<'_> {
    fn unvisited(&mut self, number: usize, vertex: &Vertex, part: Option<&Edge>) -> Diagnostic {
        let node = &vertex.place.node;
        let message = match part {
            None if vertex.is_end => format!("no scenario comes out at `{node}`"),
            None => format!("no scenario comes by `{node}`"),
            Some(edge) => format!("no scenario replies `{}` at `{node}`", edge.choice.name()),
        };
        let path = flow_path(&vertex.place.flow);
        let place = Place::span(&path, self.span(vertex, part));
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

    /// The place of an answer within its node, or of the node.
    fn span(&self, vertex: &Vertex, part: Option<&Edge>) -> std::ops::Range<usize> {
        let Some(Edge {
            choice: Choice::Answer(id),
            ..
        }) = part
        else {
            return vertex.span.clone();
        };
        let text = self.pack.files().text(&flow_path(&vertex.place.flow));
        let rest = text
            .and_then(|text| text.get(vertex.span.end..))
            .unwrap_or_default();
        let quoted = format!("\"{id}\"");
        match rest.find(&quoted) {
            Some(at) => vertex.span.end + at..vertex.span.end + at + quoted.len(),
            None => vertex.span.clone(),
        }
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
            Some(format!("\"{}\" = \"{}\"", key(flow, place), choice.name()))
        });
        let replies = replies.collect::<Vec<_>>().join(", ");
        let end = key(flow, &self.graph.vertex(at)?.place);
        let names: Vec<&str> = way.iter().map(|(_, choice)| choice.name()).collect();
        let name = names.join(", ").replace('-', " ");
        Some(Offer {
            file: scenarios_path(flow.as_str()),
            name,
            walk: format!("replies = {{ {replies} }}\nend = \"{end}\""),
        })
    }
}

/// From each node that is no end, the place of the choice that leads to an end soonest.
fn ways_out(graph: &Graph) -> HashMap<usize, usize> {
    let mut back: HashMap<usize, Vec<(usize, usize)>> = HashMap::new();
    for (from, vertex) in graph.vertices().iter().enumerate() {
        for (place, edge) in vertex.edges.iter().enumerate() {
            if let Some(to) = edge.to {
                back.entry(to).or_default().push((from, place));
            }
        }
    }
    let ends = graph.vertices().iter().enumerate();
    let mut queue: VecDeque<usize> = ends
        .filter(|(_, vertex)| vertex.is_end)
        .map(|(number, _)| number)
        .collect();
    let mut out = HashMap::new();
    while let Some(number) = queue.pop_front() {
        for (from, place) in back.get(&number).into_iter().flatten() {
            if !out.contains_key(from) {
                out.insert(*from, *place);
                queue.push_back(*from);
            }
        }
    }
    out
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
        let place = Place::file("data/closings.toml");
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
