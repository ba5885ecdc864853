//! Typing over a slow line: 80 ms each way, and nobody waits for the echo.
#![cfg(unix)]
#![allow(clippy::panic, clippy::unwrap_used, clippy::expect_used)]

#[path = "support/pty.rs"]
mod pty;

use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use pty::{PACK, Pty, Start};

const PROGRAM: &str = env!("CARGO_BIN_EXE_balie");
const ARGUMENTS: [&str; 6] = [
    "--lang",
    "nl",
    "--now",
    "2026-11-24T14:19:30",
    "--pack",
    PACK,
];

/// What a key needs to the program, and the picture back.
const ONE_WAY: Duration = Duration::from_millis(80);
/// Between two keys of somebody who types fast.
const TYPING: Duration = Duration::from_millis(15);
/// Between two packets that hold parts of one key.
const TORN: Duration = Duration::from_millis(10);

const DOWN: &str = "\x1b[B";
const UP: &str = "\x1b[A";

/// A terminal at the far end of a line that holds back whatever passes.
struct Line {
    far: Pty,
    // Nobody ever sends on it: waiting for it is how the line holds back.
    hold: (Sender<()>, Receiver<()>),
}

impl Line {
    fn to_the_desk() -> Self {
        let mut far = Start::new(PROGRAM).args(ARGUMENTS).spawn();
        far.wait_for("Wachtwoord vergeten");
        Self {
            far,
            hold: channel(),
        }
    }

    fn hold(&self, time: Duration) {
        let _ = self.hold.1.recv_timeout(time);
    }

    /// Types without a look at the screen.
    fn types_blindly(&mut self, keys: &[&str]) {
        self.hold(ONE_WAY);
        for key in keys {
            self.far.send(key);
            self.hold(TYPING);
        }
    }

    /// Types one key when the picture has come, and waits for the next picture.
    fn types_at_sight(&mut self, key: &str, shown: &str) {
        self.hold(ONE_WAY + ONE_WAY);
        self.far.send(key);
        self.far.wait_for(shown);
    }
}

#[test]
fn no_key_is_lost_or_doubled_when_typed_ahead() {
    let mut line = Line::to_the_desk();
    let typed = "te vaak geblokkeerd";
    let letters: Vec<String> = typed.chars().map(String::from).collect();
    let keys: Vec<&str> = letters.iter().map(String::as_str).collect();
    line.types_blindly(&["/"]);
    line.types_blindly(&keys);
    line.far.wait_for(&format!("Zoek {typed}_"));
    line.types_blindly(&[DOWN, DOWN, UP, UP, "\x7f", "d", "\r"]);
    line.far.wait_for("Wat typ je als gebruikersnaam?");
}

#[test]
fn a_whole_case_typed_ahead_in_one_packet_arrives() {
    let mut line = Line::to_the_desk();
    line.types_blindly(&["/account locked\r11"]);
    line.far.wait_for("Wacht zeker tot 14:3");
}

#[test]
fn keys_typed_at_sight_land_once() {
    let mut line = Line::to_the_desk();
    let marked = ["▸ 2", "▸ 3", "▸ 4", "▸ 5"];
    for marked in marked {
        line.types_at_sight(DOWN, marked);
    }
    line.types_at_sight("\r", "Wat wil je openen?");
    line.types_at_sight("1", "Met je studentennummer");
    line.types_at_sight("\x1b[D", "Wat wil je openen?");
}

#[test]
fn a_key_torn_in_two_packets_is_one_key() {
    let mut line = Line::to_the_desk();
    for (first, rest, marked) in [("\x1b", "[B", "▸ 2"), ("\x1b[", "B", "▸ 3")] {
        line.far.send(first);
        line.hold(TORN);
        line.far.send(rest);
        line.far.wait_for(marked);
    }
}
