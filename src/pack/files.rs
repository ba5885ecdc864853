//! The files of a pack as they were read: paths and bytes, nothing understood yet.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::report::{Code, Diagnostic, Place};

static EMBEDDED: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

/// Paths (with `/`, relative to the pack) and the bytes that stand there.
#[derive(Clone, Debug, Default)]
pub struct Files {
    read: BTreeMap<Cow<'static, str>, Cow<'static, [u8]>>,
    /// What could not be read, with the reason.
    lost: BTreeMap<String, String>,
}

impl Files {
    /// The shipped pack, which is part of the program.
    pub fn embedded() -> Self {
        let files = EMBEDDED.iter();
        Self {
            read: files
                .map(|(path, bytes)| ((*path).into(), (*bytes).into()))
                .collect(),
            lost: BTreeMap::new(),
        }
    }

    /// Adds a file, or replaces the one at the same path.
    pub fn insert(
        &mut self,
        path: impl Into<Cow<'static, str>>,
        bytes: impl Into<Cow<'static, [u8]>>,
    ) {
        self.read.insert(path.into(), bytes.into());
    }

    /// Notes that something is there but cannot be read.
    pub fn lose(&mut self, path: impl Into<String>, reason: impl Into<String>) {
        self.lost.insert(path.into(), reason.into());
    }

    /// What could not be read, as faults.
    pub fn lost(&self) -> impl Iterator<Item = Diagnostic> + '_ {
        self.lost
            .iter()
            .map(|(path, reason)| unreadable(path, reason))
    }

    /// Takes a file away.
    pub fn remove(&mut self, path: &str) {
        self.read.remove(path);
    }

    /// Whether there is a file at `path`.
    pub fn has(&self, path: &str) -> bool {
        self.read.contains_key(path)
    }

    /// Every file with its bytes, by path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.read
            .iter()
            .map(|(path, bytes)| (path.as_ref(), bytes.as_ref()))
    }

    /// The names of the files in a folder that end in `.end`, without that ending.
    pub fn stems<'a>(&'a self, folder: &'a str, end: &'a str) -> impl Iterator<Item = &'a str> {
        self.read.keys().filter_map(move |path| {
            let name = path.strip_prefix(folder)?.strip_prefix('/')?;
            let stem = name.strip_suffix(end)?.strip_suffix('.')?;
            (!stem.contains('/')).then_some(stem)
        })
    }

    /// The text at `path`, if it is there and is UTF-8.
    pub fn text(&self, path: &str) -> Option<&str> {
        std::str::from_utf8(self.read.get(path)?).ok()
    }

    /// The text at `path`, or what is wrong with it.
    ///
    /// # Errors
    /// The file is not there, or is not UTF-8.
    pub fn read(&self, path: &str) -> Result<&str, Box<Diagnostic>> {
        let bytes = self
            .read
            .get(path)
            .ok_or_else(|| Box::new(self.not_there(path)))?;
        std::str::from_utf8(bytes)
            .map_err(|error| Box::new(not_utf8(path, bytes, error.valid_up_to())))
    }

    fn not_there(&self, path: &str) -> Diagnostic {
        if let Some(reason) = self.lost.get(path) {
            return unreadable(path, reason);
        }
        Diagnostic::new(
            Code::Unreadable,
            Place::file(path),
            format!("the pack has no file `{path}`"),
        )
        .help("a pack is a folder with `data/pack.toml`, flows in `data/flows` and words in `locales`")
    }
}

fn unreadable(path: &str, reason: &str) -> Diagnostic {
    let message = format!("`{path}` cannot be read: {reason}");
    Diagnostic::new(Code::Unreadable, Place::file(path), message)
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
        Place::file(path),
        format!("the file is not UTF-8 text: line {line}, byte {column} is no character"),
    )
    .help("save it again with the encoding UTF-8, without a byte-order mark")
}
