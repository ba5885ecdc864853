//! More keys at once than any hand types, from a terminal that does not mark what is pasted.
//!
//! Their text is kept, as that of a paste is. They end with a silence, or with an arrow behind them.

use super::paste::KEPT;
use crate::app::key::Key;

/// So many keys in one read make a flood.
pub(super) const FLOOD: usize = 512;

/// A flood on its way in.
#[derive(Debug, Default)]
pub(super) struct Flood {
    text: String,
    /// How many arrows were in this read, and its last key.
    arrows: usize,
    last: Option<Key>,
}

impl Flood {
    /// Takes a key.
    pub(super) fn take(&mut self, key: Key) {
        self.last = Some(key);
        self.arrows += usize::from(is_arrow(key));
        let typed = match key {
            Key::Char(c) => Some(c),
            Key::Enter => Some('\n'),
            _ => None,
        };
        self.text.extend(typed.filter(|_| self.text.len() < KEPT));
    }

    /// The arrow behind the text of a read. Among several, none was meant.
    pub(super) fn end_read(&mut self) -> Option<Key> {
        let arrows = std::mem::take(&mut self.arrows);
        let last = self.last.take();
        last.filter(|key| is_arrow(*key) && arrows == 1)
    }

    /// What was typed, all keys but text aside.
    pub(super) fn text(self) -> String {
        self.text
    }
}

fn is_arrow(key: Key) -> bool {
    matches!(key, Key::Up | Key::Down | Key::Left | Key::Right)
}
