//! What happens on the search screen: hits follow what is typed, and one that
//! is chosen opens where it leads.

use chrono::TimeDelta;
use tui_input::Input;

use super::closing;
use super::event::Effect;
use super::find::{By, Finder, Found, Hit, Reading, safe};
use super::model::Model;
use super::screen::Scene;
use super::update::{paste, start};
use crate::case::{Case, Place};
use crate::i18n::Moment;
use crate::id::{AccountId, FlowId};

/// What is typed on the search screen, and what it leads to.
///
/// Where it may be somebody's user name, it goes when the screen is left.
#[derive(Clone, Debug, Default)]
pub struct Search {
    /// The text field.
    pub field: Input,
    /// What its text leads to, the best first.
    pub hits: Vec<Hit>,
}

impl Search {
    /// Forgets what was typed where it may be somebody's user name, also one that is half typed.
    pub(super) fn forget_names(&mut self) {
        let of_names = |c: char| c.is_numeric() || matches!(c, '@' | '.');
        let named = self.hits.iter().any(|hit| hit.by == By::UserName);
        if named || self.field.value().contains(of_names) {
            *self = Self::default();
        }
    }
}

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
        Opening::Home => Vec::new(),
        Opening::Flow(flow) => {
            start(model, &flow);
            Vec::new()
        }
        Opening::Search(text) => {
            let effects = show(model);
            paste(model, &text);
            effects
        }
    }
}

/// How long the screen waits before it looks again whether a large pack has been read.
const LOOK_AGAIN: TimeDelta = TimeDelta::milliseconds(50);

/// When to look whether the index has been read, if somebody waits for it.
pub(super) fn looks_again(model: &Model) -> Option<Moment> {
    let waits = matches!(model.scene(), Scene::Search(_)) && model.reading.is_underway();
    waits.then(|| model.now + LOOK_AGAIN)
}

/// Shows an empty search screen.
pub(super) fn show(model: &mut Model) -> Vec<Effect> {
    model.screens.show(Scene::Search(Search::default()));
    begin_reading(model)
}

/// Finds what is typed in other content, if somebody searches or will go on with that.
pub(super) fn again(model: &mut Model) -> Vec<Effect> {
    if !model.screens.any(|scene| matches!(scene, Scene::Search(_))) {
        return Vec::new();
    }
    let effects = begin_reading(model);
    refresh(model);
    effects
}

fn begin_reading(model: &mut Model) -> Vec<Effect> {
    let (pack, words) = (model.pack_handle(), model.words_handle());
    let asks = model.reading.begin(&pack, &words);
    asks.then_some(Effect::ReadIndex).into_iter().collect()
}

/// Finds anew after the text has changed.
pub(super) fn refresh(model: &mut Model) {
    let Scene::Search(search) = model.scene() else {
        return;
    };
    let hits = model
        .reading
        .find(search.field.value(), model.pack(), model.words());
    if let Scene::Search(search) = &mut model.screens.top_mut().scene {
        search.hits = hits;
    }
}

impl Model {
    /// Takes the index that was asked for, and finds what was typed meanwhile.
    pub fn take_index(&mut self, finder: Finder) {
        self.reading = Reading::Done(Box::new(finder));
        refresh(self);
    }
}

/// Leaves the search and opens what was found; an account that leads nowhere only says what it is for.
pub(super) fn open(model: &mut Model, found: Found) {
    let found = match found {
        Found::Account(account) => match helped_on(model, &account) {
            Some(found) => found,
            None => return,
        },
        found => found,
    };
    model.screens.up();
    match found {
        Found::Flow(flow) => start(model, &flow),
        Found::Node(place) => model.open_case(Case::open(place, model.now)),
        Found::Closing => closing::open(model),
        Found::Reason(reason) => closing::ask(model, reason),
        Found::Desks | Found::Desk(_) | Found::Account(_) => model.screens.show(Scene::Desks),
        Found::Link(link) => model.screens.show(Scene::Code(link)),
    }
}

/// Where somebody is helped on who typed a user name of this account.
fn helped_on(model: &Model, id: &AccountId) -> Option<Found> {
    let mut accounts = model.pack().known().accounts.iter();
    let target = accounts.find(|known| known.id == *id)?.to.as_ref()?;
    // An account's target names its flow, so that it is the same from everywhere.
    let (flow, node) = model.pack().resolve(&FlowId::new(""), target)?;
    let is_safe = safe(model.pack().flow(&flow).ok()?).contains(&node);
    Some(if is_safe {
        Found::Node(Place { flow, node })
    } else {
        Found::Flow(flow)
    })
}
