//! Whether everything that is said has a source, and that was checked lately.

use std::collections::HashSet;
use std::ops::Range;

use chrono::NaiveDate;

use crate::closure::Count;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::id::{FactId, SourceId};
use crate::pack::{Fact, Kind, Pack, STALE_AFTER_DAYS, flow_path};

pub(super) fn check(pack: &Pack, today: NaiveDate, faults: &mut Vec<Diagnostic>) {
    faults.extend(checked_days(pack, today));
    faults.extend(without_source(pack));
    faults.extend(known_unknowns(pack));
    faults.extend(unused_facts(pack, &used_in_rules(pack)));
}

fn checked_days(pack: &Pack, today: NaiveDate) -> impl Iterator<Item = Diagnostic> + '_ {
    pack.known().sources().iter().filter_map(move |source| {
        let at = Place::span("data/sources.toml", source.checked_at.clone());
        let (id, checked) = (&source.id, source.checked?);
        let days = today.signed_duration_since(checked).num_days();
        if days < 0 {
            let message =
                format!("the source `{id}` was checked on {checked}, a day still to come");
            let fault = Diagnostic::new(Code::Value, at, message);
            return Some(fault.help(format!("today is {today}: write a day that has been")));
        }
        let message = format!("the source `{id}` was last checked {days} days ago");
        (days > i64::from(STALE_AFTER_DAYS)).then(|| {
            Diagnostic::new(Code::Stale, at, message).help(format!(
                "read it again, mend what has changed, and write checked = {today}"
            ))
        })
    })
}

fn without_source(pack: &Pack) -> Vec<Diagnostic> {
    let known = pack.known();
    let (facts, links) = (known.facts.iter(), known.links.iter());
    let (accounts, desks) = (known.accounts.iter(), known.desks.iter());
    let facts = facts.map(|it| ("fact", it.id.as_str(), &it.span, &it.sources));
    let links = links.map(|it| ("link", it.id.as_str(), &it.span, &it.sources));
    let accounts = accounts.map(|it| ("account", it.id.as_str(), &it.span, &it.sources));
    let desks = desks.map(|it| ("desk", it.id.as_str(), &it.span, &it.sources));
    let all = facts.chain(links).chain(accounts).chain(desks);
    let bare = all.filter(|(.., sources)| sources.is_empty());
    let shared = bare.map(|(kind, id, span, _)| {
        let path = format!("data/{kind}s.toml");
        no_source(&path, kind, id, span)
    });
    shared.chain(nodes_without_source(pack)).collect()
}

/// A question asks; whatever else is said in a flow is a statement, and has a source.
fn nodes_without_source(pack: &Pack) -> impl Iterator<Item = Diagnostic> + '_ {
    let flows = pack.flow_ids().filter_map(|id| pack.draft(id));
    flows.flat_map(|flow| {
        let states = |kind: &Kind| !matches!(kind, Kind::Question(_));
        let nodes = flow.nodes().iter();
        let bare = nodes.filter(move |node| node.sources.is_empty() && states(&node.kind));
        let path = flow_path(flow.id());
        bare.map(move |node| no_source(&path, "node", node.id.as_str(), &node.span))
    })
}

fn no_source(path: &str, kind: &str, id: &str, span: &Range<usize>) -> Diagnostic {
    let message = format!("the {kind} `{id}` says something without a source");
    Diagnostic::new(Code::NoSource, Place::span(path, span.clone()), message)
        .help("name where it comes from: sources = [\"…\"], with an id of data/sources.toml")
}

/// What the pack says it does not know, and yet has as a fact or a link.
fn known_unknowns(pack: &Pack) -> Vec<Diagnostic> {
    let unknown = pack.manifest().unknown.iter();
    let unknown: HashSet<&str> = unknown.map(|unknown| unknown.id.as_str()).collect();
    let known = pack.known();
    let facts = known.facts.iter();
    let facts = facts.map(|fact| ("data/facts.toml", fact.id.as_str(), &fact.span));
    let links = known.links.iter();
    let links = links.map(|link| ("data/links.toml", link.id.as_str(), &link.span));
    let both = facts.chain(links).filter(|(_, id, _)| unknown.contains(id));
    both.map(|(path, id, span)| {
        let message = format!("`{id}` is known here, but data/pack.toml lists it as unknown");
        Diagnostic::new(Code::UnknownUsed, Place::span(path, span.clone()), message).help(format!(
            "take away the `[[unknown]]` with the id `{id}`, or this"
        ))
    })
    .collect()
}

fn used_in_rules(pack: &Pack) -> HashSet<FactId> {
    let rules = pack.closings().map(|closings| closings.rules.iter());
    let in_rules = rules
        .into_iter()
        .flatten()
        .filter_map(|rule| match &rule.parts().count {
            Count::DaysAfter { fact, .. } => Some(fact.clone()),
            _ => None,
        });
    let flows = pack.flow_ids().filter_map(|id| pack.draft(id));
    let waits = flows
        .flat_map(|flow| flow.nodes())
        .filter_map(|node| match &node.kind {
            Kind::Wait { minutes, .. } => Some(minutes.clone()),
            _ => None,
        });
    in_rules.chain(waits).collect()
}

fn unused_facts(pack: &Pack, used: &HashSet<FactId>) -> Vec<Diagnostic> {
    let closings = pack.closings().map(|closings| closings.rules.iter());
    let sound = closings.into_iter().flatten().count();
    // A rule that lacks its days may have meant any of them, and what cannot be read may say it.
    if sound < pack.closing_names().rules.len() || pack.files().lost().next().is_some() {
        return Vec::new();
    }
    let left: Vec<_> = pack
        .known()
        .facts
        .iter()
        .filter(|fact| !used.contains(&fact.id))
        .map(|fact| (fact, format!("${}", fact.id)))
        .collect();
    if left.is_empty() {
        return Vec::new();
    }
    let words: Vec<&str> = pack
        .files()
        .iter()
        .filter(|(path, _)| path.ends_with(".ftl"))
        .filter_map(|(path, _)| pack.files().text(path))
        .collect();
    // A rule or a wait that could not be read may name it all the same.
    let quoted = |fact: &Fact| {
        let name = format!("\"{}\"", fact.id);
        let mut files = pack.files().iter();
        files.any(|(path, _)| {
            let text = pack.files().text(path).unwrap_or_default();
            path.ends_with(".toml") && path != "data/facts.toml" && text.contains(&name)
        })
    };
    let unsaid = left
        .into_iter()
        .filter(|(_, name)| !words.iter().any(|text| names(text, name)))
        .filter(|(fact, _)| !quoted(fact));
    unsaid
        .map(|(fact, name)| {
            let at = Place::span("data/facts.toml", fact.span.clone());
            let message = format!("nothing uses the fact `{}`", fact.id);
            Diagnostic::new(Code::UnusedFact, at, message).help(format!(
                "say it in a sentence as {{ {name} }}, or take it away"
            ))
        })
        .collect()
}

/// Whether a text has a name that does not go on after it.
fn names(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let after = text
            .get(at + name.len()..)
            .and_then(|rest| rest.chars().next());
        !after.is_some_and(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
    })
}

/// The sources that two lists have in common.
pub(super) fn share(one: &[SourceId], other: &[SourceId]) -> bool {
    one.iter().any(|source| other.contains(source))
}
