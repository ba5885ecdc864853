//! What can be chosen on each screen, line by line: the digit of a line, the
//! marker and the drawing all read this list.

use super::derived::Derived;
use super::find::{Found, menu_entry};
use super::open_case::{ReplayedCase, Wait};
use super::screen::{Letter, Scene};
use crate::case::{Choice, Here, choices};
use crate::id::FlowId;
use crate::pack::{Kind, Outcome};

/// One line that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pick {
    /// Opens something of the pack.
    Open(Found),
    /// Shows a closing date as a QR code, by its place.
    DateQr(usize),
    /// Shows closing dates in a few lines for a mail, and copies them.
    Mail,
    /// Saves closing dates as a calendar file.
    CalendarFile,
    /// Shows why something closes on a day.
    Why,
    /// Replies in the case that is shown.
    Reply(Choice),
    /// Ends the case that is shown.
    Finish(Letter),
    /// Starts the flow of the case afresh.
    Afresh(Letter, FlowId),
    /// Leaves the case to wait, and goes home for the next person.
    Meanwhile,
    /// Goes back to the node after so many replies.
    Revisit(Letter, usize),
    /// Stays.
    Stay,
    /// Leaves the program.
    Leave,
}

/// What can be chosen on the screen that is shown.
pub fn picks(derived: &Derived<'_>) -> Vec<Pick> {
    match derived.scene() {
        Scene::Home => {
            let menu = derived.pack().manifest().menu.iter();
            menu.map(|entry| Pick::Open(menu_entry(entry))).collect()
        }
        Scene::Case(letter) => case_picks(derived.standing(), *letter),
        Scene::Trail(letter) => trail_picks(derived.replayed(*letter), *letter),
        Scene::Reasons => {
            let closings = derived.pack().closings().into_iter();
            let reasons = closings.flat_map(|closings| &closings.reasons);
            let found = reasons.map(|reason| Found::Reason((*reason.id).clone()));
            found.map(Pick::Open).collect()
        }
        Scene::Dates(_) => date_picks(derived),
        Scene::Leaving => vec![Pick::Stay, Pick::Leave],
        Scene::Search(search) => {
            let hits = search.hits.iter();
            hits.map(|hit| Pick::Open(hit.found.clone())).collect()
        }
        Scene::Dropping(letter) => vec![Pick::Stay, Pick::Finish(*letter)],
        _ => Vec::new(),
    }
}

/// A code and text come before a file: over SSH a file lands on the server.
fn date_picks(derived: &Derived<'_>) -> Vec<Pick> {
    let answer = derived.answer.as_ref();
    let dates = answer.map_or(0, |answer| answer.closures().count());
    let file = (dates > 0).then_some(Pick::CalendarFile);
    (0..dates)
        .map(Pick::DateQr)
        .chain([Pick::Mail])
        .chain(file)
        .chain([Pick::Why])
        .collect()
}

fn case_picks(standing: Option<&ReplayedCase<'_>>, letter: Letter) -> Vec<Pick> {
    let here = standing.map(|case| (&case.walk.here, case.wait));
    let Some((Here::Node { place, node }, wait)) = here else {
        return vec![Pick::Finish(letter)];
    };
    let mut picks = match &node.kind {
        Kind::End(outcomes) => end_picks(outcomes, &place.flow, letter),
        kind => choices(kind).into_iter().map(Pick::Reply).collect(),
    };
    // While a wait lasts, to go on is not what comes first: it would lock again.
    if matches!(wait, Some(Wait::Until(_))) {
        picks.insert(0, Pick::Meanwhile);
    }
    let links = node.links.iter().cloned().map(Found::Link);
    picks.extend(links.map(Pick::Open));
    picks
}

fn end_picks(outcomes: &[Outcome], flow: &FlowId, letter: Letter) -> Vec<Pick> {
    let comes = |outcome| outcomes.contains(&outcome);
    let closing = comes(Outcome::Closing).then_some(Pick::Open(Found::Closing));
    let afresh = comes(Outcome::Again).then(|| Pick::Afresh(letter, flow.clone()));
    let finish = Some(Pick::Finish(letter));
    [closing, finish, afresh].into_iter().flatten().collect()
}

fn trail_picks(case: Option<&ReplayedCase<'_>>, letter: Letter) -> Vec<Pick> {
    let steps = case.map_or(0, |case| case.walk.steps.len() + case.walk.ahead.len());
    let revisit = |depth| Pick::Revisit(letter, depth);
    (0..steps).map(revisit).collect()
}
