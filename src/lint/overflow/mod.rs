//! Whether every screen fits, in every language, and in each pair of the desk's language and the
//! person's. Laid out, never drawn.

mod flows;
mod menus;

use std::rc::Rc;

use chrono::{NaiveDate, NaiveTime};
use unicode_width::UnicodeWidthStr;

use super::pack_words::PackWords;
use crate::app::{DeskSettings, Model};
use crate::diagnostic::{Code, Diagnostic, FilePlace};
use crate::i18n::{Lang, Moment, Voice, date_line};
use crate::pack::Pack;
use crate::ui::{Block, INDENT, Page, Sheet, body_size, lay, lay_tight, page};

pub(super) fn check(pack: &Rc<Pack>, words: &PackWords<'_>) -> Vec<Diagnostic> {
    let mut model = Model::new(Rc::clone(pack), DeskSettings::default(), Moment::default());
    let voices = model.words().langs().map(|lang| model.words().voice(lang));
    let langs: Vec<SpokenLang> = voices.map(SpokenLang::of).collect();
    let mut faults = menus::check(&mut model, pack, words, &langs);
    model.screens.home();
    faults.extend(flows::check(&mut model, pack, words, &langs));
    faults
}

/// A language that people speak, and a midnight whose day takes most room in it: what the clock
/// shows must not decide what a check finds, so a wait ends here on the day that is longest to say.
struct SpokenLang {
    lang: Lang,
    longest: Moment,
}

impl SpokenLang {
    fn of(voice: Voice<'_>) -> Self {
        // One year has every month and weekday.
        let first = NaiveDate::from_yo_opt(2026, 1).unwrap_or_default();
        let midnights = first.iter_days().take(365);
        let midnights = midnights.map(|day| day.and_time(NaiveTime::MIN).and_utc().fixed_offset());
        let width = |moment: &Moment| date_line(voice, moment).width();
        Self {
            lang: voice.lang(),
            longest: midnights.max_by_key(width).unwrap_or_default(),
        }
    }
}

/// Columns and rows of a screen.
#[derive(Clone, Copy, PartialEq, Eq)]
struct ScreenSize(u16, u16);

/// The sizes of the screen at which everything must fit.
const SIZES: [ScreenSize; 2] = [ScreenSize(80, 24), ScreenSize::NARROW];

impl ScreenSize {
    const NARROW: Self = Self(40, 12);

    /// The columns between the edges.
    fn columns(self) -> usize {
        body_size(self.0, self.1).0
    }

    /// The rows between header and footer.
    fn rows(self) -> usize {
        body_size(self.0, self.1).1
    }

    /// What a model shows.
    fn page(self, model: &Model) -> Page {
        page(&model.derive(), self.columns(), self.rows())
    }

    /// A page, as roomy as fits.
    fn lay(self, page: &Page) -> Sheet {
        lay(page, self.columns(), self.rows())
    }

    /// A page that has no room to spare.
    fn lay_tight(self, page: &Page) -> Sheet {
        lay_tight(page, self.columns())
    }

    /// Which screen is meant, in a language.
    fn told(self, model: &Model, lang: Lang) -> String {
        let (Self(width, height), language) = (self, model.words().language(lang));
        format!("at {width} × {height}, in `{language}`")
    }

    /// The first of so many lines to choose that is not seen whole. Replies come first; what may
    /// stand below the fold are the links after them, and how to go on after an end.
    fn below_fold(self, sheet: &Sheet, lines: usize) -> Option<usize> {
        let mut picks = sheet.picks.iter().take(lines);
        picks.position(|rows| rows.end > self.rows())
    }

    /// The words of a page that do not fit on a row, one for each sentence.
    fn long_words(self, page: &Page) -> Vec<LongWord<'_>> {
        let mut lines = 0;
        let mut long = Vec::new();
        for (block, words, indent) in sentences(page) {
            let line = matches!(block, Block::Pick(_)).then_some(lines);
            lines += usize::from(line.is_some());
            let room = self.columns().saturating_sub(indent + 1);
            // Rows break at spaces only.
            let mut words = words.split_ascii_whitespace();
            let word = words.find(|word| word.len() > room && word.width() > room);
            // An address is what nobody can make shorter.
            let word = word.filter(|word| line.is_some() || !word.contains(['/', '@']));
            long.extend(word.map(|word| LongWord { word, room, line }));
        }
        long
    }
}

/// A word that is longer than a row.
struct LongWord<'p> {
    word: &'p str,
    /// How many columns there are for it.
    room: usize,
    /// The line to choose that it is in, by its place.
    line: Option<usize>,
}

impl LongWord<'_> {
    /// The fault of it, in a part of a screen.
    fn fault(&self, here: &str, part: &str, place: FilePlace) -> Diagnostic {
        let Self { word, room, .. } = self;
        let message = format!("{here}, {part} is cut: `{word}` is longer than a row");
        let help = format!("a word may take {room} columns: use a shorter one");
        Diagnostic::new(Code::AnswerCut, place, message).help(help)
    }
}

/// The blocks of a page that say something: what, and after how many columns.
fn sentences(page: &Page) -> impl Iterator<Item = (&Block, &str, usize)> {
    let blocks = page.main.iter().chain(&page.side);
    blocks.filter_map(|block| {
        let (words, indent) = match block {
            Block::Say(said) => (&said.words, 2),
            Block::Step(said) => (&said.words, 4),
            Block::Pick(line) => (&line.said.words, INDENT),
            Block::Hint(words) | Block::LargeText(words) => (words, 2),
            _ => return None,
        };
        Some((block, words.as_str(), indent))
    })
}

/// Whether a page says a variable that it is not given, which is a fault of its own: nobody can
/// tell how long it will be.
fn is_unfinished(page: &Page) -> bool {
    sentences(page).any(|(_, words, _)| words.contains("{$"))
}
