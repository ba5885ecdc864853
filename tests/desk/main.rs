//! The desk through its keys: start, keys, end.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    clippy::indexing_slicing
)]

#[path = "../support/mod.rs"]
mod support;

mod codes;
mod dates;
mod desks;
mod faults;
mod handouts;
mod journeys;
mod keys;
mod languages;
mod properties;
mod screens;
mod waiting;
mod walking;
