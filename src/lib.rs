//! Balie, the desk of a servicedesk counter in a terminal.
//!
//! Rooms, from the top down: `cli` and `command` meet the outside, `terminal`
//! the screen and the clock; `ui` draws what `app` decides; `case` walks what
//! `pack` has read, in the words of `i18n`. An arrow only ever points down.

#![warn(missing_docs)]

pub mod app;
pub mod case;
pub mod choices;
pub mod cli;
pub mod closure;
pub mod command;
pub mod diagnostic;
pub mod i18n;
pub mod id;
pub mod lint;
pub mod note;
pub mod pack;
pub mod plain;
pub mod sanitize;
pub mod search;
pub mod settings;
pub mod terminal;
mod toml_file;
pub mod ui;
