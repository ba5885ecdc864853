//! The same desk line by line: every page as sentences, every choice a number to
//! type. For screen readers, pipes and terminals that cannot draw.

mod commands;
mod speech;

use std::iter;

use crate::app::event::{Effect, Event};
use crate::app::key::Key;
use crate::app::{Derived, Finder, ListState, Model, Scene, picks, update};
use crate::i18n::{Moment, date_line};
use crate::ui::{self, Page};
use commands::{Request, request};
pub use speech::speak;

/// A desk that says lines and hears lines.
#[derive(Debug)]
pub struct LineDesk {
    model: Model,
}

/// What the page that is shown says, wherever it is read.
pub fn page(derived: &Derived<'_>) -> Page {
    // Columns that hold any code, but not what only stands beside where there is room to spare;
    // rows enough for anything.
    ui::page(derived, 100, 10_000)
}

/// What follows from a line that was typed.
#[derive(Debug, Default)]
pub struct Response {
    /// What only the outside can do.
    pub effects: Vec<Effect>,
    /// What is said instead of the page.
    pub instead: Option<Vec<String>>,
}

impl LineDesk {
    /// A desk line by line.
    pub fn new(model: Model) -> Self {
        let mut desk = Self { model };
        desk.read_index();
        desk
    }

    /// What is said once, at the beginning: which desk this is, and what time it is.
    pub fn greeting(&self) -> String {
        let place = ui::desk_name(&self.model).map(|name| format!("{name}. "));
        let moment = date_line(self.model.desk_voice(), &self.model.now);
        format!("Balie. {}{moment}.", place.unwrap_or_default())
    }

    /// The page that is shown, a sentence a line, and what can be typed besides its numbers.
    pub fn page(&self) -> Vec<String> {
        let derived = self.model.derive();
        let lines = picks(&derived).len();
        ui::notice(&derived)
            .into_iter()
            .chain(speak(&derived, &page(&derived)))
            .chain([commands::listed(&derived, lines)])
            .collect()
    }

    /// Takes what happened elsewhere.
    pub fn tell(&mut self, event: Event, now: Moment) -> Vec<Effect> {
        let effects = update(&mut self.model, event, now);
        self.read_index();
        effects
    }

    /// Reads the index of a large pack where it is asked for: nobody types meanwhile.
    fn read_index(&mut self) {
        if self.model.is_reading() {
            let finder = Finder::of(self.model.pack(), self.model.words());
            self.model.take_index(finder);
        }
    }

    /// Takes a line that was typed: a number, a command, or text for a field.
    pub fn hear(&mut self, line: &str, now: Moment) -> Response {
        let mut response = Response {
            effects: self.tell(Event::Tick, now),
            instead: None,
        };
        let effects = match request(&self.model, self.lines(), line.trim()) {
            Request::Choice(line) => {
                self.model.screens.top_mut().list = ListState::at(line);
                self.press([Key::Enter], now)
            }
            Request::Keys(keys) => self.press(keys, now),
            Request::Find(words) => self.find(&words, now),
            Request::Text(text) => self.fill(&text, now),
            Request::Say(lines) => {
                response.instead = Some(lines);
                return response;
            }
        };
        response.effects.extend(effects);
        let mut effects = response.effects.iter();
        if effects.any(|effect| matches!(effect, Effect::Copy(_))) {
            // There is no terminal with a clipboard, so nothing was sent to one.
            self.model.delivery = None;
        }
        response
    }

    /// How many lines of the page can be chosen.
    fn lines(&self) -> usize {
        picks(&self.model.derive()).len()
    }

    fn press(&mut self, keys: impl IntoIterator<Item = Key>, now: Moment) -> Vec<Effect> {
        let keys = keys.into_iter();
        keys.flat_map(|key| self.tell(Event::Key(key), now))
            .collect()
    }

    /// Finds words from anywhere.
    fn find(&mut self, words: &str, now: Moment) -> Vec<Effect> {
        let elsewhere = !matches!(self.model.scene(), Scene::Search(_));
        let mut effects = self.press(elsewhere.then_some(Key::Ctrl('f')), now);
        effects.extend(self.fill(words, now));
        effects
    }

    /// Types a text over what a field held, and enters it where that chooses nothing.
    fn fill(&mut self, text: &str, now: Moment) -> Vec<Effect> {
        let field = self.model.scene().field();
        let held = field.map_or(0, |input| input.value().chars().count());
        let over = iter::repeat_n(Key::Backspace, held);
        let mut effects = self.press([Key::End].into_iter().chain(over), now);
        effects.extend(self.tell(Event::Paste(text.to_owned()), now));
        if self.lines() == 0 {
            effects.extend(self.press([Key::Enter], now));
        }
        effects
    }
}
