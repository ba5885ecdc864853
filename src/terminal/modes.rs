//! Taking over the terminal and giving it back, from whichever thread comes first.
//!
//! Giving back may be asked for at any moment: by the loop, a panic, a signal. Whoever comes first
//! does it, under a lock that nobody holds while waiting for the terminal.

use std::io::{self, Write};
use std::sync::{Mutex, MutexGuard, Once, PoisonError};
use std::{panic, process, thread};

use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::queue;
use crossterm::style::{Attribute, Print, SetAttribute};
use crossterm::terminal::{
    Clear, ClearType, DisableLineWrap, EnableLineWrap, EnterAlternateScreen, LeaveAlternateScreen,
    disable_raw_mode, enable_raw_mode,
};

use super::writer;

/// What a program that crashed may have left on, all off. A terminal that knows one of these not may
/// show some of its letters: the screen is emptied after it.
const LEFTOVERS: &str = concat!(
    "\x0f\x1b(B",                                   // line drawing instead of letters
    "\x1b[4l\x1b[20l",                              // insert mode; Enter as two characters
    "\x1b[?6l\x1b[?69l\x1b[r",                      // rows and columns counted from margins
    "\x1b[?1l\x1b>",                                // other sequences for arrows and keypad
    "\x1b[?9l\x1b[?1000l\x1b[?1002l\x1b[?1003l",    // reports of the mouse
    "\x1b[?1005l\x1b[?1006l\x1b[?1015l\x1b[?1016l", // and their forms
    "\x1b[?1004l",                                  // reports of focus
    "\x1b[>4;0m\x1b[=0u",                           // keyboard protocols of xterm and kitty
);

/// The status of a Rust program that panicked.
const PANICKED: i32 = 101;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Owner {
    Shell,
    Desk,
    /// The desk has ended: it never takes the terminal again.
    Ended,
}

static OWNER: Mutex<Owner> = Mutex::new(Owner::Shell);

fn owner() -> MutexGuard<'static, Owner> {
    OWNER.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Takes over the terminal, or makes sure of it after someone else had it.
pub(super) fn enter() -> io::Result<()> {
    let mut owner = owner();
    if *owner == Owner::Ended {
        return Ok(());
    }
    // Crossterm would take the modes for raw that somebody else has set meanwhile.
    let _ = disable_raw_mode();
    enable_raw_mode()?;
    *owner = Owner::Desk;
    drop(owner);
    let mut bytes = Vec::new();
    queue!(
        bytes,
        EnterAlternateScreen,
        Print(LEFTOVERS),
        Hide,
        EnableBracketedPaste,
        // What is wider than it should be must not push the rows below.
        DisableLineWrap
    )?;
    Writer.write_all(&bytes)
}

/// The way to the terminal while it is taken over; it keeps nothing.
pub(super) struct Writer;

impl Write for Writer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        loop {
            let owner = owner();
            if *owner != Owner::Desk {
                return Ok(bytes.len());
            }
            let written = writer::write(bytes)?;
            drop(owner);
            if written > 0 {
                return Ok(written);
            }
            writer::wait()?;
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Gives the terminal back; says whether it had been taken.
pub(super) fn give_back(next: Owner) -> bool {
    let mut owner = owner();
    let taken = std::mem::replace(&mut *owner, next) == Owner::Desk;
    if taken {
        writer::make_room();
        let mut bytes = Vec::new();
        let last_words = queue!(
            bytes,
            DisableBracketedPaste,
            EnableLineWrap,
            SetAttribute(Attribute::Reset),
            // For terminals that have no alternate screen.
            Clear(ClearType::All),
            MoveTo(0, 0),
            LeaveAlternateScreen,
            Show
        );
        let _ = last_words.and_then(|()| writer::write(&bytes));
        writer::discard_input();
        let _ = disable_raw_mode();
    }
    taken
}

/// Makes any panic from now on give the terminal back before its message is printed. To be called
/// before anything else.
///
/// A panic in another thread than the main one ends the program too: nobody would see it otherwise.
pub fn restore_on_panic() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            let inside = give_back(Owner::Ended);
            before(info);
            if inside && thread::current().name() != Some("main") {
                process::exit(PANICKED);
            }
        }));
    });
}
