//! What is set for a desk: each setting with where it comes from. Pure; the
//! files are read by `command`.

mod files;

use std::path::PathBuf;
use strum::{IntoStaticStr, VariantArray};

pub use files::{LocalFacts, SettingsFile};

use fluent_templates::LanguageIdentifier;

use crate::choices::Choices;
use crate::diagnostic::unknown_name;
use crate::i18n::{Lang, from_environment, negotiate, speaks_utf8};
use crate::id::DeskId;
use crate::pack::{Pack, STALE_AFTER_DAYS};

/// The colours of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
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

/// What the command line says about settings.
#[derive(clap::Args, Clone, Debug, Default, PartialEq, Eq)]
pub struct Arguments {
    /// The language of the desk, such as nl, en or fr.
    #[arg(long, value_name = "LANGUAGE", global = true)]
    pub lang: Option<String>,
    /// A folder with another pack, instead of the one in the program.
    #[arg(long, value_name = "DIR", global = true)]
    pub pack: Option<PathBuf>,
    /// The campus of this desk, such as gent.
    #[arg(long, value_name = "CAMPUS", global = true)]
    pub campus: Option<String>,
    /// The colours: terminal, contrast or none.
    #[arg(long, value_name = "THEME", global = true)]
    pub theme: Option<String>,
    /// Show ASCII characters only.
    #[arg(long, global = true)]
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

impl WrongSetting {
    /// A value of some kind that is none of those known.
    pub fn new<'a>(kind: &str, typed: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        Self(unknown_name(kind, typed, known))
    }
}

impl std::fmt::Display for WrongSetting {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&crate::sanitize::sanitize(&self.0))
    }
}

impl std::error::Error for WrongSetting {}

/// The folder of the pack, if it is not the shipped one.
pub fn pack_folder(arguments: &Arguments, file: &SettingsFile) -> Setting<Option<PathBuf>> {
    let set = [
        arguments.pack.clone(),
        file.pack.as_ref().map(PathBuf::from),
    ];
    Setting::first(set.map(|folder| folder.map(Some)), None, None)
}

impl Settings {
    /// Decides every setting: the command line, then the file, then the environment.
    ///
    /// # Errors
    /// A value that does not exist in this pack or program.
    pub fn decide(
        arguments: &Arguments,
        file: &SettingsFile,
        environment: impl Fn(&str) -> Option<String>,
        pack: &Pack,
    ) -> Result<Self, WrongSetting> {
        let languages = &pack.manifest().languages;
        let campus = named(&arguments.campus, &file.campus, |name| {
            campus_of(pack, name)
        })?;
        let language = named(&arguments.lang, &file.language, |name| {
            language_of(languages, name)
        })?;
        let theme = named(&arguments.theme, &file.theme, theme_of)?;
        let ascii = [arguments.ascii.then_some(true), file.ascii];
        let spoken = from_environment(&environment, languages);
        let no_color = environment("NO_COLOR").is_some_and(|value| !value.is_empty());
        // A locale that is not UTF-8 has no other characters.
        let only_ascii = !speaks_utf8(&environment);
        Ok(Self {
            campus: Setting::first(campus.map(|desk| desk.map(Some)), None, None),
            language: Setting::first(language, spoken, Lang::MAIN),
            theme: Setting::first(theme, no_color.then_some(Theme::None), Theme::default()),
            ascii: Setting::first(ascii, only_ascii.then_some(true), false),
            bell: Setting::first([None, file.bell], None, false),
            stale_after: Setting::first([None, file.stale_after_days], None, STALE_AFTER_DAYS),
        })
    }
}

impl<T> Setting<T> {
    /// What the command line says, or else the file, the environment, or nobody.
    fn first([argument, file]: [Option<T>; 2], environment: Option<T>, default: T) -> Self {
        let (value, origin) = match (argument, file, environment) {
            (Some(value), ..) => (value, Origin::Argument),
            (_, Some(value), _) => (value, Origin::File),
            (.., Some(value)) => (value, Origin::Environment),
            _ => (default, Origin::Default),
        };
        Self { value, origin }
    }
}

/// What the names stand for that the command line and the file say; where the first says one, the
/// other is not looked at.
fn named<T>(
    argument: &Option<String>,
    file: &Option<String>,
    read: impl Fn(&str) -> Result<T, WrongSetting>,
) -> Result<[Option<T>; 2], WrongSetting> {
    let argument = argument.as_deref().map(&read).transpose()?;
    let file = file.as_deref().filter(|_| argument.is_none());
    let file = file.map(read).transpose()?;
    Ok([argument, file])
}

fn campus_of(pack: &Pack, name: &str) -> Result<DeskId, WrongSetting> {
    let ids = || pack.known().desks.iter().map(|desk| &*desk.id);
    let known = ids().find(|id| id.as_str().eq_ignore_ascii_case(name));
    let wrong = || WrongSetting::new("campus", name, ids().map(DeskId::as_str));
    known.cloned().ok_or_else(wrong)
}

fn language_of(languages: &[LanguageIdentifier], name: &str) -> Result<Lang, WrongSetting> {
    negotiate(name, languages).ok_or_else(|| {
        let names: Vec<String> = languages.iter().map(ToString::to_string).collect();
        WrongSetting::new("language", name, names.iter().map(String::as_str))
    })
}

fn theme_of(name: &str) -> Result<Theme, WrongSetting> {
    Theme::read(name).ok_or_else(|| WrongSetting::new("theme", name, Theme::names()))
}
