//! Which messages a pack asks for: of itself, and of each of its flows.

use std::collections::HashMap;

use super::drafts;
use super::knowledge::known_entries;
use crate::diagnostic::FilePlace;
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
    pub(super) asked: FilePlace,
}

impl RequiredMessage<'_> {
    fn new(id: String, asked: FilePlace, optional: &'static [&'static str]) -> Self {
        Self {
            id,
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
    /// By id; two nodes of one name are a fault of their own.
    numbers: HashMap<String, Vec<usize>>,
    pack: &'p Pack,
    flow: Option<&'p Flow>,
}

impl<'p> Requirements<'p> {
    /// For `pack.ftl`, and for every flow.
    pub(super) fn all(pack: &'p Pack) -> Vec<Self> {
        let own = Self::new(pack, None);
        let flows = drafts(pack).map(|flow| Self::new(pack, Some(flow)));
        [own].into_iter().chain(flows).collect()
    }

    fn new(pack: &'p Pack, flow: Option<&'p Flow>) -> Self {
        let (name, messages) = match flow {
            None => ("pack".to_owned(), messages_of_pack(pack)),
            Some(flow) => (format!("flows/{}", flow.id()), messages_of_flow(flow)),
        };
        let mut numbers: HashMap<String, Vec<usize>> = HashMap::new();
        for (number, message) in messages.iter().enumerate() {
            numbers.entry(message.id.clone()).or_default().push(number);
        }
        Self {
            name,
            messages,
            numbers,
            pack,
            flow,
        }
    }

    fn with_id(&self, id: &str) -> impl Iterator<Item = &RequiredMessage<'p>> {
        let numbers = self.numbers.get(id).into_iter().flatten();
        numbers.filter_map(|number| self.messages.get(*number))
    }

    /// The message of a name.
    pub(super) fn find(&self, id: &str) -> Option<&RequiredMessage<'p>> {
        self.with_id(id).next()
    }

    /// Whether a sentence is asked for.
    pub(super) fn ask_for(&self, id: &str, attribute: &str) -> bool {
        self.with_id(id).any(|message| {
            let mut known = message.known_attributes().chain([""]);
            known.any(|known| known == attribute)
        })
    }

    /// Whether words belong to something that cannot be read, so that it is reported already.
    pub(super) fn is_unreadable(&self, id: &str) -> bool {
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

/// What `pack.ftl` is to say, in the order in which it is asked for.
fn messages_of_pack(pack: &Pack) -> Vec<RequiredMessage<'_>> {
    let (manifest, names) = (pack.manifest(), pack.closing_names());
    let in_manifest = || FilePlace::file("data/pack.toml");
    let in_closings = "data/closings.toml";
    let mut messages = Vec::new();
    let mut ask = |kind: &str, name: &str, asked, may_miss| {
        let asks = (kind == "reason").then(|| "asks".to_owned());
        messages.push(RequiredMessage {
            attributes: asks.into_iter().collect(),
            may_miss,
            ..RequiredMessage::new(format!("{kind}-{name}"), asked, optional_of(kind))
        });
    };
    ask("pack", "name", in_manifest(), false);
    ask("small", "words", in_manifest(), true);
    ask("count", "words", in_manifest(), true);
    for (entry, name) in [(MenuEntry::Closing, "closing"), (MenuEntry::Desks, "desks")] {
        if manifest.is_guess || manifest.menu.contains(&entry) {
            ask("menu", name, in_manifest(), manifest.is_guess);
        }
    }
    for unknown in &manifest.unknown {
        ask("unknown", unknown.id.as_str(), in_manifest(), false);
    }
    for entry in known_entries(pack).filter(|entry| entry.kind != "fact") {
        ask(entry.kind, entry.id, entry.place, false);
    }
    for source in &pack.known().sources {
        let place = FilePlace::span("data/sources.toml", source.id.span());
        ask("source", source.id.as_str(), place, false);
    }
    for reason in &names.reasons {
        let place = FilePlace::span(in_closings, reason.id.span());
        ask("reason", reason.id.as_str(), place, false);
    }
    for (account, reason) in &names.rules {
        let name = format!("{account}-{reason}");
        ask("rule", &name, FilePlace::file(in_closings), true);
    }
    messages
}

/// The attributes that the message of something in the pack may have.
fn optional_of(kind: &str) -> &'static [&'static str] {
    match kind {
        "account" => &["what", "short", "copy", "opens", "sign-in", "search"],
        "desk" => &["building", "search"],
        "source" => &["note"],
        "reason" => &["agent", "search"],
        "pack" | "small" | "rule" => &[],
        _ => &["search"],
    }
}

fn messages_of_flow(flow: &Flow) -> Vec<RequiredMessage<'_>> {
    let path = flow_path(flow.id());
    let title = RequiredMessage::new("title".to_owned(), FilePlace::file(&path), &["search"]);
    let nodes = flow.nodes().iter().map(|node| {
        let optional: &[&str] = match &node.kind {
            Kind::Wait { .. } => &["agent", "self", "over", "search"],
            _ => &["agent", "self", "search"],
        };
        let asked = FilePlace::span(&path, node.span.clone());
        RequiredMessage {
            attributes: attributes_of(&node.kind),
            node: Some(node),
            ..RequiredMessage::new(node.id.to_string(), asked, optional)
        }
    });
    [title].into_iter().chain(nodes).collect()
}

fn attributes_of(kind: &Kind) -> Vec<String> {
    match kind {
        Kind::Question(answers) => {
            let ids = answers.iter().map(|answer| &answer.id);
            ids.map(|id| format!("answer-{id}")).collect()
        }
        Kind::Advice { steps, .. } => steps.iter().map(|step| format!("step-{step}")).collect(),
        Kind::Wait { .. } | Kind::End(_) => Vec::new(),
    }
}
