//! What another thread wakes the loop with; the desk hears of it as of a size.

#[cfg(not(unix))]
use std::sync::atomic::{AtomicBool, Ordering};
#[cfg(unix)]
use std::{io::Write, os::unix::net::UnixStream};

use std::sync::Arc;

/// Wakes the loop from another thread.
#[cfg(unix)]
#[derive(Clone, Debug)]
pub struct Waker(pub(super) Arc<UnixStream>);

#[cfg(unix)]
impl Waker {
    /// Wakes the loop, now or as soon as it rests.
    pub fn wake(&self) {
        // When so much is waiting that there is no room, the loop is woken anyway.
        let _ = (&*self.0).write(&[0]);
    }
}

/// Wakes the loop from another thread.
#[cfg(not(unix))]
#[derive(Clone, Debug, Default)]
pub struct Waker(pub(super) Arc<AtomicBool>);

#[cfg(not(unix))]
impl Waker {
    /// Wakes the loop, now or as soon as it rests.
    pub fn wake(&self) {
        self.0.store(true, Ordering::Release);
    }
}
