//! Facts that nothing uses, and facts that the pack says it does not know.

use std::collections::HashSet;

use super::drafts;
use super::sources::known_entries;
use crate::closure::Count;
use crate::diagnostic::{Code, Diagnostic, FilePlace};
use crate::id::FactId;
use crate::pack::{Fact, Kind, Pack};

pub(super) fn check(pack: &Pack) -> Vec<Diagnostic> {
    let mut faults: Vec<Diagnostic> = known_unknowns(pack).collect();
    if !may_use_any(pack) {
        faults.extend(unused_facts(pack));
    }
    faults
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
    let unused = facts.filter(move |fact| !used.contains(&fact.id) && !is_named(pack, fact));
    unused.map(|fact| {
        let (id, span) = (&fact.id, fact.span.clone());
        let place = FilePlace::span("data/facts.toml", span);
        let message = format!("nothing uses the fact `{id}`");
        let help = format!("say it in a sentence as {{ ${id} }}, or take it away");
        Diagnostic::new(Code::UnusedFact, place, message).help(help)
    })
}

/// Whether something that cannot be read may use any fact: a rule that lacks its days, or a file.
fn may_use_any(pack: &Pack) -> bool {
    let sound = pack
        .closings()
        .map_or(0, |closings| closings.rules.iter().count());
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
