//! Running scenarios: each must come out where it says.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::coverage;
use super::graph::Graph;
use super::scenario::{ClosingRow, Row, Scenario, ScenarioFile, offered, read};
use crate::case::{Case, Choice, Here, NodeRef, Walk, WalkStep};
use crate::closure::Calendar;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::i18n::{Moment, clock_time};
use crate::id::{AccountId, FlowId, ReasonId};
use crate::pack::{Closings, Kind, Pack};

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

/// What has been visited.
#[derive(Debug, Default)]
pub(super) struct Visited {
    pub(super) places: HashSet<NodeRef>,
    pub(super) choices: HashMap<NodeRef, HashSet<Choice>>,
    pub(super) rules: HashSet<(AccountId, ReasonId)>,
    /// The flows of which some scenarios cannot be read.
    pub(super) partly: HashSet<FlowId>,
}

impl Visited {
    pub(super) fn chosen(&self, place: &NodeRef, choice: &Choice) -> bool {
        let choices = self.choices.get(place);
        choices.is_some_and(|choices| choices.contains(choice))
    }

    fn add(&mut self, walk: &Walk<'_>) {
        for step in &walk.steps {
            self.places.insert(step.place.clone());
            let choices = self.choices.entry(step.place.clone()).or_default();
            choices.insert(step.reply.choice.clone());
        }
        if let Here::Node { place, .. } = &walk.here {
            self.places.insert(place.clone());
        }
    }
}

pub(super) fn check(pack: &Pack, graph: &Graph, faults: &mut Vec<Diagnostic>) -> Coverage {
    let mut visited = Visited::default();
    let mut scenarios = 0;
    let stems: Vec<&str> = pack.files().stems("data/scenarios", "toml").collect();
    for stem in stems {
        let file = read(pack, stem, faults);
        if file.as_ref().is_none_or(|file| file.is_partial) {
            visited.partly.insert(FlowId::new(stem));
        }
        let Some(file) = file else {
            continue;
        };
        scenarios += file.scenarios.len() + file.closings.len();
        doubles(&file, faults);
        for scenario in &file.scenarios {
            run(pack, &file.path, scenario, &mut visited, faults);
        }
        for row in &file.closings {
            faults.extend(closing(pack, &file.path, row));
            visited
                .rules
                .insert((row.account.clone(), row.reason.clone()));
        }
    }
    let coverage = coverage::check(pack, graph, &visited, faults);
    Coverage {
        scenarios,
        ..coverage
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
        let at = |scenario: &Scenario| Place::span(&file.path, scenario.span.clone());
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
            let place = Place::span(path, row.span.clone());
            let message = format!(
                "two rows of \"{}\" reply at `{}/{}`",
                scenario.name, row.place.flow, row.place.node
            );
            faults.push(
                Diagnostic::new(Code::AmbiguousRow, place, message)
                    .related(Place::span(path, first.span.clone()), "the other one")
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
    let Some(mut case) = Case::start(pack, &scenario.flow, scenario.now) else {
        return;
    };
    let rows: HashMap<&NodeRef, &Row> = scenario
        .replies
        .iter()
        .map(|row| (&row.place, row))
        .collect();
    let mut now = scenario.now;
    let mut until = None;
    loop {
        let walk = case.walk(pack);
        let Here::Node { place, .. } = &walk.here else {
            break;
        };
        let known = walk.steps.iter().any(|step| step.place == *place);
        let Some(row) = rows.get(place).filter(|_| !known) else {
            break;
        };
        if let Some(end) = walk.waits_until(pack) {
            until = Some(end);
            now = now.max(end);
        }
        case.reply(pack, row.choice.clone(), now);
    }
    let walk = case.walk(pack);
    visited.add(&walk);
    if !walk.steps.iter().any(|step| waits_for_nothing(pack, step)) {
        faults.extend(waits(path, scenario, until));
    }
    // What is wrong with that flow is said where it is wrong.
    if matches!(walk.here, Here::Faulty(_)) {
        return;
    }
    faults.extend(unused(path, scenario, &walk));
    faults.extend(comes_out(path, scenario, &walk));
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
                "\"{}\" does not come by `{}/{}`: this row is not used",
                scenario.name, row.place.flow, row.place.node
            );
            Diagnostic::new(
                Code::UnusedRow,
                Place::span(path, row.span.clone()),
                message,
            )
            .help(format!("take it away; the walk goes: {}", way(walk)))
        })
        .collect()
}

fn comes_out(path: &str, scenario: &Scenario, walk: &Walk<'_>) -> Option<Diagnostic> {
    let wanted = format!("{}/{}", scenario.end.flow, scenario.end.node);
    let (message, help) = match &walk.here {
        Here::Faulty(_) => return None,
        Here::Node { place, node } => {
            let here = format!("{}/{}", place.flow, place.node);
            match &node.kind {
                Kind::End(_) if *place == scenario.end => return None,
                Kind::End(_) => (
                    format!(
                        "\"{}\" comes out at `{here}`, not at `{wanted}`",
                        scenario.name
                    ),
                    format!(
                        "the walk goes: {}; mend the flow, or write end = \"{here}\"",
                        way(walk)
                    ),
                ),
                kind => (
                    format!(
                        "\"{}\" stops at `{here}`, which has no reply",
                        scenario.name
                    ),
                    format!(
                        "add to its replies: \"{}\" = one of {}",
                        key(&scenario.flow, place),
                        offered(kind).join(", ")
                    ),
                ),
            }
        }
    };
    let place = Place::span(path, scenario.end_span.clone());
    Some(Diagnostic::new(Code::ScenarioFails, place, message).help(help))
}

/// A place as the scenarios of a flow write it.
pub(super) fn key(flow: &crate::id::FlowId, place: &NodeRef) -> String {
    if place.flow == *flow {
        place.node.to_string()
    } else {
        format!("{}/{}", place.flow, place.node)
    }
}

fn way(walk: &Walk<'_>) -> String {
    let steps = walk.steps.iter().map(|step| {
        let reply = step.reply.choice.name();
        format!("{}/{} = {reply}", step.place.flow, step.place.node)
    });
    steps.collect::<Vec<_>>().join(", ")
}

fn waits(path: &str, scenario: &Scenario, until: Option<Moment>) -> Option<Diagnostic> {
    let (wanted, span) = scenario.until.as_ref()?;
    let comes = until.map(|until| clock_time(&until));
    if comes.as_ref() == Some(wanted) {
        return None;
    }
    let place = Place::span(path, span.clone());
    Some(match comes {
        Some(comes) => {
            let message = format!(
                "\"{}\" waits until {comes}, not until {wanted}",
                scenario.name
            );
            Diagnostic::new(Code::ScenarioFails, place, message).help(format!(
                "mend the flow or the fact, or write until = \"{comes}\""
            ))
        }
        None => {
            let message = format!("\"{}\" comes by no wait", scenario.name);
            Diagnostic::new(Code::ScenarioFails, place, message).help("take `until` away")
        }
    })
}

/// The first and the last day on which an account closes, if these are known.
type Days = Option<(NaiveDate, NaiveDate)>;

/// When an account closes without dates from a desk; none where the law cannot be read.
pub(super) fn days(
    closings: &Closings,
    account: &AccountId,
    reason: &ReasonId,
    on: NaiveDate,
) -> Option<Days> {
    let calendar = Calendar::new(closings.law.clone(), Vec::new()).ok()?;
    let closing = closings.rules.close(account, reason, on, &calendar);
    Some(closing.earliest().zip(closing.latest()))
}

fn closing(pack: &Pack, path: &str, row: &ClosingRow) -> Option<Diagnostic> {
    let closings = pack.closings()?;
    let (account, reason) = (&row.account, &row.reason);
    let names = pack.closing_names();
    let written = names.has_rule(account, reason) || names.has_half(&format!("{account}-{reason}"));
    // What keeps a rule from being counted with is said where it stands.
    if written && closings.rules.find(account, reason).is_none() {
        return None;
    }
    let comes = days(closings, account, reason, row.on)?;
    if comes == row.days {
        return None;
    }
    let words = |days: Days| match days {
        None => "on an unknown day".to_owned(),
        Some((first, last)) if first == last => format!("on {first}"),
        Some((first, last)) => format!("from {first} to {last}"),
    };
    let message = format!(
        "\"{}\" closes {}, not {}",
        row.name,
        words(comes),
        words(row.days)
    );
    let place = Place::span(path, row.span.clone());
    let help = match comes {
        Some((first, last)) => {
            format!("mend the rule, or write earliest = {first} and latest = {last}")
        }
        None => "mend the rule, or take `earliest` and `latest` away".to_owned(),
    };
    Some(Diagnostic::new(Code::ScenarioFails, place, message).help(help))
}
