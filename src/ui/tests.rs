//! What a picture costs: every open case is replayed once, however many parts show it.

#![allow(clippy::unwrap_used)]

use chrono::DateTime;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::draw;
use crate::app::event::Event;
use crate::app::key::Key;
use crate::app::{DeskSettings, Model, update};
use crate::pack::{Files, Pack};

fn desk(keys: &str) -> Model {
    let pack = Pack::open(Files::embedded()).unwrap();
    let now = DateTime::parse_from_rfc3339("2026-11-24T14:19:00+01:00").unwrap();
    let mut model = Model::new(pack, DeskSettings::default(), now);
    for key in keys.chars() {
        update(&mut model, Event::Key(Key::Char(key)), now);
    }
    model
}

fn replays(model: &Model) -> Vec<usize> {
    let cases = model.cases().iter();
    cases.map(|open| open.case.replays.take()).collect()
}

#[test]
fn a_picture_replays_each_case_once() {
    for keys in ["31", "32", "311", "11", "11t", "11d", "11q"] {
        for (width, height) in [(40, 12), (80, 24), (140, 40)] {
            let model = desk(keys);
            replays(&model);
            let area = Rect::new(0, 0, width, height);
            draw(&model, area, &mut Buffer::empty(area));
            assert_eq!(replays(&model), [1], "{keys} at {width} × {height}");
        }
    }
}

#[test]
fn a_digit_replays_a_case_at_most_four_times() {
    let mut model = desk("3");
    replays(&model);
    let now = model.now;
    update(&mut model, Event::Key(Key::Char('1')), now);
    // Whether a wait has ended, what the digit means, the reply itself, and where the marker goes then.
    assert_eq!(replays(&model), [4]);
}
