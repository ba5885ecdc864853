//! The desk itself, on a real terminal.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::setup::Setup;
use super::watch::{Folder, Saved, watch};
use super::{CLEAN, Failure, plain, printing, saving, setup};
use crate::app::event::{Effect, Event};
use crate::app::{Finder, Model, Opening, open_with, update};
use crate::cli::{Cli, Opens, Options};
use crate::diagnostic::unknown_name;
use crate::i18n::{Localizer, Moment};
use crate::id::FlowId;
use crate::pack::{Files, Pack};
use crate::settings::Settings;
use crate::terminal::clock::Clock;
use crate::terminal::{self, Capabilities, Letters, Surface, Waker, require_terminal};
use crate::ui;

pub(super) fn run(options: &Options, asked: Opens, plain: bool) -> Result<u8, Failure> {
    let clock = setup::clock(options)?;
    let setup = setup::open(options)?;
    let opening = opening(&setup.pack, asked)?;
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

/// What the desk opens with.
fn opening(pack: &Pack, asked: Opens) -> Result<Opening, Failure> {
    let Some(name) = asked.flow else {
        return Ok(asked.search.map_or(Opening::Home, Opening::Search));
    };
    let mut flows = pack.flow_ids();
    if let Some(flow) = flows.find(|flow| flow.as_str() == name) {
        return Ok(Opening::Flow(flow.clone()));
    }
    // What is no flow may also be a command that was mistyped.
    let commands = Cli::command_names();
    let flows = pack.flow_ids().map(FlowId::as_str);
    let known = flows.chain(commands.iter().map(String::as_str));
    Err(Failure::Use(unknown_name("flow or command", &name, known)))
}

/// A terminal that cannot draw gets lines; so does one that does not say what it is.
fn takes_lines_only(surface: Surface) -> bool {
    surface == Surface::Lines || surface == Surface::Unsaid && require_terminal().is_ok()
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
    indexing: Option<Receiver<Finder>>,
    /// Where the pack comes from, until it is watched.
    folder: Option<Folder>,
    watch: Option<Receiver<Saved>>,
}

impl Counter {
    /// Does what is asked of neither model nor terminal.
    fn outside(&mut self, effects: &[Effect]) {
        if effects.contains(&Effect::ReadIndex) {
            self.indexing = Some(index(Arc::clone(self.model.pack().files())));
        }
    }

    /// Takes the index, once it has been made; one with nothing in it where that failed.
    fn take_index(&mut self) {
        let finder = match self.indexing.as_ref().map(Receiver::try_recv) {
            None | Some(Err(TryRecvError::Empty)) => return,
            Some(Err(TryRecvError::Disconnected)) => Finder::default(),
            Some(Ok(finder)) => finder,
        };
        self.indexing = None;
        self.model.take_index(finder);
    }

    /// Takes over what was saved; a fault leaves the content as it is.
    fn look(&mut self) {
        let watch = self.watch.iter();
        match watch.flat_map(Receiver::try_iter).last() {
            None => {}
            Some(Ok(pack)) => {
                // What is still being read of the content before is of no use.
                self.indexing = None;
                let effects = self.model.reload(pack);
                self.outside(&effects);
            }
            Some(Err(fault)) => self.model.not_taken = Some(fault),
        }
    }
}

impl terminal::Desk for Counter {
    fn handle(&mut self, event: Event, now: Moment) -> Vec<Effect> {
        self.take_index();
        self.look();
        let effects = update(&mut self.model, event, now);
        self.outside(&effects);
        let left = effects.into_iter().map(saving::carry_out);
        let left = left.flat_map(|done| match done {
            Ok(saved) => update(&mut self.model, Event::Saved(saved), now),
            Err(other) => vec![other],
        });
        left.collect()
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
        self.watch = folder.map(|folder| watch(folder, move || waker.wake()));
    }
}

/// Begins to index a large pack beside the keys; the thread opens the pack for itself, and shares
/// nothing.
fn index(files: Arc<Files>) -> Receiver<Finder> {
    let (done, underway) = channel();
    let index = move || {
        if let Ok(pack) = Pack::open(files) {
            // Whoever waited may have left, and nobody needs to know.
            let _ = done.send(Finder::of(&pack, &Localizer::of(&pack)));
        }
    };
    // Without a thread the channel is closed at once, and that is noticed where it is read.
    let _ = thread::Builder::new().name("index".to_owned()).spawn(index);
    underway
}
