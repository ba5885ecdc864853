//! What the scenarios have visited.

use std::collections::{HashMap, HashSet};

use crate::case::{Choice, Here, NodeRef, Walk};
use crate::id::{AccountId, FlowId, ReasonId};

/// What the scenarios have visited.
#[derive(Debug, Default)]
pub(super) struct Visited {
    /// How many scenarios there are.
    pub(super) scenarios: usize,
    pub(super) places: HashSet<NodeRef>,
    pub(super) choices: HashMap<NodeRef, HashSet<Choice>>,
    pub(super) rules: HashSet<(AccountId, ReasonId)>,
    /// The flows of which some scenarios cannot be read.
    pub(super) partly: HashSet<FlowId>,
}

impl Visited {
    /// Whether something was chosen at a node.
    pub(super) fn chosen(&self, place: &NodeRef, choice: &Choice) -> bool {
        let choices = self.choices.get(place);
        choices.is_some_and(|choices| choices.contains(choice))
    }

    /// Adds all that a walk came by.
    pub(super) fn add(&mut self, walk: &Walk<'_>) {
        for step in &walk.steps {
            self.places.insert(step.place.clone());
            let choices = self.choices.entry(step.place.clone()).or_default();
            choices.insert(step.reply.choice.clone());
        }
        if let Here::Node { place, .. } = &walk.here {
            self.places.insert(place.clone());
        }
    }
}
