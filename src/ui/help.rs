//! The keys, as the table of actions has them.

use super::page::{Block, Page};
use crate::app::Model;
use crate::app::actions::ACTIONS;
use crate::i18n::Text;

pub(super) fn page(model: &Model) -> Page {
    let voice = model.desk_voice();
    let mut page = Page::about(voice.own("help"));
    for row in ACTIONS {
        let id = format!("action-{}.help", row.id);
        page.add(Block::Fact(
            row.shown.to_owned(),
            voice.say(&Text::Own(&id)),
        ));
    }
    page
}
