//! What can be chosen at a node, where it leads, and what was replied.

use std::fmt;

use crate::i18n::Moment;
use crate::id::{AnswerId, FlowId, NodeId};
use crate::pack::{Kind, Target};

/// A node of a flow: where a walk can be.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeRef {
    /// The flow.
    pub flow: FlowId,
    /// The node within it.
    pub node: NodeId,
}

impl NodeRef {
    /// As scenarios and replies of a flow write it: by the node alone within that flow.
    pub fn within(&self, flow: &FlowId) -> String {
        if self.flow == *flow {
            self.node.to_string()
        } else {
            self.to_string()
        }
    }
}

/// As it is written out of any flow: `locked/pause`.
impl fmt::Display for NodeRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.flow, self.node)
    }
}

/// What a person says at a node, or how it went.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Choice {
    /// An answer to a question.
    Answer(AnswerId),
    /// The advice helped.
    Worked,
    /// The advice did not help.
    Failed,
    /// The advice was not tried.
    Skipped,
    /// The wait is over, or is not waited for.
    Waited,
}

impl Choice {
    /// Its name in scenarios and on the command line.
    pub fn name(&self) -> &str {
        match self {
            Self::Answer(id) => id.as_str(),
            Self::Worked => "worked",
            Self::Failed => "failed",
            Self::Skipped => "skipped",
            Self::Waited => "waited",
        }
    }
}

/// A choice and the moment at which it was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// What was chosen.
    pub choice: Choice,
    /// When; a wait counts from here.
    pub at: Moment,
}

/// What can be chosen at a node and where it leads, in the order in which it is shown.
fn ways(kind: &Kind) -> Vec<(Choice, &Target)> {
    match kind {
        Kind::Question(answers) => {
            let choice = |id: &AnswerId| Choice::Answer(id.clone());
            let ways = answers
                .iter()
                .map(|answer| (choice(&answer.id), &*answer.to));
            ways.collect()
        }
        Kind::Advice { worked, failed, .. } => vec![
            (Choice::Worked, worked),
            (Choice::Failed, failed),
            (Choice::Skipped, failed),
        ],
        Kind::Wait { to, .. } => vec![(Choice::Waited, to)],
        Kind::End(_) => Vec::new(),
    }
}

/// What can be chosen at a node.
pub fn choices(kind: &Kind) -> Vec<Choice> {
    ways(kind).into_iter().map(|(choice, _)| choice).collect()
}

/// Where a choice leads from a node; none where it is not offered.
pub fn leads_to<'n>(kind: &'n Kind, choice: &Choice) -> Option<&'n Target> {
    let mut ways = ways(kind).into_iter();
    ways.find_map(|(offered, to)| (offered == *choice).then_some(to))
}
