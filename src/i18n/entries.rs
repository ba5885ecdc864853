//! Where each message of a Fluent file stands. A screen says a dozen of some
//! hundreds: the others need not be read for it.

use std::ops::Range;

/// A Fluent file and the places of its messages and terms, in its order.
#[derive(Debug)]
pub(super) struct Entries {
    text: String,
    places: Vec<Range<usize>>,
}

impl Entries {
    /// Finds them by the lines they begin with.
    pub(super) fn of(text: &str) -> Self {
        let mut places: Vec<Range<usize>> = Vec::new();
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let end = start + line.len();
            if is_named(line) {
                places.push(start..end);
            } else if let Some(place) = places.last_mut() {
                place.end = end;
            }
            start = end;
        }
        Self {
            text: text.to_owned(),
            places,
        }
    }

    /// The whole file.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// What is written under a name, the last first.
    pub(super) fn under(&self, id: &str) -> impl Iterator<Item = &str> {
        let places = self.places.iter().rev();
        places
            .filter_map(|place| self.text.get(place.clone()))
            .filter(move |entry| entry.strip_prefix(id).is_some_and(gives_a_name))
    }
}

/// More braces within each other than any sentence has; what reads Fluent calls itself for each.
const DEEPEST: usize = 100;

/// The part of a Fluent file that can be read: all of it, or what comes before the message in
/// which braces stand too deep within each other, with the place of the brace that does.
pub fn readable(text: &str) -> (&str, Option<usize>) {
    let opened = text.bytes().filter(|byte| *byte == b'{').count();
    if opened <= DEEPEST {
        return (text, None);
    }
    let (mut start, mut message, mut depth) = (0, 0, 0);
    for line in text.split_inclusive('\n') {
        if is_named(line) {
            (message, depth) = (start, 0);
        }
        match braces(line, &mut depth) {
            Some(at) => return (text.get(..message).unwrap_or_default(), Some(start + at)),
            None => start += line.len(),
        }
    }
    (text, None)
}

/// Counts the braces of a line that are not text between quotes; where they stand too deep.
fn braces(line: &str, depth: &mut usize) -> Option<usize> {
    let (mut quoted, mut escaped) = (false, false);
    for (at, byte) in line.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' if *depth > 0 => quoted = !quoted,
            b'{' if !quoted => *depth += 1,
            b'}' if !quoted => *depth = depth.saturating_sub(1),
            _ => {}
        }
        if *depth > DEEPEST {
            return Some(at);
        }
    }
    None
}

/// Whether a line gives a name to what follows.
fn is_named(line: &str) -> bool {
    let sign = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    let Some(b'a'..=b'z' | b'A'..=b'Z' | b'-') = line.as_bytes().first() else {
        return false;
    };
    let end = line.bytes().take_while(sign).count();
    line.get(end..).is_some_and(gives_a_name)
}

/// Whether what comes after a name gives it to what follows.
fn gives_a_name(rest: &str) -> bool {
    rest.trim_start_matches(' ').starts_with('=')
}

/// Whether a message says nothing of other messages: what it puts in braces are
/// variables and quoted text.
pub(super) fn stands_alone(entry: &str) -> bool {
    let inside = entry.split('{').skip(1);
    inside
        .map(|text| text.trim_start().chars().next())
        .all(|first| matches!(first, Some('$' | '"' | '{')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn braces_may_stand_in_each_other_but_not_without_end() {
        let deep = |braces: usize| format!("a = A\nb = {}\nc = C\n", "{ ".repeat(braces));
        assert_eq!(readable(&deep(100)).1, None);
        assert_eq!(readable(&deep(101)), ("a = A\n", Some(10 + 2 * 100)));
        let quoted = "a = { \"{\" } { \"\\\"{\" }\n".repeat(200);
        assert_eq!(readable(&quoted), (quoted.as_str(), None));
        let unclosed = "a = {\n".repeat(200);
        assert_eq!(readable(&unclosed), (unclosed.as_str(), None));
        let lines = format!("a =\n{}", "{\n".repeat(20_000));
        assert_eq!(readable(&lines).0, "");
    }
}
