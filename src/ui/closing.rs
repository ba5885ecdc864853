//! When something closes: the reason, its day, the dates, and why.

use tui_input::Input;

use super::bilingual::{Bilingual, both, said};
use super::layout::WIDE;
use super::page::{Block, Page, PageSize, TextField};
use super::{calendar, sources, take_home, unknown};
use crate::app::{ClosingQuestion, Derived, Found, Model, Pick, picks};
use crate::closure::{Meaning, Remoteness, Typed};
use crate::i18n::{Text, Voice, day_in_words};
use crate::id::{AccountId, ReasonId};
use crate::note::closing::{Answer, Part, Saying, account_short, account_what, asked, values};
use crate::pack::About;

/// The reasons.
pub(super) fn reasons(derived: &Derived<'_>) -> Page {
    let title = Text::Pack("menu-closing".to_owned());
    let mut page = Page::about(derived.desk_voice().say(&title));
    for pick in picks(derived) {
        if let Pick::Open(Found::Reason(reason)) = pick {
            let text = Text::Pack(format!("reason-{reason}"));
            page.add(Block::Pick(said(derived, &text).into()));
        }
    }
    page
}

/// The field for the day, and live what it would mean.
pub(super) fn day(derived: &Derived<'_>, reason: &ReasonId, input: &Input, size: PageSize) -> Page {
    let mut page = Page::default();
    let voice = derived.desk_voice();
    let question = Text::Pack(format!("reason-{reason}.asks"));
    if !is_small(size) || input.value().is_empty() {
        page.add(Block::Say(said(derived, &question)));
    }
    let hint = Text::Pack(format!("reason-{reason}.agent"));
    if let Some(hint) = voice.say_if_any(&hint) {
        page.add(Block::Hint(hint));
    }
    page.add(Block::Field(TextField::of(voice.own("closing-day"), input)));
    if let Some(read) = derived.day {
        page.add(Block::Alert(reading(voice, read)));
    }
    dates_of(derived, size, &mut page);
    page
}

/// The dates, once the day is confirmed, and what can be taken home.
pub(super) fn dates(derived: &Derived<'_>, question: &ClosingQuestion, size: PageSize) -> Page {
    let mut page = Page::default();
    page.add(Block::Say(question_words(derived, question)));
    dates_of(derived, size, &mut page);
    page
}

/// Why, and who says so.
pub(super) fn why(derived: &Derived<'_>, question: &ClosingQuestion) -> Page {
    let mut page = Page::default();
    page.add(Block::Say(question_words(derived, question)));
    if !derived.is_confirmed() {
        page.add(Block::Alert(derived.desk_voice().own("unconfirmed")));
    }
    let Some(answer) = &derived.answer else {
        return page;
    };
    for part in &answer.parts {
        page.add(Block::Gap);
        page.add(Block::Say(both(derived, |voice| {
            account_what(voice, &part.account)
        })));
        for saying in because(part) {
            page.add(Block::Step(both(derived, |voice| {
                saying.words_with_sources(voice)
            })));
        }
    }
    sources::add_with_notes(derived, &mut page, &answer.sources());
    unknown::add(derived, About::Closing, &mut page);
    page
}

/// The steps to the dates; where there are none, why not.
fn because(part: &Part) -> Vec<Saying<'_>> {
    let reasons = part.reasons();
    if reasons.is_empty() {
        part.sayings()
    } else {
        reasons
    }
}

fn question_words(model: &Model, question: &ClosingQuestion) -> Bilingual {
    both(model, |voice| {
        asked(voice, &question.reason, question.event)
    })
}

/// Whether the dates of two accounts only fit with fewer words.
fn is_small(size: PageSize) -> bool {
    size.height < 16
}

/// What the field would mean; whatever it is, it is not confirmed yet.
fn reading(voice: Voice<'_>, read: Typed) -> String {
    let (id, day) = match read {
        Typed::Day(day) => ("typed-whole", day),
        Typed::Partial { day, meaning } => (meaning.message_id(), day),
        Typed::Either { earlier, later } => {
            let day = |day| day_in_words(voice, day).into();
            let args = [("earlier", day(earlier)), ("later", day(later))];
            return voice.own_with("typed-either", args);
        }
        Typed::Fault(fault) => {
            return voice.own_with(fault.message_id(), values(voice, fault.arguments()));
        }
    };
    let words = voice.own_with(id, [("day", day_in_words(voice, day).into())]);
    match read {
        Typed::Partial {
            meaning: Meaning::UnfinishedYear,
            ..
        } => words,
        _ => format!("{words} {}", voice.own("typed-unconfirmed")),
    }
}

/// The dates of all accounts, what can be chosen there, and a calendar.
fn dates_of(derived: &Derived<'_>, size: PageSize, page: &mut Page) {
    let today = derived.now.date_naive();
    let event = derived.question.as_ref().map(|question| question.event);
    let remote = event.and_then(|event| Remoteness::of(event, today).message_id());
    if let Some(id) = remote {
        page.add(Block::Alert(derived.desk_voice().own(id)));
    }
    let Some(answer) = &derived.answer else {
        return;
    };
    for part in in_order(answer, size) {
        page.add(Block::Gap);
        page.add(Block::Say(both(derived, |voice| {
            account(voice, &part.account, size)
        })));
        for saying in part.sayings() {
            let words = both(derived, |voice| saying.words(voice, Some(today)));
            page.add(Block::Step(words));
        }
    }
    take_home::add(derived, answer, page);
    page.add(Block::Gap);
    let calendar = calendar::rows(derived.person_voice(), answer, size.width);
    page.add(Block::Calendar(calendar));
    if size.width >= WIDE {
        beside(derived, answer, page);
    }
}

fn account(voice: Voice<'_>, account: &AccountId, size: PageSize) -> String {
    if is_small(size) {
        account_short(voice, account)
    } else {
        account_what(voice, account)
    }
}

/// The accounts; on a small screen the ones that say more come last, so that every date is in sight.
fn in_order(answer: &Answer, size: PageSize) -> Vec<&Part> {
    let mut parts: Vec<&Part> = answer.parts.iter().collect();
    if is_small(size) {
        let copies = |saying: &Saying<'_>| matches!(saying, Saying::LastCopy(..));
        parts.sort_by_key(|part| part.sayings().iter().any(copies));
    }
    parts
}

/// The reasons, where there is room for them beside.
fn beside(model: &Model, answer: &Answer, page: &mut Page) {
    page.add_side(Block::Say(both(model, |voice| voice.own("closing-why"))));
    for part in &answer.parts {
        page.add_side(Block::Gap);
        page.add_side(Block::Hint(account_what(
            model.person_voice(),
            &part.account,
        )));
        for saying in because(part) {
            page.add_side(Block::Step(both(model, |voice| saying.words(voice, None))));
        }
    }
    page.add_side(Block::Gap);
    sources::add_with_notes(model, page, &answer.sources());
    unknown::add(model, About::Closing, page);
}
