//! A case that is open at this desk: under a letter, in a language.

use super::screen::Letter;
use crate::case::{Case, Here};
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

impl OpenCase {
    /// How its wait stands; none where it does not stand at a wait.
    pub fn wait(&self, pack: &Pack, now: Moment) -> Option<Wait> {
        let until = self.case.waits_until(pack)?;
        Some(if now < until {
            Wait::Until(until)
        } else {
            Wait::Over(until)
        })
    }

    /// Whether nothing has been replied yet and nobody waits, so that nothing is lost without it.
    pub(super) fn is_untouched(&self, pack: &Pack) -> bool {
        self.case.whole_walk(pack).steps.is_empty() && self.case.waits_until(pack).is_none()
    }

    /// Whether it stands at an end.
    pub fn is_at_end(&self, pack: &Pack) -> bool {
        match self.case.walk(pack).here {
            Here::Node { node, .. } => matches!(node.kind, Kind::End(_)),
            Here::Faulty(_) => false,
        }
    }
}
