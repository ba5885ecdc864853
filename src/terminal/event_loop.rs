//! The loop: show, wait, hear.

use std::io::{self, Write};
use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::capabilities::Capabilities;
use super::clock::Clock;
use super::modes;
use super::screen::Screen;
use super::waker::Waker;
use crate::app::event::{Effect, Event};
use crate::app::key::Key;
use crate::i18n::Moment;

/// A desk that is always late does not keep the processor busy.
const SHORTEST_WAIT: Duration = Duration::from_millis(10);

/// Timers are exact to this: waking a moment too early means waking twice.
const LATE_ENOUGH: Duration = Duration::from_millis(1);

/// What is shown in the terminal.
pub trait Desk {
    /// Takes what happened, and asks for what follows.
    fn handle(&mut self, event: Event, now: Moment) -> Vec<Effect>;

    /// Draws everything into an empty buffer. Returns where the terminal's cursor belongs, which
    /// screen readers follow; without a place it is hidden.
    fn draw(&mut self, area: Rect, buffer: &mut Buffer, now: Moment) -> Option<Position>;

    /// The next moment at which the picture changes by itself. At a moment that has passed, a
    /// [`Event::Tick`] comes as soon as the picture stands.
    fn wakes_at(&self, now: Moment) -> Moment;

    /// Is told once that the session begins, and how another thread can wake it.
    fn is_shown(&mut self, _: Waker) {}
}

/// What the loop hears from a terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Heard {
    /// Keys, text, or perhaps another size.
    Event(Event),
    /// The program should stop for a while.
    Stop,
    /// The program was stopped and goes on: the terminal is in any state.
    Continued,
}

/// A terminal to listen to.
pub(super) trait Device {
    /// Columns and rows; none when the terminal does not know.
    fn size(&self) -> (u16, u16);

    /// Waits until something is heard, but not longer than `longest`. What comes in at once is
    /// heard in parts, so that nobody keeps the loop from drawing.
    fn wait(&mut self, longest: Duration, heard: &mut Vec<Heard>) -> io::Result<()>;

    /// Gives the terminal back and stops, where anybody could continue us. [`Heard::Continued`] follows.
    fn stop(&mut self, _: &mut Vec<Heard>) -> io::Result<()> {
        Ok(())
    }

    /// Takes the terminal over again.
    fn resume(&mut self) -> io::Result<()> {
        modes::enter()
    }
}

/// How a session runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// What the desk takes for the time.
    pub clock: Clock,
    /// What the terminal can show: the rest is shown as its nearest likeness.
    pub capabilities: Capabilities,
}

/// Shows `desk` by way of `writer`, and hears `device`, until one of them ends it.
pub(super) fn run(
    desk: &mut impl Desk,
    device: &mut impl Device,
    writer: impl Write,
    options: Options,
) -> io::Result<()> {
    let screen = Screen::new(device.size(), options.capabilities, writer)?;
    let mut session = Session {
        desk,
        device,
        screen,
        clock: options.clock,
        heard: Vec::new(),
        left: false,
    };
    session.show()?;
    while !session.left {
        if session.step()? {
            session.show()?;
        }
    }
    Ok(())
}

struct Session<'a, K, D, W: Write> {
    desk: &'a mut K,
    device: &'a mut D,
    screen: Screen<W>,
    clock: Clock,
    heard: Vec<Heard>,
    left: bool,
}

impl<K: Desk, D: Device, W: Write> Session<'_, K, D, W> {
    fn show(&mut self) -> io::Result<()> {
        let now = self.clock.now();
        let desk = &mut *self.desk;
        self.screen
            .show(|area, buffer| desk.draw(area, buffer, now))
    }

    /// Hears all there is before anything is shown. Says whether there is anything new to show.
    fn step(&mut self) -> io::Result<bool> {
        let before = self.clock.now();
        let due = self.desk.wakes_at(before);
        if self.heard.is_empty() {
            let wait = due.signed_duration_since(before).to_std();
            let wait = wait.unwrap_or_default().saturating_add(LATE_ENOUGH);
            self.device.wait(wait.max(SHORTEST_WAIT), &mut self.heard)?;
        }
        let all = std::mem::take(&mut self.heard);
        let mut news = !all.is_empty();
        for heard in all {
            self.hear(heard)?;
            if self.left {
                return Ok(false);
            }
        }
        if self.clock.now() >= due {
            self.tell(Event::Tick)?;
            news = true;
        }
        Ok(news && !self.left)
    }

    fn hear(&mut self, heard: Heard) -> io::Result<()> {
        match heard {
            Heard::Event(Event::Key(Key::Ctrl('c'))) => self.left = true,
            Heard::Event(Event::Key(Key::Ctrl('z'))) | Heard::Stop => {
                self.device.stop(&mut self.heard)?;
            }
            Heard::Event(Event::Key(Key::Ctrl('l'))) => self.start_over(self.device.size())?,
            Heard::Event(Event::Resize(columns, rows)) => self.start_over((columns, rows))?,
            Heard::Event(event) => self.tell(event)?,
            Heard::Continued => {
                self.device.resume()?;
                self.start_over(self.device.size())?;
            }
        }
        Ok(())
    }

    /// Takes nothing on the screen for granted any more.
    fn start_over(&mut self, size: (u16, u16)) -> io::Result<()> {
        let (columns, rows) = self.screen.resize(size)?;
        self.tell(Event::Resize(columns, rows))
    }

    fn tell(&mut self, event: Event) -> io::Result<()> {
        for effect in self.desk.handle(event, self.clock.now()) {
            match effect {
                Effect::Leave => self.left = true,
                Effect::Bell => self.screen.ring()?,
                Effect::Copy(text) => self.screen.copy(&text)?,
                // Files and threads are not the terminal's: the command that opened it has them.
                Effect::Save { .. } | Effect::ReadIndex => {}
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
