//! The same desk line by line: every page as sentences, every choice a number to
//! type. For screen readers, pipes and terminals that cannot draw.

mod commands;
mod speech;

use tui_input::Input;

use crate::app::event::{Effect, Event};
use crate::app::key::Key;
use crate::app::{Derived, Finder, ListState, Model, Scene, picks, update};
use crate::i18n::{Moment, date_line};
use crate::sanitize::sanitize;
use crate::ui::{self, Page};
use commands::{Request, request};
pub use speech::speak;

/// How much of what was typed is repeated in an response.
const REPEATED: usize = 40;

/// Columns that hold any code, but not what only stands beside where there is room to spare; rows
/// enough for anything.
const ANY_SIZE: (usize, usize) = (100, 10_000);

/// A desk that says lines and hears lines.
#[derive(Debug)]
pub struct LineDesk {
    model: Model,
}

/// What the page that is shown says, wherever it is read.
pub fn page(derived: &Derived<'_>) -> Page {
    ui::page(derived, ANY_SIZE.0, ANY_SIZE.1)
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
        let lines = self.lines();
        match request(&self.model, lines, line.trim()) {
            Request::Nothing => response.effects.extend(self.enter(now)),
            Request::Choice(line) => response.effects.extend(self.choose(line, now)),
            Request::Key(key) => response.effects.extend(self.press(key, now)),
            Request::Find(words) => response.effects.extend(self.find(&words, now)),
            Request::Text(text) => response.effects.extend(self.fill(&text, now)),
            Request::Leave => response.effects.extend(self.leave(now)),
            Request::Help => response.instead = Some(commands::help(&self.model, lines)),
            Request::Unknown => response.instead = Some(vec![self.unknown(line.trim())]),
        }
        if response.effects.iter().any(is_copy) {
            // There is no terminal with a clipboard, so nothing was sent to one.
            self.model.delivery = None;
        }
        response
    }

    /// How many lines of the page can be chosen.
    fn lines(&self) -> usize {
        picks(&self.model.derive()).len()
    }

    fn press(&mut self, key: Key, now: Moment) -> Vec<Effect> {
        self.tell(Event::Key(key), now)
    }

    /// Enter alone takes what a field offers, and otherwise repeats the page.
    fn enter(&mut self, now: Moment) -> Vec<Effect> {
        let offers = self.field_text().is_some() && self.lines() == 0;
        if offers {
            self.press(Key::Enter, now)
        } else {
            Vec::new()
        }
    }

    fn choose(&mut self, line: usize, now: Moment) -> Vec<Effect> {
        self.model.screens.top_mut().list = ListState::at(line);
        self.press(Key::Enter, now)
    }

    /// Finds words from anywhere.
    fn find(&mut self, words: &str, now: Moment) -> Vec<Effect> {
        let mut effects = Vec::new();
        if !matches!(self.model.scene(), Scene::Search(_)) {
            effects.extend(self.press(Key::Ctrl('f'), now));
        }
        effects.extend(self.fill(words, now));
        effects
    }

    /// Types a text over what a field held, and enters it where that chooses nothing.
    fn fill(&mut self, text: &str, now: Moment) -> Vec<Effect> {
        let held = self.field_text().unwrap_or_default();
        let mut effects = self.press(Key::End, now);
        for _ in held.chars() {
            effects.extend(self.press(Key::Backspace, now));
        }
        effects.extend(self.tell(Event::Paste(text.to_owned()), now));
        if self.lines() == 0 {
            effects.extend(self.press(Key::Enter, now));
        }
        effects
    }

    fn field_text(&self) -> Option<String> {
        let field = self.model.scene().field();
        field.map(|input: &Input| input.value().to_owned())
    }

    /// A letter typed to a field would be text: its page is left first.
    fn leave(&mut self, now: Moment) -> Vec<Effect> {
        if self.field_text().is_some() {
            self.press(Key::Esc, now);
        }
        self.press(Key::Char('q'), now)
    }

    fn unknown(&self, typed: &str) -> String {
        let beginning: String = typed.chars().take(REPEATED).collect();
        let typed = match may_be_user_name(typed) {
            true => "…".to_owned(),
            false => sanitize(&beginning).into_owned(),
        };
        let args = [("typed", typed.into()), ("last", self.lines().into())];
        self.model.person_voice().own_with("plain-unknown", args)
    }
}

/// Whether somebody may have typed a user name, which is not said again.
fn may_be_user_name(typed: &str) -> bool {
    typed.contains('@') || typed.chars().filter(char::is_ascii_digit).count() >= 5
}

fn is_copy(effect: &Effect) -> bool {
    matches!(effect, Effect::Copy(_))
}
