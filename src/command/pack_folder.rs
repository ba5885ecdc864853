//! Reading a pack's folder from disk.

use std::fs::{self, DirEntry};
use std::io;
use std::path::{Path, PathBuf};

use anyhow::Context;

use crate::pack::Files;

/// The folders of a pack.
pub(super) const PARTS: [&str; 2] = ["data", "locales"];
/// How deep folders may lie in a pack.
const DEPTH: usize = 6;
/// How many bytes of a file are read: no file of words or structure is larger.
const LARGEST: u64 = 16 * 1024 * 1024;

/// The files of a pack's `data` and `locales` folders; what is there and cannot be read is noted
/// with its reason, and does not keep the rest from being read.
///
/// # Errors
/// The folder itself is missing, cannot be opened, or holds neither of the two.
pub fn read_folder(folder: &Path) -> anyhow::Result<Files> {
    fs::read_dir(folder)
        .with_context(|| format!("cannot open the pack folder {}", folder.display()))?;
    let mut reader = Reader {
        files: Files::default(),
        above: fs::canonicalize(folder).into_iter().collect(),
    };
    let is_there = |part: &&str| folder.join(part).symlink_metadata().is_ok();
    let parts: Vec<&str> = PARTS.into_iter().filter(is_there).collect();
    anyhow::ensure!(
        !parts.is_empty(),
        "the pack folder {} holds no data and no locales: a pack has data/pack.toml, data/flows and locales",
        folder.display()
    );
    for part in parts {
        reader.folder(&folder.join(part), part);
    }
    Ok(reader.files)
}

/// Goes through folders; names have `/` between them.
struct Reader {
    files: Files,
    /// The folders from the pack's own to the one that is read: a link to one of them, or above it,
    /// goes round.
    above: Vec<PathBuf>,
}

impl Reader {
    fn folder(&mut self, folder: &Path, name: &str) {
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

    fn entry(&mut self, entry: &DirEntry, name: &str) {
        let ours = [".toml", ".ftl"].iter().any(|end| name.ends_with(end));
        let may_be_folder = Path::new(name).extension().is_none();
        let path = entry.path();
        // Follows a link; what else there is, the folder itself tells.
        let kind = match entry.file_type() {
            Ok(kind) if kind.is_symlink() => fs::metadata(&path).map(|about| about.file_type()),
            kind => kind,
        };
        let read = match kind {
            Ok(kind) if kind.is_dir() => return self.folder(&path, name),
            Ok(_) if ours => read(&path),
            Err(error) if ours || may_be_folder => Err(error),
            Ok(_) | Err(_) => return,
        };
        match read {
            Ok(bytes) => self.files.insert(name.to_owned(), bytes),
            Err(error) => self.lose(name, &error),
        }
    }

    fn lose(&mut self, name: &str, error: &io::Error) {
        // The reason in words, without the number that the system gives it.
        let reason = error.to_string();
        let reason = reason.split(" (os error").next().unwrap_or_default();
        self.files.lose(name.to_owned(), reason.to_lowercase());
    }
}

fn read(path: &Path) -> io::Result<Vec<u8>> {
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
