//! Watching a pack's folder, so that what is saved there shows by itself.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use notify::{Config, Event, PollWatcher, RecursiveMode, Watcher, recommended_watcher};

use super::local_disk::is_on_local_disk;
use super::pack_folder::{PARTS, read_folder};
use super::setup::against;
use crate::diagnostic::{Diagnostic, brief};
use crate::lint::unfit;
use crate::pack::{Files, Pack};

/// For how long a folder must be left alone before it is read: a save takes several steps.
const QUIET: Duration = Duration::from_millis(100);
/// How often a folder is looked through that does not tell of saves.
const AGAIN: Duration = Duration::from_millis(700);

/// A pack as it was saved, or why it cannot be shown.
pub(super) type Saved = Result<Pack, String>;

/// Begins to watch a folder, by a thread of its own, so that a slow share never holds up a key.
/// Calls `wake` after each save that is to be fetched.
pub(super) fn watch(mut folder: Folder, wake: impl Fn() + Send + 'static) -> Receiver<Saved> {
    let (sender, saved) = channel();
    let tell = move |saved| {
        let heard = sender.send(saved).is_ok();
        wake();
        heard
    };
    // Where there is no thread to be had the desk works on, and shows what it has.
    let thread = thread::Builder::new().name("watch".to_owned());
    let _ = thread.spawn(move || folder.watch(tell));
    saved
}

/// What is watched, for whom.
pub(super) struct Folder {
    /// Where the pack stands.
    pub(super) path: PathBuf,
    /// The settings folder of the desk, which may know what does not go with a pack.
    pub(super) settings: Option<PathBuf>,
    /// What was read of it last.
    pub(super) files: Result<Arc<Files>, String>,
}

impl Folder {
    /// Tells of each save, until nobody hears it any more.
    fn watch(&mut self, tell: impl Fn(Saved) -> bool) {
        loop {
            let (sender, events) = channel();
            // Anew after each save: another folder may stand there by the same name, or none.
            let watcher = watcher(&self.path, sender.clone());
            if self.saved().is_some_and(|saved| !tell(saved)) {
                return;
            }
            // An error of either is that nothing came in time.
            let _ = match watcher {
                Ok(_) => events.recv().ok(),
                Err(_) => events.recv_timeout(AGAIN).ok(),
            };
            while events.recv_timeout(QUIET).is_ok() {}
        }
    }

    /// What is there, where it is not what was there before: an event may tell of anything.
    fn saved(&mut self) -> Option<Saved> {
        let files = read_folder(&self.path).map_err(|error| format!("{error:#}"));
        let files = files.map(Arc::new);
        if files == self.files {
            return None;
        }
        self.files = files.clone();
        Some(files.and_then(|files| fit_to_show(files, self.settings.as_deref())))
    }
}

/// Watches the folders of a pack, and the one around them in which they may come and go.
fn watcher(folder: &Path, sender: Sender<()>) -> notify::Result<Box<dyn Watcher>> {
    let told = move |event: notify::Result<Event>| {
        // To be read is no save.
        if event.is_ok_and(|event| !event.kind.is_access()) {
            // The listener has gone where it is about to watch anew.
            let _ = sender.send(());
        }
    };
    let mut watcher: Box<dyn Watcher> = if is_on_local_disk(folder) {
        Box::new(recommended_watcher(told)?)
    } else {
        // By what files hold: a share may keep their times in steps of two seconds.
        let config = Config::default().with_poll_interval(AGAIN);
        Box::new(PollWatcher::new(told, config.with_compare_contents(true))?)
    };
    watcher.watch(folder, RecursiveMode::NonRecursive)?;
    for part in PARTS.map(|part| folder.join(part)) {
        if part.is_dir() {
            watcher.watch(&part, RecursiveMode::Recursive)?;
        }
    }
    Ok(watcher)
}

/// A pack that a desk can show beside what it knows itself, or the first fault with file and line.
fn fit_to_show(files: Arc<Files>, settings: Option<&Path>) -> Saved {
    let told = |fault: &Diagnostic| brief(fault, |path| files.text(path));
    let first = |faults: &[Diagnostic]| faults.first().map(told);
    let pack = Pack::open(Arc::clone(&files));
    let pack = pack.map_err(|faults| first(&faults).unwrap_or_default())?;
    match first(&unfit(&pack)).or_else(|| against(settings, &pack)) {
        Some(fault) => Err(fault),
        None => Ok(pack),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn shipped_with(path: &'static str, text: &str) -> Arc<Files> {
        let mut files = Files::embedded();
        files.insert(path, text.as_bytes().to_vec());
        Arc::new(files)
    }

    /// A folder with the shipped pack in it, as `pack`.
    fn shipped_folder() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, bytes) in Files::embedded().iter() {
            let file = folder.path().join("pack").join(name);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, bytes).unwrap();
        }
        folder
    }

    fn watched(folder: &tempfile::TempDir) -> Folder {
        let path = folder.path().join("pack");
        Folder {
            files: Ok(Arc::new(read_folder(&path).unwrap())),
            path,
            settings: None,
        }
    }

    /// The same, with what is told of it.
    struct Watched {
        folder: tempfile::TempDir,
        woken: Receiver<()>,
        watch: Receiver<Saved>,
    }

    impl Watched {
        fn new() -> Self {
            let folder = shipped_folder();
            let (sender, woken) = channel();
            let watch = watch(watched(&folder), move || {
                let _ = sender.send(());
            });
            Self {
                folder,
                woken,
                watch,
            }
        }

        fn path(&self, name: &str) -> PathBuf {
            self.folder.path().join("pack").join(name)
        }

        fn save(&self, name: &str, text: &str) {
            fs::write(self.path(name), text).unwrap();
        }

        fn saved(&self) -> Saved {
            self.woken.recv_timeout(Duration::from_secs(20)).unwrap();
            self.watch.try_iter().last().unwrap()
        }
    }

    const LOCKED: &str = "locales/nl/flows/locked.ftl";

    #[test]
    fn each_save_is_told_once() {
        let watched = Watched::new();
        let title = |pack: &Pack| pack.files().text(LOCKED).unwrap().to_owned();
        for text in ["title = One\n", "title = Two\n", "title = Six\n"] {
            watched.save(LOCKED, text);
            assert_eq!(title(&watched.saved().unwrap()), text);
        }
        watched.save(LOCKED, "title Two\n");
        assert!(watched.saved().unwrap_err().starts_with(LOCKED));
    }

    #[test]
    fn what_is_no_part_of_the_pack_is_not_told() {
        let folder = shipped_folder();
        let mut watched = watched(&folder);
        let save = |name: &str, text: &str| fs::write(watched.path.join(name), text).unwrap();
        save("data/.#pack.toml", "an editor's own");
        save("data/pack.toml~", "an editor's own");
        save(
            "data/pack.toml",
            Files::embedded().text("data/pack.toml").unwrap(),
        );
        assert!(watched.saved().is_none());
    }

    #[test]
    fn a_folder_in_the_place_of_another_is_watched_too() {
        let watched = Watched::new();
        let (here, away) = (watched.path(""), watched.folder.path().join("away"));
        fs::rename(&here, &away).unwrap();
        assert!(watched.saved().unwrap_err().contains("cannot open"));
        fs::rename(&away, &here).unwrap();
        assert!(watched.saved().is_ok());
        fs::remove_file(watched.path("data/flows/locked.toml")).unwrap();
        assert!(watched.saved().is_err());
    }

    #[test]
    fn a_fault_names_file_and_line() {
        assert!(fit_to_show(Arc::new(Files::embedded()), None).is_ok());
        let fault = fit_to_show(shipped_with(LOCKED, "title Geblokkeerd\n"), None);
        let fault = fault.err().unwrap();
        assert!(fault.starts_with(&format!("{LOCKED}:1:")), "{fault}");
    }

    #[test]
    fn a_law_that_a_desks_own_academic_year_breaks_is_a_fault_of_that_desk() {
        let settings = tempfile::tempdir().unwrap();
        let own = "[[academic-year]]\nstart = 2026-09-21\n";
        fs::write(settings.path().join("desk.toml"), own).unwrap();
        let shipped = Files::embedded();
        assert!(fit_to_show(Arc::new(shipped.clone()), Some(settings.path())).is_ok());
        let law = shipped.text("data/closings.toml").unwrap();
        let law = law.replacen("\"09-01\"", "\"09-22\"", 1);
        let files = shipped_with("data/closings.toml", &law);
        let fault = fit_to_show(files, Some(settings.path())).err().unwrap();
        let year = "cannot start on 2026-09-21: by law it starts from 09-22 to 10-01";
        assert!(
            fault.contains("desk.toml:2:9") && fault.contains(year),
            "{fault}"
        );
    }
}
