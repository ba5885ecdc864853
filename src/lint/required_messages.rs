//! Which messages a pack asks for: of itself, and of each of its flows.

use std::collections::HashMap;

use super::known_entries::known_entries;
use crate::diagnostic::Place;
use crate::i18n::WAIT_VARIABLES;
use crate::pack::{Flow, Kind, MenuEntry, Node, Pack, flow_path};

/// A message, and the attributes that it has or may have.
pub(super) struct RequiredMessage<'p> {
    pub(super) id: String,
    pub(super) attributes: Vec<String>,
    /// Whether the pack does without it, as long as no language says it.
    pub(super) may_miss: bool,
    pub(super) optional: &'static [&'static str],
    /// The node that says it.
    pub(super) node: Option<&'p Node>,
    /// Where the pack asks for it.
    pub(super) asked: Place,
}

impl RequiredMessage<'_> {
    fn new(id: impl Into<String>, optional: &'static [&'static str], asked: Place) -> Self {
        Self {
            id: id.into(),
            attributes: Vec::new(),
            may_miss: false,
            optional,
            node: None,
            asked,
        }
    }

    /// All attributes that are known, needed or not.
    pub(super) fn known_attributes(&self) -> impl Iterator<Item = &str> {
        let needed = self.attributes.iter().map(String::as_str);
        needed.chain(self.optional.iter().copied())
    }

    /// Whether it is known in any language, needed or not.
    fn has(&self, attribute: &str) -> bool {
        attribute.is_empty() || self.known_attributes().any(|known| known == attribute)
    }

    /// The variables that a sentence is given besides the pack's figures.
    pub(super) fn given(&self, attribute: &str) -> &'static [&'static str] {
        match (self.node.map(|node| &node.kind), attribute) {
            (Some(Kind::Wait { .. }), "") => &WAIT_VARIABLES,
            (None, "copy") => &["date"],
            _ => &[],
        }
    }
}

/// What the files of one name are to say, in every language.
pub(super) struct Requirements<'p> {
    /// The name of the files: `pack` or `flows/…`.
    pub(super) name: String,
    pub(super) messages: Vec<RequiredMessage<'p>>,
    numbers: HashMap<String, usize>,
    pack: &'p Pack,
    flow: Option<&'p Flow>,
}

impl<'p> Requirements<'p> {
    /// For `pack.ftl`, and for every flow.
    pub(super) fn all(pack: &'p Pack) -> impl Iterator<Item = Self> {
        let own = Self::new("pack".to_owned(), pack, None, messages_of_pack(pack));
        let flows = pack.flow_ids().filter_map(|id| pack.draft(id));
        let flows = flows.map(move |flow| {
            let name = format!("flows/{}", flow.id());
            Self::new(name, pack, Some(flow), messages_of_flow(flow))
        });
        [own].into_iter().chain(flows)
    }

    fn new(
        name: String,
        pack: &'p Pack,
        flow: Option<&'p Flow>,
        messages: Vec<RequiredMessage<'p>>,
    ) -> Self {
        let ids = messages.iter().map(|message| message.id.clone());
        Self {
            name,
            numbers: ids.zip(0..).collect(),
            messages,
            pack,
            flow,
        }
    }

    /// The message of a name.
    pub(super) fn find(&self, id: &str) -> Option<&RequiredMessage<'p>> {
        self.messages.get(*self.numbers.get(id)?)
    }

    /// Whether a sentence is asked for; of two messages with the same id, by either.
    pub(super) fn ask_for(&self, id: &str, attribute: &str) -> bool {
        let same = |message: &&RequiredMessage<'_>| message.id == id;
        self.find(id).is_some_and(|message| message.has(attribute))
            || self
                .messages
                .iter()
                .filter(same)
                .any(|message| message.has(attribute))
    }

    /// Whether words belong to something that cannot be read, so that it is reported already.
    pub(super) fn is_lost(&self, id: &str) -> bool {
        if let Some(flow) = self.flow {
            return flow.has_lost(id);
        }
        match id.split_once('-') {
            Some(("rule", name)) => self.pack.closing_names().has_half(name),
            Some((_, name)) => self.pack.known().is_lost(name),
            None => false,
        }
    }
}

const ACCOUNT: &[&str] = &["what", "short", "copy", "opens", "sign-in", "search"];
const DESK: &[&str] = &["building", "search"];
const NODE: &[&str] = &["agent", "self", "search"];
const WAIT: &[&str] = &["agent", "self", "over", "search"];
const SEARCH: &[&str] = &["search"];

fn messages_of_pack(pack: &Pack) -> Vec<RequiredMessage<'_>> {
    let mut messages = messages_of_manifest(pack);
    messages.extend(messages_of_lists(pack));
    messages.extend(messages_of_closings(pack));
    messages
}

fn messages_of_manifest(pack: &Pack) -> Vec<RequiredMessage<'_>> {
    let manifest = pack.manifest();
    let message = |id: &str, may_miss, optional| RequiredMessage {
        may_miss,
        ..RequiredMessage::new(id, optional, Place::file("data/pack.toml"))
    };
    let mut messages = vec![
        message("pack-name", false, &[]),
        message("small-words", true, &[]),
    ];
    for (entry, id) in [
        (MenuEntry::Closing, "menu-closing"),
        (MenuEntry::Desks, "menu-desks"),
    ] {
        if manifest.is_guess || manifest.menu.contains(&entry) {
            messages.push(message(id, manifest.is_guess, SEARCH));
        }
    }
    let unknown = manifest.unknown.iter();
    messages
        .extend(unknown.map(|unknown| message(&format!("unknown-{}", unknown.id), false, SEARCH)));
    messages
}

fn messages_of_lists(pack: &Pack) -> impl Iterator<Item = RequiredMessage<'_>> {
    let listed = known_entries(pack).filter_map(|entry| {
        let optional = match entry.kind {
            "account" => ACCOUNT,
            "desk" => DESK,
            "link" => SEARCH,
            _ => return None,
        };
        let id = format!("{}-{}", entry.kind, entry.id);
        Some(RequiredMessage::new(id, optional, entry.place()))
    });
    let sources = pack.known().sources().iter().map(|source| {
        let asked = Place::span("data/sources.toml", source.span.clone());
        RequiredMessage::new(format!("source-{}", source.id), &["note"], asked)
    });
    listed.chain(sources)
}

fn messages_of_closings(pack: &Pack) -> impl Iterator<Item = RequiredMessage<'_>> {
    let names = pack.closing_names();
    let reasons = names.reasons.iter().map(|reason| {
        let asked = Place::span("data/closings.toml", reason.span.clone());
        RequiredMessage {
            attributes: vec!["asks".to_owned()],
            ..RequiredMessage::new(format!("reason-{}", reason.id), &["agent", "search"], asked)
        }
    });
    let rules = names.rules.iter().map(|(account, reason)| RequiredMessage {
        may_miss: true,
        ..RequiredMessage::new(
            format!("rule-{account}-{reason}"),
            &[],
            Place::file("data/closings.toml"),
        )
    });
    reasons.chain(rules)
}

fn messages_of_flow(flow: &Flow) -> Vec<RequiredMessage<'_>> {
    let path = flow_path(flow.id());
    let title = RequiredMessage::new("title", SEARCH, Place::file(&path));
    let nodes = flow.nodes().iter().map(|node| {
        let optional = match &node.kind {
            Kind::Wait { .. } => WAIT,
            _ => NODE,
        };
        let asked = Place::span(&path, node.span.clone());
        RequiredMessage {
            attributes: attributes_of(&node.kind),
            node: Some(node),
            ..RequiredMessage::new(node.id.as_str(), optional, asked)
        }
    });
    [title].into_iter().chain(nodes).collect()
}

fn attributes_of(kind: &Kind) -> Vec<String> {
    match kind {
        Kind::Question(answers) => answers
            .iter()
            .map(|answer| format!("answer-{}", answer.id))
            .collect(),
        Kind::Advice { steps, .. } => steps.iter().map(|step| format!("step-{step}")).collect(),
        Kind::Wait { .. } | Kind::End(_) => Vec::new(),
    }
}
