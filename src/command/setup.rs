//! What a command needs before it begins: settings, pack, and what this desk knows itself.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context;
use directories::ProjectDirs;

use super::{Failure, pack_folder, printing};
use crate::app::{DeskSettings, Model};
use crate::cli::Options;
use crate::diagnostic::{Diagnostic, brief, render};
use crate::i18n::Moment;
use crate::pack::{Files, Pack};
use crate::settings::{self, LocalFacts, Setting, Settings, SettingsFile};

/// Everything that a command needs to know before it begins.
pub(super) struct Setup {
    pub(super) folder: Option<PathBuf>,
    pub(super) pack_folder: Setting<Option<PathBuf>>,
    pub(super) pack: Pack,
    pub(super) settings: Settings,
    pub(super) local: LocalFacts,
}

/// Reads settings, pack and local facts.
pub(super) fn open(options: &Options) -> Result<Setup, Failure> {
    let folder = ProjectDirs::from("", "", "balie").map(|dirs| dirs.config_dir().to_owned());
    let file = read_settings(folder.as_deref())?;
    let asked = options.asked();
    let pack_folder = settings::pack_folder(&asked, &file);
    let pack = open_pack(pack_folder.value.as_deref())?;
    let settings = Settings::decide(&asked, &file, |name| std::env::var(name).ok(), &pack)?;
    let local = read_local(folder.as_deref(), &pack)?;
    Ok(Setup {
        folder,
        pack_folder,
        pack,
        settings,
        local,
    })
}

impl Setup {
    /// The desk as it opens.
    pub(super) fn model(self, now: Moment) -> Model {
        let settings = DeskSettings {
            campus: self.settings.campus.value,
            ascii: self.settings.ascii.value,
            lang: self.settings.language.value,
            theme: self.settings.theme.value,
            bell: self.settings.bell.value,
            stale_after: self.settings.stale_after.value,
            known: self.local.known,
            academic_years: self.local.academic_years,
        };
        Model::new(self.pack, settings, now)
    }
}

/// The pack of a folder, or else the shipped one.
pub(super) fn open_pack(folder: Option<&Path>) -> Result<Pack, Failure> {
    let files = match folder {
        Some(folder) => pack_folder::read_folder(folder)?,
        None => Files::embedded(),
    };
    let files = Arc::new(files);
    Pack::open(Arc::clone(&files)).map_err(|faults| report(&faults, |path| files.text(path)))
}

fn read_settings(folder: Option<&Path>) -> Result<SettingsFile, Failure> {
    match text(folder, "settings.toml")? {
        Some((path, text)) => {
            SettingsFile::read(&path, &text).map_err(|faults| report(&faults, |_| Some(&text)))
        }
        None => Ok(SettingsFile::default()),
    }
}

fn read_local(folder: Option<&Path>, pack: &Pack) -> Result<LocalFacts, Failure> {
    match text(folder, "desk.toml")? {
        Some((path, text)) => {
            LocalFacts::read(&path, &text, pack).map_err(|faults| report(&faults, |_| Some(&text)))
        }
        None => Ok(LocalFacts::default()),
    }
}

/// The first thing that this desk knows and that cannot be beside a pack, with file and line.
pub(super) fn against(folder: Option<&Path>, pack: &Pack) -> Option<String> {
    let (path, text) = text(folder, "desk.toml").ok()??;
    let faults = LocalFacts::read(&path, &text, pack).err()?;
    faults.first().map(|fault| brief(fault, |_| Some(&text)))
}

/// A file of the settings folder with its path; none where there is no such file, nor a home that
/// can be looked into.
fn text(folder: Option<&Path>, name: &str) -> anyhow::Result<Option<(String, String)>> {
    let path = folder.map(|folder| folder.join(name));
    let Some(path) = path.filter(|path| path.exists()) else {
        return Ok(None);
    };
    let text = fs::read_to_string(&path)
        .with_context(|| format!("cannot read the settings file {}", path.display()))?;
    Ok(Some((path.display().to_string(), text)))
}

fn report<'s>(faults: &[Diagnostic], source: impl Fn(&str) -> Option<&'s str>) -> Failure {
    Failure::Faults(render(faults, source, printing::complaint_dress()))
}
