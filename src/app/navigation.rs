//! Going from screen to screen, and from node to node of a case.

use super::list_state::ListState;
use super::model::Model;
use super::open_case::ReplayedCase;
use super::picks::{Pick, picks};
use super::screen::{Letter, Scene};
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

pub(super) fn restart(model: &mut Model, letter: Letter, flow: &FlowId) {
    if let Some(case) = Case::start(model.pack(), flow, model.now) {
        model.restart_case(letter, case);
        show_case(model, letter);
    }
}

pub(super) fn reply(model: &mut Model, choice: Choice) {
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
    model.screens.top_mut().list = ListState::at(kept_line(model));
}

/// The line of the reply that was given before where the case stands now.
fn kept_line(model: &Model) -> usize {
    let derived = model.derive();
    let kept = derived.standing().and_then(ReplayedCase::kept_reply);
    let kept = kept.map(|choice| Pick::Reply(choice.clone()));
    let mut picks = picks(&derived).into_iter();
    let line = picks.position(|pick| Some(pick) == kept);
    line.unwrap_or_default()
}

/// One step back in a case; from its first node, and on other screens, one screen up.
pub(super) fn back(model: &mut Model) {
    let derived = model.derive();
    let standing = derived.standing();
    if standing.is_some_and(|case| !case.walk.steps.is_empty()) {
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
    let ended = derived
        .replayed(letter)
        .is_some_and(|case| case.is_at_end());
    if ended {
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
