//! The bottom row: the keys that matter here, or a wait that has ended.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;
use unicode_width::UnicodeWidthStr;

use super::header::put;
use super::sheet::Role;
use super::theme::Styles;
use crate::app::actions::{ACTIONS, Action, Row};
use crate::app::{Derived, Model, Scene, Wait};

/// Draws the footer of a screen with so many lines to choose; what does not fit is left to the help screen.
///
/// A wait that is over is told on the row of the rule above it, or else here.
pub(super) fn draw(
    derived: &Derived<'_>,
    lines: usize,
    styles: Styles,
    area: Rect,
    rule: Option<Rect>,
    buffer: &mut Buffer,
) {
    if area.is_empty() {
        return;
    }
    if let Some(text) = not_taken(derived).or_else(|| notice(derived)) {
        let row = rule.unwrap_or(area);
        let text = format!(" {text} ");
        put(buffer, row, row.x, &text, styles.role(Role::Alert));
        if rule.is_none() {
            return;
        }
    }
    let width = usize::from(area.width);
    let gap = " ".repeat(gap(width));
    let keys = fitting(derived, lines, width).into_iter();
    let spans = keys.flat_map(|(key, word)| {
        let key = Span::styled(key, styles.role(Role::Strong));
        [key, Span::styled(format!(" {word}{gap}"), styles.base())]
    });
    let x = area.x + u16::from(area.width >= 60);
    let row = Rect { x, ..area }.intersection(area);
    spans.collect::<Line<'_>>().render(row, buffer);
}

/// Why what was saved is not shown, if that is so.
fn not_taken(model: &Model) -> Option<String> {
    let args = [("fault", model.not_taken.clone()?.into())];
    Some(model.desk_voice().own_with("notice-not-taken", args))
}

/// A wait that is over in a case that is not shown, if there is one.
pub fn notice(derived: &Derived<'_>) -> Option<String> {
    let shown = derived.shown_case();
    let (letter, _) = derived
        .waits()
        .find(|(letter, wait)| matches!(wait, Wait::Over(_)) && shown != Some(*letter))?;
    let args = [("letter", letter.to_string().into())];
    let id = match derived.scene().field() {
        // There the letter would be typed.
        Some(_) => "notice-wait-over-typing",
        None => "notice-wait-over",
    };
    Some(derived.desk_voice().own_with(id, args))
}

/// Keys and their words, the most needed first, as many as a row holds.
fn fitting(model: &Model, lines: usize, width: usize) -> Vec<(String, String)> {
    let scene = model.scene();
    let typing = scene.field().is_some();
    let mut rows: Vec<&Row> = ACTIONS
        .iter()
        .filter(|row| row.footer.is_some() && row.applies(scene, lines))
        .filter(|row| match row.action {
            Action::Out => typing || model.screens.depth() == 1,
            // The key of the screen that is shown leaves it, as another in the row says.
            Action::Search => !matches!(scene, Scene::Search(_)),
            Action::Desks => !matches!(scene, Scene::Desks),
            Action::Help => !matches!(scene, Scene::Help),
            _ => true,
        })
        .collect();
    rows.sort_by_key(|row| row.footer);
    let mut used = 1;
    let shown = rows
        .into_iter()
        .filter_map(|row| Some((shown_keys(row, lines, typing)?, word(model, row))));
    shown
        .take_while(|(key, word)| {
            used += key.width() + 1 + word.width() + gap(width);
            used <= width + gap(width)
        })
        .collect()
}

/// Columns between one key with its word and the next.
fn gap(width: usize) -> usize {
    if width < 60 { 2 } else { 3 }
}

/// The keys of a row; none where another row says the same, or where they would type.
fn shown_keys(row: &Row, lines: usize, typing: bool) -> Option<String> {
    match (row.action, lines) {
        (Action::Digit, _) if typing => None,
        (Action::Digit, 1) => Some("1".to_owned()),
        (Action::Digit, _) => Some(format!("1-{}", lines.min(9))),
        (Action::Choose, _) if !typing => None,
        _ => row.first_key(typing),
    }
}

fn word(model: &Model, row: &Row) -> String {
    // One screen up is not home where there is another in between.
    let id = match row.action {
        Action::Out if model.screens.depth() > 1 => "back",
        _ => row.id,
    };
    model.desk_voice().own(&format!("action-{id}"))
}
