//! The files of a pack as they were read: paths and bytes, nothing understood yet.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::ops::Bound::{Included, Unbounded};

use crate::diagnostic::{Code, Diagnostic, FilePlace};
use crate::id::FlowId;

static EMBEDDED: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

/// The folder of the flows.
pub(super) const FLOWS: &str = "data/flows";

/// Where a flow's file stands.
pub fn flow_path(id: &FlowId) -> String {
    format!("{FLOWS}/{id}.toml")
}

/// Where one of the files stands that all flows share.
pub(super) fn data_path(name: &str) -> String {
    format!("data/{name}.toml")
}

type Bytes = Cow<'static, [u8]>;

/// What stands at each path (with `/`, relative to the pack), or why it could not be read. A path
/// that could not be read may also be that of a folder.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Files(BTreeMap<Cow<'static, str>, Result<Bytes, String>>);

/// What a file of the shipped pack says.
pub fn shipped_text(path: &str) -> Option<&'static str> {
    let at = EMBEDDED.binary_search_by_key(&path, |(name, _)| name);
    let (_, bytes) = EMBEDDED.get(at.ok()?)?;
    std::str::from_utf8(bytes).ok()
}

impl Files {
    /// The shipped pack, which is part of the program.
    pub fn embedded() -> Self {
        let files = EMBEDDED.iter();
        let files = files.map(|(path, bytes)| ((*path).into(), Ok(Cow::Borrowed(*bytes))));
        Self(files.collect())
    }

    /// Adds a file, or replaces the one at the same path.
    pub fn insert(&mut self, path: impl Into<Cow<'static, str>>, bytes: impl Into<Bytes>) {
        self.0.insert(path.into(), Ok(bytes.into()));
    }

    /// Notes that something is there but cannot be read.
    pub fn lose(&mut self, path: impl Into<Cow<'static, str>>, reason: impl Into<String>) {
        self.0.insert(path.into(), Err(reason.into()));
    }

    /// Takes a file away.
    pub fn remove(&mut self, path: &str) {
        self.0.remove(path);
    }

    /// What could not be read, as faults.
    pub fn lost(&self) -> impl Iterator<Item = Diagnostic> + '_ {
        let files = self.0.iter();
        files.filter_map(|(path, content)| Some(unreadable(path, content.as_ref().err()?)))
    }

    /// Whether there is a file at `path`, readable or not.
    pub fn has(&self, path: &str) -> bool {
        self.0.contains_key(path)
    }

    /// Whether what may stand at `path` cannot be read: the file itself, or a folder above it.
    pub fn is_lost(&self, path: &str) -> bool {
        self.lost_above(path).is_some()
    }

    fn lost_above(&self, path: &str) -> Option<Diagnostic> {
        let ends = path.match_indices('/').map(|(end, _)| end);
        let mut above = ends.chain([path.len()]).filter_map(|end| path.get(..end));
        above.find_map(|above| Some(unreadable(above, self.0.get(above)?.as_ref().err()?)))
    }

    /// Every file that could be read with its bytes, by path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        let files = self.0.iter();
        files.filter_map(|(path, content)| Some((path.as_ref(), content.as_deref().ok()?)))
    }

    /// The names of the files in a folder that end in `.end`, without that ending.
    pub fn stems<'a>(&'a self, folder: &'a str, end: &'a str) -> impl Iterator<Item = &'a str> {
        let below = self.0.range::<str, _>((Included(folder), Unbounded));
        let inside = below.take_while(move |(path, _)| path.starts_with(folder));
        inside.filter_map(move |(path, _)| {
            let name = path.strip_prefix(folder)?.strip_prefix('/')?;
            let stem = name.strip_suffix(end)?.strip_suffix('.')?;
            (!stem.contains('/')).then_some(stem)
        })
    }

    /// The names of the flows, as files say where something leads.
    pub(super) fn flow_targets(&self) -> Vec<String> {
        let flows = self.stems(FLOWS, "toml");
        flows.map(|flow| format!("flow:{flow}")).collect()
    }

    /// The text at `path`, if it is there and is UTF-8.
    pub fn text(&self, path: &str) -> Option<&str> {
        std::str::from_utf8(self.0.get(path)?.as_deref().ok()?).ok()
    }

    /// The text at `path`, or what is wrong with it.
    ///
    /// # Errors
    /// The file is not there, cannot be read, or is not UTF-8.
    pub fn read(&self, path: &str) -> Result<&str, Box<Diagnostic>> {
        let Some(Ok(bytes)) = self.0.get(path) else {
            let lost = self.lost_above(path);
            return Err(Box::new(lost.unwrap_or_else(|| not_there(path))));
        };
        std::str::from_utf8(bytes)
            .map_err(|error| Box::new(not_utf8(path, bytes, error.valid_up_to())))
    }
}

impl fmt::Debug for Files {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.keys()).finish()
    }
}

fn not_there(path: &str) -> Diagnostic {
    let message = format!("the pack has no file `{path}`");
    Diagnostic::new(Code::Unreadable, FilePlace::file(path), message).help(
        "a pack is a folder with `data/pack.toml`, flows in `data/flows` and words in `locales`",
    )
}

fn unreadable(path: &str, reason: &str) -> Diagnostic {
    let message = format!("`{path}` cannot be read: {reason}");
    Diagnostic::new(Code::Unreadable, FilePlace::file(path), message)
        .help("see who may read it, and whether it is still there")
}

fn not_utf8(path: &str, bytes: &[u8], at: usize) -> Diagnostic {
    let before = bytes.get(..at).unwrap_or_default();
    let lines: Vec<&[u8]> = before.split(|byte| *byte == b'\n').collect();
    let (line, column) = (lines.len(), lines.last().map_or(0, |line| line.len()) + 1);
    let message = format!("the file is not UTF-8 text: line {line}, byte {column} is no character");
    Diagnostic::new(Code::NotUtf8, FilePlace::file(path), message)
        .help("save it again with the encoding UTF-8, without a byte-order mark")
}
