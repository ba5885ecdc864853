//! The top row: which desk this is, the cases that are open, the person's
//! language, and the time.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_width::UnicodeWidthStr;

use super::desks::desk_name;
use super::sheet::Role;
use super::theme::Styles;
use crate::app::{Derived, Model, ReplayedCase, Wait};
use crate::i18n::{clock_time, date_line};

/// Draws the header; what does not fit gives way, the time last.
pub(super) fn draw(derived: &Derived<'_>, styles: Styles, area: Rect, buffer: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    let mut right = area.right();
    for text in right_side(derived, area.width) {
        right = right.saturating_sub(columns(&text) + 2).max(area.x);
        put(buffer, area, right, &text, styles.base());
    }
    let parts = left_side(derived, styles, area.width);
    let mut left = area.x;
    for (place, (text, style)) in parts.iter().enumerate() {
        let rest = parts.len() - place;
        let more = if rest > 1 { MORE } else { 0 };
        if left + columns(text) + more >= right {
            put(buffer, area, left, &format!("+{rest}"), styles.base());
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

/// Writes on a row, no further than it goes.
pub(super) fn put(buffer: &mut Buffer, area: Rect, column: u16, text: &str, style: Style) {
    let room = area.right().saturating_sub(column);
    buffer.set_stringn(column, area.y, text, room.into(), style);
}

fn right_side(model: &Model, width: u16) -> [String; 2] {
    let time = match width {
        60.. => date_line(model.desk_voice(), &model.now),
        _ => clock_time(&model.now),
    };
    let language = model.words().language(model.person_lang());
    [time, language.language.to_string().to_uppercase()]
}

/// The desk's own place gives way to its cases where the row is short.
fn left_side(derived: &Derived<'_>, styles: Styles, width: u16) -> Vec<(String, Style)> {
    let mut cases: Vec<&ReplayedCase<'_>> = derived.cases.iter().collect();
    cases.sort_by_key(|case| (urgency(derived, case), case.open.letter));
    let badge = (" Balie ".to_owned(), styles.badge());
    let place = desk_name(derived).filter(|_| width >= 60 || cases.is_empty());
    let place = place.map(|name| (format!("{name} "), styles.base()));
    let cases = cases
        .into_iter()
        .map(|case| case_part(derived, styles, case));
    [badge].into_iter().chain(place).chain(cases).collect()
}

/// A wait that is over comes first, then the case that is shown, then the waits
/// that last, and what has come to its end last.
fn urgency(model: &Model, case: &ReplayedCase<'_>) -> u8 {
    match case.wait {
        Some(Wait::Over(_)) => 0,
        _ if model.shown_case() == Some(case.open.letter) => 1,
        Some(Wait::Until(_)) => 2,
        None if case.is_at_end() => 4,
        None => 3,
    }
}

fn case_part(model: &Model, styles: Styles, case: &ReplayedCase<'_>) -> (String, Style) {
    let letter = case.open.letter;
    let text = match case.wait {
        Some(Wait::Over(_)) => {
            let over = model.desk_voice().own("header-wait-over");
            return (format!(" {letter} {over} "), styles.role(Role::Alert));
        }
        Some(Wait::Until(until)) => format!("[{letter} {}]", clock_time(&until)),
        None => format!("[{letter}]"),
    };
    let shown = model.shown_case() == Some(letter);
    (
        text,
        styles.role(if shown { Role::Strong } else { Role::Plain }),
    )
}
