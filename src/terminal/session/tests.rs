use std::collections::VecDeque;

use chrono::{DateTime, FixedOffset, TimeDelta};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::*;

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
    written: Vec<String>,
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

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.written
            .push(String::from_utf8(bytes.to_vec()).unwrap());
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

fn key(name: &str) -> Heard {
    Heard::Key(name.parse().unwrap())
}

fn played(script: &mut Script) -> Rows {
    let mut desk = Rows::default();
    run(&mut desk, script, Options::default()).unwrap();
    desk
}

#[test]
fn keys_that_come_together_are_drawn_once() {
    let mut script = Script::of([vec![key("↓"), key("↓")], vec![key("q")]]);
    let desk = played(&mut script);
    assert_eq!(desk.marked, 2);
    assert_eq!(script.written.len(), 2);
}

#[test]
fn what_changes_nothing_writes_nothing() {
    let mut script = Script::of([vec![key("x")], vec![], vec![], vec![key("q")]]);
    played(&mut script);
    assert_eq!(script.written.len(), 1);
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
    assert_eq!(script.written.len(), 3);
    assert_eq!(script.written[0], script.written[2]);
}

#[test]
fn after_any_sizes_the_picture_is_that_of_a_fresh_start() {
    let sizes = [(1, 1), (300, 100), (0, 0), (20, 5)].map(|(x, y)| vec![Heard::Size(x, y)]);
    let mut script = Script::of(sizes.into_iter().chain([vec![key("q")]]));
    let desk = played(&mut script);
    assert_eq!(script.written.first(), script.written.last());
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
    assert_eq!(script.written[1], "\x07");
    assert!(
        script.written[2].starts_with("\x1b]52;c;Zm9v\x07 "),
        "{:?}",
        script.written[2]
    );
}

#[test]
fn it_sleeps_until_the_desk_wakes_and_tells_it() {
    let mut desk = Rows {
        wakes_in: Some(TimeDelta::seconds(-5)),
        ..Rows::default()
    };
    let mut script = Script::of([vec![], vec![], vec![key("q")]]);
    run(&mut desk, &mut script, Options::default()).unwrap();
    assert_eq!(desk.told, [Event::Tick, Event::Key(Key::Char('q'))]);
    let minute = Duration::from_millis(60_001);
    assert_eq!(script.waits, [SHORTEST_WAIT, minute, minute]);
}

#[test]
fn a_terminal_that_has_gone_ends_it() {
    let ended = run(
        &mut Rows::default(),
        &mut Script::default(),
        Options::default(),
    );
    assert_eq!(ended.unwrap_err().kind(), io::ErrorKind::UnexpectedEof);
}
