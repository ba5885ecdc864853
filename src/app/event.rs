//! What reaches the desk, and what the desk asks for.

use super::key::Key;

/// A hand types no more characters at once, also one that is ahead of a slow line.
pub const HAND: usize = 6;

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A key was pressed.
    Key(Key),
    /// More characters than [`HAND`] came at once, with whatever keys came among them.
    Burst(Vec<Key>),
    /// Text was pasted.
    Paste(String),
    /// The terminal has another size, in columns and rows.
    Resize(u16, u16),
    /// Time has passed.
    Tick,
    /// A file that was asked for is written, or why not.
    Saved(Saved),
}

/// How the writing of a file went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// Where it was to stand, as a person may look for it.
    pub path: String,
    /// Why it does not stand there.
    pub fault: Option<SaveFault>,
}

/// What became of something that was taken home.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// It was sent to the terminal's clipboard.
    Copied,
    /// It was written to a file, or was not.
    Saved(Saved),
}

/// Why a file could not be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveFault {
    /// Writing is not allowed there.
    Denied,
    /// There is no such folder.
    NoFolder,
    /// There is no room left.
    Full,
    /// Something else.
    Other,
}

/// Something that only the outside can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Leave the program.
    Leave,
    /// Sound the terminal's bell.
    Bell,
    /// Read the index of a pack, too large to be read between two keys, and give it to [`Model::take_index`](super::Model::take_index).
    ReadIndex,
    /// Put text on the terminal's clipboard; no terminal confirms it.
    Copy(String),
    /// Write a file whole or not at all, and tell with [`Event::Saved`].
    Save {
        /// Its name, without a folder.
        name: String,
        /// Its text.
        text: String,
    },
}
