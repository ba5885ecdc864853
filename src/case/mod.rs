//! A case: one person's walk through the flows, as the small value that it is.

mod choice;
#[cfg(test)]
pub(crate) mod replays;
mod walk;

use std::collections::BTreeMap;

use crate::i18n::Moment;
use crate::id::FlowId;
use crate::pack::Pack;
pub use choice::{Choice, NodeRef, Reply, choices, leads_to};
pub use walk::{Here, Walk, WalkStep};

/// One person's walk: where it began, what was replied, and how far it has come.
///
/// It holds nothing about the person. Replies are kept when an earlier one
/// changes, and count again wherever the new path comes by their place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    entry: NodeRef,
    opened: Moment,
    replies: BTreeMap<NodeRef, Reply>,
    /// How many replies from the entry on are followed to where the case stands.
    depth: usize,
    #[cfg(test)]
    pub(crate) replays: replays::Replays,
}

impl Case {
    /// A case that begins at a node, without any reply.
    pub fn open(entry: NodeRef, opened: Moment) -> Self {
        Self {
            entry,
            opened,
            replies: BTreeMap::new(),
            depth: 0,
            #[cfg(test)]
            replays: replays::Replays::default(),
        }
    }

    /// A case that begins at the start of a flow, if the flow is sound.
    pub fn start(pack: &Pack, flow: &FlowId, opened: Moment) -> Option<Self> {
        let node = pack.flow(flow).ok()?.start().clone();
        let flow = flow.clone();
        Some(Self::open(NodeRef { flow, node }, opened))
    }

    /// Where it began.
    pub fn entry(&self) -> &NodeRef {
        &self.entry
    }

    /// Replays the case: the walk to where it stands, and on as far as kept replies lead.
    pub fn walk<'p>(&self, pack: &'p Pack) -> Walk<'p> {
        #[cfg(test)]
        self.replays.count();
        let replied = |place: &NodeRef| self.replies.get(place);
        Walk::replay(pack, &self.entry, self.opened, self.depth, replied)
    }

    /// The reply that is kept for a place, whether or not the path comes by it now.
    pub fn reply_at(&self, place: &NodeRef) -> Option<&Reply> {
        self.replies.get(place)
    }

    /// Replies where the case stands, and goes on; a choice that is not offered there is ignored.
    ///
    /// To choose the same again is to say it again, now: a wait then counts from
    /// this moment, which is never too early. [`Case::forward`] keeps the moment.
    pub fn reply(&mut self, pack: &Pack, choice: Choice, at: Moment) {
        let walk = self.walk(pack);
        let Here::Node { place, node } = &walk.here else {
            return;
        };
        if leads_to(&node.kind, &choice).is_some() {
            self.depth = walk.steps.len() + 1;
            self.replies.insert(place.clone(), Reply { choice, at });
        }
    }

    /// Goes back to the node before, keeping every reply.
    pub fn back(&mut self, pack: &Pack) {
        self.depth = self.walk(pack).steps.len().saturating_sub(1);
    }

    /// Goes on along a kept reply.
    pub fn forward(&mut self, pack: &Pack) {
        let walk = self.walk(pack);
        self.depth = walk.steps.len() + walk.ahead.len().min(1);
    }

    /// Goes to the node that comes after `depth` replies, or as far as replies lead.
    pub fn revisit(&mut self, pack: &Pack, depth: usize) {
        let walk = self.walk(pack);
        self.depth = depth.min(walk.steps.len() + walk.ahead.len());
    }
}
