//! Whether the flows hang together: targets, reach, circles, and files that nothing reads.

use std::collections::HashSet;

use super::graph::{Graph, Vertex, place_of};
use crate::diagnostic::{Code, Diagnostic, FilePlace};
use crate::id::{FlowId, is_id};
use crate::pack::{Flow, MenuEntry, Pack, Target, circle_fault, circles, flow_path};

pub(super) fn check(pack: &Pack, graph: &Graph<'_>) -> Vec<Diagnostic> {
    let mut faults: Vec<Diagnostic> = targets_elsewhere(pack).collect();
    faults.extend(account_targets(pack, graph));
    faults.extend(not_reached(pack, graph));
    faults.extend(circles_across(graph));
    faults.extend(flows_not_led_to(pack));
    faults.extend(stray_files(pack));
    faults.extend(names_of_flows(pack));
    faults
}

/// Files of flows whose names cannot be written where a flow is named.
fn names_of_flows(pack: &Pack) -> impl Iterator<Item = Diagnostic> + '_ {
    let unfit = pack.flow_ids().filter(|flow| !is_id(flow.as_str()));
    unfit.map(|flow| {
        let message = format!("`{flow}` cannot name a flow");
        Diagnostic::new(Code::NotAnId, FilePlace::file(&flow_path(flow)), message)
            .help("give the file another name: a small letter, then small letters, digits and `-`")
    })
}

/// Targets into nodes of other flows that there are not.
fn targets_elsewhere(pack: &Pack) -> impl Iterator<Item = Diagnostic> + '_ {
    let flows = pack.flow_ids().filter_map(|id| pack.draft(id));
    let targets = flows.flat_map(|flow| flow.targets().iter().map(move |target| (flow, target)));
    targets.filter_map(|(flow, target)| {
        let Target::There(other, name) = &**target else {
            return None;
        };
        let there = pack.draft(other)?;
        if there.node(name).is_some() || there.has_lost(name.as_str()) {
            return None;
        }
        let place = FilePlace::span(&flow_path(flow.id()), target.span());
        let message = format!("the flow `{other}` has no node `{name}`");
        let known = there.nodes().iter().map(|node| node.id.as_str());
        Some(Diagnostic::new(Code::Dangling, place, message).suggest(name.as_str(), known))
    })
}

fn account_targets(pack: &Pack, graph: &Graph<'_>) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    for account in &pack.known().accounts {
        let Some(target) = &account.to else {
            continue;
        };
        let place = place_of(pack, None, target);
        if place.and_then(|place| graph.number_of(&place)).is_none() {
            let place = FilePlace::span("data/accounts.toml", target.span());
            let message = format!("there is no node `{target}` for this user name to lead to");
            let help = "write a flow as \"flow:name\", or one of its nodes as \"flow:name/node\"";
            faults.push(Diagnostic::new(Code::Dangling, place, message).help(help));
        }
    }
    faults
}

/// Nodes that nothing points to, and those that are pointed to but never reached.
fn not_reached(pack: &Pack, graph: &Graph<'_>) -> Vec<Diagnostic> {
    let ways = graph.ways(graph.entries());
    // Where a flow's start is no node, that is its fault, and not that the rest is never reached.
    let starts = graph
        .starts()
        .iter()
        .filter_map(|start| graph.vertex(*start));
    let started: HashSet<&FlowId> = starts
        .map(|vertex| &vertex.place.flow)
        .filter(|flow| !pack.draft(flow).is_some_and(Flow::is_torn))
        .collect();
    let vertices = graph.vertices().iter().enumerate();
    let missed = vertices.filter(|(number, vertex)| {
        // Of two with the same id, one is led to.
        let is_first = graph.number_of(&vertex.place) == Some(*number);
        is_first
            && vertex.node.is_some()
            && !ways.reach(*number)
            && started.contains(&vertex.place.flow)
    });
    let faults = missed.map(|(number, vertex)| match graph.before(number) {
        [] => nothing_points(vertex),
        _ => never_reached(vertex),
    });
    faults.collect()
}

fn nothing_points(vertex: &Vertex<'_>) -> Diagnostic {
    let node = &vertex.place.node;
    let message = format!("nothing leads to `{node}`");
    let help = format!("let an answer lead to it: to = \"{node}\", or take it away");
    Diagnostic::new(Code::NothingPoints, place(vertex), message).help(help)
}

fn never_reached(vertex: &Vertex<'_>) -> Diagnostic {
    let node = &vertex.place.node;
    let message = format!("no walk comes to `{node}`: what points to it is never reached");
    Diagnostic::new(Code::Unreached, place(vertex), message)
        .help("lead to what points to it, or take them all away")
}

/// Circles that go through more than one flow; those within a flow are its own faults.
fn circles_across(graph: &Graph<'_>) -> Vec<Diagnostic> {
    let count = graph.vertices().len();
    let found = circles(count, |number| graph.next(number).collect());
    let mut faults = Vec::new();
    for circle in found {
        let round: Vec<&Vertex<'_>> = circle.iter().filter_map(|at| graph.vertex(*at)).collect();
        let flows: HashSet<&FlowId> = round.iter().map(|vertex| &vertex.place.flow).collect();
        if flows.len() > 1 {
            let named = round
                .iter()
                .map(|vertex| (vertex.place.to_string(), place(vertex)));
            faults.extend(circle_fault(&named.collect::<Vec<_>>()));
        }
    }
    faults
}

/// Flows to which nothing leads; where a manifest or a flow cannot be read, nobody can tell.
fn flows_not_led_to(pack: &Pack) -> Vec<Diagnostic> {
    let mut drafts = pack.flow_ids().filter_map(|id| pack.draft(id));
    if pack.manifest().is_guess || drafts.any(Flow::is_torn) {
        return Vec::new();
    }
    let menu = pack.manifest().menu.iter().filter_map(|entry| match entry {
        MenuEntry::Flow(flow) => Some(flow),
        MenuEntry::Closing | MenuEntry::Desks => None,
    });
    let accounts = pack.known().accounts.iter();
    let accounts = accounts.filter_map(|account| account.to.as_ref()?.flow());
    let flows = pack.flow_ids().filter_map(|id| pack.draft(id));
    let led: HashSet<&FlowId> = menu
        .chain(accounts)
        .chain(flows.flat_map(flows_led_to))
        .collect();
    let left = pack.flow_ids().filter(|flow| !led.contains(flow));
    let faults = left.map(|flow| {
        let message = format!("neither the menu nor another flow leads to the flow `{flow}`");
        let help =
            format!("add \"flow:{flow}\" to `menu` in data/pack.toml, or let an answer lead there");
        let place = FilePlace::span(&flow_path(flow), 0..0);
        Diagnostic::new(Code::FlowNotLed, place, message).help(help)
    });
    faults.collect()
}

/// The other flows that a flow leads to.
fn flows_led_to(flow: &Flow) -> impl Iterator<Item = &FlowId> {
    let targets = flow.targets().iter().map(|target| &**target);
    let lost = flow.lost().iter().flat_map(|lost| &lost.targets);
    let named = targets.chain(lost).filter_map(Target::flow);
    named.filter(|named| *named != flow.id())
}

/// Files in the pack's folders that nothing reads.
fn stray_files(pack: &Pack) -> Vec<Diagnostic> {
    let languages = &pack.manifest().languages;
    let known_language = |name: &str| name.parse().is_ok_and(|name| languages.contains(&name));
    let known_flow = |name: &str| {
        let flow = FlowId::new(name);
        pack.draft(&flow).is_some() || pack.files().is_lost(&flow_path(&flow))
    };
    let read = |path: &str| {
        let parts: Vec<&str> = path.split('/').collect();
        match parts.as_slice() {
            ["data", name] => SHARED.contains(name) || !name.ends_with(".toml"),
            ["data", "schema", _] | ["data", "scenarios", "closing.toml"] => true,
            ["data", "flows", name] => name.ends_with(".toml"),
            ["data", "scenarios", name] => name.strip_suffix(".toml").is_some_and(known_flow),
            ["locales", language, "flows", name] => {
                name.strip_suffix(".ftl").is_some_and(known_flow) && known_language(language)
            }
            ["locales", language, "pack.ftl" | "balie.ftl"] => known_language(language),
            _ => false,
        }
    };
    let strays = pack.files().iter().filter(|(path, _)| !read(path));
    strays
        .map(|(path, _)| {
            Diagnostic::new(Code::StrayFile, FilePlace::file(path), format!("nothing reads the file `{path}`"))
                .help("is its name misspelled, its flow gone, or its language not in `languages` of data/pack.toml?")
        })
        .collect()
}

const SHARED: [&str; 7] = [
    "pack.toml",
    "sources.toml",
    "facts.toml",
    "accounts.toml",
    "links.toml",
    "desks.toml",
    "closings.toml",
];

fn place(vertex: &Vertex<'_>) -> FilePlace {
    FilePlace::span(&flow_path(&vertex.place.flow), vertex.span())
}
