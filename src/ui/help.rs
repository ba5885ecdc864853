//! The keys, as the table of actions has them.

use super::page::{Block, Page};
use crate::app::Model;
use crate::app::actions::ACTIONS;

pub(super) fn page(model: &Model) -> Page {
    let voice = model.desk_voice();
    let keys = ACTIONS.iter().map(|row| {
        let id = format!("action-{}.help", row.id);
        Block::Fact(row.shown.to_owned(), voice.own(&id))
    });
    let heading = Block::Heading(voice.own("help"));
    Page::of([heading].into_iter().chain(keys).collect())
}
