use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use chrono::{DateTime, FixedOffset, TimeDelta};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::*;
use crate::app::{DeskSettings, Model, Scene, update};
use crate::i18n::negotiate;
use crate::pack::{Files, Pack};
use crate::ui;

/// A list of three rows with a marker, and a log of what it was told.
#[derive(Default)]
struct Rows {
    marked: u16,
    told: Vec<Event>,
    wakes_in: Option<TimeDelta>,
}

impl Desk for Rows {
    fn handle(&mut self, event: Event, _: DateTime<FixedOffset>) -> Vec<Effect> {
        self.told.push(event.clone());
        match event {
            Event::Key(Key::Down) => self.marked += 1,
            Event::Key(Key::Char('q')) => return vec![Effect::Leave],
            Event::Key(Key::Char('b')) => return vec![Effect::Bell],
            Event::Key(Key::Char('c')) => return vec![Effect::Copy("foo".into())],
            Event::Tick => self.wakes_in = None,
            _ => {}
        }
        Vec::new()
    }

    fn draw(
        &mut self,
        area: Rect,
        buffer: &mut Buffer,
        _: DateTime<FixedOffset>,
    ) -> Option<Position> {
        let rows = ["one", "two", "three"].into_iter().take(area.height.into());
        for (y, row) in (0..).zip(rows) {
            let marker = if y == self.marked { ">" } else { " " };
            buffer.set_string(0, y, format!("{marker} {row}"), Style::new());
        }
        Some(Position::new(0, self.marked))
    }

    fn wakes_at(&self, now: DateTime<FixedOffset>) -> DateTime<FixedOffset> {
        now + self.wakes_in.unwrap_or(TimeDelta::minutes(1))
    }
}

/// Plays a script, one line a wait, and gives end of file after it.
#[derive(Default)]
struct Script {
    lines: VecDeque<Vec<Heard>>,
    written: Pictures,
    waits: Vec<Duration>,
    stops: usize,
    resumes: usize,
}

impl Script {
    fn of(lines: impl IntoIterator<Item = Vec<Heard>>) -> Self {
        Self {
            lines: lines.into_iter().collect(),
            ..Self::default()
        }
    }

    fn written(&self) -> Vec<String> {
        self.written.0.borrow().clone()
    }
}

impl Device for Script {
    fn size(&self) -> (u16, u16) {
        (20, 5)
    }

    fn wait(&mut self, longest: Duration, heard: &mut Vec<Heard>) -> io::Result<()> {
        self.waits.push(longest);
        heard.extend(self.lines.pop_front().ok_or(io::ErrorKind::UnexpectedEof)?);
        Ok(())
    }

    fn stop(&mut self, heard: &mut Vec<Heard>) -> io::Result<()> {
        self.stops += 1;
        heard.push(Heard::Continued);
        Ok(())
    }

    fn resume(&mut self) -> io::Result<()> {
        self.resumes += 1;
        Ok(())
    }
}

/// All that was written, one string a write.
#[derive(Clone, Default)]
struct Pictures(Rc<RefCell<Vec<String>>>);

impl Pictures {
    fn take(&self) -> String {
        self.0.take().concat()
    }
}

impl Write for Pictures {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let text = String::from_utf8(bytes.to_vec()).unwrap();
        self.0.borrow_mut().push(text);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn key(name: &str) -> Heard {
    Heard::Event(Event::Key(name.parse().unwrap()))
}

fn played(script: &mut Script) -> Rows {
    let mut desk = Rows::default();
    let writer = script.written.clone();
    run(&mut desk, script, writer, Options::default()).unwrap();
    desk
}

#[test]
fn keys_that_come_together_are_drawn_once() {
    let mut script = Script::of([vec![key("↓"), key("↓")], vec![key("q")]]);
    let desk = played(&mut script);
    assert_eq!(desk.marked, 2);
    assert_eq!(script.written().len(), 2);
}

#[test]
fn what_changes_nothing_writes_nothing() {
    let mut script = Script::of([vec![key("x")], vec![], vec![], vec![key("q")]]);
    played(&mut script);
    assert_eq!(script.written().len(), 1);
}

#[test]
fn control_c_leaves_whatever_the_desk_does() {
    let mut script = Script::of([vec![key("Ctrl-C"), key("↓")]]);
    assert_eq!(played(&mut script).told, []);
}

#[test]
fn it_stops_and_draws_everything_again() {
    let mut script = Script::of([vec![key("Ctrl-Z")], vec![Heard::Stop], vec![key("q")]]);
    played(&mut script);
    assert_eq!((script.stops, script.resumes), (2, 2));
    assert_eq!(script.written().len(), 3);
    assert_eq!(script.written()[0], script.written()[2]);
}

#[test]
fn after_any_sizes_the_picture_is_that_of_a_fresh_start() {
    let sizes =
        [(1, 1), (300, 100), (0, 0), (20, 5)].map(|(x, y)| vec![Heard::Event(Event::Resize(x, y))]);
    let mut script = Script::of(sizes.into_iter().chain([vec![key("q")]]));
    let desk = played(&mut script);
    assert_eq!(script.written().first(), script.written().last());
    assert_eq!(
        desk.told[2],
        Event::Resize(80, 24),
        "a terminal that was never told its size"
    );
}

#[test]
fn effects_go_out_with_the_picture() {
    let mut script = Script::of([vec![key("b")], vec![key("c"), key("↓")], vec![key("q")]]);
    played(&mut script);
    assert_eq!(script.written()[1], "\x07");
    assert!(
        script.written()[2].starts_with("\x1b]52;c;Zm9v\x1b\\"),
        "{:?}",
        script.written()[2]
    );
}

#[test]
fn it_sleeps_until_the_desk_wakes_and_tells_it() {
    let mut desk = Rows {
        wakes_in: Some(TimeDelta::seconds(-5)),
        ..Rows::default()
    };
    let mut script = Script::of([vec![], vec![], vec![key("q")]]);
    run(
        &mut desk,
        &mut script,
        Pictures::default(),
        Options::default(),
    )
    .unwrap();
    assert_eq!(desk.told, [Event::Tick, Event::Key(Key::Char('q'))]);
    let minute = Duration::from_millis(60_001);
    assert_eq!(script.waits, [SHORTEST_WAIT, minute, minute]);
}

#[test]
fn a_terminal_that_has_gone_ends_it() {
    let ended = run(
        &mut Rows::default(),
        &mut Script::default(),
        Pictures::default(),
        Options::default(),
    );
    assert_eq!(ended.unwrap_err().kind(), io::ErrorKind::UnexpectedEof);
}

/// The real desk, drawn as a session draws it.
struct RealDesk {
    model: Model,
    screen: Screen<Pictures>,
    written: Pictures,
}

impl RealDesk {
    fn open(lang: &str, columns: u16, rows: u16) -> Self {
        let pack = Pack::open(Files::embedded()).unwrap();
        let lang = negotiate(lang, &pack.manifest().languages).unwrap();
        let settings = DeskSettings {
            lang,
            stale_after: 180,
            ..DeskSettings::default()
        };
        let now = DateTime::parse_from_rfc3339("2026-11-24T23:58:30+01:00").unwrap();
        let written = Pictures::default();
        let can = Capabilities::default();
        let mut desk = Self {
            model: Model::new(pack, settings, now),
            screen: Screen::new((columns, rows), can, written.clone()).unwrap(),
            written,
        };
        desk.bytes();
        desk
    }

    /// What reaches the terminal after an event.
    fn bytes_of(&mut self, event: Event) -> String {
        let now = self.model.now;
        update(&mut self.model, event, now);
        self.bytes()
    }

    fn bytes(&mut self) -> String {
        let model = &mut self.model;
        let draw = |area: Rect, buffer: &mut Buffer| {
            let drawn = ui::draw(model, area, buffer);
            model.measured = drawn.measured;
            drawn.cursor
        };
        self.screen.show(draw).unwrap();
        self.written.take()
    }
}

const WALKED: &[&str] = &[
    "1", "2", "3", "4", "5", "6", "7", "8", "9", "↓", "↑", "Enter", "←", "Esc", "F1", "F2", "F3",
    "F4", "PgDn", "PgUp", "End", "/", "q",
];

/// Always the same keys, in no order.
fn any_keys(count: u32) -> impl Iterator<Item = Key> {
    let mut state = 0x2545_f491_u32;
    (0..count).map(move |_| {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        WALKED[state as usize % WALKED.len()].parse().unwrap()
    })
}

#[test]
fn a_key_costs_a_slow_line_at_most_two_thousand_bytes() {
    for lang in ["nl", "fr"] {
        let mut desk = RealDesk::open(lang, 80, 24);
        for key in any_keys(2_000) {
            let bytes = desk.bytes_of(Event::Key(key)).len();
            let scene = desk.model.scene();
            // A code is one picture of many small parts, and is asked for.
            let code = matches!(scene, Scene::LinkQr(_) | Scene::DateQr(..));
            let most = if code { 3_000 } else { 2_000 };
            assert!(bytes <= most, "{bytes} bytes for {key} in {scene:?}");
        }
    }
}

#[test]
fn a_minute_costs_a_slow_line_at_most_two_hundred_bytes() {
    let mut desk = RealDesk::open("nl", 80, 24);
    for keys in ["", "3 1 1", "Esc 3 1 2", "Esc"] {
        for key in keys.split_whitespace() {
            desk.bytes_of(Event::Key(key.parse().unwrap()));
        }
        for _ in 0..3 {
            desk.model.now += TimeDelta::minutes(1);
            let bytes = desk.bytes_of(Event::Tick).len();
            assert!((1..=200).contains(&bytes), "{bytes} bytes after {keys}");
        }
    }
}

#[test]
fn a_marker_that_moves_writes_its_rows_and_no_other() {
    for keys in ["", "3", "3 1", "7", "3 1 1 t"] {
        let mut desk = RealDesk::open("nl", 80, 24);
        for key in keys.split_whitespace() {
            desk.bytes_of(Event::Key(key.parse().unwrap()));
        }
        for name in ["↓", "↓", "↑", "↑"] {
            let bytes = desk.bytes_of(Event::Key(name.parse().unwrap()));
            let jumps = bytes.matches('H').count();
            assert!(
                bytes.len() <= 70 && jumps <= 3,
                "{name} after {keys}: {bytes:?}"
            );
            assert!(!bytes.contains("\x1b[2J") && !bytes.contains('\n'));
        }
    }
}

#[test]
fn the_cursor_is_shown_on_every_screen() {
    for (columns, rows) in [(80, 24), (40, 12), (200, 60), (20, 3)] {
        let mut desk = RealDesk::open("nl", columns, rows);
        for key in any_keys(500) {
            let bytes = desk.bytes_of(Event::Key(key));
            assert!(
                !bytes.ends_with("\x1b[?25l"),
                "{key} in {:?}",
                desk.model.scene()
            );
        }
    }
}
