//! What reaches the desk, and what the desk asks for.

use super::key::Key;

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Paste(String),
    /// The terminal has another size, in columns and rows.
    Resize(u16, u16),
    /// Time has passed.
    Tick,
}

/// Something that only the outside can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Leave the program.
    Leave,
    /// Sound the terminal's bell.
    Bell,
    /// Put text on the terminal's clipboard; no terminal confirms it.
    Copy(String),
}
