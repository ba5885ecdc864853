//! Any keys, sizes and signals: no broken terminal and no panic. A short run always;
//! `BALIE_SOAK_SECONDS=600 cargo test --test soak -- --ignored` for a long one.
#![cfg(unix)]
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

#[path = "support/pty.rs"]
mod pty;

use std::time::{Duration, Instant};

use pty::{PACK, PATIENCE, Pty, Start};
use rustix::process::Signal;
use tempfile::TempDir;

const PROGRAM: &str = env!("CARGO_BIN_EXE_balie");

/// Whatever a keyboard, a line or a clipboard may send, but for what leaves.
const TYPED: [&str; 40] = [
    "1", "2", "3", "4", "5", "6", "7", "8", "9", "&", "é", "\"", "'", "(", "§", "è", "!", "ç",
    "\r", "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1b", "\x7f", "\x1bOP", "\x1bOQ", "\x1bOR",
    "\x1bOS", "\x1b[5~", "\x1b[6~", "\x1b[H", "\x1b[F", "/", "l", "d", "?", "t", "A", "\x0c",
];
const ODD: [&[u8]; 12] = [
    b"\x1b[200~",
    b"\x1b[201~",
    b"\x1b[20",
    b"\x1b[",
    b"\x1bO",
    b"\xff\xfe",
    b"\xe9",
    b"\x00",
    b"\x1b[999;999R",
    b"\x1b]11;rgb:0/0/0\x07",
    b"\x1b[?1;2c",
    "👩‍👩‍👧‍👦 ﷽ 語".as_bytes(),
];
const SIZES: [(u16, u16); 8] = [
    (80, 24),
    (1, 1),
    (2, 50),
    (200, 60),
    (40, 12),
    (500, 2),
    (17, 7),
    (120, 30),
];
const ENDS: [(Signal, u32); 6] = [
    (Signal::TERM, 143),
    (Signal::INT, 130),
    (Signal::HUP, 129),
    (Signal::QUIT, 131),
    (Signal::USR1, 138),
    (Signal::ABORT, 134),
];

/// Numbers in no order, always the same for a seed.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(bound).unwrap()).unwrap()
    }

    fn of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len())]
    }
}

#[test]
fn a_few_seconds_of_keys_sizes_and_signals() {
    soak(Duration::from_secs(3));
}

#[test]
#[ignore = "takes as long as BALIE_SOAK_SECONDS says, or ten minutes"]
fn many_minutes_of_keys_sizes_and_signals() {
    let seconds = std::env::var("BALIE_SOAK_SECONDS").ok();
    let seconds = seconds.and_then(|seconds| seconds.parse().ok());
    soak(Duration::from_secs(seconds.unwrap_or(600)));
}

fn soak(budget: Duration) {
    let begun = Instant::now();
    for seed in 1.. {
        if begun.elapsed() > budget {
            return;
        }
        println!("seed {seed}");
        session(&mut Chance(0x9e37_79b9_7f4a_7c15 ^ (seed << 20)));
    }
}

fn session(chance: &mut Chance) {
    let folder = TempDir::new().unwrap();
    let start = Start::new(PROGRAM).args(["--lang", "nl", "--pack", PACK]);
    let mut pty = start.inside(folder.path()).spawn();
    pty.wait_for("q stop");
    let raw = pty.modes();
    for _ in 0..150 {
        something(&mut pty, chance, &raw);
    }
    end(&mut pty, chance);
}

fn something(pty: &mut Pty, chance: &mut Chance, raw: &str) {
    match chance.below(40) {
        0 | 1 => pty.send_bytes(chance.of(&ODD)),
        2 | 3 => {
            let (columns, rows) = chance.of(&SIZES);
            pty.resize(columns, rows);
        }
        4 => {
            // The first process of a terminal does not stop: nobody could continue it.
            pty.signal(Signal::TSTP);
            pty.wait_for_modes(raw);
        }
        5 => {
            pty.signal(Signal::STOP);
            pty.signal(Signal::CONT);
        }
        6 => pty.signal(Signal::WINCH),
        _ => pty.send(chance.of(&TYPED)),
    }
}

fn end(pty: &mut Pty, chance: &mut Chance) {
    let (signal, status) = chance.of(&ENDS);
    pty.signal(signal);
    let (ended, _) = pty.wait_for_end_within(PATIENCE);
    assert_eq!(ended, status);
    assert!(pty.is_given_back());
    let all = String::from_utf8_lossy(&pty.bytes);
    assert!(!all.contains("panicked"), "{all}");
}
