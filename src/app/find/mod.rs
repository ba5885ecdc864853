//! Finding anything of the pack: what can be found, by which words, and the
//! index over all of it in every language.

mod beginnings;
mod entries;
mod finder;
mod found;
mod reading;

pub use beginnings::safe;
pub use entries::menu_entry;
pub use finder::{By, Finder, Hit};
pub use found::Found;
pub use reading::Reading;
