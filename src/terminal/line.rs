//! The line to the terminal on Unix: its modes, its size, and writing to it without a buffer between.

use std::io;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::stdio::{stdin, stdout};
use rustix::termios::{
    OptionalActions, QueueSelector, Termios, tcflush, tcgetattr, tcgetwinsize, tcsetattr,
};

/// The modes of a terminal: how it treats what is typed and printed.
#[derive(Debug)]
pub(super) struct Modes(Termios);

impl Modes {
    /// Those in force.
    pub(super) fn current() -> io::Result<Self> {
        Ok(Self(tcgetattr(stdin())?))
    }

    /// Every key by itself and unseen, every byte as written.
    pub(super) fn make_raw(&self) -> io::Result<()> {
        let mut raw = self.0.clone();
        raw.make_raw();
        Ok(tcsetattr(stdin(), OptionalActions::Now, &raw)?)
    }

    /// Puts these in force. What is still to be read goes: the rest of a paste is no command.
    pub(super) fn restore(&self) {
        let _ = tcflush(stdin(), QueueSelector::IFlush);
        let _ = tcsetattr(stdin(), OptionalActions::Now, &self.0);
    }
}

/// Columns and rows; none when the terminal does not know.
pub(super) fn size() -> (u16, u16) {
    tcgetwinsize(stdout()).map_or((0, 0), |size| (size.ws_col, size.ws_row))
}

/// Writes all of it: at once, where the terminal takes it.
pub(super) fn write(mut bytes: &[u8]) -> io::Result<()> {
    while !bytes.is_empty() {
        match rustix::io::write(stdout(), bytes) {
            Ok(written) => bytes = bytes.get(written..).unwrap_or_default(),
            Err(Errno::INTR) => {}
            Err(Errno::AGAIN) => until_ready(None)?,
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

/// Writes if the terminal takes anything within `patience`.
pub(super) fn write_soon(bytes: &[u8], patience: Duration) {
    if until_ready(Timespec::try_from(patience).ok()).is_ok() {
        let _ = write(bytes);
    }
}

fn until_ready(patience: Option<Timespec>) -> io::Result<()> {
    let terminal = stdout();
    let mut wanted = [PollFd::new(&terminal, PollFlags::OUT)];
    match poll(&mut wanted, patience.as_ref()) {
        Ok(0) => Err(io::ErrorKind::TimedOut.into()),
        Ok(_) | Err(Errno::INTR) => Ok(()),
        Err(error) => Err(error.into()),
    }
}
