//! Running scenarios: each must come out where it says, or on the days that it says.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::scenario::{ClosingRow, Row, Scenario, ScenarioFile, read};
use crate::case::{Case, Choice, Here, NodeRef, Walk, WalkStep, choices};
use crate::diagnostic::{Code, Diagnostic};
use crate::i18n::{Moment, clock_time};
use crate::id::{AccountId, FlowId, ReasonId};
use crate::pack::{Kind, Pack};

/// What the scenarios have visited.
#[derive(Debug, Default)]
pub(super) struct Visited {
    /// How many scenarios there are.
    pub(super) scenarios: usize,
    /// The nodes visited, and what was chosen at each.
    pub(super) choices: HashMap<NodeRef, HashSet<Choice>>,
    pub(super) rules: HashSet<(AccountId, ReasonId)>,
    /// The flows of which some scenarios cannot be read.
    pub(super) partly: HashSet<FlowId>,
}

impl Visited {
    /// Whether something was chosen at a node.
    pub(super) fn chosen(&self, place: &NodeRef, choice: &Choice) -> bool {
        let choices = self.choices.get(place);
        choices.is_some_and(|choices| choices.contains(choice))
    }

    fn add(&mut self, walk: &Walk<'_>) {
        for step in &walk.steps {
            let choices = self.choices.entry(step.place.clone()).or_default();
            choices.insert(step.reply.choice.clone());
        }
        if let Here::Node { place, .. } = &walk.here {
            self.choices.entry(place.clone()).or_default();
        }
    }
}

pub(super) fn check(pack: &Pack, faults: &mut Vec<Diagnostic>) -> Visited {
    let mut visited = Visited::default();
    for stem in pack.files().stems("data/scenarios", "toml") {
        let file = read(pack, stem, faults);
        if file.as_ref().is_none_or(|file| file.is_partial) {
            visited.partly.insert(FlowId::new(stem));
        }
        let Some(file) = file else { continue };
        visited.scenarios += file.scenarios.len() + file.closings.len();
        doubles(&file, faults);
        for scenario in &file.scenarios {
            ambiguous(&file, scenario, faults);
            run(pack, &file, scenario, &mut visited, faults);
        }
        for row in &file.closings {
            faults.extend(closing(pack, &file, row));
            let (account, reason) = (row.account.clone(), row.reason.clone());
            visited.rules.insert((account, reason));
        }
    }
    visited
}

/// Scenarios of one name, and scenarios that reply the same.
fn doubles(file: &ScenarioFile, faults: &mut Vec<Diagnostic>) {
    let mut names: HashMap<&str, &Scenario> = HashMap::new();
    let mut replies: HashMap<Vec<(&NodeRef, &str)>, &Scenario> = HashMap::new();
    for scenario in &file.scenarios {
        let name = scenario.raw.name.as_str();
        let rows = scenario.replies.iter();
        let mut rows: Vec<_> = rows.map(|row| (&row.place, row.choice.name())).collect();
        rows.sort();
        let namesake = names.insert(name, scenario);
        let same = replies.insert(rows, scenario);
        // Of one that is there twice, its name is not yet another fault.
        let (first, message) = match (same.filter(|first| first.now == scenario.now), namesake) {
            (Some(first), _) => {
                let other = first.raw.name.as_str();
                (first, format!("\"{name}\" replies the same as \"{other}\""))
            }
            (None, Some(first)) => (first, format!("two scenarios are called \"{name}\"")),
            (None, None) => continue,
        };
        let fault = file.fault(Code::AmbiguousRow, scenario.raw.name.span(), message);
        let fault = fault.related(
            file.place(first.raw.name.span()),
            "the first one stands here",
        );
        faults.push(fault.help("take one of them away, or say how they differ"));
    }
}

/// Rows that mean the same place.
fn ambiguous(file: &ScenarioFile, scenario: &Scenario, faults: &mut Vec<Diagnostic>) {
    let mut seen: HashMap<&NodeRef, &Row> = HashMap::new();
    for row in &scenario.replies {
        if let Some(first) = seen.insert(&row.place, row) {
            let (name, place) = (scenario.raw.name.as_str(), &row.place);
            let message = format!("two rows of \"{name}\" reply at `{place}`");
            let fault = file.fault(Code::AmbiguousRow, row.span.clone(), message);
            let fault = fault.related(file.place(first.span.clone()), "the other one");
            faults.push(fault.help("a node is passed once in a walk: keep one of them"));
        }
    }
}

fn run(
    pack: &Pack,
    file: &ScenarioFile,
    scenario: &Scenario,
    visited: &mut Visited,
    faults: &mut Vec<Diagnostic>,
) {
    let Some((case, until)) = follow(pack, &file.flow, scenario) else {
        return;
    };
    let walk = case.walk(pack);
    visited.add(&walk);
    // A wait whose minutes cannot be read ends at no time.
    let is_endless = |step: &WalkStep<'_>| match &step.node.kind {
        Kind::Wait { minutes, .. } => pack.known().fact(minutes).is_none(),
        _ => false,
    };
    if !walk.steps.iter().any(is_endless) {
        faults.extend(waits(file, scenario, until));
    }
    // What is wrong with that flow is said where it is wrong.
    if !matches!(walk.here, Here::Faulty(_)) {
        faults.extend(unused(file, scenario, &walk));
        faults.extend(comes_out(file, scenario, &walk));
    }
}

/// Replies as far as the rows go, each wait waited for; and until when the last wait lasted.
fn follow(pack: &Pack, flow: &FlowId, scenario: &Scenario) -> Option<(Case, Option<Moment>)> {
    let mut now = scenario.now;
    let mut case = Case::start(pack, flow, now)?;
    let rows = scenario.replies.iter();
    let mut rows: HashMap<&NodeRef, &Row> = rows.map(|row| (&row.place, row)).collect();
    let mut until = None;
    loop {
        let walk = case.walk(pack);
        let row = match &walk.here {
            Here::Node { place, .. } => rows.remove(place),
            _ => None,
        };
        let Some(row) = row else {
            return Some((case, until));
        };
        if let Some(end) = walk.waits_until(pack) {
            until = Some(end);
            now = now.max(end);
        }
        case.reply(pack, row.choice.clone(), now);
    }
}

fn unused(file: &ScenarioFile, scenario: &Scenario, walk: &Walk<'_>) -> Vec<Diagnostic> {
    let passed: HashSet<&NodeRef> = walk.steps.iter().map(|step| &step.place).collect();
    let unused = scenario.replies.iter();
    let unused = unused.filter(|row| !passed.contains(&row.place));
    let faults = unused.map(|row| {
        let (name, place) = (scenario.raw.name.as_str(), &row.place);
        let message = format!("\"{name}\" does not come by `{place}`: this row is not used");
        let fault = file.fault(Code::UnusedRow, row.span.clone(), message);
        fault.help(format!("take it away; the walk goes: {}", way(walk)))
    });
    faults.collect()
}

fn comes_out(file: &ScenarioFile, scenario: &Scenario, walk: &Walk<'_>) -> Option<Diagnostic> {
    let Here::Node { place: here, node } = &walk.here else {
        return None;
    };
    let (name, end) = (scenario.raw.name.as_str(), &scenario.end);
    let (message, help) = match &node.kind {
        Kind::End(_) if here == end => return None,
        Kind::End(_) => {
            let way = way(walk);
            (
                format!("\"{name}\" comes out at `{here}`, not at `{end}`"),
                format!("the walk goes: {way}; mend the flow, or write end = \"{here}\""),
            )
        }
        kind => {
            let (choices, at) = (choices(kind), here.within(&file.flow));
            let replies = choices.iter().map(Choice::name).collect::<Vec<_>>();
            let replies = replies.join(", ");
            (
                format!("\"{name}\" stops at `{here}`, which has no reply"),
                format!("add to its replies: \"{at}\" = one of {replies}"),
            )
        }
    };
    let fault = file.fault(Code::ScenarioFails, scenario.raw.end.span(), message);
    Some(fault.help(help))
}

fn way(walk: &Walk<'_>) -> String {
    let steps = walk.steps.iter();
    let steps = steps.map(|step| format!("{} = {}", step.place, step.reply.choice.name()));
    steps.collect::<Vec<_>>().join(", ")
}

fn waits(file: &ScenarioFile, scenario: &Scenario, until: Option<Moment>) -> Option<Diagnostic> {
    let wanted = scenario.raw.until.as_ref()?;
    let (name, at) = (scenario.raw.name.as_str(), wanted.as_str());
    let (message, help) = match until.map(|until| clock_time(&until)) {
        Some(comes) if comes == at => return None,
        Some(comes) => (
            format!("\"{name}\" waits until {comes}, not until {at}"),
            format!("mend the flow or the fact, or write until = \"{comes}\""),
        ),
        None => (
            format!("\"{name}\" comes by no wait"),
            "take `until` away".to_owned(),
        ),
    };
    let fault = file.fault(Code::ScenarioFails, wanted.span(), message);
    Some(fault.help(help))
}

/// The first and the last day on which an account closes, if these are known.
type Days = Option<(NaiveDate, NaiveDate)>;

/// When an account closes without dates from a desk; none where the law cannot be read.
pub(super) fn closing_days(
    pack: &Pack,
    account: &AccountId,
    reason: &ReasonId,
    on: NaiveDate,
) -> Option<Days> {
    let closings = pack.closings()?;
    let calendar = closings.calendar(&[]).ok()?;
    let closing = closings.rules.close(account, reason, on, &calendar);
    Some(closing.earliest().zip(closing.latest()))
}

/// What is wrong with a row that comes out on other days.
fn closing(pack: &Pack, file: &ScenarioFile, row: &ClosingRow) -> Option<Diagnostic> {
    let (account, reason, names) = (&row.account, &row.reason, pack.closing_names());
    let is_written =
        names.has_rule(account, reason) || names.has_half(&format!("{account}-{reason}"));
    // What keeps a rule from being counted with is said where it stands.
    if is_written && pack.closings()?.rules.find(account, reason).is_none() {
        return None;
    }
    let comes = closing_days(pack, account, reason, row.on)?;
    if comes == row.days {
        return None;
    }
    let words = |days: Days| match days {
        None => "on an unknown day".to_owned(),
        Some((first, last)) if first == last => format!("on {first}"),
        Some((first, last)) => format!("from {first} to {last}"),
    };
    let (name, comes_words, said) = (row.name.as_str(), words(comes), words(row.days));
    let message = format!("\"{name}\" closes {comes_words}, not {said}");
    let help = match comes {
        Some((first, last)) => {
            format!("mend the rule, or write earliest = {first} and latest = {last}")
        }
        None => "mend the rule, or take `earliest` and `latest` away".to_owned(),
    };
    let fault = file.fault(Code::ScenarioFails, row.name.span(), message);
    Some(fault.help(help))
}
