//! When something closes: which day was typed, and what follows from it.

use chrono::{Days, NaiveDate};
use tui_input::Input;

use super::event::{Effect, Saved};
use super::key::Key;
use super::model::Model;
use super::picks::Pick;
use super::screen::{Asked, Scene};
use super::update::out;
use crate::closure::{DateFault, Lies, Meaning, Typed, in_years, read};
use crate::i18n::Voice;
use crate::id::ReasonId;
use crate::note::closing::{Answer, Handout};

/// What the field for a day says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayRead {
    /// Nothing yet: today is offered.
    Offered(NaiveDate),
    /// A day, and what was added to half a date to get there.
    Day(NaiveDate, Option<Meaning>),
    /// One of two days, of which somebody must choose.
    Either(NaiveDate, NaiveDate),
    /// No day, and why not.
    Fault(DateFault),
}

/// What became of something that was taken home.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// It was sent to the terminal's clipboard.
    Copied,
    /// It was written to a file, or was not.
    Saved(Saved),
}

impl DayRead {
    /// The day for which an answer can be shown.
    pub fn day(self) -> Option<NaiveDate> {
        match self {
            Self::Offered(day) | Self::Day(day, _) => Some(day),
            Self::Either(..) | Self::Fault(_) => None,
        }
    }

    /// The day that may be confirmed: not one of which the year is half typed.
    fn confirmable(self) -> Option<NaiveDate> {
        match self {
            Self::Day(_, Some(Meaning::UnfinishedYear)) => None,
            read => read.day(),
        }
    }
}

impl Model {
    /// What a typed text says about a day.
    pub fn day_read(&self, typed: &Input) -> DayRead {
        let today = self.now.date_naive();
        match read(typed.value(), today, Lies::Either, self.date_words()) {
            Typed::Day(day) => DayRead::Day(day, None),
            Typed::Partial { day, meaning } => DayRead::Day(day, Some(meaning)),
            Typed::Either { earlier, later } => DayRead::Either(earlier, later),
            Typed::Fault(DateFault::Empty) => DayRead::Offered(today),
            Typed::Fault(fault) => DayRead::Fault(fault),
        }
    }

    /// When what this pack knows of closes.
    pub fn answer(&self, asked: &Asked) -> Option<Answer> {
        let starts = &self.desk.academic_years;
        Answer::of(self.pack(), starts, &asked.reason, asked.event)
    }

    /// Whether a day was confirmed, so that its dates stand below what is shown.
    pub fn is_confirmed(&self, asked: &Asked) -> bool {
        let confirmed = |scene: &Scene| matches!(scene, Scene::Dates(other) if other == asked);
        self.screens.any(confirmed)
    }

    /// An answer in somebody's words.
    pub fn handout<'a>(&'a self, answer: &'a Answer, voice: Voice<'a>) -> Handout<'a> {
        Handout {
            answer,
            pack: self.pack(),
            voice,
            now: self.now,
            stale_after: self.desk.stale_after,
        }
    }

    /// What is asked on the screen that is shown, confirmed or not.
    fn asked(&self) -> Option<Asked> {
        match self.scene() {
            Scene::Day(reason, typed) => Some(Asked {
                reason: reason.clone(),
                event: self.day_read(typed).day()?,
            }),
            Scene::Dates(asked) | Scene::Why(asked) => Some(asked.clone()),
            _ => None,
        }
    }
}

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

/// Keeps what was typed for a reason, when its screen is about to go.
pub(super) fn keep_typed(model: &mut Model) {
    let Scene::Day(reason, input) = model.scene() else {
        return;
    };
    let typed = (reason.clone(), input.value().to_owned());
    model.typed_days.retain(|(of, _)| *of != typed.0);
    model.typed_days.push(typed);
}

/// Takes the day in the field as the right one.
pub(super) fn confirm(model: &mut Model) {
    let Scene::Day(reason, typed) = model.scene() else {
        return;
    };
    let reason = reason.clone();
    if let Some(event) = model.day_read(typed).confirmable() {
        model.screens.show(Scene::Dates(Asked { reason, event }));
    }
}

/// Moves the day in the field: down is later.
pub(super) fn step(model: &mut Model, key: Key) {
    let Scene::Day(_, typed) = model.scene() else {
        return;
    };
    let stepped = match model.day_read(typed) {
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
    if matches!(model.scene(), Scene::Why(_)) {
        out(model);
    } else if let Some(asked) = model.asked() {
        model.screens.show(Scene::Why(asked));
    }
}

/// Takes closing dates home, in the person's language.
pub(super) fn take(model: &mut Model, pick: &Pick) -> Vec<Effect> {
    let Scene::Dates(asked) = model.scene() else {
        return Vec::new();
    };
    let asked = asked.clone();
    match pick {
        Pick::DateCode(place) => model.screens.show(Scene::DateCode(asked, *place)),
        Pick::Mail => return mail(model, asked),
        Pick::CalendarFile => return save(model, &asked).into_iter().collect(),
        _ => {}
    }
    Vec::new()
}

fn mail(model: &mut Model, asked: Asked) -> Vec<Effect> {
    let answer = model.answer(&asked);
    let lines = answer.map(|answer| model.handout(&answer, model.person_voice()).mail());
    model.screens.show(Scene::Mail(asked));
    model.told = Some(Told::Copied);
    let copy = lines.map(|lines| Effect::Copy(lines.join("\n") + "\n"));
    copy.into_iter().collect()
}

fn save(model: &Model, asked: &Asked) -> Option<Effect> {
    let answer = model.answer(asked)?;
    let text = model
        .handout(&answer, model.person_voice())
        .calendar_file()?;
    let name = format!("balie-{}-{}.ics", asked.reason, asked.event);
    Some(Effect::Save { name, text })
}
