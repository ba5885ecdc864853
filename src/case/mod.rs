//! A case: one person's walk through the flows, as the small value that it is,
//! replayed from its entry to a position.

mod choice;

use std::collections::BTreeMap;

use chrono::{DurationRound, TimeDelta};

use crate::i18n::Moment;
use crate::id::{FlowId, NodeId};
use crate::pack::{Kind, Node, Pack};
pub use choice::{Choice, NodeRef, Reply, choices, leads_to};

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
    /// How often it was replayed: a picture replays each case once.
    #[cfg(test)]
    pub(crate) replays: std::rc::Rc<std::cell::Cell<usize>>,
}

/// A path through the pack: the steps taken, where they led, and what kept replies lead on to.
#[derive(Debug)]
pub struct Walk<'p> {
    /// The nodes passed, each with the reply that led on.
    pub steps: Vec<WalkStep<'p>>,
    /// Where the path stands.
    pub here: Here<'p>,
    /// The nodes from there on at which a reply is kept that leads on.
    pub ahead: Vec<WalkStep<'p>>,
    /// Where the last kept reply leads.
    pub end: Here<'p>,
    opened: Moment,
}

/// A node passed, and what was replied there.
#[derive(Debug)]
pub struct WalkStep<'p> {
    /// Where it was.
    pub place: NodeRef,
    /// The node there.
    pub node: &'p Node,
    /// What was replied.
    pub reply: Reply,
}

/// Where a path stands.
#[derive(Clone, Debug)]
pub enum Here<'p> {
    /// At a node.
    Node {
        /// Where that is.
        place: NodeRef,
        /// The node there.
        node: &'p Node,
    },
    /// Before a flow, or a node of it, that the pack cannot open.
    Faulty(FlowId),
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
            replays: Default::default(),
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

    /// Replays the case: the walk to where it stands, and on as far as kept replies lead. It
    /// always ends, also where content goes round in a circle.
    pub fn walk<'p>(&self, pack: &'p Pack) -> Walk<'p> {
        #[cfg(test)]
        self.replays.set(self.replays.get() + 1);
        let mut steps: Vec<WalkStep<'p>> = Vec::new();
        let mut place = self.entry.clone();
        let end = loop {
            let Some(node) = pack.node(&place.flow, &place.node) else {
                break Here::Faulty(place.flow);
            };
            let been_here = steps.iter().any(|step| step.place == place);
            let reply = self.reply_at(&place).filter(|_| !been_here);
            let next = reply.and_then(|reply| Some((reply, next(pack, &place, node, reply)?)));
            let Some((reply, next)) = next else {
                break Here::Node { place, node };
            };
            let reply = reply.clone();
            steps.push(WalkStep { place, node, reply });
            place = next;
        };
        let ahead = steps.split_off(self.depth.min(steps.len()));
        Walk {
            here: ahead.first().map_or_else(|| end.clone(), WalkStep::here),
            opened: self.opened,
            steps,
            ahead,
            end,
        }
    }

    /// The reply that is kept for a place, whether or not the path comes by it now.
    pub(crate) fn reply_at(&self, place: &NodeRef) -> Option<&Reply> {
        self.replies.get(place)
    }

    /// Replies where the case stands, and goes on; a choice that is not offered there is ignored.
    ///
    /// To choose the same again is to say it again, now: a wait then counts from
    /// this moment, which is never too early. [`Case::forward`] keeps the moment.
    pub fn reply(&mut self, pack: &Pack, choice: Choice, at: Moment) {
        let walk = self.walk(pack);
        let Here::Node { place, node } = walk.here else {
            return;
        };
        if leads_to(&node.kind, &choice).is_some() {
            self.depth = walk.steps.len() + 1;
            self.replies.insert(place, Reply { choice, at });
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

/// Where a reply leads from a node; none where it is not offered there.
fn next(pack: &Pack, place: &NodeRef, node: &Node, reply: &Reply) -> Option<NodeRef> {
    let target = leads_to(&node.kind, &reply.choice)?;
    // In a flow that cannot be opened it leads to a node that is not there: none has this name.
    let faulty = || Some((target.flow()?.clone(), NodeId::new("")));
    let (flow, node) = pack.resolve(&place.flow, target).or_else(faulty)?;
    Some(NodeRef { flow, node })
}

impl Walk<'_> {
    /// Until when the wait lasts at which it stands; none where it stands elsewhere.
    ///
    /// It counts from the last answer on the path that says how long ago, and
    /// else from the last reply. A begun minute counts whole: a wait that is said by the minute
    /// must not end before it.
    pub fn waits_until(&self, pack: &Pack) -> Option<Moment> {
        let Here::Node { node, .. } = &self.here else {
            return None;
        };
        let Kind::Wait { minutes, .. } = &node.kind else {
            return None;
        };
        let wait = TimeDelta::minutes(pack.known().fact(minutes)?.value.into());
        let last = self.steps.last().map_or(self.opened, |step| step.reply.at);
        let happened = self.steps.iter().rev().find_map(WalkStep::happened);
        let begins = happened.unwrap_or(last);
        let minute = begins.duration_round_up(TimeDelta::minutes(1));
        minute.unwrap_or(begins).checked_add_signed(wait)
    }
}

impl<'p> WalkStep<'p> {
    fn here(&self) -> Here<'p> {
        let (place, node) = (self.place.clone(), self.node);
        Here::Node { place, node }
    }

    /// When the thing happened that the reply says was so long ago.
    fn happened(&self) -> Option<Moment> {
        let (Kind::Question(answers), Choice::Answer(id)) = (&self.node.kind, &self.reply.choice)
        else {
            return None;
        };
        let answer = answers.iter().find(|answer| answer.id == *id)?;
        let ago = **answer.ago.as_ref()?;
        let at = self.reply.at;
        at.checked_sub_signed(TimeDelta::minutes(ago.into()))
    }
}
