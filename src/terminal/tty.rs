//! The terminal on Unix, as the loop sees it: one poll(2) for keys, news and time.

use std::io::{self, Read, Write};
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::process::{Signal, kill_current_process_group};
use rustix::stdio::stdin;
use signal_hook::consts::{SIGCONT, SIGTSTP};

use super::decode::{Decoder, Input};
use super::guard::Guard;
use super::{Device, Heard, line, screen};

/// Whoever can stop us does it within this time.
const STOPPING: Duration = Duration::from_millis(200);

/// The terminal this program was started in.
#[derive(Debug)]
pub(super) struct Tty {
    told: UnixStream,
    waker: Waker,
    decoder: Decoder,
}

/// Wakes the loop from another thread; the desk hears of it as of a size.
#[derive(Clone, Debug)]
pub struct Waker(Arc<UnixStream>);

impl Waker {
    /// Wakes the loop, now or as soon as it rests.
    pub fn wake(&self) {
        // When so much is waiting that there is no room, the loop is woken anyway.
        let _ = (&*self.0).write(&[0]);
    }
}

impl Tty {
    /// Takes it over: first the guard, so that no moment is without one.
    pub(super) fn open() -> io::Result<Self> {
        let (guard, told) = Guard::new()?;
        let tty = Self {
            told,
            waker: Waker(Arc::new(guard.news()?)),
            decoder: Decoder::default(),
        };
        screen::enter()?;
        guard.start()?;
        Ok(tty)
    }

    /// What wakes its loop.
    pub(super) fn waker(&self) -> Waker {
        self.waker.clone()
    }

    fn read(&mut self, heard: &mut Vec<Heard>) -> io::Result<()> {
        let mut bytes = [0; 4096];
        match rustix::io::read(stdin(), &mut bytes) {
            Ok(0) | Err(Errno::IO) => Err(gone()),
            Ok(length) => {
                let read = bytes.get(..length).unwrap_or_default();
                let mut inputs = Vec::new();
                self.decoder.feed(read, Instant::now(), &mut inputs);
                heard.extend(inputs.into_iter().map(Heard::from));
                Ok(())
            }
            Err(Errno::INTR | Errno::AGAIN) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    fn hear_news(&mut self, heard: &mut Vec<Heard>) -> io::Result<()> {
        let mut signals = [0; 64];
        let length = self.told.read(&mut signals)?;
        let signals = signals.get(..length).unwrap_or_default();
        let came = |signal: i32| signals.iter().any(|byte| i32::from(*byte) == signal);
        if came(SIGCONT) {
            heard.push(Heard::Continued);
        }
        if came(SIGTSTP) {
            heard.push(Heard::Stop);
        }
        let (columns, rows) = line::size();
        heard.push(Heard::Size(columns, rows));
        Ok(())
    }

    fn hear_nothing(&mut self, heard: &mut Vec<Heard>) {
        let mut inputs = Vec::new();
        self.decoder.give_up(Instant::now(), &mut inputs);
        heard.extend(inputs.into_iter().map(Heard::from));
    }
}

impl Device for Tty {
    fn size(&self) -> (u16, u16) {
        line::size()
    }

    fn wait(&mut self, longest: Duration, heard: &mut Vec<Heard>) -> io::Result<()> {
        let patience = self
            .decoder
            .patience()
            .filter(|patience| *patience < longest);
        match ready(&self.told, patience.unwrap_or(longest))? {
            Ready { gone: true, .. } => Err(gone()),
            Ready { news: true, .. } => self.hear_news(heard),
            Ready { keys: true, .. } => self.read(heard),
            Ready { late: true, .. } if patience.is_some() => {
                self.hear_nothing(heard);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        screen::write(bytes)
    }

    fn stop(&mut self, heard: &mut Vec<Heard>) -> io::Result<()> {
        screen::leave();
        // SIGSTOP, as the kernel drops a SIGTSTP where no shell could continue us.
        kill_current_process_group(Signal::STOP)?;
        // What cannot be stopped (the first process of a container) is never continued either.
        let mut news = [PollFd::new(&self.told, PollFlags::IN)];
        if poll(&mut news, Timespec::try_from(STOPPING).ok().as_ref()) == Ok(0) {
            heard.push(Heard::Continued);
        }
        Ok(())
    }

    fn resume(&mut self) -> io::Result<()> {
        screen::enter()
    }
}

impl Drop for Tty {
    fn drop(&mut self) {
        screen::finish();
    }
}

impl From<Input> for Heard {
    fn from(input: Input) -> Self {
        match input {
            Input::Key(key) => Self::Key(key),
            Input::Paste(text) => Self::Paste(text),
        }
    }
}

struct Ready {
    gone: bool,
    news: bool,
    keys: bool,
    late: bool,
}

fn ready(told: &UnixStream, longest: Duration) -> io::Result<Ready> {
    let terminal = stdin();
    let mut watched = [
        PollFd::new(told, PollFlags::IN),
        PollFd::new(&terminal, PollFlags::IN),
    ];
    let late = match poll(&mut watched, Timespec::try_from(longest).ok().as_ref()) {
        Ok(number) => number == 0,
        Err(Errno::INTR) => false,
        Err(error) => return Err(error.into()),
    };
    let [news, keys] = watched.map(|fd| fd.revents());
    Ok(Ready {
        gone: keys.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL),
        news: news.contains(PollFlags::IN),
        keys: keys.contains(PollFlags::IN),
        late,
    })
}

fn gone() -> io::Error {
    io::ErrorKind::UnexpectedEof.into()
}
