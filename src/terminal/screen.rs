//! One picture after another to the terminal, and what of it changed: by way of ratatui and crossterm,
//! with what poor terminals need.

use std::cell::RefCell;
use std::io::{self, BufWriter, Write};
use std::rc::Rc;

use crossterm::clipboard::CopyToClipboard;
use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::style::{Attribute, Print, SetAttribute};
use crossterm::terminal::{Clear, ClearType as Erased};
use crossterm::{Command, queue};
use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::Color;
use ratatui::{Terminal, TerminalOptions, Viewport};
use ratatui_crossterm::CrosstermBackend;

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
        let backend = self.terminal.backend_mut();
        backend.picture = Buffer::empty(area);
        (backend.cursor, backend.shown) = (None, None);
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

/// Room for a picture, so that it is written at once.
const PICTURE: usize = 256 * 1024;

/// Moving the cursor takes more bytes than so many characters.
const BRIDGE: u16 = 6;

/// So many blanks at the end of a row take more bytes than erasing them.
const WORTH_ERASING: usize = 12;

/// Writes each picture at once, and nothing for a picture that stands. It asks the terminal nothing:
/// it is told the size, and knows where it left the cursor.
struct PictureBackend<W: Write> {
    /// Where sequences go that draw nothing; they leave with the picture.
    writer: Shared<W>,
    crossterm: CrosstermBackend<Shared<W>>,
    /// Whether the terminal may be so old that it cannot take off an attribute by itself.
    old: bool,
    /// What the terminal shows; its size is that of the terminal.
    picture: Buffer,
    /// Where the cursor stands, and whether it is shown, as far as that is known.
    cursor: Option<Position>,
    shown: Option<bool>,
}

impl<W: Write> PictureBackend<W> {
    fn new(writer: W, old: bool) -> Self {
        // Crossterm erases bold and reverse with the colours where NO_COLOR stands.
        crossterm::style::force_color_output(true);
        let writer = BufWriter::with_capacity(PICTURE, writer);
        let writer = Rc::new(RefCell::new(writer));
        Self {
            crossterm: CrosstermBackend::new(Shared(Rc::clone(&writer))),
            writer: Shared(writer),
            old,
            picture: Buffer::default(),
            cursor: None,
            shown: None,
        }
    }

    fn show(&mut self, shown: bool, command: impl Command) -> io::Result<()> {
        match self.shown.replace(shown) {
            Some(before) if before == shown => Ok(()),
            _ => queue!(self.writer, command),
        }
    }
}

/// What several write to.
struct Shared<W: Write>(Rc<RefCell<BufWriter<W>>>);

impl<W: Write> Write for Shared<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.borrow_mut().flush()
    }
}

type Change<'a> = (u16, u16, &'a Cell);

/// Whether the terminal's cursor may be elsewhere than crossterm's backend believes: terminals
/// differ on the width of what is no Latin letter.
fn drifts((before_x, before_y, before): Change, (x, y, cell): Change) -> bool {
    let follows = (before_x + 1, before_y) == (x, y);
    follows && !is_latin(before) && is_latin(cell)
}

/// The changes, with what stands between two of them where that is shorter than moving the cursor.
fn bridged<'a>(picture: &'a Buffer, changes: &'a [Change<'a>]) -> impl Iterator<Item = Change<'a>> {
    let mut end = (0, 0);
    changes.iter().flat_map(move |&(x, y, cell)| {
        let (from, row) = std::mem::replace(&mut end, (x.saturating_add(cell.cell_width()), y));
        let between = (from..x).filter_map(move |x| Some((x, y, picture.cell((x, y))?)));
        let short = row == y && x.saturating_sub(from) <= BRIDGE;
        let plain = short && between.clone().all(|(_, _, cell)| is_latin(cell));
        between.filter(move |_| plain).chain([(x, y, cell)])
    })
}

/// The places from which a row becomes blank, where erasing is shorter than writing the blanks.
fn blank_ends(picture: &Buffer, changes: &[Change<'_>]) -> Vec<(u16, u16)> {
    let mut ends = Vec::new();
    for row in changes.chunk_by(|before, after| before.1 == after.1) {
        let blanks = row.iter().rev().take_while(|(.., cell)| is_blank(cell));
        let blank = row.get(row.len() - blanks.count()..).unwrap_or_default();
        let Some(&(from, y, _)) = blank.first().filter(|_| blank.len() >= WORTH_ERASING) else {
            continue;
        };
        let changes_to_blank = |at: u16| blank.iter().any(|(x, ..)| *x == at);
        let stays_blank = |at: u16| picture.cell((at, y)).is_some_and(is_blank);
        if (from..picture.area.width).all(|at| changes_to_blank(at) || stays_blank(at)) {
            ends.push((from, y));
        }
    }
    ends
}

fn is_blank(cell: &Cell) -> bool {
    let plain = cell.fg == Color::Reset && cell.bg == Color::Reset && cell.modifier.is_empty();
    plain && cell.symbol() == " "
}

fn is_latin(cell: &Cell) -> bool {
    // A code of half blocks is none where they are wide, and costs a slow line much.
    let steady = |character| character < '\u{250}' || character == '▄';
    cell.symbol().chars().all(steady)
}

impl<W: Write> Backend for PictureBackend<W> {
    type Error = io::Error;

    fn draw<'a, I: Iterator<Item = Change<'a>>>(&mut self, changes: I) -> io::Result<()> {
        let changes: Vec<_> = changes.collect();
        if changes.is_empty() {
            return Ok(());
        }
        self.cursor = None;
        let ends = blank_ends(&self.picture, &changes);
        let is_erased = |&(x, y, _): &Change| ends.iter().any(|&(from, row)| row == y && x >= from);
        let kept = changes.iter().copied().filter(|change| !is_erased(change));
        let written: Vec<_> = kept.collect();
        let (mut before, old) = (None, self.old);
        let mut writer = Shared(Rc::clone(&self.writer.0));
        // Whatever cannot be written here cannot be written by the backend either.
        let cells = bridged(&self.picture, &written).inspect(|&change| {
            let Some(before) = before.replace(change) else {
                return;
            };
            if drifts(before, change) {
                let _ = queue!(writer, MoveTo(change.0, change.1));
            }
            if old && !before.2.modifier.is_empty() && change.2.modifier.is_empty() {
                let _ = queue!(writer, SetAttribute(Attribute::Reset));
            }
        });
        self.crossterm.draw(cells)?;
        for (x, y) in ends {
            queue!(self.writer, MoveTo(x, y), Clear(Erased::UntilNewLine))?;
        }
        for (x, y, cell) in changes {
            if let Some(shown) = self.picture.cell_mut((x, y)) {
                shown.clone_from(cell);
            }
        }
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.show(false, Hide)
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.show(true, Show)
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.cursor.unwrap_or_default())
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, to: P) -> io::Result<()> {
        let to = to.into();
        match self.cursor.replace(to) {
            Some(before) if before == to => Ok(()),
            _ => queue!(self.writer, MoveTo(to.x, to.y)),
        }
    }

    fn clear(&mut self) -> io::Result<()> {
        self.cursor = None;
        let reset = SetAttribute(Attribute::Reset);
        queue!(self.writer, reset, Clear(Erased::All))
    }

    /// Every picture fills the screen, and before a narrower one ratatui empties it twice.
    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        match region {
            ClearType::AfterCursor => self.clear(),
            _ => Ok(()),
        }
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.picture.area.as_size())
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        let (columns_rows, pixels) = (self.size()?, Size::default());
        Ok(WindowSize {
            columns_rows,
            pixels,
        })
    }

    fn flush(&mut self) -> io::Result<()> {
        self.writer.flush()
    }
}

#[cfg(test)]
mod tests;
