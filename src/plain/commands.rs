//! What can be typed: the numbers of a page, and commands that mean what their
//! keys mean on a screen.

use crate::app::actions::{ACTIONS, Action, Row};
use crate::app::key::Key;
use crate::app::{Letter, Model};
use crate::i18n::{Text, Voice};

/// What a line asks for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Request {
    /// The page once more.
    Nothing,
    /// The line of this place, counted from 0.
    Choice(usize),
    /// What this key does.
    Key(Key),
    /// These words, to be found.
    Find(String),
    /// This text, for the field of the page.
    Text(String),
    /// The commands.
    Help,
    /// To leave.
    Leave,
    /// Something that is not to be had here.
    Unknown,
}

/// Goes back; as on the keypad of a telephone.
const BACK: &str = "0";
/// Goes up to the page before, which leaves a case where it stands.
const OUT: &str = "00";

/// The commands, in the order in which they are listed.
const COMMANDS: [Action; 8] = [
    Action::Back,
    Action::Out,
    Action::Trail,
    Action::Language,
    Action::Desks,
    Action::Search,
    Action::Help,
    Action::Leave,
];

/// What a line asks for on the page that is shown.
///
/// Where there is a field, what is no command and no number of a line is text for it.
///
/// The page has so many `lines` to choose.
pub(super) fn request(model: &Model, lines: usize, line: &str) -> Request {
    let typing = model.scene().field().is_some();
    if line.is_empty() {
        return Request::Nothing;
    }
    if let Some(row) = named(model, lines, line) {
        return command(row, typing);
    }
    if let Some(place) = choice(line).filter(|place| *place < lines) {
        return Request::Choice(place);
    }
    match line.strip_prefix(['/', ':']) {
        Some(words) if !words.is_empty() => Request::Find(words.trim().to_owned()),
        _ if typing => Request::Text(line.to_owned()),
        _ => case_key(model, line).map_or(Request::Unknown, Request::Key),
    }
}

/// The place that a number means, also written `1.` or `1)`.
fn choice(line: &str) -> Option<usize> {
    let number: usize = line.trim_end_matches(['.', ')']).parse().ok()?;
    number.checked_sub(1)
}

/// The letter of a case that is open.
fn case_key(model: &Model, line: &str) -> Option<Key> {
    let mut letters = line.chars();
    let letter = letters.next()?.to_ascii_uppercase();
    let open = letters.next().is_none() && model.case(letter).is_some();
    open.then_some(Key::Char(letter))
}

/// The command of a letter or of a word, in the language of the person or of the desk.
fn named(model: &Model, lines: usize, line: &str) -> Option<&'static Row> {
    // A capital letter means a case, where there is one.
    if line.chars().all(char::is_uppercase) && case_key(model, line).is_some() {
        return None;
    }
    let line = line.to_lowercase();
    let says = |voice: Voice<'_>, row: &Row| word(voice, row).to_lowercase() == line;
    offered(model, lines).find(|row| {
        line == letter(row) || says(model.person_voice(), row) || says(model.desk_voice(), row)
    })
}

fn offered(model: &Model, lines: usize) -> impl Iterator<Item = &'static Row> {
    COMMANDS
        .iter()
        .filter_map(|action| ACTIONS.iter().find(|row| row.action == *action))
        .filter(move |row| row.applies(model.scene(), lines))
}

/// What is typed for it: its first key that types something.
fn letter(row: &Row) -> String {
    let types = |key: &Key| matches!(key, Key::Char(c) if *c != ' ');
    match row.action {
        Action::Back => BACK.to_owned(),
        Action::Out => OUT.to_owned(),
        _ => row
            .keys()
            .find(types)
            .map(|key| key.to_string())
            .unwrap_or_default(),
    }
}

fn command(row: &Row, typing: bool) -> Request {
    match row.action {
        Action::Help => Request::Help,
        Action::Leave => Request::Leave,
        // What would close the search on a screen begins it anew where lines are typed.
        Action::Search => Request::Find(String::new()),
        // In a field the arrow moves the cursor.
        Action::Back if typing => Request::Key(Key::Esc),
        _ => key(row).map_or(Request::Unknown, Request::Key),
    }
}

/// Its key, one that commands in a text field too if there is one.
fn key(row: &Row) -> Option<Key> {
    let commands = row.keys().find(|key| !matches!(key, Key::Char(_)));
    commands.or_else(|| row.keys().next())
}

fn word(voice: Voice<'_>, row: &Row) -> String {
    voice.own(&format!("action-{}", row.id))
}

/// One line: `0 terug, l taal, d lokalen, / zoek, ? toetsen, q stop.`
pub(super) fn listed(model: &Model, lines: usize) -> String {
    let voice = model.person_voice();
    let commands = offered(model, lines).map(|row| format!("{} {}", letter(row), said(voice, row)));
    let commands: Vec<String> = commands.chain(cases(model)).collect();
    let commands = commands.join(", ");
    voice.own_with("plain-commands", [("commands", commands.into())])
}

/// On a desk of lines the help is about lines, not about keys.
fn said(voice: Voice<'_>, row: &Row) -> String {
    match row.action {
        Action::Help => voice.own("plain-help"),
        _ => word(voice, row),
    }
}

fn cases(model: &Model) -> Option<String> {
    let open = model.cases().iter().map(|open| open.letter);
    let others = open.filter(|letter| model.shown_case() != Some(*letter));
    let letters: Vec<String> = others.map(|letter: Letter| letter.to_string()).collect();
    let word = model.person_voice().own("action-case");
    (!letters.is_empty()).then(|| format!("{} {word}", letters.join(" ")))
}

/// Every command with what it does, a sentence each.
pub(super) fn help(model: &Model, lines: usize) -> Vec<String> {
    let voice = model.person_voice();
    let rows = offered(model, lines).filter(|row| row.action != Action::Help);
    let commands = rows.map(|row| {
        let id = format!("action-{}.help", row.id);
        voice.named(letter(row).to_string(), voice.say(&Text::Own(&id)))
    });
    [voice.own("plain-how")]
        .into_iter()
        .chain(commands)
        .collect()
}
