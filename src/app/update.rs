//! What follows from a key or from the passing of time. It cannot fail: what
//! only the outside can do comes back as effects.

use std::borrow::Cow;

use tui_input::{Input, InputRequest};

use super::actions::{Action, digit, dispatch, dispatch_in_day, edit};
use super::choose::choose;
use super::closing;
use super::event::{Delivery, Effect, Event, HAND};
use super::key::Key;
use super::model::Model;
use super::navigation::{back, drop_case, forward, out, show_case, show_or_close, start, trail};
use super::open_case::Wait;
use super::picks::picks;
use super::screen::{ListState, Measured, Scene, Search, View};
use super::searching;
use crate::i18n::Moment;
use crate::id::FlowId;
use crate::sanitize::sanitize;

/// How many characters a text field takes.
const LONGEST_FIELD: usize = 200;

/// What the desk opens with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Opening {
    /// The menu.
    #[default]
    Home,
    /// A new case at the start of a flow.
    Flow(FlowId),
    /// The search screen, with this typed in.
    Search(String),
}

/// Opens the desk with something else than its menu, and says what that asks for.
pub fn open_with(model: &mut Model, opening: Opening) -> Vec<Effect> {
    match opening {
        Opening::Home => {}
        Opening::Flow(flow) => start(model, &flow),
        Opening::Search(text) => {
            searching::show(model);
            paste(model, &text);
        }
    }
    std::mem::take(&mut model.effects)
}

/// Changes the model after an event at a moment, and says what that asks for.
pub fn update(model: &mut Model, event: Event, now: Moment) -> Vec<Effect> {
    pass_time(model, now);
    match event {
        Event::Key(key) => press(model, key),
        Event::Burst(keys) => burst(model, &keys),
        Event::Paste(text) => paste(model, &text),
        Event::Saved(saved) => model.delivery = Some(Delivery::Saved(saved)),
        Event::Tick | Event::Resize(..) => {}
    }
    std::mem::take(&mut model.effects)
}

/// Moves the clock on; a wait that ends is heard where the desk wants it.
fn pass_time(model: &mut Model, now: Moment) {
    let before = std::mem::replace(&mut model.now, now);
    let ends = |wait| matches!(wait, Some(Wait::Over(end)) if before < end);
    if model.replayed_cases().any(|case| ends(case.wait)) && model.desk.bell {
        model.effects.push(Effect::Bell);
    }
}

fn press(model: &mut Model, key: Key) {
    model.delivery = None;
    let typing = model.scene().field().is_some();
    if typing && let Some(request) = edit(key) {
        type_in(model, request);
        return searching::refresh(model);
    }
    let key = match key {
        // A capital letter that no open case has means what the small one does.
        Key::Char(c) if !typing && model.case(c).is_none() => {
            Key::Char(c.to_lowercase().next().unwrap_or(c))
        }
        key => key,
    };
    let in_day = dispatch_in_day(key).filter(|_| matches!(model.scene(), Scene::Day(..)));
    let Some(action) = in_day.or_else(|| dispatch(key, typing)) else {
        return;
    };
    match action {
        Action::Digit | Action::Choose => choose(model, digit(key)),
        Action::Leave if model.is_waiting() => model.screens.show(Scene::Leaving),
        Action::Leave | Action::Quit => model.effects.push(Effect::Leave),
        Action::Confirm => closing::confirm(model),
        Action::StepDay | Action::StepWeek => closing::step(model, key),
        Action::Why => closing::why(model),
        Action::Back => back(model),
        Action::Forward => forward(model),
        Action::Out => out(model),
        Action::Trail => trail(model),
        Action::Finish => drop_case(model),
        Action::Case => {
            if let Key::Char(letter) = key {
                show_case(model, letter);
            }
        }
        Action::Language => next_language(model),
        Action::Desks => show_or_close(model, Scene::Desks),
        Action::Search if matches!(model.scene(), Scene::Search(_)) => out(model),
        Action::Search => searching::show(model),
        Action::Help => show_or_close(model, Scene::Help),
        moves => scroll(model, moves),
    }
}

/// Takes keys that no hand pressed, as a card scanner sends them: a field takes their text, and
/// without a field they are looked for, so that none of them answers.
fn burst(model: &mut Model, mut keys: &[Key]) {
    while let [first, others @ ..] = keys {
        let typing = model.scene().field().is_some();
        let searches = dispatch(*first, typing) == Some(Action::Search);
        if typing && matches!(first, Key::Char(_)) {
            let run = keys.iter().take_while(|key| matches!(key, Key::Char(_)));
            let (typed, rest) = keys.split_at(run.count());
            paste(model, &text(typed));
            keys = rest;
        } else if typing || searches || text(keys).chars().count() <= HAND {
            press(model, *first);
            keys = others;
        } else {
            searching::show(model);
            return paste(model, &text(keys));
        }
    }
}

/// What keys type.
fn text(keys: &[Key]) -> String {
    let typed = keys.iter().filter_map(|key| match key {
        Key::Char(c) => Some(*c),
        _ => None,
    });
    typed.collect()
}

/// Edits the text field; the list below it begins anew.
fn type_in(model: &mut Model, request: InputRequest) {
    let screen = model.screens.top_mut();
    let (Scene::Day(_, field) | Scene::Search(Search { field, .. })) = &mut screen.scene else {
        return;
    };
    let grows = matches!(request, InputRequest::InsertChar(_));
    let mut typed = field.clone();
    typed.handle(request);
    if !grows || takes(&typed) {
        *field = typed;
        screen.list = ListState::default();
    }
}

/// Whether a field takes a text: not too long, and nothing in it that steers a terminal.
fn takes(typed: &Input) -> bool {
    let text = typed.value();
    text.chars().count() <= LONGEST_FIELD && matches!(sanitize(text), Cow::Borrowed(_))
}

/// Types pasted text into the field, if there is one, as far as it takes it.
fn paste(model: &mut Model, text: &str) {
    let beginning: String = text.chars().take(LONGEST_FIELD).collect();
    for c in sanitize(&beginning).chars() {
        type_in(model, InputRequest::InsertChar(c));
    }
    searching::refresh(model);
}

/// Moves the marker, round from the last line to the first, or the view where there is no line.
fn scroll(model: &mut Model, action: Action) {
    let count = picks(&model.derive()).len();
    let Measured { rows, height, top } = model.measured;
    let last = rows.saturating_sub(height);
    // One row of the page before stays in sight.
    let page = height.saturating_sub(1).max(1);
    let list = &mut model.screens.top_mut().list;
    let line = list.selected(count);
    let top = match action {
        Action::Up | Action::Down if count > 0 => {
            let step = if action == Action::Up { count - 1 } else { 1 };
            list.selected = (line + step) % count;
            list.view = View::Marker;
            return;
        }
        Action::Up => top.saturating_sub(1),
        Action::Down => top + 1,
        Action::PageUp => top.saturating_sub(page),
        Action::PageDown => top + page,
        Action::Last => {
            list.selected = count.saturating_sub(1);
            last
        }
        _ => return *list = ListState::default(),
    };
    list.view = View::From(top.min(last));
}

fn next_language(model: &mut Model) {
    let count = model.words().languages().len();
    let next = model.person_lang().next(count);
    match model.shown_case_mut() {
        Some(open) => open.person = next,
        None => model.person = next,
    }
}
