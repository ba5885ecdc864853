//! A case where it stands: a question, an advice, a wait or an end.

use super::page::{Block, Line, Page, both, said};
use super::trail::{self, choice_text};
use super::{desks, faults, sources};
use crate::app::{Derived, Found, Model, Pick, ReplayedCase, Wait, picks};
use crate::case::{Choice, Here, NodeRef};
use crate::choices::Choices;
use crate::i18n::{Text, Variable, Voice, minutes_left, wait_words};
use crate::id::StepId;
use crate::note::source_line;
use crate::pack::{About, Kind, Node, Outcome};

pub(super) fn page(derived: &Derived<'_>) -> Option<Page> {
    let case = derived.standing()?;
    Some(match &case.walk.here {
        Here::Node { place, node } => node_page(derived, case, place, node),
        Here::Faulty(flow) => faults::closed_page(derived, flow),
    })
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
    sources::add(derived, &mut page, node.sources.iter(), source_line);
    page
}

fn sentence(model: &Model, wait: Option<Wait>, place: &NodeRef, page: &mut Page) {
    let text = |part: &str| Text::Flow(&place.flow, format!("{}{part}", place.node));
    let desk = model.desk_voice();
    // A wait that is over may have words of its own.
    let over = matches!(wait, Some(Wait::Over(_))).then(|| text(".over"));
    let over = over.filter(|over| desk.say_if_any(over).is_some());
    let words = over.unwrap_or_else(|| text(""));
    let said = both(model, |voice| {
        voice.say_with(&words, wait_args(model, wait, voice))
    });
    page.add(Block::Say(said));
    let hint = desk.say_if_any(&text(".agent"));
    page.main.extend(hint.map(Block::Hint));
}

/// What the sentence of a case may use: all of its wait, where it stands at one.
fn wait_args(model: &Model, wait: Option<Wait>, voice: Voice<'_>) -> Vec<Variable> {
    let words = wait.map(|wait| wait_words(voice, &model.now, &wait.end()));
    words.into_iter().flatten().collect()
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
            let id = match minutes_left(&model.now, &until) {
                91.. => "wait-until-long",
                _ => "wait-until",
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
    let ids = outcomes.iter().map(|it| format!("outcome-{}", it.name()));
    let comes: Vec<String> = ids.map(|id| voice.own(&id)).collect();
    page.add(Block::Fact(voice.own("outcome"), comes.join("; ")));
    if outcomes.contains(&Outcome::Ticket) {
        sources::add_unknown(model, About::Ticket, page);
    }
    if outcomes.contains(&Outcome::Desk) {
        desks::brief(model, page);
    }
}

fn line(model: &Model, case: &ReplayedCase<'_>, place: &NodeRef, pick: &Pick) -> Line {
    let line = |text| Line::from(said(model, &text));
    match pick {
        Pick::Reply(choice) => Line {
            kept: case.kept_reply() == Some(choice),
            ..line(match (choice, case.wait) {
                // To go on is put otherwise while a wait lasts.
                (Choice::Waited, Some(Wait::Until(_))) => Text::Own("pick-not-waiting"),
                _ => choice_text(place, choice),
            })
        },
        Pick::Open(Found::Link(link)) => Line {
            below: model
                .pack()
                .known()
                .link(link)
                .map(|link| link.url.to_string()),
            ..line(Text::Pack(format!("link-{link}")))
        },
        Pick::Open(Found::Closing) => line(Text::Own("pick-closing")),
        Pick::Afresh(..) => line(Text::Own("pick-afresh")),
        Pick::Meanwhile => line(Text::Own("pick-meanwhile")),
        _ => line(Text::Own("pick-finish")),
    }
}
