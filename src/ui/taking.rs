//! Closing dates to take home: as lines for a mail, and as a code.

use super::closing::{asked_words, told};
use super::code;
use super::page::{Block, Page};
use super::two::{both, said};
use crate::app::{Asked, Model};
use crate::i18n::Text;
use crate::note::closing::account_what;

/// The lines in the person's language, as they are copied.
pub(super) fn mail(model: &Model, asked: &Asked) -> Page {
    let mut page = Page::default();
    page.add(Block::Heading(model.desk_voice().own("take-mail")));
    told(model, &mut page);
    if let Some(answer) = model.answer(asked) {
        let lines = model.handout(&answer, model.person_voice()).mail();
        page.add(Block::Gap);
        for line in lines {
            page.add(Block::Lines(line));
        }
    }
    page
}

/// One date as the shortest event that a phone takes.
pub(super) fn date_code(
    model: &Model,
    asked: &Asked,
    place: usize,
    width: usize,
    height: usize,
) -> Page {
    let mut page = Page::default();
    let Some(answer) = model.answer(asked) else {
        return page;
    };
    let text = model.handout(&answer, model.person_voice()).code(place);
    let part = answer.closures().nth(place);
    let (Some(text), Some((part, closure))) = (text, part) else {
        return page;
    };
    let dates = crate::note::closing::Saying::Closes(closure);
    let words = vec![
        both(model, |voice| account_what(voice, &part.account)),
        both(model, |voice| dates.words(voice, None)),
        asked_words(model, asked),
        said(model, &Text::Own("code-event")),
    ];
    let code = code::Coded {
        text: &text,
        words,
        below: None,
        around: 1,
        too_large: "code-event-too-large",
    };
    code::add(model, &mut page, code, width, height);
    page
}
