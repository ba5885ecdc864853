//! Where each message of a Fluent file stands. A screen says a dozen of some
//! hundreds: the others need not be read for it.

use std::ops::Range;

/// The places of messages and terms in a text, in its order.
#[derive(Debug, Default)]
pub(super) struct Entries(Vec<Range<usize>>);

impl Entries {
    /// Finds them by the lines they begin with.
    pub(super) fn of(text: &str) -> Self {
        let mut entries: Vec<Range<usize>> = Vec::new();
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let end = start + line.len();
            if name(line).is_some() {
                entries.push(start..end);
            } else if let Some(entry) = entries.last_mut() {
                entry.end = end;
            }
            start = end;
        }
        Self(entries)
    }

    /// What is written under a name, the last first.
    pub(super) fn under<'t>(&'t self, id: &'t str, text: &'t str) -> impl Iterator<Item = &'t str> {
        let entries = self.0.iter().rev();
        entries
            .filter_map(move |place| text.get(place.clone()))
            .filter(move |entry| name(entry) == Some(id))
    }
}

/// The name that a line gives to what follows.
fn name(line: &str) -> Option<&str> {
    let sign = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let end = line.find(|c| !sign(c))?;
    let (name, rest) = line.split_at_checked(end)?;
    let begins = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-');
    (begins && rest.trim_start_matches(' ').starts_with('=')).then_some(name)
}

/// Whether a message says nothing of other messages: what it puts in braces are
/// variables and quoted text.
pub(super) fn stands_alone(entry: &str) -> bool {
    let inside = entry.split('{').skip(1);
    inside
        .map(|text| text.trim_start().chars().next())
        .all(|first| matches!(first, Some('$' | '"' | '{')))
}
