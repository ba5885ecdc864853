//! What is measured.

use std::hint::black_box;
use std::rc::Rc;

use balie::app::event::Event;
use balie::app::key::Key;
use balie::app::{DeskSettings, Finder, Model, Opening, open_with, update};
use balie::case::Case;
use balie::i18n::{Localizer, Moment};
use balie::lint::check;
use balie::pack::{Files, Pack};
use balie::ui::{Drawn, draw};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::large;

/// What is repeated.
pub type Run = Box<dyn FnMut()>;

/// One line of the table: its name, and how to make ready what is repeated.
pub struct Row {
    pub name: &'static str,
    pub ready: Box<dyn FnOnce() -> Run>,
}

fn row<R: FnMut() + 'static>(name: &'static str, ready: impl FnOnce() -> R + 'static) -> Row {
    let ready = Box::new(|| Box::new(ready()) as Run);
    Row { name, ready }
}

/// All rows, the baseline first.
pub fn rows() -> Vec<Row> {
    vec![
        row("baseline: parse one flow's TOML", || {
            || {
                let text = include_str!("../../data/flows/first-time.toml");
                black_box(text.parse::<toml::Table>().is_ok());
            }
        }),
        row("open the shipped pack", || {
            || {
                black_box(Pack::open(Files::embedded()).is_ok());
            }
        }),
        row("open it and draw the first frame", || {
            || Desk::open(shipped()).draw()
        }),
        row("key to frame: home, arrow down", || keys("", Key::Down)),
        row("key to frame: a question, arrow down", || {
            keys("31", Key::Down)
        }),
        row("key to frame: home, another language", || {
            keys("", Key::F(2))
        }),
        row("two keys to frames: a reply and back", || {
            keys("3", Key::Char('1'))
        }),
        row("replay a case of six replies", replay),
        row("read the shipped pack's index", || {
            || {
                let pack = shipped();
                black_box(Finder::of(&pack, &Localizer::of(&pack)));
            }
        }),
        row("check the shipped pack, scenarios included", checking),
        row("search, key to frame: the shipped pack", || {
            typing(shipped())
        }),
        row("search, key to frame: 100 entries", || typing(large(100))),
        row("search, key to frame: 10,000 entries", || {
            typing(large(10_000))
        }),
        row("search, key to frame: 100,000 entries", || {
            typing(large(100_000))
        }),
    ]
}

fn large(entries: usize) -> Pack {
    Pack::open(large::files(entries)).expect("it opens")
}

fn shipped() -> Pack {
    Pack::open(Files::embedded()).expect("it opens")
}

/// The moment of all that depends on one.
const NOW: &str = "2026-11-24T14:19:00+01:00";

/// A desk of 80 × 24 that draws on one buffer, as the terminal's loop does.
struct Desk {
    model: Model,
    buffer: Buffer,
    drawn: Drawn,
    now: Moment,
}

impl Desk {
    fn open(pack: Pack) -> Self {
        let now: Moment = NOW.parse().expect("a moment");
        let settings = DeskSettings {
            stale_after: 180,
            ..DeskSettings::default()
        };
        Self {
            model: Model::new(pack, settings, now),
            buffer: Buffer::empty(Rect::new(0, 0, 80, 24)),
            drawn: Drawn::default(),
            now,
        }
    }

    fn key(&mut self, key: Key) {
        update(&mut self.model, Event::Key(key), self.now);
        self.draw();
    }

    fn draw(&mut self) {
        self.buffer.reset();
        self.drawn = draw(&self.model, self.buffer.area, &mut self.buffer);
        self.model.measured = self.drawn.measured;
        black_box(&self.buffer);
    }
}

fn keys(before: &str, key: Key) -> impl FnMut() + use<> {
    let mut desk = Desk::open(shipped());
    before.chars().for_each(|key| desk.key(Key::Char(key)));
    desk.draw();
    move || {
        desk.key(key);
        if matches!(key, Key::Char(_)) {
            desk.key(Key::Left);
        }
    }
}

fn checking() -> impl FnMut() {
    let now: Moment = NOW.parse().expect("a moment");
    move || {
        let findings = check(&Rc::new(shipped()), now);
        assert!(findings.faults.is_empty());
        black_box(findings.coverage);
    }
}

fn replay() -> impl FnMut() {
    let mut desk = Desk::open(shipped());
    "1111111".chars().for_each(|key| desk.key(Key::Char(key)));
    let case: Case = desk.model.cases()[0].case.clone();
    assert!(case.walk(desk.model.pack()).steps.len() >= 5);
    move || {
        black_box(case.walk(desk.model.pack()).steps.len());
    }
}

/// What is typed, one key a run; then it is taken back and typed again.
const TYPED: &str = "account geblokkeert";

fn typing(pack: Pack) -> impl FnMut() {
    let mut desk = Desk::open(pack);
    let finder = Finder::of(desk.model.pack(), desk.model.words());
    open_with(&mut desk.model, Opening::Search(String::new()));
    desk.model.take_index(finder);
    let mut typed = TYPED.chars().cycle().enumerate();
    move || {
        let (at, key) = typed.next().expect("it goes round");
        if at % TYPED.chars().count() == 0 {
            desk.key(Key::Esc);
            desk.key(Key::Char('/'));
        }
        desk.key(Key::Char(key));
    }
}
