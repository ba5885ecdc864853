//! What a pack knows apart from its flows: figures, sources, links, accounts
//! and desks, each read from its own file into a list by name.

use std::collections::BTreeSet;
use std::ops::Range;

use chrono::NaiveDate;
use serde::Deserialize;
use toml::Spanned;

use super::target::Target;
use super::{Files, Manifest, data_path};
use crate::id::{AccountId, DeskId, FactId, LinkId, SourceId};
use crate::report::{Code, Diagnostic};
use crate::toml_file::{FileShape, Shape, TomlFile, dangling, day};

/// The source of what a desk fills in itself; no pack may name a source so.
pub const THIS_DESK: &str = "this-desk";

/// A figure that sentences use by its name, so that plurals come out right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// Its name, also as a variable in the words.
    pub id: FactId,
    /// The figure itself, in the unit that its name says.
    pub value: u32,
    /// Where the figure comes from.
    pub sources: Vec<SourceId>,
    /// Where the file names it.
    pub span: Range<usize>,
}

/// Where facts come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its name.
    pub id: SourceId,
    /// The day on which somebody last read it.
    pub checked: NaiveDate,
    /// Where it can be read, if that is known.
    pub url: Option<String>,
    /// Where the file names it.
    pub span: Range<usize>,
}

/// An address that a person can open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Its name.
    pub id: LinkId,
    /// The address in full: http, https or mailto.
    pub url: String,
    /// Where it comes from.
    pub sources: Vec<SourceId>,
    /// Where the file names it.
    pub span: Range<usize>,
}

/// One of the accounts that a person may have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Its name.
    pub id: AccountId,
    /// The shapes of its user names: `*` for any text, `#` for digits.
    pub user_names: Vec<String>,
    /// Where somebody who typed such a user name is helped on.
    pub to: Option<Target>,
    /// Whether it holds mail or files, which are to be copied before it closes.
    pub holds_files: bool,
    /// Where this comes from.
    pub sources: Vec<SourceId>,
    /// Where the file names it.
    pub span: Range<usize>,
}

/// A servicedesk on a campus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Desk {
    /// Its name.
    pub id: DeskId,
    /// The room, as it stands on the door.
    pub room: String,
    /// Where this comes from.
    pub sources: Vec<SourceId>,
    /// Where the file names it.
    pub span: Range<usize>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFact {
    id: Spanned<String>,
    value: u32,
    sources: Vec<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSource {
    id: Spanned<String>,
    checked: Option<Spanned<toml::value::Datetime>>,
    url: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawLink {
    id: Spanned<String>,
    url: Spanned<String>,
    sources: Vec<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawAccount {
    id: Spanned<String>,
    user_names: Vec<String>,
    to: Option<Spanned<String>>,
    #[serde(default)]
    holds_files: bool,
    sources: Vec<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawDesk {
    id: Spanned<String>,
    room: String,
    sources: Vec<Spanned<String>>,
}

/// The lists, whole as far as their files are sound.
#[derive(Clone, Debug, Default)]
pub struct Knowledge {
    /// Figures, in the order of their file.
    pub facts: Vec<Fact>,
    /// Sources, in the order of their file.
    pub sources: Vec<Source>,
    /// Links, in the order of their file.
    pub links: Vec<Link>,
    /// Accounts, in the order of their file.
    pub accounts: Vec<Account>,
    /// Desks, in the order of their file.
    pub desks: Vec<Desk>,
    /// What the pack says that it does not know.
    unknown: BTreeSet<String>,
    /// The names of what could not be read.
    lost: BTreeSet<String>,
}

impl Knowledge {
    /// Reads the five files; what is wrong with them is added to `faults`.
    pub(super) fn read(files: &Files, manifest: &Manifest, faults: &mut Vec<Diagnostic>) -> Self {
        let unknown = manifest.unknown.iter();
        let mut lost = BTreeSet::new();
        let mut known = Self {
            unknown: unknown.map(|unknown| unknown.id.to_string()).collect(),
            sources: list(files, "source", faults, &mut lost, source),
            ..Self::default()
        };
        known.lost = lost.clone();
        known.facts = list(files, "fact", faults, &mut lost, |file, raw| {
            fact(file, raw, &known)
        });
        known.links = list(files, "link", faults, &mut lost, |file, raw| {
            link(file, raw, &known)
        });
        known.accounts = list(files, "account", faults, &mut lost, |file, raw| {
            account(file, raw, &known)
        });
        known.desks = list(files, "desk", faults, &mut lost, |file, raw| {
            desk(file, raw, &known)
        });
        known.lost = lost;
        known
    }

    /// The figure of a name.
    pub fn fact(&self, id: &FactId) -> Option<&Fact> {
        self.facts.iter().find(|fact| fact.id == *id)
    }

    /// The source of a name.
    pub fn source(&self, id: &SourceId) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == *id)
    }

    /// The link of a name.
    pub fn link(&self, id: &LinkId) -> Option<&Link> {
        self.links.iter().find(|link| link.id == *id)
    }

    /// Whether something of that name is there but cannot be read, so that it is reported already.
    pub fn is_lost(&self, name: &str) -> bool {
        self.lost.contains(name)
    }

    /// Adds the fault of a fact that there is not.
    pub(super) fn no_fact(&self, file: &mut TomlFile<'_>, name: &Spanned<String>) {
        let known = self.facts.iter().map(|fact| fact.id.as_str());
        self.none(file, "fact", name, known);
    }

    /// Adds the fault of a link that there is not.
    pub(super) fn no_link(&self, file: &mut TomlFile<'_>, name: &Spanned<String>) {
        let known = self.links.iter().map(|link| link.id.as_str());
        self.none(file, "link", name, known);
    }

    fn none<'a>(
        &self,
        file: &mut TomlFile<'_>,
        kind: &str,
        name: &Spanned<String>,
        known: impl Iterator<Item = &'a str>,
    ) {
        if self.lost.contains(name.get_ref()) {
            return;
        }
        if !self.unknown.contains(name.get_ref()) {
            return dangling(file, kind, name, known);
        }
        let message = format!(
            "`{}` is used as a {kind}, but the pack says that it does not know it",
            name.get_ref()
        );
        file.fault(Code::UnknownUsed, name.span(), message)
            .help
            .push(format!("add the {kind} with its source and take away its `[[unknown]]`, or leave it out here"));
    }

    /// Resolves the names of sources; those that nothing has become faults.
    pub(super) fn sources_of(
        &self,
        file: &mut TomlFile<'_>,
        names: &[Spanned<String>],
    ) -> Vec<SourceId> {
        for name in names {
            let mut sources = self.sources.iter();
            if !sources.any(|source| source.id.as_str() == name.get_ref())
                && !self.lost.contains(name.get_ref())
            {
                let known = self.sources.iter().map(|source| source.id.as_str());
                dangling(file, "source", name, known);
            }
        }
        names
            .iter()
            .map(|name| SourceId::new(name.get_ref()))
            .collect()
    }
}

/// The shapes of the five files.
pub(super) fn shapes() -> Vec<FileShape> {
    vec![
        FileShape::list("sources", "source", Shape::of::<RawSource>()),
        FileShape::list("facts", "fact", Shape::of::<RawFact>()),
        FileShape::list("links", "link", Shape::of::<RawLink>()),
        FileShape::list("accounts", "account", Shape::of::<RawAccount>()),
        FileShape::list("desks", "desk", Shape::of::<RawDesk>()),
    ]
}

trait Named {
    fn name(&self) -> &Spanned<String>;
}

macro_rules! named {
    ($($raw:ty),+) => {$(
        impl Named for $raw {
            fn name(&self) -> &Spanned<String> {
                &self.id
            }
        }
    )+};
}

named!(RawFact, RawSource, RawLink, RawAccount, RawDesk);

/// Reads `data/<kind>s.toml`, a list of `[[kind]]`.
fn list<R: serde::de::DeserializeOwned + Named, T>(
    files: &Files,
    kind: &str,
    faults: &mut Vec<Diagnostic>,
    lost: &mut BTreeSet<String>,
    mut make: impl FnMut(&mut TomlFile<'_>, R) -> T,
) -> Vec<T> {
    let path = data_path(&format!("{kind}s"));
    let text = match files.read(&path) {
        Ok(text) => text,
        Err(fault) => {
            faults.push(*fault);
            return Vec::new();
        }
    };
    let mut file = TomlFile::parse(&path, text);
    let mut seen = BTreeSet::new();
    let mut made = Vec::new();
    for item in file.items::<R>(kind) {
        file.unique(kind, &mut seen, item.name());
        made.push(make(&mut file, item));
    }
    lost.extend(file.lost.drain(..).map(|lost| lost.id));
    file.nothing_else();
    faults.append(&mut file.faults);
    made
}

fn source(file: &mut TomlFile<'_>, raw: RawSource) -> Source {
    if raw.id.get_ref() == THIS_DESK {
        let message = format!("`{THIS_DESK}` stands for what a desk itself fills in");
        file.fault(Code::Value, raw.id.span(), message);
    }
    if let Some(url) = &raw.url {
        check_scheme(file, url);
    }
    Source {
        id: SourceId::new(raw.id.get_ref()),
        checked: checked(file, &raw),
        url: raw.url.map(Spanned::into_inner),
        span: raw.id.span(),
    }
}

fn checked(file: &mut TomlFile<'_>, raw: &RawSource) -> NaiveDate {
    match &raw.checked {
        Some(checked) => day(file, checked),
        None => {
            let message = format!(
                "the source `{}` does not say on which day it was checked",
                raw.id.get_ref()
            );
            file.fault(Code::NoCheckedDay, raw.id.span(), message)
                .help
                .push(
                    "add the day on which somebody last read it: checked = 2026-11-22".to_owned(),
                );
            NaiveDate::MAX
        }
    }
}

fn fact(file: &mut TomlFile<'_>, raw: RawFact, known: &Knowledge) -> Fact {
    Fact {
        id: FactId::new(raw.id.get_ref()),
        value: raw.value,
        sources: known.sources_of(file, &raw.sources),
        span: raw.id.span(),
    }
}

fn link(file: &mut TomlFile<'_>, raw: RawLink, known: &Knowledge) -> Link {
    check_scheme(file, &raw.url);
    Link {
        id: LinkId::new(raw.id.get_ref()),
        url: raw.url.into_inner(),
        sources: known.sources_of(file, &raw.sources),
        span: raw.id.span(),
    }
}

fn account(file: &mut TomlFile<'_>, raw: RawAccount, known: &Knowledge) -> Account {
    Account {
        id: AccountId::new(raw.id.get_ref()),
        user_names: raw.user_names,
        to: raw.to.as_ref().map(|to| Target::read(to.get_ref())),
        holds_files: raw.holds_files,
        sources: known.sources_of(file, &raw.sources),
        span: raw.id.span(),
    }
}

fn desk(file: &mut TomlFile<'_>, raw: RawDesk, known: &Knowledge) -> Desk {
    Desk {
        id: DeskId::new(raw.id.get_ref()),
        room: raw.room,
        sources: known.sources_of(file, &raw.sources),
        span: raw.id.span(),
    }
}

fn check_scheme(file: &mut TomlFile<'_>, url: &Spanned<String>) {
    let known = ["https://", "http://", "mailto:"];
    if !known.iter().any(|scheme| url.get_ref().starts_with(scheme)) {
        let message = format!(
            "`{}` is not an address that may be shown as a link",
            url.get_ref()
        );
        file.fault(Code::Scheme, url.span(), message)
            .help
            .push("an address starts with https://, http:// or mailto:".to_owned());
    }
}
