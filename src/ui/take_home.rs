//! Closing dates to take home: as lines for a mail, and as a QR code; and what
//! became of that.

use super::bilingual::{both, said};
use super::closing::question_words;
use super::page::{Block, Page, PageSize};
use super::qr::{self, Qr};
use crate::app::event::{Delivery, SaveFault};
use crate::app::{ClosingQuestion, Derived, Model};
use crate::i18n::Text;
use crate::note::closing::{Saying, account_what};

/// The lines in the person's language, as they are copied.
pub(super) fn mail(derived: &Derived<'_>) -> Page {
    let mut page = Page::default();
    page.add(Block::Heading(derived.desk_voice().own("take-mail")));
    delivered(derived, &mut page);
    if let Some(handout) = derived.handout() {
        page.add(Block::Gap);
        for line in handout.mail() {
            page.add(Block::Verbatim(line));
        }
    }
    page
}

/// One date as the shortest event that a phone takes.
pub(super) fn date_qr(
    derived: &Derived<'_>,
    question: &ClosingQuestion,
    place: usize,
    size: PageSize,
) -> Page {
    let mut page = Page::default();
    let Some(handout) = derived.handout() else {
        return page;
    };
    let date = handout.answer.closures().nth(place);
    let (Some(text), Some((part, closure))) = (handout.code(place), date) else {
        return page;
    };
    let dates = Saying::Closes(closure);
    let words = vec![
        both(derived, |voice| account_what(voice, &part.account)),
        both(derived, |voice| dates.words(voice, None)),
        question_words(derived, question),
        said(derived, &Text::Own("code-event")),
    ];
    let code = Qr {
        text: &text,
        words,
        below: None,
        around: 1,
        too_large: "code-event-too-large",
    };
    qr::add(derived, &mut page, code, size);
    page
}

/// Adds what became of what was taken home.
pub(super) fn delivered(model: &Model, page: &mut Page) {
    let voice = model.desk_voice();
    page.add(Block::Alert(match &model.delivery {
        None => return,
        Some(Delivery::Copied) => voice.own("told-copied"),
        Some(Delivery::Saved(saved)) => {
            let id = saved.fault.map_or("told-saved", fault_id);
            voice.own_with(id, [("path", saved.path.clone().into())])
        }
    }));
}

fn fault_id(fault: SaveFault) -> &'static str {
    match fault {
        SaveFault::Denied => "not-saved-denied",
        SaveFault::NoFolder => "not-saved-no-folder",
        SaveFault::Full => "not-saved-full",
        SaveFault::Other => "not-saved",
    }
}
