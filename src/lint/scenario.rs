//! Reading scenarios: what is replied, and what must come out.

use std::collections::BTreeMap;
use std::ops::Range;

use chrono::NaiveDate;
use schemars::{JsonSchema, Schema};
use serde::Deserialize;

use crate::case::{Choice, NodeRef, choices};
use crate::diagnostic::{Code, Diagnostic};
use crate::i18n::Moment;
use crate::id::{AccountId, FlowId, NodeId, ReasonId};
use crate::pack::Pack;
use crate::toml_file::{Date, Document, Located, Name, TomlFile, schema_of};

#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawScenarios {
    /// Replies, and the end that must come out.
    #[serde(default)]
    scenario: Vec<RawScenario>,
    /// A day, and the days of closing that must come out.
    #[serde(default)]
    closing: Vec<RawClosing>,
}

impl Document for RawScenarios {}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawScenario {
    /// What it shows, in a few words.
    name: Name,
    /// The moment to pretend, as 2026-11-24T14:19:00.
    now: Option<Located<Date>>,
    /// By node: an answer, or worked, failed, skipped, waited. Nodes of another flow as "flow/node".
    replies: BTreeMap<Name, Name>,
    /// The node at which the walk must end.
    end: Name,
    /// Until when the last wait must last, as "14:35".
    until: Option<Name>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawClosing {
    /// What it shows, in a few words.
    name: Name,
    /// A name of accounts.toml.
    account: Name,
    /// The name of a reason of closings.toml.
    reason: Name,
    /// The day of the event, as 2026-11-24.
    on: Located<Date>,
    /// The first day of closing; none where it must be unknown.
    earliest: Option<Located<Date>>,
    /// The last day of closing; none where it must be unknown.
    latest: Option<Located<Date>>,
}

/// A walk that must come out somewhere.
#[derive(Debug)]
pub(super) struct Scenario {
    pub(super) name: String,
    pub(super) span: Range<usize>,
    pub(super) flow: FlowId,
    pub(super) now: Moment,
    pub(super) replies: Vec<Row>,
    pub(super) end: NodeRef,
    pub(super) end_span: Range<usize>,
    /// Until when the last wait must last, as on a clock.
    pub(super) until: Option<(String, Range<usize>)>,
}

/// What is replied at a place.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) place: NodeRef,
    pub(super) choice: Choice,
    pub(super) span: Range<usize>,
}

/// A closing that must come out on some days.
#[derive(Debug)]
pub(super) struct ClosingRow {
    pub(super) name: String,
    pub(super) span: Range<usize>,
    pub(super) account: AccountId,
    pub(super) reason: ReasonId,
    pub(super) on: NaiveDate,
    /// The first and the last day; none where it must be unknown.
    pub(super) days: Option<(NaiveDate, NaiveDate)>,
}

/// A file of scenarios.
#[derive(Debug)]
pub(super) struct ScenarioFile {
    pub(super) path: String,
    pub(super) scenarios: Vec<Scenario>,
    pub(super) closings: Vec<ClosingRow>,
    /// Whether it has scenarios that cannot be read, so that nobody can tell what they visit.
    pub(super) is_partial: bool,
}

/// The schema of a file of scenarios.
pub(super) fn schema() -> Schema {
    schema_of::<RawScenarios>()
}

/// Where the scenarios of a flow stand, or those of the closings.
pub(super) fn scenarios_path(stem: &str) -> String {
    format!("data/scenarios/{stem}.toml")
}

/// Reads the scenarios of a flow, or of the closings.
pub(super) fn read(pack: &Pack, stem: &str, faults: &mut Vec<Diagnostic>) -> Option<ScenarioFile> {
    let path = scenarios_path(stem);
    let text = match pack.files().read(&path) {
        Ok(text) => text,
        Err(fault) => {
            faults.push(*fault);
            return None;
        }
    };
    let (mut file, raw) = TomlFile::read::<RawScenarios>(&path, text);
    let flow = FlowId::new(stem);
    let count = raw.scenario.len();
    let scenarios = raw.scenario.into_iter();
    let scenarios = scenarios.filter_map(|raw| scenario(pack, &mut file, &flow, raw));
    let scenarios: Vec<Scenario> = scenarios.collect();
    let closings = raw.closing.iter();
    let closings = closings.filter_map(|raw| closing(pack, &mut file, raw));
    let closings = closings.collect();
    faults.append(&mut file.faults);
    Some(ScenarioFile {
        is_partial: !file.partials.is_empty() || scenarios.len() < count,
        path,
        scenarios,
        closings,
    })
}

fn scenario(pack: &Pack, file: &mut TomlFile, flow: &FlowId, raw: RawScenario) -> Option<Scenario> {
    let before = file.faults.len();
    let end = place(pack, file, flow, &raw.end);
    let rows: Vec<Row> = raw
        .replies
        .iter()
        .filter_map(|(key, reply)| row(pack, file, flow, key, reply))
        .collect();
    let now = raw.now.as_ref().and_then(|at| moment(file, at));
    let sound = file.faults.len() == before;
    let until = until(file, raw.until, now);
    Some(Scenario {
        span: raw.name.span(),
        name: raw.name.into_inner(),
        flow: flow.clone(),
        now: now.unwrap_or_default(),
        replies: rows,
        end: end.filter(|_| sound)?,
        end_span: raw.end.span(),
        until,
    })
}

/// A wait ends at a time that depends on when the case began.
fn until(
    file: &mut TomlFile,
    until: Option<Name>,
    now: Option<Moment>,
) -> Option<(String, Range<usize>)> {
    let until = until?;
    if now.is_none() {
        let message = "`until` is said without `now`, the moment at which the case begins";
        file.fault(
            Code::Field,
            until.span(),
            message,
            "write `now = 2026-11-24T14:19:00` above it, with a day and a time of your own",
        );
        return None;
    }
    Some((until.to_string(), until.span()))
}

fn row(pack: &Pack, file: &mut TomlFile, flow: &FlowId, key: &Name, reply: &Name) -> Option<Row> {
    let place = place(pack, file, flow, key)?;
    let node = pack.draft(&place.flow)?.node(&place.node)?;
    let known = choices(&node.kind);
    let choice = known.iter().find(|known| known.name() == reply.as_str());
    if choice.is_none() {
        let kind = format!("reply at `{}`", key.as_str());
        file.dangling(&kind, reply, known.iter().map(Choice::name));
    }
    Some(Row {
        place,
        choice: choice?.clone(),
        span: key.span(),
    })
}

/// The place that `node` or `flow/node` means.
fn place(pack: &Pack, file: &mut TomlFile, flow: &FlowId, name: &Name) -> Option<NodeRef> {
    let (of, node) = match name.split_once('/') {
        Some((flow, node)) => (FlowId::new(flow), node),
        None => (flow.clone(), name.as_str()),
    };
    let Some(other) = pack.draft(&of) else {
        let known = pack.flow_ids().map(FlowId::as_str);
        let known: Vec<String> = known.map(|flow| format!("{flow}/{node}")).collect();
        file.dangling("flow", name, known.iter().map(String::as_str));
        return None;
    };
    let id = NodeId::new(node);
    if other.node(&id).is_none() {
        if !other.has_lost(id.as_str()) {
            let nodes = other.nodes().iter().map(|node| match of == *flow {
                true => node.id.to_string(),
                false => format!("{of}/{}", node.id),
            });
            let nodes: Vec<String> = nodes.collect();
            file.dangling("node", name, nodes.iter().map(String::as_str));
        }
        return None;
    }
    Some(NodeRef { flow: of, node: id })
}

fn moment(file: &mut TomlFile, written: &Located<Date>) -> Option<Moment> {
    Some(file.moment(written)?.and_utc().fixed_offset())
}

fn closing(pack: &Pack, file: &mut TomlFile, raw: &RawClosing) -> Option<ClosingRow> {
    let accounts = pack.known().accounts.iter();
    if !pack.known().is_lost(&raw.account) {
        file.known(
            "account",
            &raw.account,
            accounts.map(|account| account.id.as_str()),
        );
    }
    let reasons = pack.closing_names().reasons.iter();
    file.known(
        "reason",
        &raw.reason,
        reasons.map(|reason| reason.id.as_str()),
    );
    let days = days(file, raw);
    Some(ClosingRow {
        name: raw.name.to_string(),
        span: raw.name.span(),
        account: AccountId::new(&raw.account),
        reason: ReasonId::new(&raw.reason),
        on: file.day(&raw.on)?,
        days,
    })
}

/// The first and the last day of closing; none where it must be unknown.
fn days(file: &mut TomlFile, raw: &RawClosing) -> Option<(NaiveDate, NaiveDate)> {
    match (&raw.earliest, &raw.latest) {
        (Some(earliest), Some(latest)) => file.day(earliest).zip(file.day(latest)),
        (None, None) => None,
        (Some(one), None) | (None, Some(one)) => {
            let message = "only one of `earliest` and `latest` is given";
            file.fault(
                Code::Field,
                one.span(),
                message,
                "write both, the same day twice for one day; neither where the day must be unknown",
            );
            None
        }
    }
}
