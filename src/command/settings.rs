//! `balie settings`: every setting, and where it comes from.

use super::setup::{self, Setup};
use super::{CLEAN, Failure, printing};
use crate::choices::Choices;
use crate::cli::Options;
use crate::sanitize::sanitize;
use crate::settings::{Origin, Setting};

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
    let campus = settings.campus.value.as_ref().map(ToString::to_string);
    let campus = campus.unwrap_or_else(|| "not set".to_owned());
    let pack = desk.pack_folder.value.as_ref();
    let pack = pack.map_or("the one in the program".to_owned(), |folder| {
        folder.display().to_string()
    });
    let stale_after = settings.stale_after.value.to_string();
    [
        row("campus", &campus, &settings.campus),
        row("language", &language, &settings.language),
        row("theme", settings.theme.value.name(), &settings.theme),
        row("pack", &pack, &desk.pack_folder),
        row("ascii", &settings.ascii.value.to_string(), &settings.ascii),
        row("bell", &settings.bell.value.to_string(), &settings.bell),
        row("stale-after-days", &stale_after, &settings.stale_after),
    ]
}

/// What this desk knows and the pack does not.
fn known_here(desk: &Setup) -> impl Iterator<Item = String> {
    let known = desk.local.known.iter();
    let known = known.map(|(id, text)| line(id.as_str(), text, "desk.toml"));
    let years = desk.local.academic_years.iter();
    known.chain(years.map(|day| line("academic-year", &day.to_string(), "desk.toml")))
}

fn row<T>(name: &str, value: &str, setting: &Setting<T>) -> String {
    let origin = match setting.origin {
        Origin::Default => "default",
        Origin::File => "settings.toml",
        Origin::Argument => "argument",
        Origin::Environment => "environment",
    };
    line(name, value, origin)
}

fn line(name: &str, value: &str, origin: &str) -> String {
    let value = sanitize(value);
    format!("{name:<18} {value:<24} {origin}")
}
