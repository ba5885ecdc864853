//! Reading scenarios: what is replied, and what must come out.

use std::collections::BTreeMap;
use std::ops::Range;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Deserialize;

use super::graph::node_ref;
use crate::case::{Choice, NodeRef, choices};
use crate::diagnostic::{Code, Diagnostic, FilePlace};
use crate::i18n::Moment;
use crate::id::{AccountId, FlowId, NodeId, ReasonId};
use crate::pack::Pack;
use crate::toml_file::{Date, Document, Located, Name, TomlFile};

#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawScenarios {
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
pub(super) struct RawScenario {
    /// What it shows, in a few words.
    pub(super) name: Name,
    /// The moment to pretend, as 2026-11-24T14:19:00.
    now: Option<Located<Date>>,
    /// By node: an answer, or worked, failed, skipped, waited. Nodes of another flow as "flow/node".
    replies: BTreeMap<Name, Name>,
    /// The node at which the walk must end.
    pub(super) end: Name,
    /// Until when the last wait must last, as "14:35".
    pub(super) until: Option<Name>,
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
pub(super) struct Scenario {
    pub(super) raw: RawScenario,
    pub(super) now: Moment,
    pub(super) replies: Vec<Row>,
    pub(super) end: NodeRef,
}

/// What is replied at a place.
pub(super) struct Row {
    pub(super) place: NodeRef,
    pub(super) choice: Choice,
    pub(super) span: Range<usize>,
}

/// A closing that must come out on some days.
pub(super) struct ClosingRow {
    pub(super) name: Name,
    pub(super) account: AccountId,
    pub(super) reason: ReasonId,
    pub(super) on: NaiveDate,
    /// The first and the last day; none where it must be unknown.
    pub(super) days: Option<(NaiveDate, NaiveDate)>,
}

/// The scenarios of a flow, or of the closings.
pub(super) struct ScenarioFile {
    pub(super) flow: FlowId,
    pub(super) scenarios: Vec<Scenario>,
    pub(super) closings: Vec<ClosingRow>,
    /// Whether it has scenarios that cannot be read, so that nobody can tell what they visit.
    pub(super) is_partial: bool,
}

impl ScenarioFile {
    pub(super) fn place(&self, span: Range<usize>) -> FilePlace {
        FilePlace::span(&scenarios_path(self.flow.as_str()), span)
    }

    pub(super) fn fault(&self, code: Code, span: Range<usize>, message: String) -> Diagnostic {
        Diagnostic::new(code, self.place(span), message)
    }
}

/// Where the scenarios of a flow stand, or those of the closings.
pub(super) fn scenarios_path(stem: &str) -> String {
    format!("data/scenarios/{stem}.toml")
}

/// Reads the scenarios of a flow, or of the closings.
pub(super) fn read(pack: &Pack, stem: &str, faults: &mut Vec<Diagnostic>) -> Option<ScenarioFile> {
    let path = scenarios_path(stem);
    let read = pack.files().read(&path);
    let text = read.map_err(|fault| faults.push(*fault)).ok()?;
    let (mut file, raw) = TomlFile::read::<RawScenarios>(&path, text);
    let (flow, count) = (FlowId::new(stem), raw.scenario.len());
    let scenarios = raw.scenario.into_iter();
    let scenarios = scenarios.filter_map(|raw| scenario(pack, &mut file, &flow, raw));
    let scenarios: Vec<Scenario> = scenarios.collect();
    let closings = raw.closing.into_iter();
    let closings = closings.filter_map(|raw| closing(pack, &mut file, raw));
    let closings = closings.collect();
    faults.append(&mut file.faults);
    Some(ScenarioFile {
        is_partial: !file.partials.is_empty() || scenarios.len() < count,
        flow,
        scenarios,
        closings,
    })
}

fn scenario(
    pack: &Pack,
    file: &mut TomlFile,
    flow: &FlowId,
    mut raw: RawScenario,
) -> Option<Scenario> {
    let before = file.faults.len();
    let end = place(pack, file, flow, &raw.end);
    let replies = raw.replies.iter();
    let replies = replies.filter_map(|(key, reply)| row(pack, file, flow, key, reply));
    let replies = replies.collect();
    let now = raw.now.as_ref().and_then(|now| file.moment(now));
    let is_sound = file.faults.len() == before;
    // A wait ends at a time that depends on when the case began.
    if let Some(until) = raw.until.take_if(|_| now.is_none()) {
        let message = "`until` is said without `now`, the moment at which the case begins";
        let help = "write `now = 2026-11-24T14:19:00` above it, with a day and a time of your own";
        file.fault(Code::Field, until.span(), message, help);
    }
    Some(Scenario {
        raw,
        now: now.unwrap_or_default().and_utc().fixed_offset(),
        replies,
        end: end.filter(|_| is_sound)?,
    })
}

fn row(pack: &Pack, file: &mut TomlFile, flow: &FlowId, key: &Name, reply: &Name) -> Option<Row> {
    let place = place(pack, file, flow, key)?;
    let known = choices(&pack.draft(&place.flow)?.node(&place.node)?.kind);
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
fn place(pack: &Pack, file: &mut TomlFile, from: &FlowId, name: &Name) -> Option<NodeRef> {
    let (flow, node) = match name.split_once('/') {
        Some((flow, node)) => (FlowId::new(flow), NodeId::new(node)),
        None => (from.clone(), NodeId::new(name)),
    };
    let (kind, known): (&str, Vec<String>) = match pack.draft(&flow) {
        Some(there) if there.node(&node).is_some() => return Some(NodeRef { flow, node }),
        Some(there) if there.has_lost(node.as_str()) => return None,
        Some(there) => {
            let nodes = there.nodes().iter();
            let known = nodes.map(|node| node_ref(&flow, &node.id).within(from));
            ("node", known.collect())
        }
        None => {
            let flows = pack.flow_ids();
            let known = flows.map(|flow| node_ref(flow, &node).to_string());
            ("flow", known.collect())
        }
    };
    file.dangling(kind, name, known.iter().map(String::as_str));
    None
}

fn closing(pack: &Pack, file: &mut TomlFile, raw: RawClosing) -> Option<ClosingRow> {
    if !pack.known().is_lost(&raw.account) {
        let known = pack.known().accounts.iter();
        let known = known.map(|account| account.id.as_str());
        file.known("account", &raw.account, known);
    }
    let reasons = pack.closing_names().reasons.iter();
    let reasons = reasons.map(|reason| reason.id.as_str());
    file.known("reason", &raw.reason, reasons);
    let days = days(file, &raw);
    Some(ClosingRow {
        account: AccountId::new(&raw.account),
        reason: ReasonId::new(&raw.reason),
        on: file.day(&raw.on)?,
        name: raw.name,
        days,
    })
}

/// The first and the last day of closing; none where it must be unknown.
fn days(file: &mut TomlFile, raw: &RawClosing) -> Option<(NaiveDate, NaiveDate)> {
    if let (Some(earliest), Some(latest)) = (&raw.earliest, &raw.latest) {
        return file.day(earliest).zip(file.day(latest));
    }
    let one = raw.earliest.as_ref().or(raw.latest.as_ref())?;
    let message = "only one of `earliest` and `latest` is given";
    let help = "write both, the same day twice for one day; neither where the day must be unknown";
    file.fault(Code::Field, one.span(), message, help);
    None
}
