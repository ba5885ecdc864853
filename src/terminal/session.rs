//! The loop: show, wait, hear.

use std::io;
use std::time::Duration;

use super::clipboard::copying;
use super::frame::Frame;
use super::pen::Pen;
use super::{Desk, Device, Heard, Options};
use crate::app::event::{Effect, Event};
use crate::app::key::Key;

/// A desk that is always late does not keep the processor busy.
const SHORTEST_WAIT: Duration = Duration::from_millis(10);

/// Timers are exact to this: waking a moment too early means waking twice.
const LATE_ENOUGH: Duration = Duration::from_millis(1);

/// Shows `desk` on `device` until one of them ends it.
pub(super) fn run(
    desk: &mut impl Desk,
    device: &mut impl Device,
    options: Options,
) -> io::Result<()> {
    let (columns, rows) = device.size();
    let frame = Frame::new(columns, rows, Pen::new(options.letters, options.colours));
    let mut session = Session {
        desk,
        device,
        options,
        frame,
        heard: Vec::new(),
    };
    session.show()?;
    while session.step()? == Next::GoOn {
        session.show()?;
    }
    Ok(())
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Next {
    GoOn,
    Leave,
}

struct Session<'a, K, D> {
    desk: &'a mut K,
    device: &'a mut D,
    options: Options,
    frame: Frame,
    heard: Vec<Heard>,
}

impl<K: Desk, D: Device> Session<'_, K, D> {
    fn show(&mut self) -> io::Result<()> {
        let now = self.options.clock.now();
        self.frame
            .draw(|area, buffer| self.desk.draw(area, buffer, now));
        let bytes = self.frame.bytes();
        if !bytes.is_empty() {
            self.device.write(bytes)?;
            self.frame.written();
        }
        Ok(())
    }

    fn step(&mut self) -> io::Result<Next> {
        let before = self.options.clock.now();
        let due = self.desk.wakes_at(before);
        if self.heard.is_empty() {
            let wait = due
                .signed_duration_since(before)
                .to_std()
                .unwrap_or_default();
            let wait = wait.saturating_add(LATE_ENOUGH).max(SHORTEST_WAIT);
            self.device.wait(wait, &mut self.heard)?;
        }
        for heard in std::mem::take(&mut self.heard) {
            if self.hear(heard)? == Next::Leave {
                return Ok(Next::Leave);
            }
        }
        if self.options.clock.now() >= due {
            self.tell(Event::Tick)
        } else {
            Ok(Next::GoOn)
        }
    }

    fn hear(&mut self, heard: Heard) -> io::Result<Next> {
        match heard {
            Heard::Key(Key::Ctrl('c')) => return Ok(Next::Leave),
            Heard::Key(Key::Ctrl('z')) | Heard::Stop => self.device.stop(&mut self.heard)?,
            Heard::Key(Key::Ctrl('l')) => self.frame.start_over(),
            Heard::Key(key) => return self.tell(Event::Key(key)),
            Heard::Burst(keys) => return self.tell(Event::Burst(keys)),
            Heard::Paste(text) => return self.tell(Event::Paste(text)),
            Heard::Size(columns, rows) => {
                let (columns, rows) = self.frame.resize(columns, rows);
                return self.tell(Event::Resize(columns, rows));
            }
            Heard::Continued => {
                self.device.resume()?;
                self.frame.start_over();
            }
        }
        Ok(Next::GoOn)
    }

    fn tell(&mut self, event: Event) -> io::Result<Next> {
        let now = self.options.clock.now();
        for effect in self.desk.handle(event, now) {
            match effect {
                Effect::Leave => return Ok(Next::Leave),
                Effect::Bell => self.frame.also("\x07"),
                Effect::ReadIndex => {}
                Effect::Copy(text) => self.frame.also(&copying(&text)),
                // Files are not the terminal's: the command that opened it writes them.
                Effect::Save { .. } => {}
            }
        }
        Ok(Next::GoOn)
    }
}

#[cfg(test)]
mod tests;
