//! What was last seen of a pack's files. A save may leave a file as long as it was, and its time
//! too where that is kept in steps of two seconds: a young file is compared by what it holds.

use std::collections::BTreeMap;
use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::Path;
use std::time::{Duration, SystemTime};

use super::pack_folder::{Listing, read};

/// For how long a file is young: the coarsest step of time (that of FAT), and a little more.
const YOUNG: Duration = Duration::from_millis(2_500);

/// What was last seen of each file, by name; none before the first look.
#[derive(Default)]
pub(super) struct Seen(Option<BTreeMap<String, File>>);

/// A file as it was last seen.
struct File {
    stamp: Stamp,
    /// Since when it is as it is and what it holds, while it is young.
    young: Option<(SystemTime, u64)>,
}

/// When a file was changed, and how long it is; none where that cannot be told.
type Stamp = Option<(SystemTime, u64)>;

impl Seen {
    /// Whether anything in a pack's folder was saved since the last look. What is young at the
    /// first look counts as saved: others may have read it before.
    pub(super) fn look(&mut self, folder: &Path, now: SystemTime) -> bool {
        self.compare(folder, now, content)
    }

    fn compare(&mut self, folder: &Path, now: SystemTime, content: impl Fn(&Path) -> u64) -> bool {
        let before = self.0.take();
        let first = before.is_none();
        let mut before = before.unwrap_or_default();
        let mut saved = false;
        let mut files = BTreeMap::new();
        for name in Listing::of(folder).names {
            let path = folder.join(&name);
            let stamp = stamp(&path);
            let known = before.remove(&name).filter(|file| file.stamp == stamp);
            let (file, changed) = match known {
                Some(file) => file.again(now, || content(&path)),
                None if first => File::new(stamp, changed(stamp, now), now, || content(&path)),
                None => File::new(stamp, now, now, || content(&path)),
            };
            saved |= changed;
            files.insert(name, file);
        }
        self.0 = Some(files);
        saved || !before.is_empty()
    }
}

impl File {
    /// A file that is as it is since some moment; whether that was just now.
    fn new(
        stamp: Stamp,
        since: SystemTime,
        now: SystemTime,
        content: impl FnOnce() -> u64,
    ) -> (Self, bool) {
        let young = is_young(since, now).then(|| (since, content()));
        (Self { stamp, young }, young.is_some())
    }

    /// A file whose time and length are as before; whether it holds something else all the same.
    fn again(self, now: SystemTime, content: impl FnOnce() -> u64) -> (Self, bool) {
        let Some((since, held)) = self.young else {
            return (self, false);
        };
        let holds = content();
        let since = if holds == held { since } else { now };
        let young = is_young(since, now).then_some((since, holds));
        (Self { young, ..self }, holds != held)
    }
}

/// Whether a file may be saved once more without its time showing it.
fn is_young(since: SystemTime, now: SystemTime) -> bool {
    now.duration_since(since).map_or(true, |age| age < YOUNG)
}

/// When a file was changed, where that is not still to come.
fn changed(stamp: Stamp, now: SystemTime) -> SystemTime {
    stamp.map_or(now, |(changed, _)| changed.min(now))
}

fn stamp(path: &Path) -> Stamp {
    let about = fs::metadata(path).ok()?;
    Some((about.modified().ok()?, about.len()))
}

/// A number that stands for what a file holds.
fn content(path: &Path) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(&read(path).unwrap_or_default());
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::path::PathBuf;

    use super::*;

    /// A file system that keeps time in steps of two seconds, and a clock beside it.
    struct Coarse {
        folder: tempfile::TempDir,
        now: Duration,
        /// By how many seconds its own clock is wrong.
        wrong: i64,
        seen: Seen,
        read: Cell<usize>,
    }

    impl Coarse {
        fn at(millis: u64) -> Self {
            let folder = tempfile::tempdir().unwrap();
            fs::create_dir_all(folder.path().join("data/flows")).unwrap();
            Self {
                folder,
                now: Duration::from_millis(1_000_000_000_000 + millis),
                wrong: 0,
                seen: Seen::default(),
                read: Cell::new(0),
            }
        }

        fn path(&self, name: &str) -> PathBuf {
            self.folder.path().join("data/flows").join(name)
        }

        fn save(&self, name: &str, text: &str) {
            let path = self.path(name);
            fs::write(&path, text).unwrap();
            let seconds = self.now.as_secs().saturating_add_signed(self.wrong);
            let step = Duration::from_secs(seconds / 2 * 2);
            let file = fs::File::options().write(true).open(path).unwrap();
            file.set_modified(SystemTime::UNIX_EPOCH + step).unwrap();
        }

        fn later(&mut self, millis: u64) -> &mut Self {
            self.now += Duration::from_millis(millis);
            self
        }

        fn look(&mut self) -> bool {
            let now = SystemTime::UNIX_EPOCH + self.now;
            let content = |path: &Path| {
                self.read.set(self.read.get() + 1);
                content(path)
            };
            self.seen.compare(self.folder.path(), now, content)
        }
    }

    #[test]
    fn a_save_within_the_same_step_of_time_and_of_the_same_length_is_seen() {
        let mut disk = Coarse::at(0);
        disk.save("a.toml", "one");
        assert!(!disk.later(60_000).look());
        disk.save("a.toml", "two");
        assert!(disk.later(250).look(), "another time");
        for text in ["six", "ten", "one"] {
            disk.save("a.toml", text);
            assert!(disk.later(250).look(), "{text}: the same time and length");
            assert!(!disk.later(250).look(), "{text}: not seen twice");
        }
    }

    #[test]
    fn the_last_save_of_a_step_is_seen_however_late_the_look() {
        let mut disk = Coarse::at(0);
        disk.save("a.toml", "one");
        assert!(!disk.later(60_000).look());
        disk.save("a.toml", "two");
        assert!(disk.later(10).look());
        disk.later(1_980).save("a.toml", "six");
        assert!(disk.later(5_000).look());
        assert!(!disk.later(5_000).look());
    }

    #[test]
    fn what_was_saved_around_the_start_counts_as_saved() {
        let mut disk = Coarse::at(500);
        disk.save("a.toml", "one");
        assert!(disk.later(50).look(), "the desk may have read it before");
        disk.save("a.toml", "two");
        assert!(disk.later(250).look());
    }

    #[test]
    fn a_file_that_is_old_is_not_read() {
        let mut disk = Coarse::at(0);
        for number in 0..10 {
            disk.save(&format!("{number}.toml"), "one");
        }
        disk.later(60_000);
        for _ in 0..10 {
            assert!(!disk.later(250).look());
        }
        assert_eq!(disk.read.get(), 0);
        disk.save("1.toml", "two");
        for _ in 0..100 {
            disk.later(250).look();
        }
        assert!((2..=12).contains(&disk.read.get()), "{:?}", disk.read);
    }

    #[test]
    fn what_comes_and_what_goes_is_seen() {
        let mut disk = Coarse::at(0);
        disk.save("a.toml", "one");
        assert!(!disk.later(60_000).look());
        disk.save("b.toml", "one");
        assert!(disk.later(250).look());
        fs::remove_file(disk.path("a.toml")).unwrap();
        assert!(disk.later(250).look());
        disk.save(".#b.toml", "an editor's own");
        disk.save("b.toml~", "an editor's own");
        assert!(!disk.later(250).look());
    }

    #[test]
    fn a_share_whose_clock_is_wrong_hides_no_save() {
        for wrong in [-3_600, 3_600] {
            let mut disk = Coarse::at(7_200_000);
            disk.wrong = wrong;
            disk.save("a.toml", "one");
            disk.later(60_000).look();
            disk.save("a.toml", "two");
            assert!(disk.later(250).look(), "{wrong}");
            disk.save("a.toml", "six");
            assert!(disk.later(250).look(), "{wrong}");
        }
    }
}
