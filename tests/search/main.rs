//! Searching: what people type in a hurry, and what they see and open by it.

#![allow(clippy::expect_used, clippy::print_stdout)]

#[path = "../support/program.rs"]
mod program;
#[path = "../support/mod.rs"]
mod support;

mod bad_input;
mod fitting;
mod opening;
mod privacy;
mod queries;
mod safety;
mod screen;
