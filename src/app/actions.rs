//! The one table of what keys do. Dispatch, footer, help screen and the
//! README's table all read it.

use super::key::Key;
use super::screen::Scene;

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
    Everywhere,
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
    /// The keys that do it, the one to show first.
    pub keys: &'static [Key],
    /// How the keys are shown together, where listing them would be long.
    pub shown: Option<&'static str>,
    /// Where it makes sense.
    pub place: Where,
    /// Its place in the footer, the most needed first; none keeps it out.
    pub footer: Option<u8>,
}

/// The digits, and the same keys unshifted on a Belgian AZERTY keyboard.
const DIGITS: &[Key] = &[
    Key::Char('1'),
    Key::Char('2'),
    Key::Char('3'),
    Key::Char('4'),
    Key::Char('5'),
    Key::Char('6'),
    Key::Char('7'),
    Key::Char('8'),
    Key::Char('9'),
    Key::Char('&'),
    Key::Char('é'),
    Key::Char('"'),
    Key::Char('\''),
    Key::Char('('),
    Key::Char('§'),
    Key::Char('è'),
    Key::Char('!'),
    Key::Char('ç'),
];

/// The table itself, in the order in which help shows it.
pub const ACTIONS: &[Row] = &[
    row(Action::Digit, "digit", DIGITS)
        .only(Where::Lines)
        .footer(1)
        .shown("1-9"),
    row(Action::Up, "up", &[Key::Up, Key::Char('k')]),
    row(Action::Down, "down", &[Key::Down, Key::Char('j')]),
    row(Action::Confirm, "confirm", &[Key::Enter])
        .only(Where::Day)
        .footer(1),
    row(Action::StepDay, "step-day", &[Key::Up, Key::Down])
        .only(Where::Day)
        .footer(2)
        .shown("↑↓"),
    row(Action::StepWeek, "step-week", &[Key::PageUp, Key::PageDown])
        .only(Where::Day)
        .footer(3)
        .shown("PgUp/PgDn"),
    row(Action::Why, "why", &[Key::F(5), Key::Char('w')])
        .only(Where::Dates)
        .footer(2),
    row(Action::Choose, "choose", &[Key::Enter])
        .only(Where::Lines)
        .footer(1),
    row(Action::Back, "back", &[Key::Left, Key::Backspace])
        .only(Where::Above)
        .footer(2),
    row(Action::Forward, "forward", &[Key::Right]).only(Where::Case),
    row(Action::Out, "out", &[Key::Esc])
        .only(Where::Above)
        .footer(6),
    row(Action::Trail, "trail", &[Key::F(4), Key::Char('t')])
        .only(Where::Case)
        .footer(9),
    row(Action::Finish, "finish", &[Key::F(8), Key::Char('x')])
        .only(Where::Case)
        .footer(9),
    row(Action::Case, "case", &[]).shown("A-Z"),
    row(Action::PageUp, "page-up", &[Key::PageUp]),
    row(
        Action::PageDown,
        "page-down",
        &[Key::PageDown, Key::Char(' ')],
    ),
    row(Action::First, "first", &[Key::Home]),
    row(Action::Last, "last", &[Key::End]),
    row(Action::Help, "help", &[Key::F(1), Key::Char('?')]).footer(4),
    row(Action::Language, "language", &[Key::F(2), Key::Char('l')]).footer(5),
    row(
        Action::Search,
        "search",
        &[Key::Char('/'), Key::Char(':'), Key::Ctrl('f')],
    )
    .footer(7),
    row(Action::Desks, "desks", &[Key::F(3), Key::Char('d')]).footer(8),
    row(Action::Leave, "leave", &[Key::Char('q')]).footer(10),
    row(Action::Quit, "quit", &[Key::Ctrl('c')]),
];

/// An action that makes sense everywhere and that the footer does not show.
const fn row(action: Action, id: &'static str, keys: &'static [Key]) -> Row {
    Row {
        action,
        id,
        keys,
        shown: None,
        place: Where::Everywhere,
        footer: None,
    }
}

impl Row {
    const fn only(mut self, place: Where) -> Self {
        self.place = place;
        self
    }

    const fn footer(mut self, order: u8) -> Self {
        self.footer = Some(order);
        self
    }

    const fn shown(mut self, shown: &'static str) -> Self {
        self.shown = Some(shown);
        self
    }

    /// Its keys as they are shown: `F1`, or `← Backspace`.
    pub fn keys_shown(&self) -> String {
        match self.shown {
            Some(shown) => shown.to_owned(),
            None => self
                .keys
                .iter()
                .map(Key::to_string)
                .collect::<Vec<_>>()
                .join(" "),
        }
    }

    /// The key that the footer shows; in a text field (`typing`) one that types nothing, if there is one.
    pub fn first_key(&self, typing: bool) -> Option<String> {
        let command = self.keys.iter().find(|key| !(typing && edits(**key)));
        match (self.shown, self.place) {
            (Some(shown), Where::Day) => Some(shown.to_owned()),
            (Some(shown), _) => (!typing).then(|| shown.to_owned()),
            (None, _) => command.map(Key::to_string),
        }
    }

    /// Whether it makes sense in a scene that has `lines` lines to choose from.
    pub fn applies(&self, scene: &Scene, lines: usize) -> bool {
        match self.place {
            Where::Everywhere => true,
            Where::Lines => lines > 0,
            Where::Case => matches!(scene, Scene::Case(_)),
            Where::Above => !matches!(scene, Scene::Home),
            Where::Day => matches!(scene, Scene::Day(..)),
            Where::Dates => matches!(scene, Scene::Day(..) | Scene::Dates(_) | Scene::Why(_)),
        }
    }
}

/// Whether a key edits a text field; all others still command there.
pub fn edits(key: Key) -> bool {
    matches!(
        key,
        Key::Char(_)
            | Key::Left
            | Key::Right
            | Key::Backspace
            | Key::Delete
            | Key::Home
            | Key::End
            | Key::Ctrl('a' | 'e' | 'k' | 'u' | 'w')
    )
}

/// What a key does; none where it does nothing.
///
/// In a text field (`typing`) only the keys that type nothing command.
pub fn dispatch(key: Key, typing: bool) -> Option<Action> {
    let letter = matches!(key, Key::Char('A'..='Z'));
    let rows = ACTIONS.iter().filter(|row| row.place != Where::Day);
    let found = rows.into_iter().find(|row| match row.action {
        Action::Case => letter && !typing,
        _ => row.keys.contains(&key) && !(typing && edits(key)),
    });
    found.map(|row| row.action)
}

/// What a key does in the field for a day, before what it does elsewhere.
pub fn dispatch_in_day(key: Key) -> Option<Action> {
    let mut rows = ACTIONS.iter().filter(|row| row.place == Where::Day);
    rows.find(|row| row.keys.contains(&key))
        .map(|row| row.action)
}

/// The line that a digit means, counted from 0: `1`, or `&` on AZERTY, is the first.
pub fn digit(key: Key) -> Option<usize> {
    DIGITS
        .iter()
        .position(|digit| *digit == key)
        .map(|place| place % 9)
}
