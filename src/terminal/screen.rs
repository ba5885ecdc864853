//! Taking over the terminal and giving it back, from whichever thread comes first.
//!
//! Giving back is one thing that may be asked for at any moment: by the loop, a panic, a signal. The
//! saved modes are taken out of their place by whoever does it, hence exactly once.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError, TryLockError};
use std::time::{Duration, Instant};

use super::line::{self, Modes};

/// Alternate screen, no cursor, pastes between marks.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?25l\x1b[?2004h";

/// The same backwards. Emptying the screen is for terminals that have no alternate one.
const LEAVE: &[u8] = b"\x1b[?2004l\x1b[0m\x1b[2J\x1b[H\x1b[?1049l\x1b[?25h";

/// A terminal that takes nothing may not keep the program from ending.
const PATIENCE: Duration = Duration::from_millis(40);

/// The modes to go back to; there while the terminal is taken over, and never held while writing.
static BEFORE: Mutex<Option<Modes>> = Mutex::new(None);

/// Held while writing, so that nothing is written after the terminal was given back.
static WRITING: Mutex<()> = Mutex::new(());

static FINISHED: AtomicBool = AtomicBool::new(false);

/// Takes over the terminal, or makes sure of it after someone else had it.
///
/// # Errors
/// When there is no terminal that could be taken over.
pub(super) fn enter() -> io::Result<()> {
    {
        let mut before = BEFORE.lock().unwrap_or_else(PoisonError::into_inner);
        if FINISHED.load(Ordering::SeqCst) {
            return Ok(());
        }
        let modes = before.take().map_or_else(Modes::current, Ok)?;
        let raw = modes.make_raw();
        *before = Some(modes);
        raw?;
    }
    write(ENTER)
}

/// Writes, unless the terminal was given back.
///
/// # Errors
/// When the terminal has gone.
pub(super) fn write(bytes: &[u8]) -> io::Result<()> {
    let _writing = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
    let inside = BEFORE
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .is_some();
    if inside { line::write(bytes) } else { Ok(()) }
}

/// Gives the terminal back for now; says whether it had been taken.
pub(super) fn leave() -> bool {
    let Some(modes) = patiently(&BEFORE).and_then(|mut before| before.take()) else {
        return false;
    };
    let writing = patiently(&WRITING);
    line::write_soon(LEAVE, PATIENCE);
    modes.restore();
    drop(writing);
    true
}

/// Gives the terminal back for good; says whether it had been taken.
pub(super) fn finish() -> bool {
    FINISHED.store(true, Ordering::SeqCst);
    leave()
}

/// The lock, or nothing when its owner is stuck: a terminal that takes no bytes blocks its writer.
fn patiently<T>(mutex: &Mutex<T>) -> Option<MutexGuard<'_, T>> {
    let begun = Instant::now();
    loop {
        match mutex.try_lock() {
            Ok(guard) => return Some(guard),
            Err(TryLockError::Poisoned(poisoned)) => return Some(poisoned.into_inner()),
            Err(TryLockError::WouldBlock) if begun.elapsed() > PATIENCE => return None,
            Err(TryLockError::WouldBlock) => std::thread::sleep(Duration::from_millis(1)),
        }
    }
}
