//! A case where it stands: a question, an advice, a wait or an end.

use fluent::FluentValue;

use super::bilingual::{both, said};
use super::page::{Block, Line, Page};
use super::trail::{self, choice_text};
use super::{desks, faults, sources, unknown};
use crate::app::{Derived, Model, Pick, ReplayedCase, Wait, picks};
use crate::case::{Choice, Here, NodeRef};
use crate::choices::Choices;
use crate::i18n::{Text, Voice, minutes_left, wait_words};
use crate::id::{LinkId, StepId};
use crate::pack::{About, Kind, Node, Outcome};

pub(super) fn page(derived: &Derived<'_>) -> Page {
    let Some(case) = derived.standing() else {
        return Page::default();
    };
    match &case.walk.here {
        Here::Node { place, node } => node_page(derived, case, place, node),
        Here::Faulty(flow) => faults::closed_page(derived, flow),
    }
}

fn node_page(derived: &Derived<'_>, case: &ReplayedCase<'_>, place: &NodeRef, node: &Node) -> Page {
    let title = Text::Flow(&place.flow, "title".to_owned());
    let mut page = Page::about(derived.desk_voice().say(&title));
    sentence(derived, case.wait, place, &mut page);
    match &node.kind {
        Kind::Advice { steps, .. } => advice(derived, place, steps, &mut page),
        Kind::Wait { .. } => wait(derived, case.wait, &mut page),
        Kind::End(outcomes) => ends(derived, outcomes, &mut page),
        Kind::Question(_) => {}
    }
    page.add(Block::Gap);
    for pick in picks(derived) {
        page.add(Block::Pick(line(derived, case, place, &pick)));
    }
    trail::add_beside(derived, &case.walk, &mut page);
    sources::add(derived, &mut page, &node.sources);
    page
}

fn sentence(model: &Model, wait: Option<Wait>, place: &NodeRef, page: &mut Page) {
    let words = Text::Flow(&place.flow, place.node.to_string());
    let over = Text::Flow(&place.flow, format!("{}.over", place.node));
    // A wait that is over may have words of its own.
    let is_over = matches!(wait, Some(Wait::Over(_)));
    let has_over = is_over && model.desk_voice().say_if_any(&over).is_some();
    let text = if has_over { over } else { words };
    page.add(Block::Say(both(model, |voice| {
        voice.say_with(&text, wait_args(model, wait, voice))
    })));
    let hint = Text::Flow(&place.flow, format!("{}.agent", place.node));
    if let Some(hint) = model.desk_voice().say_if_any(&hint) {
        page.add(Block::Hint(hint));
    }
}

/// What the sentence of a case may use: all of its wait, where it stands at one.
fn wait_args(
    model: &Model,
    wait: Option<Wait>,
    voice: Voice<'_>,
) -> impl Iterator<Item = (&'static str, FluentValue<'static>)> {
    let wait = wait.into_iter();
    wait.flat_map(move |wait| wait_words(voice, &model.now, &wait.end()))
}

fn advice(model: &Model, place: &NodeRef, steps: &[StepId], page: &mut Page) {
    page.add(Block::Gap);
    for step in steps {
        let text = Text::Flow(&place.flow, format!("{}.step-{step}", place.node));
        page.add(Block::Step(said(model, &text)));
    }
}

fn wait(model: &Model, wait: Option<Wait>, page: &mut Page) {
    page.add(Block::Gap);
    match wait {
        Some(Wait::Until(until)) => {
            let long = minutes_left(&model.now, &until) > 90;
            let id = if long {
                "wait-until-long"
            } else {
                "wait-until"
            };
            page.add(Block::Say(both(model, |voice| {
                voice.own_with(id, wait_args(model, wait, voice))
            })));
        }
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

fn line(model: &Model, case: &ReplayedCase<'_>, place: &NodeRef, pick: &Pick) -> Line {
    let own = |id| Line::from(said(model, &Text::Own(id)));
    match pick {
        // To go on is put otherwise while a wait lasts.
        Pick::Reply(Choice::Waited) if matches!(case.wait, Some(Wait::Until(_))) => Line {
            kept: case.kept_reply() == Some(&Choice::Waited),
            ..own("pick-not-waiting")
        },
        Pick::Reply(choice) => Line {
            kept: case.kept_reply() == Some(choice),
            ..said(model, &choice_text(place, choice)).into()
        },
        Pick::LinkQr(link) => link_line(model, link),
        Pick::Closing => own("pick-closing"),
        Pick::Afresh(..) => own("pick-afresh"),
        Pick::Meanwhile => own("pick-meanwhile"),
        _ => own("pick-finish"),
    }
}

fn link_line(model: &Model, link: &LinkId) -> Line {
    let url = model
        .pack()
        .known()
        .link(link)
        .map(|link| link.url.to_string());
    Line {
        below: url,
        ..said(model, &Text::Pack(format!("link-{link}"))).into()
    }
}
