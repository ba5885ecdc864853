//! The files of a pack as they were read: paths and bytes, nothing understood yet.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::report::{Code, Diagnostic, Place};

static EMBEDDED: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

/// Paths (with `/`, relative to the pack) and the bytes that stand there.
#[derive(Clone, Debug, Default)]
pub struct Files(BTreeMap<Cow<'static, str>, Cow<'static, [u8]>>);

impl Files {
    /// The shipped pack, which is part of the program.
    pub fn embedded() -> Self {
        let files = EMBEDDED.iter();
        Self(
            files
                .map(|(path, bytes)| ((*path).into(), (*bytes).into()))
                .collect(),
        )
    }

    /// Adds a file, or replaces the one at the same path.
    pub fn insert(
        &mut self,
        path: impl Into<Cow<'static, str>>,
        bytes: impl Into<Cow<'static, [u8]>>,
    ) {
        self.0.insert(path.into(), bytes.into());
    }

    /// Whether there is a file at `path`.
    pub fn has(&self, path: &str) -> bool {
        self.0.contains_key(path)
    }

    /// Every file with its bytes, by path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.0
            .iter()
            .map(|(path, bytes)| (path.as_ref(), bytes.as_ref()))
    }

    /// The names of the files in a folder that end in `.end`, without that ending.
    pub fn stems<'a>(&'a self, folder: &'a str, end: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.keys().filter_map(move |path| {
            let name = path.strip_prefix(folder)?.strip_prefix('/')?;
            let stem = name.strip_suffix(end)?.strip_suffix('.')?;
            (!stem.contains('/')).then_some(stem)
        })
    }

    /// The text at `path`, if it is there and is UTF-8.
    pub fn text(&self, path: &str) -> Option<&str> {
        std::str::from_utf8(self.0.get(path)?).ok()
    }

    /// The text at `path`, or what is wrong with it.
    ///
    /// # Errors
    /// The file is not there, or is not UTF-8.
    pub fn read(&self, path: &str) -> Result<&str, Box<Diagnostic>> {
        let bytes = self.0.get(path).ok_or_else(|| Box::new(not_there(path)))?;
        std::str::from_utf8(bytes)
            .map_err(|error| Box::new(not_utf8(path, bytes, error.valid_up_to())))
    }
}

fn not_there(path: &str) -> Diagnostic {
    Diagnostic::new(
        Code::Unreadable,
        Place::file(path),
        format!("the pack has no file `{path}`"),
    )
    .help("a pack is a folder with `data/pack.toml`, flows in `data/flows` and words in `locales`")
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
