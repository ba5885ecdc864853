//! From a flow's file to a sound flow, or to all that is wrong with it.

use std::ops::Range;

use schemars::JsonSchema;
use serde::Deserialize;

use super::flow::{Answer, Flow, Kind, Lost, Node, Outcome};
use super::knowledge::Knowledge;
use super::links::LinkNames;
use super::sources::SourceNames;
use super::target::Target;
use super::{FLOWS, Files, flow_path, walkable};
use crate::choices::Choices;
use crate::diagnostic::{Code, Diagnostic};
use crate::id::{AnswerId, FactId, FlowId, LinkId, NodeId, StepId};
use crate::toml_file::{Choice, Document, Id, Located, Name, Places, TomlFile};

#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct FlowFile {
    /// The node at which the flow starts.
    #[schemars(required)]
    start: Option<Name>,
    /// Something to ask: two to nine answers. A "don't know" is always one of them.
    #[serde(default)]
    question: Vec<RawQuestion>,
    /// Something to try, in one to nine steps.
    #[serde(default)]
    advice: Vec<RawAdvice>,
    /// Something to wait for.
    #[serde(default)]
    wait: Vec<RawWait>,
    /// What comes of it.
    #[serde(default)]
    end: Vec<RawEnd>,
}

impl Document for FlowFile {
    fn is_whole(&self) -> bool {
        self.start.is_some()
    }
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawQuestion {
    id: Located<Id>,
    /// What can be answered.
    #[schemars(length(min = 2, max = 9))]
    answers: Located<Vec<RawAnswer>>,
    #[serde(default)]
    sources: SourceNames,
    #[serde(default)]
    links: LinkNames,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawAnswer {
    id: Located<Id>,
    /// A node, "flow:name" or "flow:name/node".
    to: Name,
    /// How many minutes ago it was, for a wait that comes later.
    ago: Option<Located<u32>>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawAdvice {
    id: Located<Id>,
    /// What to try, in order.
    #[schemars(length(min = 1, max = 9))]
    steps: Located<Vec<Located<Id>>>,
    /// Where it leads when it helped.
    worked: Name,
    /// Where it leads when it did not help, or was skipped.
    failed: Name,
    #[serde(default)]
    sources: SourceNames,
    #[serde(default)]
    links: LinkNames,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawWait {
    id: Located<Id>,
    /// The name of a fact that says how many minutes.
    minutes: Name,
    /// Where it leads afterwards.
    to: Name,
    #[serde(default)]
    sources: SourceNames,
    #[serde(default)]
    links: LinkNames,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawEnd {
    id: Located<Id>,
    /// One or more ways in which the case ends.
    #[schemars(length(min = 1, max = 9))]
    outcome: Located<Vec<Choice<Outcome>>>,
    #[serde(default)]
    sources: SourceNames,
    #[serde(default)]
    links: LinkNames,
}

/// A flow with faults, and as much of it as could be read.
#[derive(Debug)]
pub(super) struct Unsound {
    /// All that is wrong; never empty.
    pub(super) faults: Vec<Diagnostic>,
    /// What could be read.
    pub(super) draft: Box<Flow>,
}

/// Reads one flow, which may lead to any flow of `files`.
pub(super) fn read(
    id: &FlowId,
    path: &str,
    text: &str,
    known: &Knowledge,
    files: &Files,
) -> Result<Flow, Unsound> {
    let (mut file, read) = TomlFile::read::<FlowFile>(path, text);
    let mut nodes = Nodes {
        file: &mut file,
        known,
        read: Vec::new(),
        targets: Vec::new(),
        seen: Places::new(),
    };
    read.question
        .into_iter()
        .for_each(|raw| nodes.question(raw));
    read.advice.into_iter().for_each(|raw| nodes.advice(raw));
    read.wait.into_iter().for_each(|raw| nodes.wait(raw));
    read.end.into_iter().for_each(|raw| nodes.end(raw));
    let lost = nodes.lost();
    nodes.check_targets(files);
    let start = nodes.start(read.start.as_ref());
    let targets = nodes.targets.iter();
    let targets = targets.map(|(target, written)| (target.clone(), written.span()));
    let targets = targets.collect();
    let mut nodes = nodes.read;
    nodes.sort_by_key(|node| node.span.start);
    walkable::check(&mut file, &nodes);
    let flow = Flow::new(id.clone(), start, nodes)
        .with_targets(targets)
        .with_lost(lost, file.is_broken);
    if file.faults.is_empty() {
        return Ok(flow);
    }
    Err(Unsound {
        faults: file.faults,
        draft: Box::new(flow),
    })
}

/// The nodes of a flow while its file is read.
struct Nodes<'k> {
    file: &'k mut TomlFile,
    known: &'k Knowledge,
    read: Vec<Node>,
    /// Every target with its place, to be looked up once all nodes are known.
    targets: Vec<(Target, Name)>,
    seen: Places,
}

impl Nodes<'_> {
    fn question(&mut self, raw: RawQuestion) {
        self.count(raw.answers.len(), 2, raw.answers.span(), "answers");
        let mut seen = Places::new();
        let mut answers = Vec::new();
        for answer in raw.answers.into_inner() {
            let known = self.file.unique("answer", &mut seen, &answer.id);
            answers.push(Answer {
                id: AnswerId::new(&known),
                to: self.target(answer.to),
                span: answer.id.span(),
                ago_span: answer.ago.as_ref().map_or(answer.id.span(), Located::span),
                ago: answer.ago.map(Located::into_inner),
            });
        }
        self.node(&raw.id, &raw.sources, &raw.links, Kind::Question(answers));
    }

    fn advice(&mut self, raw: RawAdvice) {
        self.count(raw.steps.len(), 1, raw.steps.span(), "steps");
        let mut seen = Places::new();
        let steps = raw.steps.iter();
        let steps = steps.map(|step| StepId::new(&self.file.unique("step", &mut seen, step)));
        let kind = Kind::Advice {
            steps: steps.collect(),
            worked: self.target(raw.worked),
            failed: self.target(raw.failed),
        };
        self.node(&raw.id, &raw.sources, &raw.links, kind);
    }

    fn wait(&mut self, raw: RawWait) {
        let minutes = FactId::new(&raw.minutes);
        match self.known.fact(&minutes) {
            None => self.known.no_fact(self.file, &raw.minutes),
            Some(fact) if fact.value == 0 => {
                let message = format!("a wait of no time: the fact `{minutes}` is 0");
                self.file.fault(
                    Code::NoWait,
                    raw.minutes.span(),
                    message,
                    "name a fact of at least 1 minute, or lead straight to what comes after",
                );
            }
            Some(_) => {}
        }
        let kind = Kind::Wait {
            minutes,
            to: self.target(raw.to),
        };
        self.node(&raw.id, &raw.sources, &raw.links, kind);
    }

    fn end(&mut self, raw: RawEnd) {
        if raw.outcome.is_empty() {
            let message = format!("the end `{}` does not say what comes of it", &**raw.id);
            let names: Vec<&str> = Outcome::names().collect();
            let help = format!("name one or more of: {}", names.join(", "));
            self.no_outcome(&raw, message, help);
        }
        let named = raw.outcome.iter();
        let outcome = named.filter_map(|name| self.file.one_of("outcome", name));
        let outcome: Vec<Outcome> = outcome.collect();
        self.file
            .once("outcome", raw.outcome.iter().map(|name| &**name));
        if outcome.contains(&Outcome::Link) && raw.links.is_empty() {
            let message = "the person goes on at an address, and none is named".to_owned();
            let help = "add `links = [\"…\"]`, with an id of data/links.toml".to_owned();
            self.no_outcome(&raw, message, help);
        }
        self.node(&raw.id, &raw.sources, &raw.links, Kind::End(outcome));
    }

    fn no_outcome(&mut self, raw: &RawEnd, message: String, help: String) {
        let span = raw.outcome.span();
        self.file.fault(Code::NoOutcome, span, message, help);
    }

    fn node(&mut self, id: &Located<Id>, sources: &[Name], links: &[Name], kind: Kind) {
        let known = self.file.unique("node", &mut self.seen, id);
        self.file.once("links", links);
        self.file.once("sources", sources);
        for link in links {
            if self.known.link(&LinkId::new(link)).is_none() {
                self.known.no_link(self.file, link);
            }
        }
        self.read.push(Node {
            id: NodeId::new(&known),
            kind,
            sources: self.known.sources_of(self.file, sources),
            links: links.iter().map(|link| LinkId::new(link)).collect(),
            span: id.span(),
        });
    }

    /// Each of some things stands under a digit of the keyboard.
    fn count(&mut self, number: usize, least: usize, span: Range<usize>, what: &str) {
        if (least..=9).contains(&number) {
            return;
        }
        let message = format!("{number} of the {what}, where {least} to 9 are possible");
        let help = if number < least {
            format!("write at least {least} of them between the `[` and the `]`")
        } else {
            "each stands under a digit of the keyboard, 1 to 9: split what has more".to_owned()
        };
        self.file.fault(Code::Count, span, message, help);
    }

    /// The nodes that could not be read; other nodes may lead to them all the same.
    fn lost(&mut self) -> Vec<Lost> {
        let mut lost = Vec::new();
        for partial in self.file.partials.drain(..) {
            let id = partial.text("id").to_owned();
            lost.push(Lost {
                id: NodeId::new(&id),
                targets: partial
                    .texts
                    .iter()
                    .map(|text| Target::read(text))
                    .collect(),
            });
            self.seen.insert(id, partial.span);
        }
        lost
    }

    fn target(&mut self, written: Name) -> Target {
        let target = Target::read(&written);
        self.targets.push((target.clone(), written));
        target
    }

    /// The node at which the flow starts; it has no name where the file does not say which.
    fn start(&mut self, start: Option<&Name>) -> NodeId {
        if let Some(start) = start.filter(|start| !self.seen.contains_key(start.as_str())) {
            let known = self.seen.keys().map(String::as_str);
            self.file.dangling("node", start, known);
        }
        NodeId::new(start.map_or("", |start| start))
    }

    fn check_targets(&mut self, files: &Files) {
        for (target, written) in &self.targets {
            match target {
                Target::Here(node) if !self.seen.contains_key(node.as_str()) => {
                    let known = self.seen.keys().map(String::as_str);
                    self.file.dangling("node", written, known);
                }
                Target::Start(flow) | Target::There(flow, _) if !files.has(&flow_path(flow)) => {
                    let flows = files.stems(FLOWS, "toml");
                    let known: Vec<String> = flows.map(|flow| format!("flow:{flow}")).collect();
                    let known = known.iter().map(String::as_str);
                    self.file.dangling("flow", written, known);
                }
                _ => {}
            }
        }
    }
}
