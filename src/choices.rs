//! Values that are one of a few, each with the name by which files say it.

use strum::VariantArray;

/// One of a few values. What `strum` derives from them feeds readers, schemas and messages.
pub trait Choices: Copy + VariantArray + Into<&'static str> {
    /// All names, in their order.
    fn names() -> impl Iterator<Item = &'static str> {
        Self::VARIANTS.iter().map(|value| value.name())
    }

    /// The value of a name.
    fn read(name: &str) -> Option<Self> {
        let mut values = Self::VARIANTS.iter().copied();
        values.find(|value| value.name() == name)
    }

    /// Its name.
    fn name(self) -> &'static str {
        self.into()
    }
}

impl<T: Copy + VariantArray + Into<&'static str>> Choices for T {}
