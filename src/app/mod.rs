//! The desk as a value: what it shows, what can be chosen, and what follows
//! from a key. Nothing here knows a clock, a disk or a terminal.

pub mod actions;
pub mod event;
pub mod key;

mod closing;
mod find;
mod list;
mod model;
mod open_case;
mod picks;
mod reload;
mod screen;
mod searching;
mod update;

pub use crate::settings::Theme;
pub use closing::{DayRead, Told};
pub use find::{By, Finder, Found, Hit};
pub use list::{List, Measured, View};
pub use model::{DeskSettings, Model};
pub use open_case::{OpenCase, Wait};
pub use picks::{Pick, picks};
pub use screen::{Asked, Letter, Scene, Screen, Screens};
pub use searching::{Opening, Search, open_with};
pub use update::update;
