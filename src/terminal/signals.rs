//! The thread that ends the program when it is told to or when the terminal has gone, even while
//! the loop is busy or stuck. It sleeps until then.

use std::fs;
use std::io::{self, Write};
use std::os::unix::net::UnixStream;
use std::process;
use std::thread;

use rustix::event::{PollFd, PollFlags, poll};
use rustix::stdio::stdin;
use signal_hook::consts::{
    SIGABRT, SIGALRM, SIGCONT, SIGHUP, SIGINT, SIGPROF, SIGQUIT, SIGTERM, SIGTRAP, SIGTSTP,
    SIGUSR1, SIGUSR2, SIGVTALRM, SIGWINCH, SIGXCPU, SIGXFSZ,
};
use signal_hook::iterator::backend::SignalDelivery;
use signal_hook::iterator::exfiltrator::SignalOnly;

use super::modes;

/// The process status of a program that a signal ended is this and the signal's number.
const ENDED_BY: i32 = 128;

const STACK: usize = 128 * 1024;

/// Whatever ends a program from outside, but for what cannot be caught and for faults of its own.
const DEADLY: [i32; 12] = [
    SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU,
    SIGABRT, SIGTRAP,
];

/// Those that end a program on Linux alone.
#[cfg(target_os = "linux")]
const DEADLY_HERE: [i32; 3] = [
    signal_hook::consts::SIGIO,
    rustix::process::Signal::POWER.as_raw(),
    rustix::process::Signal::STKFLT.as_raw(),
];
#[cfg(not(target_os = "linux"))]
const DEADLY_HERE: [i32; 0] = [];

/// Starts the thread, if the system has one left. Gives where it tells of size, stop and continuation,
/// one byte for each, and where other threads may. Of stops it tells where `stops` are not ignored.
pub(super) fn listen(stops: bool) -> io::Result<(UnixStream, UnixStream)> {
    let (news, told) = UnixStream::pair()?;
    news.set_nonblocking(true)?;
    told.set_nonblocking(true)?;
    let others = news.try_clone()?;
    let (read, write) = UnixStream::pair()?;
    let wanted = DEADLY
        .iter()
        .chain(&DEADLY_HERE)
        .chain(&[SIGWINCH, SIGCONT]);
    let mut caught = SignalDelivery::with_pipe(read, write, SignalOnly, wanted)?;
    if stops {
        caught.handle().add_signal(SIGTSTP)?;
    }
    // Caught and forgotten: a file that grows beyond its quota is an error and no death.
    caught.handle().add_signal(SIGXFSZ)?;
    let thread = thread::Builder::new()
        .name("signals".into())
        .stack_size(STACK);
    thread.spawn(move || {
        loop {
            wait(&caught);
            caught.pending().for_each(|signal| pass_on(signal, &news));
        }
    })?;
    Ok((told, others))
}

fn wait(caught: &SignalDelivery<UnixStream, SignalOnly>) {
    let terminal = stdin();
    let mut watched = [
        PollFd::new(caught.get_read(), PollFlags::IN),
        // No events asked: only a hang-up wakes, never a key.
        PollFd::new(&terminal, PollFlags::empty()),
    ];
    let woken = poll(&mut watched, None).is_ok();
    let [_, terminal] = watched.map(|fd| fd.revents());
    if woken && !terminal.is_empty() {
        end(SIGHUP);
    }
}

fn pass_on(signal: i32, mut news: &UnixStream) {
    match signal {
        SIGWINCH | SIGCONT | SIGTSTP => {
            // When nobody reads, so many are waiting that one more tells nothing new.
            let _ = news.write(&[u8::try_from(signal).unwrap_or(0)]);
        }
        SIGXFSZ => {}
        deadly => end(deadly),
    }
}

fn end(signal: i32) -> ! {
    modes::give_back(modes::Owner::Ended);
    process::exit(ENDED_BY + signal)
}

/// Whether the program was started with stops ignored, by a menu that nobody may leave. Only Linux
/// says so; to be asked before signals are caught.
pub(super) fn stops_are_ignored() -> bool {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let ignored = ignored.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
    ignored.is_some_and(|mask| mask >> (SIGTSTP - 1) & 1 == 1)
}
