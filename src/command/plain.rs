//! `balie --plain`: the desk line by line, on standard input and output.

use std::io::{self, BufRead, IsTerminal, Read, StdinLock};

use super::{CLEAN, Failure, printing, saving};
use crate::app::Model;
use crate::app::event::{Effect, Event};
use crate::plain::LineDesk;
use crate::terminal::clock::Clock;

/// How many bytes of a line are kept; no answer is longer.
const LONGEST: u64 = 4_096;

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
        for effect in &answer.effects {
            if let Ok(saved) = saving::carry_out(effect.clone()) {
                lines.tell(Event::Saved(saved), clock.now());
            }
        }
        match answer.instead {
            Some(said) => printing::print(&said.join("\n"))?,
            None => say_page(&lines)?,
        }
        copied(&lines, &answer.effects)?;
        // A sign that it is someone's turn to type, where someone types.
        if io::stdin().is_terminal() && io::stdout().is_terminal() {
            printing::prompt("> ")?;
        }
    }
    Ok(CLEAN)
}

fn say_page(lines: &LineDesk) -> anyhow::Result<()> {
    printing::print(&format!("\n{}", lines.page().join("\n")))
}

/// There is no clipboard here: what would go there is said, unless the page says it.
fn copied(lines: &LineDesk, effects: &[Effect]) -> anyhow::Result<()> {
    let page = lines.page();
    for effect in effects {
        let says = |line: &str| page.iter().any(|said| said.contains(line.trim()));
        if let Effect::Copy(text) = effect
            && !text.lines().all(says)
        {
            printing::print(text)?;
        }
    }
    Ok(())
}

/// The next line without its end; none after the last. What is no UTF-8 is taken for Latin-1, in
/// which é, è and à are one byte each.
fn read_line(input: &mut StdinLock<'_>) -> anyhow::Result<Option<String>> {
    let mut line = Vec::new();
    if input.by_ref().take(LONGEST).read_until(b'\n', &mut line)? == 0 {
        return Ok(None);
    }
    if line.ends_with(b"\n") {
        line.pop();
    } else if line.len() as u64 == LONGEST {
        input.skip_until(b'\n')?;
    }
    let text = String::from_utf8(line);
    Ok(Some(text.unwrap_or_else(|other| {
        other.as_bytes().iter().copied().map(char::from).collect()
    })))
}
