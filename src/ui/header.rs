//! The top row: which desk this is, the cases that are open, the person's
//! language, and the time.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_width::UnicodeWidthStr;

use super::desks::{campus_name, own_desk};
use super::layout::Role;
use super::theme::Looks;
use crate::app::{Model, OpenCase, Wait};
use crate::i18n::{clock_time, date_line};
use crate::sanitize::sanitize;

/// Draws the header; what does not fit gives way, the time last.
pub(super) fn draw(model: &Model, looks: Looks, area: Rect, buffer: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    let mut right = area.right();
    for text in right_side(model, area.width) {
        right = right.saturating_sub(columns(&text) + 2).max(area.x);
        put(buffer, area, right, &text, looks.base());
    }
    let parts = left_side(model, looks, area.width);
    let mut left = area.x;
    for (place, (text, style)) in parts.iter().enumerate() {
        let rest = parts.len() - place;
        let more = if rest > 1 { MORE } else { 0 };
        if left + columns(text) + more >= right {
            put(buffer, area, left, &format!("+{rest}"), looks.base());
            return;
        }
        put(buffer, area, left, text, *style);
        left += columns(text) + 1;
    }
}

/// Columns that say how many cases are not shown: `+12` and a space.
const MORE: u16 = 4;

fn columns(text: &str) -> u16 {
    u16::try_from(text.width()).unwrap_or(u16::MAX)
}

/// Writes on a row, no further than it goes; returns the column after it.
pub(super) fn put(buffer: &mut Buffer, area: Rect, column: u16, text: &str, style: Style) -> u16 {
    let room = usize::from(area.right().saturating_sub(column));
    buffer.set_stringn(column, area.y, text, room, style).0
}

fn right_side(model: &Model, width: u16) -> [String; 2] {
    let time = if width >= 60 {
        date_line(model.desk_voice(), &model.now)
    } else {
        clock_time(&model.now)
    };
    let language = model
        .words()
        .language(model.person_lang())
        .language
        .to_string();
    [time, language.to_uppercase()]
}

/// The desk's own place gives way to its cases where the row is short.
fn left_side(model: &Model, looks: Looks, width: u16) -> Vec<(String, Style)> {
    let mut cases: Vec<&OpenCase> = model.cases().iter().collect();
    cases.sort_by_key(|open| (urgency(model, open), open.letter));
    let badge = (" Balie ".to_owned(), looks.badge());
    let place = desk_name(model).filter(|_| width >= 60 || cases.is_empty());
    let place = place.map(|name| (format!("{name} "), looks.base()));
    let cases = cases.into_iter().map(|open| case_part(model, looks, open));
    [badge].into_iter().chain(place).chain(cases).collect()
}

/// Which desk this is: campus and room, if that is set.
pub fn desk_name(model: &Model) -> Option<String> {
    let desk = own_desk(model)?;
    let name = format!("{} {}", campus_name(model.desk_voice(), desk), desk.room);
    Some(sanitize(&name).into_owned())
}

/// A wait that is over comes first, then the case that is shown, then the waits
/// that last, and what has come to its end last.
fn urgency(model: &Model, open: &OpenCase) -> u8 {
    match open.wait(model.pack(), model.now) {
        Some(Wait::Over(_)) => 0,
        _ if model.shown_case() == Some(open.letter) => 1,
        Some(Wait::Until(_)) => 2,
        None if open.is_at_end(model.pack()) => 4,
        None => 3,
    }
}

fn case_part(model: &Model, looks: Looks, open: &OpenCase) -> (String, Style) {
    let shown = model.shown_case() == Some(open.letter);
    let style = looks.role(if shown { Role::Strong } else { Role::Plain });
    match open.wait(model.pack(), model.now) {
        Some(Wait::Over(_)) => {
            let over = model.desk_voice().own("header-wait-over");
            (format!(" {} {over} ", open.letter), looks.role(Role::Alert))
        }
        Some(Wait::Until(until)) => (format!("[{} {}]", open.letter, clock_time(&until)), style),
        None => (format!("[{}]", open.letter), style),
    }
}
