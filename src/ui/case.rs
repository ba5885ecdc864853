//! A case where it stands: a question, an advice, a wait or an end.

use fluent::FluentValue;

use super::page::{Block, Line, Page};
use super::sources;
use super::trail::trail_facts;
use super::two::{both, said};
use super::{desks, faults, unknown};
use crate::app::{Model, OpenCase, Pick, Wait, picks};
use crate::case::{Choice, Here, Place};
use crate::choices::Choices;
use crate::i18n::{Text, Voice, minutes_left, wait_words};
use crate::id::LinkId;
use crate::pack::{About, Kind, Node, Outcome};

pub(super) fn page(model: &Model) -> Page {
    match model.standing() {
        Some((open, Here::Node { place, node })) => node_page(model, open, &place, node),
        Some((_, Here::Faulty(flow))) => faults::closed_page(model, &flow),
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
    let text = Text::Flow(&place.flow, said_of(model, open, place));
    page.add(Block::Say(both(model, |voice| {
        voice.say_with(&text, wait_args(model, open, voice))
    })));
    let hint = Text::Flow(&place.flow, format!("{}.agent", node.id));
    if let Some(hint) = model.desk_voice().say_if_any(&hint) {
        page.add(Block::Hint(hint));
    }
}

/// The id of what is said at a place: a wait that is over may have words of its own.
fn said_of(model: &Model, open: &OpenCase, place: &Place) -> String {
    let over = format!("{}.over", place.node);
    let has_over = || {
        model
            .desk_voice()
            .say_if_any(&Text::Flow(&place.flow, over.clone()))
    };
    match open.wait(model.pack(), model.now) {
        Some(Wait::Over(_)) if has_over().is_some() => over,
        _ => place.node.to_string(),
    }
}

/// What the sentence of a case may use: all of its wait, where it comes to one.
fn wait_args(
    model: &Model,
    open: &OpenCase,
    voice: Voice<'_>,
) -> impl Iterator<Item = (&'static str, FluentValue<'static>)> {
    let until = open.case.waits_until(model.pack());
    until
        .into_iter()
        .flat_map(move |until| wait_words(voice, &model.now, &until))
}

fn wait(model: &Model, open: &OpenCase, page: &mut Page) {
    page.add(Block::Gap);
    let until = open.case.waits_until(model.pack());
    let long = until.is_some_and(|until| minutes_left(&model.now, &until) > 90);
    let id = if long {
        "wait-until-long"
    } else {
        "wait-until"
    };
    match open.wait(model.pack(), model.now) {
        Some(Wait::Until(_)) => page.add(Block::Say(both(model, |voice| {
            voice.own_with(id, wait_args(model, open, voice))
        }))),
        Some(Wait::Over(_)) => page.add(Block::Alert(model.person_voice().own("wait-over"))),
        None => {}
    }
}

fn ends(model: &Model, outcomes: &[Outcome], page: &mut Page) {
    page.add(Block::Gap);
    let voice = model.person_voice();
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
            said: said(model, &reply_text(model, open, place, choice)),
            below: None,
            kept: kept == Some(choice),
        },
        Pick::Code(link) => link_line(model, link),
        Pick::Closing => said(model, &Text::Own("pick-closing")).into(),
        Pick::Afresh(..) => said(model, &Text::Own("pick-afresh")).into(),
        Pick::Meanwhile => said(model, &Text::Own("pick-meanwhile")).into(),
        _ => said(model, &Text::Own("pick-finish")).into(),
    }
}

/// The words of a line to reply with: to go on is put otherwise while a wait lasts.
fn reply_text<'a>(model: &Model, open: &OpenCase, place: &'a Place, choice: &Choice) -> Text<'a> {
    match (choice, open.wait(model.pack(), model.now)) {
        (Choice::Waited, Some(Wait::Until(_))) => Text::Own("pick-not-waiting"),
        _ => choice_text(place, choice),
    }
}

/// The words of a choice at a place.
pub fn choice_text<'a>(place: &'a Place, choice: &Choice) -> Text<'a> {
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
