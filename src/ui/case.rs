//! A case where it stands: a question, an advice, a wait or an end.

use fluent::FluentValue;

use super::page::{Block, Line, Page};
use super::sources;
use super::trail::trail_facts;
use super::two::{both, said, said_with};
use super::{desks, faults, unknown};
use crate::app::{Model, OpenCase, Pick, Wait, picks};
use crate::case::{Choice, Here, Place};
use crate::id::LinkId;
use crate::locale::{Text, clock_time};
use crate::pack::{About, Kind, Node, Outcome};

pub(super) fn page(model: &Model) -> Page {
    match model.standing() {
        Some((open, Here::Node { place, node })) => node_page(model, open, &place, node),
        Some((_, Here::Closed(flow))) => faults::closed_page(model, &flow),
        None => Page::default(),
    }
}

fn node_page(model: &Model, open: &OpenCase, place: &Place, node: &Node) -> Page {
    let mut page = Page::default();
    let title = Text::Flow(&place.flow, "title".to_owned());
    page.add(Block::Heading(model.desk_voice().say(&title)));
    sentence(model, open, place, node, &mut page);
    match &node.kind {
        Kind::Advice { steps, .. } => {
            page.add(Block::Gap);
            for step in steps {
                let text = Text::Flow(&place.flow, format!("{}.step-{step}", place.node));
                page.add(Block::Step(said(model, &text)));
            }
        }
        Kind::Wait { .. } => wait(model, open, &mut page),
        Kind::End(outcomes) => ends(model, outcomes, &mut page),
        Kind::Question(_) => {}
    }
    page.add(Block::Gap);
    for pick in picks(model) {
        page.add(Block::Pick(line(model, open, place, &pick)));
    }
    trail_facts(model, open, &mut page);
    sources::add(model, &mut page, &node.sources);
    page
}

fn sentence(model: &Model, open: &OpenCase, place: &Place, node: &Node, page: &mut Page) {
    let text = Text::Flow(&place.flow, place.node.to_string());
    let args = wait_args(model, open);
    page.add(Block::Say(said_with(model, &text, &args)));
    let hint = Text::Flow(&place.flow, format!("{}.agent", node.id));
    if let Some(hint) = model.desk_voice().say_if_any(&hint) {
        page.add(Block::Hint(hint));
    }
}

/// What a sentence about a wait may use: until when, and how many minutes are left.
fn wait_args(model: &Model, open: &OpenCase) -> Vec<(&'static str, FluentValue<'static>)> {
    let Some(until) = open.case.waits_until(model.pack()) else {
        return Vec::new();
    };
    vec![
        ("until", clock_time(&until).into()),
        ("minutes", minutes_left(model, until).into()),
    ]
}

/// Whole minutes until a moment, a begun minute counted whole.
fn minutes_left(model: &Model, until: crate::locale::Moment) -> i64 {
    let seconds = until.signed_duration_since(model.now).num_seconds().max(0);
    (seconds + 59) / 60
}

fn wait(model: &Model, open: &OpenCase, page: &mut Page) {
    page.add(Block::Gap);
    match open.wait(model.pack(), model.now) {
        Some(Wait::Until(until)) => {
            let minutes = minutes_left(model, until);
            let time = clock_time(&until);
            let args = [("until", time.into()), ("minutes", minutes.into())];
            let text = Text::Own("wait-until");
            page.add(Block::Say(said_with(model, &text, &args)));
        }
        Some(Wait::Over(_)) => {
            let over = both(model, |voice| voice.own("wait-over"));
            page.add(Block::Alert(over.words));
        }
        None => {}
    }
}

fn ends(model: &Model, outcomes: &[Outcome], page: &mut Page) {
    page.add(Block::Gap);
    let voice = model.desk_voice();
    let words = outcomes
        .iter()
        .map(|outcome| voice.own(&format!("outcome-{}", outcome.name())));
    let comes = words.collect::<Vec<_>>().join("; ");
    page.add(Block::Fact(voice.own("outcome"), comes));
    if outcomes.contains(&Outcome::Ticket) {
        unknown::add(model, About::Ticket, page);
    }
    if outcomes.contains(&Outcome::Desk) {
        desks::brief(model, page);
    }
}

fn line(model: &Model, open: &OpenCase, place: &Place, pick: &Pick) -> Line {
    let kept = open.case.reply_at(place).map(|reply| &reply.choice);
    match pick {
        Pick::Reply(choice) => Line {
            said: said(model, &choice_text(place, choice)),
            below: None,
            kept: kept == Some(choice),
        },
        Pick::Code(link) => link_line(model, link),
        Pick::Afresh(_) => said(model, &Text::Own("pick-afresh")).into(),
        _ => both(model, |_| model.desk_voice().own("pick-finish")).into(),
    }
}

/// The words of a choice at a place.
pub(super) fn choice_text<'a>(place: &'a Place, choice: &Choice) -> Text<'a> {
    match choice {
        Choice::Answer(answer) => {
            Text::Flow(&place.flow, format!("{}.answer-{answer}", place.node))
        }
        Choice::Worked => Text::Own("pick-worked"),
        Choice::Failed => Text::Own("pick-failed"),
        Choice::Skipped => Text::Own("pick-skipped"),
        Choice::Waited => Text::Own("pick-waited"),
    }
}

fn link_line(model: &Model, link: &LinkId) -> Line {
    let url = model.pack().known().link(link).map(|link| link.url.clone());
    Line {
        said: said(model, &Text::Pack(format!("link-{link}"))),
        below: url,
        kept: false,
    }
}
