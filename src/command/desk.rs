//! The desk itself, on a real terminal.

use chrono::{Local, NaiveDate, NaiveDateTime};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::settings_folder::{self, Desk};
use super::{CLEAN, Failure};
use crate::app::event::{Effect, Event};
use crate::app::{DeskSettings, Model, update};
use crate::cli::Options;
use crate::locale::Moment;
use crate::terminal::clock::Clock;
use crate::terminal::{self, require_terminal};
use crate::ui;

pub(super) fn run(options: &Options) -> Result<u8, Failure> {
    let clock = clock(options.now.as_deref())?;
    require_terminal().map_err(terminal::Failure::from)?;
    let desk = settings_folder::open(options)?;
    let mut counter = Counter(model(desk, clock.now()));
    let session = terminal::Options {
        clock,
        ..terminal::Options::default()
    };
    terminal::run(&mut counter, session)?;
    Ok(CLEAN)
}

/// The clock of this machine, or one that shows another moment and runs on.
fn clock(now: Option<&str>) -> Result<Clock, Failure> {
    let Some(written) = now else {
        return Ok(Clock::default());
    };
    let moment = moment(written).ok_or_else(|| {
        let example = "2026-11-24T14:19, or 2026-11-24 for its midnight";
        Failure::Use(format!(
            "`{written}` is not a moment: write it as {example}"
        ))
    })?;
    Ok(Clock::set_to(moment))
}

fn moment(written: &str) -> Option<Moment> {
    let with_time = ["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%S"];
    let moment = with_time
        .iter()
        .find_map(|form| NaiveDateTime::parse_from_str(written, form).ok());
    let day = || written.parse::<NaiveDate>().ok()?.and_hms_opt(0, 0, 0);
    let local = moment.or_else(day)?.and_local_timezone(Local);
    local.earliest().map(|moment| moment.fixed_offset())
}

fn model(desk: Desk, now: Moment) -> Model {
    let settings = DeskSettings {
        campus: desk.settings.campus.value,
        lang: desk.settings.language.value,
        theme: desk.settings.theme.value,
        bell: desk.settings.bell.value,
        stale_after: desk.settings.stale_after.value,
        known: desk.local.known,
    };
    Model::new(desk.pack, settings, now)
}

/// The model as the terminal sees it.
struct Counter(Model);

impl terminal::Desk for Counter {
    fn handle(&mut self, event: Event, now: Moment) -> Vec<Effect> {
        update(&mut self.0, event, now)
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, now: Moment) -> Option<Position> {
        self.0.now = now;
        let drawn = ui::draw(&self.0, area, buffer);
        self.0.measured = drawn.measured;
        drawn.cursor
    }

    fn wakes_at(&self, _now: Moment) -> Moment {
        self.0.wakes_at()
    }
}
