//! One decision tree: nodes, and where each leads.

use schemars::JsonSchema;
use serde::Deserialize;
use std::fmt;
use std::ops::Range;
use strum::{IntoStaticStr, VariantArray};

use crate::id::{AnswerId, FactId, FlowId, LinkId, NodeId, SourceId, StepId};
use crate::toml_file::{Located, Names};

/// A flow. In a sound one every target exists, and no walk goes round in a circle; a draft has what
/// could be read. Only `flow_file` makes flows, and hands them out as sound only without a fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flow {
    pub(super) id: FlowId,
    pub(super) start: NodeId,
    pub(super) nodes: Vec<Node>,
    pub(super) targets: Vec<Located<Target>>,
    pub(super) lost: Vec<Lost>,
    /// Whether some of its file is no TOML.
    pub(super) is_broken: bool,
}

/// A node of which the file says too little to be one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lost {
    /// Its name; empty where it has none.
    pub id: NodeId,
    /// Wherever it may lead.
    pub targets: Vec<Target>,
}

/// One place in a flow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Its name within the flow.
    pub id: NodeId,
    /// What happens here.
    pub kind: Kind,
    /// Where what is said here comes from.
    pub sources: Names<SourceId>,
    /// Addresses that help here.
    pub links: Names<LinkId>,
    /// Where the file names it.
    pub span: Range<usize>,
}

/// What happens at a node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Something to ask: two to nine answers.
    Question(Vec<Answer>),
    /// Something to try: one to nine steps.
    Advice {
        /// The steps, in order.
        steps: Vec<StepId>,
        /// Where it leads when it helped.
        worked: Target,
        /// Where it leads when it did not help, or was skipped.
        failed: Target,
    },
    /// Something to wait for.
    Wait {
        /// How many minutes, as a fact.
        minutes: FactId,
        /// Where it leads afterwards.
        to: Target,
    },
    /// What comes of it, in one or more ways.
    End(Vec<Outcome>),
}

/// One answer to a question.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// Its name: small letters, digits and -.
    pub id: Located<AnswerId>,
    /// A node, "flow:name" or "flow:name/node".
    pub to: Located<Target>,
    /// How many minutes ago it was, for a wait that comes later.
    pub ago: Option<Located<u32>>,
}

/// What comes of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum Outcome {
    /// The trouble is over.
    Solved,
    /// A ticket has to be made.
    Ticket,
    /// The desk on campus helps.
    Desk,
    /// The person goes on at an address.
    Link,
    /// What the person wanted to know has been said.
    Explained,
    /// The same flow can be tried afresh.
    Again,
    /// The dates on which accounts close say more.
    Closing,
}

impl Flow {
    /// Everywhere that its nodes lead, and where the file says so.
    pub fn targets(&self) -> &[Located<Target>] {
        &self.targets
    }

    /// Whether some of its file is no TOML or has no name, so that it may say more than is known.
    pub fn is_torn(&self) -> bool {
        self.is_broken || self.has_lost("")
    }

    /// Whether a node of that name is there but cannot be read; one without a name may be it.
    pub fn has_lost(&self, node: &str) -> bool {
        let mut names = self.lost.iter().map(|lost| lost.id.as_str());
        names.any(|name| name == node || name.is_empty())
    }

    /// The nodes that could not be read; none in a sound flow.
    pub fn lost(&self) -> &[Lost] {
        &self.lost
    }

    /// Its name.
    pub fn id(&self) -> &FlowId {
        &self.id
    }

    /// The node at which it starts.
    pub fn start(&self) -> &NodeId {
        &self.start
    }

    /// Its nodes, in the order of the file.
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// The node of a name.
    pub fn node(&self, id: &NodeId) -> Option<&Node> {
        self.nodes.iter().find(|node| node.id == *id)
    }
}

impl Kind {
    /// Everywhere it can lead.
    pub fn targets(&self) -> Vec<&Target> {
        match self {
            Self::Question(answers) => answers.iter().map(|answer| &*answer.to).collect(),
            Self::Advice { worked, failed, .. } => vec![worked, failed],
            Self::Wait { to, .. } => vec![to],
            Self::End(_) => Vec::new(),
        }
    }
}

/// A node of the same flow, or another flow at its start or at one of its nodes.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(from = "String")]
pub enum Target {
    /// `"retry"`: a node of the same flow.
    Here(NodeId),
    /// `"flow:forgotten"`: another flow, from its start.
    Start(FlowId),
    /// `"flow:forgotten/which"`: a node of another flow.
    There(FlowId, NodeId),
}

impl Target {
    /// The flow that it names, if it names one.
    pub fn flow(&self) -> Option<&FlowId> {
        match self {
            Self::Here(_) => None,
            Self::Start(flow) | Self::There(flow, _) => Some(flow),
        }
    }

    /// Reads a target as it is written in a flow's file.
    pub fn read(written: &str) -> Self {
        match written.strip_prefix("flow:") {
            None => Self::Here(NodeId::new(written)),
            Some(flow) => match flow.split_once('/') {
                None => Self::Start(FlowId::new(flow)),
                Some((flow, node)) => Self::There(FlowId::new(flow), NodeId::new(node)),
            },
        }
    }
}

impl From<String> for Target {
    fn from(written: String) -> Self {
        Self::read(&written)
    }
}

/// As it is written in a flow's file.
impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Here(node) => write!(f, "{node}"),
            Self::Start(flow) => write!(f, "flow:{flow}"),
            Self::There(flow, node) => write!(f, "flow:{flow}/{node}"),
        }
    }
}
