//! Replaying a case's replies from its entry to a position.

use chrono::{TimeDelta, Timelike};

use super::choice::{Choice, NodeRef, Reply, leads_to};
use crate::i18n::Moment;
use crate::id::{FlowId, NodeId};
use crate::pack::{Kind, Node, Pack, Target};

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

impl<'p> Walk<'p> {
    /// Follows replies from an entry on; always ends, also where content goes round in a circle.
    pub(super) fn replay<'r>(
        pack: &'p Pack,
        entry: &NodeRef,
        opened: Moment,
        depth: usize,
        replied: impl Fn(&NodeRef) -> Option<&'r Reply>,
    ) -> Self {
        let mut steps: Vec<WalkStep<'p>> = Vec::new();
        let mut place = entry.clone();
        let end = loop {
            let Some(node) = pack.node(&place.flow, &place.node) else {
                break Here::Faulty(place.flow);
            };
            let been_here = steps.iter().any(|step| step.place == place);
            let reply = replied(&place).filter(|_| !been_here);
            let next = reply.and_then(|reply| Some((reply, next(pack, &place, node, reply)?)));
            let Some((reply, next)) = next else {
                break Here::Node { place, node };
            };
            let reply = reply.clone();
            steps.push(WalkStep { place, node, reply });
            place = next;
        };
        let ahead = steps.split_off(depth.min(steps.len()));
        Self {
            here: ahead.first().map_or_else(|| end.clone(), WalkStep::here),
            opened,
            steps,
            ahead,
            end,
        }
    }

    /// Until when the wait lasts at which it stands; none where it stands elsewhere.
    ///
    /// It counts from the last answer on the path that says how long ago, and
    /// else from the last reply, by whole minutes.
    pub fn waits_until(&self, pack: &Pack) -> Option<Moment> {
        let Here::Node { node, .. } = &self.here else {
            return None;
        };
        let Kind::Wait { minutes, .. } = &node.kind else {
            return None;
        };
        let minutes = pack.known().fact(minutes)?.value;
        let last = self.steps.last().map_or(self.opened, |step| step.reply.at);
        let happened = self.steps.iter().rev().find_map(WalkStep::happened);
        let wait = TimeDelta::minutes(i64::from(minutes));
        whole_minute(happened.unwrap_or(last)).checked_add_signed(wait)
    }
}

/// Where a reply leads from a node; none where it is not offered there.
fn next(pack: &Pack, place: &NodeRef, node: &Node, reply: &Reply) -> Option<NodeRef> {
    let target = leads_to(&node.kind, &reply.choice)?;
    Some(match pack.resolve(&place.flow, target) {
        Some((flow, node)) => NodeRef { flow, node },
        None => faulty(place, target),
    })
}

/// The place for a target in a flow that cannot be opened: no node has its name.
fn faulty(from: &NodeRef, target: &Target) -> NodeRef {
    let flow = match target {
        Target::Here(_) => &from.flow,
        Target::Start(flow) | Target::There(flow, _) => flow,
    };
    NodeRef {
        flow: flow.clone(),
        node: NodeId::new(""),
    }
}

impl<'p> WalkStep<'p> {
    fn here(&self) -> Here<'p> {
        Here::Node {
            place: self.place.clone(),
            node: self.node,
        }
    }

    /// When the thing happened that the reply says was so long ago.
    fn happened(&self) -> Option<Moment> {
        let (Kind::Question(answers), Choice::Answer(id)) = (&self.node.kind, &self.reply.choice)
        else {
            return None;
        };
        let answer = answers.iter().find(|answer| answer.id == *id)?;
        let ago = **answer.ago.as_ref()?;
        self.reply
            .at
            .checked_sub_signed(TimeDelta::minutes(i64::from(ago)))
    }
}

/// A begun minute counted whole: a wait that is said by the minute must not end before it.
fn whole_minute(moment: Moment) -> Moment {
    let begun = moment.second() > 0 || moment.nanosecond() > 0;
    let minute = moment
        .with_second(0)
        .and_then(|moment| moment.with_nanosecond(0));
    let minute = minute.unwrap_or(moment);
    if begun {
        minute + TimeDelta::minutes(1)
    } else {
        minute
    }
}
