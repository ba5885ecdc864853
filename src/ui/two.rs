//! Two languages on one screen: the person's words, and the desk's beside
//! them where the two differ.

use super::page::Said;
use crate::app::Model;
use crate::i18n::{Text, Voice};

/// A sentence in both languages.
pub(super) fn said(model: &Model, text: &Text<'_>) -> Said {
    both(model, |voice| voice.say(text))
}

/// Whatever is said with a voice, in both languages.
pub(super) fn both(model: &Model, say: impl Fn(Voice<'_>) -> String) -> Said {
    let person = model.person_voice();
    let desk = model.desk_voice();
    let twin = (person.lang() != desk.lang()).then(|| say(desk));
    let words = say(person);
    Said {
        twin: twin.filter(|twin| *twin != words),
        words,
    }
}
