//! The sequences that terminals send for keys: xterm, rxvt, VTE, tmux, the Linux console.

use crate::app::key::Key;

/// What stands first in the bytes, and how many of them it took.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Sequence {
    /// The rest is still to come.
    Unfinished,
    /// Something that means nothing to the desk.
    Nothing(usize),
    /// A key.
    Key(Key, usize),
    /// The mark after which text is pasted.
    PasteBegins(usize),
}

/// No key takes more bytes.
const LONGEST: usize = 32;

/// Reads what stands first.
pub(super) fn first(bytes: &[u8]) -> Sequence {
    match bytes {
        [] => Sequence::Unfinished,
        [0x1b, ..] => escape(bytes),
        [b'\t', ..] => Sequence::Key(Key::Tab, 1),
        [b'\r' | b'\n', ..] => Sequence::Key(Key::Enter, 1),
        [0x08 | 0x7f, ..] => Sequence::Key(Key::Backspace, 1),
        [0, ..] => Sequence::Key(Key::Ctrl(' '), 1),
        [letter @ 1..=26, ..] => Sequence::Key(Key::Ctrl(char::from(letter + b'a' - 1)), 1),
        [digit @ 0x1c..=0x1f, ..] => Sequence::Key(Key::Ctrl(char::from(digit - 0x1c + b'4')), 1),
        [ascii @ ..=0x7e, ..] => Sequence::Key(Key::Char(char::from(*ascii)), 1),
        [byte, ..] => character(*byte, bytes.get(..4).unwrap_or(bytes)),
    }
}

fn character(first: u8, bytes: &[u8]) -> Sequence {
    let valid = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) if error.valid_up_to() > 0 => {
            let valid = bytes.get(..error.valid_up_to()).unwrap_or_default();
            std::str::from_utf8(valid).unwrap_or_default()
        }
        Err(error) if error.error_len().is_none() => return Sequence::Unfinished,
        Err(_) => "",
    };
    // What is no UTF-8 is taken for Latin-1, in which é, è and à are one byte each.
    let character = valid.chars().next().unwrap_or(char::from(first));
    let used = if valid.is_empty() {
        1
    } else {
        character.len_utf8()
    };
    if character.is_control() {
        return Sequence::Nothing(used);
    }
    Sequence::Key(Key::Char(character), used)
}

fn escape(bytes: &[u8]) -> Sequence {
    match bytes {
        [_, b'[', b'[', last, ..] => linux_console(*last),
        [_, b'[', rest @ ..] => control(rest),
        [_, b'O', last, ..] => known(keypad(*last), 3),
        [_] | [_, b'O'] => Sequence::Unfinished,
        _ => Sequence::Key(Key::Esc, 1),
    }
}

/// F1 to F5 there are `ESC [ [ A` to `E`.
fn linux_console(last: u8) -> Sequence {
    let key = matches!(last, b'A'..=b'E').then(|| Key::F(last - b'A' + 1));
    known(key, 4)
}

fn control(rest: &[u8]) -> Sequence {
    let Some(length) = rest.iter().position(|byte| !matches!(byte, 0x20..=0x3f)) else {
        let endless = rest.len() > LONGEST;
        return if endless {
            Sequence::Nothing(rest.len() + 2)
        } else {
            Sequence::Unfinished
        };
    };
    let (numbers, last) = rest.split_at(length);
    match last.first() {
        // `ESC [ [` and nothing yet.
        Some(b'[') if length == 0 && rest.len() == 1 => Sequence::Unfinished,
        Some(last @ 0x40..=0x7e) => complete(numbers, *last, length + 3),
        // Whatever interrupts a sequence is the beginning of something else.
        _ => Sequence::Nothing(length + 2),
    }
}

fn complete(numbers: &[u8], last: u8, used: usize) -> Sequence {
    let first = numbers
        .split(|byte| *byte == b';')
        .next()
        .unwrap_or_default();
    match (last, first) {
        (b'~', b"200") => Sequence::PasteBegins(used),
        (b'~', number) => known(numbered(number), used),
        (b'Z', _) => Sequence::Key(Key::BackTab, used),
        (_, b"" | b"1") => known(keypad(last), used),
        _ => Sequence::Nothing(used),
    }
}

fn known(key: Option<Key>, used: usize) -> Sequence {
    key.map_or(Sequence::Nothing(used), |key| Sequence::Key(key, used))
}

fn keypad(last: u8) -> Option<Key> {
    Some(match last {
        b'A' => Key::Up,
        b'B' => Key::Down,
        b'C' => Key::Right,
        b'D' => Key::Left,
        b'H' => Key::Home,
        b'F' => Key::End,
        b'M' => Key::Enter,
        b'P'..=b'S' => Key::F(last - b'P' + 1),
        _ => return None,
    })
}

fn numbered(number: &[u8]) -> Option<Key> {
    let number: u8 = std::str::from_utf8(number).ok()?.parse().ok()?;
    Some(match number {
        1 | 7 => Key::Home,
        4 | 8 => Key::End,
        3 => Key::Delete,
        5 => Key::PageUp,
        6 => Key::PageDown,
        11..=15 => Key::F(number - 10),
        17..=21 => Key::F(number - 11),
        23 | 24 => Key::F(number - 12),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_all_these_terminals() {
        for (bytes, name) in [
            ("a", "a"),
            ("é", "é"),
            ("語", "語"),
            (" ", "Space"),
            ("\x03", "Ctrl-C"),
            ("\x1a", "Ctrl-Z"),
            ("\r", "Enter"),
            ("\n", "Enter"),
            ("\x08", "Backspace"),
            ("\x7f", "Backspace"),
            ("\t", "Tab"),
            ("\x1b[Z", "Shift-Tab"),
            ("\x1b[A", "↑"),
            ("\x1bOB", "↓"),
            ("\x1b[1;5C", "→"),
            ("\x1b[D", "←"),
            ("\x1b[H", "Home"),
            ("\x1bOF", "End"),
            ("\x1b[1~", "Home"),
            ("\x1b[8~", "End"),
            ("\x1b[3~", "Del"),
            ("\x1b[5~", "PgUp"),
            ("\x1b[6;2~", "PgDn"),
            ("\x1bOP", "F1"),
            ("\x1b[[B", "F2"),
            ("\x1b[13~", "F3"),
            ("\x1b[1;2S", "F4"),
            ("\x1b[15~", "F5"),
            ("\x1b[17~", "F6"),
            ("\x1b[24~", "F12"),
        ] {
            let key = name.parse().unwrap();
            assert_eq!(
                first(bytes.as_bytes()),
                Sequence::Key(key, bytes.len()),
                "{bytes:?}"
            );
        }
    }

    #[test]
    fn the_unknown_is_swallowed_whole() {
        for bytes in [
            "\x1b[I",
            "\x1b[2~",
            "\x1b[201~",
            "\x1b[29~",
            "\x1b[24;80R",
            "\x1b[?1;2c",
            "\x1bOx",
            "\x1b[999~",
            "\x1b[~",
            "\x1b[[Z",
            "\u{85}",
        ] {
            assert_eq!(
                first(bytes.as_bytes()),
                Sequence::Nothing(bytes.len()),
                "{bytes:?}"
            );
        }
        assert_eq!(first(b"\x1b[12\x1b[A"), Sequence::Nothing(4));
        assert_eq!(
            first(&[b"\x1b[".as_slice(), &[b'1'; 40]].concat()),
            Sequence::Nothing(42)
        );
    }

    #[test]
    fn any_bytes_come_to_an_end() {
        for first_byte in 0..=u8::MAX {
            for second in 0..=u8::MAX {
                for bytes in [
                    vec![first_byte, second, b'x'],
                    vec![0x1b, b'[', first_byte, second],
                ] {
                    let read = first(&bytes);
                    let used = match read {
                        Sequence::Unfinished => 1,
                        Sequence::Nothing(used) | Sequence::Key(_, used) => used,
                        Sequence::PasteBegins(used) => used,
                    };
                    assert!((1..=bytes.len()).contains(&used), "{bytes:?}");
                }
            }
        }
    }
}
