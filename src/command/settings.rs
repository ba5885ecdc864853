//! `balie settings`: every setting, and where it comes from.

use std::fmt::Display;

use super::setup::{self, Setup};
use super::{CLEAN, Failure, printing};
use crate::choices::Choices;
use crate::cli::Options;
use crate::sanitize::sanitize;
use crate::settings::Origin;

pub(super) fn run(options: &Options) -> Result<u8, Failure> {
    let desk = setup::open(options)?;
    printing::print(&table(&desk))?;
    Ok(CLEAN)
}

fn table(desk: &Setup) -> String {
    let folder = desk.folder.as_ref();
    let folder =
        folder.map(|folder| format!("\nfolder: {} (settings.toml, desk.toml)", folder.display()));
    let rows = set(desk).into_iter().chain(known_here(desk));
    rows.chain(folder).collect::<Vec<_>>().join("\n")
}

/// What is set, or what holds where nothing is.
fn set(desk: &Setup) -> [String; 7] {
    let settings = &desk.settings;
    let languages = &desk.pack.manifest().languages;
    let language = languages.get(settings.language.value.place());
    let language = language.map(ToString::to_string).unwrap_or_default();
    let campus = settings.campus.value.as_ref();
    let campus = campus.map_or("not set", |campus| campus.as_str());
    let pack = desk.pack_folder.value.as_ref();
    let pack = pack.map(|folder| folder.display().to_string());
    let pack = pack.unwrap_or_else(|| "the one in the program".to_owned());
    let stale_after = &settings.stale_after;
    [
        row("campus", campus, settings.campus.origin),
        row("language", language, settings.language.origin),
        row("theme", settings.theme.value.name(), settings.theme.origin),
        row("pack", pack, desk.pack_folder.origin),
        row("ascii", settings.ascii.value, settings.ascii.origin),
        row("bell", settings.bell.value, settings.bell.origin),
        row("stale-after-days", stale_after.value, stale_after.origin),
    ]
}

/// What this desk knows and the pack does not.
fn known_here(desk: &Setup) -> impl Iterator<Item = String> {
    let known = desk.local.known.iter();
    let known = known.map(|(id, text)| line(id.as_str(), text, "desk.toml"));
    let years = desk.local.academic_years.iter();
    known.chain(years.map(|day| line("academic-year", day, "desk.toml")))
}

fn row(name: &str, value: impl Display, origin: Origin) -> String {
    let origin = match origin {
        Origin::Default => "default",
        Origin::File => "settings.toml",
        Origin::Argument => "argument",
        Origin::Environment => "environment",
    };
    line(name, value, origin)
}

fn line(name: &str, value: impl Display, origin: &str) -> String {
    let value = value.to_string();
    format!("{name:<18} {:<24} {origin}", sanitize(&value))
}
