//! The desk itself.

use super::settings_folder::{self, Desk};
use super::{CLEAN, Failure};
use crate::app::{DeskSettings, Model};
use crate::cli::Options;

pub(super) fn run(options: &Options) -> Result<u8, Failure> {
    let desk = settings_folder::open(options)?;
    let _ = desk;
    Ok(CLEAN)
}

#[allow(dead_code)]
fn model(desk: Desk, now: crate::locale::Moment) -> Model {
    let settings = DeskSettings {
        campus: desk.settings.campus.value,
        lang: desk.settings.language.value,
        theme: desk.settings.theme.value,
        bell: desk.settings.bell.value,
        stale_after: desk.settings.stale_after.value,
        known: desk.local.known,
    };
    Model::new(desk.pack, settings, now)
}
