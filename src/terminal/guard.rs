//! The thread that ends the program when it is told to or when the terminal has gone, even while
//! the loop is busy or stuck. It sleeps until then.

use std::io::{self, Write};
use std::os::unix::net::UnixStream;
use std::process;
use std::thread;

use rustix::event::{PollFd, PollFlags, poll};
use rustix::stdio::stdin;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::backend::SignalDelivery;
use signal_hook::iterator::exfiltrator::SignalOnly;

use super::screen;

/// The process status of a program that a signal ended is this and the signal's number.
const ENDED_BY: i32 = 128;

const STACK: usize = 128 * 1024;

/// Listens to signals from the moment it is made.
#[derive(Debug)]
pub(super) struct Guard {
    signals: SignalDelivery<UnixStream, SignalOnly>,
    news: UnixStream,
}

impl Guard {
    /// The guard, and where it tells of size, stop and continuation: one byte for each signal.
    pub(super) fn new() -> io::Result<(Self, UnixStream)> {
        let (news, told) = UnixStream::pair()?;
        news.set_nonblocking(true)?;
        let (read, write) = UnixStream::pair()?;
        let heard = [SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGWINCH, SIGCONT, SIGTSTP];
        let signals = SignalDelivery::with_pipe(read, write, SignalOnly, heard)?;
        Ok((Self { signals, news }, told))
    }

    /// Where other threads tell of news.
    pub(super) fn news(&self) -> io::Result<UnixStream> {
        self.news.try_clone()
    }

    /// Starts the thread. A signal that came before is not lost.
    pub(super) fn start(mut self) -> io::Result<()> {
        let thread = thread::Builder::new()
            .name("guard".into())
            .stack_size(STACK);
        thread.spawn(move || {
            loop {
                self.wait();
                self.pass_on();
            }
        })?;
        Ok(())
    }

    fn wait(&self) {
        let terminal = stdin();
        let mut watched = [
            PollFd::new(self.signals.get_read(), PollFlags::IN),
            // No events asked: only a hang-up wakes, never a key.
            PollFd::new(&terminal, PollFlags::empty()),
        ];
        let woken = poll(&mut watched, None).is_ok();
        let [_, terminal] = watched.map(|fd| fd.revents());
        if woken && !terminal.is_empty() {
            end(SIGHUP);
        }
    }

    fn pass_on(&mut self) {
        for signal in self.signals.pending() {
            match signal {
                SIGTERM | SIGINT | SIGHUP | SIGQUIT => end(signal),
                // When nobody reads, so many are waiting that one more tells nothing new.
                other => drop(self.news.write(&[u8::try_from(other).unwrap_or(0)])),
            }
        }
    }
}

fn end(signal: i32) -> ! {
    screen::finish();
    process::exit(ENDED_BY + signal)
}
