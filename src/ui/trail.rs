//! The replies so far: beside a case, and as a screen to go back to one of them.

use super::case::choice_text;
use super::page::{Block, Line, Page, Said};
use super::two::both;
use crate::app::{Letter, Model, OpenCase};
use crate::case::{Choice, Here, Place, Step};
use crate::i18n::{Text, Voice, clock_time, open_wait};

pub(super) fn page(model: &Model, letter: Letter) -> Page {
    let mut page = Page::default();
    page.add(Block::Heading(model.desk_voice().own("trail")));
    let Some(open) = model.case(letter) else {
        return page;
    };
    let walk = open.case.whole_walk(model.pack());
    if walk.steps.is_empty() {
        page.add(Block::Say(both(model, |voice| voice.own("trail-empty"))));
    }
    for step in &walk.steps {
        page.add(Block::Pick(step_line(model, step)));
    }
    if let Here::Node { place, .. } = &walk.here {
        page.add(Block::Gap);
        page.add(Block::Say(asked(model, place)));
    }
    page
}

fn step_line(model: &Model, step: &Step<'_>) -> Line {
    let reply = both(model, |voice| replied(voice, step));
    Line {
        said: Said {
            words: asked(model, &step.place).words,
            twin: None,
        },
        below: Some(reply.words),
        kept: false,
    }
}

fn asked(model: &Model, place: &Place) -> Said {
    let text = Text::Flow(&place.flow, place.node.to_string());
    both(model, |voice| voice.say_with(&text, open_wait()))
}

/// What was replied at a step, in few words; a wait says since when it counts.
fn replied(voice: Voice<'_>, step: &Step<'_>) -> String {
    let reply = voice.say(&choice_text(&step.place, &step.reply.choice));
    match step.reply.choice {
        Choice::Waited => format!("{reply} ({})", clock_time(&step.reply.at)),
        _ => reply,
    }
}

/// The answers so far, in one line beside the case.
pub(super) fn trail_facts(model: &Model, open: &OpenCase, page: &mut Page) {
    let walk = open.case.walk(model.pack());
    let desk = model.desk_voice();
    let replies: Vec<String> = walk.steps.iter().map(|step| replied(desk, step)).collect();
    if !replies.is_empty() {
        page.add_side(Block::Fact(desk.own("trail"), replies.join(" · ")));
    }
}
