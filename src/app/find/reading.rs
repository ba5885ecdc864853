//! When the index is read: when somebody first searches, and beside the keys
//! where the pack is large.

use super::finder::{Finder, Hit};
use crate::i18n::Localizer;
use crate::pack::Pack;

/// More flows than these are not read between two keys.
const FEW_FLOWS: usize = 40;

/// How far the index of a pack has been read.
#[derive(Debug, Default)]
pub enum Reading {
    /// Nobody has searched yet.
    #[default]
    NotYet,
    /// The outside was asked to read it.
    Underway,
    /// It can be asked.
    Done(Box<Finder>),
}

impl Reading {
    /// Begins to read, unless that was done before; says whether the outside has to.
    pub fn begin(&mut self, pack: &Pack, words: &Localizer) -> bool {
        let large = pack.flow_ids().nth(FEW_FLOWS).is_some();
        match self {
            Self::NotYet if large => *self = Self::Underway,
            Self::NotYet => *self = Self::Done(Box::new(Finder::of(pack, words))),
            Self::Underway | Self::Done(_) => return false,
        }
        large
    }

    /// Whether the outside still reads.
    pub fn is_underway(&self) -> bool {
        matches!(self, Self::Underway)
    }

    /// What a query leads to, as far as the index can be asked.
    pub fn find(&self, query: &str, pack: &Pack, words: &Localizer) -> Vec<Hit> {
        match self {
            Self::Done(finder) => finder.find(query, pack, words),
            Self::NotYet | Self::Underway => Vec::new(),
        }
    }
}
