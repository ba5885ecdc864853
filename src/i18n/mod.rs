//! The words: which languages there are, and every sentence in each of them.

mod bundles;
mod date_words;
mod localizer;
mod moment;
mod negotiate;
mod readable;

pub use date_words::date_words;
pub use localizer::{Localizer, Text, Variable, Voice, words_path};
pub use moment::{
    Moment, WAIT_VARIABLES, clock_time, date_line, day_in_words, day_plain, day_short,
    minutes_left, month_name, month_short, open_wait, time_in_words, wait_words, weekday_short,
};
pub use negotiate::{from_environment, negotiate, speaks_utf8};
pub use readable::readable;

/// One of the pack's languages, by its place in the pack's list.
///
/// The first is the main one, and stands in where another has no word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Lang(usize);

impl Lang {
    /// The main language.
    pub const MAIN: Self = Self(0);

    /// The language at a place in the pack's list.
    pub(crate) fn at(place: usize) -> Self {
        Self(place)
    }

    /// Its place in the pack's list.
    pub(crate) fn place(self) -> usize {
        self.0
    }

    /// The language that comes after this one, of `count`, beginning again after the last.
    #[must_use]
    pub fn next(self, count: usize) -> Self {
        Self((self.0 + 1) % count.max(1))
    }
}
