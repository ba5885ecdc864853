//! The bottom row: the keys that matter here, or a wait that has ended.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use super::header::put;
use super::sheet::Role;
use super::theme::Styles;
use crate::app::actions::{ACTIONS, Action, Row};
use crate::app::{Derived, Letter, Model, Scene, Wait};

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
    let told = not_taken(derived).or_else(|| notice(derived));
    if let Some(text) = &told {
        let row = rule.unwrap_or(area);
        put(
            buffer,
            row,
            row.x,
            &format!(" {text} "),
            styles.role(Role::Alert),
        );
    }
    if told.is_some() && rule.is_none() {
        return;
    }
    let mut column = area.x + u16::from(area.width >= 60);
    let width = usize::from(area.width);
    for (key, word) in fitting(derived, lines, width) {
        column = put(buffer, area, column, &key, styles.role(Role::Strong)) + 1;
        column = put(buffer, area, column, &word, styles.base());
        column += u16::try_from(gap(width)).unwrap_or_default();
    }
}

/// Why what was saved is not shown, if that is so.
fn not_taken(model: &Model) -> Option<String> {
    let args = [("fault", model.not_taken.clone()?.into())];
    Some(model.desk_voice().own_with("notice-not-taken", args))
}

/// A wait that is over in a case that is not shown, if there is one.
pub fn notice(derived: &Derived<'_>) -> Option<String> {
    let letter = wait_to_tell(derived)?;
    let args = [("letter", letter.to_string().into())];
    let id = match derived.scene().field() {
        // There the letter would be typed.
        Some(_) => "notice-wait-over-typing",
        None => "notice-wait-over",
    };
    Some(derived.desk_voice().own_with(id, args))
}

/// The case whose wait is over and that is not shown.
fn wait_to_tell(derived: &Derived<'_>) -> Option<Letter> {
    let shown = derived.shown_case();
    let mut waits = derived.waits();
    waits.find_map(|(letter, wait)| match wait {
        Wait::Over(_) if shown != Some(letter) => Some(letter),
        _ => None,
    })
}

/// Keys and their words, the most needed first, as many as a row holds.
fn fitting(model: &Model, lines: usize, width: usize) -> Vec<(String, String)> {
    let typing = model.scene().field().is_some();
    let mut rows: Vec<&Row> = ACTIONS
        .iter()
        .filter(|row| row.footer.is_some() && row.applies(model.scene(), lines))
        .filter(|row| row.action != Action::Out || typing || model.screens.depth() == 1)
        .filter(|row| !is_shown(row.action, model.scene()))
        .collect();
    rows.sort_by_key(|row| row.footer);
    let between = gap(width);
    let mut used = 1;
    let shown = rows
        .into_iter()
        .filter_map(|row| Some((shown_keys(row, lines, typing)?, word(model, row))));
    shown
        .take_while(|(key, word)| {
            used += key.width() + 1 + word.width() + between;
            used <= width + between
        })
        .collect()
}

/// Whether an action shows the screen that is there: its key leaves it, as another in the row says.
fn is_shown(action: Action, scene: &Scene) -> bool {
    matches!(
        (action, scene),
        (Action::Search, Scene::Search(_))
            | (Action::Desks, Scene::Desks)
            | (Action::Help, Scene::Help)
    )
}

/// Columns between one key with its word and the next.
fn gap(width: usize) -> usize {
    if width < 60 { 2 } else { 3 }
}

/// The keys of a row; none where another row says the same, or where they would type.
fn shown_keys(row: &Row, lines: usize, typing: bool) -> Option<String> {
    match row.action {
        Action::Digit if typing => None,
        Action::Digit => Some(match lines.min(9) {
            1 => "1".to_owned(),
            last => format!("1-{last}"),
        }),
        Action::Choose if !typing => None,
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
