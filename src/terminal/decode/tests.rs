//! What terminals send, and what it is: whole, in two parts, and with a pause between them.

use proptest::collection::vec;
use proptest::prelude::*;

use super::*;

/// What arrives together, and how long nothing came before it.
type Piece<'b> = (u64, &'b [u8]);

fn heard_after(pieces: &[Piece]) -> Vec<Event> {
    let (mut decoder, mut heard, mut now) = (Decoder::default(), Vec::new(), Instant::now());
    for (pause, bytes) in pieces {
        let pause = Duration::from_millis(*pause);
        if let Some(patience) = decoder.patience().filter(|patience| *patience <= pause) {
            heard.extend(decoder.give_up(now + patience));
        }
        now += pause;
        heard.extend(decoder.feed(bytes, now));
    }
    while let Some(patience) = decoder.patience() {
        now += patience;
        heard.extend(decoder.give_up(now));
    }
    heard
}

fn heard(pieces: &[&[u8]]) -> Vec<Event> {
    let pieces: Vec<Piece> = pieces.iter().map(|piece| (0, *piece)).collect();
    heard_after(&pieces)
}

fn keys(names: &str) -> Vec<Event> {
    let keys = names.split_whitespace().map(|name| name.parse().unwrap());
    keys.map(Event::Key).collect()
}

const KEYS: &[(&[u8], &str)] = &[
    (b"a", "a"),
    ("é".as_bytes(), "é"),
    ("語".as_bytes(), "語"),
    ("👍".as_bytes(), "👍"),
    (b" ", "Space"),
    (b"\0", "Ctrl-Space"),
    (b"\x03", "Ctrl-C"),
    (b"\x1a", "Ctrl-Z"),
    (b"\x1c", "Ctrl-4"),
    (b"\r", "Enter"),
    (b"\n", "Enter"),
    (b"\x08", "Backspace"),
    (b"\x7f", "Backspace"),
    (b"\t", "Tab"),
    (b"\x1b[Z", "Shift-Tab"),
    (b"\x1b[A", "↑"),
    (b"\x1bOB", "↓"),
    (b"\x1b[1;5C", "→"),
    (b"\x1b[D", "←"),
    (b"\x1b[H", "Home"),
    (b"\x1bOF", "End"),
    (b"\x1b[1~", "Home"),
    (b"\x1b[8~", "End"),
    (b"\x1b[3~", "Del"),
    (b"\x1b[5~", "PgUp"),
    (b"\x1b[6;2~", "PgDn"),
    (b"\x1bOP", "F1"),
    (b"\x1b[[A", "F1"),
    (b"\x1b[[B", "F2"),
    (b"\x1b[[E", "F5"),
    (b"\x1bOR", "F3"),
    (b"\x1b[13~", "F3"),
    (b"\x1b[1;2S", "F4"),
    (b"\x1b[15~", "F5"),
    (b"\x1b[17~", "F6"),
    (b"\x1b[24~", "F12"),
    (b"\x1bOM", "Enter"),
    (b"\x1bO1;5P", "F1"),
    (b"\x1b[B\x1b[B", "↓ ↓"),
    // With a protocol that another program left on.
    (b"\x1b[99;5u", "Ctrl-C"),
    (b"\x1b[27;5;99~", "Ctrl-C"),
    (b"\x1b[67;6u", "Ctrl-C"),
    (b"\x1b[99;69u", "Ctrl-C"),
    (b"\x1b[109;5u", "Enter"),
    (b"\x1b[32;5u", "Ctrl-Space"),
    (b"\x1b[27u", "Esc"),
    (b"\x1b[13u", "Enter"),
    (b"\x1b[13;2u", "Enter"),
    (b"\x1b[9;2u", "Shift-Tab"),
    (b"\x1b[127u", "Backspace"),
    (b"\x1b[97u", "a"),
    (b"\x1b[97:65;2;65u", "A"),
    (b"\x1b[233;2u", "É"),
    (b"\x1b[38:49;2u", "1"),
    (b"\x1b[27;2;33~", "!"),
    (b"\x1b[97;3u", "Esc a"),
    (b"\x1b[57400u", "1"),
    (b"\x1b[57414u", "Enter"),
    (b"\x1b[57420u", "↓"),
    (b"\x1b[1;1:1B", "↓"),
    (b"\x1b[1;1:2B", "↓"),
    // In one byte what else takes an escape and a letter.
    (b"\x9bB", "↓"),
    (b"\x9b1;5C", "→"),
    (b"\x8fP", "F1"),
    // What interrupts a sequence begins anew.
    (b"\x1b[12\x1b[A", "↑"),
    (b"\x1b[12\x03", "Ctrl-C"),
    (b"\x1bO\x1b[A", "↑"),
    (b"\x1b]11;rgb:12\x1b[A", "↑"),
    (b"\x1b[M \x1b[A", "↑"),
    (b"\x1b]11;rgb:12\x03", "Ctrl-C"),
    // What the parser ignores ends unseen.
    (b"\x1b[1<2mq", "q"),
];

const NOTHING: &[&[u8]] = &[
    b"\x1b[2~",
    b"\x1b[201~",
    b"\x1b[29~",
    b"\x1b[?1;2c",
    b"\x1b[>0;276;0c",
    b"\x1bOx",
    b"\x1b[999~",
    b"\x1b[65536~",
    b"\x1b[~",
    b"\x1b[[Z",
    "\u{85}".as_bytes(),
    b"\x85",
    b"\x1b[1;",
    b"\x1b[1111111111111111111111111111111111111111",
    b"\x1b[1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1A",
    // Focus.
    b"\x1b[I",
    b"\x1b[O",
    // A mouse, in four ways.
    b"\x1b[M !!",
    b"\x1b[M#12",
    b"\x1b[M\x20\xe9\x9b",
    b"\x1b[<0;10;5M",
    b"\x1b[<0;10;5m",
    b"\x1b[32;10;5M",
    // Where the cursor stands.
    b"\x1b[1;5R",
    b"\x1b[1;1R",
    b"\x1b[24;80R",
    // Keys that go up again, that are no characters, or that are held with others.
    b"\x1b[1;1:3B",
    b"\x1b[97;1:3u",
    b"\x1b[3;1:3~",
    b"\x1b[99;5:3u",
    b"\x1b[57441;2u",
    b"\x1b[57425u",
    b"\x1b[128077u",
    b"\x1b[99;9u",
    b"\x1b[0u",
    b"\x1b[u",
    // Strings, each with either end.
    b"\x1b]11;rgb:1212/3434/5656\x07",
    b"\x1b]11;rgb:1212/3434/5656\x1b\\",
    b"\x1b]52;c;MTIzNDU2\x07",
    b"\x1b]0;\xe2\x80\x9c1\xe2\x80\x9d\x1b\\",
    b"\x1bP1$r0m\x1b\\",
    b"\x1bP>|xterm(370)\x1b\\",
    b"\x1b_Gi=31;OK\x1b\\",
    b"\x1b^privacy\x07 1\x1b\\",
    b"\x1bXstart 1\x1b\\",
    b"\x9d11;rgb:12\x9c",
    b"\x901$r0m\x9c",
    b"\x9f1\x9c\x9c",
    b"\x981\x1b\\",
    b"\x9e1\x9c",
    b"\x1b]11;1\x1a",
];

fn table() -> impl Iterator<Item = (&'static [u8], &'static str)> {
    let nothing = NOTHING.iter().map(|bytes| (*bytes, ""));
    KEYS.iter().copied().chain(nothing)
}

#[test]
fn what_terminals_send_is_what_it_is() {
    for (bytes, names) in table() {
        assert_eq!(heard(&[bytes]), keys(names), "{}", bytes.escape_ascii());
    }
}

#[test]
fn in_two_parts_it_is_the_same() {
    for (bytes, names) in table() {
        for place in 0..=bytes.len() {
            let (first, second) = bytes.split_at(place);
            for pause in [0, 60] {
                let all = heard_after(&[(0, first), (pause, second)]);
                assert_eq!(all, keys(names), "{} at {place}", bytes.escape_ascii());
            }
        }
    }
}

/// `Esc` alone counts as such by then. What follows late is still not typed.
#[test]
fn after_a_long_pause_no_part_is_typed() {
    let others = |mut all: Vec<Event>| {
        let before = all.len();
        all.retain(|input| *input != Event::Key(Key::Esc));
        (before - all.len(), all)
    };
    for (bytes, names) in table().filter(|(bytes, _)| bytes.is_ascii()) {
        let (escapes, allowed) = others(keys(names));
        for place in 1..bytes.len() {
            let (first, second) = bytes.split_at(place);
            let (heard_escapes, all) = others(heard_after(&[(0, first), (150, second)]));
            assert_eq!(all, allowed, "{} at {place}", bytes.escape_ascii());
            assert!((escapes..=escapes + 1).contains(&heard_escapes));
        }
    }
}

#[test]
fn each_byte_by_itself_over_a_line_that_stammers() {
    let arrow = heard_after(&[(0, b"\x1b"), (150, b"["), (150, b"B")]);
    assert_eq!(arrow, keys("Esc ↓"));
}

#[test]
fn what_stays_half_is_what_it_can_be_alone() {
    assert_eq!(heard(&[b"\x1b"]), keys("Esc"));
    assert_eq!(heard(&[b"\x1b["]), keys("Esc ["));
    assert_eq!(heard(&[b"\x1bO"]), keys("Esc O"));
    assert_eq!(heard(&[b"\x1bP"]), keys("Esc P"));
    assert_eq!(heard(&[b"\x1b[1;"]), keys(""));
}

#[test]
fn escape_and_the_next_key_are_two() {
    assert_eq!(heard(&[b"\x1bq"]), keys("Esc q"));
    assert_eq!(heard(&[b"\x1b/"]), keys("Esc /"));
    assert_eq!(heard(&[b"\x1b\r"]), keys("Esc Enter"));
    assert_eq!(heard(&["\x1bé".as_bytes()]), keys("Esc é"));
    assert_eq!(heard(&[b"\x1b\x1b[B"]), keys("Esc ↓"));
    assert_eq!(heard(&[b"\x1b\x1b"]), keys("Esc Esc"));
    let later = |pause| heard_after(&[(0, b"\x1b"), (pause, b"O"), (pause, b"1")]);
    assert_eq!(later(150), keys("Esc O 1"));
    assert_eq!(heard_after(&[(0, b"\x1b"), (500, b"[B")]), keys("Esc [ B"));
}

#[test]
fn letters_of_latin_1_are_understood() {
    assert_eq!(heard(&[b"\xe9"]), keys("é"));
    assert_eq!(heard(&[b"\xe9\xe8q\xa7"]), keys("é è q §"));
    assert_eq!(heard(&[b"\xc9\xe0\xe7\x1b[B"]), keys("É à ç ↓"));
    assert_eq!(heard_after(&[(0, b"\xe9"), (150, b"\xa7")]), keys("é §"));
}

#[test]
fn a_character_that_breaks_off_is_no_control_sequence() {
    assert_eq!(heard(&[b"\xf0\x9f\x98q"]), keys("ð q"));
    assert_eq!(heard(&[b"\xe2\x9b[q"]), keys("â [ q"));
}

#[test]
fn a_string_that_does_not_end_is_over_after_a_silence() {
    let all = heard_after(&[(0, b"\x1b]11;"), (399, b"1"), (401, b"q")]);
    assert_eq!(all, keys("q"));
}

#[test]
fn a_string_that_does_not_end_is_over_when_it_is_too_long() {
    let text = [b'1'; 4_096];
    let mut pieces: Vec<&[u8]> = vec![b"\x1b]52;c;"];
    pieces.extend([text.as_slice(); 20]);
    assert_eq!(heard(&pieces), keys(""));
    pieces.extend([text.as_slice(); 20]);
    pieces.push(b"\x1b[B");
    let all = heard(&pieces);
    assert!(matches!(
        all.as_slice(),
        [Event::Paste(_), Event::Key(Key::Down)]
    ));
}

#[test]
fn a_paste_is_one_event_between_two_keys() {
    let pasted = heard(&[b"a\x1b[200~hel", b"lo\x1b[201~b"]);
    let [
        Event::Key(Key::Char('a')),
        Event::Paste(text),
        Event::Key(Key::Char('b')),
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
    assert!(matches!(pasted.as_slice(), [Event::Paste(text)] if text.len() == 10_000));
}

#[test]
fn a_flood_is_a_paste_and_not_a_thousand_keys() {
    let flood = [b'1'; 4_095];
    let pasted = heard(&[&flood, &flood, b"111", b"\x1b[B"]);
    assert!(
        matches!(pasted.as_slice(), [Event::Paste(text), Event::Key(Key::Down)] if text.len() == 8_193),
        "{pasted:?}"
    );
}

#[test]
fn a_flood_with_arrows_in_it_presses_none_of_them() {
    let flood = b"een regel\r\x1b[B\x1b[D".repeat(240);
    let pasted = heard(&vec![flood.as_slice(); 300]);
    assert!(matches!(pasted.as_slice(), [Event::Paste(text)] if text.len() < 11_000));
}

#[test]
fn ctrl_c_is_heard_in_whatever_comes() {
    let text = b"een regel\r\x1b[B".repeat(300);
    for pieces in [
        [b"\x1b[200~".as_slice(), &text, b"\x03", &text],
        [&text, &text, b"1\x031", &text],
        [b"\x1b]52;c;", b"123", b"\x1b[99;5u", b"1"],
        [b"\x1b]52;c;", b"123", b"\x03", b"1"],
        [b"r0123456\r\x03", b"", b"", b""],
    ] {
        let all = heard(&pieces);
        assert!(all.contains(&Event::Key(Key::Ctrl('c'))), "{all:?}");
    }
}

#[test]
fn more_than_six_characters_at_once_are_one_event() {
    assert_eq!(heard(&[b"123456\r"]), keys("1 2 3 4 5 6 Enter"));
    let Some(Event::Burst(burst)) = heard(&[b"r0123456\r"]).pop() else {
        panic!("no burst")
    };
    let burst: Vec<Event> = burst.into_iter().map(Event::Key).collect();
    assert_eq!(burst, keys("r 0 1 2 3 4 5 6 Enter"));
}

/// The bytes of keys, sequences and pastes more often than others.
fn any_bytes() -> impl Strategy<Value = Vec<u8>> {
    let byte = prop_oneof![
        3 => prop::sample::select(b"\x1b[]OPX^_\\M~u;:0129ABR\x07\x18\x9b\x9c\x9d\xe9\xc3\xf0".to_vec()),
        1 => any::<u8>(),
    ];
    vec(byte, 0..400)
}

fn keys_in(heard: &[Event]) -> usize {
    let counts = heard.iter().map(|input| match input {
        Event::Key(_) => 1,
        Event::Burst(keys) => keys.len(),
        Event::Paste(text) => text.chars().count(),
        _ => 0,
    });
    counts.sum()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn any_bytes_end_and_make_no_more_keys_than_there_are_bytes(
        reads in vec((0_u64..600, any_bytes()), 0..4)
    ) {
        let pieces: Vec<Piece> = reads.iter().map(|(pause, bytes)| (*pause, bytes.as_slice())).collect();
        let bytes: usize = pieces.iter().map(|(_, bytes)| bytes.len()).sum();
        prop_assert!(keys_in(&heard_after(&pieces)) <= bytes);
    }

    #[test]
    fn nothing_in_a_string_is_a_key(
        begin in prop::sample::select(vec!["\x1b]", "\x1bP", "\x1bX", "\x1b^", "\x1b_"]),
        mut text in vec(any::<u8>(), 0..600),
        cut in any::<prop::sample::Index>(),
    ) {
        text.retain(|byte| !matches!(byte, 0x03 | 0x07 | 0x18 | 0x1a | 0x1b | 0x9c));
        let all = [begin.as_bytes(), &text, b"\x1b\\q"].concat();
        let (first, second) = all.split_at(cut.index(all.len() - 1).max(2));
        prop_assert_eq!(heard_after(&[(0, first), (150, second)]), keys("q"));
    }
}
