//! Finding anything in the pack, however it was typed.
//!
//! An [`Index`] lists every folded word with the phrases that hold it. [`best`] reads a query as words of that list:
//! whole, begun, with a typing error or two, glued together or pulled apart; and weighs what holds them.
//! [`marks`] says which parts of a shown text a query meant, and [`user_name`] knows user names by their shape.

mod fold;
mod index;
mod likeness;
mod marks;
mod query;
mod rank;
mod user_name;

pub use index::{Index, Phrase, Weight};
pub use marks::marks;
pub use rank::{Ranked, best};
pub use user_name::user_name;

#[cfg(test)]
mod tests;
