//! What a command needs before it begins: settings, pack, and what this desk knows itself.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{fs, io};

use anyhow::Context;
use chrono::{Local, NaiveDate, NaiveDateTime};
use directories::ProjectDirs;

use super::{Failure, pack_folder, printing};
use crate::app::{DeskSettings, Model};
use crate::cli::Options;
use crate::closure::in_years;
use crate::diagnostic::{Diagnostic, brief, render, unknown_name};
use crate::i18n::Moment;
use crate::id::FlowId;
use crate::pack::{Files, Pack};
use crate::settings::{self, LocalFacts, Setting, Settings, SettingsFile};
use crate::terminal::clock::Clock;

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
    let file = read(folder.as_deref(), "settings.toml", SettingsFile::read)?;
    let pack_folder = settings::pack_folder(&options.set, &file);
    let pack = open_pack(pack_folder.value.as_deref())?;
    let environment = |name: &str| std::env::var(name).ok();
    let settings = Settings::decide(&options.set, &file, environment, &pack)?;
    let local = read(folder.as_deref(), "desk.toml", |path, text| {
        LocalFacts::read(path, text, &pack)
    })?;
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

/// The files of a pack's folder, or else the shipped ones.
pub(super) fn files(folder: Option<&Path>) -> anyhow::Result<Files> {
    folder.map_or_else(|| Ok(Files::embedded()), pack_folder::read_folder)
}

/// The pack of a folder, or else the shipped one.
pub(super) fn open_pack(folder: Option<&Path>) -> Result<Pack, Failure> {
    let files = Arc::new(files(folder)?);
    Pack::open(Arc::clone(&files)).map_err(|faults| report(&faults, |path| files.text(path)))
}

/// What a file of the settings folder says; where there is none, what holds without it.
fn read<T: Default>(
    folder: Option<&Path>,
    name: &str,
    read: impl FnOnce(&str, &str) -> Result<T, Vec<Diagnostic>>,
) -> Result<T, Failure> {
    let Some((path, text)) = text(folder, name)? else {
        return Ok(T::default());
    };
    read(&path, &text).map_err(|faults| report(&faults, |_| Some(&text)))
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

/// Faults in full, for standard error.
pub(super) fn report<'s>(
    faults: &[Diagnostic],
    source: impl Fn(&str) -> Option<&'s str>,
) -> Failure {
    Failure::Faults(render(faults, source, printing::dress(&io::stderr())))
}

/// The flow of a name.
pub(super) fn known_flow(pack: &Pack, name: &str) -> Result<FlowId, Failure> {
    named("flow", name, pack.flow_ids(), FlowId::as_str).cloned()
}

/// The one of some things whose name was typed.
pub(super) fn named<'k, T>(
    kind: &str,
    typed: &str,
    known: impl IntoIterator<Item = &'k T>,
    name: fn(&T) -> &str,
) -> Result<&'k T, Failure> {
    let known: Vec<&T> = known.into_iter().collect();
    let found = known.iter().find(|one| name(one) == typed).copied();
    found.ok_or_else(|| Failure::Use(unknown_name(kind, typed, known.into_iter().map(name))))
}

/// The clock of this machine, or one that shows another moment and runs on.
pub(super) fn clock(options: &Options) -> Result<Clock, Failure> {
    let Some(written) = &options.now else {
        return Ok(Clock::default());
    };
    let moment = moment(written).ok_or_else(|| {
        let example = "2026-11-24T14:19, or 2026-11-24 for its midnight";
        Failure::Use(format!(
            "`{written}` is not a moment: write it as {example}"
        ))
    })?;
    Ok(Clock::set_to(moment))
}

fn moment(written: &str) -> Option<Moment> {
    let with_time = ["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%S"];
    let mut with_time = with_time.iter();
    let moment = with_time.find_map(|form| NaiveDateTime::parse_from_str(written, form).ok());
    let day = || written.parse::<NaiveDate>().ok()?.and_hms_opt(0, 0, 0);
    let moment = moment.or_else(day)?;
    // Beyond these years a day could not be reckoned from.
    let local = in_years(moment.date()).then(|| moment.and_local_timezone(Local))?;
    local.earliest().map(|moment| moment.fixed_offset())
}
