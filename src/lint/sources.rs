//! Whether everything that is said has a source, and that was checked lately.

use chrono::NaiveDate;

use super::drafts;
use crate::diagnostic::{Code, Diagnostic, FilePlace};
use crate::id::SourceId;
use crate::pack::{Kind, Pack, STALE_AFTER_DAYS, flow_path};

/// Something with a name in one of the pack's lists.
pub(super) struct KnownEntry<'p> {
    /// What it is: `link`.
    pub(super) kind: &'static str,
    pub(super) id: &'p str,
    sources: &'p [SourceId],
    /// Where its file names it.
    pub(super) place: FilePlace,
}

macro_rules! entries {
    ($kind:literal, $list:expr) => {
        $list.iter().map(|entry| KnownEntry {
            kind: $kind,
            id: entry.id.as_str(),
            sources: &entry.sources,
            place: FilePlace::span(concat!("data/", $kind, "s.toml"), entry.span.clone()),
        })
    };
}

/// Facts, accounts, links and desks.
pub(super) fn known_entries(pack: &Pack) -> impl Iterator<Item = KnownEntry<'_>> {
    let known = pack.known();
    entries!("fact", known.facts)
        .chain(entries!("account", known.accounts))
        .chain(entries!("link", known.links))
        .chain(entries!("desk", known.desks))
}

pub(super) fn check(pack: &Pack, today: NaiveDate) -> Vec<Diagnostic> {
    let mut faults: Vec<Diagnostic> = checked_days(pack, today).collect();
    let entries = known_entries(pack).filter(|entry| entry.sources.is_empty());
    faults.extend(entries.map(|entry| no_source(entry.place, entry.kind, entry.id)));
    // A question asks; whatever else is said in a flow is a statement, and has a source.
    for flow in drafts(pack) {
        let nodes = flow.nodes().iter().filter(|node| node.sources.is_empty());
        for node in nodes.filter(|node| !matches!(node.kind, Kind::Question(_))) {
            let place = FilePlace::span(&flow_path(flow.id()), node.span.clone());
            faults.push(no_source(place, "node", node.id.as_str()));
        }
    }
    faults
}

fn checked_days(pack: &Pack, today: NaiveDate) -> impl Iterator<Item = Diagnostic> + '_ {
    pack.known().sources().iter().filter_map(move |source| {
        let (id, checked) = (&source.id, source.checked?);
        let days = today.signed_duration_since(checked).num_days();
        let (code, message, help) = if days < 0 {
            (
                Code::Value,
                format!("the source `{id}` was checked on {checked}, a day still to come"),
                format!("today is {today}: write a day that has been"),
            )
        } else if days > i64::from(STALE_AFTER_DAYS) {
            (
                Code::Stale,
                format!("the source `{id}` was last checked {days} days ago"),
                format!("read it again, mend what has changed, and write checked = {today}"),
            )
        } else {
            return None;
        };
        let place = FilePlace::span("data/sources.toml", source.checked_at.clone());
        Some(Diagnostic::new(code, place, message).help(help))
    })
}

fn no_source(place: FilePlace, kind: &str, id: &str) -> Diagnostic {
    let message = format!("the {kind} `{id}` says something without a source");
    Diagnostic::new(Code::NoSource, place, message)
        .help("name where it comes from: sources = [\"…\"], with an id of data/sources.toml")
}
