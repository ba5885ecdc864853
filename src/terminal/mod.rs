//! The only room that knows the real terminal, the clock and the signals.
//!
//! [`run`] takes over the terminal, shows a [`Desk`] and hands it what happens, and gives the terminal
//! back as it was, whatever ends the session. In between it sleeps until a key, a signal or the
//! moment the desk asked for. It asks the terminal nothing.

pub mod clock;

mod backend;
mod capabilities;
#[cfg(unix)]
mod decode;
mod event_loop;
mod failure;
#[cfg(unix)]
mod flood;
#[cfg(unix)]
mod grammar;
mod letters;
mod modes;
mod panic_hook;
#[cfg(unix)]
mod paste;
mod screen;
#[cfg(unix)]
mod sequence;
#[cfg(unix)]
mod signals;
#[cfg(unix)]
mod unix;
#[cfg(not(unix))]
mod windows;
#[cfg(unix)]
mod writer;

#[cfg(not(unix))]
use windows::{self as unix, self as writer};

use std::io::{self, IsTerminal};

pub use self::capabilities::{Capabilities, Colours, Surface};
pub use self::event_loop::{Desk, Options};
pub use self::failure::Failure;
pub use self::letters::Letters;
pub use self::panic_hook::restore_on_panic;
pub use self::unix::Waker;

/// Shows `desk` until it asks to leave, or someone presses Ctrl-C.
///
/// A signal that ends the program does not return from here: the terminal is
/// given back and the process exits with 128 and the signal's number.
///
/// # Errors
/// When there is no terminal, or when it has gone.
pub fn run(desk: &mut impl Desk, options: Options) -> Result<(), Failure> {
    restore_on_panic();
    require_terminal()?;
    let mut tty = unix::Tty::open()?;
    desk.is_shown(tty.waker());
    event_loop::run(desk, &mut tty, modes::Writer, options)?;
    Ok(())
}

/// Whether there is a terminal to show anything in, to type at.
///
/// # Errors
/// When standard input or output is something else.
pub fn require_terminal() -> Result<(), Failure> {
    if !io::stdin().is_terminal() {
        return Err(Failure::NotATerminal("input"));
    }
    if !io::stdout().is_terminal() {
        return Err(Failure::NotATerminal("output"));
    }
    Ok(())
}
