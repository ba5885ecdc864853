//! The terminal on Unix, as the loop sees it: one poll(2) for keys, signals and time.

use std::io::{self, Read};
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use crossterm::terminal::window_size;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::process::{Signal, getpid, getsid, kill_current_process_group};
use rustix::stdio::stdin;
use signal_hook::consts::{SIGCONT, SIGTSTP};

use super::decode::Decoder;
use super::event_loop::{Device, Heard};
use super::modes::{self, Owner};
use super::signals::{listen, stops_are_ignored};
use super::waker::Waker;
use crate::app::event::Event;

/// Whoever can stop us does it within this time.
const STOPPING: Duration = Duration::from_millis(100);

/// What poll(2) says of a terminal at which nobody is any more.
const GONE: PollFlags = PollFlags::HUP.union(PollFlags::ERR).union(PollFlags::NVAL);

pub(super) struct Tty {
    told: UnixStream,
    pub(super) waker: Waker,
    decoder: Decoder,
    stops: bool,
    /// Set at once when a continuation comes, before the loop hears of it.
    continued: Arc<AtomicBool>,
}

impl Tty {
    /// Listens to it, and from now on no moment is without signals.
    pub(super) fn open() -> io::Result<Self> {
        // Whoever leads a session has nobody who could continue it.
        let leads = getsid(None) == Ok(getpid());
        let stops = !leads && !stops_are_ignored();
        let continued = Arc::new(AtomicBool::new(false));
        signal_hook::flag::register(SIGCONT, Arc::clone(&continued))?;
        let (told, news) = listen(stops)?;
        Ok(Self {
            told,
            waker: Waker(Arc::new(news)),
            decoder: Decoder::default(),
            stops,
            continued,
        })
    }

    fn read(&mut self, heard: &mut Vec<Heard>) -> io::Result<()> {
        let mut bytes = [0; 4096];
        let read = match rustix::io::read(stdin(), &mut bytes) {
            Ok(0) | Err(Errno::IO) => return Err(gone()),
            Err(Errno::INTR | Errno::AGAIN) => return Ok(()),
            length => bytes.get(..length?).unwrap_or_default(),
        };
        let events = self.decoder.feed(read, Instant::now());
        heard.extend(events.into_iter().map(Heard::Event));
        Ok(())
    }

    fn hear_signals(&mut self, heard: &mut Vec<Heard>) -> io::Result<()> {
        let mut signals = [0; 64];
        let length = match self.told.read(&mut signals) {
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => return Ok(()),
            length => length?,
        };
        let signals = signals.get(..length).unwrap_or_default();
        let came = |signal: i32| signals.iter().any(|byte| i32::from(*byte) == signal);
        // Stopped and continued at once is continued.
        if came(SIGCONT) {
            self.continued.store(false, Ordering::Relaxed);
            heard.push(Heard::Continued);
        } else if came(SIGTSTP) {
            heard.push(Heard::Stop);
        }
        let (columns, rows) = self.size();
        heard.push(Heard::Event(Event::Resize(columns, rows)));
        Ok(())
    }
}

impl Device for Tty {
    fn size(&self) -> (u16, u16) {
        window_size().map_or((0, 0), |size| (size.columns, size.rows))
    }

    fn wait(&mut self, longest: Duration, heard: &mut Vec<Heard>) -> io::Result<()> {
        let (half_heard, terminal) = (self.decoder.patience(), stdin());
        let patience = half_heard.map_or(longest, |patience| patience.min(longest));
        let mut watched = [
            PollFd::new(&self.told, PollFlags::IN),
            PollFd::new(&terminal, PollFlags::IN),
        ];
        let ready = poll(&mut watched, Timespec::try_from(patience).ok().as_ref());
        let [signals, keys] = watched.map(|fd| fd.revents());
        match ready {
            Ok(0) if half_heard == Some(patience) => {
                let events = self.decoder.give_up(Instant::now());
                heard.extend(events.into_iter().map(Heard::Event));
            }
            Ok(0) | Err(Errno::INTR) => {}
            Err(error) => return Err(error.into()),
            Ok(_) if keys.intersects(GONE) => return Err(gone()),
            Ok(_) if signals.contains(PollFlags::IN) => self.hear_signals(heard)?,
            Ok(_) => self.read(heard)?,
        }
        Ok(())
    }

    fn stop(&mut self, heard: &mut Vec<Heard>) -> io::Result<()> {
        if !self.stops {
            return Ok(());
        }
        modes::give_back(Owner::Shell);
        self.hear_signals(heard)?;
        let continued = self.continued.load(Ordering::Relaxed);
        if !continued && !heard.contains(&Heard::Continued) {
            // Not SIGSTOP, which would stop us where no shell could continue us, and not SIGTSTP,
            // which we catch: the system knows where this one must stop nobody.
            kill_current_process_group(Signal::TTOU)?;
            let mut signals = [PollFd::new(&self.told, PollFlags::IN)];
            if poll(&mut signals, Timespec::try_from(STOPPING).ok().as_ref()) != Ok(1) {
                heard.push(Heard::Continued);
            }
        }
        Ok(())
    }
}

fn gone() -> io::Error {
    io::ErrorKind::UnexpectedEof.into()
}
