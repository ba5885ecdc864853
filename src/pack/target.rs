//! Where an answer leads.

use std::fmt;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::id::{FlowId, NodeId};

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
