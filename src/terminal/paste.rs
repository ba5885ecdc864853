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
pub(super) struct Paste {
    /// What came first, and of what came last as much as a mark may begin with.
    kept: Vec<u8>,
    begun: Instant,
    last: Instant,
}

impl Paste {
    pub(super) fn begin(now: Instant) -> Self {
        Self {
            kept: Vec::new(),
            begun: now,
            last: now,
        }
    }

    /// Takes what belongs to the paste. If it ended, what is left is no part of it.
    pub(super) fn take<'b>(&mut self, bytes: &'b [u8], now: Instant) -> Option<&'b [u8]> {
        let paused = now.duration_since(self.last) >= PAUSE;
        self.last = now;
        let before = self.kept.len();
        self.kept.extend_from_slice(bytes);
        let from = before.saturating_sub(END.len() - 1);
        let mut places = self.kept.get(from..)?.windows(END.len());
        if let Some(mark) = places.position(|place| place == END) {
            let left = self.kept.len() - from - mark - END.len();
            self.kept.truncate(from + mark);
            return bytes.get(bytes.len() - left..);
        }
        let full = self.kept.len() > ROOM;
        let stale = full || now.duration_since(self.begun) >= SILENCE;
        if stale && paused && bytes.len() <= TYPED {
            self.kept.truncate(before);
            return Some(bytes);
        }
        if full {
            let tail = self.kept.len() - END.len();
            self.kept.drain(ROOM..tail.max(ROOM));
        }
        let left = match bytes {
            // No hand is in the middle of a paste: what it presses comes behind all that waits.
            [.., CTRL_C] => 1,
            // Terminals let no escape into a paste.
            [.., 0x1b, b'[' | b'O', b'A'..=b'D'] if full => 3,
            _ => return None,
        };
        bytes.get(bytes.len() - left..)
    }

    pub(super) fn text(self) -> String {
        let text = String::from_utf8_lossy(&self.kept)
            .replace("\r\n", "\n")
            .replace('\r', "\n");
        let plain = |c: &char| !c.is_control() || matches!(c, '\n' | '\t');
        text.chars().filter(plain).take(KEPT).collect()
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
                assert_eq!(all, None, "{cut}");
                assert_eq!(paste.take(second, now), Some(&b"q"[..]), "{cut}");
            }
            assert_eq!(paste.text(), "hello");
        }
    }

    #[test]
    fn it_is_bounded() {
        let now = Instant::now();
        let mut paste = Paste::begin(now);
        for _ in 0..1_000 {
            assert_eq!(paste.take(&[b'x'; 10_000], now), None);
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
        assert_eq!(paste.take(b"q", after(now, 100)), None);
        assert_eq!(paste.take(b"q", after(now, 450)), Some(&b"q"[..]));
        assert_eq!(paste.text(), "helloq");
    }

    #[test]
    fn ctrl_c_behind_it_ends_it() {
        let now = Instant::now();
        let mut paste = Paste::begin(now);
        assert_eq!(paste.take(b"a\x03b", now), None);
        assert_eq!(paste.take(b"c\x03", now), Some(&b"\x03"[..]));
        assert_eq!(paste.text(), "abc");
    }

    #[test]
    fn an_arrow_ends_what_is_full() {
        let now = Instant::now();
        let mut paste = Paste::begin(now);
        paste.take(&[b'x'; 50_000], now);
        assert_eq!(
            paste.take(b"xxxxxxxxxxxxxxxxxxxxxxxxx\x1b[B", now),
            Some(&b"\x1b[B"[..])
        );
    }
}
