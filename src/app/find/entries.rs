//! What a pack has to be found, and by which words.

use super::found::Found;
use crate::case::NodeRef;
use crate::i18n::{Lang, Localizer, Voice, open_wait};
use crate::id::FlowId;
use crate::pack::{Kind, MenuEntry, Node, Pack};
use crate::search::{Phrase, Weight};

/// Everything that can be found, what is asked most first: equal hits keep this order.
pub(super) fn all(pack: &Pack) -> Vec<Found> {
    let mut all: Vec<Found> = pack.manifest().menu.iter().map(menu_entry).collect();
    let menu = all.clone();
    let (known, closings) = (pack.known(), pack.closings());
    let accounts = known
        .accounts
        .iter()
        .map(|account| Found::Account((*account.id).clone()));
    let reasons = closings.into_iter().flat_map(|closings| &closings.reasons);
    let reasons = reasons.map(|reason| Found::Reason((*reason.id).clone()));
    let desks = known
        .desks
        .iter()
        .map(|desk| Found::Desk((*desk.id).clone()));
    let flows = pack.flow_ids().flat_map(|flow| flow_and_nodes(pack, flow));
    let links = known
        .links
        .iter()
        .map(|link| Found::Link((*link.id).clone()));
    let more = accounts
        .chain(reasons)
        .chain(desks)
        .chain(flows)
        .chain(links);
    all.extend(more.filter(|found| !menu.contains(found)));
    all
}

fn menu_entry(entry: &MenuEntry) -> Found {
    match entry {
        MenuEntry::Flow(flow) => Found::Flow(flow.clone()),
        MenuEntry::Closing => Found::Closing,
        MenuEntry::Desks => Found::Desks,
    }
}

/// A flow and all its nodes, where it is sound.
fn flow_and_nodes(pack: &Pack, id: &FlowId) -> Vec<Found> {
    let Ok(flow) = pack.flow(id) else {
        return Vec::new();
    };
    let place = |node: &Node| NodeRef {
        flow: id.clone(),
        node: node.id.clone(),
    };
    let nodes = flow.nodes().iter().map(|node| Found::Node(place(node)));
    [Found::Flow(id.clone())].into_iter().chain(nodes).collect()
}

/// All phrases by which something can be found, each with its language.
pub(super) fn phrases(pack: &Pack, words: &Localizer, found: &Found) -> Vec<(Lang, Phrase)> {
    let parts = parts(pack, found);
    let same = same_everywhere(pack, found).map(|text| phrase(Weight::SearchWord, text));
    let same = same.map(|phrase| (Lang::MAIN, phrase));
    let said = words.langs().flat_map(|lang| {
        let voice = words.voice(lang);
        let title = voice.say_if_any_with(&found.title(), open_wait());
        let title = title.map(|title| phrase(title_weight(found), &title));
        let parts = parts
            .iter()
            .flat_map(move |(weight, name)| said(voice, found, *weight, name));
        title
            .into_iter()
            .chain(parts)
            .map(move |phrase| (lang, phrase))
    });
    said.chain(same).collect()
}

fn phrase(weight: Weight, text: &str) -> Phrase {
    Phrase {
        text: text.trim().to_owned(),
        weight,
    }
}

/// What a part says; search words stand there with commas in between.
fn said(voice: Voice<'_>, found: &Found, weight: Weight, name: &str) -> Vec<Phrase> {
    match voice.say_if_any(&found.part(name)) {
        Some(list) if name == "search" => {
            list.split(',').map(|text| phrase(weight, text)).collect()
        }
        Some(text) => vec![phrase(weight, &text)],
        None => Vec::new(),
    }
}

/// A node is found after its flow, and a link after what shows it.
fn title_weight(found: &Found) -> Weight {
    match found {
        Found::Node(_) | Found::Link(_) => Weight::Sentence,
        _ => Weight::Title,
    }
}

/// The parts of its message by which something can be found.
fn parts(pack: &Pack, found: &Found) -> Vec<(Weight, String)> {
    let parts: &[(Weight, &str)] = match found {
        Found::Flow(_) | Found::Closing | Found::Desks | Found::Reason(_) => {
            &[(Weight::SearchWord, "search"), (Weight::Sentence, "asks")]
        }
        Found::Account(_) => &[
            (Weight::SearchWord, "search"),
            (Weight::SearchWord, "sign-in"),
            (Weight::Sentence, "opens"),
        ],
        Found::Desk(_) => &[
            (Weight::SearchWord, "building"),
            (Weight::SearchWord, "search"),
        ],
        Found::Node(_) => &[
            (Weight::Sentence, "search"),
            (Weight::Aside, "agent"),
            (Weight::Aside, "self"),
        ],
        Found::Link(_) => &[],
    };
    let parts = parts
        .iter()
        .map(|(weight, name)| (*weight, (*name).to_owned()));
    parts.chain(choices(pack, found)).collect()
}

/// The answers to a question, and the steps of an advice.
fn choices(pack: &Pack, found: &Found) -> Vec<(Weight, String)> {
    let node = match found {
        Found::Node(place) => pack.node(&place.flow, &place.node),
        _ => None,
    };
    let names: Vec<String> = match node.map(|node| &node.kind) {
        Some(Kind::Question(answers)) => answers
            .iter()
            .map(|answer| format!("answer-{}", answer.id))
            .collect(),
        Some(Kind::Advice { steps, .. }) => {
            steps.iter().map(|step| format!("step-{step}")).collect()
        }
        Some(Kind::Wait { .. } | Kind::End(_)) | None => Vec::new(),
    };
    names
        .into_iter()
        .map(|name| (Weight::Answer, name))
        .collect()
}

/// What reads the same in every language: a room, an address.
fn same_everywhere<'a>(pack: &'a Pack, found: &Found) -> Option<&'a str> {
    let known = pack.known();
    match found {
        Found::Desk(id) => {
            let desk = known.desks.iter().find(|desk| desk.id == *id)?;
            Some(&desk.room)
        }
        Found::Link(id) => known.link(id).map(|link| link.url.as_str()),
        _ => None,
    }
}
