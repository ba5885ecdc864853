//! Balie, the desk of a servicedesk counter in a terminal.

pub mod app;
pub mod case;
pub mod id;
pub mod inert;
pub mod locale;
pub mod pack;
pub mod report;
