//! Characters that cannot be seen and should not be there.

use super::{Code, Diagnostic, FilePlace};
use crate::sanitize::steers;

/// The byte-order mark.
const MARK: char = '\u{feff}';

/// What cannot be seen in a file's text: a byte-order mark at its start, and on each
/// line the first character that would steer a terminal or hide something.
pub fn hidden(path: &str, text: &str) -> Vec<Diagnostic> {
    let plain = |byte: u8| matches!(byte, b'\n' | b'\r' | b'\t' | 0x20..=0x7e);
    let mut faults = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let whole = start == 0;
        if !line.bytes().all(plain) {
            faults.extend(on_line(path, start, line, whole));
        }
        start += line.len();
    }
    faults
}

fn on_line(path: &str, start: usize, line: &str, first: bool) -> Option<Diagnostic> {
    let steering = |(_, c): &(usize, char)| steers(*c) && !matches!(c, '\n' | '\r' | '\t');
    let (at, c) = line.char_indices().find(steering)?;
    let at = start + at;
    let place = FilePlace::span(path, at..at + c.len_utf8());
    Some(if first && at == 0 && c == MARK {
        Diagnostic::new(
            Code::ByteOrderMark,
            place,
            "the file begins with a byte-order mark",
        )
        .help("save it again as UTF-8 without a byte-order mark (BOM)")
    } else {
        let message = format!("a character that cannot be seen: U+{:04X}", u32::from(c));
        Diagnostic::new(Code::Hidden, place, message).help("take it out, or type the word again")
    })
}
