//! Writing cells: where the terminal's cursor stands, which style is on, and the fewest bytes to
//! the next cell.

use std::fmt::Write;

use ratatui::buffer::{Cell, CellWidth};
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier};

use super::kind::{Colours, Letters};

const ATTRIBUTES: [(Modifier, &str); 9] = [
    (Modifier::BOLD, ";1"),
    (Modifier::DIM, ";2"),
    (Modifier::ITALIC, ";3"),
    (Modifier::UNDERLINED, ";4"),
    (Modifier::SLOW_BLINK, ";5"),
    (Modifier::RAPID_BLINK, ";6"),
    (Modifier::REVERSED, ";7"),
    (Modifier::HIDDEN, ";8"),
    (Modifier::CROSSED_OUT, ";9"),
];

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Look {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

/// Collects what goes to the terminal, and knows what the terminal makes of it.
#[derive(Debug, Default)]
pub(super) struct Pen {
    /// What was written since the last [`Pen::lift`].
    pub(super) text: String,
    at: Option<Position>,
    drifted: bool,
    look: Look,
    letters: Letters,
    colours: Colours,
}

impl Pen {
    pub(super) fn new(letters: Letters, colours: Colours) -> Self {
        Self {
            letters,
            colours,
            ..Self::default()
        }
    }

    /// Empties the screen, whatever was on it and wherever the cursor stood.
    pub(super) fn clear(&mut self) {
        self.text.push_str("\x1b[0m\x1b[2J");
        self.look = Look::default();
        self.at = None;
    }

    /// Moves the terminal's cursor, by the shortest way that is sure to arrive.
    pub(super) fn go(&mut self, to: Position) {
        match self.at {
            Some(at) if at == to => return,
            Some(at) if at.y == to.y && at.x < to.x && !self.drifted => self.forward(to.x - at.x),
            _ => self.jump(to),
        }
        self.at = Some(to);
    }

    /// Writes one cell where it belongs.
    pub(super) fn cell(&mut self, to: Position, cell: &Cell, columns: u16) {
        self.go(to);
        self.look(self.look_of(cell));
        self.symbol(cell);
        let x = to.x.saturating_add(cell.cell_width());
        // In the last column terminals differ on where the cursor is.
        self.at = (x < columns).then_some(Position { x, ..to });
    }

    /// Empties the row from here to its end.
    pub(super) fn erase_row_from(&mut self, from: Position) {
        self.go(from);
        self.plain();
        self.text.push_str("\x1b[K");
    }

    /// Back to the terminal's own colours, so that a message of another program looks as usual.
    pub(super) fn plain(&mut self) {
        self.look(Look::default());
    }

    /// Starts anew, keeping the memory.
    pub(super) fn lift(&mut self) {
        self.text.clear();
    }

    fn forward(&mut self, columns: u16) {
        self.text.push_str("\x1b[");
        if columns > 1 {
            self.number(columns);
        }
        self.text.push('C');
    }

    fn jump(&mut self, to: Position) {
        self.text.push_str("\x1b[");
        self.number(to.y.saturating_add(1));
        if to.x > 0 {
            self.text.push(';');
            self.number(to.x.saturating_add(1));
        }
        self.text.push('H');
        self.drifted = false;
    }

    fn symbol(&mut self, cell: &Cell) {
        let symbol = cell.symbol();
        if symbol.is_ascii() {
            self.text.push_str(symbol);
        } else if self.letters != Letters::All {
            self.stand_in(symbol, cell.cell_width());
        } else {
            self.text.push_str(symbol);
            // Terminals differ on the width of such a character.
            self.drifted = true;
        }
    }

    fn stand_in(&mut self, symbol: &str, columns: u16) {
        let first = self.letters.spell(symbol).chars().next();
        self.text.push(first.unwrap_or(' '));
        self.drifted |= self.letters != Letters::Ascii;
        (1..columns).for_each(|_| self.text.push(' '));
    }

    /// A cell's look in the colours there are.
    fn look_of(&self, cell: &Cell) -> Look {
        let look = Look {
            fg: cell.fg,
            bg: cell.bg,
            modifier: cell.modifier,
        };
        if self.colours == Colours::None {
            return colourless(look);
        }
        Look {
            fg: self.colours.ink(look.fg),
            bg: self.colours.paper(look.bg),
            ..look
        }
    }

    fn look(&mut self, look: Look) {
        if self.look == look {
            return;
        }
        self.look = look;
        self.text.push_str("\x1b[");
        if look != Look::default() {
            self.text.push('0');
            self.attributes(look.modifier);
            self.colour(look.fg, 30);
            self.colour(look.bg, 40);
        }
        self.text.push('m');
    }

    fn attributes(&mut self, modifier: Modifier) {
        for (attribute, code) in ATTRIBUTES {
            if modifier.contains(attribute) {
                self.text.push_str(code);
            }
        }
    }

    fn colour(&mut self, colour: Color, base: u16) {
        let (dark, bright) = (base, base + 60);
        let code = match colour {
            Color::Reset => return,
            Color::Black => dark,
            Color::Red => dark + 1,
            Color::Green => dark + 2,
            Color::Yellow => dark + 3,
            Color::Blue => dark + 4,
            Color::Magenta => dark + 5,
            Color::Cyan => dark + 6,
            Color::Gray => dark + 7,
            Color::DarkGray => bright,
            Color::LightRed => bright + 1,
            Color::LightGreen => bright + 2,
            Color::LightYellow => bright + 3,
            Color::LightBlue => bright + 4,
            Color::LightMagenta => bright + 5,
            Color::LightCyan => bright + 6,
            Color::White => bright + 7,
            Color::Indexed(index) => return self.codes(&[base + 8, 5, index.into()]),
            Color::Rgb(r, g, b) => {
                return self.codes(&[base + 8, 2, r.into(), g.into(), b.into()]);
            }
        };
        self.codes(&[code]);
    }

    fn codes(&mut self, codes: &[u16]) {
        for code in codes {
            self.text.push(';');
            self.number(*code);
        }
    }

    fn number(&mut self, number: u16) {
        // Writing into a string cannot fail.
        let _ = write!(self.text, "{number}");
    }
}

/// Whatever stands on light paper is shown in reverse, so that marks and codes stay
/// what they are.
fn colourless(look: Look) -> Look {
    let modifier = match look.bg {
        Color::Reset | Color::Black => look.modifier,
        _ => look.modifier ^ Modifier::REVERSED,
    };
    Look {
        fg: Color::Reset,
        bg: Color::Reset,
        modifier,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(cells: &[(u16, u16, Cell)], ascii: bool) -> String {
        let letters = if ascii { Letters::Ascii } else { Letters::All };
        let mut pen = Pen::new(letters, Colours::Sixteen);
        for (x, y, cell) in cells {
            pen.cell(Position::new(*x, *y), cell, 10);
        }
        pen.text
    }

    fn cell(symbol: &'static str) -> Cell {
        Cell::new(symbol)
    }

    #[test]
    fn it_moves_by_the_shortest_way() {
        let row = [
            (0, 0, cell("a")),
            (1, 0, cell("b")),
            (3, 0, cell("c")),
            (8, 0, cell("d")),
        ];
        assert_eq!(written(&row, false), "\x1b[1Hab\x1b[Cc\x1b[4Cd");
        let rows = [(2, 1, cell("a")), (1, 0, cell("b")), (0, 2, cell("c"))];
        assert_eq!(written(&rows, false), "\x1b[2;3Ha\x1b[1;2Hb\x1b[3Hc");
    }

    #[test]
    fn it_trusts_no_width_but_that_of_ascii() {
        let row = [(0, 0, cell("▸")), (1, 0, cell(" ")), (3, 0, cell("c"))];
        assert_eq!(written(&row, false), "\x1b[1H▸ \x1b[1;4Hc");
    }

    #[test]
    fn it_forgets_where_it_is_in_the_last_column() {
        let row = [(9, 0, cell("a")), (9, 0, cell("b"))];
        assert_eq!(written(&row, false), "\x1b[1;10Ha\x1b[1;10Hb");
    }

    #[test]
    fn it_changes_style_in_one_sequence() {
        let mut bold = cell("a");
        bold.modifier = Modifier::BOLD | Modifier::REVERSED;
        bold.fg = Color::LightBlue;
        bold.bg = Color::Indexed(17);
        let row = [(0, 0, bold.clone()), (1, 0, bold), (2, 0, cell("c"))];
        assert_eq!(
            written(&row, false),
            "\x1b[1H\x1b[0;1;7;94;48;5;17maa\x1b[mc"
        );
    }

    #[test]
    fn it_keeps_to_the_colours_there_are() {
        let mut code = cell("a");
        (code.fg, code.bg, code.modifier) = (Color::Black, Color::White, Modifier::BOLD);
        for (colours, written) in [
            (Colours::Sixteen, "\x1b[1H\x1b[0;1;30;107ma"),
            (Colours::Eight, "\x1b[1H\x1b[0;1;30;47ma"),
            (Colours::None, "\x1b[1H\x1b[0;1;7ma"),
        ] {
            let mut pen = Pen::new(Letters::All, colours);
            pen.cell(Position::new(0, 0), &code, 10);
            assert_eq!(pen.text, written);
        }
    }

    #[test]
    fn on_an_ascii_terminal_every_column_stays_where_it_was() {
        let row = [(0, 0, cell("é")), (1, 0, cell("語")), (3, 0, cell("c"))];
        assert_eq!(written(&row, true), "\x1b[1He? c");
    }
}
