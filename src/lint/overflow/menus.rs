//! Whether the screens fit that are no flow's: the menu, the desks, and when something closes.

use tui_input::Input;

use super::measure::{SIZES, ScreenSize};
use super::moments::SpokenLang;
use crate::app::{ClosingQuestion, Model, Scene};
use crate::diagnostic::{Code, Diagnostic, FilePlace};
use crate::i18n::{Lang, Text, words_path};
use crate::id::{DeskId, ReasonId};
use crate::lint::pack_words::PackWords;
use crate::pack::{MenuEntry, Pack};
use crate::ui::{Bilingual, Block, INDENT, Page, Sheet};

/// How many rows a title may take at each of the sizes.
const TITLE_ROWS: [usize; 2] = [1, 2];

pub(super) fn check(
    model: &mut Model,
    pack: &Pack,
    words: &PackWords<'_>,
    langs: &[SpokenLang],
) -> Vec<Diagnostic> {
    let desks: Vec<DeskId> = pack
        .known()
        .desks
        .iter()
        .map(|desk| DeskId::clone(&desk.id))
        .collect();
    let reasons = pack
        .closings()
        .into_iter()
        .flat_map(|closings| &closings.reasons);
    let reasons: Vec<ReasonId> = reasons.map(|reason| ReasonId::clone(&reason.id)).collect();
    let mut faults = Vec::new();
    for SpokenLang { lang, longest } in langs {
        (model.desk.lang, model.person, model.now) = (*lang, *lang, *longest);
        let mut screens = MenuScreens {
            model,
            words,
            lang: *lang,
            size: ScreenSize::NARROW,
            faults: &mut faults,
        };
        screens.titles();
        for size in SIZES {
            screens.size = size;
            screens.menu();
            screens.desks(&desks);
            screens.closing(&reasons);
        }
    }
    faults
}

/// A title that does not fit the menu: one row at the wide size, two at the narrow one.
pub(super) fn title(
    model: &Model,
    text: &Text<'_>,
    lang: Lang,
    place: FilePlace,
) -> Option<Diagnostic> {
    let title = model.words().voice(lang).say_if_any(text)?;
    let mut page = Page::default();
    page.add(Block::Pick(Bilingual::from(title).into()));
    let mut sizes = SIZES.into_iter().zip(TITLE_ROWS);
    sizes.find_map(|(size, most)| {
        let here = size.told(model, lang);
        if let Some(long) = size.long_words(&page).first() {
            return Some(long.fault(&here, "the title", place.clone()));
        }
        let rows = size.lay_tight(&page).rows.len();
        let room = size.columns().saturating_sub(INDENT + 1);
        let message = format!("{here}, the title takes {rows} rows");
        let fault = Diagnostic::new(Code::TitleTooLong, place.clone(), message);
        (rows > most).then(|| fault.help(format!("make it fit {most} of {room} columns")))
    })
}

/// The screens in one language, at one size.
struct MenuScreens<'m> {
    model: &'m mut Model,
    words: &'m PackWords<'m>,
    lang: Lang,
    size: ScreenSize,
    faults: &'m mut Vec<Diagnostic>,
}

impl MenuScreens<'_> {
    fn titles(&mut self) {
        for message in ["menu-closing", "menu-desks"] {
            let text = Text::Pack(message.to_owned());
            let place = self.said("pack", message, "");
            let fault = place.and_then(|place| title(self.model, &text, self.lang, place));
            self.faults.extend(fault);
        }
    }

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
        let page = self.size.page(self.model);
        let sheet = self.size.lay(&page);
        (page, sheet)
    }

    /// Reports the words of the pack that are longer than a row of a screen.
    fn whole(&mut self, scene: Scene, part: &str) -> Sheet {
        let (page, sheet) = self.shown(scene);
        let here = self.size.told(self.model, self.lang);
        for long in self.size.long_words(&page) {
            // What the pack does not say is the main language's, and reported there, or the program's.
            let place = self.place_of_word(long.word);
            self.faults
                .extend(place.map(|place| long.fault(&here, part, place)));
        }
        sheet
    }

    /// Where the pack says a word: in its words, or as the room of a desk.
    fn place_of_word(&self, word: &str) -> Option<FilePlace> {
        let language = self.model.words().language(self.lang);
        let words = self.words.get(&words_path(language, "pack"));
        let mut desks = self.model.pack().known().desks.iter();
        let room = || {
            let desk = desks.find(|desk| desk.room.contains(word))?;
            Some(FilePlace::span("data/desks.toml", desk.room.span()))
        };
        words
            .and_then(|words| words.long_word(None, word))
            .or_else(room)
    }

    /// Where something is said in this language; words that are not there yet are missing, and do
    /// not also fit badly.
    fn said(&self, file: &str, message: &str, attribute: &str) -> Option<FilePlace> {
        let path = words_path(self.model.words().language(self.lang), file);
        let file = self.words.get(&path).filter(|file| !file.text.is_empty());
        Some(file?.place_of((message, attribute)))
    }

    /// Reports the first line to choose that is not in sight; `said` says by what file and message.
    fn in_sight(
        &mut self,
        sheet: &Sheet,
        lines: usize,
        of: &str,
        said: impl Fn(usize) -> (String, String),
    ) {
        if let Some(line) = self.size.below_fold(sheet, lines) {
            let (file, message) = said(line);
            let place = self.said(&file, &message, "");
            self.below_fold(&format!("line {} {of}", line + 1), place);
        }
    }

    fn field_in_sight(&mut self, sheet: &Sheet, reason: &ReasonId) {
        if sheet.field.is_some_and(|(row, _)| row >= self.size.rows()) {
            let place = self.said("pack", &format!("reason-{reason}"), "asks");
            self.below_fold(&format!("the field for the day of `{reason}`"), place);
        }
    }

    fn below_fold(&mut self, what: &str, place: Option<FilePlace>) {
        let here = self.size.told(self.model, self.lang);
        let message = format!("{here}, {what} is below the fold");
        let fault = place.map(|place| Diagnostic::new(Code::BelowFold, place, message));
        let help = "say it, and what stands above it, in fewer words";
        self.faults.extend(fault.map(|fault| fault.help(help)));
    }
}
