//! Replaying a case's replies from its entry to a position.

use chrono::TimeDelta;

use super::{Case, Choice, Place, Reply, leads_to};
use crate::i18n::Moment;
use crate::id::{FlowId, NodeId};
use crate::pack::{Kind, Node, Pack, Target};

/// A path through the pack: the steps taken, and where they led.
#[derive(Debug)]
pub struct Walk<'p> {
    /// The nodes passed, each with the reply that led on.
    pub steps: Vec<Step<'p>>,
    /// Where the path stands.
    pub here: Here<'p>,
}

/// A node passed, and what was replied there.
#[derive(Debug)]
pub struct Step<'p> {
    /// Where it was.
    pub place: Place,
    /// The node there.
    pub node: &'p Node,
    /// What was replied.
    pub reply: Reply,
}

/// Where a path stands.
#[derive(Debug)]
pub enum Here<'p> {
    /// At a node.
    Node {
        /// Where that is.
        place: Place,
        /// The node there.
        node: &'p Node,
    },
    /// Before a flow, or a node of it, that the pack cannot open.
    Faulty(FlowId),
}

impl<'p> Walk<'p> {
    /// Follows at most `depth` replies; always ends, also where content goes round in a circle.
    pub(super) fn follow(case: &Case, pack: &'p Pack, depth: usize) -> Self {
        let mut steps: Vec<Step<'p>> = Vec::new();
        let mut place = case.entry.clone();
        loop {
            let Some(node) = pack.node(&place.flow, &place.node) else {
                let here = Here::Faulty(place.flow);
                return Self { steps, here };
            };
            let next = Self::next(case, pack, &place, node, &steps, depth);
            let Some((reply, next)) = next else {
                let here = Here::Node { place, node };
                return Self { steps, here };
            };
            steps.push(Step { place, node, reply });
            place = next;
        }
    }

    /// The reply that counts at a place and where it leads, unless the walk stops there.
    fn next(
        case: &Case,
        pack: &Pack,
        place: &Place,
        node: &Node,
        steps: &[Step<'_>],
        depth: usize,
    ) -> Option<(Reply, Place)> {
        let been_here = steps.iter().any(|step| step.place == *place);
        if steps.len() >= depth || been_here {
            return None;
        }
        let reply = case.replies.get(place)?;
        let target = leads_to(&node.kind, &reply.choice)?;
        let next = match pack.resolve(&place.flow, target) {
            Some((flow, node)) => Place { flow, node },
            None => faulty(place, target),
        };
        Some((reply.clone(), next))
    }
}

/// The place for a target in a flow that cannot be opened: no node has its name.
fn faulty(from: &Place, target: &Target) -> Place {
    let flow = match target {
        Target::Here(_) => &from.flow,
        Target::Start(flow) | Target::There(flow, _) => flow,
    };
    Place {
        flow: flow.clone(),
        node: NodeId::new(""),
    }
}

impl Step<'_> {
    /// When the thing happened that the reply says was so long ago.
    pub(super) fn happened(&self) -> Option<Moment> {
        let (Kind::Question(answers), Choice::Answer(id)) = (&self.node.kind, &self.reply.choice)
        else {
            return None;
        };
        let ago = answers.iter().find(|answer| answer.id == *id)?.ago?;
        self.reply
            .at
            .checked_sub_signed(TimeDelta::minutes(i64::from(ago)))
    }
}
