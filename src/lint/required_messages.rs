//! Which messages a pack asks for: of itself, and of each of its flows.

use std::collections::HashMap;

use super::known_entries::known_entries;
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
    fn new(id: impl Into<String>, asked: FilePlace, optional: &'static [&'static str]) -> Self {
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
    /// By id; two nodes of one name are a fault of their own.
    numbers: HashMap<String, Vec<usize>>,
    pack: &'p Pack,
    flow: Option<&'p Flow>,
}

impl<'p> Requirements<'p> {
    /// For `pack.ftl`, and for every flow.
    pub(super) fn all(pack: &'p Pack) -> Vec<Self> {
        let own = Self::new(pack, None);
        let flows = pack.flow_ids().filter_map(|id| pack.draft(id));
        let flows = flows.map(|flow| Self::new(pack, Some(flow)));
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
        self.with_id(id).any(|message| message.has(attribute))
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
    let mut messages = messages_of_manifest(pack);
    let listed = known_entries(pack).filter(|entry| entry.kind != "fact");
    messages.extend(listed.map(|entry| message_of(entry.kind, entry.id, entry.place())));
    for source in &pack.known().sources {
        let asked = FilePlace::span("data/sources.toml", source.id.span());
        messages.push(message_of("source", source.id.as_str(), asked));
    }
    let names = pack.closing_names();
    for reason in &names.reasons {
        let asked = FilePlace::span("data/closings.toml", reason.id.span());
        messages.push(RequiredMessage {
            attributes: vec!["asks".to_owned()],
            ..message_of("reason", reason.id.as_str(), asked)
        });
    }
    for (account, reason) in &names.rules {
        messages.push(RequiredMessage {
            may_miss: true,
            ..message_of(
                "rule",
                &format!("{account}-{reason}"),
                FilePlace::file("data/closings.toml"),
            )
        });
    }
    messages
}

fn messages_of_manifest(pack: &Pack) -> Vec<RequiredMessage<'_>> {
    let manifest = pack.manifest();
    let asked = || FilePlace::file("data/pack.toml");
    let list = |id| RequiredMessage {
        may_miss: true,
        ..RequiredMessage::new(id, asked(), &[])
    };
    let name = RequiredMessage::new("pack-name", asked(), &[]);
    let mut messages = vec![name, list("small-words"), list("count-words")];
    for (entry, name) in [(MenuEntry::Closing, "closing"), (MenuEntry::Desks, "desks")] {
        if manifest.is_guess || manifest.menu.contains(&entry) {
            messages.push(RequiredMessage {
                may_miss: manifest.is_guess,
                ..message_of("menu", name, asked())
            });
        }
    }
    let unknown = manifest.unknown.iter();
    messages.extend(unknown.map(|unknown| message_of("unknown", unknown.id.as_str(), asked())));
    messages
}

/// The message of something that has a name, with the attributes that its kind may have.
fn message_of<'p>(kind: &str, name: &str, asked: FilePlace) -> RequiredMessage<'p> {
    let optional: &[&str] = match kind {
        "account" => &["what", "short", "copy", "opens", "sign-in", "search"],
        "desk" => &["building", "search"],
        "source" => &["note"],
        "reason" => &["agent", "search"],
        "rule" => &[],
        _ => &["search"],
    };
    RequiredMessage::new(format!("{kind}-{name}"), asked, optional)
}

fn messages_of_flow(flow: &Flow) -> Vec<RequiredMessage<'_>> {
    let path = flow_path(flow.id());
    let title = RequiredMessage::new("title", FilePlace::file(&path), &["search"]);
    let nodes = flow.nodes().iter().map(|node| {
        let optional: &[&str] = match &node.kind {
            Kind::Wait { .. } => &["agent", "self", "over", "search"],
            _ => &["agent", "self", "search"],
        };
        let asked = FilePlace::span(&path, node.span.clone());
        RequiredMessage {
            attributes: attributes_of(&node.kind),
            node: Some(node),
            ..RequiredMessage::new(node.id.as_str(), asked, optional)
        }
    });
    [title].into_iter().chain(nodes).collect()
}

fn attributes_of(kind: &Kind) -> Vec<String> {
    match kind {
        Kind::Question(answers) => {
            let answers = answers.iter();
            answers
                .map(|answer| format!("answer-{}", answer.id))
                .collect()
        }
        Kind::Advice { steps, .. } => steps.iter().map(|step| format!("step-{step}")).collect(),
        Kind::Wait { .. } | Kind::End(_) => Vec::new(),
    }
}
