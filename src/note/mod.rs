//! What a person or a ticket takes away. Pure: text and bytes, for others to
//! print, show or write.

pub mod closing;
mod sources;

pub use sources::{each_once, source_line, source_line_with_note, source_name};
