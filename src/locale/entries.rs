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
