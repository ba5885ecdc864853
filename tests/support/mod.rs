//! A desk to be tested: opened at a moment, worked by keys, read as text.

#![allow(dead_code, clippy::expect_used, clippy::panic)]

pub mod pack;

use balie::app::event::{Effect, Event};
use balie::app::key::Key;
use balie::app::{DeskSettings, Model, update};
use balie::i18n::{Lang, Moment, negotiate};
use balie::id::DeskId;
use balie::pack::{Files, Pack};
use balie::ui::draw;
use chrono::{NaiveDateTime, TimeDelta};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier};

/// A desk in Gent with the pack of the tests, on 24 November 2026 at 14:19, in Dutch, at 80 × 24.
pub struct Desk {
    pub model: Model,
    pub size: (u16, u16),
    pub effects: Vec<Effect>,
    pub cursor: Option<Position>,
}

pub fn moment(text: &str) -> Moment {
    let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").expect("a moment");
    let winter = chrono::FixedOffset::east_opt(3600).expect("an offset");
    local
        .and_local_timezone(winter)
        .single()
        .expect("one moment")
}

/// The pack that is in the program: its words and flows may change at any time.
pub fn shipped() -> Pack {
    Pack::open(Files::embedded()).expect("the shipped pack opens")
}

impl Desk {
    /// The moment that the desk shows.
    pub fn at(mut self, text: &str) -> Self {
        self.model.now = moment(text);
        self.draw();
        self
    }

    /// Types a text, character by character.
    pub fn types(mut self, text: &str) -> Self {
        let now = self.model.now;
        for c in text.chars() {
            let key = Event::Key(Key::Char(c));
            self.effects.extend(update(&mut self.model, key, now));
        }
        self.draw();
        self
    }

    pub fn open() -> Self {
        Self::with(pack::pack())
    }

    pub fn with(pack: Pack) -> Self {
        let settings = DeskSettings {
            campus: Some(DeskId::new("gent")),
            stale_after: 180,
            ..DeskSettings::default()
        };
        let mut desk = Self {
            model: Model::new(pack, settings, moment("2026-11-24T14:19")),
            size: (80, 24),
            effects: Vec::new(),
            cursor: None,
        };
        desk.draw();
        desk
    }

    pub fn size(mut self, width: u16, height: u16) -> Self {
        self.size = (width, height);
        self.draw();
        self
    }

    /// The language of the desk.
    pub fn desk_lang(mut self, name: &str) -> Self {
        let lang = self.lang(name);
        self.model.desk.lang = lang;
        self.model.person = lang;
        self.draw();
        self
    }

    fn lang(&self, name: &str) -> Lang {
        negotiate(name, self.model.words().languages()).expect("a language of the pack")
    }

    /// Presses keys, written as in `"3 1 Enter"`, drawing after each as the real desk does.
    pub fn keys(mut self, keys: &str) -> Self {
        for name in keys.split_whitespace() {
            self.press(name.parse().unwrap_or_else(|_| panic!("no key {name}")));
        }
        self
    }

    pub fn press(&mut self, key: Key) {
        let now = self.model.now;
        let effects = update(&mut self.model, Event::Key(key), now);
        self.effects.extend(effects);
        self.draw();
    }

    /// Pastes a text.
    pub fn paste(&mut self, text: &str) {
        let now = self.model.now;
        update(&mut self.model, Event::Paste(text.to_owned()), now);
        self.draw();
    }

    /// Lets minutes pass.
    pub fn minutes(mut self, minutes: i64) -> Self {
        let now = self.model.now + TimeDelta::minutes(minutes);
        self.effects
            .extend(update(&mut self.model, Event::Tick, now));
        self.draw();
        self
    }

    pub fn buffer(&mut self) -> Buffer {
        let area = Rect::new(0, 0, self.size.0, self.size.1);
        let mut buffer = Buffer::empty(area);
        let drawn = draw(&self.model, area, &mut buffer);
        self.model.measured = drawn.measured;
        self.cursor = drawn.cursor;
        buffer
    }

    pub fn draw(&mut self) {
        self.buffer();
    }

    /// The screen as text, rows trimmed.
    pub fn screen(&mut self) -> String {
        rows(&self.buffer(), |cell| cell.symbol().to_owned())
    }

    /// The styles of the screen: a letter per cell, `.` where nothing is special.
    pub fn styles(&mut self) -> String {
        rows(&self.buffer(), |cell| style(cell).to_string())
    }

    /// Whether the screen shows a text, line breaks aside.
    pub fn shows(&mut self, text: &str) -> bool {
        let screen = self.screen();
        let flat: Vec<&str> = screen.split_whitespace().collect();
        let wanted: Vec<&str> = text.split_whitespace().collect();
        flat.join(" ").contains(&wanted.join(" "))
    }
}

fn rows(buffer: &Buffer, show: impl Fn(&ratatui::buffer::Cell) -> String) -> String {
    let width = usize::from(buffer.area.width.max(1));
    let rows = buffer.content.chunks(width);
    rows.map(|row| {
        row.iter()
            .map(&show)
            .collect::<String>()
            .trim_end()
            .to_owned()
            + "\n"
    })
    .collect()
}

fn style(cell: &ratatui::buffer::Cell) -> char {
    match (cell.fg, cell.bg) {
        (Color::Black, Color::Cyan) => 'C',
        (Color::Black, Color::Yellow) => 'Y',
        (Color::Black, Color::White) => 'W',
        _ if cell.modifier.contains(Modifier::REVERSED) => 'R',
        _ if cell.modifier.contains(Modifier::BOLD) => 'b',
        _ if cell.modifier.contains(Modifier::ITALIC) => 'i',
        _ => '.',
    }
}

impl Desk {
    /// Where the case that is shown stands, as `flow/node`; otherwise empty.
    pub fn here(&self) -> String {
        let derived = self.model.derive();
        match derived.standing().map(|case| &case.walk.here) {
            Some(balie::case::Here::Node { place, .. }) => {
                format!("{}/{}", place.flow, place.node)
            }
            _ => String::new(),
        }
    }
}

impl Desk {
    /// Whether the screen shows a text, if need be after turning its pages.
    pub fn finds(&mut self, text: &str) -> bool {
        let mut seen = String::new();
        for _ in 0..20 {
            let screen = self.screen();
            if self.shows(text) {
                return true;
            }
            if screen == seen {
                return false;
            }
            seen = screen;
            self.press(Key::PageDown);
        }
        false
    }
}
