//! Indexing a large pack beside the keys.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread;

use crate::app::Finder;
use crate::i18n::Localizer;
use crate::pack::{Files, Pack};

/// An index that a thread makes.
#[derive(Debug)]
pub(super) struct Indexing(Receiver<Finder>);

impl Indexing {
    /// Begins to index; the thread opens the pack for itself, and shares nothing.
    pub(super) fn begin(files: Arc<Files>) -> Self {
        let (done, underway) = channel();
        let index = move || {
            if let Ok(pack) = Pack::open(files) {
                // Whoever waited may have left, and nobody needs to know.
                let _ = done.send(Finder::of(&pack, &Localizer::of(&pack)));
            }
        };
        // Without a thread the channel is closed at once, and that is noticed below.
        let _ = thread::Builder::new().name("index".to_owned()).spawn(index);
        Self(underway)
    }

    /// The index, once it has been made; one with nothing in it where that failed.
    pub(super) fn done(&self) -> Option<Finder> {
        match self.0.try_recv() {
            Ok(finder) => Some(finder),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(Finder::default()),
        }
    }
}
