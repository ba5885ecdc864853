//! Finding anything by its words.

use tui_input::Input;

use super::page::{Block, Page};
use crate::app::Model;

pub(super) fn page(model: &Model, input: &Input) -> Page {
    let mut page = Page::default();
    let name = model.desk_voice().own("search");
    page.add(Block::Field(name, input.value().to_owned(), input.cursor()));
    page
}
