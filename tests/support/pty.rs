//! A program in a pseudo-terminal: keys go in, the screen comes out, as a terminal would show it.
//!
//! Nothing here sleeps: whoever waits, waits for output or for the end, up to [`PATIENCE`].
#![allow(
    dead_code,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use std::ffi::OsString;
use std::fs;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use portable_pty::{
    Child, CommandBuilder, MasterPty, PtyPair, PtySize, SlavePty, native_pty_system,
};
use rustix::process::{Pid, Signal, WaitId, WaitIdOptions, kill_process, waitid};

/// Where the pack of the tests stands.
pub(crate) const PACK: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pack");

/// How long anything may take before a test fails; long, for busy machines.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

/// A program to be started.
pub(crate) struct Start {
    command: CommandBuilder,
    columns: u16,
    rows: u16,
    deaf: bool,
    left_on: String,
}

impl Start {
    /// A program, in a terminal of 80 × 24 that understands colours and UTF-8, and without the
    /// environment of whoever runs the tests.
    pub(crate) fn new(program: &str) -> Self {
        let mut command = CommandBuilder::new(program);
        command.env_clear();
        for (name, value) in [("TERM", "xterm-256color"), ("LANG", "C.UTF-8")] {
            command.env(name, value);
        }
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.env("HOME", std::env::temp_dir());
        // Whatever random keys save must not land among the sources.
        command.cwd(std::env::temp_dir());
        Self {
            command,
            columns: 80,
            rows: 24,
            deaf: false,
            left_on: String::new(),
        }
    }

    /// With these arguments.
    pub(crate) fn args<S: Into<OsString>>(mut self, args: impl IntoIterator<Item = S>) -> Self {
        args.into_iter()
            .for_each(|arg| self.command.arg(arg.into()));
        self
    }

    /// With an environment variable.
    pub(crate) fn env(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    /// Without an environment variable.
    pub(crate) fn without(mut self, name: &str) -> Self {
        self.command.env_remove(name);
        self
    }

    /// Started in this folder, where it may save files.
    pub(crate) fn inside(mut self, folder: &std::path::Path) -> Self {
        self.command.cwd(folder);
        self
    }

    /// In a terminal of this size.
    pub(crate) fn size(mut self, columns: u16, rows: u16) -> Self {
        (self.columns, self.rows) = (columns, rows);
        self
    }

    /// In a terminal that sends no signal when it goes away.
    pub(crate) fn without_signals(mut self) -> Self {
        self.command.set_controlling_tty(false);
        self
    }

    /// In a terminal that takes what fits in the system's buffers and no more.
    pub(crate) fn deaf(mut self) -> Self {
        self.deaf = true;
        self
    }

    /// In a terminal on which a program that crashed has written this.
    pub(crate) fn after(mut self, sequences: &str) -> Self {
        self.left_on = sequences.to_owned();
        self
    }

    /// Starts it.
    pub(crate) fn spawn(self) -> Pty {
        let PtyPair { master, slave } = native_pty_system()
            .openpty(size(self.columns, self.rows))
            .expect("a terminal");
        let modes_before = modes_of(&*master);
        let child = slave
            .spawn_command(self.command)
            .expect("the program starts");
        let pid = child
            .process_id()
            .and_then(|id| Pid::from_raw(id.cast_signed()))
            .expect("an id");
        let closing = Arc::new(AtomicBool::new(false));
        let (output, reader) = if self.deaf {
            (channel().1, None)
        } else {
            let (output, reader) = listen(&*master, Arc::clone(&closing));
            (output, Some(reader))
        };
        let mut screen = vt100::Parser::new(cells(self.rows), cells(self.columns), 0);
        screen.process(self.left_on.as_bytes());
        Pty {
            writer: Some(master.take_writer().expect("a way in")),
            screen,
            master: Some(master),
            slave: Some(slave),
            bytes: Vec::new(),
            child,
            pid,
            output,
            reader,
            closing,
            modes_before,
        }
    }
}

/// A program that was started.
pub(crate) struct Pty {
    /// What the terminal was set to before the program started.
    pub(crate) modes_before: String,
    /// Everything the program wrote, as far as it was looked at.
    pub(crate) bytes: Vec<u8>,
    child: Box<dyn Child + Send + Sync>,
    pid: Pid,
    master: Option<Box<dyn MasterPty + Send>>,
    // Kept open: the kernel resets the modes of a terminal that nobody holds.
    slave: Option<Box<dyn SlavePty + Send>>,
    writer: Option<Box<dyn Write + Send>>,
    output: Receiver<Vec<u8>>,
    reader: Option<JoinHandle<()>>,
    closing: Arc<AtomicBool>,
    screen: vt100::Parser,
}

impl Pty {
    /// Types.
    pub(crate) fn send(&mut self, keys: &str) {
        self.send_bytes(keys.as_bytes());
    }

    /// Types what is no text.
    pub(crate) fn send_bytes(&mut self, bytes: &[u8]) {
        let writer = self.writer.as_mut().expect("the terminal is there");
        writer.write_all(bytes).expect("the terminal takes keys");
    }

    /// Waits until the screen shows `text`.
    pub(crate) fn wait_for(&mut self, text: &str) {
        self.wait_until(text, |screen| screen.contents().contains(text));
    }

    /// Waits until the screen is as wanted; `what` is for the message when it never is.
    pub(crate) fn wait_until(&mut self, what: &str, wanted: impl Fn(&vt100::Screen) -> bool) {
        self.wait_within(PATIENCE, what, wanted);
    }

    /// As [`Pty::wait_until`], with a deadline that is part of what is tested. Says how long it took.
    pub(crate) fn wait_within(
        &mut self,
        patience: Duration,
        what: &str,
        wanted: impl Fn(&vt100::Screen) -> bool,
    ) -> Duration {
        let begun = Instant::now();
        self.take_what_is_there();
        while !wanted(self.screen.screen()) {
            let left = patience.saturating_sub(begun.elapsed());
            match self.output.recv_timeout(left) {
                Ok(bytes) => self.take(&bytes),
                Err(_) => panic!("not on the screen: {what}\n{}", self.text()),
            }
        }
        begun.elapsed()
    }

    /// What the screen shows now.
    pub(crate) fn text(&self) -> String {
        self.screen.screen().contents()
    }

    /// The screen as it is now, with colours, modes and cursor.
    pub(crate) fn screen(&self) -> &vt100::Screen {
        self.screen.screen()
    }

    /// Whether the screen is the one the shell had, with its cursor, and pastes are no business of
    /// the program any more.
    pub(crate) fn is_given_back(&self) -> bool {
        let screen = self.screen.screen();
        !screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste()
    }

    /// What the terminal is set to.
    pub(crate) fn modes(&self) -> String {
        modes_of(&**self.master.as_ref().expect("the terminal is there"))
    }

    /// Waits until the terminal is set to `modes`, which no output tells of.
    pub(crate) fn wait_for_modes(&self, modes: &str) {
        let begun = Instant::now();
        while self.modes() != modes {
            assert!(
                begun.elapsed() < PATIENCE,
                "{}\nis not\n{modes}",
                self.modes()
            );
            thread::yield_now();
        }
    }

    /// Sets the terminal as `stty` would, behind the program's back.
    pub(crate) fn stty(&self, setting: &str) {
        let name = self
            .master
            .as_ref()
            .and_then(|master| master.tty_name())
            .expect("a name");
        let mut stty = std::process::Command::new("stty");
        let done = stty
            .arg("-F")
            .arg(name)
            .arg(setting)
            .status()
            .expect("stty is there");
        assert!(done.success(), "stty {setting}");
    }

    /// Gives the terminal another size.
    pub(crate) fn resize(&mut self, columns: u16, rows: u16) {
        // First what was meant for the old size, as far as it is there.
        self.take_what_is_there();
        self.screen
            .screen_mut()
            .set_size(cells(rows), cells(columns));
        let master = self.master.as_ref().expect("the terminal is there");
        master.resize(size(columns, rows)).expect("any size");
    }

    /// Sends a signal to the program.
    pub(crate) fn signal(&self, signal: Signal) {
        kill_process(self.pid, signal).expect("the program is there");
    }

    /// Sends signals to the program that the program has started (Linux).
    pub(crate) fn signal_child(&self, signals: &[Signal]) {
        let pid = self.pid;
        let children = fs::read_to_string(format!("/proc/{pid}/task/{pid}/children"));
        let child = children.ok().and_then(|ids| ids.trim().parse().ok());
        let child = child.and_then(Pid::from_raw).expect("one child");
        for signal in signals {
            kill_process(child, *signal).expect("the child is there");
        }
    }

    /// Looks at a terminal that took nothing so far.
    pub(crate) fn look(&mut self) {
        let master = self.master.as_ref().expect("the terminal is there");
        let (output, reader) = listen(&**master, Arc::clone(&self.closing));
        (self.output, self.reader) = (output, Some(reader));
    }

    /// Waits until the program was stopped.
    pub(crate) fn wait_for_stop(&self) {
        self.wait_state(WaitIdOptions::STOPPED, PATIENCE);
    }

    /// Waits for the end, takes the last output, and gives the status.
    pub(crate) fn wait_for_end(&mut self) -> u32 {
        self.wait_for_end_within(PATIENCE).0
    }

    /// As [`Pty::wait_for_end`], with a deadline that is part of what is tested, and how long it took.
    pub(crate) fn wait_for_end_within(&mut self, patience: Duration) -> (u32, Duration) {
        let begun = Instant::now();
        self.wait_state(WaitIdOptions::EXITED, patience);
        let took = begun.elapsed();
        if let Some(master) = &self.master {
            let modes = modes_of(&**master);
            self.slave = None;
            self.take_the_rest();
            assert_eq!(modes, self.modes_before, "the modes of the terminal");
        }
        (self.child.wait().expect("a status").exit_code(), took)
    }

    /// Takes the terminal away. `key` is one that makes the program write.
    pub(crate) fn vanish(&mut self, key: &str) {
        self.closing.store(true, Ordering::SeqCst);
        self.send(key);
        if let Some(reader) = self.reader.take() {
            reader.join().expect("the reader ends");
        }
        self.slave = None;
        self.writer = None;
        self.master = None;
    }

    /// Processor time so far, also of a program that has ended and was not waited for (Linux).
    pub(crate) fn processor_time(&self) -> Duration {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.pid)).unwrap_or_default();
        let after_name = stat.rsplit(')').next().unwrap_or_default();
        let fields = after_name.split_whitespace().skip(11).take(2);
        let ticks: u64 = fields.filter_map(|ticks| ticks.parse::<u64>().ok()).sum();
        Duration::from_millis(ticks * 10)
    }

    /// Memory in use, in kB (Linux).
    pub(crate) fn memory(&self) -> u64 {
        self.kilobytes("VmRSS:")
    }

    /// The most memory that ever was in use, in kB (Linux).
    pub(crate) fn peak_memory(&self) -> u64 {
        self.kilobytes("VmHWM:")
    }

    fn kilobytes(&self, name: &str) -> u64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.pid)).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix(name));
        line.and_then(|line| line.split_whitespace().next()?.parse().ok())
            .unwrap_or_default()
    }

    /// Waits for the end without giving anything up: the dead can still be asked for their times.
    pub(crate) fn wait_for_death(&self, patience: Duration) {
        self.wait_state(WaitIdOptions::EXITED, patience);
    }

    fn wait_state(&self, state: WaitIdOptions, patience: Duration) {
        let (tell, told) = channel();
        let pid = self.pid;
        thread::spawn(move || {
            let reached = waitid(WaitId::Pid(pid), state | WaitIdOptions::NOWAIT);
            let _ = tell.send(reached.is_ok());
        });
        let reached = told.recv_timeout(patience);
        assert_eq!(
            reached,
            Ok(true),
            "{state:?} not within {patience:?}\n{}",
            self.text()
        );
    }

    fn take(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
        self.screen.process(bytes);
    }

    fn take_what_is_there(&mut self) {
        while let Ok(bytes) = self.output.try_recv() {
            self.take(&bytes);
        }
    }

    fn take_the_rest(&mut self) {
        loop {
            match self.output.recv_timeout(PATIENCE) {
                Ok(bytes) => self.take(&bytes),
                Err(RecvTimeoutError::Disconnected) => return,
                Err(RecvTimeoutError::Timeout) => panic!("someone still holds the terminal"),
            }
        }
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        if let Ok(None) = self.child.try_wait() {
            let _ = kill_process(self.pid, Signal::KILL);
            let _ = self.child.wait();
        }
    }
}

fn listen(master: &dyn MasterPty, closing: Arc<AtomicBool>) -> (Receiver<Vec<u8>>, JoinHandle<()>) {
    let mut reader = master.try_clone_reader().expect("a way out");
    let (tell, told) = channel();
    let thread = thread::spawn(move || {
        let mut bytes = [0; 65_536];
        while let Ok(length @ 1..) = reader.read(&mut bytes) {
            if tell.send(bytes[..length].to_vec()).is_err() || closing.load(Ordering::SeqCst) {
                return;
            }
        }
    });
    (told, thread)
}

fn modes_of(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios().expect("modes"))
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols: columns,
        pixel_width: 0,
        pixel_height: 0,
    }
}

fn cells(number: u16) -> NonZeroU16 {
    NonZeroU16::new(number).expect("a size")
}
