//! `data/pack.toml`: the pack's name, its languages and its menu.

use std::collections::BTreeSet;

use fluent_templates::LanguageIdentifier;
use serde::Deserialize;
use toml::Spanned;

use super::{FLOWS, Files, data_path};
use crate::id::{FlowId, UnknownId};
use crate::report::{Code, Diagnostic};
use crate::toml_file::{TomlFile, dangling};

/// The version of the files' form that this program reads.
const FORMAT: i64 = 1;

/// What `data/pack.toml` says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manifest {
    /// The pack's name.
    pub name: String,
    /// Its languages; the first is the main one. Never empty.
    pub languages: Vec<LanguageIdentifier>,
    /// The entries of the home screen, at most nine, in order.
    pub menu: Vec<MenuEntry>,
    /// What people ask for and the pack does not know.
    pub unknown: Vec<Unknown>,
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
    const ALL: [(&'static str, Self); 4] = [
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

impl Manifest {
    /// Reads `data/pack.toml`.
    pub(super) fn read(files: &Files) -> Result<Self, Vec<Diagnostic>> {
        let path = data_path("pack");
        let text = files.read(&path).map_err(|fault| vec![*fault])?;
        let mut file = TomlFile::parse(&path, text);
        let unknown = unknowns(&mut file);
        let raw = file.head::<Raw>();
        let manifest = raw.map(|raw| Self::make(raw, unknown, files, &mut file));
        match manifest {
            Some(manifest) if file.faults.is_empty() => Ok(manifest),
            _ => Err(file.faults),
        }
    }

    fn make(raw: Raw, unknown: Vec<Unknown>, files: &Files, file: &mut TomlFile<'_>) -> Self {
        check_format(file, &raw.format);
        let entries = raw.menu.get_ref().len();
        if !(1..=9).contains(&entries) {
            let message = format!("{entries} entries in the menu, where 1 to 9 are possible");
            file.fault(Code::Count, raw.menu.span(), message);
        }
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
            unknown,
        }
    }
}

fn unknowns(file: &mut TomlFile<'_>) -> Vec<Unknown> {
    let mut seen = BTreeSet::new();
    let mut unknown = Vec::new();
    for raw in file.items::<RawUnknown>("unknown") {
        file.unique("unknown", &mut seen, &raw.id);
        let id = UnknownId::new(raw.id.get_ref());
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
    let language = name.get_ref().parse().ok();
    if language.is_none() {
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
