//! `balie settings`: every setting, and where it comes from.

use super::settings_folder::{self, Desk};
use super::{CLEAN, Failure, printing};
use crate::cli::Options;
use crate::inert::inert;
use crate::settings::{Origin, Setting, THEMES};

pub(super) fn run(options: &Options) -> Result<u8, Failure> {
    let desk = settings_folder::open(options)?;
    printing::print(&table(&desk))?;
    Ok(CLEAN)
}

fn table(desk: &Desk) -> String {
    let settings = &desk.settings;
    let language = desk
        .pack
        .manifest()
        .languages
        .get(settings.language.value.place());
    let theme = THEMES
        .iter()
        .find(|(_, theme)| *theme == settings.theme.value);
    let campus = settings.campus.value.as_ref().map(ToString::to_string);
    let pack = desk
        .pack_folder
        .value
        .as_ref()
        .map(|folder| folder.display().to_string());
    let mut rows = vec![
        row(
            "campus",
            campus.as_deref().unwrap_or("not set"),
            &settings.campus,
        ),
        row(
            "language",
            &language.map(ToString::to_string).unwrap_or_default(),
            &settings.language,
        ),
        row("theme", theme.map_or("", |(name, _)| name), &settings.theme),
        row(
            "pack",
            pack.as_deref().unwrap_or("the one in the program"),
            &desk.pack_folder,
        ),
        row("ascii", &settings.ascii.value.to_string(), &settings.ascii),
        row("bell", &settings.bell.value.to_string(), &settings.bell),
        row(
            "stale-after-days",
            &settings.stale_after.value.to_string(),
            &settings.stale_after,
        ),
    ];
    rows.extend(
        desk.local
            .known
            .iter()
            .map(|(id, text)| line(id.as_str(), text, "desk.toml")),
    );
    rows.extend(
        desk.local
            .academic_years
            .iter()
            .map(|day| line("academic-year", &day.to_string(), "desk.toml")),
    );
    if let Some(folder) = &desk.folder {
        rows.push(format!(
            "\nfolder: {} (settings.toml, desk.toml)",
            folder.display()
        ));
    }
    rows.join("\n")
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
    let value = inert(value);
    format!("{name:<18} {value:<24} {origin}")
}
