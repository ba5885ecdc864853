//! `data/pack.toml`: the pack's name, its languages and its menu.

use std::collections::BTreeMap;
use strum::{IntoStaticStr, VariantArray};

use fluent_templates::LanguageIdentifier;
use schemars::JsonSchema;
use serde::Deserialize;

use super::files::{Files, data_path, flow_path};
use crate::diagnostic::{Code, Diagnostic, Level};
use crate::id::{FlowId, UnknownId};
use crate::toml_file::{Choice, Document, Located, Name, Names, Places, TomlFile, is_blank};

/// The version of the files' form that this program reads.
const FORMAT: u32 = 1;

/// What `data/pack.toml` says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manifest {
    /// The pack's name.
    pub name: String,
    /// Its languages; the first is the main one. Empty only in a draft.
    pub languages: Vec<LanguageIdentifier>,
    /// The entries of the home screen, at most nine, in order.
    pub menu: Vec<MenuEntry>,
    /// What people ask for and the pack does not know.
    pub unknown: Vec<Unknown>,
    /// How much faults weigh, where the pack says so.
    pub levels: Levels,
    /// Whether the file does not tell the name, the languages and the menu, and the folders do.
    pub is_guess: bool,
}

/// How much each kind of fault weighs in a pack.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Levels {
    single: BTreeMap<Code, Level>,
    /// What all warnings count as that are not named themselves.
    warnings: Option<Level>,
}

impl Levels {
    /// The name under which `data/pack.toml` speaks of all warnings.
    const WARNINGS: &str = "warnings";

    /// How much a kind of fault weighs.
    pub fn of(&self, code: Code) -> Level {
        let by_itself = match (code.level(), self.warnings) {
            (Level::Warning, Some(level)) => level,
            (level, _) => level,
        };
        self.single.get(&code).copied().unwrap_or(by_itself)
    }
}

/// Something that people ask for and the pack does not know.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Unknown {
    /// Its name: small letters, digits and -.
    pub id: Located<UnknownId>,
    /// Where people ask for it.
    pub about: Choice<About>,
}

/// Where something unknown would be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum About {
    /// With the desks.
    Desks,
    /// Where a ticket is to be made.
    Ticket,
    /// With the dates on which accounts close.
    Closing,
    /// In the flows.
    Flows,
}

/// One entry of the home screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MenuEntry {
    /// A flow.
    Flow(FlowId),
    /// The dates on which accounts close.
    Closing,
    /// The desks of all campuses.
    Desks,
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ManifestFile {
    /// The version of the files' form: 1.
    #[schemars(required)]
    format: Option<Located<u32>>,
    /// The pack's name.
    #[schemars(required)]
    name: Option<String>,
    /// The languages, such as nl; the first is the main one.
    #[schemars(required)]
    languages: Option<Located<Names<String>>>,
    /// One to nine entries of the home screen: "flow:name", "closing" or "desks".
    #[schemars(required, length(min = 1, max = 9))]
    menu: Option<Located<Names<String>>>,
    /// What people ask for and no source says.
    #[serde(default)]
    unknown: Vec<Unknown>,
    /// How much a kind of fault weighs in this pack.
    #[serde(default)]
    severity: Vec<RawSeverity>,
}

impl Document for ManifestFile {
    fn is_whole(&self) -> bool {
        let has_name = self.format.is_some() && self.name.is_some();
        has_name && self.languages.is_some() && self.menu.is_some()
    }
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawSeverity {
    /// A code of `balie explain`, or "warnings" for all warnings.
    code: Name,
    /// How much it weighs.
    level: Choice<Level>,
}

impl Manifest {
    /// Reads `data/pack.toml`, as far as it can be read; it is sound without faults.
    pub(super) fn read(files: &Files) -> (Self, Vec<Diagnostic>) {
        let path = data_path("pack");
        let text = match files.read(&path) {
            Ok(text) => text,
            Err(fault) => return (Self::guess(files), vec![*fault]),
        };
        let (mut file, read) = TomlFile::read::<ManifestFile>(&path, text);
        if let Some(format) = read.format.filter(|format| **format != FORMAT) {
            let message = format!(
                "the pack is written in format {format}, this program reads format {FORMAT}"
            );
            let help = format!("use a program that reads format {format}");
            file.fault(Code::Value, format.span(), message, help);
        }
        let (mut unknown, mut seen) = (read.unknown, Places::new());
        unknown.retain_mut(|unknown| {
            file.unique("unknown", &mut seen, &mut unknown.id);
            file.one_of("place", &unknown.about).is_some()
        });
        let levels = levels(&mut file, &read.severity);
        let manifest = match (read.name, read.languages, read.menu) {
            (Some(name), Some(written), Some(entries)) => Self {
                name,
                languages: languages(&mut file, &written),
                menu: menu(&mut file, &entries, files),
                unknown,
                levels,
                is_guess: false,
            },
            _ => Self {
                unknown,
                levels,
                ..Self::guess(files)
            },
        };
        (manifest, file.faults)
    }

    /// What the folders tell, for checks that go on without `data/pack.toml`.
    fn guess(files: &Files) -> Self {
        let folders = files.iter().filter_map(|(path, _)| {
            let (language, _) = path.strip_prefix("locales/")?.split_once('/')?;
            language.parse().ok()
        });
        let mut languages: Vec<LanguageIdentifier> = folders.collect();
        languages.dedup();
        Self {
            languages,
            is_guess: true,
            ..Self::default()
        }
    }
}

fn levels(file: &mut TomlFile, severities: &[RawSeverity]) -> Levels {
    let mut levels = Levels::default();
    let mut seen = Places::new();
    for raw in severities {
        file.no_other("severity", &mut seen, &raw.code);
        let Some(level) = file.one_of("level", &raw.level) else {
            continue;
        };
        match Code::read(&raw.code) {
            Some(code) if code.leaves_out() && level != Level::Error => {
                let message = format!("`{}` is always an error", code.as_str());
                let help = "take this table away: what has that fault cannot be shown";
                file.fault(Code::Value, raw.level.span(), message, help);
            }
            Some(code) => {
                levels.single.insert(code, level);
            }
            None if *raw.code == Levels::WARNINGS => levels.warnings = Some(level),
            None => {
                let codes = Code::ALL.iter().map(|code| code.as_str());
                file.dangling("code", &raw.code, codes.chain([Levels::WARNINGS]));
            }
        }
    }
    levels
}

fn languages(file: &mut TomlFile, names: &Located<Names<String>>) -> Vec<LanguageIdentifier> {
    file.once("languages", names.placed());
    if names.is_empty() {
        let message = "a pack needs at least one language";
        let help = "write the code of at least one, such as \"nl\"";
        file.fault(Code::Count, names.span(), message, help);
    }
    let languages = names.placed().filter_map(|name| {
        // Fluent takes longer names too, but no language has one.
        let short = |language: &LanguageIdentifier| language.language.as_str().len() <= 3;
        let language = name.parse().ok().filter(short);
        if language.is_none() && !is_blank(&name) {
            let message = format!("`{name}` is not the name of a language");
            let help = "write the language's code, such as \"nl\", \"en\" or \"fr\"";
            file.fault(Code::Value, name.span(), message, help);
        }
        language
    });
    languages.collect()
}

fn menu(file: &mut TomlFile, entries: &Located<Names<String>>, files: &Files) -> Vec<MenuEntry> {
    let number = entries.len();
    if !(1..=9).contains(&number) {
        let message = format!("{number} entries in the menu, where 1 to 9 are possible");
        let help = "a menu is chosen from with the digits 1 to 9";
        file.fault(Code::Count, entries.span(), message, help);
    }
    file.once("menu", entries.placed());
    let entries = entries.placed();
    let entries = entries.filter_map(|entry| menu_entry(file, &entry, files));
    entries.collect()
}

fn menu_entry(file: &mut TomlFile, entry: &Located<&String>, files: &Files) -> Option<MenuEntry> {
    let flow = match entry.as_str() {
        "closing" => return Some(MenuEntry::Closing),
        "desks" => return Some(MenuEntry::Desks),
        written => written.strip_prefix("flow:").map(FlowId::new),
    };
    if let Some(id) = flow.filter(|id| files.has(&flow_path(id))) {
        return Some(MenuEntry::Flow(id));
    }
    let flows = files.flow_targets();
    let known = flows.iter().map(String::as_str);
    file.dangling("entry", entry, known.chain(["closing", "desks"]));
    None
}
