//! When the index is read: when somebody first searches, and beside the keys
//! where the pack is large.

use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread;

use super::{Finder, Hits};
use crate::locale::Words;
use crate::pack::{Files, Pack};

/// More flows than these are not read between two keys.
const FEW_FLOWS: usize = 40;

/// How far the index of a pack has been read.
#[derive(Debug, Default)]
pub enum Reading {
    /// Nobody has searched yet.
    #[default]
    NotYet,
    /// A thread reads it.
    Underway(Receiver<Finder>),
    /// It can be asked.
    Done(Finder),
}

impl Reading {
    /// Begins to read, unless that was done before.
    pub fn begin(&mut self, pack: &Pack, words: &Words) {
        if matches!(self, Self::NotYet) {
            let large = pack.flow_ids().nth(FEW_FLOWS).is_some();
            let underway = large.then(|| beside(pack.files().clone())).flatten();
            *self = underway.unwrap_or_else(|| Self::Done(Finder::of(pack, words)));
        }
    }

    /// Takes what a thread has read; says whether searching became possible by that.
    pub fn arrive(&mut self, pack: &Pack, words: &Words) -> bool {
        let Self::Underway(thread) = self else {
            return false;
        };
        match thread.try_recv() {
            Ok(finder) => *self = Self::Done(finder),
            Err(TryRecvError::Empty) => return false,
            Err(TryRecvError::Disconnected) => *self = Self::Done(Finder::of(pack, words)),
        }
        true
    }

    /// Whether a thread still reads.
    pub fn is_underway(&self) -> bool {
        matches!(self, Self::Underway(_))
    }

    /// What a query leads to, as far as the index can be asked.
    pub fn find(&self, query: &str, pack: &Pack, words: &Words) -> Hits {
        match self {
            Self::Done(finder) => finder.find(query, pack, words),
            Self::NotYet | Self::Underway(_) => Hits::default(),
        }
    }
}

/// Reads on a thread, which opens the pack for itself; none where no thread can be had.
fn beside(files: Files) -> Option<Reading> {
    let (done, underway) = channel();
    let read = move || {
        if let Ok(pack) = Pack::open(files) {
            let words = Words::of(&pack);
            // Whoever waited may have left, and nobody needs to know.
            let _ = done.send(Finder::of(&pack, &words));
        }
    };
    let thread = thread::Builder::new().name("index".to_owned());
    thread.spawn(read).ok()?;
    Some(Reading::Underway(underway))
}
