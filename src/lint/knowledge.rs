//! Whether everything that the pack's lists know is used, has a source, and was checked lately.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::drafts;
use crate::closure::Count;
use crate::diagnostic::{Code, Diagnostic, FilePlace};
use crate::id::{FactId, SourceId};
use crate::pack::{Fact, Kind, Pack, STALE_AFTER_DAYS, flow_path};

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
            place: FilePlace::span(concat!("data/", $kind, "s.toml"), entry.id.span()),
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
    let mut faults: Vec<Diagnostic> = known_unknowns(pack).collect();
    if !may_use_any(pack) {
        faults.extend(unused_facts(pack));
    }
    faults.extend(checked_days(pack, today));
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
    pack.known().sources.iter().filter_map(move |source| {
        let (id, written) = (&source.id, source.checked.as_ref()?);
        let checked = written.day()?;
        let days = today.signed_duration_since(checked).num_days();
        let (code, message, help) = match days {
            ..0 => (
                Code::Value,
                format!("the source `{id}` was checked on {checked}, a day still to come"),
                format!("today is {today}: write a day that has been"),
            ),
            days if days > i64::from(STALE_AFTER_DAYS) => (
                Code::Stale,
                format!("the source `{id}` was last checked {days} days ago"),
                format!("read it again, mend what has changed, and write checked = {today}"),
            ),
            _ => return None,
        };
        let place = FilePlace::span("data/sources.toml", written.span());
        Some(Diagnostic::new(code, place, message).help(help))
    })
}

fn no_source(place: FilePlace, kind: &str, id: &str) -> Diagnostic {
    let message = format!("the {kind} `{id}` says something without a source");
    Diagnostic::new(Code::NoSource, place, message)
        .help("name where it comes from: sources = [\"…\"], with an id of data/sources.toml")
}

/// What the pack says it does not know, and yet has as a fact or a link.
fn known_unknowns(pack: &Pack) -> impl Iterator<Item = Diagnostic> + '_ {
    let unknown = pack.manifest().unknown.iter();
    let unknown: HashSet<&str> = unknown.map(|unknown| unknown.id.as_str()).collect();
    let stated = known_entries(pack).filter(|entry| matches!(entry.kind, "fact" | "link"));
    let both = stated.filter(move |entry| unknown.contains(entry.id));
    both.map(|entry| {
        let id = entry.id;
        let message = format!("`{id}` is known here, but data/pack.toml lists it as unknown");
        let help = format!("take away the `[[unknown]]` with the id `{id}`, or this");
        Diagnostic::new(Code::UnknownUsed, entry.place, message).help(help)
    })
}

fn unused_facts(pack: &Pack) -> impl Iterator<Item = Diagnostic> + '_ {
    let nodes = drafts(pack).flat_map(|flow| flow.nodes());
    let in_waits = nodes.filter_map(|node| match &node.kind {
        Kind::Wait { minutes, .. } => Some(minutes),
        _ => None,
    });
    let closings = pack.closings().into_iter();
    let rules = closings.flat_map(|closings| closings.rules.iter());
    let in_rules = rules.filter_map(|rule| match &rule.parts().count {
        Count::DaysAfter { fact, .. } => Some(fact),
        _ => None,
    });
    let used: HashSet<&FactId> = in_rules.chain(in_waits).collect();
    let facts = pack.known().facts.iter();
    let unused = facts.filter(move |fact| !used.contains(&*fact.id) && !is_named(pack, fact));
    unused.map(|fact| {
        let id = &fact.id;
        let place = FilePlace::span("data/facts.toml", id.span());
        let message = format!("nothing uses the fact `{id}`");
        let help = format!("say it in a sentence as {{ ${id} }}, or take it away");
        Diagnostic::new(Code::UnusedFact, place, message).help(help)
    })
}

/// Whether something that cannot be read may use any fact: a rule that lacks its days, or a file.
fn may_use_any(pack: &Pack) -> bool {
    let closings = pack.closings();
    let sound = closings.map_or(0, |closings| closings.rules.iter().count());
    sound < pack.closing_names().rules.len() || pack.files().lost().next().is_some()
}

/// Whether some text names a fact, also one that cannot be read.
fn is_named(pack: &Pack, fact: &Fact) -> bool {
    let (variable, quoted) = (format!("${}", fact.id), format!("\"{}\"", fact.id));
    pack.files().iter().any(|(path, _)| {
        let text = pack.files().text(path).unwrap_or_default();
        if path.ends_with(".ftl") {
            has_name(text, &variable)
        } else {
            path.ends_with(".toml") && path != "data/facts.toml" && text.contains(&quoted)
        }
    })
}

/// Whether a text has a name that does not go on after it.
fn has_name(text: &str, name: &str) -> bool {
    let goes_on = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let mut after = text.split(name).skip(1);
    after.any(|after| !after.starts_with(goes_on))
}
