//! From a flow's file to a sound flow, or to all that is wrong with it.

use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;

use super::facts::Knowledge;
use super::flow::{Answer, Flow, Kind, Lost, Node, Outcome};
use super::target::Target;
use super::{FLOWS, Files, flow_path, walkable};
use crate::diagnostic::{Code, Diagnostic};
use crate::id::{AnswerId, FactId, FlowId, LinkId, NodeId, StepId};
use crate::toml_file::{FileShape, Places, Shape, TomlFile, dangling};

type Name = Spanned<String>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    start: Name,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawQuestion {
    id: Name,
    answers: Spanned<Vec<RawAnswer>>,
    #[serde(default)]
    sources: Vec<Name>,
    #[serde(default)]
    links: Vec<Name>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawAnswer {
    id: Name,
    to: Name,
    ago: Option<Spanned<u32>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawAdvice {
    id: Name,
    steps: Spanned<Vec<Name>>,
    worked: Name,
    failed: Name,
    #[serde(default)]
    sources: Vec<Name>,
    #[serde(default)]
    links: Vec<Name>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawWait {
    id: Name,
    minutes: Name,
    to: Name,
    #[serde(default)]
    sources: Vec<Name>,
    #[serde(default)]
    links: Vec<Name>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawEnd {
    id: Name,
    outcome: Spanned<Vec<Name>>,
    #[serde(default)]
    sources: Vec<Name>,
    #[serde(default)]
    links: Vec<Name>,
}

/// The shape of a flow's file.
pub(super) fn shape() -> FileShape {
    FileShape {
        kind: "flow",
        head: Shape::of::<Head>(),
        lists: vec![
            ("question", Shape::of::<RawQuestion>()),
            ("advice", Shape::of::<RawAdvice>()),
            ("wait", Shape::of::<RawWait>()),
            ("end", Shape::of::<RawEnd>()),
        ],
    }
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
    let mut file = TomlFile::parse(path, text);
    let mut reader = Reader {
        known,
        files,
        nodes: Vec::new(),
        targets: Vec::new(),
        seen: Places::new(),
    };
    reader.questions(&mut file);
    reader.advices(&mut file);
    reader.waits(&mut file);
    reader.ends(&mut file);
    let lost = reader.lost(&mut file);
    let start = reader.start(&mut file);
    reader.check_targets(&mut file);
    reader.nodes.sort_by_key(|node| node.span.start);
    walkable::check(&mut file, &reader.nodes);
    let start = start.unwrap_or_else(|| NodeId::new(""));
    let targets = reader.targets.into_iter();
    let targets = targets.map(|(target, written)| (target, written.span()));
    let flow = Flow::new(id.clone(), start, reader.nodes)
        .with_targets(targets.collect())
        .with_lost(lost, file.is_torn);
    if file.faults.is_empty() {
        return Ok(flow);
    }
    Err(Unsound {
        faults: file.faults,
        draft: Box::new(flow),
    })
}

struct Reader<'k> {
    known: &'k Knowledge,
    files: &'k Files,
    nodes: Vec<Node>,
    /// Every target with its place, to be looked up once all nodes are known.
    targets: Vec<(Target, Name)>,
    seen: Places,
}

impl Reader<'_> {
    fn questions(&mut self, file: &mut TomlFile<'_>) {
        for raw in file.items::<RawQuestion>("question") {
            count(
                file,
                raw.answers.get_ref().len(),
                2,
                raw.answers.span(),
                "answers",
            );
            let mut seen = Places::new();
            let mut answers = Vec::new();
            for answer in raw.answers.into_inner() {
                let known = file.unique("answer", &mut seen, &answer.id);
                answers.push(Answer {
                    id: AnswerId::new(&known),
                    to: self.target(answer.to),
                    span: answer.id.span(),
                    ago_span: answer.ago.as_ref().map_or(answer.id.span(), Spanned::span),
                    ago: answer.ago.map(Spanned::into_inner),
                });
            }
            self.node(
                file,
                &raw.id,
                &raw.sources,
                &raw.links,
                Kind::Question(answers),
            );
        }
    }

    fn advices(&mut self, file: &mut TomlFile<'_>) {
        for raw in file.items::<RawAdvice>("advice") {
            count(
                file,
                raw.steps.get_ref().len(),
                1,
                raw.steps.span(),
                "steps",
            );
            let mut seen = Places::new();
            let steps = raw.steps.get_ref().iter();
            let steps = steps.map(|step| StepId::new(&file.unique("step", &mut seen, step)));
            let kind = Kind::Advice {
                steps: steps.collect(),
                worked: self.target(raw.worked),
                failed: self.target(raw.failed),
            };
            self.node(file, &raw.id, &raw.sources, &raw.links, kind);
        }
    }

    fn waits(&mut self, file: &mut TomlFile<'_>) {
        for raw in file.items::<RawWait>("wait") {
            let minutes = FactId::new(raw.minutes.get_ref());
            match self.known.fact(&minutes) {
                None => self.known.no_fact(file, &raw.minutes),
                Some(fact) if fact.value == 0 => {
                    let message = format!("a wait of no time: the fact `{minutes}` is 0");
                    file.fault(Code::NoWait, raw.minutes.span(), message)
                        .help
                        .push(
                        "name a fact of at least 1 minute, or lead straight to what comes after"
                            .to_owned(),
                    );
                }
                Some(_) => {}
            }
            let kind = Kind::Wait {
                minutes,
                to: self.target(raw.to),
            };
            self.node(file, &raw.id, &raw.sources, &raw.links, kind);
        }
    }

    fn ends(&mut self, file: &mut TomlFile<'_>) {
        for raw in file.items::<RawEnd>("end") {
            if raw.outcome.get_ref().is_empty() {
                let message = format!(
                    "the end `{}` does not say what comes of it",
                    raw.id.get_ref()
                );
                file.fault(Code::NoOutcome, raw.outcome.span(), message)
                    .help
                    .push(format!("name one or more of: {}", outcomes()));
            }
            let named = raw.outcome.get_ref().iter();
            let outcome: Vec<_> = named.filter_map(|name| outcome(file, name)).collect();
            file.once("outcome", raw.outcome.get_ref());
            if outcome.contains(&Outcome::Link) && raw.links.is_empty() {
                let message = "the person goes on at an address, and none is named";
                let fault = file.fault(Code::NoOutcome, raw.outcome.span(), message);
                fault
                    .help
                    .push("add `links = [\"…\"]`, with an id of data/links.toml".to_owned());
            }
            self.node(file, &raw.id, &raw.sources, &raw.links, Kind::End(outcome));
        }
    }

    fn node(
        &mut self,
        file: &mut TomlFile<'_>,
        id: &Name,
        sources: &[Name],
        links: &[Name],
        kind: Kind,
    ) {
        let known = file.unique("node", &mut self.seen, id);
        file.once("links", links);
        file.once("sources", sources);
        for link in links {
            if self.known.link(&LinkId::new(link.get_ref())).is_none() {
                self.known.no_link(file, link);
            }
        }
        self.nodes.push(Node {
            id: NodeId::new(&known),
            kind,
            sources: self.known.sources_of(file, sources),
            links: links
                .iter()
                .map(|link| LinkId::new(link.get_ref()))
                .collect(),
            span: id.span(),
        });
    }

    /// The nodes that could not be read; other nodes may lead to them all the same.
    fn lost(&mut self, file: &mut TomlFile<'_>) -> Vec<Lost> {
        file.lose_strangers();
        let lost = std::mem::take(&mut file.lost);
        self.seen.extend(
            lost.iter()
                .map(|lost| (lost.text("id").to_owned(), lost.span.clone())),
        );
        let lost = lost.iter().map(|lost| Lost {
            id: NodeId::new(lost.text("id")),
            targets: lost.texts.iter().map(|text| Target::read(text)).collect(),
        });
        lost.collect()
    }

    fn target(&mut self, written: Name) -> Target {
        let target = Target::read(written.get_ref());
        self.targets.push((target.clone(), written));
        target
    }

    fn start(&self, file: &mut TomlFile<'_>) -> Option<NodeId> {
        let start = file.head::<Head>()?.start;
        if !self.seen.contains_key(start.get_ref()) {
            dangling(file, "node", &start, self.seen.keys().map(String::as_str));
        }
        Some(NodeId::new(start.get_ref()))
    }

    fn check_targets(&self, file: &mut TomlFile<'_>) {
        for (target, written) in &self.targets {
            match target {
                Target::Here(node) if !self.seen.contains_key(node.as_str()) => {
                    dangling(file, "node", written, self.seen.keys().map(String::as_str));
                }
                Target::Start(flow) | Target::There(flow, _)
                    if !self.files.has(&flow_path(flow)) =>
                {
                    let flows = self.files.stems(FLOWS, "toml");
                    let known: Vec<String> = flows.map(|flow| format!("flow:{flow}")).collect();
                    dangling(file, "flow", written, known.iter().map(String::as_str));
                }
                _ => {}
            }
        }
    }
}

fn count(file: &mut TomlFile<'_>, number: usize, least: usize, span: Range<usize>, what: &str) {
    if !(least..=9).contains(&number) {
        let message = format!("{number} of the {what}, where {least} to 9 are possible");
        let help = if number < least {
            format!("write at least {least} of them between the `[` and the `]`")
        } else {
            "each stands under a digit of the keyboard, 1 to 9: split what has more".to_owned()
        };
        file.fault(Code::Count, span, message).help.push(help);
    }
}

fn outcome(file: &mut TomlFile<'_>, name: &Name) -> Option<Outcome> {
    let outcome = Outcome::read(name.get_ref());
    if outcome.is_none() {
        dangling(file, "outcome", name, Outcome::ALL.map(|(name, _)| name));
    }
    outcome
}

fn outcomes() -> String {
    Outcome::ALL.map(|(name, _)| name).join(", ")
}
