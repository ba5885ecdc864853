//! Flows to look at: as a tree in the terminal, and for Mermaid and Graphviz.

mod diagram;
mod tree;

pub use diagram::{dot, mermaid};
pub use tree::tree;

use super::graph::Vertex;
use crate::case::NodeRef;
use crate::choices::Choices;
use crate::i18n::{Text, Voice, open_wait};
use crate::id::FlowId;
use crate::pack::Kind;

/// What is said at a node.
fn said(voice: Voice<'_>, place: &NodeRef) -> String {
    let text = Text::Flow(&place.flow, place.node.to_string());
    voice.say_with(&text, open_wait())
}

/// The title of a flow.
fn title(voice: Voice<'_>, flow: &FlowId) -> String {
    voice.say(&Text::Flow(flow, "title".to_owned()))
}

/// The outcomes of an end, as the files name them.
fn outcomes(vertex: &Vertex<'_>) -> Option<String> {
    match &vertex.node?.kind {
        Kind::End(outcomes) => {
            let names: Vec<&str> = outcomes.iter().map(|outcome| outcome.name()).collect();
            Some(names.join(", "))
        }
        _ => None,
    }
}
