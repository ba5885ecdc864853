//! What a pack has to be found, and by which words, in every language.

use super::Found;
use crate::case::Place;
use crate::i18n::{Text, Voice, Words, open_wait};
use crate::id::FlowId;
use crate::pack::{Desk, Kind, MenuEntry, Node, Pack};
use crate::search::{Entry, Phrase, Weight};

/// Everything that can be found, what is asked most first: equal hits keep this order.
pub(super) fn all(pack: &Pack, words: &Words) -> impl Iterator<Item = Entry<Found>> {
    let menu: Vec<Found> = pack.manifest().menu.iter().map(menu_entry).collect();
    let beside = beside_menu(pack, menu.clone());
    let flows = pack.flow_ids().filter(|flow| pack.flow(flow).is_ok());
    let known = menu.clone();
    let flows = flows.flat_map(move |flow| {
        let own = Some(Found::Flow(flow.clone())).filter(|own| !known.contains(own));
        own.into_iter().chain(nodes(pack, flow))
    });
    let links = pack.known().links.iter();
    let links = links.map(|link| Found::Link(link.id.clone()));
    let found = menu.into_iter().chain(beside).chain(flows).chain(links);
    found.map(move |target| Entry {
        phrases: phrases(pack, words, &target).collect(),
        target,
    })
}

/// The words at a place in the list by which something can be found in a language.
pub(super) fn phrase(pack: &Pack, voice: Voice<'_>, found: &Found, place: usize) -> Option<String> {
    let mut phrases = phrases_in(voice, texts(pack, found));
    phrases.nth(place).map(|phrase| phrase.text)
}

fn menu_entry(entry: &MenuEntry) -> Found {
    match entry {
        MenuEntry::Flow(flow) => Found::Flow(flow.clone()),
        MenuEntry::Closing => Found::Closing,
        MenuEntry::Desks => Found::Desks,
    }
}

/// What can be found and may have no line of its own on the home screen.
fn beside_menu(pack: &Pack, menu: Vec<Found>) -> impl Iterator<Item = Found> {
    let known = pack.known();
    let accounts = known.accounts.iter();
    let accounts = accounts.map(|account| Found::Account(account.id.clone()));
    let reasons = pack.closings().map(|closings| closings.reasons.iter());
    let reasons = reasons.into_iter().flatten();
    let desks = known.desks.iter();
    accounts
        .chain(reasons.map(|reason| Found::Reason(reason.id.clone())))
        .chain(desks.map(|desk| Found::Desk(desk.id.clone())))
        .filter(move |found| !menu.contains(found))
}

fn nodes(pack: &Pack, flow: &FlowId) -> impl Iterator<Item = Found> {
    let nodes = pack.flow(flow).map(|flow| flow.nodes().iter());
    let place = |node: &Node| Place {
        flow: flow.clone(),
        node: node.id.clone(),
    };
    nodes
        .into_iter()
        .flatten()
        .map(move |node| Found::Node(place(node)))
}

fn phrases<'a>(
    pack: &'a Pack,
    words: &'a Words,
    found: &'a Found,
) -> impl Iterator<Item = Phrase> + use<'a> {
    let texts = texts(pack, found);
    let langs = words.langs();
    langs.flat_map(move |lang| phrases_in(words.voice(lang), texts.clone()))
}

fn phrases_in<'a>(
    voice: Voice<'a>,
    texts: Vec<(Weight, Said<'a>)>,
) -> impl Iterator<Item = Phrase> + use<'a> {
    let texts = texts.into_iter();
    texts.flat_map(move |(weight, said)| said.phrases(voice, weight))
}

/// One of the texts by which something can be found.
#[derive(Clone, Debug)]
enum Said<'a> {
    /// A sentence or name.
    Whole(Text<'a>),
    /// A sentence that may speak of a moment, which nobody searches for.
    Timed(Text<'a>),
    /// Words apart by commas, written down to be found.
    List(Text<'a>),
    /// The same in every language: a room, an address.
    Plain(&'a str),
}

impl Said<'_> {
    fn phrases(&self, voice: Voice<'_>, weight: Weight) -> Vec<Phrase> {
        let said = match self {
            Self::Whole(text) | Self::List(text) => voice.say_if_any(text),
            Self::Timed(text) => voice.say_if_any_with(text, open_wait()),
            Self::Plain(text) => Some((*text).to_owned()),
        };
        let phrase = |text: String| Phrase {
            text,
            weight,
            language: u8::try_from(voice.lang().place()).unwrap_or(u8::MAX),
        };
        match (self, said) {
            (Self::List(_), Some(list)) => {
                let words = list.split(',').map(|words| words.trim().to_owned());
                words.map(phrase).collect()
            }
            (_, said) => said.map(phrase).into_iter().collect(),
        }
    }
}

fn texts<'a>(pack: &'a Pack, found: &'a Found) -> Vec<(Weight, Said<'a>)> {
    let title = |weight| (weight, Said::Whole(found.title()));
    let more = match found {
        Found::Flow(_) | Found::Closing | Found::Desks | Found::Reason(_) => {
            vec![
                (Weight::SearchWord, Said::List(found.part("search"))),
                (Weight::Sentence, Said::Whole(found.part("asks"))),
            ]
        }
        Found::Node(place) => return node_texts(pack, place, found),
        Found::Account(_) => vec![
            (Weight::SearchWord, Said::List(found.part("search"))),
            (Weight::SearchWord, Said::Whole(found.part("sign-in"))),
            (Weight::Sentence, Said::Whole(found.part("opens"))),
        ],
        Found::Desk(id) => {
            let desk = pack.known().desks.iter().find(|desk| desk.id == *id);
            let room = desk.map_or("", |desk: &Desk| &desk.room);
            vec![
                (Weight::SearchWord, Said::Plain(room)),
                (Weight::SearchWord, Said::Whole(found.part("building"))),
                (Weight::SearchWord, Said::List(found.part("search"))),
            ]
        }
        Found::Link(id) => {
            let url = pack.known().link(id).map_or("", |link| &link.url);
            return vec![
                title(Weight::Sentence),
                (Weight::SearchWord, Said::Plain(url)),
            ];
        }
    };
    [title(Weight::Title)].into_iter().chain(more).collect()
}

/// Of a node even the search words weigh no more than a sentence: its flow comes first.
fn node_texts<'a>(pack: &'a Pack, place: &'a Place, found: &'a Found) -> Vec<(Weight, Said<'a>)> {
    let whole = |weight, name: &str| (weight, Said::Whole(found.part(name)));
    let kind = pack.node(&place.flow, &place.node).map(|node| &node.kind);
    let title = match kind {
        Some(Kind::Wait { .. }) => Said::Timed(found.title()),
        _ => Said::Whole(found.title()),
    };
    let mut texts = vec![
        (Weight::Sentence, title),
        (Weight::Sentence, Said::List(found.part("search"))),
        whole(Weight::Aside, "agent"),
        whole(Weight::Aside, "self"),
    ];
    match kind {
        Some(Kind::Question(answers)) => texts.extend(
            answers
                .iter()
                .map(|answer| whole(Weight::Answer, &format!("answer-{}", answer.id))),
        ),
        Some(Kind::Advice { steps, .. }) => texts.extend(
            steps
                .iter()
                .map(|step| whole(Weight::Answer, &format!("step-{step}"))),
        ),
        Some(Kind::Wait { .. } | Kind::End(_)) | None => {}
    }
    texts
}
