//! Reading scenarios: what is replied, and what must come out.

use std::collections::BTreeMap;
use std::ops::Range;

use chrono::NaiveDate;
use serde::Deserialize;
use toml::Spanned;

use crate::case::{Choice, Place, choices};
use crate::diagnostic::{Code, Diagnostic};
use crate::i18n::Moment;
use crate::id::{AccountId, FlowId, NodeId, ReasonId};
use crate::pack::Pack;
use crate::toml_file::{FileShape, Shape, TomlFile, dangling, day};

type Name = Spanned<String>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawScenario {
    name: Name,
    now: Option<Spanned<toml::value::Datetime>>,
    replies: BTreeMap<Name, Name>,
    end: Name,
    until: Option<Name>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawClosing {
    name: Name,
    account: Name,
    reason: Name,
    on: Spanned<toml::value::Datetime>,
    earliest: Option<Spanned<toml::value::Datetime>>,
    latest: Option<Spanned<toml::value::Datetime>>,
}

/// A walk that must come out somewhere.
#[derive(Debug)]
pub(super) struct Scenario {
    pub(super) name: String,
    pub(super) span: Range<usize>,
    pub(super) flow: FlowId,
    pub(super) now: Moment,
    pub(super) replies: Vec<Row>,
    pub(super) end: Place,
    pub(super) end_span: Range<usize>,
    /// Until when the last wait must last, as on a clock.
    pub(super) until: Option<(String, Range<usize>)>,
}

/// What is replied at a place.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) place: Place,
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

/// The shape of a file of scenarios.
pub(super) fn shape() -> FileShape {
    FileShape {
        kind: "scenarios",
        head: Shape::Table(Vec::new()),
        lists: vec![
            ("scenario", Shape::of::<RawScenario>()),
            ("closing", Shape::of::<RawClosing>()),
        ],
    }
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
    let mut file = TomlFile::parse(&path, text);
    let flow = FlowId::new(stem);
    let raw = file.items::<RawScenario>("scenario");
    let count = raw.len();
    let scenarios = raw
        .into_iter()
        .filter_map(|raw| scenario(pack, &mut file, &flow, raw));
    let scenarios: Vec<Scenario> = scenarios.collect();
    let raw = file.items::<RawClosing>("closing");
    let closings = raw
        .into_iter()
        .filter_map(|raw| closing(pack, &mut file, &raw));
    let closings = closings.collect();
    file.nothing_else();
    faults.append(&mut file.faults);
    Some(ScenarioFile {
        is_partial: !file.lost.is_empty() || scenarios.len() < count,
        path,
        scenarios,
        closings,
    })
}

fn scenario(
    pack: &Pack,
    file: &mut TomlFile<'_>,
    flow: &FlowId,
    raw: RawScenario,
) -> Option<Scenario> {
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
        name: raw.name.get_ref().clone(),
        span: raw.name.span(),
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
    file: &mut TomlFile<'_>,
    until: Option<Name>,
    now: Option<Moment>,
) -> Option<(String, Range<usize>)> {
    let until = until?;
    if now.is_none() {
        let message = "`until` is said without `now`, the moment at which the case begins";
        let fault = file.fault(Code::Field, until.span(), message);
        fault.help.push(
            "write `now = 2026-11-24T14:19:00` above it, with a day and a time of your own"
                .to_owned(),
        );
        return None;
    }
    Some((until.get_ref().clone(), until.span()))
}

fn row(
    pack: &Pack,
    file: &mut TomlFile<'_>,
    flow: &FlowId,
    key: &Name,
    reply: &Name,
) -> Option<Row> {
    let place = place(pack, file, flow, key)?;
    let node = pack.draft(&place.flow)?.node(&place.node)?;
    let known = choices(&node.kind);
    let choice = known.iter().find(|known| known.name() == reply.get_ref());
    if choice.is_none() {
        let kind = format!("reply at `{}`", key.get_ref());
        dangling(file, &kind, reply, known.iter().map(Choice::name));
    }
    Some(Row {
        place,
        choice: choice?.clone(),
        span: key.span(),
    })
}

/// The place that `node` or `flow/node` means.
fn place(pack: &Pack, file: &mut TomlFile<'_>, flow: &FlowId, name: &Name) -> Option<Place> {
    let (of, node) = match name.get_ref().split_once('/') {
        Some((flow, node)) => (FlowId::new(flow), node),
        None => (flow.clone(), name.get_ref().as_str()),
    };
    let Some(other) = pack.draft(&of) else {
        let known = pack.flow_ids().map(FlowId::as_str);
        let known: Vec<String> = known.map(|flow| format!("{flow}/{node}")).collect();
        dangling(file, "flow", name, known.iter().map(String::as_str));
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
            dangling(file, "node", name, nodes.iter().map(String::as_str));
        }
        return None;
    }
    Some(Place { flow: of, node: id })
}

fn moment(file: &mut TomlFile<'_>, written: &Spanned<toml::value::Datetime>) -> Option<Moment> {
    let time = written.get_ref().time.and_then(|time| {
        let (hour, minute) = (u32::from(time.hour), u32::from(time.minute));
        let second = u32::from(time.second.unwrap_or_default());
        chrono::NaiveTime::from_hms_opt(hour, minute, second)
    });
    let local = day(file, written)?.and_time(time.unwrap_or_default());
    Some(local.and_utc().fixed_offset())
}

fn closing(pack: &Pack, file: &mut TomlFile<'_>, raw: &RawClosing) -> Option<ClosingRow> {
    let accounts = pack
        .known()
        .accounts
        .iter()
        .map(|account| account.id.as_str());
    if !pack.known().is_lost(raw.account.get_ref()) {
        known(file, "account", &raw.account, accounts.collect());
    }
    let reasons = pack.closing_names().reasons.iter();
    let reasons = reasons.map(|reason| reason.id.as_str());
    known(file, "reason", &raw.reason, reasons.collect());
    let days = match (&raw.earliest, &raw.latest) {
        (Some(earliest), Some(latest)) => day(file, earliest).zip(day(file, latest)),
        (None, None) => None,
        (Some(one), None) | (None, Some(one)) => {
            file.fault(
                Code::Field,
                one.span(),
                "only one of `earliest` and `latest` is given",
            )
            .help
            .push(
                "write both, the same day twice for one day; neither where the day must be unknown"
                    .to_owned(),
            );
            None
        }
    };
    Some(ClosingRow {
        name: raw.name.get_ref().clone(),
        span: raw.name.span(),
        account: AccountId::new(raw.account.get_ref()),
        reason: ReasonId::new(raw.reason.get_ref()),
        on: day(file, &raw.on)?,
        days,
    })
}

fn known(file: &mut TomlFile<'_>, kind: &str, name: &Name, names: Vec<&str>) {
    if !names.contains(&name.get_ref().as_str()) {
        dangling(file, kind, name, names);
    }
}
