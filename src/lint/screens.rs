//! Whether the screens fit that are no flow's: the menu, the desks, and when something closes.

use tui_input::Input;

use super::fits::{SIZES, Size, Words, below_fold, cut, here};
use super::look::Spoken;
use crate::app::{ClosingQuestion, Model, Scene};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::i18n::{Lang, Text};
use crate::id::{DeskId, ReasonId};
use crate::pack::MenuEntry;
use crate::ui::{Bilingual, Block, INDENT, Page, Sheet, body_size, lay, lay_tight, page};

/// How many rows a title may take at each of the sizes.
const TITLE_ROWS: [usize; 2] = [1, 2];

pub(super) fn check(model: &mut Model, langs: &[Spoken], faults: &mut Vec<Diagnostic>) {
    let desks = model.pack().known().desks.iter();
    let desks: Vec<DeskId> = desks.map(|desk| desk.id.clone()).collect();
    let closings = model.pack().closings();
    let reasons = closings.into_iter().flat_map(|closings| &closings.reasons);
    let reasons: Vec<ReasonId> = reasons.map(|reason| reason.id.clone()).collect();
    for Spoken { lang, longest } in langs {
        (model.desk.lang, model.person) = (*lang, *lang);
        model.now = *longest;
        for message in ["menu-closing", "menu-desks"] {
            let place = Words::of(model, *lang, "pack").place(message, "");
            faults.extend(title(model, &Text::Pack(message.to_owned()), *lang, place));
        }
        for size in SIZES {
            let mut screens = Screens {
                model,
                lang: *lang,
                size,
                faults,
            };
            screens.menu();
            screens.desks(&desks);
            screens.closing(&reasons);
        }
    }
    model.screens.home();
}

/// A title that does not fit the menu: one row at the wide size, two at the narrow one.
pub(super) fn title(
    model: &Model,
    text: &Text<'_>,
    lang: Lang,
    place: Place,
) -> Option<Diagnostic> {
    let title = model.words().voice(lang).say_if_any(text)?;
    let mut page = Page::default();
    page.add(Block::Pick(Bilingual::from(title).into()));
    let mut sizes = SIZES.into_iter().zip(TITLE_ROWS);
    sizes.find_map(|(size, most)| {
        let (columns, _) = body_size(size.0, size.1);
        let here = here(model, lang, size);
        if let Some(cut) = cut(&page, columns).first() {
            return Some(cut.fault(&here, "the title", place.clone()));
        }
        let rows = lay_tight(&page, columns).rows.len();
        (rows > most).then(|| {
            let message = format!("{here}, the title takes {rows} rows");
            let room = columns.saturating_sub(INDENT + 1);
            Diagnostic::new(Code::TitleTooLong, place.clone(), message)
                .help(format!("make it fit {most} of {room} columns"))
        })
    })
}

/// The screens in one language, at one size.
struct Screens<'m> {
    model: &'m mut Model,
    lang: Lang,
    size: Size,
    faults: &'m mut Vec<Diagnostic>,
}

impl Screens<'_> {
    fn menu(&mut self) {
        let menu = self.model.pack().manifest().menu.clone();
        let (_, sheet) = self.shown(Scene::Home);
        self.in_sight(&sheet, menu.len(), "of the menu", |line| {
            match menu.get(line) {
                Some(MenuEntry::Flow(flow)) => (format!("flows/{flow}"), "title".to_owned()),
                Some(MenuEntry::Closing) => ("pack".to_owned(), "menu-closing".to_owned()),
                _ => ("pack".to_owned(), "menu-desks".to_owned()),
            }
        });
    }

    fn desks(&mut self, desks: &[DeskId]) {
        for desk in desks {
            self.model.desk.campus = Some(desk.clone());
            self.whole(Scene::Desks, "a line of the desks");
        }
        self.model.desk.campus = None;
    }

    fn closing(&mut self, reasons: &[ReasonId]) {
        let sheet = self.whole(Scene::Reasons, "a reason");
        self.in_sight(&sheet, reasons.len(), "of the reasons", |line| {
            let reason = reasons.get(line).map(ReasonId::as_str).unwrap_or_default();
            ("pack".to_owned(), format!("reason-{reason}"))
        });
        let event = self.model.now.date_naive();
        for reason in reasons {
            let asks = Scene::Day(reason.clone(), Input::default());
            let sheet = self.whole(asks, "the question for a day");
            self.field_in_sight(&sheet, reason);
            let reason = reason.clone();
            self.whole(
                Scene::Dates(ClosingQuestion { reason, event }),
                "a line of the dates",
            );
        }
    }

    fn shown(&mut self, scene: Scene) -> (Page, Sheet) {
        self.model.screens.home();
        if !matches!(scene, Scene::Home) {
            self.model.screens.show(scene);
        }
        let (columns, rows) = body_size(self.size.0, self.size.1);
        let page = page(&self.model.derive(), columns, rows);
        let sheet = lay(&page, columns, rows);
        (page, sheet)
    }

    /// Reports the words of the pack that are longer than a row of a screen.
    fn whole(&mut self, scene: Scene, part: &str) -> Sheet {
        let (page, sheet) = self.shown(scene);
        let here = here(self.model, self.lang, self.size);
        let words = Words::of(self.model, self.lang, "pack");
        let rooms = Words::in_file(self.model, "data/desks.toml".to_owned());
        for cut in cut(&page, body_size(self.size.0, self.size.1).0) {
            let places = [&words, &rooms].map(|file| file.place_of_word(cut.word));
            // What neither says is the main language's, and reported there, or the program's.
            let place = places.into_iter().find(|place| place.span.is_some());
            let fault = place.map(|place| cut.fault(&here, part, place));
            self.faults.extend(fault);
        }
        sheet
    }

    /// Reports the first line to choose that is not in sight; `said` says by what file and message.
    fn in_sight(
        &mut self,
        sheet: &Sheet,
        lines: usize,
        of: &str,
        said: impl Fn(usize) -> (String, String),
    ) {
        let (_, height) = body_size(self.size.0, self.size.1);
        let Some(line) = below_fold(sheet, lines, height) else {
            return;
        };
        let (file, message) = said(line);
        let words = Words::of(self.model, self.lang, &file);
        // Words that are not there yet are missing, and do not also fit badly.
        if words.are_there() {
            let place = words.place(&message, "");
            self.below_fold(&format!("line {} {of}", line + 1), place);
        }
    }

    fn field_in_sight(&mut self, sheet: &Sheet, reason: &ReasonId) {
        let (_, height) = body_size(self.size.0, self.size.1);
        if sheet.field.is_some_and(|(row, _)| row >= height) {
            let words = Words::of(self.model, self.lang, "pack");
            let place = words.place(&format!("reason-{reason}"), "asks");
            self.below_fold(&format!("the field for the day of `{reason}`"), place);
        }
    }

    fn below_fold(&mut self, what: &str, place: Place) {
        let here = here(self.model, self.lang, self.size);
        let message = format!("{here}, {what} is below the fold");
        let fault = Diagnostic::new(Code::BelowFold, place, message);
        self.faults
            .push(fault.help("say it, and what stands above it, in fewer words"));
    }
}
