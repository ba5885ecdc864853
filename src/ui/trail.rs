//! The replies so far: beside a case, and as a screen to go back to one of them.

use super::page::{Bilingual, Block, Line, Page, both};
use crate::app::{Derived, Letter, Model};
use crate::case::{Choice, Here, NodeRef, Walk, WalkStep};
use crate::i18n::{Text, Voice, clock_time, open_wait};

pub(super) fn page(derived: &Derived<'_>, letter: Letter) -> Page {
    let mut page = Page::about(derived.desk_voice().own("trail"));
    let Some(case) = derived.replayed(letter) else {
        return page;
    };
    let walk = &case.walk;
    if walk.steps.is_empty() && walk.ahead.is_empty() {
        page.add(Block::Say(both(derived, |voice| voice.own("trail-empty"))));
    }
    for step in walk.steps.iter().chain(&walk.ahead) {
        page.add(Block::Pick(Line {
            said: asked(derived, &step.place).words.into(),
            below: Some(replied(derived.person_voice(), step)),
            kept: false,
        }));
    }
    if let Here::Node { place, .. } = &walk.end {
        page.add(Block::Gap);
        page.add(Block::Say(asked(derived, place)));
    }
    page
}

fn asked(model: &Model, place: &NodeRef) -> Bilingual {
    let text = Text::Flow(&place.flow, place.node.to_string());
    both(model, |voice| voice.say_with(&text, open_wait()))
}

/// The words of a choice at a place.
pub fn choice_text<'a>(place: &'a NodeRef, choice: &Choice) -> Text<'a> {
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

/// What was replied at a step, in few words; a wait says since when it counts.
fn replied(voice: Voice<'_>, step: &WalkStep<'_>) -> String {
    let reply = voice.say(&choice_text(&step.place, &step.reply.choice));
    match step.reply.choice {
        Choice::Waited => format!("{reply} ({})", clock_time(&step.reply.at)),
        _ => reply,
    }
}

/// The answers so far, in one line beside the case.
pub(super) fn add_beside(model: &Model, walk: &Walk<'_>, page: &mut Page) {
    let desk = model.desk_voice();
    let replies = walk.steps.iter().map(|step| replied(desk, step));
    let replies = replies.collect::<Vec<_>>().join(" · ");
    if !replies.is_empty() {
        page.side.push(Block::Fact(desk.own("trail"), replies));
    }
}
