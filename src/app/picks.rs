//! What can be chosen on each screen, line by line: the digit of a line, the
//! marker and the drawing all read this list.

use super::find::Found;
use super::model::Model;
use super::open_case::Wait;
use super::screen::{Asked, Letter, Scene};
use crate::case::{Choice, Here};
use crate::id::{FlowId, LinkId, ReasonId};
use crate::pack::{Kind, MenuEntry, Node, Outcome};

/// One line that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pick {
    /// Starts a case.
    Flow(FlowId),
    /// Shows when accounts close.
    Closing,
    /// Shows the desks.
    Desks,
    /// Shows a closing date as a code, by its place.
    DateCode(usize),
    /// Shows closing dates in a few lines for a mail, and copies them.
    Mail,
    /// Saves closing dates as a calendar file.
    CalendarFile,
    /// Shows why something closes on a day.
    Why,
    /// Asks for the day of a reason for closing.
    Reason(ReasonId),
    /// Replies in the case that is shown.
    Reply(Choice),
    /// Shows an address as a code.
    Code(LinkId),
    /// Ends the case that is shown.
    Finish(Letter),
    /// Starts the flow of the case afresh.
    Afresh(Letter, FlowId),
    /// Leaves the case to wait, and goes home for the next person.
    Meanwhile,
    /// Goes back to the node after so many replies.
    Revisit(Letter, usize),
    /// Opens what was found.
    Found(Found),
    /// Stays.
    Stay,
    /// Leaves the program.
    Leave,
}

/// What can be chosen on the screen that is shown.
pub fn picks(model: &Model) -> Vec<Pick> {
    match model.scene() {
        Scene::Home => model.pack().manifest().menu.iter().map(menu_pick).collect(),
        Scene::Case(letter) => case_picks(model, *letter),
        Scene::Trail(letter) => trail_picks(model, *letter),
        Scene::Reasons => reason_picks(model),
        Scene::Dates(asked) => date_picks(model, asked),
        Scene::Leaving => vec![Pick::Stay, Pick::Leave],
        Scene::Search(search) => {
            let hits = search.hits.iter();
            hits.map(|hit| Pick::Found(hit.found.clone())).collect()
        }
        Scene::Dropping(letter) => vec![Pick::Stay, Pick::Finish(*letter)],
        Scene::Day(..)
        | Scene::Why(_)
        | Scene::Mail(_)
        | Scene::DateCode(..)
        | Scene::Code(_)
        | Scene::Desks
        | Scene::Help
        | Scene::Faults => Vec::new(),
    }
}

fn reason_picks(model: &Model) -> Vec<Pick> {
    let reasons = model
        .pack()
        .closings()
        .map(|closings| closings.reasons.iter());
    reasons
        .into_iter()
        .flatten()
        .map(|reason| Pick::Reason(reason.id.clone()))
        .collect()
}

/// A code and text come before a file: over SSH a file lands on the server.
fn date_picks(model: &Model, asked: &Asked) -> Vec<Pick> {
    let answer = model.answer(asked);
    let dates = answer.map_or(0, |answer| answer.closures().count());
    let file = (dates > 0).then_some(Pick::CalendarFile);
    (0..dates)
        .map(Pick::DateCode)
        .chain([Pick::Mail])
        .chain(file)
        .chain([Pick::Why])
        .collect()
}

fn menu_pick(entry: &MenuEntry) -> Pick {
    match entry {
        MenuEntry::Flow(flow) => Pick::Flow(flow.clone()),
        MenuEntry::Closing => Pick::Closing,
        MenuEntry::Desks => Pick::Desks,
    }
}

fn case_picks(model: &Model, letter: Letter) -> Vec<Pick> {
    match model.standing() {
        Some((_, Here::Node { place, node })) => {
            let mut picks = node_picks(model, node, &place.flow, letter);
            picks.extend(node.links.iter().cloned().map(Pick::Code));
            picks
        }
        Some((_, Here::Faulty(_))) | None => vec![Pick::Finish(letter)],
    }
}

fn node_picks(model: &Model, node: &Node, flow: &FlowId, letter: Letter) -> Vec<Pick> {
    match &node.kind {
        Kind::Question(answers) => answers
            .iter()
            .map(|answer| Pick::Reply(Choice::Answer(answer.id.clone())))
            .collect(),
        Kind::Advice { .. } => [Choice::Worked, Choice::Failed, Choice::Skipped]
            .map(Pick::Reply)
            .to_vec(),
        Kind::Wait { .. } => wait_picks(model, letter),
        Kind::End(outcomes) => {
            let again = outcomes.contains(&Outcome::Again);
            let afresh = again.then(|| Pick::Afresh(letter, flow.clone()));
            let closing = outcomes
                .contains(&Outcome::Closing)
                .then_some(Pick::Closing);
            let finish = Some(Pick::Finish(letter));
            [closing, finish, afresh].into_iter().flatten().collect()
        }
    }
}

/// While a wait lasts, to go on is not what comes first: it would lock again.
fn wait_picks(model: &Model, letter: Letter) -> Vec<Pick> {
    let wait = model
        .case(letter)
        .and_then(|open| open.wait(model.pack(), model.now));
    let lasts = matches!(wait, Some(Wait::Until(_)));
    let meanwhile = lasts.then_some(Pick::Meanwhile);
    meanwhile
        .into_iter()
        .chain([Pick::Reply(Choice::Waited)])
        .collect()
}

fn trail_picks(model: &Model, letter: Letter) -> Vec<Pick> {
    let steps = model
        .case(letter)
        .map_or(0, |open| open.case.whole_walk(model.pack()).steps.len());
    (0..steps)
        .map(|depth| Pick::Revisit(letter, depth))
        .collect()
}
