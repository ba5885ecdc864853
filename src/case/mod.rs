//! A case: one person's walk through the flows, as the small value that it is.

mod walk;

use std::collections::BTreeMap;
use std::fmt;

use chrono::{TimeDelta, Timelike};

use crate::i18n::Moment;
use crate::id::{AnswerId, FlowId, NodeId};
use crate::pack::{Kind, Pack, Target};
pub use walk::{Here, Step, Walk};

/// A node of a flow: where a walk can be.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The flow.
    pub flow: FlowId,
    /// The node within it.
    pub node: NodeId,
}

impl Place {
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
impl fmt::Display for Place {
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

/// One person's walk: where it began, what was replied, and how far it has come.
///
/// It holds nothing about the person. Replies are kept when an earlier one
/// changes, and count again wherever the new path comes by their place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    entry: Place,
    opened: Moment,
    replies: BTreeMap<Place, Reply>,
    /// How many replies from the entry on are followed to where the case stands.
    depth: usize,
}

impl Case {
    /// A case that begins at a node, without any reply.
    pub fn open(entry: Place, opened: Moment) -> Self {
        Self {
            entry,
            opened,
            replies: BTreeMap::new(),
            depth: 0,
        }
    }

    /// A case that begins at the start of a flow, if the flow is sound.
    pub fn start(pack: &Pack, flow: &FlowId, opened: Moment) -> Option<Self> {
        let node = pack.flow(flow).ok()?.start().clone();
        let flow = flow.clone();
        Some(Self::open(Place { flow, node }, opened))
    }

    /// Where it began.
    pub fn entry(&self) -> &Place {
        &self.entry
    }

    /// The walk up to where the case stands.
    pub fn walk<'p>(&self, pack: &'p Pack) -> Walk<'p> {
        Walk::follow(self, pack, self.depth)
    }

    /// The walk as far as kept replies lead, beyond where the case stands.
    pub fn whole_walk<'p>(&self, pack: &'p Pack) -> Walk<'p> {
        Walk::follow(self, pack, usize::MAX)
    }

    /// The reply that is kept for a place, whether or not the path comes by it now.
    pub fn reply_at(&self, place: &Place) -> Option<&Reply> {
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

    /// Whether there is a node before this one.
    pub fn can_go_back(&self, pack: &Pack) -> bool {
        !self.walk(pack).steps.is_empty()
    }

    /// Goes on along a kept reply.
    pub fn forward(&mut self, pack: &Pack) {
        self.revisit(pack, self.walk(pack).steps.len() + 1);
    }

    /// Goes to the node that comes after `depth` replies, or as far as replies lead.
    pub fn revisit(&mut self, pack: &Pack, depth: usize) {
        self.depth = depth.min(self.whole_walk(pack).steps.len());
    }

    /// Until when the wait lasts at which the case stands; none where it stands elsewhere.
    ///
    /// It counts from the last answer on the path that says how long ago, and
    /// else from the last reply, by whole minutes.
    pub fn waits_until(&self, pack: &Pack) -> Option<Moment> {
        let walk = self.walk(pack);
        let Here::Node { node, .. } = &walk.here else {
            return None;
        };
        let Kind::Wait { minutes, .. } = &node.kind else {
            return None;
        };
        let minutes = pack.known().fact(minutes)?.value;
        let last = walk.steps.last().map_or(self.opened, |step| step.reply.at);
        let happened = walk.steps.iter().rev().find_map(Step::happened);
        let wait = TimeDelta::minutes(i64::from(minutes));
        whole_minute(happened.unwrap_or(last)).checked_add_signed(wait)
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

/// What can be chosen at a node, in the order in which it is shown.
pub fn choices(kind: &Kind) -> Vec<Choice> {
    match kind {
        Kind::Question(answers) => answers
            .iter()
            .map(|answer| Choice::Answer(answer.id.clone()))
            .collect(),
        Kind::Advice { .. } => vec![Choice::Worked, Choice::Failed, Choice::Skipped],
        Kind::Wait { .. } => vec![Choice::Waited],
        Kind::End(_) => Vec::new(),
    }
}

/// Where a choice leads from a node; none where it is not offered.
pub fn leads_to<'n>(kind: &'n Kind, choice: &Choice) -> Option<&'n Target> {
    match (kind, choice) {
        (Kind::Question(answers), Choice::Answer(id)) => answers
            .iter()
            .find(|answer| answer.id == *id)
            .map(|answer| &answer.to),
        (Kind::Advice { worked, .. }, Choice::Worked) => Some(worked),
        (Kind::Advice { failed, .. }, Choice::Failed | Choice::Skipped) => Some(failed),
        (Kind::Wait { to, .. }, Choice::Waited) => Some(to),
        _ => None,
    }
}
