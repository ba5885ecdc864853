//! Text that comes in at once, however long it is and whether or not it ever ends.
//!
//! Memory stays bounded because only the first [`KEPT`] characters are kept. Keys stay alive because
//! a paste whose end never comes is over after [`SILENCE`], or at the first thing that looks typed.

use std::time::{Duration, Instant};

/// So many characters of a paste are kept.
pub(super) const KEPT: usize = 10_000;

/// A paste that is silent for so long has ended.
pub(super) const SILENCE: Duration = Duration::from_millis(400);

const END: &[u8; 6] = b"\x1b[201~";
const CTRL_C: u8 = 3;

/// No character takes more bytes.
const ROOM: usize = KEPT * 4;

/// A key takes at most so many bytes, and comes after a pause.
const TYPED: usize = 16;
const PAUSE: Duration = Duration::from_millis(20);

/// A paste on its way in, from a terminal that announced it and will end it with a mark.
#[derive(Debug)]
pub(super) struct Paste {
    kept: Vec<u8>,
    /// So many bytes of the mark have come.
    mark: usize,
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
    /// A paste of which nothing has come.
    pub(super) fn begin(now: Instant) -> Self {
        Self {
            kept: Vec::new(),
            mark: 0,
            begun: now,
            last: now,
        }
    }

    /// Takes what belongs to the paste.
    pub(super) fn take(&mut self, bytes: &[u8], now: Instant) -> Taken {
        let paused = now.duration_since(self.last) >= PAUSE;
        self.last = now;
        let before = self.kept.len();
        for (place, byte) in bytes.iter().enumerate() {
            if self.ends_with(*byte) {
                return Taken::AllBut(bytes.len() - place - 1);
            }
        }
        if self.is_stale() && paused && bytes.len() <= TYPED {
            self.kept.truncate(before);
            return Taken::AllBut(bytes.len());
        }
        match bytes {
            // No hand is in the middle of a paste: what it presses comes behind all that waits.
            [.., CTRL_C] => Taken::AllBut(1),
            // Terminals let no escape into a paste.
            [.., 0x1b, b'[' | b'O', b'A'..=b'D'] if self.is_full() => Taken::AllBut(3),
            _ => Taken::All,
        }
    }

    /// What was pasted.
    pub(super) fn text(self) -> String {
        let text = String::from_utf8_lossy(&self.kept)
            .replace("\r\n", "\n")
            .replace('\r', "\n");
        let plain = |c: &char| !c.is_control() || matches!(c, '\n' | '\t');
        text.chars().filter(plain).take(KEPT).collect()
    }

    /// Whether this byte completes the mark; what only looks like one is kept.
    fn ends_with(&mut self, byte: u8) -> bool {
        if END.get(self.mark) == Some(&byte) {
            self.mark += 1;
            return self.mark == END.len();
        }
        let begun = std::mem::take(&mut self.mark);
        self.keep(END.get(..begun).unwrap_or_default());
        match byte {
            0x1b => self.mark = 1,
            byte => self.keep(&[byte]),
        }
        false
    }

    fn keep(&mut self, bytes: &[u8]) {
        if !self.is_full() {
            self.kept.extend_from_slice(bytes);
        }
    }

    fn is_full(&self) -> bool {
        self.kept.len() >= ROOM
    }

    fn is_stale(&self) -> bool {
        self.is_full() || self.last.duration_since(self.begun) >= SILENCE
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
            let mut paste = Paste::begin(now);
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
        let mut paste = Paste::begin(now);
        for _ in 0..1_000 {
            assert_eq!(paste.take(&[b'x'; 10_000], now), Taken::All);
        }
        assert!(paste.kept.capacity() <= 2 * ROOM);
        assert_eq!(paste.text().len(), KEPT);
    }

    #[test]
    fn control_characters_stay_outside() {
        let now = Instant::now();
        let mut paste = Paste::begin(now);
        paste.take(b"a\r\nb\rc\x03\x1b[31md\t\xff\x1b[201~", now);
        assert_eq!(paste.text(), "a\nb\nc[31md\t\u{fffd}");
    }

    #[test]
    fn a_key_after_a_pause_ends_what_ran_too_long() {
        let now = Instant::now();
        let mut paste = Paste::begin(now);
        paste.take(b"hello", now);
        assert_eq!(paste.take(b"q", after(now, 100)), Taken::All);
        assert_eq!(paste.take(b"q", after(now, 450)), Taken::AllBut(1));
        assert_eq!(paste.text(), "helloq");
    }

    #[test]
    fn ctrl_c_behind_it_ends_it() {
        let now = Instant::now();
        let mut paste = Paste::begin(now);
        assert_eq!(paste.take(b"a\x03b", now), Taken::All);
        assert_eq!(paste.take(b"c\x03", now), Taken::AllBut(1));
        assert_eq!(paste.text(), "abc");
    }

    #[test]
    fn an_arrow_ends_what_is_full() {
        let now = Instant::now();
        let mut paste = Paste::begin(now);
        paste.take(&[b'x'; 50_000], now);
        assert_eq!(
            paste.take(b"xxxxxxxxxxxxxxxxxxxxxxxxx\x1b[B", now),
            Taken::AllBut(3)
        );
    }
}
