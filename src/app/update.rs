//! What follows from a key or from the passing of time. It cannot fail: what
//! only the outside can do comes back as effects.

use std::borrow::Cow;

use tui_input::{Input, InputRequest};

use super::actions::{Action, digit, dispatch, dispatch_in_day, edits};
use super::closing::{self, Told};
use super::event::{Effect, Event};
use super::key::Key;
use super::list::List;
use super::model::Model;
use super::open_case::Wait;
use super::picks::{Pick, picks};
use super::screen::{Letter, Scene};
use super::searching;
use crate::case::{Case, Choice, Here};
use crate::i18n::Moment;
use crate::id::FlowId;
use crate::pack::Pack;
use crate::sanitize::sanitize;

/// How many characters a text field takes.
const LONGEST_FIELD: usize = 200;

/// Changes the model after an event at a moment.
pub fn update(model: &mut Model, event: Event, now: Moment) -> Vec<Effect> {
    let effects = pass_time(model, now);
    match event {
        Event::Key(key) => [effects, press(model, key)].concat(),
        Event::Paste(text) => {
            paste(model, &text);
            effects
        }
        Event::Saved(saved) => {
            model.told = Some(Told::Saved(saved));
            effects
        }
        Event::Tick | Event::Resize(..) => effects,
    }
}

/// Moves the clock on; a wait that ends is heard where the desk wants it.
fn pass_time(model: &mut Model, now: Moment) -> Vec<Effect> {
    let lasted: Vec<Letter> = lasting(model).collect();
    model.now = now;
    let ended = lasted
        .iter()
        .any(|letter| !lasting(model).any(|still| still == *letter));
    if ended && model.desk.bell {
        vec![Effect::Bell]
    } else {
        Vec::new()
    }
}

fn lasting(model: &Model) -> impl Iterator<Item = Letter> {
    model
        .waits()
        .filter_map(|(letter, wait)| matches!(wait, Wait::Until(_)).then_some(letter))
}

fn press(model: &mut Model, key: Key) -> Vec<Effect> {
    model.told = None;
    let typing = model.scene().field().is_some();
    if typing && edits(key) {
        type_key(model, key);
        searching::refresh(model);
        return Vec::new();
    }
    let in_day = dispatch_in_day(key).filter(|_| matches!(model.scene(), Scene::Day(..)));
    let Some(action) = in_day.or_else(|| dispatch(key, typing)) else {
        return Vec::new();
    };
    match action {
        Action::Digit => return digit(key).map_or_else(Vec::new, |line| choose(model, line)),
        Action::Choose => {
            let line = model.screens.top().list.selected(picks(model).len());
            return choose(model, line);
        }
        Action::Leave if model.is_waiting() => model.screens.show(Scene::Leaving),
        Action::Leave | Action::Quit => return vec![Effect::Leave],
        Action::Up
        | Action::Down
        | Action::PageUp
        | Action::PageDown
        | Action::First
        | Action::Last => {
            scroll(model, action);
        }
        Action::Confirm => closing::confirm(model),
        Action::StepDay | Action::StepWeek => closing::step(model, key),
        Action::Why => closing::why(model),
        Action::Back => back(model),
        Action::Forward => forward(model),
        Action::Out => out(model),
        Action::Trail => trail(model),
        Action::Finish => drop_case(model),
        Action::Case => resume(model, key),
        Action::Language => next_language(model),
        Action::Desks => show_or_close(model, Scene::Desks),
        Action::Search if matches!(model.scene(), Scene::Search(_)) => out(model),
        Action::Search => return searching::show(model),
        Action::Help => show_or_close(model, Scene::Help),
    }
    Vec::new()
}

/// Edits the text field; the list below it begins anew.
fn type_key(model: &mut Model, key: Key) {
    let request = match key {
        Key::Char(c) => InputRequest::InsertChar(c),
        Key::Left => InputRequest::GoToPrevChar,
        Key::Right => InputRequest::GoToNextChar,
        Key::Backspace => InputRequest::DeletePrevChar,
        Key::Delete => InputRequest::DeleteNextChar,
        Key::Home | Key::Ctrl('a') => InputRequest::GoToStart,
        Key::End | Key::Ctrl('e') => InputRequest::GoToEnd,
        Key::Ctrl('w') => InputRequest::DeletePrevWord,
        Key::Ctrl('u') => InputRequest::DeleteFromStart,
        Key::Ctrl('k') => InputRequest::DeleteTillEnd,
        _ => return,
    };
    let screen = model.screens.top_mut();
    let Some(field) = screen.scene.field_mut() else {
        return;
    };
    let grows = matches!(request, InputRequest::InsertChar(_));
    let mut typed = field.clone();
    typed.handle(request);
    if !grows || takes(&typed) {
        *field = typed;
        screen.list = List::default();
    }
}

/// Whether a field takes a text: not too long, and nothing in it that steers a terminal.
fn takes(typed: &Input) -> bool {
    let text = typed.value();
    text.chars().count() <= LONGEST_FIELD && matches!(sanitize(text), Cow::Borrowed(_))
}

/// Types pasted text into the field, if there is one, as far as it takes it.
pub(super) fn paste(model: &mut Model, text: &str) {
    let beginning: String = text.chars().take(LONGEST_FIELD).collect();
    for c in sanitize(&beginning).chars() {
        type_key(model, Key::Char(c));
    }
    searching::refresh(model);
}

fn scroll(model: &mut Model, action: Action) {
    let count = picks(model).len();
    let measured = model.measured;
    let list = &mut model.screens.top_mut().list;
    match action {
        Action::Up => list.up(count, measured),
        Action::Down => list.down(count, measured),
        Action::PageUp => list.page_up(measured),
        Action::PageDown => list.page_down(measured),
        Action::Last => list.last(count, measured),
        _ => list.first(),
    }
}

fn choose(model: &mut Model, line: usize) -> Vec<Effect> {
    let Some(pick) = picks(model).into_iter().nth(line) else {
        return Vec::new();
    };
    match pick {
        Pick::Flow(flow) => start(model, &flow),
        Pick::Afresh(letter, flow) => restart(model, letter, &flow),
        Pick::Meanwhile => out(model),
        Pick::Closing => closing::open(model),
        Pick::Reason(reason) => closing::ask(model, reason),
        Pick::DateCode(_) | Pick::Mail | Pick::CalendarFile => return closing::take(model, &pick),
        Pick::Why => closing::why(model),
        Pick::Desks => model.screens.show(Scene::Desks),
        Pick::Reply(choice) => reply(model, choice),
        Pick::Code(link) => model.screens.show(Scene::Code(link)),
        Pick::Finish(letter) => model.finish_case(letter),
        Pick::Revisit(letter, depth) => revisit(model, letter, depth),
        Pick::Found(found) => searching::open(model, found),
        Pick::Stay => out(model),
        Pick::Leave => return vec![Effect::Leave],
    }
    Vec::new()
}

pub(super) fn start(model: &mut Model, flow: &FlowId) {
    match Case::start(model.pack(), flow, model.now) {
        Some(case) => model.open_case(case),
        None => model.screens.show(Scene::Faults),
    }
}

fn restart(model: &mut Model, letter: Letter, flow: &FlowId) {
    if let Some(case) = Case::start(model.pack(), flow, model.now) {
        model.restart_case(letter, case);
        show_case(model, letter);
    }
}

fn reply(model: &mut Model, choice: Choice) {
    let now = model.now;
    walk(model, |case, pack| case.reply(pack, choice, now));
}

/// Lets the case that is shown move, and puts the marker on the reply that is kept there.
fn walk(model: &mut Model, step: impl FnOnce(&mut Case, &Pack)) {
    let pack = model.pack_handle();
    let Some(letter) = model.shown_case() else {
        return;
    };
    if let Some(open) = model.case_mut(letter) {
        step(&mut open.case, &pack);
    }
    model.screens.top_mut().list = List::at(kept_line(model));
}

/// The line of the reply that was given before where the case stands now.
fn kept_line(model: &Model) -> usize {
    let Some((open, Here::Node { place, .. })) = model.standing() else {
        return 0;
    };
    let kept = open
        .case
        .reply_at(&place)
        .map(|reply| Pick::Reply(reply.choice.clone()));
    let line = picks(model)
        .iter()
        .position(|pick| Some(pick) == kept.as_ref());
    line.unwrap_or_default()
}

/// One step back in a case; from its first node, and on other screens, one screen up.
fn back(model: &mut Model) {
    let at_first = match model.standing() {
        Some((open, _)) => !open.case.can_go_back(model.pack()),
        None => true,
    };
    if at_first {
        out(model);
    } else {
        walk(model, Case::back);
    }
}

fn forward(model: &mut Model) {
    if model.standing().is_some() {
        walk(model, Case::forward);
    }
}

pub(super) fn out(model: &mut Model) {
    closing::keep_typed(model);
    let for_a_person = matches!(
        model.scene(),
        Scene::Case(_) | Scene::Reasons | Scene::Desks
    );
    model.screens.up();
    searching::refresh(model);
    if for_a_person && matches!(model.scene(), Scene::Home) {
        model.go_home();
    }
}

fn trail(model: &mut Model) {
    if let Some(letter) = model.shown_case() {
        show_or_close(model, Scene::Trail(letter));
    }
}

/// Ends the case that is shown, after asking where it has not come to its end.
fn drop_case(model: &mut Model) {
    let (Scene::Case(letter) | Scene::Trail(letter)) = *model.scene() else {
        return;
    };
    let shown = model.case(letter);
    let ended = shown.is_some_and(|open| open.is_at_end(model.pack()));
    if ended {
        model.finish_case(letter);
    } else {
        model.screens.show(Scene::Dropping(letter));
    }
}

fn revisit(model: &mut Model, letter: Letter, depth: usize) {
    show_case(model, letter);
    walk(model, |case, pack| case.revisit(pack, depth));
}

fn resume(model: &mut Model, key: Key) {
    if let Key::Char(letter) = key
        && model.case(letter).is_some()
    {
        show_case(model, letter);
    }
}

fn show_case(model: &mut Model, letter: Letter) {
    model.screens.home();
    model.screens.show(Scene::Case(letter));
    model.screens.top_mut().list = List::at(kept_line(model));
}

fn next_language(model: &mut Model) {
    let count = model.words().languages().len();
    let next = model.person_lang().next(count);
    let spoken = model.screens.case();
    match spoken.and_then(|letter| model.case_mut(letter)) {
        Some(open) => open.person = next,
        None => model.person = next,
    }
}

fn show_or_close(model: &mut Model, scene: Scene) {
    if model.scene().is_like(&scene) {
        out(model);
    } else {
        model.screens.show(scene);
    }
}
