//! What is measured.

use std::hint::black_box;

use balie::app::event::Event;
use balie::app::key::Key;
use balie::app::{DeskSettings, Finder, Model, Opening, open_with, update};
use balie::case::Case;
use balie::locale::{Moment, Words};
use balie::pack::{Files, Pack};
use balie::ui::draw;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::large;

/// One line of the table.
pub struct Row {
    pub name: &'static str,
    pub run: Box<dyn FnMut()>,
}

fn row(name: &'static str, run: impl FnMut() + 'static) -> Row {
    let run = Box::new(run);
    Row { name, run }
}

/// All rows, the baseline first; only `check` is missing as long as there is no such room.
pub fn rows() -> Vec<Row> {
    let mut rows = vec![
        row("baseline: parse one flow's TOML", || {
            let text = include_str!("../../data/flows/first-time.toml");
            black_box(text.parse::<toml::Table>().is_ok());
        }),
        row("open the shipped pack", || {
            black_box(Pack::open(Files::embedded()).is_ok());
        }),
        row("open it and draw the first frame", || {
            let mut desk = Desk::open(shipped());
            desk.draw();
        }),
        keys("key to frame: home, arrow down", "", Key::Down),
        keys("key to frame: a question, arrow down", "31", Key::Down),
        keys("key to frame: there and back", "3", Key::Char('1')),
        row("replay a case of six replies", replay()),
        row("read the shipped pack's index", || {
            let pack = shipped();
            black_box(Finder::of(&pack, &Words::of(&pack)));
        }),
    ];
    rows.push(typing("search, key to frame: the shipped pack", shipped()));
    for (name, entries) in [
        ("search, key to frame: 100 entries", 100),
        ("search, key to frame: 10,000 entries", 10_000),
        ("search, key to frame: 100,000 entries", 100_000),
    ] {
        rows.push(typing(
            name,
            Pack::open(large::files(entries)).expect("it opens"),
        ));
    }
    rows
}

fn shipped() -> Pack {
    Pack::open(Files::embedded()).expect("it opens")
}

/// A desk of 80 × 24 that draws on one buffer, as the terminal's loop does.
struct Desk {
    model: Model,
    buffer: Buffer,
    now: Moment,
}

impl Desk {
    fn open(pack: Pack) -> Self {
        let now: Moment = "2026-11-24T14:19:00+01:00".parse().expect("a moment");
        let settings = DeskSettings {
            stale_after: 180,
            ..DeskSettings::default()
        };
        Self {
            model: Model::new(pack, settings, now),
            buffer: Buffer::empty(Rect::new(0, 0, 80, 24)),
            now,
        }
    }

    fn key(&mut self, key: Key) {
        update(&mut self.model, Event::Key(key), self.now);
    }

    fn draw(&mut self) {
        self.buffer.reset();
        let drawn = draw(&self.model, self.buffer.area, &mut self.buffer);
        self.model.measured = drawn.measured;
        black_box(&self.buffer);
    }
}

fn keys(name: &'static str, before: &str, key: Key) -> Row {
    let mut desk = Desk::open(shipped());
    before.chars().for_each(|key| desk.key(Key::Char(key)));
    desk.draw();
    row(name, move || {
        desk.key(key);
        desk.draw();
        if matches!(key, Key::Char(_)) {
            desk.key(Key::Left);
            desk.draw();
        }
    })
}

fn replay() -> impl FnMut() {
    let mut desk = Desk::open(shipped());
    "1111111".chars().for_each(|key| desk.key(Key::Char(key)));
    let case: Case = desk.model.cases()[0].case.clone();
    assert!(case.whole_walk(desk.model.pack()).steps.len() >= 5);
    move || {
        black_box(case.whole_walk(desk.model.pack()).steps.len());
    }
}

/// What is typed, one key a run; then it is taken back and typed again.
const TYPED: &str = "account geblokkeert";

fn typing(name: &'static str, pack: Pack) -> Row {
    let mut desk = Desk::open(pack);
    let finder = Finder::of(desk.model.pack(), desk.model.words());
    open_with(&mut desk.model, Opening::Search(String::new()));
    desk.model.take_index(finder);
    let mut typed = TYPED.chars().cycle().enumerate();
    row(name, move || {
        let (at, key) = typed.next().expect("it goes round");
        if at % TYPED.chars().count() == 0 {
            desk.key(Key::Esc);
            desk.key(Key::Char('/'));
        }
        desk.key(Key::Char(key));
        desk.draw();
    })
}
