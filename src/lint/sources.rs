//! Whether everything that is said has a source, and that was checked lately.

use chrono::NaiveDate;

use super::known_entries::known_entries;
use crate::diagnostic::{Code, Diagnostic, FilePlace};
use crate::id::SourceId;
use crate::pack::{Kind, Pack, flow_path};

/// After how many days a source counts as checked too long ago.
const STALE_AFTER: i64 = 180;

pub(super) fn check(pack: &Pack, today: NaiveDate) -> Vec<Diagnostic> {
    checked_days(pack, today)
        .chain(entries_without_source(pack))
        .chain(nodes_without_source(pack))
        .collect()
}

fn checked_days(pack: &Pack, today: NaiveDate) -> impl Iterator<Item = Diagnostic> + '_ {
    pack.known().sources.iter().filter_map(move |source| {
        let checked = source.checked.as_ref()?;
        let at = FilePlace::span("data/sources.toml", checked.span());
        let (id, checked) = (&source.id, checked.day()?);
        let days = today.signed_duration_since(checked).num_days();
        if days < 0 {
            let message =
                format!("the source `{id}` was checked on {checked}, a day still to come");
            let fault = Diagnostic::new(Code::Value, at, message);
            return Some(fault.help(format!("today is {today}: write a day that has been")));
        }
        let message = format!("the source `{id}` was last checked {days} days ago");
        (days > STALE_AFTER).then(|| {
            Diagnostic::new(Code::Stale, at, message).help(format!(
                "read it again, mend what has changed, and write checked = {today}"
            ))
        })
    })
}

fn entries_without_source(pack: &Pack) -> impl Iterator<Item = Diagnostic> + '_ {
    let bare = known_entries(pack).filter(|entry| entry.sources.is_empty());
    bare.map(|entry| no_source(entry.place(), entry.kind, entry.id))
}

/// A question asks; whatever else is said in a flow is a statement, and has a source.
fn nodes_without_source(pack: &Pack) -> impl Iterator<Item = Diagnostic> + '_ {
    let flows = pack.flow_ids().filter_map(|id| pack.draft(id));
    flows.flat_map(|flow| {
        let path = flow_path(flow.id());
        let nodes = flow.nodes().iter().filter(|node| node.sources.is_empty());
        let bare = nodes.filter(|node| !matches!(node.kind, Kind::Question(_)));
        bare.map(move |node| {
            let place = FilePlace::span(&path, node.span.clone());
            no_source(place, "node", node.id.as_str())
        })
    })
}

fn no_source(place: FilePlace, kind: &str, id: &str) -> Diagnostic {
    let message = format!("the {kind} `{id}` says something without a source");
    Diagnostic::new(Code::NoSource, place, message)
        .help("name where it comes from: sources = [\"…\"], with an id of data/sources.toml")
}

/// The sources that two lists have in common.
pub(super) fn share(one: &[SourceId], other: &[SourceId]) -> bool {
    one.iter().any(|source| other.contains(source))
}
