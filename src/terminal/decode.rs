//! From the bytes of a terminal to keys and pasted text.
//!
//! Its own reader and not crossterm's: that one hears nothing any more once a paste is not ended
//! (crossterm#1060), and takes an arrow for `Esc` and letters when it comes in two parts. Here every
//! sequence ends, with a mark or with a silence; what is not known is swallowed whole, never typed.

use std::time::{Duration, Instant};

use super::grammar::Grammar;
use super::paste::{KEPT, Paste, SILENCE};
use crate::app::event::{Event, HAND};
use crate::app::key::Key;

/// So many keys in one read are text, from a terminal that does not mark what is pasted.
const FLOOD: usize = 512;

const CTRL_C: Key = Key::Ctrl('c');

/// Holds what is not complete yet.
#[derive(Default)]
pub(super) struct Decoder {
    grammar: Grammar,
    /// Text between marks.
    paste: Option<Paste>,
    /// The text of more keys than any hand types. It ends with a silence, or an arrow behind it.
    flood: Option<String>,
    heard: Vec<Event>,
}

impl Decoder {
    /// What was read at `now`, as far as it is complete.
    pub(super) fn feed(&mut self, bytes: &[u8], now: Instant) -> Vec<Event> {
        let mut left = self.grammar.read(bytes, now);
        while !left.is_empty() {
            left = match &mut self.paste {
                None => self.take_keys(left, now),
                Some(paste) => {
                    let behind = paste.take(left, now);
                    if behind.is_some() {
                        self.end_paste();
                    }
                    behind.unwrap_or_default()
                }
            };
        }
        self.end_read();
        std::mem::take(&mut self.heard)
    }

    /// How long to wait for the rest of what has begun.
    pub(super) fn patience(&self) -> Option<Duration> {
        let text = self.flood.is_some() || self.paste.is_some();
        let silence = text.then_some(SILENCE);
        self.grammar.patience().into_iter().chain(silence).min()
    }

    /// The rest did not come: what there is counts for what it can be by itself.
    pub(super) fn give_up(&mut self, now: Instant) -> Vec<Event> {
        self.end_paste();
        self.end_flood();
        self.grammar.give_up(now);
        self.end_read();
        std::mem::take(&mut self.heard)
    }

    /// Takes keys up to the mark after which text is pasted.
    fn take_keys<'b>(&mut self, mut bytes: &'b [u8], now: Instant) -> &'b [u8] {
        while let [byte, rest @ ..] = bytes {
            bytes = rest;
            self.grammar.take(*byte);
            if std::mem::take(&mut self.grammar.paste) {
                self.end_read();
                self.end_flood();
                self.paste = Some(Paste::begin(now));
                break;
            }
        }
        bytes
    }

    /// Tells the keys of a read: one by one, or as text where they are more than a hand presses.
    fn end_read(&mut self) {
        let mut keys = std::mem::take(&mut self.grammar.keys);
        let typed = keys.iter().filter(|key| matches!(key, Key::Char(_)));
        let (many, flood) = (typed.count() > HAND, keys.len() >= FLOOD);
        if many || flood || self.flood.is_some() {
            // Whatever comes among them, it is heard.
            let control_c = keys.extract_if(.., |key| *key == CTRL_C);
            self.heard.extend(control_c.map(Event::Key));
        }
        if flood || self.flood.is_some() {
            self.take_flood(&keys);
        } else if many {
            self.heard.push(Event::Burst(keys));
        } else {
            self.heard.extend(keys.into_iter().map(Event::Key));
        }
    }

    /// Keeps the text of keys. An arrow behind it was meant, but not one among several.
    fn take_flood(&mut self, keys: &[Key]) {
        let flood = self.flood.get_or_insert_default();
        let typed = keys.iter().filter_map(|key| match key {
            Key::Char(c) => Some(*c),
            Key::Enter => Some('\n'),
            _ => None,
        });
        flood.extend(typed.take(KEPT.saturating_sub(flood.len())));
        let arrow = |key: &&Key| matches!(key, Key::Up | Key::Down | Key::Left | Key::Right);
        if let Some(last) = keys.last().filter(arrow)
            && keys.iter().filter(arrow).count() == 1
        {
            self.end_flood();
            self.heard.push(Event::Key(*last));
        }
    }

    fn end_flood(&mut self) {
        self.heard.extend(self.flood.take().map(Event::Paste));
    }

    fn end_paste(&mut self) {
        let text = self.paste.take().map(Paste::text);
        self.heard.extend(text.map(Event::Paste));
    }
}

#[cfg(test)]
mod tests;
