//! When something closes: the reason, its day, the dates, and why.

use tui_input::Input;

use super::layout::WIDE;
use super::page::{Block, Page, PageSize, both, said};
use super::{calendar, sources, take_home};
use crate::app::{ClosingQuestion, Derived, Found, Model, Pick, picks};
use crate::closure::{DateFault, Meaning, Typed, remoteness};
use crate::i18n::{Text, Voice, day_in_words};
use crate::id::ReasonId;
use crate::note::closing::{Answer, Part, Saying, account_short, account_what, asked, values};
use crate::note::source_line_with_note;
use crate::pack::About;

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
    page.main.extend(voice.say_if_any(&hint).map(Block::Hint));
    page.add(Block::Field(voice.own("closing-day"), input.clone()));
    let read = derived.day.map(|read| reading(voice, read));
    page.main.extend(read.map(Block::Alert));
    dates_of(derived, size, &mut page);
    page
}

/// The dates, once the day is confirmed, and what can be taken home.
pub(super) fn dates(derived: &Derived<'_>, question: &ClosingQuestion, size: PageSize) -> Page {
    let mut page = asking(derived, question);
    dates_of(derived, size, &mut page);
    page
}

/// Why, and who says so.
pub(super) fn why(derived: &Derived<'_>, question: &ClosingQuestion) -> Page {
    let mut page = asking(derived, question);
    if !derived.is_confirmed() {
        page.add(Block::Alert(derived.desk_voice().own("unconfirmed")));
    }
    let Some(answer) = &derived.answer else {
        return page;
    };
    for part in &answer.parts {
        let what = both(derived, |voice| account_what(voice, &part.account));
        page.main.extend([Block::Gap, Block::Say(what)]);
        for saying in because(part) {
            let words = both(derived, |voice| saying.words_with_sources(voice));
            page.add(Block::Step(words));
        }
    }
    who_says_so(derived, answer, &mut page);
    page
}

/// The steps to the dates; where there are none, why not.
fn because(part: &Part) -> Vec<Saying<'_>> {
    Some(part.reasons())
        .filter(|reasons| !reasons.is_empty())
        .unwrap_or_else(|| part.sayings())
}

fn who_says_so(model: &Model, answer: &Answer, page: &mut Page) {
    sources::add(model, page, &answer.sources(), source_line_with_note);
    sources::add_unknown(model, About::Closing, page);
}

/// A page that says first what was asked.
fn asking(model: &Model, question: &ClosingQuestion) -> Page {
    let words = both(model, |voice| {
        asked(voice, &question.reason, question.event)
    });
    Page::of(vec![Block::Say(words)])
}

/// Whether the dates of two accounts only fit with fewer words.
fn is_small(size: PageSize) -> bool {
    size.height < 16
}

/// What the field would mean; whatever it is, it is not confirmed yet.
fn reading(voice: Voice<'_>, read: Result<Typed, DateFault>) -> String {
    let (id, day) = match read {
        Ok(Typed::Day(day, meaning)) => (meaning.map_or("typed-whole", Meaning::message_id), day),
        Ok(Typed::Either(earlier, later)) => {
            let day = |day| day_in_words(voice, day).into();
            let args = [("earlier", day(earlier)), ("later", day(later))];
            return voice.own_with("typed-either", args);
        }
        Err(fault) => {
            let (id, arguments) = fault.message();
            return voice.own_with(id, values(voice, arguments));
        }
    };
    let words = voice.own_with(id, [("day", day_in_words(voice, day).into())]);
    match read {
        Ok(Typed::Day(_, Some(Meaning::UnfinishedYear))) => words,
        _ => format!("{words} {}", voice.own("typed-unconfirmed")),
    }
}

/// The dates of all accounts, what can be chosen there, and a calendar.
fn dates_of(derived: &Derived<'_>, size: PageSize, page: &mut Page) {
    let today = derived.now.date_naive();
    let event = derived.question.as_ref().map(|question| question.event);
    let remote = event.and_then(|event| remoteness(event, today));
    let remote = remote.map(|id| derived.desk_voice().own(id));
    page.main.extend(remote.map(Block::Alert));
    let Some(answer) = &derived.answer else {
        return;
    };
    let account = match is_small(size) {
        true => account_short,
        false => account_what,
    };
    for part in in_order(answer, size) {
        let account = both(derived, |voice| account(voice, &part.account));
        page.main.extend([Block::Gap, Block::Say(account)]);
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
    page.side
        .push(Block::Say(both(model, |voice| voice.own("closing-why"))));
    for part in &answer.parts {
        let what = account_what(model.person_voice(), &part.account);
        page.side.extend([Block::Gap, Block::Hint(what)]);
        for saying in because(part) {
            page.side
                .push(Block::Step(both(model, |voice| saying.words(voice, None))));
        }
    }
    page.side.push(Block::Gap);
    who_says_so(model, answer, page);
}
