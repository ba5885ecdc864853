//! Running scenarios: each must come out where it says.

use std::collections::{HashMap, HashSet};

use super::closing_scenarios::closing;
use super::scenario::{Row, Scenario, ScenarioFile, read};
use super::visited::Visited;
use crate::case::{Case, Choice, Here, NodeRef, Walk, WalkStep, choices};
use crate::diagnostic::{Code, Diagnostic, FilePlace};
use crate::i18n::{Moment, clock_time};
use crate::id::FlowId;
use crate::pack::{Kind, Pack};

pub(super) fn check(pack: &Pack, faults: &mut Vec<Diagnostic>) -> Visited {
    let mut visited = Visited::default();
    for stem in pack.files().stems("data/scenarios", "toml") {
        let file = read(pack, stem, faults);
        if file.as_ref().is_none_or(|file| file.is_partial) {
            visited.partly.insert(FlowId::new(stem));
        }
        if let Some(file) = file {
            run_all(pack, &file, &mut visited, faults);
        }
    }
    visited
}

fn run_all(pack: &Pack, file: &ScenarioFile, visited: &mut Visited, faults: &mut Vec<Diagnostic>) {
    visited.scenarios += file.scenarios.len() + file.closings.len();
    doubles(file, faults);
    for scenario in &file.scenarios {
        run(pack, &file.path, scenario, visited, faults);
    }
    for row in &file.closings {
        faults.extend(closing(pack, &file.path, row));
        let (account, reason) = (row.account.clone(), row.reason.clone());
        visited.rules.insert((account, reason));
    }
}

/// Scenarios of one name, and scenarios that reply the same.
fn doubles(file: &ScenarioFile, faults: &mut Vec<Diagnostic>) {
    let mut names: HashMap<&str, &Scenario> = HashMap::new();
    let mut replies: HashMap<Vec<(&NodeRef, &str)>, &Scenario> = HashMap::new();
    for scenario in &file.scenarios {
        let rows = scenario.replies.iter();
        let mut rows: Vec<_> = rows.map(|row| (&row.place, row.choice.name())).collect();
        rows.sort();
        let at = |scenario: &Scenario| FilePlace::span(&file.path, scenario.span.clone());
        let mut report = |message: String, first: &&Scenario| {
            faults.push(
                Diagnostic::new(Code::AmbiguousRow, at(scenario), message)
                    .related(at(first), "the first one stands here")
                    .help("take one of them away, or say how they differ"),
            );
        };
        let namesake = names.insert(&scenario.name, scenario);
        let same = replies.insert(rows, scenario);
        let same = same.filter(|first| first.now == scenario.now);
        // Of one that is there twice, its name is not yet another fault.
        if let Some(first) = &same {
            let message = format!(
                "\"{}\" replies the same as \"{}\"",
                scenario.name, first.name
            );
            report(message, first);
        } else if let Some(first) = &namesake {
            let message = format!("two scenarios are called \"{}\"", scenario.name);
            report(message, first);
        }
        ambiguous(&file.path, scenario, faults);
    }
}

/// Rows that mean the same place.
fn ambiguous(path: &str, scenario: &Scenario, faults: &mut Vec<Diagnostic>) {
    let mut seen: HashMap<&NodeRef, &Row> = HashMap::new();
    for row in &scenario.replies {
        if let Some(first) = seen.insert(&row.place, row) {
            let place = FilePlace::span(path, row.span.clone());
            let message = format!("two rows of \"{}\" reply at `{}`", scenario.name, row.place);
            faults.push(
                Diagnostic::new(Code::AmbiguousRow, place, message)
                    .related(FilePlace::span(path, first.span.clone()), "the other one")
                    .help("a node is passed once in a walk: keep one of them"),
            );
        }
    }
}

fn run(
    pack: &Pack,
    path: &str,
    scenario: &Scenario,
    visited: &mut Visited,
    faults: &mut Vec<Diagnostic>,
) {
    let Some((case, until)) = follow(pack, scenario) else {
        return;
    };
    let walk = case.walk(pack);
    visited.add(&walk);
    if !walk.steps.iter().any(|step| waits_for_nothing(pack, step)) {
        faults.extend(waits(path, scenario, until));
    }
    // What is wrong with that flow is said where it is wrong.
    if !matches!(walk.here, Here::Faulty(_)) {
        faults.extend(unused(path, scenario, &walk));
        faults.extend(comes_out(path, scenario, &walk));
    }
}

/// Replies as far as the rows go, each wait waited for; and until when the last wait lasted.
fn follow(pack: &Pack, scenario: &Scenario) -> Option<(Case, Option<Moment>)> {
    let mut case = Case::start(pack, &scenario.flow, scenario.now)?;
    let rows = scenario.replies.iter();
    let mut rows: HashMap<&NodeRef, &Row> = rows.map(|row| (&row.place, row)).collect();
    let mut now = scenario.now;
    let mut until = None;
    loop {
        let walk = case.walk(pack);
        let Here::Node { place, .. } = &walk.here else {
            break;
        };
        let Some(row) = rows.remove(place) else {
            break;
        };
        if let Some(end) = walk.waits_until(pack) {
            until = Some(end);
            now = now.max(end);
        }
        case.reply(pack, row.choice.clone(), now);
    }
    Some((case, until))
}

/// Whether a step is a wait whose minutes cannot be read.
fn waits_for_nothing(pack: &Pack, step: &WalkStep<'_>) -> bool {
    match &step.node.kind {
        Kind::Wait { minutes, .. } => pack.known().fact(minutes).is_none(),
        _ => false,
    }
}

fn unused(path: &str, scenario: &Scenario, walk: &Walk<'_>) -> Vec<Diagnostic> {
    let passed: HashSet<&NodeRef> = walk.steps.iter().map(|step| &step.place).collect();
    let unused = scenario.replies.iter();
    let unused = unused.filter(|row| !passed.contains(&row.place));
    unused
        .map(|row| {
            let message = format!(
                "\"{}\" does not come by `{}`: this row is not used",
                scenario.name, row.place
            );
            Diagnostic::new(
                Code::UnusedRow,
                FilePlace::span(path, row.span.clone()),
                message,
            )
            .help(format!("take it away; the walk goes: {}", way(walk)))
        })
        .collect()
}

fn comes_out(path: &str, scenario: &Scenario, walk: &Walk<'_>) -> Option<Diagnostic> {
    let Here::Node { place: here, node } = &walk.here else {
        return None;
    };
    let Scenario { name, end, .. } = scenario;
    let (message, help) = match &node.kind {
        Kind::End(_) if here == end => return None,
        Kind::End(_) => (
            format!("\"{name}\" comes out at `{here}`, not at `{end}`"),
            format!(
                "the walk goes: {}; mend the flow, or write end = \"{here}\"",
                way(walk)
            ),
        ),
        kind => {
            let (choices, at) = (choices(kind), here.within(&scenario.flow));
            let replies: Vec<&str> = choices.iter().map(Choice::name).collect();
            (
                format!("\"{name}\" stops at `{here}`, which has no reply"),
                format!(
                    "add to its replies: \"{at}\" = one of {}",
                    replies.join(", ")
                ),
            )
        }
    };
    let place = FilePlace::span(path, scenario.end_span.clone());
    Some(Diagnostic::new(Code::ScenarioFails, place, message).help(help))
}

fn way(walk: &Walk<'_>) -> String {
    let steps = walk.steps.iter().map(|step| {
        let reply = step.reply.choice.name();
        format!("{} = {reply}", step.place)
    });
    steps.collect::<Vec<_>>().join(", ")
}

fn waits(path: &str, scenario: &Scenario, until: Option<Moment>) -> Option<Diagnostic> {
    let (wanted, span) = scenario.until.as_ref()?;
    let name = &scenario.name;
    let (message, help) = match until.map(|until| clock_time(&until)) {
        Some(comes) if comes == *wanted => return None,
        Some(comes) => (
            format!("\"{name}\" waits until {comes}, not until {wanted}"),
            format!("mend the flow or the fact, or write until = \"{comes}\""),
        ),
        None => (
            format!("\"{name}\" comes by no wait"),
            "take `until` away".to_owned(),
        ),
    };
    let place = FilePlace::span(path, span.clone());
    Some(Diagnostic::new(Code::ScenarioFails, place, message).help(help))
}
