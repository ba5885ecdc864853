//! The terminal where there is no Unix: the console of Windows, by way of crossterm.

use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crossterm::event::{self, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use crossterm::terminal;

use super::event_loop::{Device, Heard};
use super::modes;
use crate::app::key::Key;

/// So many characters of a paste are kept.
const LONGEST_PASTE: usize = 10_000;

/// How long it waits before it sees whether another thread woke it.
const TURN: Duration = Duration::from_millis(250);

/// Writes all of it; a console never keeps its writers waiting.
pub(super) fn write(bytes: &[u8]) -> io::Result<usize> {
    let mut console = io::stdout().lock();
    console.write_all(bytes)?;
    console.flush()?;
    Ok(bytes.len())
}

/// Never needed: the console takes all of it.
pub(super) fn wait() -> io::Result<()> {
    Ok(())
}

/// Never needed either.
pub(super) fn make_room() {}

/// What is typed at the desk stays with crossterm.
pub(super) fn discard_input() {}

/// The console this program was started in.
#[derive(Debug)]
pub(super) struct Tty {
    waker: Waker,
}

/// Wakes the loop from another thread; the desk hears of it as of a size.
#[derive(Clone, Debug, Default)]
pub struct Waker(Arc<AtomicBool>);

impl Waker {
    /// Wakes the loop, now or as soon as it rests.
    pub fn wake(&self) {
        self.0.store(true, Ordering::Release);
    }

    /// Whether another thread holds it.
    fn is_held(&self) -> bool {
        Arc::strong_count(&self.0) > 1
    }

    fn was_woken(&self) -> bool {
        self.0.swap(false, Ordering::Acquire)
    }
}

impl Tty {
    /// Takes it over.
    pub(super) fn open() -> io::Result<Self> {
        // Also switches on that the console understands escape sequences.
        #[cfg(windows)]
        if !crossterm::ansi_support::supports_ansi() {
            return Err(io::ErrorKind::Unsupported.into());
        }
        modes::enter()?;
        Ok(Self {
            waker: Waker::default(),
        })
    }

    /// What wakes its loop.
    pub(super) fn waker(&self) -> Waker {
        self.waker.clone()
    }
}

impl Device for Tty {
    fn size(&self) -> (u16, u16) {
        terminal::size().unwrap_or_default()
    }

    fn wait(&mut self, longest: Duration, heard: &mut Vec<Heard>) -> io::Result<()> {
        // Nothing but the console ends crossterm's waiting.
        let mut patience = match self.waker.is_held() {
            true => longest.min(TURN),
            false => longest,
        };
        while event::poll(patience)? {
            heard.extend(understood(event::read()?));
            patience = Duration::ZERO;
        }
        if self.waker.was_woken() {
            let (columns, rows) = self.size();
            heard.push(Heard::Size(columns, rows));
        }
        Ok(())
    }

    fn stop(&mut self, _: &mut Vec<Heard>) -> io::Result<()> {
        Ok(())
    }

    fn resume(&mut self) -> io::Result<()> {
        modes::enter()
    }
}

impl Drop for Tty {
    fn drop(&mut self) {
        modes::finish();
    }
}

fn understood(event: event::Event) -> Option<Heard> {
    match event {
        event::Event::Key(key) if key.kind != KeyEventKind::Release => pressed(key).map(Heard::Key),
        event::Event::Paste(text) => Some(Heard::Paste(text.chars().take(LONGEST_PASTE).collect())),
        event::Event::Resize(columns, rows) => Some(Heard::Size(columns, rows)),
        _ => None,
    }
}

fn pressed(key: KeyEvent) -> Option<Key> {
    // AltGr arrives as Control and Alt, with a character that is already the right one.
    let control = key
        .modifiers
        .intersection(KeyModifiers::CONTROL | KeyModifiers::ALT)
        == KeyModifiers::CONTROL;
    Some(match key.code {
        KeyCode::Char(letter) if control => Key::Ctrl(letter.to_ascii_lowercase()),
        KeyCode::Char(character) => Key::Char(character),
        KeyCode::F(number) => Key::F(number),
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Esc,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        KeyCode::Tab => Key::Tab,
        KeyCode::BackTab => Key::BackTab,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        _ => return None,
    })
}
