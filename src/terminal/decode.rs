//! From the bytes of a terminal to keys and pasted text.
//!
//! Its own reader and not crossterm's: that one keeps every byte of a paste, and hears nothing else
//! until the mark that ends it. Whatever is not known here is swallowed whole, never typed.

use std::time::{Duration, Instant};

use super::paste::{Paste, Taken};
use super::sequence::{Sequence, first};
use crate::app::key::Key;

/// What came in.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Input {
    Key(Key),
    Paste(String),
}

/// How long the rest of a key may be on its way: over a slow line `Esc` and an arrow begin alike.
const HALF_A_KEY: Duration = Duration::from_millis(40);

/// So many characters at once were not typed.
const FLOOD: usize = 1_024;

/// Holds what is not complete yet.
#[derive(Debug, Default)]
pub(super) struct Decoder {
    rest: Vec<u8>,
    paste: Option<Paste>,
}

impl Decoder {
    /// Takes what was read at `now`.
    pub(super) fn feed(&mut self, bytes: &[u8], now: Instant, heard: &mut Vec<Input>) {
        if self.is_flood(bytes) {
            self.paste = Some(Paste::flood(now));
        }
        self.rest.extend_from_slice(bytes);
        let all = std::mem::take(&mut self.rest);
        let mut left = all.as_slice();
        while !left.is_empty() {
            if let Some(paste) = self.paste.take() {
                left = self.go_on_pasting(paste, left, now, heard);
                continue;
            }
            let rest = self.one_key(left, now, heard);
            if rest.len() == left.len() {
                break;
            }
            left = rest;
        }
        self.rest = left.to_vec();
    }

    /// How long to wait for the rest of what has begun.
    pub(super) fn patience(&self) -> Option<Duration> {
        match &self.paste {
            Some(paste) => Some(paste.patience()),
            None => (!self.rest.is_empty()).then_some(HALF_A_KEY),
        }
    }

    /// The rest did not come: takes what there is for what it can be by itself.
    pub(super) fn give_up(&mut self, now: Instant, heard: &mut Vec<Input>) {
        if let Some(paste) = self.paste.take() {
            heard.push(Input::Paste(paste.text()));
        }
        let rest = std::mem::take(&mut self.rest);
        match rest.split_first() {
            Some((0x1b, more)) if more.len() <= 1 => {
                heard.push(Input::Key(Key::Esc));
                self.feed(more, now, heard);
            }
            // The first bytes of a character of UTF-8 are letters in Latin-1.
            Some((byte @ 0xa0.., more)) => {
                heard.push(Input::Key(Key::Char(char::from(*byte))));
                self.feed(more, now, heard);
            }
            _ => {}
        }
    }

    fn is_flood(&self, bytes: &[u8]) -> bool {
        self.paste.is_none()
            && self.rest.is_empty()
            && bytes.len() >= FLOOD
            && !bytes.contains(&0x1b)
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

    fn one_key<'b>(&mut self, bytes: &'b [u8], now: Instant, heard: &mut Vec<Input>) -> &'b [u8] {
        let used = match first(bytes) {
            Sequence::Unfinished => 0,
            Sequence::Nothing(used) => used,
            Sequence::Key(key, used) => {
                heard.push(Input::Key(key));
                used
            }
            Sequence::PasteBegins(used) => {
                self.paste = Some(Paste::bracketed(now));
                used
            }
        };
        bytes.get(used..).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heard(pieces: &[&[u8]]) -> Vec<Input> {
        let (mut decoder, mut heard) = (Decoder::default(), Vec::new());
        for piece in pieces {
            decoder.feed(piece, Instant::now(), &mut heard);
        }
        while decoder.patience().is_some() {
            decoder.give_up(Instant::now(), &mut heard);
        }
        heard
    }

    fn keys(names: &str) -> Vec<Input> {
        let keys = names.split_whitespace().map(|name| name.parse().unwrap());
        keys.map(Input::Key).collect()
    }

    #[test]
    fn a_key_in_pieces_is_one_key() {
        assert_eq!(heard(&[b"\x1b", b"[", b"B"]), keys("↓"));
        assert_eq!(
            heard(&["é".as_bytes().split_at(1).0, "é".as_bytes().split_at(1).1]),
            keys("é")
        );
    }

    #[test]
    fn what_stays_half_is_what_it_can_be_alone() {
        assert_eq!(heard(&[b"\x1b"]), keys("Esc"));
        assert_eq!(heard(&[b"\x1b["]), keys("Esc ["));
        assert_eq!(heard(&[b"\x1bO"]), keys("Esc O"));
        assert_eq!(heard(&[b"\x1b[1;"]), keys(""));
    }

    #[test]
    fn escape_and_the_next_key_are_two() {
        assert_eq!(heard(&[b"\x1bq"]), keys("Esc q"));
        assert_eq!(heard(&[b"\x1b\x1b[B"]), keys("Esc ↓"));
        assert_eq!(heard(&[b"\x1b\x1b"]), keys("Esc Esc"));
    }

    #[test]
    fn letters_of_latin_1_are_understood() {
        assert_eq!(heard(&[b"\xe9"]), keys("é"));
        assert_eq!(heard(&[b"\xe9\xe8q\xa7"]), keys("é è q §"));
    }

    #[test]
    fn a_paste_is_one_event_between_two_keys() {
        let pasted = heard(&[b"a\x1b[200~hel", b"lo\x1b[201~b"]);
        let [
            Input::Key(Key::Char('a')),
            Input::Paste(text),
            Input::Key(Key::Char('b')),
        ] = pasted.as_slice()
        else {
            panic!("{pasted:?}")
        };
        assert_eq!(text, "hello");
    }

    #[test]
    fn an_endless_paste_ends() {
        let chunk = [b'x'; 4_096];
        let mut pieces: Vec<&[u8]> = vec![b"\x1b[200~"];
        pieces.extend([chunk.as_slice(); 100]);
        let pasted = heard(&pieces);
        assert!(matches!(pasted.as_slice(), [Input::Paste(text)] if text.len() == 10_000));
    }

    #[test]
    fn a_flood_is_a_paste_and_not_a_thousand_keys() {
        let flood = [b'1'; 4_095];
        let pasted = heard(&[&flood, &flood, b"111", b"\x1b[B"]);
        assert!(
            matches!(pasted.as_slice(), [Input::Paste(_), Input::Key(Key::Down)]),
            "{pasted:?}"
        );
    }
}
