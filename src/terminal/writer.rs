//! Writing to the terminal on Unix, without ever being stuck in it: whoever waits for a terminal that
//! takes nothing keeps everybody else from writing, also the one who gives it back.

use std::io;
use std::os::fd::OwnedFd;
use std::sync::LazyLock;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::{Mode, OFlags, open};
use rustix::io::{Errno, fcntl_dupfd_cloexec};
use rustix::process::getsid;
use rustix::stdio::{stdin, stdout};
use rustix::termios::{QueueSelector, tcflush, tcgetsid};

/// A terminal that takes nothing for so long is stuck.
const PATIENCE: Duration = Duration::from_millis(40);

/// The terminal of standard output, opened anew: that it must not block is no setting for
/// those who share standard output.
static TERMINAL: LazyLock<rustix::io::Result<OwnedFd>> = LazyLock::new(|| {
    let controlling = tcgetsid(stdout()).is_ok_and(|session| getsid(None) == Ok(session));
    let name = if controlling {
        "/dev/tty"
    } else {
        "/dev/stdout"
    };
    let flags = OFlags::WRONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    open(name, flags, Mode::empty()).or_else(|_| fcntl_dupfd_cloexec(stdout(), 0))
});

/// Writes as much as the terminal takes at once, perhaps nothing.
pub(super) fn write(bytes: &[u8]) -> io::Result<usize> {
    let terminal = TERMINAL.as_ref().map_err(|error| *error)?;
    match rustix::io::write(terminal, bytes) {
        Err(Errno::AGAIN | Errno::INTR) => Ok(0),
        written => Ok(written?),
    }
}

/// Waits until the terminal takes more.
pub(super) fn wait() -> io::Result<()> {
    until_ready(None).map(drop)
}

/// What is on its way to a terminal that is stuck goes, so that the last words have room.
pub(super) fn make_room() {
    if let Ok(false) = until_ready(Timespec::try_from(PATIENCE).ok()) {
        let _ = tcflush(stdout(), QueueSelector::OFlush);
    }
}

/// What is still to be read goes: the rest of a paste is no command.
pub(super) fn discard_input() {
    let _ = tcflush(stdin(), QueueSelector::IFlush);
}

fn until_ready(patience: Option<Timespec>) -> io::Result<bool> {
    let terminal = stdout();
    let mut wanted = [PollFd::new(&terminal, PollFlags::OUT)];
    match poll(&mut wanted, patience.as_ref()) {
        Err(Errno::INTR) => Ok(true),
        ready => Ok(ready? > 0),
    }
}
