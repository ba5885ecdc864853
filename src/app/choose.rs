//! What follows from choosing a line of a screen.

use super::closing;
use super::event::Effect;
use super::find::{Found, safe};
use super::model::Model;
use super::navigation::{out, reply, restart, revisit, start};
use super::picks::{Pick, picks};
use super::screen::Scene;
use crate::case::{Case, NodeRef};
use crate::id::{AccountId, FlowId};

/// Does what a line is for, or else the line at the marker; nothing where there is no such line.
pub(super) fn choose(model: &mut Model, line: Option<usize>) {
    let picks = picks(&model.derive());
    let line = line.unwrap_or_else(|| model.screens.top().list.selected(picks.len()));
    let Some(pick) = picks.into_iter().nth(line) else {
        return;
    };
    match pick {
        Pick::Open(found) => open(model, found),
        Pick::Afresh(letter, flow) => restart(model, letter, &flow),
        Pick::DateQr(_) | Pick::Mail | Pick::CalendarFile => closing::take_home(model, &pick),
        Pick::Why => closing::why(model),
        Pick::Reply(choice) => reply(model, choice),
        Pick::Finish(letter) => model.finish_case(letter),
        Pick::Revisit(letter, depth) => revisit(model, letter, depth),
        Pick::Meanwhile | Pick::Stay => out(model),
        Pick::Leave => model.effects.push(Effect::Leave),
    }
}

/// Opens something, in place of the search that found it; an account that leads nowhere only says
/// what it is for.
fn open(model: &mut Model, found: Found) {
    let found = match found {
        Found::Account(account) => match helped_on(model, &account) {
            Some(found) => found,
            None => return,
        },
        found => found,
    };
    if matches!(model.scene(), Scene::Search(_)) {
        model.screens.up();
    }
    match found {
        Found::Flow(flow) => start(model, &flow),
        Found::Node(place) => model.open_case(Case::open(place, model.now)),
        Found::Closing => closing::open(model),
        Found::Reason(reason) => closing::ask(model, reason),
        Found::Desks | Found::Desk(_) | Found::Account(_) => model.screens.show(Scene::Desks),
        Found::Link(link) => model.screens.show(Scene::LinkQr(link)),
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
        Found::Node(NodeRef { flow, node })
    } else {
        Found::Flow(flow)
    })
}
