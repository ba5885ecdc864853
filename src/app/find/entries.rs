//! What a pack has to be found, and by which words.

use super::beginnings::safe;
use super::found::Found;
use crate::case::NodeRef;
use crate::i18n::{Lang, Localizer, Voice, open_wait};
use crate::id::FlowId;
use crate::pack::{Kind, MenuEntry, Pack};
use crate::search::{Phrase, Weight};

/// Something that can be found.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Findable {
    /// By whose words.
    pub(super) said_of: Found,
    /// What is shown and opened; a flow for those of its nodes at which it is not safe to begin.
    pub(super) opens: Found,
}

impl Findable {
    fn of(found: Found) -> Self {
        Self {
            opens: found.clone(),
            said_of: found,
        }
    }

    /// All phrases by which it can be found, each with its language.
    pub(super) fn phrases(&self, pack: &Pack, words: &Localizer) -> Vec<(Lang, Phrase)> {
        let mut phrases = phrases(pack, words, &self.said_of);
        if self.opens != self.said_of {
            // What is said further on says less of where it begins.
            let weights = phrases.iter_mut().map(|(_, phrase)| &mut phrase.weight);
            weights.for_each(|weight| *weight = Weight::Aside);
        }
        phrases
    }
}

/// Everything that can be found, what is asked most first: equal hits keep this order.
pub(super) fn all(pack: &Pack) -> Vec<Findable> {
    let (known, menu) = (pack.known(), &pack.manifest().menu);
    let mut all: Vec<Findable> = menu.iter().map(menu_entry).map(Findable::of).collect();
    let accounts = known
        .accounts
        .iter()
        .map(|it| Found::Account((*it.id).clone()));
    let reasons = pack.closings().into_iter().flat_map(|it| &it.reasons);
    let reasons = reasons.map(|it| Found::Reason((*it.id).clone()));
    let desks = known.desks.iter().map(|it| Found::Desk((*it.id).clone()));
    all.extend(accounts.chain(reasons).chain(desks).map(Findable::of));
    for flow in pack.flow_ids() {
        let is_on_menu = menu.contains(&MenuEntry::Flow(flow.clone()));
        all.extend(
            flow_and_nodes(pack, flow)
                .into_iter()
                .skip(is_on_menu.into()),
        );
    }
    let links = known.links.iter().map(|it| Found::Link((*it.id).clone()));
    all.extend(links.map(Findable::of));
    all
}

/// What an entry of the menu opens.
pub fn menu_entry(entry: &MenuEntry) -> Found {
    match entry {
        MenuEntry::Flow(flow) => Found::Flow(flow.clone()),
        MenuEntry::Closing => Found::Closing,
        MenuEntry::Desks => Found::Desks,
    }
}

/// A flow and all its nodes, where it is sound.
fn flow_and_nodes(pack: &Pack, id: &FlowId) -> Vec<Findable> {
    let Ok(flow) = pack.flow(id) else {
        return Vec::new();
    };
    let safe = safe(flow);
    let mut entries = vec![Findable::of(Found::Flow(id.clone()))];
    entries.extend(flow.nodes().iter().map(|node| {
        let node_found = Findable::of(Found::Node(NodeRef {
            flow: id.clone(),
            node: node.id.clone(),
        }));
        match safe.contains(&node.id) {
            true => node_found,
            false => Findable {
                opens: Found::Flow(id.clone()),
                ..node_found
            },
        }
    }));
    entries
}

fn phrases(pack: &Pack, words: &Localizer, found: &Found) -> Vec<(Lang, Phrase)> {
    let parts = parts(pack, found);
    let mut phrases = Vec::new();
    for lang in words.langs() {
        let voice = words.voice(lang);
        let title = voice.say_if_any_with(&found.title(), open_wait());
        let title = title.map(|title| phrase(title_weight(found), &title));
        let said = parts
            .iter()
            .flat_map(|(weight, name)| said(voice, found, *weight, name));
        phrases.extend(title.into_iter().chain(said).map(|phrase| (lang, phrase)));
    }
    let same = same_everywhere(pack, found).map(|text| phrase(Weight::SearchWord, text));
    phrases.extend(same.map(|phrase| (Lang::MAIN, phrase)));
    phrases
}

fn phrase(weight: Weight, text: &str) -> Phrase {
    Phrase {
        text: text.trim().to_owned(),
        weight,
    }
}

/// What a part says; search words stand there with commas in between.
fn said(voice: Voice<'_>, found: &Found, weight: Weight, name: &str) -> Vec<Phrase> {
    let text = voice.say_if_any(&found.part(name)).unwrap_or_default();
    let texts = match name {
        "search" => text.split(',').collect(),
        _ => vec![text.as_str()],
    };
    let texts = texts.into_iter().filter(|text| !text.is_empty());
    texts.map(|text| phrase(weight, text)).collect()
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
    use Weight::{Aside, SearchWord, Sentence};
    let parts: &[(Weight, &str)] = match found {
        Found::Flow(_) | Found::Closing | Found::Desks | Found::Reason(_) => {
            &[(SearchWord, "search"), (Sentence, "asks")]
        }
        Found::Account(_) => &[
            (SearchWord, "search"),
            (SearchWord, "sign-in"),
            (Sentence, "opens"),
        ],
        Found::Desk(_) => &[(SearchWord, "building"), (SearchWord, "search")],
        Found::Node(_) => &[(Sentence, "search"), (Aside, "agent"), (Aside, "self")],
        Found::Link(_) => &[],
    };
    let named = parts
        .iter()
        .map(|(weight, name)| (*weight, (*name).to_owned()));
    let choices = choices(pack, found).into_iter();
    named
        .chain(choices.map(|name| (Weight::Answer, name)))
        .collect()
}

/// The answers to a question, and the steps of an advice.
fn choices(pack: &Pack, found: &Found) -> Vec<String> {
    let Found::Node(place) = found else {
        return Vec::new();
    };
    match pack.node(&place.flow, &place.node).map(|node| &node.kind) {
        Some(Kind::Question(answers)) => {
            let ids = answers.iter().map(|answer| &answer.id);
            ids.map(|id| format!("answer-{id}")).collect()
        }
        Some(Kind::Advice { steps, .. }) => steps.iter().map(|id| format!("step-{id}")).collect(),
        Some(Kind::Wait { .. } | Kind::End(_)) | None => Vec::new(),
    }
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
