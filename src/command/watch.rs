//! Watching a pack's folder: whether files were saved is asked again and again, since not every
//! network share tells by itself.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use super::pack_folder::read_folder;
use super::seen::Seen;
use super::settings_folder::against;
use crate::diagnostic::{Diagnostic, brief};
use crate::lint::unfit;
use crate::pack::{Files, Pack};

/// How long between two looks: found, left to settle, and shown within a second.
pub(super) const PAUSE: Duration = Duration::from_millis(250);
/// The longest pause after which a save still shows within a second.
const LONGEST_PAUSE: Duration = Duration::from_millis(600);
/// How many times as long as a look the pause after it lasts: thousands of files keep no processor busy.
const REST: u32 = 40;

/// A folder that is looked at by a thread of its own, so that a slow share never holds up a key.
pub(super) struct Watch(Receiver<Result<Files, String>>);

impl Watch {
    /// Begins to watch a pack's folder, for a desk with settings in a folder of its own.
    pub(super) fn start(folder: PathBuf, settings: Option<PathBuf>) -> Self {
        let (sender, receiver) = channel();
        thread::spawn(move || watch(&folder, settings.as_deref(), &sender));
        Self(receiver)
    }

    /// The pack as it was last saved, or why it cannot be shown; none where nothing was saved.
    pub(super) fn saved(&self) -> Option<Result<Pack, String>> {
        let last = self.0.try_iter().last()?;
        Some(last.and_then(|files| open(&files)))
    }
}

/// Ends at the first save that nobody listens to any more.
fn watch(folder: &Path, settings: Option<&Path>, listener: &Sender<Result<Files, String>>) {
    // The first picture comes first: looking at a thousand files would hold it up.
    thread::sleep(PAUSE / 5);
    let mut seen = Seen::default();
    let mut settling = false;
    loop {
        let begun = Instant::now();
        let saved = seen.look(folder, SystemTime::now());
        let pause = pause_after(begun.elapsed());
        if saved {
            settling = true;
        } else if settling {
            settling = false;
            let files = read_folder(folder).map_err(|error| format!("{error:#}"));
            let files = files.and_then(|files| fit_to_show(files, settings));
            if listener.send(files).is_err() {
                return;
            }
        }
        thread::sleep(if settling { PAUSE / 2 } else { pause });
    }
}

fn pause_after(look: Duration) -> Duration {
    look.saturating_mul(REST).clamp(PAUSE, LONGEST_PAUSE)
}

/// Files that a desk can show beside what it knows itself, or the first fault with file and line.
/// All are read here and now.
fn fit_to_show(files: Files, settings: Option<&Path>) -> Result<Files, String> {
    let pack = open(&files.listed())?;
    let files = pack.files();
    let fault = unfit(&pack).first().map(|fault| told(fault, files));
    match fault.or_else(|| against(settings, &pack)) {
        Some(fault) => Err(fault),
        None => Ok(files.clone()),
    }
}

fn open(files: &Files) -> Result<Pack, String> {
    let first = |faults: Vec<Diagnostic>| faults.first().map(|fault| told(fault, files));
    Pack::open(files.clone()).map_err(|faults| first(faults).unwrap_or_default())
}

fn told(fault: &Diagnostic, files: &Files) -> String {
    brief(fault, |path| files.text(path))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[test]
    fn what_is_handed_over_needs_no_more_of_the_disk() {
        let shipped = Files::embedded();
        let paths: Vec<String> = shipped.iter().map(|(path, _)| path.to_owned()).collect();
        let read = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&read);
        let mut files = Files::with_reader(Arc::new(move |path: &str| {
            count.fetch_add(1, Ordering::Relaxed);
            Ok(shipped.text(path).unwrap().as_bytes().to_vec())
        }));
        let all = paths.len();
        paths.into_iter().for_each(|path| files.note(path));
        let fit = fit_to_show(files, None).unwrap();
        assert_eq!(read.load(Ordering::Relaxed), all);
        unfit(&open(&fit).unwrap());
        assert_eq!(read.load(Ordering::Relaxed), all, "read twice");
    }

    #[test]
    fn a_long_look_is_followed_by_a_long_rest() {
        let after = |millis| pause_after(Duration::from_millis(millis)).as_millis();
        assert_eq!([0, 6, 10, 15, 60_000].map(after), [250, 250, 400, 600, 600]);
    }

    #[test]
    fn a_fault_names_file_and_line() {
        let mut files = Files::embedded();
        assert!(fit_to_show(files.clone(), None).is_ok());
        files.insert(
            "locales/nl/flows/locked.ftl",
            b"title Geblokkeerd\n".to_vec(),
        );
        let fault = fit_to_show(files, None).err().unwrap();
        assert!(
            fault.starts_with("locales/nl/flows/locked.ftl:1:"),
            "{fault}"
        );
    }

    #[test]
    fn a_law_that_a_desks_own_academic_year_breaks_is_a_fault_of_that_desk() {
        let settings = tempfile::tempdir().unwrap();
        let own = "[[academic-year]]\nstart = 2026-09-21\n";
        std::fs::write(settings.path().join("desk.toml"), own).unwrap();
        let mut files = Files::embedded();
        assert!(fit_to_show(files.clone(), Some(settings.path())).is_ok());
        let law = files.text("data/closings.toml").unwrap();
        let law = law.replacen("\"09-01\"", "\"09-22\"", 1);
        files.insert("data/closings.toml", law.into_bytes());
        let fault = fit_to_show(files, Some(settings.path())).err().unwrap();
        let year = "cannot start on 2026-09-21: by law it starts from 09-22 to 10-01";
        assert!(
            fault.contains("desk.toml:2:9") && fault.contains(year),
            "{fault}"
        );
    }
}
