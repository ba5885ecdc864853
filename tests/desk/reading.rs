//! What the first screen reads of a pack, and what waits until it is needed.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use balie::pack::{Files, Pack, Shelf};

use crate::support::Desk;
use crate::support::pack;

#[test]
fn the_first_screen_reads_no_flow_and_one_language() {
    let read = Arc::new(Mutex::new(Vec::new()));
    let noted = Arc::clone(&read);
    let reader = move |path: &str| {
        noted.lock().unwrap().push(path.to_owned());
        let shipped = pack::files();
        shipped
            .text(path)
            .map(|text| text.as_bytes().to_vec())
            .ok_or_else(|| "gone".to_owned())
    };
    let mut files = Files::with_reader(Arc::new(reader));
    for (path, _) in pack::files().iter() {
        files.note(path.to_owned());
    }
    let mut desk = Desk::with(Pack::open(files).expect("it opens"));
    assert!(desk.shows("Te vaak fout: geblokkeerd"));
    let needless = |path: &String| {
        path.starts_with("data/flows")
            || path.starts_with("data/scenarios")
            || path.starts_with("locales/fr")
    };
    let read_so_far = read.lock().unwrap().clone();
    assert_eq!(read_so_far.iter().find(|path| needless(path)), None);
    let desk = desk.keys("3 F2 F2");
    assert_eq!(desk.here(), "locked/name");
    let read_now = read.lock().unwrap().clone();
    for path in ["data/flows/locked.toml", "locales/fr/flows/locked.ftl"] {
        assert_eq!(
            read_now.iter().filter(|read| *read == path).count(),
            1,
            "{path} is read once"
        );
    }
}

/// The pack of the tests as a folder would have it, and how often it was listed.
#[derive(Default)]
struct Counted {
    lists: AtomicUsize,
}

impl Shelf for Counted {
    fn has(&self, path: &str) -> bool {
        pack::files().has(path)
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, String> {
        let shipped = pack::files();
        let text = shipped.text(path).ok_or("gone")?;
        Ok(text.as_bytes().to_vec())
    }

    fn list(&self) -> Files {
        self.lists.fetch_add(1, Ordering::Relaxed);
        pack::files()
    }
}

#[test]
fn the_first_screen_does_not_list_what_there_is() {
    let counted = Arc::new(Counted::default());
    let lists = || counted.lists.load(Ordering::Relaxed);
    let files = Files::on(Arc::clone(&counted) as Arc<dyn Shelf>);
    assert!(files.has("data/flows/locked.toml") && !files.has("data/flows/lost.toml"));
    assert_eq!(files.text("locales/xx/balie.ftl"), None);
    let mut desk = Desk::with(Pack::open(files.clone()).expect("it opens"));
    assert!(desk.shows("Te vaak fout: geblokkeerd"));
    assert_eq!(lists(), 0, "the first picture waits for no list");
    let desk = desk.minutes(0).keys("3");
    assert_eq!(lists(), 1, "right after it, once");
    assert_eq!(desk.here(), "locked/name");
    let mut changed = files;
    changed.remove("data/flows/locked.toml");
    assert!(!changed.has("data/flows/locked.toml"));
    assert_eq!(changed.iter().count(), pack::files().iter().count() - 1);
}

#[test]
fn a_file_that_vanishes_is_a_fault_with_its_reason() {
    let mut files = pack::files();
    files.remove("data/flows/locked.toml");
    let mut with_reader = Files::with_reader(Arc::new(|_: &str| Err("it is gone".to_owned())));
    for (path, bytes) in files.iter() {
        with_reader.insert(path.to_owned(), bytes.to_vec());
    }
    with_reader.note("data/flows/locked.toml");
    let mut desk = Desk::with(Pack::open(with_reader).expect("it opens")).keys("3");
    assert!(
        desk.shows("`data/flows/locked.toml` cannot be read: it is gone"),
        "{}",
        desk.screen()
    );
}
