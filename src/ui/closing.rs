//! When accounts close: first the reason, then the day, then the answer.

use tui_input::Input;

use super::page::{Block, Page};
use super::two::said;
use crate::app::{Model, Pick, picks};
use crate::id::ReasonId;
use crate::locale::Text;

pub(super) fn page(model: &Model, reason: Option<&ReasonId>, input: &Input) -> Page {
    let mut page = Page::default();
    let title = Text::Pack("menu-closing".to_owned());
    page.add(Block::Heading(model.desk_voice().say(&title)));
    match reason {
        None => reasons(model, &mut page),
        Some(reason) => day(model, reason, input, &mut page),
    }
    page
}

fn reasons(model: &Model, page: &mut Page) {
    for pick in picks(model) {
        if let Pick::Reason(reason) = pick {
            let text = Text::Pack(format!("reason-{reason}"));
            page.add(Block::Pick(said(model, &text).into()));
        }
    }
}

fn day(model: &Model, reason: &ReasonId, input: &Input, page: &mut Page) {
    page.add(Block::Say(said(
        model,
        &Text::Pack(format!("reason-{reason}.asks")),
    )));
    if let Some(hint) = model
        .desk_voice()
        .say_if_any(&Text::Pack(format!("reason-{reason}.agent")))
    {
        page.add(Block::Hint(hint));
    }
    page.add(Block::Field(
        "›".to_owned(),
        input.value().to_owned(),
        input.cursor(),
    ));
}
