//! Writing to the terminal on Unix, without ever being stuck in it: whoever waits for a terminal that
//! takes nothing keeps everybody else from writing, also the one who gives it back.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::sync::OnceLock;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::OFlags;
use rustix::io::Errno;
use rustix::process::getsid;
use rustix::stdio::{stdin, stdout};
use rustix::termios::{QueueSelector, tcflush, tcgetsid};

/// A terminal that takes nothing for so long is stuck.
const PATIENCE: Duration = Duration::from_millis(40);

/// The terminal of standard output, opened anew: that it must not block is no setting for
/// those who share standard output.
static TERMINAL: OnceLock<File> = OnceLock::new();

fn terminal() -> io::Result<&'static File> {
    if let Some(terminal) = TERMINAL.get() {
        return Ok(terminal);
    }
    let terminal = open().or_else(|_| stdout().try_clone_to_owned().map(File::from))?;
    Ok(TERMINAL.get_or_init(|| terminal))
}

fn open() -> io::Result<File> {
    let controlling = tcgetsid(stdout()).is_ok_and(|session| getsid(None) == Ok(session));
    let name = if controlling {
        "/dev/tty"
    } else {
        "/dev/stdout"
    };
    let flags = OFlags::NONBLOCK | OFlags::NOCTTY;
    let mut options = OpenOptions::new();
    options.write(true).custom_flags(flags.bits().cast_signed());
    options.open(name)
}

/// Writes as much as the terminal takes at once, perhaps nothing.
pub(super) fn write(bytes: &[u8]) -> io::Result<usize> {
    match terminal()?.write(bytes) {
        Err(error) if is_for_later(&error) => Ok(0),
        written => written,
    }
}

fn is_for_later(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::WouldBlock | io::ErrorKind::Interrupted
    )
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
        Ok(ready) => Ok(ready > 0),
        Err(Errno::INTR) => Ok(true),
        Err(error) => Err(error.into()),
    }
}
