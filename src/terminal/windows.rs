//! The terminal where there is no Unix: the console of Windows, by way of crossterm.

use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use crossterm::event::{self, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use crossterm::terminal;

use super::event_loop::{Device, Heard};
use crate::app::event::Event;
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

/// Never needed, nor the next: the console takes all of it.
pub(super) fn wait() -> io::Result<()> {
    Ok(())
}

pub(super) fn make_room() {}

/// What is typed at the desk stays with crossterm.
pub(super) fn discard_input() {}

#[derive(Default)]
pub(super) struct Tty {
    pub(super) waker: Waker,
}

impl Tty {
    pub(super) fn open() -> io::Result<Self> {
        // Also switches on that the console understands escape sequences.
        #[cfg(windows)]
        if !crossterm::ansi_support::supports_ansi() {
            return Err(io::ErrorKind::Unsupported.into());
        }
        Ok(Self::default())
    }
}

impl Device for Tty {
    fn size(&self) -> (u16, u16) {
        terminal::size().unwrap_or_default()
    }

    fn wait(&mut self, longest: Duration, heard: &mut Vec<Heard>) -> io::Result<()> {
        // Nothing but the console ends crossterm's waiting, and another thread may hold the waker.
        let alone = Arc::strong_count(&self.waker.0) == 1;
        let mut patience = if alone { longest } else { longest.min(TURN) };
        while event::poll(patience)? {
            heard.extend(understood(event::read()?).map(Heard::Event));
            patience = Duration::ZERO;
        }
        if self.waker.0.swap(false, Ordering::Acquire) {
            let (columns, rows) = self.size();
            heard.push(Heard::Event(Event::Resize(columns, rows)));
        }
        Ok(())
    }
}

fn understood(event: event::Event) -> Option<Event> {
    match event {
        event::Event::Key(key) if key.kind != KeyEventKind::Release => pressed(key).map(Event::Key),
        event::Event::Paste(text) => Some(Event::Paste(text.chars().take(LONGEST_PASTE).collect())),
        event::Event::Resize(columns, rows) => Some(Event::Resize(columns, rows)),
        _ => None,
    }
}

fn pressed(key: KeyEvent) -> Option<Key> {
    // AltGr arrives as Control and Alt, with a character that is already the right one.
    let held = key.modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT);
    Some(match key.code {
        KeyCode::Char(letter) if held == KeyModifiers::CONTROL => {
            Key::Ctrl(letter.to_ascii_lowercase())
        }
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
