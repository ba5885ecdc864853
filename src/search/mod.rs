//! Finding anything in the pack, however it was typed.
//!
//! An [`Index`] answers from folded words: whole, begun, with a typing error or two, glued together or pulled apart.
//! [`marks`] says which parts of a shown text a query meant, and [`UserNames`] knows the shapes of user names.

mod build;
mod fold;
mod index;
mod marks;
mod pattern;
mod rank;
mod tally;
mod term;
mod user_name;
mod vocabulary;

#[cfg(test)]
mod tests;

pub use index::{Entry, Hit, Index, Phrase, Weight};
pub use marks::marks;
pub use user_name::UserNames;
