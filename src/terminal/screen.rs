//! One picture after another, and what of it changed.

use std::io::{self, Write};

use crossterm::clipboard::CopyToClipboard;
use crossterm::queue;
use crossterm::style::Print;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::{Terminal, TerminalOptions, Viewport};

use super::backend::PictureBackend;
use super::capabilities::{Capabilities, Colours};

/// Beyond these a terminal lies, and would only cost memory.
const LARGEST: (u16, u16) = (500, 200);

/// xterm drops a text whole that takes more than 74,994 bytes as base64.
const LONGEST_COPY: usize = 74_994 / 4 * 3;

/// Shows pictures by way of ratatui, as far as the terminal can.
pub(super) struct Screen<W: Write> {
    terminal: Terminal<PictureBackend<W>>,
    capabilities: Capabilities,
}

impl<W: Write> Screen<W> {
    /// A screen about which nothing is known.
    pub(super) fn new(size: (u16, u16), capabilities: Capabilities, writer: W) -> io::Result<Self> {
        // Fixed, as otherwise each picture would begin with a question for the size.
        let old = capabilities.colours == Colours::None;
        let viewport = Viewport::Fixed(Rect::default());
        let options = TerminalOptions { viewport };
        let mut screen = Self {
            terminal: Terminal::with_options(PictureBackend::new(writer, old), options)?,
            capabilities,
        };
        screen.resize(size)?;
        Ok(screen)
    }

    /// Starts over on a screen of another size, and says which size it takes.
    pub(super) fn resize(&mut self, size: (u16, u16)) -> io::Result<(u16, u16)> {
        let area = match size {
            // A terminal that was never told its size.
            (0, _) | (_, 0) => Rect::new(0, 0, 80, 24),
            (columns, rows) => Rect::new(0, 0, columns.min(LARGEST.0), rows.min(LARGEST.1)),
        };
        self.terminal.backend_mut().start_over(area.as_size());
        self.terminal.resize(area)?;
        Ok((area.width, area.height))
    }

    /// Draws the next picture and writes what it changes.
    pub(super) fn show(
        &mut self,
        draw: impl FnOnce(Rect, &mut Buffer) -> Option<Position>,
    ) -> io::Result<()> {
        let capabilities = self.capabilities;
        self.terminal.draw(|frame| {
            let area = frame.area();
            let cursor = draw(area, frame.buffer_mut());
            capabilities.adapt(frame.buffer_mut());
            if let Some(at) = cursor.filter(|at| area.contains(*at)) {
                frame.set_cursor_position(at);
            }
        })?;
        Ok(())
    }

    /// Sounds the bell with the next picture.
    pub(super) fn ring(&mut self) -> io::Result<()> {
        queue!(self.terminal.backend_mut().writer, Print('\x07'))
    }

    /// Puts text on the terminal's clipboard (OSC 52), which works over SSH too; nothing when it is
    /// too long for that.
    pub(super) fn copy(&mut self, text: &str) -> io::Result<()> {
        if text.len() > LONGEST_COPY {
            return Ok(());
        }
        let copying = CopyToClipboard::to_clipboard_from(text);
        queue!(self.terminal.backend_mut().writer, copying)
    }
}

#[cfg(test)]
mod tests;
