//! The files of a pack as they were read: paths and bytes, nothing understood yet.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::ops::Bound::{Included, Unbounded};
use std::sync::{Arc, OnceLock};

use super::shelf::{Fetched, Shelf};
use crate::diagnostic::{Code, Diagnostic, FilePlace};

static EMBEDDED: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

pub(super) type Bytes = Cow<'static, [u8]>;

/// Reads what stands at a path, or says in words why that cannot be done.
pub type Reader = dyn Fn(&str) -> Result<Vec<u8>, String> + Send + Sync;

/// Paths (with `/`, relative to the pack) and the bytes that stand there.
///
/// Bytes that are not there yet are read when they are first asked for, by
/// whoever opened the pack: the first screen of a large pack needs few of them.
/// Those of a shelf are not even listed before that is asked for.
#[derive(Clone, Default)]
pub struct Files {
    read: BTreeMap<Cow<'static, str>, OnceLock<Result<Bytes, String>>>,
    reader: Option<Arc<Reader>>,
    /// What could not even be listed, with the reason.
    lost: BTreeMap<String, String>,
    /// Whether they are the shipped ones, unchanged.
    shipped: bool,
    /// Where they all stand instead; then nothing else is here.
    shelf: Option<Fetched>,
}

/// What a file of the shipped pack says.
pub fn shipped_text(path: &str) -> Option<&'static str> {
    let at = EMBEDDED.binary_search_by_key(&path, |(name, _)| name);
    let (_, bytes) = EMBEDDED.get(at.ok()?)?;
    std::str::from_utf8(bytes).ok()
}

impl Files {
    /// The shipped pack, which is part of the program.
    pub fn embedded() -> Self {
        let mut files = Self::default();
        for (path, bytes) in EMBEDDED {
            let bytes = Ok(Cow::Borrowed(*bytes));
            files.read.insert((*path).into(), OnceLock::from(bytes));
        }
        files.shipped = true;
        files
    }

    /// Whether this is the shipped pack, which was found faultless when it was shipped.
    pub fn is_shipped(&self) -> bool {
        self.shipped
    }

    /// The files of a shelf, each fetched when it is first asked for.
    pub fn on(shelf: Arc<dyn Shelf>) -> Self {
        Self {
            shelf: Some(Fetched::from(shelf)),
            ..Self::default()
        }
    }

    /// The same files, all of them listed.
    #[must_use]
    pub fn listed(self) -> Self {
        match self.shelf {
            Some(shelf) => shelf.into_all(),
            None => self,
        }
    }

    /// All files, of a shelf too.
    fn all(&self) -> &Self {
        self.shelf.as_ref().map_or(self, Fetched::all)
    }

    /// The same, to be changed: no longer the shipped ones.
    fn changed(&mut self) -> &mut Self {
        *self = std::mem::take(self).listed();
        self.shipped = false;
        self
    }

    /// No files yet, and how to read those that are noted later.
    pub fn with_reader(reader: Arc<Reader>) -> Self {
        Self {
            reader: Some(reader),
            ..Self::default()
        }
    }

    /// Adds a file, or replaces the one at the same path.
    pub fn insert(&mut self, path: impl Into<Cow<'static, str>>, bytes: impl Into<Bytes>) {
        self.changed()
            .read
            .insert(path.into(), OnceLock::from(Ok(bytes.into())));
    }

    /// Notes that there is a file, to be read when it is needed.
    pub fn note(&mut self, path: impl Into<Cow<'static, str>>) {
        self.changed().read.insert(path.into(), OnceLock::new());
    }

    /// What stands at a path, read now if it was not read before.
    pub(super) fn bytes(&self, path: &str) -> Option<Result<&[u8], &str>> {
        if let Some(shelf) = &self.shelf {
            return shelf.bytes(path);
        }
        let content = self.read.get(path)?.get_or_init(|| self.fetch(path));
        Some(content.as_ref().map(AsRef::as_ref).map_err(String::as_str))
    }

    fn fetch(&self, path: &str) -> Result<Bytes, String> {
        let reader = self.reader.as_ref();
        let reader = reader.ok_or_else(|| "nobody reads it".to_owned())?;
        reader(path).map(Cow::Owned)
    }

    /// Notes that something is there but cannot be read.
    pub fn lose(&mut self, path: impl Into<String>, reason: impl Into<String>) {
        self.changed().lost.insert(path.into(), reason.into());
    }

    /// What could not be read, as faults; all that was not read before is read for it.
    pub fn lost(&self) -> impl Iterator<Item = Diagnostic> + '_ {
        let all = self.all();
        let listed = all.lost.iter();
        let listed = listed.map(|(path, reason)| unreadable(path, reason));
        listed.chain(all.read.keys().filter_map(|path| {
            let reason = all.bytes(path)?.err()?;
            Some(unreadable(path, reason))
        }))
    }

    /// Whether there is nothing at all.
    pub fn is_empty(&self) -> bool {
        let all = self.all();
        all.read.is_empty() && all.lost.is_empty()
    }

    /// Takes a file away.
    pub fn remove(&mut self, path: &str) {
        self.changed().read.remove(path);
    }

    /// Whether there is a file at `path`.
    pub fn has(&self, path: &str) -> bool {
        match &self.shelf {
            Some(shelf) => shelf.has(path),
            None => self.read.contains_key(path),
        }
    }

    /// Whether there may be a file at `path` all the same: a folder above it cannot be looked into.
    pub fn is_lost(&self, path: &str) -> bool {
        self.lost_above(path).is_some()
    }

    fn lost_above(&self, path: &str) -> Option<(&String, &String)> {
        self.all().lost.iter().find(|(lost, _)| {
            let below = path.strip_prefix(lost.as_str());
            below.is_some_and(|below| below.is_empty() || below.starts_with('/'))
        })
    }

    /// Every file that can be read with its bytes, by path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        let all = self.all();
        let paths = all.read.keys();
        paths.filter_map(|path| Some((path.as_ref(), all.bytes(path)?.ok()?)))
    }

    /// The names of the files in a folder that end in `.end`, without that ending.
    pub fn stems<'a>(&'a self, folder: &'a str, end: &'a str) -> impl Iterator<Item = &'a str> {
        let below = self
            .all()
            .read
            .range::<str, _>((Included(folder), Unbounded));
        let inside = below.take_while(move |(path, _)| path.starts_with(folder));
        inside.filter_map(move |(path, _)| {
            let name = path.strip_prefix(folder)?.strip_prefix('/')?;
            let stem = name.strip_suffix(end)?.strip_suffix('.')?;
            (!stem.contains('/')).then_some(stem)
        })
    }

    /// The text at `path`, if it is there and is UTF-8.
    pub fn text(&self, path: &str) -> Option<&str> {
        std::str::from_utf8(self.bytes(path)?.ok()?).ok()
    }

    /// The text at `path`, or what is wrong with it.
    ///
    /// # Errors
    /// The file is not there, cannot be read, or is not UTF-8.
    pub fn read(&self, path: &str) -> Result<&str, Box<Diagnostic>> {
        let bytes = match self.bytes(path) {
            Some(Ok(bytes)) => bytes,
            Some(Err(reason)) => return Err(Box::new(unreadable(path, reason))),
            None => return Err(Box::new(self.not_there(path))),
        };
        std::str::from_utf8(bytes)
            .map_err(|error| Box::new(not_utf8(path, bytes, error.valid_up_to())))
    }

    fn not_there(&self, path: &str) -> Diagnostic {
        if let Some((lost, reason)) = self.lost_above(path) {
            return unreadable(lost, reason);
        }
        Diagnostic::new(
            Code::Unreadable,
            FilePlace::file(path),
            format!("the pack has no file `{path}`"),
        )
        .help("a pack is a folder with `data/pack.toml`, flows in `data/flows` and words in `locales`")
    }
}

impl fmt::Debug for Files {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.all().read.keys()).finish()
    }
}

fn unreadable(path: &str, reason: &str) -> Diagnostic {
    let message = format!("`{path}` cannot be read: {reason}");
    Diagnostic::new(Code::Unreadable, FilePlace::file(path), message)
        .help("see who may read it, and whether it is still there")
}

fn not_utf8(path: &str, bytes: &[u8], at: usize) -> Diagnostic {
    let before = bytes.get(..at).unwrap_or_default();
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    let column = before
        .iter()
        .rev()
        .take_while(|byte| **byte != b'\n')
        .count()
        + 1;
    Diagnostic::new(
        Code::NotUtf8,
        FilePlace::file(path),
        format!("the file is not UTF-8 text: line {line}, byte {column} is no character"),
    )
    .help("save it again with the encoding UTF-8, without a byte-order mark")
}
