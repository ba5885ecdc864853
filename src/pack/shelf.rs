//! Files that stand somewhere else: each is fetched when it is first asked for,
//! and what there is in all is listed when that is asked for.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use super::files::{Bytes, Files};

/// Where files stand, such as a folder on disk.
pub trait Shelf: Send + Sync {
    /// Whether something stands at a path.
    fn has(&self, path: &str) -> bool;

    /// What stands at a path.
    ///
    /// # Errors
    /// It cannot be read, for a reason in words.
    fn read(&self, path: &str) -> Result<Vec<u8>, String>;

    /// All that stands there, noted and not read.
    fn list(&self) -> Files;
}

/// A shelf, and what has been fetched from it.
#[derive(Clone)]
pub(super) struct Fetched {
    shelf: Arc<dyn Shelf>,
    listed: OnceLock<Box<Files>>,
    /// What was asked for before all was listed: a first picture asks for a dozen files of thousands.
    early: OnceLock<Box<Early>>,
}

/// A chain, so that what is lent out stays where it is while more is fetched.
#[derive(Clone)]
struct Early {
    path: String,
    content: Option<Result<Bytes, String>>,
    next: OnceLock<Box<Early>>,
}

impl Fetched {
    pub(super) fn from(shelf: Arc<dyn Shelf>) -> Self {
        Self {
            shelf,
            listed: OnceLock::new(),
            early: OnceLock::new(),
        }
    }

    /// All that there is; listed now, if it was not listed before.
    pub(super) fn all(&self) -> &Files {
        self.listed.get_or_init(|| Box::new(self.shelf.list()))
    }

    pub(super) fn into_all(mut self) -> Files {
        match self.listed.take() {
            Some(all) => *all,
            None => self.shelf.list(),
        }
    }

    pub(super) fn has(&self, path: &str) -> bool {
        match self.listed.get() {
            Some(all) => all.has(path),
            None => self.shelf.has(path),
        }
    }

    pub(super) fn bytes(&self, path: &str) -> Option<Result<&[u8], &str>> {
        if let Some(all) = self.listed.get() {
            return all.bytes(path);
        }
        let mut place = &self.early;
        loop {
            let early = place.get_or_init(|| Box::new(self.fetch(path)));
            if early.path == path {
                let content = early.content.as_ref()?;
                return Some(content.as_ref().map(AsRef::as_ref).map_err(String::as_str));
            }
            place = &early.next;
        }
    }

    fn fetch(&self, path: &str) -> Early {
        let read = || self.shelf.read(path).map(Cow::Owned);
        Early {
            path: path.to_owned(),
            content: self.shelf.has(path).then(read),
            next: OnceLock::new(),
        }
    }
}
