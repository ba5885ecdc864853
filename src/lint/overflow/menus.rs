//! Whether the screens fit that are no flow's: the menu, the desks, and when something closes.

use tui_input::Input;

use super::{SIZES, ScreenSize, SpokenLang};
use crate::app::{ClosingQuestion, Model, Scene};
use crate::diagnostic::{Code, Diagnostic, FilePlace};
use crate::i18n::{Lang, Text};
use crate::lint::pack_words::PackWords;
use crate::lint::words_file::WordsFile;
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
    let mut faults = Vec::new();
    for SpokenLang { lang, longest } in langs {
        (model.desk.lang, model.person, model.now) = (*lang, *lang, *longest);
        if let Some(file) = words.spoken(model.words().language(*lang), "pack") {
            for message in ["menu-closing", "menu-desks"] {
                let text = Text::Pack(message.to_owned());
                faults.extend(title(model, &text, *lang, file.place_of((message, ""))));
            }
        }
        for size in SIZES {
            let mut screens = MenuScreens {
                model,
                pack,
                words,
                lang: *lang,
                size,
                faults: &mut faults,
            };
            screens.menu();
            screens.desks();
            screens.closing();
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
    pack: &'m Pack,
    words: &'m PackWords<'m>,
    lang: Lang,
    size: ScreenSize,
    faults: &'m mut Vec<Diagnostic>,
}

impl MenuScreens<'_> {
    fn menu(&mut self) {
        self.model.screens.home();
        let sheet = self.size.lay(&self.size.page(self.model));
        let menu = self.pack.manifest().menu.iter();
        let said = menu.map(|entry| match entry {
            MenuEntry::Flow(flow) => (format!("flows/{flow}"), "title".to_owned()),
            MenuEntry::Closing => ("pack".to_owned(), "menu-closing".to_owned()),
            MenuEntry::Desks => ("pack".to_owned(), "menu-desks".to_owned()),
        });
        self.in_sight(&sheet, "of the menu", &said.collect::<Vec<_>>());
    }

    fn desks(&mut self) {
        for desk in &self.pack.known().desks {
            self.model.desk.campus = Some((*desk.id).clone());
            self.whole(Scene::Desks, "a line of the desks");
        }
        self.model.desk.campus = None;
    }

    fn closing(&mut self) {
        let closings = self.pack.closings().into_iter();
        let reasons = closings.flat_map(|closings| &closings.reasons);
        let reasons: Vec<_> = reasons.map(|reason| &*reason.id).collect();
        let said = reasons.iter();
        let said = said.map(|reason| ("pack".to_owned(), format!("reason-{reason}")));
        let sheet = self.whole(Scene::Reasons, "a reason");
        self.in_sight(&sheet, "of the reasons", &said.collect::<Vec<_>>());
        let event = self.model.now.date_naive();
        for reason in reasons {
            let asks = Scene::Day(reason.clone(), Input::default());
            let sheet = self.whole(asks, "the question for a day");
            if sheet.field.is_some_and(|(row, _)| row >= self.size.rows()) {
                let what = format!("the field for the day of `{reason}`");
                self.below_fold(&what, "pack", (&format!("reason-{reason}"), "asks"));
            }
            let reason = reason.clone();
            let dates = Scene::Dates(ClosingQuestion { reason, event });
            self.whole(dates, "a line of the dates");
        }
    }

    /// Reports the words of the pack that are longer than a row of a screen.
    fn whole(&mut self, scene: Scene, part: &str) -> Sheet {
        self.model.screens.home();
        self.model.screens.show(scene);
        let page = self.size.page(self.model);
        let here = self.size.told(self.model, self.lang);
        for long in self.size.long_words(&page) {
            // What the pack does not say is the main language's, and reported there, or the program's.
            let place = self.place_of_word(long.word);
            let fault = place.map(|place| long.fault(&here, part, place));
            self.faults.extend(fault);
        }
        self.size.lay(&page)
    }

    /// The words of this language.
    fn file(&self, name: &str) -> Option<&WordsFile<'_>> {
        let language = self.model.words().language(self.lang);
        self.words.spoken(language, name)
    }

    /// Where the pack says a word: in its words, or as the room of a desk.
    fn place_of_word(&self, word: &str) -> Option<FilePlace> {
        let words = self.file("pack");
        let said = words.and_then(|words| words.long_word(None, word));
        said.or_else(|| {
            let mut desks = self.pack.known().desks.iter();
            let desk = desks.find(|desk| desk.room.contains(word))?;
            Some(FilePlace::span("data/desks.toml", desk.room.span()))
        })
    }

    /// Reports the first line to choose that is not in sight, each by the file and the message
    /// that say it.
    fn in_sight(&mut self, sheet: &Sheet, of: &str, said: &[(String, String)]) {
        let line = self.size.below_fold(sheet, said.len());
        if let Some((line, (file, message))) = line.and_then(|line| Some((line, said.get(line)?))) {
            self.below_fold(&format!("line {} {of}", line + 1), file, (message, ""));
        }
    }

    fn below_fold(&mut self, what: &str, file: &str, key: (&str, &str)) {
        let here = self.size.told(self.model, self.lang);
        let message = format!("{here}, {what} is below the fold");
        let place = self.file(file).map(|file| file.place_of(key));
        let fault = place.map(|place| Diagnostic::new(Code::BelowFold, place, message));
        let help = "say it, and what stands above it, in fewer words";
        self.faults.extend(fault.map(|fault| fault.help(help)));
    }
}
