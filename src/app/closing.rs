//! When something closes: from a reason and a day to what can be taken home.

use chrono::{NaiveDate, TimeDelta};
use tui_input::Input;

use super::derived::Derived;
use super::event::{Delivery, Effect};
use super::key::Key;
use super::model::Model;
use super::navigation::out;
use super::picks::Pick;
use super::screen::{ClosingQuestion, Scene};
use crate::closure::{DateFault, Meaning, Typed, in_years, read};
use crate::id::ReasonId;

/// Shows the reasons, to somebody new.
pub(super) fn open(model: &mut Model) {
    model.typed_days.clear();
    model.screens.show(Scene::Reasons);
}

/// Asks for the day of a reason, with what was typed for that reason before.
pub(super) fn ask(model: &mut Model, reason: ReasonId) {
    let typed = model.typed_days.get(&reason).cloned().unwrap_or_default();
    model.screens.show(Scene::Day(reason, Input::from(typed)));
}

impl Model {
    /// What a typed text says about the day of a reason; an empty one offers today.
    pub(super) fn day_read(&self, reason: &ReasonId, typed: &Input) -> Result<Typed, DateFault> {
        let today = self.now.date_naive();
        let known = self.pack().closings();
        let known = known.and_then(|known| known.reason(reason.as_str()));
        let lies = known.map(|reason| reason.lies()).unwrap_or_default();
        match read(typed.value(), today, lies, self.date_words()) {
            Err(DateFault::Empty) => Ok(Typed::Day(today, Some(Meaning::Offered))),
            read => read,
        }
    }

    /// Keeps what was typed for a reason, when its screen is about to go.
    pub(super) fn keep_typed_day(&mut self) {
        if let Scene::Day(reason, input) = self.scene() {
            let (reason, typed) = (reason.clone(), input.value().to_owned());
            self.typed_days.insert(reason, typed);
        }
    }
}

/// Takes the day in the field as the right one, unless its year is half typed.
pub(super) fn confirm(model: &mut Model) {
    let Scene::Day(reason, typed) = model.scene() else {
        return;
    };
    let event = match model.day_read(reason, typed) {
        Ok(Typed::Day(_, Some(Meaning::UnfinishedYear))) | Err(_) => None,
        Ok(read) => read.day(),
    };
    if let Some(event) = event {
        let reason = reason.clone();
        let question = ClosingQuestion { reason, event };
        model.screens.show(Scene::Dates(question));
    }
}

/// Moves the day in the field: down is later.
pub(super) fn step(model: &mut Model, key: Key) {
    let Scene::Day(reason, typed) = model.scene() else {
        return;
    };
    let stepped = match (model.day_read(reason, typed), key) {
        (Ok(Typed::Either(earlier, _)), Key::Up) => Some(earlier),
        (Ok(Typed::Either(_, later)), Key::Down) => Some(later),
        (Ok(read), _) => read.day().and_then(|day| moved(day, key)),
        (Err(_), _) => None,
    };
    if let (Some(day), Scene::Day(_, field)) = (stepped, &mut model.screens.top_mut().scene) {
        *field = Input::from(day.format("%d/%m/%Y").to_string());
    }
}

fn moved(day: NaiveDate, key: Key) -> Option<NaiveDate> {
    let days = match key {
        Key::Up => -1,
        Key::Down => 1,
        Key::PageUp => -7,
        Key::PageDown => 7,
        _ => return None,
    };
    let moved = day.checked_add_signed(TimeDelta::days(days))?;
    in_years(moved).then_some(moved)
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
pub(super) fn take_home(model: &mut Model, pick: &Pick) {
    let Scene::Dates(question) = model.scene() else {
        return;
    };
    let (question, derived) = (question.clone(), model.derive());
    match pick {
        Pick::DateQr(place) => model.screens.show(Scene::DateQr(question, *place)),
        Pick::Mail => {
            let copy = mail(&derived);
            model.effects.extend(copy);
            model.screens.show(Scene::Mail(question));
            model.delivery = Some(Delivery::Copied);
        }
        _ => {
            let file = calendar_file(&derived);
            model.effects.extend(file);
        }
    }
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
