//! Going from screen to screen, and from node to node of a case.

use std::rc::Rc;

use super::model::Model;
use super::open_case::ReplayedCase;
use super::picks::{Pick, picks};
use super::screen::{Letter, ListState, Scene};
use super::searching;
use crate::case::{Case, Choice};
use crate::id::FlowId;
use crate::pack::Pack;

pub(super) fn start(model: &mut Model, flow: &FlowId) {
    match Case::start(model.pack(), flow, model.now) {
        Some(case) => model.open_case(case),
        None => model.screens.show(Scene::Faults),
    }
}

/// Starts a flow afresh, for the same person under the same letter.
pub(super) fn restart(model: &mut Model, letter: Letter, flow: &FlowId) {
    let Some(case) = Case::start(model.pack(), flow, model.now) else {
        return;
    };
    if let Some(open) = model.case_mut(letter) {
        open.case = case;
    }
    show_case(model, letter);
}

pub(super) fn reply(model: &mut Model, choice: Choice) {
    let now = model.now;
    walk(model, |case, pack| case.reply(pack, choice, now));
}

/// Lets the case that is shown move, and puts the marker on the reply that is kept there.
fn walk(model: &mut Model, step: impl FnOnce(&mut Case, &Pack)) {
    let pack = Rc::clone(&model.pack);
    if let Some(open) = model.shown_case_mut() {
        step(&mut open.case, &pack);
    }
    model.screens.top_mut().list = ListState::at(kept_line(model));
}

/// The line of the reply that was given before where the case stands now.
fn kept_line(model: &Model) -> usize {
    let derived = model.derive();
    let kept = derived.standing().and_then(ReplayedCase::kept_reply);
    let is_kept = |pick: &Pick| matches!(pick, Pick::Reply(choice) if Some(choice) == kept);
    picks(&derived).iter().position(is_kept).unwrap_or_default()
}

/// One step back in a case; from its first node, and on other screens, one screen up.
pub(super) fn back(model: &mut Model) {
    let walked = |case: &ReplayedCase<'_>| !case.walk.steps.is_empty();
    if model.derive().standing().is_some_and(walked) {
        walk(model, Case::back);
    } else {
        out(model);
    }
}

pub(super) fn forward(model: &mut Model) {
    if matches!(model.scene(), Scene::Case(_)) {
        walk(model, Case::forward);
    }
}

pub(super) fn out(model: &mut Model) {
    model.keep_typed_day();
    let person = |scene: &Scene| matches!(scene, Scene::Case(_) | Scene::Reasons | Scene::Desks);
    let for_a_person = person(model.scene());
    model.screens.up();
    searching::refresh(model);
    if for_a_person && matches!(model.scene(), Scene::Home) {
        model.go_home();
    }
}

pub(super) fn trail(model: &mut Model) {
    if let Some(letter) = model.shown_case() {
        show_or_close(model, Scene::Trail(letter));
    }
}

/// Ends the case that is shown, after asking where it has not come to its end.
pub(super) fn drop_case(model: &mut Model) {
    let (Scene::Case(letter) | Scene::Trail(letter)) = *model.scene() else {
        return;
    };
    let derived = model.derive();
    let case = derived.replayed(letter);
    if case.is_some_and(ReplayedCase::is_at_end) {
        model.finish_case(letter);
    } else {
        model.screens.show(Scene::Dropping(letter));
    }
}

pub(super) fn revisit(model: &mut Model, letter: Letter, depth: usize) {
    show_case(model, letter);
    walk(model, |case, pack| case.revisit(pack, depth));
}

pub(super) fn show_case(model: &mut Model, letter: Letter) {
    model.screens.home();
    model.screens.show(Scene::Case(letter));
    model.screens.top_mut().list = ListState::at(kept_line(model));
}

pub(super) fn show_or_close(model: &mut Model, scene: Scene) {
    if model.scene().is_like(&scene) {
        out(model);
    } else {
        model.screens.show(scene);
    }
}
