//! Why a session could not begin, or ended early.

use std::{error, fmt, io};

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
