//! Characters that cannot be seen and should not be there.

use super::{Code, Diagnostic, FilePlace};
use crate::sanitize::steers;

/// The byte-order mark.
const MARK: char = '\u{feff}';

/// What cannot be seen in a file's text: a byte-order mark at its start, and on each
/// line the first character that would steer a terminal or hide something.
pub fn hidden(path: &str, text: &str) -> Vec<Diagnostic> {
    let plain = |byte: u8| matches!(byte, b'\n' | b'\r' | b'\t' | 0x20..=0x7e);
    let mut start = 0;
    let on_line = |line: &str| {
        let begins = start;
        start += line.len();
        if line.bytes().all(plain) {
            return None;
        }
        let steering = |(_, c): &(usize, char)| steers(*c) && !matches!(c, '\n' | '\r' | '\t');
        let (at, c) = line.char_indices().find(steering)?;
        Some(fault(path, begins + at, c))
    };
    text.split_inclusive('\n').filter_map(on_line).collect()
}

fn fault(path: &str, at: usize, c: char) -> Diagnostic {
    let place = FilePlace::span(path, at..at + c.len_utf8());
    if (at, c) == (0, MARK) {
        let message = "the file begins with a byte-order mark";
        return Diagnostic::new(Code::ByteOrderMark, place, message)
            .help("save it again as UTF-8 without a byte-order mark (BOM)");
    }
    let message = format!("a character that cannot be seen: U+{:04X}", u32::from(c));
    Diagnostic::new(Code::Hidden, place, message).help("take it out, or type the word again")
}
