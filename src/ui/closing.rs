//! When something closes: the reason, its day, the dates, and why.

use tui_input::Input;

use super::months;
use super::page::{Block, Page};
use super::two::{both, said};
use super::{sources, unknown};
use crate::app::{Asked, DayRead, Model, Pick, Told, picks};
use crate::closure::{Arguments, Meaning, Remoteness};
use crate::i18n::{Text, Voice, day_in_words, day_short};
use crate::id::{AccountId, ReasonId};
use crate::note::closing::{Answer, Part, Saying, account_short, account_what, asked, values};
use crate::pack::About;

/// Columns and rows for a page.
#[derive(Clone, Copy)]
pub(super) struct Size {
    pub(super) width: usize,
    pub(super) height: usize,
}

impl Size {
    /// Whether the dates of two accounts only fit with fewer words.
    fn is_small(self) -> bool {
        self.height < 16
    }

    fn name(self, voice: Voice<'_>, account: &AccountId) -> String {
        if self.is_small() {
            account_short(voice, account)
        } else {
            account_what(voice, account)
        }
    }
}

/// From this width on, the reasons stand beside the dates.
const WIDE: usize = 120;

/// The reasons.
pub(super) fn reasons(model: &Model) -> Page {
    let mut page = Page::default();
    let title = Text::Pack("menu-closing".to_owned());
    page.add(Block::Heading(model.desk_voice().say(&title)));
    for pick in picks(model) {
        if let Pick::Reason(reason) = pick {
            let text = Text::Pack(format!("reason-{reason}"));
            page.add(Block::Pick(said(model, &text).into()));
        }
    }
    page
}

/// The field for the day, and live what it would mean.
pub(super) fn day(model: &Model, reason: &ReasonId, input: &Input, size: Size) -> Page {
    let mut page = Page::default();
    let question = Text::Pack(format!("reason-{reason}.asks"));
    if !size.is_small() || input.value().is_empty() {
        page.add(Block::Say(said(model, &question)));
    }
    let hint = Text::Pack(format!("reason-{reason}.agent"));
    if let Some(hint) = model.desk_voice().say_if_any(&hint) {
        page.add(Block::Hint(hint));
    }
    let label = model.desk_voice().own("closing-day");
    let typed = input.value().to_owned();
    page.add(Block::Field(label, typed, input.cursor()));
    let read = model.day_read(input);
    page.add(Block::Alert(reading(model.desk_voice(), read)));
    if let Some(event) = read.day() {
        let reason = reason.clone();
        dates_of(model, &Asked { reason, event }, size, &mut page);
    }
    page
}

/// The dates, once the day is confirmed, and what can be taken home.
pub(super) fn dates(model: &Model, asked: &Asked, size: Size) -> Page {
    let mut page = Page::default();
    page.add(Block::Say(asked_words(model, asked)));
    dates_of(model, asked, size, &mut page);
    page
}

/// Why, and who says so.
pub(super) fn why(model: &Model, asked: &Asked) -> Page {
    let mut page = Page::default();
    page.add(Block::Say(asked_words(model, asked)));
    if !model.is_confirmed(asked) {
        page.add(Block::Alert(model.desk_voice().own("unconfirmed")));
    }
    let Some(answer) = model.answer(asked) else {
        return page;
    };
    for part in &answer.parts {
        page.add(Block::Gap);
        page.add(Block::Say(both(model, |voice| {
            account_what(voice, &part.account)
        })));
        for saying in because(part) {
            page.add(Block::Step(both(model, |voice| {
                saying.words_with_sources(voice)
            })));
        }
    }
    sources::add_with_notes(model, &mut page, &answer.sources());
    unknown::add(model, About::Closing, &mut page);
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

pub(super) fn asked_words(model: &Model, question: &Asked) -> super::page::Said {
    both(model, |voice| {
        asked(voice, &question.reason, question.event)
    })
}

/// What became of what was taken home.
pub(super) fn told(model: &Model, page: &mut Page) {
    let voice = model.desk_voice();
    match &model.told {
        None => {}
        Some(Told::Copied) => page.add(Block::Alert(voice.own("told-copied"))),
        Some(Told::Saved(saved)) => {
            let id = saved.fault.map_or("told-saved", fault_id);
            let args = [("path", saved.path.clone().into())];
            page.add(Block::Alert(voice.own_with(id, args)));
        }
    }
}

fn fault_id(fault: crate::app::event::SaveFault) -> &'static str {
    use crate::app::event::SaveFault;
    match fault {
        SaveFault::Denied => "not-saved-denied",
        SaveFault::NoFolder => "not-saved-no-folder",
        SaveFault::Full => "not-saved-full",
        SaveFault::Other => "not-saved",
    }
}

/// What the field would mean; whatever it is, it is not confirmed yet.
fn reading(voice: Voice<'_>, read: DayRead) -> String {
    let (id, day) = match read {
        DayRead::Offered(day) => ("typed-offered", day),
        DayRead::Day(day, None) => ("typed-whole", day),
        DayRead::Day(day, Some(meaning)) => (meaning.message_id(), day),
        DayRead::Either(earlier, later) => {
            let day = |day| day_in_words(voice, day).into();
            let args = [("earlier", day(earlier)), ("later", day(later))];
            return voice.own_with("typed-either", args);
        }
        DayRead::Fault(fault) => return message(voice, fault.message_id(), fault.arguments()),
    };
    let words = voice.own_with(id, [("day", day_in_words(voice, day).into())]);
    match read {
        DayRead::Day(_, Some(Meaning::UnfinishedYear)) => words,
        _ => format!("{words} {}", voice.own("typed-unconfirmed")),
    }
}

fn message(voice: Voice<'_>, id: &str, arguments: Arguments) -> String {
    voice.own_with(id, values(voice, arguments))
}

/// The dates of all accounts, what can be chosen there, and a calendar.
fn dates_of(model: &Model, asked: &Asked, size: Size, page: &mut Page) {
    let today = model.now.date_naive();
    if let Some(id) = Remoteness::of(asked.event, today).message_id() {
        page.add(Block::Alert(model.desk_voice().own(id)));
    }
    let Some(answer) = model.answer(asked) else {
        return;
    };
    let step =
        |saying: &Saying<'_>| Block::Step(both(model, |voice| saying.words(voice, Some(today))));
    for part in in_order(&answer, size) {
        page.add(Block::Gap);
        page.add(Block::Say(both(model, |voice| {
            size.name(voice, &part.account)
        })));
        part.sayings()
            .iter()
            .for_each(|saying| page.add(step(saying)));
    }
    take_home(model, &answer, page);
    page.add(Block::Gap);
    page.add(Block::Drawn(months::drawn(
        model.person_voice(),
        &answer,
        size.width,
    )));
    if size.width >= WIDE {
        beside(model, &answer, page);
    }
}

/// The accounts; on a small screen the ones that say more come last, so that every date is in sight.
fn in_order(answer: &Answer, size: Size) -> Vec<&Part> {
    let mut parts: Vec<&Part> = answer.parts.iter().collect();
    if size.is_small() {
        let copies = |saying: &Saying<'_>| matches!(saying, Saying::LastCopy(..));
        parts.sort_by_key(|part| part.sayings().iter().any(copies));
    }
    parts
}

fn take_home(model: &Model, answer: &Answer, page: &mut Page) {
    page.add(Block::Gap);
    told(model, page);
    for pick in picks(model) {
        let words = match pick {
            Pick::DateCode(place) => both(model, |voice| code_words(voice, answer, place)),
            Pick::Mail => both(model, |voice| voice.own("take-mail")),
            Pick::CalendarFile => both(model, |voice| voice.own("take-file")),
            _ => both(model, |voice| voice.own("take-why")),
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
