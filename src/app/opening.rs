//! What the desk opens with.

use super::event::Effect;
use super::model::Model;
use super::navigation::start;
use super::searching;
use super::update::paste;
use crate::id::FlowId;

/// What the desk opens with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Opening {
    /// The menu.
    #[default]
    Home,
    /// A new case at the start of a flow.
    Flow(FlowId),
    /// The search screen, with this typed in.
    Search(String),
}

/// Opens the desk with something else than its menu, and says what that asks for.
pub fn open_with(model: &mut Model, opening: Opening) -> Vec<Effect> {
    match opening {
        Opening::Home => Vec::new(),
        Opening::Flow(flow) => {
            start(model, &flow);
            Vec::new()
        }
        Opening::Search(text) => {
            let effects = searching::show(model);
            paste(model, &text);
            effects
        }
    }
}
