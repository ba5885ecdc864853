//! Watching a pack's folder: whether files were saved is asked again and again, since not every
//! network share tells by itself.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, SystemTime};

use super::pack_folder::read_folder;
use crate::check::unfit;
use crate::pack::{Files, Pack};
use crate::report::brief;

/// How long between two looks: found, left to settle, and shown within a second.
pub(super) const PAUSE: Duration = Duration::from_millis(250);

/// How deep folders are looked into.
const DEPTH: usize = 6;

/// A folder that is looked at by a thread of its own, so that a slow share never holds up a key.
pub(super) struct Watch(Receiver<Result<Files, String>>);

impl Watch {
    /// Begins to watch a folder.
    pub(super) fn start(folder: PathBuf) -> Self {
        let (sender, receiver) = channel();
        thread::spawn(move || watch(&folder, &sender));
        Self(receiver)
    }

    /// The pack as it was last saved, or why it cannot be shown; none where nothing was saved.
    pub(super) fn saved(&self) -> Option<Result<Pack, String>> {
        let last = self.0.try_iter().last()?;
        Some(last.and_then(fit_to_show))
    }
}

/// Ends when nobody listens any more.
fn watch(folder: &Path, listener: &Sender<Result<Files, String>>) {
    // The first picture comes first: looking at a thousand files would hold it up.
    thread::sleep(PAUSE / 5);
    let mut known = stamps(folder);
    let mut settling = false;
    loop {
        thread::sleep(PAUSE);
        let found = stamps(folder);
        if found != known {
            known = found;
            settling = true;
        } else if settling {
            settling = false;
            let files = read_folder(folder).map_err(|error| format!("{error:#}"));
            if listener.send(files).is_err() {
                return;
            }
        }
    }
}

/// When each file of a pack was changed, and how long it is.
fn stamps(folder: &Path) -> Vec<(PathBuf, Option<SystemTime>, u64)> {
    let mut stamps = Vec::new();
    for part in ["data", "locales"] {
        look(&folder.join(part), DEPTH, &mut stamps);
    }
    stamps.sort();
    stamps
}

fn look(folder: &Path, depth: usize, stamps: &mut Vec<(PathBuf, Option<SystemTime>, u64)>) {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    for entry in entries {
        let path = entry.path();
        let Ok(about) = std::fs::metadata(&path) else {
            continue;
        };
        if about.is_dir() && depth > 0 {
            look(&path, depth - 1, stamps);
        } else if about.is_file() {
            stamps.push((path, about.modified().ok(), about.len()));
        }
    }
}

/// A pack of these files, or the first of its faults with file and line.
fn fit_to_show(files: Files) -> Result<Pack, String> {
    let texts = files.clone();
    let first = |faults: &[crate::report::Diagnostic]| {
        let fault = faults.first();
        fault.map(|fault| brief(fault, |path| texts.text(path)))
    };
    let pack = Pack::open(files).map_err(|faults| first(&faults).unwrap_or_default())?;
    match first(&unfit(&pack)) {
        Some(fault) => Err(fault),
        None => Ok(pack),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn export(to: &Path) {
        for (path, bytes) in Files::embedded().iter() {
            let file = to.join(path);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, bytes).unwrap();
        }
    }

    #[test]
    fn what_is_saved_is_seen_in_time_and_size() {
        let folder = tempfile::tempdir().unwrap();
        export(folder.path());
        let before = stamps(folder.path());
        assert_eq!(before, stamps(folder.path()));
        let file = folder.path().join("locales/nl/flows/locked.ftl");
        fs::write(&file, fs::read_to_string(&file).unwrap() + "\n").unwrap();
        assert_ne!(before, stamps(folder.path()));
    }

    #[test]
    fn a_fault_names_file_and_line() {
        let mut files = Files::embedded();
        assert!(fit_to_show(files.clone()).is_ok());
        files.insert(
            "locales/nl/flows/locked.ftl",
            b"title Geblokkeerd\n".to_vec(),
        );
        let fault = fit_to_show(files).err().unwrap();
        assert!(
            fault.starts_with("locales/nl/flows/locked.ftl:1:"),
            "{fault}"
        );
    }
}
