//! Facts that nothing uses, and facts that the pack says it does not know.

use std::collections::HashSet;

use super::known_entries::known_entries;
use crate::closure::Count;
use crate::diagnostic::{Code, Diagnostic, FilePlace};
use crate::id::FactId;
use crate::pack::{Fact, Kind, Pack};

pub(super) fn check(pack: &Pack) -> Vec<Diagnostic> {
    let mut faults = known_unknowns(pack);
    faults.extend(unused_facts(pack));
    faults
}

/// What the pack says it does not know, and yet has as a fact or a link.
fn known_unknowns(pack: &Pack) -> Vec<Diagnostic> {
    let unknown = pack.manifest().unknown.iter();
    let unknown: HashSet<&str> = unknown.map(|unknown| unknown.id.as_str()).collect();
    let stated = known_entries(pack).filter(|entry| matches!(entry.kind, "fact" | "link"));
    let both = stated.filter(|entry| unknown.contains(entry.id));
    let fault = both.map(|entry| {
        let id = entry.id;
        let message = format!("`{id}` is known here, but data/pack.toml lists it as unknown");
        let help = format!("take away the `[[unknown]]` with the id `{id}`, or this");
        Diagnostic::new(Code::UnknownUsed, entry.place(), message).help(help)
    });
    fault.collect()
}

fn in_rules(pack: &Pack) -> impl Iterator<Item = &FactId> {
    let closings = pack.closings().into_iter();
    let rules = closings.flat_map(|closings| closings.rules.iter());
    rules.filter_map(|rule| match &rule.parts().count {
        Count::DaysAfter { fact, .. } => Some(fact),
        _ => None,
    })
}

fn in_waits(pack: &Pack) -> impl Iterator<Item = &FactId> {
    let flows = pack.flow_ids().filter_map(|id| pack.draft(id));
    let nodes = flows.flat_map(|flow| flow.nodes());
    nodes.filter_map(|node| match &node.kind {
        Kind::Wait { minutes, .. } => Some(minutes),
        _ => None,
    })
}

fn unused_facts(pack: &Pack) -> Vec<Diagnostic> {
    if may_use_any(pack) {
        return Vec::new();
    }
    let used: HashSet<&FactId> = in_rules(pack).chain(in_waits(pack)).collect();
    let facts = pack.known().facts.iter();
    let unused = facts.filter(|fact| !used.contains(&*fact.id) && !is_named(pack, fact));
    let fault = unused.map(|fact| {
        let place = FilePlace::span("data/facts.toml", fact.id.span());
        let help = format!(
            "say it in a sentence as {{ ${} }}, or take it away",
            fact.id
        );
        let message = format!("nothing uses the fact `{}`", fact.id);
        Diagnostic::new(Code::UnusedFact, place, message).help(help)
    });
    fault.collect()
}

/// Whether something that cannot be read may use any fact: a rule that lacks its days, or a file.
fn may_use_any(pack: &Pack) -> bool {
    let rules = pack.closings().into_iter();
    let sound = rules.flat_map(|closings| closings.rules.iter()).count();
    sound < pack.closing_names().rules.len() || pack.files().lost().next().is_some()
}

/// Whether some text names a fact, also one that cannot be read.
fn is_named(pack: &Pack, fact: &Fact) -> bool {
    let (variable, quoted) = (format!("${}", fact.id), format!("\"{}\"", fact.id));
    let mut files = pack.files().iter();
    files.any(|(path, _)| {
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
    text.match_indices(name).any(|(at, _)| {
        let after = text
            .get(at + name.len()..)
            .and_then(|rest| rest.chars().next());
        !after.is_some_and(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
    })
}
