//! `settings.toml`, in the settings folder.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::diagnostic::Diagnostic;
use crate::toml_file::{Document, TomlFile};

/// What the settings file says; all of it may be left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct SettingsFile {
    /// The campus of this desk.
    pub campus: Option<String>,
    /// The language of its agents.
    pub language: Option<String>,
    /// Its colours.
    pub theme: Option<String>,
    /// Whether only ASCII characters are shown.
    pub ascii: Option<bool>,
    /// The folder of another pack.
    pub pack: Option<String>,
    /// Whether the end of a wait is heard.
    pub bell: Option<bool>,
    /// After how many days a source counts as checked too long ago.
    pub stale_after_days: Option<u32>,
}

impl Document for SettingsFile {}

impl SettingsFile {
    /// Reads the file's text.
    ///
    /// # Errors
    /// All that is wrong with it.
    pub fn read(path: &str, text: &str) -> Result<Self, Vec<Diagnostic>> {
        let (file, settings) = TomlFile::read(path, text);
        file.sound(settings)
    }
}
