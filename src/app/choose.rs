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

/// Does what the line at a place is for; nothing where there is no such line.
pub(super) fn choose(model: &mut Model, line: usize) -> Vec<Effect> {
    let Some(pick) = picks(&model.derive()).into_iter().nth(line) else {
        return Vec::new();
    };
    match pick {
        Pick::Flow(flow) => start(model, &flow),
        Pick::Afresh(letter, flow) => restart(model, letter, &flow),
        Pick::Meanwhile => out(model),
        Pick::Closing => closing::open(model),
        Pick::Reason(reason) => closing::ask(model, reason),
        Pick::DateQr(_) | Pick::Mail | Pick::CalendarFile => {
            return closing::take_home(model, &pick);
        }
        Pick::Why => closing::why(model),
        Pick::Desks => model.screens.show(Scene::Desks),
        Pick::Reply(choice) => reply(model, choice),
        Pick::LinkQr(link) => model.screens.show(Scene::LinkQr(link)),
        Pick::Finish(letter) => model.finish_case(letter),
        Pick::Revisit(letter, depth) => revisit(model, letter, depth),
        Pick::Found(found) => open_found(model, found),
        Pick::Stay => out(model),
        Pick::Leave => return vec![Effect::Leave],
    }
    Vec::new()
}

/// Leaves the search and opens what was found; an account that leads nowhere only says what it is for.
fn open_found(model: &mut Model, found: Found) {
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
