//! From the bytes of a terminal to keys and pasted text.
//!
//! Its own reader and not crossterm's: that one hears nothing any more once a paste is not ended
//! (crossterm#1060), and takes an arrow for `Esc` and letters when it comes in two parts. Here every
//! sequence ends, with a mark or with a silence; what is not known is swallowed whole, never typed.

use std::time::{Duration, Instant};

use super::flood::{FLOOD, Flood};
use super::grammar::Grammar;
use super::paste::{Paste, SILENCE, Taken};
use crate::app::event::HAND;
use crate::app::key::Key;

/// What came in.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Input {
    Key(Key),
    /// More keys at once than a hand presses.
    Burst(Vec<Key>),
    Paste(String),
}

const CTRL_C: Key = Key::Ctrl('c');

/// Holds what is not complete yet.
#[derive(Debug, Default)]
pub(super) struct Decoder {
    grammar: Grammar,
    flood: Option<Flood>,
    paste: Option<Paste>,
}

impl Decoder {
    /// Takes what was read at `now`.
    pub(super) fn feed(&mut self, bytes: &[u8], now: Instant, heard: &mut Vec<Input>) {
        let mut left = self.grammar.read(bytes, now);
        while !left.is_empty() {
            left = match self.paste.take() {
                Some(paste) => self.go_on_pasting(paste, left, now, heard),
                None => self.take_keys(left, now, heard),
            };
        }
        self.end_read(heard);
    }

    /// How long to wait for the rest of what has begun.
    pub(super) fn patience(&self) -> Option<Duration> {
        let text = self.flood.is_some() || self.paste.is_some();
        let silence = text.then_some(SILENCE);
        self.grammar.patience().into_iter().chain(silence).min()
    }

    /// The rest did not come: takes what there is for what it can be by itself.
    pub(super) fn give_up(&mut self, now: Instant, heard: &mut Vec<Input>) {
        let pasted = self.paste.take().map(Paste::text);
        heard.extend(pasted.map(Input::Paste));
        self.end_flood(heard);
        self.grammar.give_up(now);
        self.end_read(heard);
    }

    fn go_on_pasting<'b>(
        &mut self,
        mut paste: Paste,
        bytes: &'b [u8],
        now: Instant,
        heard: &mut Vec<Input>,
    ) -> &'b [u8] {
        match paste.take(bytes, now) {
            Taken::All => {
                self.paste = Some(paste);
                &[]
            }
            Taken::AllBut(left) => {
                heard.push(Input::Paste(paste.text()));
                bytes.get(bytes.len() - left..).unwrap_or_default()
            }
        }
    }

    /// Takes keys up to the mark after which text is pasted.
    fn take_keys<'b>(
        &mut self,
        mut bytes: &'b [u8],
        now: Instant,
        heard: &mut Vec<Input>,
    ) -> &'b [u8] {
        while let [byte, rest @ ..] = bytes {
            bytes = rest;
            self.grammar.take(*byte);
            self.bound_keys(heard);
            if std::mem::take(&mut self.grammar.understood.paste) {
                self.end_flood(heard);
                self.end_read(heard);
                self.paste = Some(Paste::begin(now));
                break;
            }
        }
        bytes
    }

    /// Keeps no more keys than a hand presses; whatever comes among them, Ctrl-C is heard.
    fn bound_keys(&mut self, heard: &mut Vec<Input>) {
        let keys = &mut self.grammar.understood.keys;
        if keys.len() >= FLOOD {
            self.flood.get_or_insert_default();
        }
        if let Some(flood) = &mut self.flood {
            heard.extend(keys.extract_if(.., |key| *key == CTRL_C).map(Input::Key));
            keys.drain(..).for_each(|key| flood.take(key));
        }
    }

    fn end_read(&mut self, heard: &mut Vec<Input>) {
        if let Some(arrow) = self.flood.as_mut().and_then(Flood::end_read) {
            self.end_flood(heard);
            heard.push(Input::Key(arrow));
        }
        let mut keys = std::mem::take(&mut self.grammar.understood.keys);
        let typed = keys.iter().filter(|key| matches!(key, Key::Char(_)));
        if typed.count() > HAND {
            heard.extend(keys.extract_if(.., |key| *key == CTRL_C).map(Input::Key));
            heard.push(Input::Burst(keys));
        } else {
            heard.extend(keys.into_iter().map(Input::Key));
        }
    }

    fn end_flood(&mut self, heard: &mut Vec<Input>) {
        let flood = self.flood.take().map(Flood::text);
        heard.extend(flood.map(Input::Paste));
    }
}

#[cfg(test)]
mod tests;
