//! The only room that knows the real terminal, the clock and the signals.
//!
//! [`run`] takes over the terminal, shows a [`Desk`] and hands it what happens, and gives the terminal
//! back as it was, whatever ends the session. In between it sleeps until a key, a signal or the
//! moment the desk asked for. It asks the terminal nothing.

pub mod clock;

mod capabilities;
#[cfg(unix)]
mod decode;
mod event_loop;
#[cfg(unix)]
mod grammar;
mod letters;
mod modes;
#[cfg(unix)]
mod paste;
mod screen;
#[cfg(unix)]
mod signals;
#[cfg(unix)]
mod unix;
mod waker;
#[cfg(not(unix))]
mod windows;
#[cfg(unix)]
mod writer;

#[cfg(not(unix))]
use windows::{self as unix, self as writer};

use std::io::{self, IsTerminal};
use std::{error, fmt};

pub use self::capabilities::{Capabilities, Colours, Surface};
pub use self::event_loop::{Desk, Options};
pub use self::letters::Letters;
pub use self::modes::restore_on_panic;
pub use self::waker::Waker;

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
    let ended = modes::enter().and_then(|()| {
        desk.is_shown(tty.waker.clone());
        event_loop::run(desk, &mut tty, modes::Writer, options)
    });
    modes::give_back(modes::Owner::Ended);
    Ok(ended?)
}

/// Whether there is a terminal to show anything in, to type at.
pub fn require_terminal() -> Result<(), Failure> {
    let input = ("input", io::stdin().is_terminal());
    let streams = [input, ("output", io::stdout().is_terminal())];
    let other = streams.into_iter().find(|(_, terminal)| !terminal);
    other.map_or(Ok(()), |(which, _)| Err(Failure::NotATerminal(which)))
}

/// Why a session could not begin, or ended early.
#[derive(Debug)]
pub enum Failure {
    /// Standard input or output, as its name says, is something else.
    NotATerminal(&'static str),
    /// The terminal went away: its window was closed, or the line was cut.
    Gone,
    /// Anything else the system reports.
    Io(io::Error),
}

impl Failure {
    /// The status for the process to exit with; never zero.
    pub fn status(&self) -> u8 {
        match self {
            Self::NotATerminal(_) => 2,
            // As if SIGHUP had ended it.
            Self::Gone => 129,
            Self::Io(_) => 3,
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotATerminal(which) => write!(
                f,
                "standard {which} is not a terminal, and the desk needs one to be shown in; `balie --plain` works without"
            ),
            Self::Gone => f.write_str("the terminal has gone"),
            Self::Io(error) => write!(f, "the terminal cannot be used: {error}"),
        }
    }
}

impl error::Error for Failure {}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        /// What writing to or reading from a terminal gives when nobody holds its other end.
        const EIO: i32 = 5;
        let gone =
            error.kind() == io::ErrorKind::UnexpectedEof || error.raw_os_error() == Some(EIO);
        if gone { Self::Gone } else { Self::Io(error) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_failure_has_a_status_and_one_sentence() {
        let failures = [
            Failure::NotATerminal("input"),
            Failure::from(io::Error::from_raw_os_error(5)),
            Failure::from(io::Error::from(io::ErrorKind::UnexpectedEof)),
            Failure::from(io::Error::other("odd")),
        ];
        let statuses = failures.iter().map(Failure::status).collect::<Vec<_>>();
        assert_eq!(statuses, [2, 129, 129, 3]);
        assert!(
            failures
                .iter()
                .all(|failure| !failure.to_string().contains('\n'))
        );
    }
}
