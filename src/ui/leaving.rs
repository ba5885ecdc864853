//! Whether to leave although a case waits, or to drop a case.

use super::bilingual::Bilingual;
use super::page::{Block, Page};
use crate::app::{Derived, Letter, Model};

pub(super) fn page(derived: &Derived<'_>) -> Page {
    let waits = derived.waits().count();
    let question = derived
        .desk_voice()
        .own_with("leaving", [("cases", waits.into())]);
    ask(derived, question, ["leaving-stay", "leaving-leave"])
}

/// Whether to drop a case that has not come to its end.
pub(super) fn dropping(model: &Model, letter: Letter) -> Page {
    let letter = letter.to_string();
    let question = model
        .desk_voice()
        .own_with("dropping", [("letter", letter.into())]);
    ask(model, question, ["leaving-stay", "dropping-drop"])
}

fn ask(model: &Model, question: String, answers: [&str; 2]) -> Page {
    let mut page = Page::default();
    page.add(Block::Say(question.into()));
    page.add(Block::Gap);
    for id in answers {
        let answer: Bilingual = model.desk_voice().own(id).into();
        page.add(Block::Pick(answer.into()));
    }
    page
}
