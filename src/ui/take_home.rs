//! Closing dates to take home: as lines for a mail, and as a QR code; and what
//! became of that.

use super::page::{Block, Page, PageSize, both, said};
use super::qr;
use crate::app::event::{Delivery, SaveFault};
use crate::app::{Derived, Model, Pick, picks};
use crate::i18n::{Text, Voice, day_short};
use crate::note::closing::{Answer, Saying, account_short, account_what, asked};

/// Adds what can be taken home.
pub(super) fn add(derived: &Derived<'_>, answer: &Answer, page: &mut Page) {
    page.add(Block::Gap);
    delivered(derived, page);
    for pick in picks(derived) {
        let words = match pick {
            Pick::DateQr(place) => both(derived, |voice| code_words(voice, answer, place)),
            Pick::Mail => said(derived, &Text::Own("take-mail")),
            Pick::CalendarFile => said(derived, &Text::Own("take-file")),
            _ => said(derived, &Text::Own("take-why")),
        };
        page.add(Block::Pick(words.into()));
    }
}

fn code_words(voice: Voice<'_>, answer: &Answer, place: usize) -> String {
    let Some((part, closure)) = answer.closures().nth(place) else {
        return String::new();
    };
    let args = [
        ("what", account_short(voice, &part.account).into()),
        ("date", day_short(voice, closure.earliest).into()),
    ];
    voice.own_with("take-code", args)
}

/// The lines in the person's language, as they are copied.
pub(super) fn mail(derived: &Derived<'_>) -> Page {
    let mut page = Page::about(derived.desk_voice().own("take-mail"));
    delivered(derived, &mut page);
    if let Some(handout) = derived.handout() {
        page.add(Block::Gap);
        let lines = handout.mail().into_iter();
        page.main.extend(lines.map(Block::Verbatim));
    }
    page
}

/// One date as the shortest event that a phone takes.
pub(super) fn date_qr(derived: &Derived<'_>, place: usize, size: PageSize) -> Option<Page> {
    let handout = derived.handout()?;
    let answer = handout.answer;
    let (part, closure) = answer.closures().nth(place)?;
    let dates = Saying::Closes(closure);
    let words = vec![
        both(derived, |voice| account_what(voice, &part.account)),
        both(derived, |voice| dates.words(voice, None)),
        both(derived, |voice| asked(voice, &answer.reason, answer.event)),
        said(derived, &Text::Own("code-event")),
    ];
    let event = handout.code(place)?;
    Some(qr::page_of(derived, &event, words, false, size))
}

/// Adds what became of what was taken home.
fn delivered(model: &Model, page: &mut Page) {
    let voice = model.desk_voice();
    page.add(Block::Alert(match &model.delivery {
        None => return,
        Some(Delivery::Copied) => voice.own("told-copied"),
        Some(Delivery::Saved(saved)) => {
            let id = match saved.fault {
                None => "told-saved",
                Some(SaveFault::Denied) => "not-saved-denied",
                Some(SaveFault::NoFolder) => "not-saved-no-folder",
                Some(SaveFault::Full) => "not-saved-full",
                Some(SaveFault::Other) => "not-saved",
            };
            voice.own_with(id, [("path", saved.path.clone().into())])
        }
    }));
}
