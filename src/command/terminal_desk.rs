//! The desk itself, on a real terminal.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::reading::Reading;
use super::settings_folder::{self, Desk};
use super::watch::{self, Watch};
use super::{CLEAN, Failure, clock, opening, plain, printing, saving};
use crate::app::event::{Effect, Event};
use crate::app::{DeskSettings, Model, open_with, update};
use crate::cli::{Opens, Options};
use crate::i18n::Moment;
use crate::settings::{Origin, Settings, Theme};
use crate::terminal::clock::Clock;
use crate::terminal::kind::{Colours, Kind, Letters, Surface};
use crate::terminal::{self, require_terminal};
use crate::ui;

pub(super) fn run(options: &Options, asked: Opens, plain: bool) -> Result<u8, Failure> {
    let clock = clock::clock(options.now.as_deref())?;
    let desk = settings_folder::open(options)?;
    let opening = opening::opening(&desk.pack, asked)?;
    let kind = printing::kind();
    let session = session(kind, &desk.settings, clock);
    let (watch, settings) = (desk.pack_folder.value.clone(), desk.folder.clone());
    let mut model = model(desk, clock.now());
    let effects = open_with(&mut model, opening);
    if plain || takes_lines_only(kind.surface) {
        return plain::run(model, clock);
    }
    require_terminal().map_err(terminal::Failure::from)?;
    let mut counter = Counter {
        model,
        reading: None,
        watch: watch.map(|folder| Watch::start(folder, settings)),
    };
    counter.outside(&effects);
    terminal::run(&mut counter, session)?;
    Ok(CLEAN)
}

/// A terminal that cannot draw gets lines; so does one that does not say what it is.
fn takes_lines_only(surface: Surface) -> bool {
    match surface {
        Surface::Screen => false,
        Surface::Lines => true,
        Surface::Unsaid => require_terminal().is_ok(),
    }
}

fn session(kind: Kind, settings: &Settings, clock: Clock) -> terminal::Options {
    let no_color =
        settings.theme.value == Theme::None && settings.theme.origin == Origin::Environment;
    let letters = match (settings.ascii.value, kind.letters) {
        (true, _) => Letters::Ascii,
        // Asked for against what the locale says.
        (false, Letters::Ascii) => Letters::All,
        (false, letters) => letters,
    };
    terminal::Options {
        clock,
        letters,
        colours: if no_color {
            Colours::None
        } else {
            kind.colours
        },
    }
}

pub(super) fn model(desk: Desk, now: Moment) -> Model {
    let settings = DeskSettings {
        campus: desk.settings.campus.value,
        ascii: desk.settings.ascii.value,
        lang: desk.settings.language.value,
        theme: desk.settings.theme.value,
        bell: desk.settings.bell.value,
        stale_after: desk.settings.stale_after.value,
        known: desk.local.known,
        academic_years: desk.local.academic_years,
    };
    Model::new(desk.pack, settings, now)
}

/// The model as the terminal sees it.
struct Counter {
    model: Model,
    /// The index of a large pack, while it is being read.
    reading: Option<Reading>,
    /// What is saved in the pack's folder, where the pack comes from one.
    watch: Option<Watch>,
}

impl Counter {
    /// Does what is asked of neither model nor terminal.
    fn outside(&mut self, effects: &[Effect]) {
        if effects.contains(&Effect::ReadIndex) {
            self.reading = Some(Reading::begin(self.model.pack().files().clone()));
        }
    }

    fn take_index(&mut self) {
        if let Some(finder) = self.reading.as_ref().and_then(Reading::done) {
            self.reading = None;
            self.model.take_index(finder);
        }
    }

    /// Takes over what was saved; a fault leaves the content as it is.
    fn look(&mut self) {
        let Some(saved) = self.watch.as_ref().and_then(Watch::saved) else {
            return;
        };
        match saved {
            Ok(pack) => {
                // What is still being read of the content before is of no use.
                self.reading = None;
                let effects = self.model.reload(pack);
                self.outside(&effects);
            }
            Err(fault) => self.model.keep_content(fault),
        }
    }
}

impl terminal::Desk for Counter {
    fn handle(&mut self, event: Event, now: Moment) -> Vec<Effect> {
        self.take_index();
        self.look();
        let effects = update(&mut self.model, event, now);
        self.outside(&effects);
        let (save, others): (Vec<_>, Vec<_>) = effects
            .into_iter()
            .partition(|effect| matches!(effect, Effect::Save { .. }));
        let saved = save.into_iter().filter_map(saving::carry_out);
        let more = saved.flat_map(|saved| update(&mut self.model, Event::Saved(saved), now));
        others.into_iter().chain(more).collect()
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, now: Moment) -> Option<Position> {
        self.model.now = now;
        let drawn = ui::draw(&self.model, area, buffer);
        self.model.measured = drawn.measured;
        drawn.cursor
    }

    fn wakes_at(&self, now: Moment) -> Moment {
        let by_itself = self.model.wakes_at();
        match self.watch {
            Some(_) => by_itself.min(now + watch::PAUSE),
            None => by_itself,
        }
    }
}
