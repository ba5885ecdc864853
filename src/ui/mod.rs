//! The screens: each says what it has to say as a page; one way of drawing
//! serves them all. Drawing changes nothing and returns what it measured.

mod case;
mod closing;
mod code;
mod desks;
mod faults;
mod footer;
mod header;
mod help;
mod home;
mod layout;
mod leaving;
mod marked;
mod marker;
mod months;
mod page;
mod search;
mod sign;
mod sources;
mod taking;
mod theme;
mod trail;
mod two;
mod unknown;

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

pub use case::choice_text;
pub use footer::notice;
pub use header::desk_name;
pub use layout::{INDENT, Piece, Role, Sheet, lay, lay_tight};
pub use page::{Block, Line, Marked, Page, Said};
pub use theme::Looks;

use crate::app::{Measured, Model, Scene, View, picks};

/// What drawing found out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawn {
    /// Rows of the page and of the view.
    pub measured: Measured,
    /// Where the cursor belongs, for whoever listens to the screen: in the text field, on
    /// the marker, or, where neither is in sight, at the first row that is.
    pub cursor: Option<Position>,
}

/// What the screen that is shown has to say, for a body of this size.
pub fn page(model: &Model, width: usize, height: usize) -> Page {
    match model.scene() {
        Scene::Home => home::page(model),
        Scene::Case(_) => case::page(model),
        Scene::Trail(letter) => trail::page(model, *letter),
        Scene::Code(link) => code::page(model, link, width, height),
        Scene::Desks => desks::page(model),
        Scene::Reasons => closing::reasons(model),
        Scene::Day(reason, input) => {
            closing::day(model, reason, input, closing::Size { width, height })
        }
        Scene::Dates(asked) => closing::dates(model, asked, closing::Size { width, height }),
        Scene::Why(asked) => closing::why(model, asked),
        Scene::Mail(asked) => taking::mail(model, asked),
        Scene::DateCode(asked, place) => taking::date_code(model, asked, *place, width, height),
        Scene::Search(search) => search::page(model, search),
        Scene::Help => help::page(model),
        Scene::Faults => faults::page(model),
        Scene::Leaving => leaving::page(model),
        Scene::Dropping(letter) => leaving::dropping(model, *letter),
    }
}

/// Columns and rows that a page has on a screen of this size.
pub fn body_size(width: u16, height: u16) -> (usize, usize) {
    let body = Frame::of(Rect::new(0, 0, width, height)).body;
    (usize::from(body.width), usize::from(body.height))
}

/// Draws the model into an area of a buffer.
pub fn draw(model: &Model, area: Rect, buffer: &mut Buffer) -> Drawn {
    let looks = Looks::of(model.desk.theme);
    let area = area.intersection(buffer.area);
    buffer.set_style(area, looks.base());
    let frame = match model.scene() {
        Scene::DateCode(..) => Frame::for_code(area),
        _ => Frame::of(area),
    };
    header::draw(model, looks, frame.header, buffer);
    for rule in &frame.rules {
        let line = "─".repeat(usize::from(rule.width));
        buffer.set_string(rule.x, rule.y, line, looks.base());
    }
    let rule = frame.rules.last().copied();
    footer::draw(model, looks, frame.footer, rule, buffer);
    body(model, looks, frame.body, buffer)
}

/// The parts of the screen.
struct Frame {
    header: Rect,
    rules: Vec<Rect>,
    body: Rect,
    footer: Rect,
}

impl Frame {
    /// All rows but the footer's, where a code would not fit between the others.
    fn for_code(area: Rect) -> Self {
        const ENOUGH: u16 = 28;
        let whole = Self::of(area);
        if area.height >= ENOUGH {
            return whole;
        }
        Self {
            header: Rect { height: 0, ..area },
            rules: Vec::new(),
            body: Rect {
                height: area.height.saturating_sub(1),
                ..area
            },
            footer: whole.footer,
        }
    }

    /// Header and footer, set apart by rules where there is room for them.
    fn of(area: Rect) -> Self {
        let row = |from_top: u16| Rect {
            y: area.y + from_top.min(area.height),
            height: u16::from(from_top < area.height),
            ..area
        };
        let rule = u16::from(area.height >= 20);
        let top = 1 + rule;
        let bottom = area.height.saturating_sub(1 + rule);
        Self {
            header: row(0),
            rules: if rule == 1 {
                vec![row(1), row(bottom)]
            } else {
                Vec::new()
            },
            body: Rect {
                y: row(top).y,
                height: bottom.saturating_sub(top),
                ..area
            },
            footer: if area.height > 1 {
                row(area.height - 1)
            } else {
                row(area.height)
            },
        }
    }
}

fn body(model: &Model, looks: Looks, area: Rect, buffer: &mut Buffer) -> Drawn {
    let (width, height) = (usize::from(area.width), usize::from(area.height));
    let sheet = lay(&page(model, width, height), width, height);
    let list = &model.screens.top().list;
    let marked = sheet.picks.get(list.selected(picks(model).len()));
    let mut measured = Measured {
        rows: sheet.rows.len(),
        height,
        top: 0,
    };
    measured.top = top_row(list.view(), measured, marked);
    for (row, pieces) in (area.y..area.bottom()).zip(sheet.rows.iter().skip(measured.top)) {
        for piece in pieces {
            put(buffer, area, row, piece, looks);
        }
    }
    more(measured, looks, area, buffer);
    let field = field_cursor(&sheet, measured, area);
    let marker = marked.and_then(|rows| marker::put(rows, measured, looks, area, buffer));
    let first = (!area.is_empty()).then_some(area.as_position());
    Drawn {
        measured,
        cursor: field.or(marker).or(first),
    }
}

/// The first row that is seen of a page, with the rows of the line that is marked.
fn top_row(view: View, page: Measured, marked: Option<&Range<usize>>) -> usize {
    let last = page.rows.saturating_sub(page.height);
    match (view, marked) {
        (View::Marker, Some(rows)) if rows.end > page.height => {
            (rows.end - page.height).min(rows.start)
        }
        (View::Marker, _) => 0,
        (View::From(row), _) => row.min(last),
    }
}

fn put(buffer: &mut Buffer, area: Rect, row: u16, piece: &Piece, looks: Looks) {
    let Ok(column) = u16::try_from(piece.column) else {
        return;
    };
    let room = area.width.saturating_sub(column);
    if room > 0 {
        let style = looks.role(piece.role);
        if piece.role == Role::Ink {
            return ink(
                buffer,
                Position::new(area.x + column, row),
                &piece.text,
                room,
                style,
            );
        }
        buffer.set_stringn(area.x + column, row, &piece.text, usize::from(room), style);
    }
}

/// A row of a code. What is dark above is drawn as paper of the ink's colour: in
/// many fonts the blocks that reach the top of a cell leave a gap there, which no
/// reader can read across.
fn ink(buffer: &mut Buffer, at: Position, text: &str, room: u16, style: Style) {
    for (column, c) in (at.x..at.x + room).zip(text.chars()) {
        let (c, style) = match c {
            '█' => (' ', turned(style)),
            '▀' => ('▄', turned(style)),
            c => (c, style),
        };
        if let Some(cell) = buffer.cell_mut((column, at.y)) {
            cell.set_char(c).set_style(style);
        }
    }
}

/// Ink and paper changed for each other.
fn turned(style: Style) -> Style {
    let (ink, paper) = (style.fg.unwrap_or_default(), style.bg.unwrap_or_default());
    style.fg(paper).bg(ink)
}

/// Arrows at the edge where there are rows that cannot be seen.
fn more(measured: Measured, looks: Looks, area: Rect, buffer: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    let column = area.right() - 1;
    if measured.top > 0 {
        buffer.set_string(column, area.y, "↑", looks.marker());
    }
    if measured.top + measured.height < measured.rows {
        buffer.set_string(column, area.bottom() - 1, "↓", looks.marker());
    }
}

fn field_cursor(sheet: &Sheet, measured: Measured, area: Rect) -> Option<Position> {
    let (row, column) = sheet.field?;
    let y = seen_row(row, measured, area)?;
    let x = area.x.checked_add(u16::try_from(column).ok()?)?;
    (x < area.right()).then_some(Position::new(x, y))
}

/// Where a row of the page is seen.
fn seen_row(row: usize, measured: Measured, area: Rect) -> Option<u16> {
    let below_top = row
        .checked_sub(measured.top)
        .filter(|below| *below < measured.height)?;
    Some(area.y + u16::try_from(below_top).ok()?)
}
