//! Text that comes in at once, however long it is and whether or not it ever ends.
//!
//! Memory stays bounded because only the first [`KEPT`] characters are kept. Keys stay alive because
//! a paste whose end never comes is over after [`SILENCE`], or at the first thing that looks typed.

use std::time::{Duration, Instant};

/// So many characters of a paste are kept.
pub(super) const KEPT: usize = 10_000;

/// A paste that is silent for so long has ended.
pub(super) const SILENCE: Duration = Duration::from_millis(400);

const END: &[u8] = b"\x1b[201~";

/// No character takes more bytes.
const ROOM: usize = KEPT * 4;

/// A key takes at most so many bytes, and comes after a pause.
const TYPED: usize = 16;
const PAUSE: Duration = Duration::from_millis(20);

/// A paste on its way in.
#[derive(Debug)]
pub(super) struct Paste {
    kept: Vec<u8>,
    tail: Vec<u8>,
    bracketed: bool,
    begun: Instant,
    last: Instant,
}

/// How far the bytes reached.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Taken {
    /// All are part of the paste, and more may follow.
    All,
    /// The paste ended; so many bytes at the end are not part of it.
    AllBut(usize),
}

impl Paste {
    /// A paste that a terminal announced and will end with a mark.
    pub(super) fn bracketed(now: Instant) -> Self {
        Self {
            kept: Vec::new(),
            tail: Vec::new(),
            bracketed: true,
            begun: now,
            last: now,
        }
    }

    /// A flood that nobody can have typed, from a terminal that announces nothing.
    pub(super) fn flood(now: Instant) -> Self {
        Self {
            bracketed: false,
            ..Self::bracketed(now)
        }
    }

    /// Takes what belongs to the paste.
    pub(super) fn take(&mut self, bytes: &[u8], now: Instant) -> Taken {
        let paused = now.duration_since(self.last) >= PAUSE;
        self.last = now;
        if self.bracketed {
            self.until_mark(bytes, paused)
        } else {
            self.until_escape(bytes)
        }
    }

    /// What was pasted.
    pub(super) fn text(mut self) -> String {
        self.kept.append(&mut self.tail);
        let text = String::from_utf8_lossy(&self.kept)
            .replace("\r\n", "\n")
            .replace('\r', "\n");
        let plain = |c: &char| !c.is_control() || matches!(c, '\n' | '\t');
        text.chars().filter(plain).take(KEPT).collect()
    }

    /// How much longer it may be silent: whoever waits for it may wake for something else meanwhile.
    pub(super) fn patience(&self) -> Duration {
        SILENCE.saturating_sub(self.last.elapsed())
    }

    fn until_mark(&mut self, bytes: &[u8], paused: bool) -> Taken {
        // The mark may have come in two halves: the end of the last bytes is looked at again.
        let begun = self.tail.len();
        self.tail.extend_from_slice(bytes);
        let all = std::mem::take(&mut self.tail);
        if let Some(mark) = place_of(END, &all) {
            self.keep(all.get(..mark).unwrap_or_default());
            return Taken::AllBut(all.len() - mark - END.len());
        }
        if self.is_stale() && paused && bytes.len() <= TYPED {
            self.keep(all.get(..begun).unwrap_or_default());
            return Taken::AllBut(bytes.len());
        }
        if self.is_full()
            && let Some(arrow) = arrow_at_end(&all)
        {
            return Taken::AllBut(arrow.min(bytes.len()));
        }
        let (inside, tail) = all.split_at(half_mark(&all));
        self.keep(inside);
        self.tail = tail.to_vec();
        Taken::All
    }

    fn until_escape(&mut self, bytes: &[u8]) -> Taken {
        let escape = bytes.iter().position(|byte| *byte == 0x1b);
        let inside = escape.unwrap_or(bytes.len());
        self.keep(bytes.get(..inside).unwrap_or_default());
        escape.map_or(Taken::All, |at| Taken::AllBut(bytes.len() - at))
    }

    fn keep(&mut self, bytes: &[u8]) {
        let room = ROOM.saturating_sub(self.kept.len()).min(bytes.len());
        self.kept
            .extend_from_slice(bytes.get(..room).unwrap_or_default());
    }

    fn is_full(&self) -> bool {
        self.kept.len() >= ROOM
    }

    fn is_stale(&self) -> bool {
        self.is_full() || self.last.duration_since(self.begun) >= SILENCE
    }
}

fn place_of(mark: &[u8], bytes: &[u8]) -> Option<usize> {
    let escapes = bytes.iter().enumerate().filter(|(_, byte)| **byte == 0x1b);
    escapes
        .map(|(at, _)| at)
        .find(|at| bytes.get(*at..).is_some_and(|rest| rest.starts_with(mark)))
}

/// Where a mark begins of which the rest is still to come; the end when there is none.
fn half_mark(bytes: &[u8]) -> usize {
    let halves = (1..END.len()).rev().filter_map(|length| END.get(..length));
    let half = halves.into_iter().find(|half| bytes.ends_with(half));
    bytes.len() - half.map_or(0, <[u8]>::len)
}

/// How long an arrow key at the very end is: terminals let no escape into a paste.
fn arrow_at_end(bytes: &[u8]) -> Option<usize> {
    match bytes {
        [.., 0x1b, b'[' | b'O', b'A'..=b'D'] => Some(3),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(begin: Instant, milliseconds: u64) -> Instant {
        begin + Duration::from_millis(milliseconds)
    }

    #[test]
    fn the_mark_ends_it_even_in_two_halves() {
        let now = Instant::now();
        for cut in 0..=11 {
            let (first, second) = b"hello\x1b[201~q".split_at(cut);
            let mut paste = Paste::bracketed(now);
            let all = paste.take(first, now);
            if cut < 11 {
                assert_eq!(all, Taken::All, "{cut}");
                assert_eq!(paste.take(second, now), Taken::AllBut(1), "{cut}");
            }
            assert_eq!(paste.text(), "hello");
        }
    }

    #[test]
    fn it_is_bounded() {
        let now = Instant::now();
        let mut paste = Paste::bracketed(now);
        for _ in 0..1_000 {
            assert_eq!(paste.take(&[b'x'; 10_000], now), Taken::All);
        }
        assert!(paste.kept.capacity() <= 2 * ROOM);
        assert_eq!(paste.text().len(), KEPT);
    }

    #[test]
    fn control_characters_stay_outside() {
        let now = Instant::now();
        let mut paste = Paste::bracketed(now);
        paste.take(b"a\r\nb\rc\x03\x1b[31md\t\xff\x1b[201~", now);
        assert_eq!(paste.text(), "a\nb\nc[31md\t\u{fffd}");
    }

    #[test]
    fn a_key_after_a_pause_ends_what_ran_too_long() {
        let now = Instant::now();
        let mut paste = Paste::bracketed(now);
        paste.take(b"hello", now);
        assert_eq!(paste.take(b"q", after(now, 100)), Taken::All);
        assert_eq!(paste.take(b"q", after(now, 450)), Taken::AllBut(1));
        assert_eq!(paste.text(), "helloq");
    }

    #[test]
    fn an_arrow_ends_what_is_full() {
        let now = Instant::now();
        let mut paste = Paste::bracketed(now);
        paste.take(&[b'x'; 50_000], now);
        assert_eq!(
            paste.take(b"xxxxxxxxxxxxxxxxxxxxxxxxx\x1b[B", now),
            Taken::AllBut(3)
        );
    }

    #[test]
    fn a_flood_ends_at_a_key_that_is_no_character() {
        let now = Instant::now();
        let mut paste = Paste::flood(now);
        assert_eq!(paste.take(b"hello", now), Taken::All);
        assert_eq!(paste.take(b"you\x1b[B", now), Taken::AllBut(3));
        assert_eq!(paste.text(), "helloyou");
    }
}
