//! A case that is open at this desk: under a letter, in a language.

use super::screen::Letter;
use crate::case::{Case, Choice, Here, Walk};
use crate::i18n::{Lang, Moment};
use crate::pack::{Kind, Pack};

/// A case, the letter it stands under, and the language of its person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenCase {
    /// Its letter in the header.
    pub letter: Letter,
    /// The language of the person.
    pub person: Lang,
    /// The walk.
    pub case: Case,
}

/// How a wait stands at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wait {
    /// It lasts until then.
    Until(Moment),
    /// It was over at that moment.
    Over(Moment),
}

impl Wait {
    /// When it ends, or was over.
    pub fn end(self) -> Moment {
        match self {
            Self::Until(end) | Self::Over(end) => end,
        }
    }
}

/// An open case, replayed: where it stands, and how its wait does.
#[derive(Debug)]
pub struct ReplayedCase<'m> {
    /// The case.
    pub open: &'m OpenCase,
    /// Its walk.
    pub walk: Walk<'m>,
    /// How its wait stands; none where it does not stand at a wait.
    pub wait: Option<Wait>,
}

impl OpenCase {
    /// Replays it over a pack, at a moment.
    pub fn replay<'m>(&'m self, pack: &'m Pack, now: Moment) -> ReplayedCase<'m> {
        let walk = self.case.walk(pack);
        let wait = walk.waits_until(pack).map(|until| match now < until {
            true => Wait::Until(until),
            false => Wait::Over(until),
        });
        ReplayedCase {
            open: self,
            walk,
            wait,
        }
    }
}

impl ReplayedCase<'_> {
    /// The reply that was given before at the node where it stands.
    pub fn kept_reply(&self) -> Option<&Choice> {
        let Here::Node { place, .. } = &self.walk.here else {
            return None;
        };
        let reply = self.open.case.reply_at(place)?;
        Some(&reply.choice)
    }

    /// Whether nothing has been replied yet and nobody waits, so that nothing is lost without it.
    pub(super) fn is_untouched(&self) -> bool {
        self.walk.steps.is_empty() && self.walk.ahead.is_empty() && self.wait.is_none()
    }

    /// Whether it stands at an end.
    pub fn is_at_end(&self) -> bool {
        match self.walk.here {
            Here::Node { node, .. } => matches!(node.kind, Kind::End(_)),
            Here::Faulty(_) => false,
        }
    }
}
