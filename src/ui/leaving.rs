//! Whether to leave although a case waits.

use super::page::{Block, Page};
use super::two::both;
use crate::app::Model;

pub(super) fn page(model: &Model) -> Page {
    let voice = model.desk_voice();
    let waits = model.waits().count();
    let mut page = Page::default();
    page.add(Block::Say(
        voice.own_with("leaving", [("cases", waits.into())]).into(),
    ));
    page.add(Block::Gap);
    for id in ["leaving-stay", "leaving-leave"] {
        page.add(Block::Pick(both(model, |_| voice.own(id)).into()));
    }
    page
}
