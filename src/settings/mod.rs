//! What is set for a desk: each setting with where it comes from. Pure; the
//! files are read by `command`.

mod file;
mod local;

use std::path::PathBuf;

pub use file::SettingsFile;
pub use local::LocalFacts;

use crate::diagnostic::unknown_name;
use crate::i18n::{Lang, from_environment, negotiate, speaks_utf8};
use crate::id::DeskId;
use crate::pack::Pack;

/// After how many days a source counts as checked too long ago, unless set.
const STALE_AFTER: u32 = 180;

/// The colours of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// The terminal's own sixteen colours.
    #[default]
    Terminal,
    /// White on black, and black on white.
    Contrast,
    /// No colours: bold and reverse only.
    None,
}

/// Where a setting comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Nobody set it.
    Default,
    /// The settings file.
    File,
    /// The command line.
    Argument,
    /// The environment.
    Environment,
}

/// A setting and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting<T> {
    /// Its value.
    pub value: T,
    /// Where it comes from.
    pub origin: Origin,
}

/// What the command line asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// The language of the desk.
    pub lang: Option<String>,
    /// The folder of another pack.
    pub pack: Option<PathBuf>,
    /// The campus.
    pub campus: Option<String>,
    /// The colours.
    pub theme: Option<String>,
    /// Whether only ASCII characters are shown.
    pub ascii: bool,
}

/// All settings of a desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The campus at which it stands.
    pub campus: Setting<Option<DeskId>>,
    /// The language of its agents.
    pub language: Setting<Lang>,
    /// Its colours.
    pub theme: Setting<Theme>,
    /// Whether only ASCII characters are shown.
    pub ascii: Setting<bool>,
    /// Whether the end of a wait is heard.
    pub bell: Setting<bool>,
    /// After how many days a source counts as checked too long ago.
    pub stale_after: Setting<u32>,
}

/// A value that a setting cannot have: one sentence that names the right ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongSetting(pub String);

impl std::fmt::Display for WrongSetting {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&crate::sanitize::sanitize(&self.0))
    }
}

impl std::error::Error for WrongSetting {}

/// The folder of the pack, if it is not the shipped one.
pub fn pack_folder(asked: &Asked, file: &SettingsFile) -> Setting<Option<PathBuf>> {
    first([
        (asked.pack.clone(), Origin::Argument),
        (file.pack.clone().map(PathBuf::from), Origin::File),
    ])
}

impl Settings {
    /// Decides every setting: the command line, then the file, then the environment.
    ///
    /// # Errors
    /// A value that does not exist in this pack or program.
    pub fn decide(
        asked: &Asked,
        file: &SettingsFile,
        environment: impl Fn(&str) -> Option<String>,
        pack: &Pack,
    ) -> Result<Self, WrongSetting> {
        Ok(Self {
            campus: campus(asked, file, pack)?,
            language: language(asked, file, &environment, pack)?,
            theme: theme(asked, file, &environment)?,
            ascii: ascii(asked, file, &environment),
            bell: first([(file.bell, Origin::File)]).or(false),
            stale_after: first([(file.stale_after_days, Origin::File)]).or(STALE_AFTER),
        })
    }
}

/// The first value that is there, with where it comes from.
fn first<T>(values: impl IntoIterator<Item = (Option<T>, Origin)>) -> Setting<Option<T>> {
    let set = values.into_iter().find(|(value, _)| value.is_some());
    let (value, origin) = set.unwrap_or((None, Origin::Default));
    Setting { value, origin }
}

impl<T> Setting<Option<T>> {
    fn or(self, default: T) -> Setting<T> {
        Setting {
            value: self.value.unwrap_or(default),
            origin: self.origin,
        }
    }
}

fn campus(
    asked: &Asked,
    file: &SettingsFile,
    pack: &Pack,
) -> Result<Setting<Option<DeskId>>, WrongSetting> {
    let set = first([
        (asked.campus.clone(), Origin::Argument),
        (file.campus.clone(), Origin::File),
    ]);
    let Some(name) = set.value else {
        return Ok(Setting {
            value: None,
            origin: set.origin,
        });
    };
    let desks = &pack.known().desks;
    match desks
        .iter()
        .find(|desk| desk.id.as_str().eq_ignore_ascii_case(&name))
    {
        Some(desk) => Ok(Setting {
            value: Some(desk.id.clone()),
            origin: set.origin,
        }),
        None => Err(wrong(
            "campus",
            &name,
            desks.iter().map(|desk| desk.id.as_str()),
        )),
    }
}

fn language(
    asked: &Asked,
    file: &SettingsFile,
    environment: impl Fn(&str) -> Option<String>,
    pack: &Pack,
) -> Result<Setting<Lang>, WrongSetting> {
    let languages = &pack.manifest().languages;
    let set = first([
        (asked.lang.clone(), Origin::Argument),
        (file.language.clone(), Origin::File),
    ]);
    if let Some(name) = set.value {
        let names: Vec<String> = languages.iter().map(ToString::to_string).collect();
        let value = negotiate(&name, languages)
            .ok_or_else(|| wrong("language", &name, names.iter().map(String::as_str)))?;
        return Ok(Setting {
            value,
            origin: set.origin,
        });
    }
    Ok(match from_environment(environment, languages) {
        Some(value) => Setting {
            value,
            origin: Origin::Environment,
        },
        None => Setting {
            value: Lang::MAIN,
            origin: Origin::Default,
        },
    })
}

/// Every theme with its name in the settings.
pub const THEMES: [(&str, Theme); 3] = [
    ("terminal", Theme::Terminal),
    ("contrast", Theme::Contrast),
    ("none", Theme::None),
];

fn theme(
    asked: &Asked,
    file: &SettingsFile,
    environment: impl Fn(&str) -> Option<String>,
) -> Result<Setting<Theme>, WrongSetting> {
    let set = first([
        (asked.theme.clone(), Origin::Argument),
        (file.theme.clone(), Origin::File),
    ]);
    let no_color = environment("NO_COLOR").is_some_and(|value| !value.is_empty());
    match set.value {
        Some(name) => match THEMES.iter().find(|(known, _)| *known == name) {
            Some((_, theme)) => Ok(Setting {
                value: *theme,
                origin: set.origin,
            }),
            None => Err(wrong("theme", &name, THEMES.map(|(name, _)| name))),
        },
        None if no_color => Ok(Setting {
            value: Theme::None,
            origin: Origin::Environment,
        }),
        None => Ok(Setting {
            value: Theme::Terminal,
            origin: Origin::Default,
        }),
    }
}

impl WrongSetting {
    /// A value of some kind that is none of those known.
    pub fn new<'a>(kind: &str, typed: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        wrong(kind, typed, known)
    }
}

/// A locale that is not UTF-8 has no other characters.
fn ascii(
    asked: &Asked,
    file: &SettingsFile,
    environment: impl Fn(&str) -> Option<String>,
) -> Setting<bool> {
    let other = !speaks_utf8(environment);
    first([
        (asked.ascii.then_some(true), Origin::Argument),
        (file.ascii, Origin::File),
        (other.then_some(true), Origin::Environment),
    ])
    .or(false)
}

fn wrong<'a>(kind: &str, typed: &str, known: impl IntoIterator<Item = &'a str>) -> WrongSetting {
    WrongSetting(unknown_name(kind, typed, known))
}
