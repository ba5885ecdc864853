//! The one table of what keys do. Dispatch, footer, help screen and the
//! README's table all read it.

use tui_input::InputRequest;

use super::key::Key;
use super::screen::Scene;
use Where::{Above, Anywhere, Case, Dates, Day, Lines};

/// Something that a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Chooses the line under a digit.
    Digit,
    /// Moves the marker up.
    Up,
    /// Moves the marker down.
    Down,
    /// Chooses the line at the marker.
    Choose,
    /// Goes back one step of a case.
    Back,
    /// Goes forward again along replies that are kept.
    Forward,
    /// Goes up to the screen before.
    Out,
    /// Shows the replies so far.
    Trail,
    /// Ends the case, after asking where it has not come to its end.
    Finish,
    /// Goes to the case under a letter.
    Case,
    /// Shows the rows above.
    PageUp,
    /// Shows the rows below.
    PageDown,
    /// Goes to the first line.
    First,
    /// Goes to the last line.
    Last,
    /// Takes the day in the field as the right one.
    Confirm,
    /// Moves the day in the field by a day.
    StepDay,
    /// Moves the day in the field by a week.
    StepWeek,
    /// Shows why something closes on a day.
    Why,
    /// Changes the person's language.
    Language,
    /// Finds anything by its words.
    Search,
    /// Shows the desks.
    Desks,
    /// Shows the keys.
    Help,
    /// Leaves, after asking when a case waits.
    Leave,
    /// Leaves at once.
    Quit,
}

/// The scenes in which an action makes sense.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Where {
    /// Everywhere.
    Anywhere,
    /// Where there are lines to choose from.
    Lines,
    /// In a case.
    Case,
    /// Everywhere but at home.
    Above,
    /// In the field for a day, before whatever else its keys do.
    Day,
    /// With the dates on which something closes.
    Dates,
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// What it does.
    pub action: Action,
    /// The id of its words: `action-<id>` in `balie.ftl`, short for the footer and
    /// with the attribute `.help` in full.
    pub id: &'static str,
    /// The names of the keys that do it, the one to show first.
    pub keys: &'static str,
    /// How the keys are shown together: their names, or less where these would be long.
    pub shown: &'static str,
    /// Where it makes sense.
    pub place: Where,
    /// Its place in the footer, the most needed first; none keeps it out.
    pub footer: Option<u8>,
}

/// The digits, and the same keys unshifted on a Belgian AZERTY keyboard.
const DIGITS: &str = "1 2 3 4 5 6 7 8 9 & é \" ' ( § è ! ç";

/// The table itself, in the order in which help shows it.
pub const ACTIONS: &[Row] = &[
    row(Action::Digit, "digit", DIGITS, Lines, Some(1)).shown("1-9"),
    row(Action::Up, "up", "↑ k", Anywhere, None),
    row(Action::Down, "down", "↓ j", Anywhere, None),
    row(Action::Confirm, "confirm", "Enter", Day, Some(1)),
    row(Action::StepDay, "step-day", "↑ ↓", Day, Some(2)).shown("↑↓"),
    row(Action::StepWeek, "step-week", "PgUp PgDn", Day, Some(3)).shown("PgUp/PgDn"),
    row(Action::Why, "why", "F5 w", Dates, Some(2)),
    row(Action::Choose, "choose", "Enter", Lines, Some(1)),
    row(Action::Back, "back", "← Backspace", Above, Some(2)),
    row(Action::Forward, "forward", "→", Case, None),
    row(Action::Out, "out", "Esc", Above, Some(6)),
    row(Action::Trail, "trail", "F4 t", Case, Some(9)),
    row(Action::Finish, "finish", "F8 x", Case, Some(9)),
    row(Action::Case, "case", "", Anywhere, None).shown("A-Z"),
    row(Action::PageUp, "page-up", "PgUp", Anywhere, None),
    row(Action::PageDown, "page-down", "PgDn Space", Anywhere, None),
    row(Action::First, "first", "Home", Anywhere, None),
    row(Action::Last, "last", "End", Anywhere, None),
    row(Action::Help, "help", "F1 ?", Anywhere, Some(4)),
    row(Action::Language, "language", "F2 l", Anywhere, Some(5)),
    row(Action::Search, "search", "/ : Ctrl-F", Anywhere, Some(7)),
    row(Action::Desks, "desks", "F3 d", Anywhere, Some(8)),
    row(Action::Leave, "leave", "q", Anywhere, Some(10)),
    row(Action::Quit, "quit", "Ctrl-C", Anywhere, None),
];

const fn row(
    action: Action,
    id: &'static str,
    keys: &'static str,
    place: Where,
    footer: Option<u8>,
) -> Row {
    Row {
        action,
        id,
        keys,
        shown: keys,
        place,
        footer,
    }
}

impl Row {
    const fn shown(self, shown: &'static str) -> Self {
        Self { shown, ..self }
    }

    /// The keys that do it.
    pub fn keys(&self) -> impl Iterator<Item = Key> {
        self.keys.split(' ').filter_map(|name| name.parse().ok())
    }

    /// The keys that the footer shows: all where they are shown together, else the first, which
    /// in a text field (`typing`) is one that types nothing.
    pub fn first_key(&self, typing: bool) -> Option<String> {
        if self.shown != self.keys {
            return Some(self.shown.to_owned());
        }
        let commands = |key: &Key| !typing || edit(*key).is_none();
        self.keys().find(commands).map(|key| key.to_string())
    }

    /// Whether it makes sense in a scene that has `lines` lines to choose from.
    pub fn applies(&self, scene: &Scene, lines: usize) -> bool {
        match self.place {
            Anywhere => true,
            Lines => lines > 0,
            Case => matches!(scene, Scene::Case(_)),
            Above => !matches!(scene, Scene::Home),
            Day => matches!(scene, Scene::Day(..)),
            Dates => matches!(scene, Scene::Day(..) | Scene::Dates(_) | Scene::Why(_)),
        }
    }
}

/// How a key edits a text field; all others still command there.
pub(super) fn edit(key: Key) -> Option<InputRequest> {
    Some(match key {
        Key::Char(c) => InputRequest::InsertChar(c),
        Key::Left => InputRequest::GoToPrevChar,
        Key::Right => InputRequest::GoToNextChar,
        Key::Backspace => InputRequest::DeletePrevChar,
        Key::Delete => InputRequest::DeleteNextChar,
        Key::Home | Key::Ctrl('a') => InputRequest::GoToStart,
        Key::End | Key::Ctrl('e') => InputRequest::GoToEnd,
        Key::Ctrl('w') => InputRequest::DeletePrevWord,
        Key::Ctrl('u') => InputRequest::DeleteFromStart,
        Key::Ctrl('k') => InputRequest::DeleteTillEnd,
        _ => return None,
    })
}

/// What a key does; none where it does nothing.
///
/// In a text field (`typing`) only the keys that type nothing command.
pub fn dispatch(key: Key, typing: bool) -> Option<Action> {
    match key {
        _ if typing && edit(key).is_some() => None,
        Key::Char('A'..='Z') => Some(Action::Case),
        _ => action_of(key, false),
    }
}

/// What a key does in the field for a day, before what it does elsewhere.
pub fn dispatch_in_day(key: Key) -> Option<Action> {
    action_of(key, true)
}

fn action_of(key: Key, in_day: bool) -> Option<Action> {
    let mut rows = ACTIONS.iter().filter(|row| (row.place == Day) == in_day);
    rows.find(|row| row.keys().any(|known| known == key))
        .map(|row| row.action)
}

/// The line that a digit means, counted from 0: `1`, or `&` on AZERTY, is the first.
pub fn digit(key: Key) -> Option<usize> {
    let name = key.to_string();
    let place = DIGITS.split(' ').position(|digit| digit == name);
    place.map(|place| place % 9)
}
