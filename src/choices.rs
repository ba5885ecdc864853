//! Values that are one of a few, each with the name by which files say it.

/// One of a few values. Their one table feeds readers, schemas and messages.
pub trait Choices: Copy + PartialEq + 'static {
    /// Every value with its name in the files.
    const ALL: &'static [(&'static str, Self)];

    /// All names, in their order.
    fn names() -> impl Iterator<Item = &'static str> {
        Self::ALL.iter().map(|(name, _)| *name)
    }

    /// The value of a name.
    fn read(name: &str) -> Option<Self> {
        let known = Self::ALL.iter().find(|(known, _)| *known == name);
        known.map(|(_, value)| *value)
    }

    /// Its name.
    fn name(self) -> &'static str {
        let known = Self::ALL.iter().find(|(_, value)| *value == self);
        known.map_or("", |(name, _)| *name)
    }
}
