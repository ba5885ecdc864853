//! The same desk line by line: every page as sentences, every choice a number to
//! type. For screen readers, pipes and terminals that cannot draw.

mod commands;
mod speech;

use tui_input::Input;

use crate::app::event::{Effect, Event};
use crate::app::key::Key;
use crate::app::{Finder, List, Model, Scene, picks, update};
use crate::i18n::{Moment, date_line};
use crate::sanitize::sanitize;
use crate::ui::{self, Page};
use commands::{Asked, asked};
pub use speech::speak;

/// How much of what was typed is repeated in an answer.
const REPEATED: usize = 40;

/// Columns that hold any code, but not what only stands beside where there is room to spare.
const WIDTH: usize = 100;
/// Rows enough for anything.
const HEIGHT: usize = 10_000;

/// A desk that says lines and hears lines.
#[derive(Debug)]
pub struct Lines {
    model: Model,
}

/// What the page that is shown says, wherever it is read.
pub fn page(model: &Model) -> Page {
    ui::page(model, WIDTH, HEIGHT)
}

/// What follows from a line that was typed.
#[derive(Debug, Default)]
pub struct Answer {
    /// What only the outside can do.
    pub effects: Vec<Effect>,
    /// What is said instead of the page.
    pub instead: Option<Vec<String>>,
}

impl Lines {
    /// A desk line by line.
    pub fn new(model: Model) -> Self {
        let mut lines = Self { model };
        lines.read_index();
        lines
    }

    /// What is said once, at the beginning: which desk this is, and what time it is.
    pub fn greeting(&self) -> String {
        let place = ui::desk_name(&self.model).map(|name| format!("{name}. "));
        let moment = date_line(self.model.desk_voice(), &self.model.now);
        format!("Balie. {}{moment}.", place.unwrap_or_default())
    }

    /// The page that is shown, a sentence a line, and what can be typed besides its numbers.
    pub fn page(&self) -> Vec<String> {
        let page = self::page(&self.model);
        ui::notice(&self.model)
            .into_iter()
            .chain(speak(&self.model, &page))
            .chain([commands::listed(&self.model)])
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
    pub fn hear(&mut self, line: &str, now: Moment) -> Answer {
        let mut answer = Answer {
            effects: self.tell(Event::Tick, now),
            instead: None,
        };
        match asked(&self.model, line.trim()) {
            Asked::Nothing => answer.effects.extend(self.enter(now)),
            Asked::Choice(line) => answer.effects.extend(self.choose(line, now)),
            Asked::Key(key) => answer.effects.extend(self.press(key, now)),
            Asked::Find(words) => answer.effects.extend(self.find(&words, now)),
            Asked::Text(text) => answer.effects.extend(self.fill(&text, now)),
            Asked::Leave => answer.effects.extend(self.leave(now)),
            Asked::Help => answer.instead = Some(commands::help(&self.model)),
            Asked::Unknown => answer.instead = Some(vec![self.unknown(line.trim())]),
        }
        if answer.effects.iter().any(is_copy) {
            // There is no terminal with a clipboard, so nothing was sent to one.
            self.model.told = None;
        }
        answer
    }

    fn press(&mut self, key: Key, now: Moment) -> Vec<Effect> {
        self.tell(Event::Key(key), now)
    }

    /// Enter alone takes what a field offers, and otherwise repeats the page.
    fn enter(&mut self, now: Moment) -> Vec<Effect> {
        let offers = self.field_text().is_some() && picks(&self.model).is_empty();
        if offers {
            self.press(Key::Enter, now)
        } else {
            Vec::new()
        }
    }

    fn choose(&mut self, line: usize, now: Moment) -> Vec<Effect> {
        self.model.screens.top_mut().list = List::at(line);
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
        if picks(&self.model).is_empty() {
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
        let args = [
            ("typed", typed.into()),
            ("last", picks(&self.model).len().into()),
        ];
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
