//! What came of a walk, for people and for machines.

use chrono::SecondsFormat;
use serde_json::{Value, json};

use crate::app::Model;
use crate::case::{Case, Choice, Here, NodeRef, choices};
use crate::choices::Choices;
use crate::i18n::{Moment, Text, wait_words};
use crate::pack::{Kind, Node, Pack};
use crate::plain::{page, speak};
use crate::ui::{Block, Page, choice_text};

/// Where the replies led.
pub(super) struct Walked {
    /// The case, as far as it came.
    pub(super) case: Case,
    /// The end of each wait on the way.
    pub(super) waits: Vec<(NodeRef, Moment)>,
    /// Replies that are not on the way.
    pub(super) unused: Vec<(NodeRef, Choice)>,
}

impl Walked {
    /// Whether nothing is left to reply.
    pub(super) fn is_at_end(&self, pack: &Pack) -> bool {
        let here = self.case.walk(pack).here;
        matches!(here, Here::Node { node, .. } if matches!(node.kind, Kind::End(_)))
    }
}

/// The way there, and the page at its end.
pub(super) fn as_text(model: &Model, walked: &Walked) -> String {
    let walk = walked.case.walk(model.pack());
    let steps = walk.steps.iter().map(|step| {
        let reply = said(model, &step.place, &step.reply.choice);
        format!("{} {reply}", asks(model, walked, &step.place))
    });
    let unused = walked.unused.iter().map(|(place, choice)| {
        let reply = written(&walked.case, place, choice);
        format!("(not on the way: {reply})")
    });
    let derived = model.derive();
    let end = without_choices(page(&derived));
    let lines = steps.chain(unused).chain([String::new()]);
    let lines: Vec<String> = lines.chain(speak(&derived, &end)).collect();
    lines.join("\n").trim().to_owned()
}

/// There is nobody to choose; of what could be chosen the addresses remain.
fn without_choices(page: Page) -> Page {
    let address = |block: Block| match block {
        Block::Pick(line) => line.below.map(|url| Block::Fact(line.said.words, url)),
        block => Some(block),
    };
    Page {
        main: page.main.into_iter().filter_map(address).collect(),
        side: page.side,
    }
}

/// What is asked where no reply was given, and what can be replied.
pub(super) fn missing(model: &Model, walked: &Walked) -> String {
    let Here::Node { place, node } = walked.case.walk(model.pack()).here else {
        return "the flow goes on in one that cannot be opened: `balie check` tells why".to_owned();
    };
    let rows = allowed(model, walked, &place, node);
    let rows = rows.map(|(reply, says)| format!("\n  {reply:<32} {says}"));
    format!(
        "no reply to `{}`: {}\nOne of these is needed:{}",
        place.within(&walked.case.entry().flow),
        asks(model, walked, &place),
        rows.collect::<String>()
    )
}

/// The same for machines; `allowed` stands there only where a reply is missing.
pub(super) fn as_json(model: &Model, walked: &Walked) -> String {
    let walk = walked.case.walk(model.pack());
    let path = walk.steps.iter().map(|step| {
        json!({
            "at": step.place.to_string(),
            "says": asks(model, walked, &step.place),
            "reply": step.reply.choice.name(),
            "reply-says": said(model, &step.place, &step.reply.choice),
        })
    });
    let unused = walked.unused.iter();
    let unused = unused.map(|(place, choice)| written(&walked.case, place, choice));
    let last = walked.waits.last();
    let mut answer = json!({
        "flow": walked.case.entry().flow.as_str(),
        "language": model.words().language(model.person_lang()).to_string(),
        "path": path.collect::<Vec<_>>(),
        "until": last.map(|(_, until)| until.to_rfc3339_opts(SecondsFormat::Secs, false)),
        "unused": unused.collect::<Vec<_>>(),
    });
    if let (Here::Node { place, node }, Some(fields)) = (&walk.here, answer.as_object_mut()) {
        fields.insert("at".to_owned(), json!(place.to_string()));
        fields.insert("says".to_owned(), json!(asks(model, walked, place)));
        let (key, value) = here_json(model, walked, place, node);
        fields.insert(key.to_owned(), value);
    }
    format!("{answer:#}")
}

/// How a walk ended, or what can be replied where it stopped.
fn here_json(
    model: &Model,
    walked: &Walked,
    place: &NodeRef,
    node: &Node,
) -> (&'static str, Value) {
    let Kind::End(outcomes) = &node.kind else {
        let allowed = allowed(model, walked, place, node);
        let allowed = allowed.map(|(reply, says)| json!({ "reply": reply, "says": says }));
        return ("allowed", allowed.collect());
    };
    let known = model.pack().known();
    let links = node.links.iter().filter_map(|link| known.link(link));
    let links: Vec<&str> = links.map(|link| link.url.as_str()).collect();
    let outcomes: Vec<&str> = outcomes.iter().map(|outcome| outcome.name()).collect();
    let sources: Vec<&str> = node.sources.iter().map(|id| id.as_str()).collect();
    let end = json!({ "outcome": outcomes, "links": links, "sources": sources });
    ("end", end)
}

/// What can be replied at a node: as it is written, and as it is said.
fn allowed(
    model: &Model,
    walked: &Walked,
    place: &NodeRef,
    node: &Node,
) -> impl Iterator<Item = (String, String)> {
    let choices = choices(&node.kind).into_iter();
    choices.map(|choice| {
        let reply = written(&walked.case, place, &choice);
        (reply, said(model, place, &choice))
    })
}

/// What is asked or advised at a place; a wait says until when.
fn asks(model: &Model, walked: &Walked, place: &NodeRef) -> String {
    let voice = model.person_voice();
    let wait = walked.waits.iter().find(|(at, _)| at == place).into_iter();
    let args = wait.flat_map(|(_, until)| wait_words(voice, &model.now, until));
    let text = Text::Flow(&place.flow, place.node.to_string());
    voice.say_with(&text, args)
}

fn said(model: &Model, place: &NodeRef, choice: &Choice) -> String {
    model.person_voice().say(&choice_text(place, choice))
}

/// A reply as it is written: without the flow where the walk began.
fn written(case: &Case, place: &NodeRef, choice: &Choice) -> String {
    format!("{}={}", place.within(&case.entry().flow), choice.name())
}
