//! `balie --plain`: the desk line by line, on standard input and output.

use std::io::{self, BufRead, IsTerminal, StdinLock};

use super::{CLEAN, Failure, printing, saving};
use crate::app::Model;
use crate::app::event::{Effect, Event};
use crate::plain::LineDesk;
use crate::terminal::clock::Clock;

/// How many bytes of a line are kept; no answer is longer.
const LONGEST: usize = 4_096;

/// Says pages and hears lines until there are no more, or someone leaves.
pub(super) fn run(model: Model, clock: Clock) -> Result<u8, Failure> {
    if model.desk.ascii {
        printing::ascii_only();
    }
    let mut lines = LineDesk::new(model);
    let mut input = io::stdin().lock();
    printing::print(&lines.greeting())?;
    say_page(&lines)?;
    while let Some(line) = read_line(&mut input)? {
        let answer = lines.hear(&line, clock.now());
        if answer.effects.contains(&Effect::Leave) {
            break;
        }
        save(&mut lines, &answer.effects, clock);
        match answer.instead {
            Some(said) => printing::print(&said.join("\n"))?,
            None => say_page(&lines)?,
        }
        copied(&lines, &answer.effects)?;
        prompt()?;
    }
    Ok(CLEAN)
}

fn say_page(lines: &LineDesk) -> Result<(), Failure> {
    printing::print(&format!("\n{}", lines.page().join("\n")))?;
    Ok(())
}

/// Writes the files that are asked for, and tells how it went.
fn save(lines: &mut LineDesk, effects: &[Effect], clock: Clock) {
    for effect in effects {
        if let Some(saved) = saving::carry_out(effect.clone()) {
            lines.tell(Event::Saved(saved), clock.now());
        }
    }
}

/// There is no clipboard here: what would go there is said, unless the page says it.
fn copied(lines: &LineDesk, effects: &[Effect]) -> Result<(), Failure> {
    let page = lines.page();
    for effect in effects {
        if let Effect::Copy(text) = effect
            && !text
                .lines()
                .all(|line| page.iter().any(|said| said.contains(line.trim())))
        {
            printing::print(text)?;
        }
    }
    Ok(())
}

/// A sign that it is someone's turn to type, where someone types.
fn prompt() -> Result<(), Failure> {
    if io::stdin().is_terminal() && io::stdout().is_terminal() {
        printing::prompt("> ")?;
    }
    Ok(())
}

/// The next line without its end; none after the last.
fn read_line(input: &mut StdinLock<'_>) -> Result<Option<String>, Failure> {
    let mut line = Vec::new();
    let mut read = 0;
    loop {
        let piece = input.fill_buf().map_err(anyhow::Error::new)?;
        if piece.is_empty() {
            return Ok((read > 0).then(|| text(&line)));
        }
        let end = piece.iter().position(|byte| *byte == b'\n');
        let used = end.unwrap_or(piece.len());
        let room = LONGEST.saturating_sub(line.len()).min(used);
        line.extend_from_slice(piece.get(..room).unwrap_or_default());
        read += 1;
        input.consume(used + usize::from(end.is_some()));
        if end.is_some() {
            return Ok(Some(text(&line)));
        }
    }
}

/// What is no UTF-8 is taken for Latin-1, in which é, è and à are one byte each.
fn text(line: &[u8]) -> String {
    match std::str::from_utf8(line) {
        Ok(text) => text.to_owned(),
        Err(_) => line.iter().map(|byte| char::from(*byte)).collect(),
    }
}
