//! Searching: what people type in a hurry, and what they see and open by it.

#[path = "../support/mod.rs"]
mod support;

mod bad_input;
mod opening;
mod privacy;
mod queries;
mod screen;
