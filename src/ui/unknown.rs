//! What people ask for and the pack does not know; where this desk knows it,
//! it is said with the desk itself as the source.

use super::page::{Block, Page};
use crate::app::Model;
use crate::i18n::Text;
use crate::id::UnknownId;
use crate::pack::About;

/// Adds what is asked for here: first what this desk knows, then what nobody does.
pub(super) fn add(model: &Model, about: About, page: &mut Page) {
    let voice = model.desk_voice();
    let asked = model
        .pack()
        .manifest()
        .unknown
        .iter()
        .filter(|unknown| unknown.about.value() == Some(about));
    let mut missing = Vec::new();
    for unknown in asked {
        let name = voice.say(&Text::Pack(format!("unknown-{}", unknown.id)));
        match known_here(model, &unknown.id) {
            Some(text) => {
                let text = voice.own_with("known-here", [("text", text.to_owned().into())]);
                page.add_side(Block::Fact(name, text));
            }
            None => missing.push(name),
        }
    }
    if !missing.is_empty() {
        page.add_side(Block::Fact(voice.own("unknown"), missing.join(", ")));
    }
}

fn known_here<'m>(model: &'m Model, id: &UnknownId) -> Option<&'m str> {
    let known = model.desk.known.iter().find(|(known, _)| known == id);
    known.map(|(_, text)| text.as_str())
}
