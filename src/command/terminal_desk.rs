//! The desk itself, on a real terminal.

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::indexing::Indexing;
use super::setup::Setup;
use super::watch::{Folder, Watch};
use super::{CLEAN, Failure, clock, opening, plain, printing, saving, setup};
use crate::app::event::{Effect, Event};
use crate::app::{Model, open_with, update};
use crate::cli::{Opens, Options};
use crate::i18n::Moment;
use crate::settings::Settings;
use crate::terminal::clock::Clock;
use crate::terminal::{self, Capabilities, Letters, Surface, Waker, require_terminal};
use crate::ui;

pub(super) fn run(options: &Options, asked: Opens, plain: bool) -> Result<u8, Failure> {
    let clock = clock::clock(options.now.as_deref())?;
    let setup = setup::open(options)?;
    let opening = opening::opening(&setup.pack, asked)?;
    let kind = printing::kind();
    let session = session(kind, &setup.settings, clock);
    let folder = folder(&setup);
    let mut model = setup.model(clock.now());
    let effects = open_with(&mut model, opening);
    if plain || takes_lines_only(kind.surface) {
        return plain::run(model, clock);
    }
    require_terminal()?;
    let mut counter = Counter {
        model,
        indexing: None,
        folder,
        watch: None,
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

/// The folder that the pack comes from, if it does.
fn folder(setup: &Setup) -> Option<Folder> {
    Some(Folder {
        path: setup.pack_folder.value.clone()?,
        settings: setup.folder.clone(),
        files: Ok(Arc::clone(setup.pack.files())),
    })
}

fn session(kind: Capabilities, settings: &Settings, clock: Clock) -> terminal::Options {
    let letters = match (settings.ascii.value, kind.letters) {
        (true, _) => Letters::Ascii,
        // Asked for against what the locale says.
        (false, Letters::Ascii) => Letters::All,
        (false, letters) => letters,
    };
    let capabilities = Capabilities { letters, ..kind };
    terminal::Options {
        clock,
        capabilities,
    }
}

/// The model as the terminal sees it.
struct Counter {
    model: Model,
    /// The index of a large pack, while it is being read.
    indexing: Option<Indexing>,
    /// Where the pack comes from, until it is watched.
    folder: Option<Folder>,
    watch: Option<Watch>,
}

impl Counter {
    /// Does what is asked of neither model nor terminal.
    fn outside(&mut self, effects: &[Effect]) {
        if effects.contains(&Effect::ReadIndex) {
            self.indexing = Some(Indexing::begin(Arc::clone(self.model.pack().files())));
        }
    }

    fn take_index(&mut self) {
        if let Some(finder) = self.indexing.as_ref().and_then(Indexing::done) {
            self.indexing = None;
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
                self.indexing = None;
                let effects = self.model.reload(pack);
                self.outside(&effects);
            }
            Err(fault) => self.model.not_taken = Some(fault),
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

    fn wakes_at(&self, _: Moment) -> Moment {
        self.model.wakes_at()
    }

    fn is_shown(&mut self, waker: Waker) {
        let folder = self.folder.take();
        self.watch = folder.map(|folder| Watch::start(folder, move || waker.wake()));
    }
}
