//! The desk as a value: what it shows, what can be chosen, and what follows
//! from a key. Nothing here knows a clock, a disk or a terminal.

pub mod actions;
pub mod event;
pub mod key;

mod choose;
mod closing;
mod derived;
mod find;
mod model;
mod navigation;
mod open_case;
mod picks;
mod reload;
mod screen;
mod searching;
mod update;

pub use crate::settings::Theme;
pub use derived::Derived;
pub use find::{By, Finder, Found, Hit};
pub use model::{DeskSettings, Model};
pub use open_case::{OpenCase, ReplayedCase, Wait};
pub use picks::{Pick, picks};
pub use screen::{
    ClosingQuestion, Letter, ListState, Measured, Scene, Screen, ScreenStack, Search, View,
};
pub use update::{Opening, open_with, update};
