//! What the arguments ask the desk to open with.

use super::Failure;
use crate::app::Opening;
use crate::cli::{Cli, Opens};
use crate::diagnostic::unknown_name;
use crate::id::FlowId;
use crate::pack::Pack;

pub(super) fn opening(pack: &Pack, asked: Opens) -> Result<Opening, Failure> {
    match (asked.flow, asked.search) {
        (Some(name), _) => known_flow(pack, &name).map(Opening::Flow),
        (None, Some(words)) => Ok(Opening::Search(words)),
        (None, None) => Ok(Opening::Home),
    }
}

/// A flow by its name; what is no flow may also be a command that was mistyped.
fn known_flow(pack: &Pack, name: &str) -> Result<FlowId, Failure> {
    let mut flows = pack.flow_ids();
    if let Some(flow) = flows.find(|flow| flow.as_str() == name) {
        return Ok(flow.clone());
    }
    let commands = Cli::command_names();
    let flows = pack.flow_ids().map(FlowId::as_str);
    let known = flows.chain(commands.iter().map(String::as_str));
    let told = unknown_name("flow or command", name, known);
    Err(Failure::Use(told))
}
