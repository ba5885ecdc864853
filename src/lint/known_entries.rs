//! What the lists of a pack know, whatever it is.

use std::ops::Range;

use crate::diagnostic::FilePlace;
use crate::id::SourceId;
use crate::pack::Pack;

/// Something with a name in one of the lists.
pub(super) struct KnownEntry<'p> {
    /// What it is: `link`.
    pub(super) kind: &'static str,
    pub(super) id: &'p str,
    pub(super) sources: &'p [SourceId],
    span: Range<usize>,
}

impl KnownEntry<'_> {
    /// Where its file names it.
    pub(super) fn place(&self) -> FilePlace {
        FilePlace::span(&format!("data/{}s.toml", self.kind), self.span.clone())
    }
}

macro_rules! entries {
    ($kind:literal, $list:expr) => {
        $list.iter().map(|entry| KnownEntry {
            kind: $kind,
            id: entry.id.as_str(),
            sources: &entry.sources,
            span: entry.id.span(),
        })
    };
}

/// Facts, accounts, links and desks.
pub(super) fn known_entries(pack: &Pack) -> impl Iterator<Item = KnownEntry<'_>> {
    let known = pack.known();
    entries!("fact", known.facts)
        .chain(entries!("account", known.accounts))
        .chain(entries!("link", known.links))
        .chain(entries!("desk", known.desks))
}
