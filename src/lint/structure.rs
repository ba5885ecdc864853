//! Whether the flows hang together: targets, reach, circles, and files that nothing reads.

use std::collections::HashSet;

use super::graph::{Graph, Vertex, place_of};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::id::{FlowId, is_id};
use crate::pack::{Flow, MenuEntry, Pack, Target, circle_fault, circles, flow_path};

pub(super) fn check(pack: &Pack, graph: &Graph, faults: &mut Vec<Diagnostic>) {
    faults.extend(targets_elsewhere(pack, graph));
    faults.extend(account_targets(pack, graph));
    faults.extend(not_reached(pack, graph));
    faults.extend(circles_across(graph));
    faults.extend(flows_not_led_to(pack));
    faults.extend(stray_files(pack));
    faults.extend(names_of_flows(pack));
}

/// Files of flows whose names cannot be written where a flow is named.
fn names_of_flows(pack: &Pack) -> impl Iterator<Item = Diagnostic> + '_ {
    let unfit = pack.flow_ids().filter(|flow| !is_id(flow.as_str()));
    unfit.map(|flow| {
        let message = format!("`{flow}` cannot name a flow");
        Diagnostic::new(Code::NotAnId, Place::file(&flow_path(flow)), message)
            .help("give the file another name: a small letter, then small letters, digits and `-`")
    })
}

/// Targets into nodes of other flows that there are not.
fn targets_elsewhere<'a>(
    pack: &'a Pack,
    graph: &'a Graph,
) -> impl Iterator<Item = Diagnostic> + 'a {
    let flows = pack.flow_ids().filter_map(|id| pack.draft(id));
    flows.flat_map(move |flow| {
        let path = flow_path(flow.id());
        let targets = flow.nodes().iter().flat_map(|node| {
            let targets = node.kind.targets().into_iter();
            targets.map(move |target| (node, target))
        });
        let missing = targets.filter_map(|(node, target)| {
            let Target::There(other, name) = target else {
                return None;
            };
            let place = place_of(pack, Some(flow.id()), target)?;
            let there = pack.draft(other)?;
            if graph.number_of(&place).is_some() || there.has_lost(name.as_str()) {
                return None;
            }
            let at = written(pack, &path, node.span.start, &target.to_string());
            let message = format!("the flow `{other}` has no node `{name}`");
            Some(Diagnostic::new(Code::Dangling, at, message).suggest(
                name.as_str(),
                there.nodes().iter().map(|node| node.id.as_str()),
            ))
        });
        missing.collect::<Vec<_>>()
    })
}

/// Where a text stands between quotes in a file, after some place.
fn written(pack: &Pack, path: &str, from: usize, text: &str) -> Place {
    let quoted = format!("\"{text}\"");
    let rest = pack.files().text(path).and_then(|file| file.get(from..));
    let found = rest.and_then(|rest| rest.find(&quoted));
    match found {
        Some(at) => Place::span(path, from + at..from + at + quoted.len()),
        None => Place::span(path, from..from),
    }
}

fn account_targets<'a>(pack: &'a Pack, graph: &'a Graph) -> impl Iterator<Item = Diagnostic> + 'a {
    let accounts = pack.known().accounts.iter();
    accounts.filter_map(move |account| {
        let target = account.to.as_ref()?;
        let place = place_of(pack, None, target);
        if place.is_some_and(|place| graph.number_of(&place).is_some()) {
            return None;
        }
        let path = "data/accounts.toml";
        let at = written(pack, path, account.span.start, &target.to_string());
        let message = format!("there is no node `{target}` for this user name to lead to");
        Some(
            Diagnostic::new(Code::Dangling, at, message)
                .help("write a flow as \"flow:name\", or one of its nodes as \"flow:name/node\""),
        )
    })
}

/// Nodes that nothing points to, and those that are pointed to but never reached.
fn not_reached(pack: &Pack, graph: &Graph) -> Vec<Diagnostic> {
    let ways = graph.ways(graph.entries());
    let numbers = 0..graph.vertices().len();
    let pointed: HashSet<usize> = numbers.flat_map(|number| graph.next(number)).collect();
    let vertices = graph.vertices().iter().enumerate();
    // Where a flow's start is no node, that is its fault, and not that the rest is never reached.
    let started: HashSet<&FlowId> = graph
        .starts()
        .iter()
        .filter_map(|start| Some(&graph.vertex(*start)?.place.flow))
        .filter(|flow| !pack.draft(flow).is_some_and(Flow::is_torn))
        .collect();
    let missed = vertices.filter(|(number, vertex)| {
        // Of two with the same id, one is led to.
        let is_first = graph.number_of(&vertex.place) == Some(*number);
        is_first && !vertex.lost && !ways.reach(*number) && started.contains(&vertex.place.flow)
    });
    missed
        .map(|(number, vertex)| {
            let node = &vertex.place.node;
            if pointed.contains(&number) {
                let message =
                    format!("no walk comes to `{node}`: what points to it is never reached");
                Diagnostic::new(Code::Unreached, place(vertex), message)
                    .help("lead to what points to it, or take them all away")
            } else {
                Diagnostic::new(
                    Code::NothingPoints,
                    place(vertex),
                    format!("nothing leads to `{node}`"),
                )
                .help(format!(
                    "let an answer lead to it: to = \"{node}\", or take it away"
                ))
            }
        })
        .collect()
}

/// Circles that go through more than one flow; those within a flow are its own faults.
fn circles_across(graph: &Graph) -> Vec<Diagnostic> {
    let found = circles(graph.vertices().len(), |number| {
        graph.next(number).collect()
    });
    let rounds = found.into_iter().filter_map(|circle| {
        let round: Vec<&Vertex> = circle.iter().filter_map(|at| graph.vertex(*at)).collect();
        let flows: HashSet<&FlowId> = round.iter().map(|vertex| &vertex.place.flow).collect();
        (flows.len() > 1).then_some(round)
    });
    rounds
        .filter_map(|round| {
            let named = round.iter().map(|vertex| {
                let name = format!("{}/{}", vertex.place.flow, vertex.place.node);
                (name, place(vertex))
            });
            circle_fault(&named.collect::<Vec<_>>())
        })
        .collect()
}

fn flows_not_led_to(pack: &Pack) -> Vec<Diagnostic> {
    let mut drafts = pack.flow_ids().filter_map(|id| pack.draft(id));
    if pack.manifest().is_guess || drafts.any(Flow::is_torn) {
        return Vec::new();
    }
    let mut led: HashSet<&FlowId> = HashSet::new();
    led.extend(pack.manifest().menu.iter().filter_map(|entry| match entry {
        MenuEntry::Flow(flow) => Some(flow),
        MenuEntry::Closing | MenuEntry::Desks => None,
    }));
    led.extend(
        pack.known()
            .accounts
            .iter()
            .filter_map(|account| account.to.as_ref()?.flow()),
    );
    for flow in pack.flow_ids().filter_map(|id| pack.draft(id)) {
        let nodes = flow.nodes().iter().flat_map(|node| node.kind.targets());
        let lost = flow.lost().iter().flat_map(|lost| lost.targets.iter());
        let named = nodes.chain(lost).filter_map(Target::flow);
        led.extend(named.filter(|named| *named != flow.id()));
    }
    let left = pack.flow_ids().filter(|flow| !led.contains(flow));
    left.map(|flow| {
        let message = format!("neither the menu nor another flow leads to the flow `{flow}`");
        Diagnostic::new(
            Code::FlowNotLed,
            Place::span(&flow_path(flow), 0..0),
            message,
        )
        .help(format!(
            "add \"flow:{flow}\" to `menu` in data/pack.toml, or let an answer lead there"
        ))
    })
    .collect()
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
            Diagnostic::new(Code::StrayFile, Place::file(path), format!("nothing reads the file `{path}`"))
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

fn place(vertex: &Vertex) -> Place {
    Place::span(&flow_path(&vertex.place.flow), vertex.span.clone())
}
