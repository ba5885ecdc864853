//! When something closes: from a reason and a day to what can be taken home.

use chrono::{Days, NaiveDate};
use tui_input::Input;

use super::derived::Derived;
use super::event::{Delivery, Effect};
use super::key::Key;
use super::model::Model;
use super::navigation::out;
use super::picks::Pick;
use super::screen::{ClosingQuestion, Scene};
use super::typed_day::DayRead;
use crate::closure::in_years;
use crate::id::ReasonId;

/// Shows the reasons, to somebody new.
pub(super) fn open(model: &mut Model) {
    model.typed_days.clear();
    model.screens.show(Scene::Reasons);
}

/// Asks for the day of a reason, with what was typed for that reason before.
pub(super) fn ask(model: &mut Model, reason: ReasonId) {
    let typed = model.typed_days.iter().find(|(of, _)| *of == reason);
    let input = typed.map_or_else(Input::default, |(_, typed)| Input::from(typed.as_str()));
    model.screens.show(Scene::Day(reason, input));
}

/// Takes the day in the field as the right one.
pub(super) fn confirm(model: &mut Model) {
    let Scene::Day(reason, typed) = model.scene() else {
        return;
    };
    let reason = reason.clone();
    if let Some(event) = model.day_read(&reason, typed).confirmable() {
        model
            .screens
            .show(Scene::Dates(ClosingQuestion { reason, event }));
    }
}

/// Moves the day in the field: down is later.
pub(super) fn step(model: &mut Model, key: Key) {
    let Scene::Day(reason, typed) = model.scene() else {
        return;
    };
    let stepped = match model.day_read(reason, typed) {
        DayRead::Either(earlier, later) => one_of(earlier, later, key),
        read => read.day().and_then(|day| moved(day, key)),
    };
    let Some(day) = stepped else {
        return;
    };
    if let Some(field) = model.screens.top_mut().scene.field_mut() {
        *field = Input::from(day.format("%d/%m/%Y").to_string());
    }
}

/// Of two days, up is the earlier and down the later one.
fn one_of(earlier: NaiveDate, later: NaiveDate, key: Key) -> Option<NaiveDate> {
    match key {
        Key::Up => Some(earlier),
        Key::Down => Some(later),
        _ => None,
    }
}

fn moved(day: NaiveDate, key: Key) -> Option<NaiveDate> {
    let moved = match key {
        Key::Up => day.checked_sub_days(Days::new(1)),
        Key::Down => day.checked_add_days(Days::new(1)),
        Key::PageUp => day.checked_sub_days(Days::new(7)),
        Key::PageDown => day.checked_add_days(Days::new(7)),
        _ => None,
    };
    moved.filter(|day| in_years(*day))
}

/// Shows why something closes then, or goes back from there.
pub(super) fn why(model: &mut Model) {
    match model.scene() {
        Scene::Why(_) => out(model),
        Scene::Day(..) | Scene::Dates(_) => {
            if let Some(question) = model.derive().question {
                model.screens.show(Scene::Why(question));
            }
        }
        _ => {}
    }
}

/// Takes closing dates home, in the person's language.
pub(super) fn take_home(model: &mut Model, pick: &Pick) -> Vec<Effect> {
    let Scene::Dates(question) = model.scene() else {
        return Vec::new();
    };
    let (question, derived) = (question.clone(), model.derive());
    match pick {
        Pick::DateQr(place) => model.screens.show(Scene::DateQr(question, *place)),
        Pick::Mail => {
            let copy = mail(&derived);
            model.screens.show(Scene::Mail(question));
            model.delivery = Some(Delivery::Copied);
            return copy.into_iter().collect();
        }
        Pick::CalendarFile => return calendar_file(&derived).into_iter().collect(),
        _ => {}
    }
    Vec::new()
}

fn mail(derived: &Derived<'_>) -> Option<Effect> {
    let lines = derived.handout()?.mail();
    Some(Effect::Copy(lines.join("\n") + "\n"))
}

fn calendar_file(derived: &Derived<'_>) -> Option<Effect> {
    let handout = derived.handout()?;
    let (reason, event) = (&handout.answer.reason, handout.answer.event);
    Some(Effect::Save {
        name: format!("balie-{reason}-{event}.ics"),
        text: handout.calendar_file()?,
    })
}
