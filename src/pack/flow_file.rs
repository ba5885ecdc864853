//! From a flow's file to a sound flow, or to all that is wrong with it.

use std::mem;
use std::ops::Range;

use schemars::JsonSchema;
use serde::Deserialize;

use super::circles;
use super::files::{Files, flow_path};
use super::flow::{Answer, Flow, Kind, Lost, Node, Outcome, Target};
use super::knowledge::Knowledge;
use crate::choices::Choices;
use crate::diagnostic::{Code, Diagnostic};
use crate::id::{FactId, FlowId, LinkId, NodeId, SourceId, StepId};
use crate::toml_file::{Choice, Document, Located, Name, Names, Places, TomlFile};

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
    id: Located<NodeId>,
    /// What can be answered.
    #[schemars(length(min = 2, max = 9))]
    answers: Located<Vec<Answer>>,
    /// Names of sources.toml: where this comes from.
    #[serde(default)]
    sources: Names<SourceId>,
    /// Names of links.toml: addresses that help here.
    #[serde(default)]
    links: Names<LinkId>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawAdvice {
    id: Located<NodeId>,
    /// What to try, in order.
    #[schemars(length(min = 1, max = 9))]
    steps: Located<Vec<Located<StepId>>>,
    /// Where it leads when it helped.
    worked: Located<Target>,
    /// Where it leads when it did not help, or was skipped.
    failed: Located<Target>,
    /// Names of sources.toml: where this comes from.
    #[serde(default)]
    sources: Names<SourceId>,
    /// Names of links.toml: addresses that help here.
    #[serde(default)]
    links: Names<LinkId>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawWait {
    id: Located<NodeId>,
    /// The name of a fact that says how many minutes.
    #[schemars(with = "String")]
    minutes: Located<FactId>,
    /// Where it leads afterwards.
    to: Located<Target>,
    /// Names of sources.toml: where this comes from.
    #[serde(default)]
    sources: Names<SourceId>,
    /// Names of links.toml: addresses that help here.
    #[serde(default)]
    links: Names<LinkId>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawEnd {
    id: Located<NodeId>,
    /// One or more ways in which the case ends.
    #[schemars(length(min = 1, max = 9))]
    outcome: Located<Vec<Choice<Outcome>>>,
    /// Names of sources.toml: where this comes from.
    #[serde(default)]
    sources: Names<SourceId>,
    /// Names of links.toml: addresses that help here.
    #[serde(default)]
    links: Names<LinkId>,
}

/// Reads one flow, which may lead to any flow of `files`: as much of it as could be read, and all
/// that is wrong with it.
pub(super) fn read(id: &FlowId, known: &Knowledge, files: &Files) -> (Flow, Vec<Diagnostic>) {
    let path = flow_path(id);
    let (text, unread) = match files.read(&path) {
        Ok(text) => (text, None),
        Err(fault) => ("", Some(vec![*fault])),
    };
    let (file, read) = TomlFile::read::<FlowFile>(&path, text);
    let mut nodes = Nodes {
        file,
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
    nodes.read.sort_by_key(|node| node.span.start);
    circles::check(&mut nodes.file, &nodes.read);
    let flow = Flow {
        id: id.clone(),
        start,
        nodes: nodes.read,
        targets: nodes.targets,
        lost,
        is_broken: nodes.file.is_broken,
    };
    (flow, unread.unwrap_or(nodes.file.faults))
}

/// The nodes of a flow while its file is read.
struct Nodes<'k> {
    file: TomlFile,
    known: &'k Knowledge,
    read: Vec<Node>,
    /// Every target, to be looked up once all nodes are known.
    targets: Vec<Located<Target>>,
    seen: Places,
}

impl Nodes<'_> {
    fn question(&mut self, raw: RawQuestion) {
        self.count(raw.answers.len(), 2, raw.answers.span(), "answers");
        let mut seen = Places::new();
        let mut answers = raw.answers.into_inner();
        for answer in &mut answers {
            self.file.unique("answer", &mut seen, &mut answer.id);
            self.target(&answer.to);
        }
        self.node(raw.id, raw.sources, raw.links, Kind::Question(answers));
    }

    fn advice(&mut self, mut raw: RawAdvice) {
        self.count(raw.steps.len(), 1, raw.steps.span(), "steps");
        let mut seen = Places::new();
        for step in raw.steps.iter_mut() {
            self.file.unique("step", &mut seen, step);
        }
        let steps = raw.steps.into_inner().into_iter();
        let kind = Kind::Advice {
            steps: steps.map(Located::into_inner).collect(),
            worked: self.target(&raw.worked),
            failed: self.target(&raw.failed),
        };
        self.node(raw.id, raw.sources, raw.links, kind);
    }

    fn wait(&mut self, raw: RawWait) {
        let minutes = &raw.minutes;
        if self.known.figure(&mut self.file, minutes) == Some(0) {
            let message = format!("a wait of no time: the fact `{minutes}` is 0");
            let help = "name a fact of at least 1 minute, or lead straight to what comes after";
            self.file.fault(Code::NoWait, minutes.span(), message, help);
        }
        let kind = Kind::Wait {
            minutes: raw.minutes.into_inner(),
            to: self.target(&raw.to),
        };
        self.node(raw.id, raw.sources, raw.links, kind);
    }

    fn end(&mut self, raw: RawEnd) {
        let span = raw.outcome.span();
        if raw.outcome.is_empty() {
            let message = format!("the end `{}` does not say what comes of it", raw.id);
            let names: Vec<&str> = Outcome::names().collect();
            let help = format!("name one or more of: {}", names.join(", "));
            self.file
                .fault(Code::NoOutcome, span.clone(), message, help);
        }
        let named = raw.outcome.iter();
        let outcome = named.filter_map(|name| self.file.one_of("outcome", name));
        let outcome: Vec<Outcome> = outcome.collect();
        let names = raw.outcome.iter().map(|name| Name::clone(name));
        self.file.once("outcome", names);
        if outcome.contains(&Outcome::Link) && raw.links.is_empty() {
            let message = "the person goes on at an address, and none is named";
            let help = "add `links = [\"…\"]`, with an id of data/links.toml";
            self.file.fault(Code::NoOutcome, span, message, help);
        }
        self.node(raw.id, raw.sources, raw.links, Kind::End(outcome));
    }

    fn node(
        &mut self,
        mut id: Located<NodeId>,
        sources: Names<SourceId>,
        links: Names<LinkId>,
        kind: Kind,
    ) {
        self.file.unique("node", &mut self.seen, &mut id);
        self.file.once("links", links.placed());
        self.file.once("sources", sources.placed());
        self.known.check_links(&mut self.file, &links);
        self.known.check_sources(&mut self.file, &sources);
        self.read.push(Node {
            span: id.span(),
            id: id.into_inner(),
            kind,
            sources,
            links,
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
        for partial in mem::take(&mut self.file.partials) {
            let id = partial.text("id");
            let targets = partial.texts.iter().map(|text| Target::read(text));
            lost.push(Lost {
                id: NodeId::new(id),
                targets: targets.collect(),
            });
            self.seen.insert(id.to_owned(), partial.span);
        }
        lost
    }

    fn target(&mut self, written: &Located<Target>) -> Target {
        self.targets.push(written.clone());
        Target::clone(written)
    }

    /// The node at which the flow starts; it has no name where the file does not say which.
    fn start(&mut self, start: Option<&Name>) -> NodeId {
        if let Some(start) = start {
            let known = self.seen.keys().map(String::as_str);
            self.file.known("node", start, known);
        }
        NodeId::new(start.map_or("", |start| start))
    }

    fn check_targets(&mut self, files: &Files) {
        for written in &self.targets {
            match &**written {
                Target::Here(node) if !self.seen.contains_key(node.as_str()) => {
                    let known = self.seen.keys().map(String::as_str);
                    self.file.dangling("node", written, known);
                }
                Target::Start(flow) | Target::There(flow, _) if !files.has(&flow_path(flow)) => {
                    let known = files.flow_targets();
                    let known = known.iter().map(String::as_str);
                    self.file.dangling("flow", written, known);
                }
                _ => {}
            }
        }
    }
}
