//! The real program in a real terminal: the terminal comes back as it was, whatever happens.
#![cfg(unix)]
#![allow(clippy::panic, clippy::unwrap_used, clippy::expect_used)]

#[path = "support/pty.rs"]
mod pty;

use std::time::{Duration, Instant};

use balie::app::event::{Effect, Event};
use balie::i18n::Moment;
use pty::{PACK, PATIENCE, Pty, Start};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use rustix::process::Signal;

const PROGRAM: &str = env!("CARGO_BIN_EXE_balie");
const ARGUMENTS: [&str; 6] = [
    "--lang",
    "nl",
    "--now",
    "2026-11-24T14:19:30",
    "--pack",
    PACK,
];

/// Stands on the first screen, written last.
const READY: &str = "q stop";
/// The second item, and the same with the marker on it.
const SECOND: &str = "2  Wachtwoord vergeten";
const SECOND_MARKED: &str = "▸ 2  Wachtwoord vergeten";
const FIRST_MARKED: &str = "▸ 1  Eerste keer";
/// The row and column on which the marker of the second item stands.
const SECOND_AT: (u16, u16) = (4, 0);

/// Stands beside the field of the search.
const SEARCH: &str = "Zoek";

const DOWN: &str = "\x1b[B";
const UP: &str = "\x1b[A";
const PASTE: &str = "\x1b[200~";
const PASTE_END: &str = "\x1b[201~";

fn program() -> Start {
    Start::new(PROGRAM).args(ARGUMENTS)
}

fn shown(start: Start) -> Pty {
    let mut pty = start.spawn();
    pty.wait_for(READY);
    assert!(pty.screen().alternate_screen());
    assert_ne!(pty.modes(), pty.modes_before);
    pty
}

/// Its status, with the terminal as it was.
fn ended(pty: &mut Pty) -> u32 {
    let status = pty.wait_for_end();
    assert!(pty.is_given_back(), "{}", pty.text());
    let last = String::from_utf8_lossy(&pty.bytes);
    let after = last.rsplit("\x1b[?1049l").next().unwrap_or_default();
    assert!(
        after.contains("\x1b[?25h"),
        "the cursor is shown, wherever it was before: {after:?}"
    );
    assert!(
        !pty.text().contains(SECOND),
        "the picture stays behind:\n{}",
        pty.text()
    );
    status
}

#[test]
fn it_gives_the_terminal_back_when_asked_to_leave() {
    for key in ["q", "\x03"] {
        let mut pty = shown(program());
        pty.send(key);
        assert_eq!(ended(&mut pty), 0);
    }
}

#[test]
fn it_gives_the_terminal_back_before_the_message_of_a_panic() {
    for whose in ["a_desk_that_panics", "a_desk_whose_thread_panics"] {
        let this = std::env::current_exe().unwrap();
        let this = this.to_str().unwrap();
        let mut pty = Start::new(this)
            .args([whose, "--exact", "--ignored", "--nocapture"])
            .spawn();
        pty.wait_for("a stub");
        pty.send("p");
        assert_eq!(pty.wait_for_end(), 101);
        assert!(pty.is_given_back(), "{}", pty.text());
        assert!(pty.text().contains("panicked at"), "{}", pty.text());
        assert_eq!(times(&pty, "\x1b[?1049l"), 1, "given back exactly once");
    }
}

/// A desk that panics at any key, to be started by the test above in a terminal of its own.
struct Stub {
    elsewhere: bool,
}

impl balie::terminal::Desk for Stub {
    fn handle(&mut self, event: Event, _: Moment) -> Vec<Effect> {
        if matches!(event, Event::Key(_)) {
            let panic = || panic!("on purpose");
            if self.elsewhere {
                let _ = std::thread::spawn(panic).join();
            } else {
                panic();
            }
        }
        Vec::new()
    }

    fn draw(&mut self, _: Rect, buffer: &mut Buffer, _: Moment) -> Option<Position> {
        buffer.set_string(0, 0, "a stub", Style::new());
        None
    }

    fn wakes_at(&self, now: Moment) -> Moment {
        now + chrono::TimeDelta::minutes(1)
    }
}

#[test]
#[ignore = "takes over the terminal; started by another test"]
fn a_desk_that_panics() {
    let _ = balie::terminal::run(
        &mut Stub { elsewhere: false },
        balie::terminal::Options::default(),
    );
}

#[test]
#[ignore = "takes over the terminal; started by another test"]
fn a_desk_whose_thread_panics() {
    let _ = balie::terminal::run(
        &mut Stub { elsewhere: true },
        balie::terminal::Options::default(),
    );
}

#[test]
fn it_gives_the_terminal_back_at_every_signal_that_ends_it() {
    for (signal, status) in [
        (Signal::TERM, 143),
        (Signal::INT, 130),
        (Signal::HUP, 129),
        (Signal::QUIT, 131),
        (Signal::USR1, 138),
        (Signal::USR2, 140),
        (Signal::ALARM, 142),
        (Signal::VTALARM, 154),
        (Signal::PROF, 155),
        (Signal::XCPU, 152),
        (Signal::ABORT, 134),
        (Signal::TRAP, 133),
        #[cfg(target_os = "linux")]
        (Signal::IO, 157),
        #[cfg(target_os = "linux")]
        (Signal::POWER, 158),
        #[cfg(target_os = "linux")]
        (Signal::STKFLT, 144),
    ] {
        let mut pty = shown(program());
        pty.signal(signal);
        let (ended, took) = pty.wait_for_end_within(PATIENCE);
        assert_eq!(ended, status);
        assert!(pty.is_given_back());
        assert_eq!(times(&pty, "\x1b[?1049l"), 1, "given back exactly once");
        assert!(took < Duration::from_millis(500), "{took:?}");
    }
}

#[test]
fn a_full_quota_does_not_end_it() {
    let mut pty = shown(program());
    pty.signal(Signal::XFSZ);
    pty.send(DOWN);
    pty.wait_for(SECOND_MARKED);
}

#[test]
fn it_ends_even_when_the_terminal_takes_nothing() {
    let mut pty = program().deaf().spawn();
    // Raw mode is the only sign of life.
    while pty.modes() == pty.modes_before {
        std::thread::yield_now();
    }
    // More pictures than any buffer holds: it gets stuck in the middle of one, and works no more.
    for _ in 0..10 {
        let (begun, before) = (Instant::now(), pty.processor_time());
        while begun.elapsed() < Duration::from_millis(500) {
            pty.resize(80, 24);
            pty.resize(81, 24);
        }
        if pty.processor_time() - before < Duration::from_millis(30) {
            break;
        }
    }
    pty.signal(Signal::TERM);
    pty.wait_for_death(Duration::from_secs(2));
    assert_eq!(pty.modes(), pty.modes_before);
    pty.look();
    assert_eq!(ended(&mut pty), 143);
}

#[test]
fn without_a_thread_it_says_so_and_leaves_the_terminal_alone() {
    let limited = "ulimit -u 1; exec \"$0\" \"$@\"";
    let mut start = Start::new("bash");
    if rustix::process::getuid().is_root() {
        // Root has no limit.
        let nobody = ["--reuid=64123", "--regid=64123", "--clear-groups", "bash"];
        start = Start::new("setpriv").args(nobody);
    }
    let mut pty = start.args(["-c", limited, PROGRAM]).args(ARGUMENTS).spawn();
    assert_eq!(pty.wait_for_end(), 3);
    assert!(pty.is_given_back());
    assert!(
        pty.text().contains("the terminal cannot be used"),
        "{}",
        pty.text()
    );
}

#[test]
fn it_ends_when_its_window_is_closed() {
    gone_in_time(shown(program()));
}

#[test]
fn it_ends_when_the_terminal_vanishes_without_a_signal() {
    gone_in_time(shown(program().without_signals()));
}

fn gone_in_time(mut pty: Pty) {
    pty.vanish(DOWN);
    pty.wait_for_death(Duration::from_secs(2));
    assert!(
        pty.processor_time() < Duration::from_millis(100),
        "{:?}",
        pty.processor_time()
    );
    assert_eq!(pty.wait_for_end(), 129);
}

/// A shell that runs the desk as `$BALIE`.
fn shell() -> Pty {
    let desk = [PROGRAM].into_iter().chain(ARGUMENTS);
    let desk = desk.collect::<Vec<_>>().join(" ");
    let mut pty = Start::new("bash")
        .args(["--norc", "--noprofile", "-i"])
        .env("PS1", "shell> ")
        .env("BALIE", &desk)
        .spawn();
    wait_for_prompt(&mut pty);
    pty
}

fn wait_for_desk(pty: &mut Pty) {
    pty.wait_until("the desk", |screen| {
        screen.alternate_screen() && screen.contents().contains(READY)
    });
}

#[test]
fn it_stops_and_goes_on_twenty_times() {
    let mut pty = shell();
    let modes = pty.modes();
    pty.send("$BALIE\r");
    for _ in 0..20 {
        wait_for_desk(&mut pty);
        pty.send("\x1a");
        wait_for_prompt(&mut pty);
        pty.wait_for_modes(&modes);
        assert!(!pty.screen().hide_cursor());
        pty.send("fg\r");
    }
    wait_for_desk(&mut pty);
    pty.send("q");
    wait_for_prompt(&mut pty);
    pty.wait_for_modes(&modes);
}

#[test]
fn stopped_and_continued_at_once_it_goes_on() {
    let mut pty = shell();
    pty.send("$BALIE\r");
    wait_for_desk(&mut pty);
    let at_prompt = |screen: &vt100::Screen| screen.contents().trim_end().ends_with("shell>");
    let mut went_on = 0;
    for _ in 0..10 {
        pty.signal_child(&[Signal::TSTP, Signal::CONT]);
        pty.send(DOWN);
        pty.wait_until("the desk or a prompt", |screen| {
            at_prompt(screen) || screen.contents().contains(SECOND_MARKED)
        });
        if at_prompt(pty.screen()) {
            // This machine was so busy between the two signals that the shell saw the stop.
            pty.send("fg\r");
            wait_for_desk(&mut pty);
            pty.send(DOWN);
        } else {
            went_on += 1;
        }
        pty.wait_for(SECOND_MARKED);
        pty.send(UP);
        pty.wait_for(FIRST_MARKED);
    }
    assert!(went_on > 0);
}

#[test]
fn it_does_not_stop_where_nobody_could_continue_it() {
    let mut leader = shown(program());
    let raw = leader.modes();
    for _ in 0..3 {
        leader.send("\x1a");
        leader.signal(Signal::TSTP);
    }
    leader.send(DOWN);
    leader.wait_for(SECOND_MARKED);
    leader.wait_for_modes(&raw);
    leader.send("q");
    assert_eq!(ended(&mut leader), 0);
}

#[test]
fn it_does_not_stop_in_a_menu_that_ignores_stops() {
    let mut pty = shell();
    pty.send("(trap '' TSTP; $BALIE)\r");
    wait_for_desk(&mut pty);
    pty.send("\x1a");
    pty.send(DOWN);
    pty.wait_for(SECOND_MARKED);
    assert_eq!(times(&pty, "\x1b[?1049l"), 0, "never given back");
}

#[test]
fn modes_that_a_crashed_program_left_on_are_off() {
    let left = "\x1b[?1003h\x1b[?1006h\x1b[?1h\x1b=\x1b[5;9r\x1b[?6h\x1b[4h";
    let mut pty = shown(program().after(left));
    let mouse = pty.screen().mouse_protocol_mode();
    assert_eq!(mouse, vt100::MouseProtocolMode::None);
    assert!(!pty.screen().application_cursor());
    assert!(!pty.screen().application_keypad());
    for off in [
        "\x1b[?1000l",
        "\x1b[?1002l",
        "\x1b[?1004l",
        "\x1b[?1005l",
        "\x1b[?1015l",
        "\x1b[>4;0m",
        "\x1b[=0u",
        "\x1b[4l",
        "\x1b(B",
    ] {
        assert_eq!(times(&pty, off), 1, "{off:?}");
    }
    pty.send("q");
    assert_eq!(ended(&mut pty), 0);
}

#[test]
fn a_flood_of_keys_is_soon_over_and_control_c_is_heard() {
    let mixed = "abcdef\x1b[B\x1b[A".repeat(1_000_000 / 12).into_bytes();
    let mut state = 0x2545_f491_u32;
    let random = (0..8_000_000_u32).map(|_| {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        state.to_le_bytes()[1]
    });
    let leaving = |byte: &u8| matches!(byte, b'q' | b'Q' | 3);
    let random = random.filter(|byte| !leaving(byte)).collect();
    for bytes in [mixed, random] {
        let bytes: Vec<u8> = bytes;
        let mut pty = shown(program());
        pty.send_bytes(&bytes);
        // Its own time in a build for tests, whatever else this machine does; a release takes a second.
        let took = pty.processor_time();
        assert!(took < Duration::from_secs(12), "{took:?}");
        pty.send("\x03");
        assert_eq!(ended(&mut pty), 0);
    }
}

fn wait_for_prompt(pty: &mut Pty) {
    pty.wait_until("a prompt", |screen| {
        !screen.alternate_screen() && screen.contents().trim_end().ends_with("shell>")
    });
}

#[test]
fn it_takes_the_terminal_over_again_after_a_stop_it_did_not_see() {
    let mut pty = shown(program());
    let raw = pty.modes();
    pty.signal(Signal::STOP);
    pty.wait_for_stop();
    pty.stty("sane");
    pty.signal(Signal::CONT);
    pty.wait_for_modes(&raw);
    pty.send(DOWN);
    pty.wait_for(SECOND_MARKED);
    pty.send("q");
    assert_eq!(ended(&mut pty), 0);
}

#[test]
fn a_marker_that_moves_leaves_what_a_whole_picture_shows() {
    let mut pty = shown(program());
    pty.send(DOWN);
    pty.wait_for(SECOND_MARKED);
    let moved = pty.screen().contents_formatted();
    // Ctrl-L draws all anew.
    pty.send("\x0c");
    pty.send(UP);
    pty.wait_for(FIRST_MARKED);
    assert_eq!(times(&pty, "\x1b[2J"), 2, "drawn anew once");
    pty.send(DOWN);
    pty.wait_for(SECOND_MARKED);
    assert_eq!(pty.screen().contents_formatted(), moved);
}

#[test]
fn the_cursor_follows_the_marker() {
    let mut pty = shown(program());
    pty.send(DOWN);
    pty.wait_for(SECOND_MARKED);
    assert_eq!(pty.screen().cursor_position(), SECOND_AT);
    assert!(!pty.screen().hide_cursor());
}

#[test]
fn a_marker_moves_in_few_bytes_and_a_dead_key_in_none() {
    let mut pty = shown(program());
    pty.bytes.clear();
    pty.send("~");
    pty.send(DOWN);
    pty.wait_for(SECOND_MARKED);
    pty.send(UP);
    pty.wait_for(FIRST_MARKED);
    assert!(pty.bytes.len() <= 140, "{} bytes", pty.bytes.len());
}

#[test]
fn it_asks_the_terminal_nothing() {
    let pty = shown(program());
    // The one sequence of that beginning that asks nothing.
    let text = String::from_utf8_lossy(&pty.bytes).replace("\x1b[>4;0m", "");
    for question in [
        "\x1b[c", "\x1b[0c", "\x1b[>", "\x1b[6n", "\x1b[5n", "?u", "$p", "\x1b]1", "\x1bP",
    ] {
        assert!(!text.contains(question), "{question:?} in {text:?}");
    }
}

#[test]
fn after_a_thousand_sizes_the_picture_is_that_of_a_fresh_start() {
    let mut pty = shown(program());
    for number in 0..1_000_u16 {
        pty.resize(1 + number * 37 % 200, 1 + number * 13 % 60);
    }
    pty.resize(100, 30);
    let mut fresh = shown(program().size(100, 30));
    let (begun, picture) = (Instant::now(), |pty: &Pty| {
        pty.screen().contents_formatted()
    });
    while picture(&pty) != picture(&fresh) {
        assert!(
            begun.elapsed() < PATIENCE,
            "{}\nis not\n{}",
            pty.text(),
            fresh.text()
        );
        // The minute may pass in between: both are looked at again.
        pty.wait_for("");
        fresh.wait_for("");
        std::thread::yield_now();
    }
    // Its own time, whatever else this machine does.
    let took = pty.processor_time();
    assert!(took < Duration::from_secs(2), "{took:?}");
    pty.send("q");
    assert_eq!(ended(&mut pty), 0);
}

#[test]
fn ten_megabytes_of_paste_leave_keys_and_memory_as_they_were() {
    for end in [PASTE_END, ""] {
        let mut pty = shown(program());
        let before = pty.memory();
        pty.send(PASTE);
        ten_megabytes(&mut pty);
        pty.send(end);
        pty.send(DOWN);
        pty.wait_within(Duration::from_secs(1), SECOND_MARKED, marks_second);
        let (after, peak) = (pty.memory(), pty.peak_memory());
        assert!(
            after.max(peak) < before + 1_024,
            "from {before} by {peak} to {after} kB"
        );
        pty.send("q");
        assert_eq!(ended(&mut pty), 0);
    }
}

#[test]
fn a_paste_without_marks_is_no_thousand_keys() {
    let mut pty = shown(program());
    ten_megabytes(&mut pty);
    pty.send(DOWN);
    pty.wait_within(Duration::from_secs(2), SECOND_MARKED, marks_second);
}

#[test]
fn a_flood_of_anything_leaves_control_c_alive() {
    let (mut state, mut random) = (0x2545_f491_u32, Vec::new());
    while random.len() < 1_000_000 {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        let bytes = state.to_le_bytes().into_iter();
        random.extend(bytes.filter(|byte| *byte != 3));
    }
    let arrows = b"een regel tekst\r\x1b[B\x1b[A".repeat(50_000);
    for (opening, flood) in [("", &arrows), ("/", &arrows), ("/", &random)] {
        let mut pty = shown(program());
        pty.send(opening);
        pty.wait_for(if opening.is_empty() { READY } else { SEARCH });
        pty.send_bytes(flood);
        // Its own time, whatever else this machine does.
        let took = pty.processor_time();
        assert!(took < Duration::from_secs(5), "{took:?}");
        pty.send("\x03");
        assert_eq!(ended(&mut pty), 0);
    }
}

#[test]
fn a_paste_that_only_begins_leaves_the_keys_alive() {
    let mut pty = shown(program());
    pty.send("/");
    pty.wait_for(SEARCH);
    pty.send(PASTE);
    pty.send("hello");
    // The end of the silence is the only sign that it counts as ended.
    pty.wait_within(Duration::from_secs(1), "the paste", |screen| {
        screen.contents().contains("hello")
    });
    pty.send("\x1b");
    pty.wait_for(READY);
    pty.send(DOWN);
    pty.wait_within(Duration::from_secs(1), SECOND_MARKED, marks_second);
}

fn marks_second(screen: &vt100::Screen) -> bool {
    screen.contents().contains(SECOND_MARKED)
}

fn ten_megabytes(pty: &mut Pty) {
    let line = "een regel tekst van een heel lang bestand\r".repeat(100);
    for _ in 0..10_000_000 / line.len() {
        pty.send(&line);
    }
}

#[test]
fn without_a_terminal_it_says_so() {
    let output = std::process::Command::new(PROGRAM)
        .args(ARGUMENTS)
        .env("TERM", "xterm")
        .stdin(std::process::Stdio::null())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(output.stdout, b"");
    let message = String::from_utf8(output.stderr).unwrap();
    assert_eq!(message.lines().count(), 1, "{message}");
    assert!(message.contains("not a terminal"), "{message}");
    assert!(message.contains("`balie --plain`"), "{message}");
}

fn times(pty: &Pty, sequence: &str) -> usize {
    String::from_utf8_lossy(&pty.bytes)
        .matches(sequence)
        .count()
}
