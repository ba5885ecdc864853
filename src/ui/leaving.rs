//! Whether to leave although a case waits, or to drop a case.

use super::page::{Bilingual, Block, Page};
use crate::app::{Derived, Letter, Model};
use crate::i18n::Variable;

pub(super) fn page(derived: &Derived<'_>) -> Page {
    let cases = ("cases", derived.waits().count().into());
    ask(derived, "leaving", cases, "leaving-leave")
}

/// Whether to drop a case that has not come to its end.
pub(super) fn dropping(model: &Model, letter: Letter) -> Page {
    let letter = ("letter", letter.to_string().into());
    ask(model, "dropping", letter, "dropping-drop")
}

fn ask(model: &Model, question: &str, about: Variable, yes: &str) -> Page {
    let voice = model.desk_voice();
    let answer = |id| Block::Pick(Bilingual::from(voice.own(id)).into());
    Page::of(vec![
        Block::Say(voice.own_with(question, [about]).into()),
        Block::Gap,
        answer("leaving-stay"),
        answer(yes),
    ])
}
