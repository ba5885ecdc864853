//! What can be typed: the numbers of a page, and commands that mean what their
//! keys mean on a screen.

use crate::app::Model;
use crate::app::actions::{ACTIONS, Action, Row};
use crate::app::key::Key;
use crate::i18n::Voice;

/// What a line asks for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Request {
    /// The line of this place, counted from 0.
    Choice(usize),
    /// What these keys do.
    Keys(Vec<Key>),
    /// These words, to be found.
    Find(String),
    /// This text, for the field of the page.
    Text(String),
    /// That these lines are said instead of the page.
    Say(Vec<String>),
}

/// How much of what was typed is repeated where it means nothing.
const REPEATED: usize = 40;

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

/// What a line asks for on the page that is shown, which has so many `lines` to choose.
///
/// Where there is a field, what is no command and no number of a line is text for it.
pub(super) fn request(model: &Model, lines: usize, line: &str) -> Request {
    let typing = model.scene().field().is_some();
    if line.is_empty() {
        // Enter alone takes what a field offers, and otherwise repeats the page.
        let offers = typing && lines == 0;
        return Request::Keys(offers.then_some(Key::Enter).into_iter().collect());
    }
    if let Some(row) = named(model, lines, line) {
        return match row.action {
            Action::Help => Request::Say(help(model, lines)),
            _ => command(row, typing),
        };
    }
    // A number may also be written `1.` or `1)`.
    let number = line.trim_end_matches(['.', ')']).parse::<usize>().ok();
    let place = number.and_then(|number| number.checked_sub(1));
    if let Some(place) = place.filter(|place| *place < lines) {
        return Request::Choice(place);
    }
    match line.strip_prefix(['/', ':']) {
        Some(words) if !words.is_empty() => Request::Find(words.trim().to_owned()),
        _ if typing => Request::Text(line.to_owned()),
        _ => match case_key(model, line) {
            Some(key) => Request::Keys(vec![key]),
            None => Request::Say(vec![unknown(model, lines, line)]),
        },
    }
}

/// The letter of a case that is open.
fn case_key(model: &Model, line: &str) -> Option<Key> {
    let letter = line.parse::<char>().ok()?.to_ascii_uppercase();
    model.case(letter).map(|_| Key::Char(letter))
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
    let rows = COMMANDS.iter();
    rows.filter_map(|action| ACTIONS.iter().find(|row| row.action == *action))
        .filter(move |row| row.applies(model.scene(), lines))
}

/// What is typed for it: its first key that types something.
fn letter(row: &Row) -> String {
    let types = |key: &Key| matches!(key, Key::Char(c) if *c != ' ');
    match row.action {
        // As on the keypad of a telephone.
        Action::Back => "0".to_owned(),
        Action::Out => "00".to_owned(),
        _ => row
            .keys()
            .find(types)
            .map(|key| key.to_string())
            .unwrap_or_default(),
    }
}

fn command(row: &Row, typing: bool) -> Request {
    // A key that commands in a text field too, if there is one.
    let commands = row.keys().find(|key| !matches!(key, Key::Char(_)));
    let keys = commands.or_else(|| row.keys().next());
    match row.action {
        // What would close the search on a screen begins it anew where lines are typed.
        Action::Search => Request::Find(String::new()),
        // In a field the arrow moves the cursor, and a letter is text: the page is left first.
        Action::Back if typing => Request::Keys(vec![Key::Esc]),
        Action::Leave if typing => Request::Keys([Key::Esc].into_iter().chain(keys).collect()),
        _ => Request::Keys(keys.into_iter().collect()),
    }
}

fn word(voice: Voice<'_>, row: &Row) -> String {
    voice.own(&format!("action-{}", row.id))
}

/// One line: `0 terug, l taal, d lokalen, / zoek, ? toetsen, q stop.`
pub(super) fn listed(model: &Model, lines: usize) -> String {
    let voice = model.person_voice();
    let commands = offered(model, lines).map(|row| {
        let word = match row.action {
            // On a desk of lines the help is about lines, not about keys.
            Action::Help => voice.own("plain-help"),
            _ => word(voice, row),
        };
        format!("{} {word}", letter(row))
    });
    let commands: Vec<String> = commands.chain(cases(model)).collect();
    voice.own_with("plain-commands", [("commands", commands.join(", ").into())])
}

fn cases(model: &Model) -> Option<String> {
    let open = model.cases().iter().map(|open| open.letter);
    let others = open.filter(|letter| model.shown_case() != Some(*letter));
    let letters: Vec<String> = others.map(String::from).collect();
    let word = model.person_voice().own("action-case");
    (!letters.is_empty()).then(|| format!("{} {word}", letters.join(" ")))
}

/// Every command with what it does, a sentence each.
fn help(model: &Model, lines: usize) -> Vec<String> {
    let voice = model.person_voice();
    let rows = offered(model, lines).filter(|row| row.action != Action::Help);
    let commands = rows.map(|row| {
        let does = voice.own(&format!("action-{}.help", row.id));
        voice.named(letter(row), does)
    });
    let how = [voice.own("plain-how")].into_iter();
    how.chain(commands).collect()
}

/// What is said to something that is not to be had here.
fn unknown(model: &Model, lines: usize, typed: &str) -> String {
    // Somebody may have typed a user name, which is not said again.
    let digits = typed.chars().filter(char::is_ascii_digit).count();
    let repeated = match typed.contains('@') || digits >= 5 {
        true => "…".to_owned(),
        false => typed.chars().take(REPEATED).collect(),
    };
    let args = [("typed", repeated.into()), ("last", lines.into())];
    model.person_voice().own_with("plain-unknown", args)
}
