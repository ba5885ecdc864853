//! Two languages on one screen: the person's words, and the desk's beside
//! them where the two differ.

use crate::app::Model;
use crate::i18n::{Text, Voice};

/// A sentence for the person, and the same in the desk's language where that is another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bilingual {
    /// In the language of the person.
    pub words: String,
    /// In the language of the desk, if it differs.
    pub twin: Option<String>,
}

impl From<String> for Bilingual {
    fn from(words: String) -> Self {
        Self { words, twin: None }
    }
}

/// A sentence in both languages.
pub(super) fn said(model: &Model, text: &Text<'_>) -> Bilingual {
    both(model, |voice| voice.say(text))
}

/// Whatever is said with a voice, in both languages.
pub(super) fn both(model: &Model, say: impl Fn(Voice<'_>) -> String) -> Bilingual {
    let person = model.person_voice();
    let desk = model.desk_voice();
    let twin = (person.lang() != desk.lang()).then(|| say(desk));
    let words = say(person);
    Bilingual {
        twin: twin.filter(|twin| *twin != words),
        words,
    }
}
