//! Reading a pack's folder from disk.

use std::fs::{self, DirEntry};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context;

use crate::pack::{Files, Shelf};

/// How deep folders may lie in a pack.
const DEPTH: usize = 6;
/// How many bytes of a file are read: no file of words or structure is larger.
const LARGEST: u64 = 16 * 1024 * 1024;

/// The files of a pack's `data` and `locales` folders, each to be read when it is needed; what is
/// there and cannot be read is noted with its reason, and does not keep the rest from being read.
///
/// # Errors
/// The folder itself is missing, cannot be opened, or holds neither of the two.
pub fn read_folder(folder: &Path) -> anyhow::Result<Files> {
    fs::read_dir(folder)
        .with_context(|| format!("cannot open the pack folder {}", folder.display()))?;
    anyhow::ensure!(
        PARTS
            .iter()
            .any(|part| folder.join(part).symlink_metadata().is_ok()),
        "the pack folder {} holds no data and no locales: a pack has data/pack.toml, data/flows and locales",
        folder.display()
    );
    Ok(Files::on(Arc::new(Folder(folder.to_owned()))))
}

/// The folders of a pack.
const PARTS: [&str; 2] = ["data", "locales"];

/// A pack's folder on disk.
struct Folder(PathBuf);

impl Shelf for Folder {
    fn has(&self, path: &str) -> bool {
        self.0.join(path).exists()
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, String> {
        read(&self.0.join(path)).map_err(|error| reason(&error))
    }

    fn list(&self) -> Files {
        Listing::of(&self.0).files(self.0.clone())
    }
}

/// What a pack's folder holds, by name; nothing of it has been read.
#[derive(Default)]
pub(super) struct Listing {
    /// The files of a pack, with `/` between folders.
    pub(super) names: Vec<String>,
    /// What is there and cannot be looked into, each with the reason.
    lost: Vec<(String, String)>,
    /// The folders from the pack's own to the one that is listed: a link to one of them, or above
    /// it, goes round.
    above: Vec<PathBuf>,
}

impl Listing {
    pub(super) fn of(folder: &Path) -> Self {
        let mut listing = Self {
            above: fs::canonicalize(folder).into_iter().collect(),
            ..Self::default()
        };
        for part in PARTS {
            let inside = folder.join(part);
            if inside.symlink_metadata().is_ok() {
                listing.collect(&inside, part);
            }
        }
        listing
    }

    /// The files themselves, each to be read when it is needed.
    fn files(self, folder: PathBuf) -> Files {
        let folder = Folder(folder);
        let mut files = Files::with_reader(Arc::new(move |name: &str| folder.read(name)));
        self.names.into_iter().for_each(|name| files.note(name));
        for (name, reason) in self.lost {
            files.lose(name, reason);
        }
        files
    }

    fn lose(&mut self, name: &str, error: &io::Error) {
        self.lost.push((name.to_owned(), reason(error)));
    }

    fn collect(&mut self, folder: &Path, name: &str) {
        match self.entries(folder) {
            Ok(entries) => {
                for (entry, end) in entries {
                    self.entry(&entry, &format!("{name}/{end}"));
                }
                self.above.pop();
            }
            Err(error) => self.lose(name, &error),
        }
    }

    /// What stands in a folder, which counts as open from now on. Hidden entries are an editor's.
    fn entries(&mut self, folder: &Path) -> io::Result<Vec<(DirEntry, String)>> {
        let real = fs::canonicalize(folder)?;
        if self.above.iter().any(|above| above.starts_with(&real)) {
            return Err(io::Error::other("this link leads round in a circle"));
        }
        if self.above.len() >= DEPTH {
            return Err(io::Error::other("folders lie too deep for a pack"));
        }
        let mut entries = Vec::new();
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if !name.starts_with('.') {
                entries.push((entry, name));
            }
        }
        self.above.push(real);
        Ok(entries)
    }

    /// Follows a link; what else there is, the folder itself tells.
    fn entry(&mut self, entry: &DirEntry, name: &str) {
        let ours = [".toml", ".ftl"].iter().any(|end| name.ends_with(end));
        let may_be_folder = Path::new(name).extension().is_none();
        let kind = match entry.file_type() {
            Ok(kind) if kind.is_symlink() => {
                fs::metadata(entry.path()).map(|about| about.file_type())
            }
            kind => kind,
        };
        match kind {
            Ok(kind) if kind.is_dir() => self.collect(&entry.path(), name),
            Ok(_) if ours => self.names.push(name.to_owned()),
            Err(error) if ours || may_be_folder => self.lose(name, &error),
            Ok(_) | Err(_) => {}
        }
    }
}

pub(super) fn read(path: &Path) -> io::Result<Vec<u8>> {
    let about = fs::metadata(path)?;
    // A pipe or a device would be waited for without end.
    if !about.is_file() {
        return Err(io::Error::other("it is no ordinary file"));
    }
    if about.len() > LARGEST {
        let sentence = format!("it is larger than {} MB", LARGEST / 1024 / 1024);
        return Err(io::Error::other(sentence));
    }
    fs::read(path)
}

/// The reason in words, without the number that the system gives it.
fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    let end = text.find(" (os error").unwrap_or(text.len());
    text.get(..end).unwrap_or_default().to_lowercase()
}
