//! The only room that knows the real terminal, the clock and the signals.
//!
//! [`run`] takes over the terminal, shows a [`Desk`] and hands it what happens, and gives the terminal
//! back as it was, whatever ends the session. In between it sleeps until a key, a signal or the
//! moment the desk asked for. It asks the terminal nothing.

pub mod ascii;
pub mod clock;
pub mod failure;
pub mod kind;

mod clipboard;
#[cfg(not(unix))]
mod console;
#[cfg(unix)]
mod decode;
mod frame;
#[cfg(unix)]
mod guard;
mod hook;
#[cfg(unix)]
mod line;
#[cfg(unix)]
mod paste;
mod pen;
mod screen;
#[cfg(unix)]
mod sequence;
mod session;
#[cfg(unix)]
mod tty;

#[cfg(not(unix))]
use console as line;
#[cfg(not(unix))]
use console as tty;

use std::io::{self, IsTerminal};
use std::time::Duration;

use chrono::{DateTime, FixedOffset};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

pub use self::failure::{Failure, NotATerminal};
pub use self::hook::restore_on_panic;
pub use self::tty::Waker;

use self::clock::Clock;
use self::kind::{Colours, Letters};
use crate::app::event::{Effect, Event};
use crate::app::key::Key;

/// What is shown in the terminal.
pub trait Desk {
    /// Takes what happened, and asks for what follows.
    fn handle(&mut self, event: Event, now: DateTime<FixedOffset>) -> Vec<Effect>;

    /// Draws everything into an empty buffer. Returns where the terminal's cursor belongs, which
    /// screen readers follow; without a place it is hidden.
    fn draw(
        &mut self,
        area: Rect,
        buffer: &mut Buffer,
        now: DateTime<FixedOffset>,
    ) -> Option<Position>;

    /// The next moment at which the picture changes by itself. At a moment that has passed, a
    /// [`Event::Tick`] comes as soon as the picture stands.
    fn wakes_at(&self, now: DateTime<FixedOffset>) -> DateTime<FixedOffset>;

    /// Is told once that the session begins, and how another thread can wake it.
    fn is_shown(&mut self, _: Waker) {}
}

/// How a session runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// What the desk takes for the time.
    pub clock: Clock,
    /// The characters that may reach the terminal: the rest is written as its nearest likeness.
    pub letters: Letters,
    /// The colours that the terminal has: the rest is written as the nearest one, or in reverse.
    pub colours: Colours,
}

/// Shows `desk` until it asks to leave, or someone presses Ctrl-C.
///
/// A signal that ends the program (TERM, INT, HUP, QUIT) does not return from here: the terminal is
/// given back and the process exits with 128 and the signal's number.
///
/// # Errors
/// When there is no terminal, or when it has gone.
pub fn run(desk: &mut impl Desk, options: Options) -> Result<(), Failure> {
    restore_on_panic();
    require_terminal()?;
    let mut tty = tty::Tty::open()?;
    desk.is_shown(tty.waker());
    session::run(desk, &mut tty, options)?;
    Ok(())
}

/// Whether there is a terminal to show anything in, to type at.
///
/// # Errors
/// When standard input or output is something else.
pub fn require_terminal() -> Result<(), NotATerminal> {
    if !io::stdin().is_terminal() {
        return Err(NotATerminal::Input);
    }
    if !io::stdout().is_terminal() {
        return Err(NotATerminal::Output);
    }
    Ok(())
}

/// What the loop hears from a terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Heard {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Paste(String),
    /// The terminal may have another size.
    Size(u16, u16),
    /// The program should stop for a while.
    Stop,
    /// The program was stopped and goes on: the terminal is in any state.
    Continued,
}

/// A terminal, or what a test puts in its place.
trait Device {
    /// Columns and rows.
    fn size(&self) -> (u16, u16);

    /// Waits until something is heard, but not longer than `longest`.
    fn wait(&mut self, longest: Duration, heard: &mut Vec<Heard>) -> io::Result<()>;

    /// Writes all of it at once.
    fn write(&mut self, bytes: &[u8]) -> io::Result<()>;

    /// Gives the terminal back and stops. [`Heard::Continued`] follows.
    fn stop(&mut self, heard: &mut Vec<Heard>) -> io::Result<()>;

    /// Takes the terminal over again.
    fn resume(&mut self) -> io::Result<()>;
}
