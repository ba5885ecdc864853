//! Whether the flows hang together: targets, reach, circles, and files that nothing reads.

use std::collections::HashSet;

use super::drafts;
use super::graph::{Graph, Vertex, menu_flows};
use crate::diagnostic::{Code, Diagnostic, FilePlace};
use crate::id::{FlowId, is_id};
use crate::pack::{Flow, Pack, Target, circle_fault, circles, flow_path};

pub(super) fn check(pack: &Pack, graph: &Graph<'_>) -> Vec<Diagnostic> {
    names_of_flows(pack)
        .chain(targets_elsewhere(pack))
        .chain(account_targets(pack, graph))
        .chain(not_reached(pack, graph))
        .chain(circles_across(graph))
        .chain(flows_not_led_to(pack))
        .chain(stray_files(pack))
        .collect()
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
    let targets =
        drafts(pack).flat_map(|flow| flow.targets().iter().map(move |target| (flow, target)));
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

/// User names that lead to nodes that there are not.
fn account_targets(pack: &Pack, graph: &Graph<'_>) -> impl Iterator<Item = Diagnostic> {
    pack.known().accounts.iter().filter_map(|account| {
        let target = account.to.as_ref()?;
        let place = FilePlace::span("data/accounts.toml", target.span());
        let message = format!("there is no node `{target}` for this user name to lead to");
        let help = "write a flow as \"flow:name\", or one of its nodes as \"flow:name/node\"";
        let fault = Diagnostic::new(Code::Dangling, place, message).help(help);
        graph.find(pack, None, target).is_none().then_some(fault)
    })
}

/// Nodes that nothing points to, and those that are pointed to but never reached.
fn not_reached(pack: &Pack, graph: &Graph<'_>) -> Vec<Diagnostic> {
    let accounts = pack.known().accounts.iter();
    let accounts = accounts.filter_map(|account| graph.find(pack, None, account.to.as_ref()?));
    let ways = graph.ways(graph.starts.iter().copied().chain(accounts));
    // Where a flow's start is no node, that is its fault, and not that the rest is never reached.
    let starts = graph.starts.iter().filter_map(|at| graph.vertex(*at));
    let flows = starts.map(|vertex| &vertex.place.flow);
    let started = flows.filter(|flow| !pack.draft(flow).is_some_and(Flow::is_torn));
    let started: HashSet<&FlowId> = started.collect();
    let mut faults = Vec::new();
    for (number, vertex) in graph.vertices() {
        // Of two with the same id, one is led to.
        let is_first = graph.number_of(&vertex.place) == Some(number);
        let is_missed = is_first && vertex.node.is_some() && !ways.contains_key(&number);
        if is_missed && started.contains(&vertex.place.flow) {
            faults.push(missed(vertex, graph.before(number).is_empty()));
        }
    }
    faults
}

fn missed(vertex: &Vertex<'_>, is_bare: bool) -> Diagnostic {
    let node = &vertex.place.node;
    let (code, message, help) = match is_bare {
        true => (
            Code::NothingPoints,
            format!("nothing leads to `{node}`"),
            format!("let an answer lead to it: to = \"{node}\", or take it away"),
        ),
        false => (
            Code::Unreached,
            format!("no walk comes to `{node}`: what points to it is never reached"),
            "lead to what points to it, or take them all away".to_owned(),
        ),
    };
    Diagnostic::new(code, vertex.file_place(), message).help(help)
}

/// Circles that go through more than one flow; those within a flow are its own faults.
fn circles_across(graph: &Graph<'_>) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    let count = graph.vertices().count();
    for circle in circles(count, |number| graph.next(number).collect()) {
        let round: Vec<&Vertex<'_>> = circle.iter().filter_map(|at| graph.vertex(*at)).collect();
        let flows: HashSet<&FlowId> = round.iter().map(|vertex| &vertex.place.flow).collect();
        if flows.len() > 1 {
            let named = round.iter();
            let named = named.map(|vertex| (vertex.place.to_string(), vertex.file_place()));
            faults.extend(circle_fault(&named.collect::<Vec<_>>()));
        }
    }
    faults
}

/// Flows to which nothing leads; where a manifest or a flow cannot be read, nobody can tell.
fn flows_not_led_to(pack: &Pack) -> Vec<Diagnostic> {
    if pack.manifest().is_guess || drafts(pack).any(Flow::is_torn) {
        return Vec::new();
    }
    let accounts = pack.known().accounts.iter();
    let accounts = accounts.filter_map(|account| account.to.as_ref()?.flow());
    let flows = drafts(pack).flat_map(flows_led_to);
    let led: HashSet<&FlowId> = menu_flows(pack).chain(accounts).chain(flows).collect();
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
fn stray_files(pack: &Pack) -> impl Iterator<Item = Diagnostic> {
    let strays = pack.files().iter().filter(|(path, _)| !is_read(pack, path));
    strays.map(|(path, _)| {
        let message = format!("nothing reads the file `{path}`");
        Diagnostic::new(Code::StrayFile, FilePlace::file(path), message)
            .help("is its name misspelled, its flow gone, or its language not in `languages` of data/pack.toml?")
    })
}

/// The files of `data` that all flows share.
const SHARED: [&str; 7] = [
    "pack", "sources", "facts", "accounts", "links", "desks", "closings",
];

fn is_read(pack: &Pack, path: &str) -> bool {
    let languages = &pack.manifest().languages;
    let is_language = |name: &str| name.parse().is_ok_and(|name| languages.contains(&name));
    let is_flow = |name: Option<&str>| {
        let flow = name.map(FlowId::new);
        let is_lost = |flow: &FlowId| pack.files().is_lost(&flow_path(flow));
        flow.is_some_and(|flow| pack.draft(&flow).is_some() || is_lost(&flow))
    };
    match *path.split('/').collect::<Vec<_>>() {
        ["data", name] => name
            .strip_suffix(".toml")
            .is_none_or(|name| SHARED.contains(&name)),
        ["data", "schema", _] | ["data", "scenarios", "closing.toml"] => true,
        ["data", "flows", name] => name.ends_with(".toml"),
        ["data", "scenarios", name] => is_flow(name.strip_suffix(".toml")),
        ["locales", language, "flows", name] => {
            is_flow(name.strip_suffix(".ftl")) && is_language(language)
        }
        ["locales", language, "pack.ftl" | "balie.ftl"] => is_language(language),
        _ => false,
    }
}
