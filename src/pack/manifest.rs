//! `data/pack.toml`: the pack's name, its languages and its menu.

use std::collections::BTreeMap;

use fluent_templates::LanguageIdentifier;
use serde::Deserialize;
use toml::Spanned;

use super::{FLOWS, Files, data_path};
use crate::diagnostic::{Code, Diagnostic, Level};
use crate::id::{FlowId, UnknownId};
use crate::toml_file::{FileShape, Places, Shape, TomlFile, dangling, says_nothing};

/// The version of the files' form that this program reads.
const FORMAT: i64 = 1;

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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// Its name.
    pub id: UnknownId,
    /// Where people ask for it.
    pub about: About,
}

/// Where something unknown would be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

impl About {
    /// Every place with its name in `data/pack.toml`.
    pub(super) const ALL: [(&'static str, Self); 4] = [
        ("desks", Self::Desks),
        ("ticket", Self::Ticket),
        ("closing", Self::Closing),
        ("flows", Self::Flows),
    ];
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

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    format: Spanned<i64>,
    name: Spanned<String>,
    languages: Spanned<Vec<Spanned<String>>>,
    menu: Spanned<Vec<Spanned<String>>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawUnknown {
    id: Spanned<String>,
    about: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSeverity {
    code: Spanned<String>,
    level: Spanned<String>,
}

impl Manifest {
    /// Reads `data/pack.toml`, as far as it can be read; it is sound without faults.
    pub(super) fn read(files: &Files) -> (Self, Vec<Diagnostic>) {
        let path = data_path("pack");
        let text = match files.read(&path) {
            Ok(text) => text,
            Err(fault) => return (Self::guess(files), vec![*fault]),
        };
        let mut file = TomlFile::parse(&path, text);
        let unknown = unknowns(&mut file);
        let levels = levels(&mut file);
        let manifest = match file.head::<Raw>() {
            Some(raw) => Self::make(raw, files, &mut file),
            None => Self::guess(files),
        };
        let manifest = Self {
            unknown,
            levels,
            ..manifest
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

    fn make(raw: Raw, files: &Files, file: &mut TomlFile<'_>) -> Self {
        check_format(file, &raw.format);
        let entries = raw.menu.get_ref().len();
        if !(1..=9).contains(&entries) {
            let message = format!("{entries} entries in the menu, where 1 to 9 are possible");
            file.fault(Code::Count, raw.menu.span(), message)
                .help
                .push("a menu is chosen from with the digits 1 to 9".to_owned());
        }
        file.once("menu", raw.menu.get_ref());
        file.once("languages", raw.languages.get_ref());
        if raw.languages.get_ref().is_empty() {
            file.fault(
                Code::Count,
                raw.languages.span(),
                "a pack needs at least one language",
            );
        }
        let menu = raw.menu.get_ref().iter();
        let languages = raw.languages.get_ref().iter();
        Self {
            name: raw.name.into_inner(),
            languages: languages.filter_map(|name| language(file, name)).collect(),
            menu: menu
                .filter_map(|entry| menu_entry(file, entry, files))
                .collect(),
            ..Self::default()
        }
    }
}

/// The shapes of the file: what stands in front, and its lists of tables.
pub(super) fn shape() -> FileShape {
    FileShape {
        kind: "pack",
        head: Shape::of::<Raw>(),
        lists: vec![
            ("unknown", Shape::of::<RawUnknown>()),
            ("severity", Shape::of::<RawSeverity>()),
        ],
    }
}

fn levels(file: &mut TomlFile<'_>) -> Levels {
    let mut levels = Levels::default();
    let mut seen = Places::new();
    for raw in file.items::<RawSeverity>("severity") {
        file.no_other("severity", &mut seen, &raw.code);
        let named = Level::ALL
            .iter()
            .find(|(name, _)| name == raw.level.get_ref());
        let Some((_, level)) = named else {
            dangling(file, "level", &raw.level, Level::ALL.map(|(name, _)| name));
            continue;
        };
        match Code::read(raw.code.get_ref()) {
            Some(code) if code.leaves_out() && *level != Level::Error => {
                let message = format!("`{}` is always an error", code.as_str());
                let fault = file.fault(Code::Value, raw.level.span(), message);
                let help = "take this table away: what has that fault cannot be shown";
                fault.help.push(help.to_owned());
            }
            Some(code) => {
                levels.single.insert(code, *level);
            }
            None if raw.code.get_ref() == Levels::WARNINGS => levels.warnings = Some(*level),
            None => {
                let codes = Code::ALL.iter().map(|code| code.as_str());
                dangling(file, "code", &raw.code, codes.chain([Levels::WARNINGS]));
            }
        }
    }
    levels
}

fn unknowns(file: &mut TomlFile<'_>) -> Vec<Unknown> {
    let mut seen = Places::new();
    let mut unknown = Vec::new();
    for raw in file.items::<RawUnknown>("unknown") {
        let id = UnknownId::new(&file.unique("unknown", &mut seen, &raw.id));
        match About::ALL
            .iter()
            .find(|(name, _)| name == raw.about.get_ref())
        {
            Some((_, about)) => unknown.push(Unknown { id, about: *about }),
            None => dangling(file, "place", &raw.about, About::ALL.map(|(name, _)| name)),
        }
    }
    unknown
}

fn check_format(file: &mut TomlFile<'_>, format: &Spanned<i64>) {
    if *format.get_ref() != FORMAT {
        let message = format!(
            "the pack is written in format {}, this program reads format {FORMAT}",
            format.get_ref()
        );
        file.fault(Code::Value, format.span(), message);
    }
}

fn language(file: &mut TomlFile<'_>, name: &Spanned<String>) -> Option<LanguageIdentifier> {
    // Fluent takes longer names too, but no language has one.
    let short = |language: &LanguageIdentifier| language.language.as_str().len() <= 3;
    let language = name.get_ref().parse().ok().filter(short);
    if language.is_none() && !says_nothing(name.get_ref()) {
        file.fault(
            Code::Value,
            name.span(),
            format!("`{}` is not the name of a language", name.get_ref()),
        )
        .help
        .push("write the language's code, such as \"nl\", \"en\" or \"fr\"".to_owned());
    }
    language
}

fn menu_entry(
    file: &mut TomlFile<'_>,
    entry: &Spanned<String>,
    files: &Files,
) -> Option<MenuEntry> {
    let flow = match entry.get_ref().as_str() {
        "closing" => return Some(MenuEntry::Closing),
        "desks" => return Some(MenuEntry::Desks),
        written => written.strip_prefix("flow:"),
    };
    let id = flow.map(FlowId::new);
    if let Some(id) = id.filter(|id| files.has(&super::flow_path(id))) {
        return Some(MenuEntry::Flow(id));
    }
    let flows = files
        .stems(FLOWS, "toml")
        .map(|flow| format!("flow:{flow}"));
    let known: Vec<String> = flows
        .chain(["closing".to_owned(), "desks".to_owned()])
        .collect();
    dangling(file, "entry", entry, known.iter().map(String::as_str));
    None
}
