//! What a pack knows apart from its flows: figures, links, accounts and desks,
//! each read from its own file into a list by name.

use std::collections::BTreeSet;
use std::ops::Range;
use std::rc::Rc;

use serde::Deserialize;
use toml::Spanned;

use super::list::{Named, list};
use super::sources::{Source, Sources, check_scheme};
use super::target::Target;
use super::{Files, Manifest};
use crate::diagnostic::{Code, Diagnostic};
use crate::id::{AccountId, DeskId, FactId, LinkId, SourceId};
use crate::toml_file::{FileShape, Shape, TomlFile, dangling};

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
    /// Where the file says so, or else names it.
    pub to_span: Range<usize>,
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
    /// Where the file says the room.
    pub room_span: Range<usize>,
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
    room: Spanned<String>,
    sources: Vec<Spanned<String>>,
}

/// The lists, whole as far as their files are sound.
#[derive(Clone, Debug)]
pub struct Knowledge {
    /// Figures, in the order of their file.
    pub facts: Vec<Fact>,
    /// Links, in the order of their file.
    pub links: Vec<Link>,
    /// Accounts, in the order of their file.
    pub accounts: Vec<Account>,
    /// Desks, in the order of their file.
    pub desks: Vec<Desk>,
    sources: Rc<Sources>,
    /// What the pack says that it does not know.
    unknown: BTreeSet<String>,
    /// The names of what could not be read.
    lost: BTreeSet<String>,
}

impl Knowledge {
    /// Reads the four files; what is wrong with them is added to `faults`.
    pub(super) fn read(
        files: &Files,
        manifest: &Manifest,
        sources: Rc<Sources>,
        faults: &mut Vec<Diagnostic>,
    ) -> Self {
        let facts = list(files, "fact", faults, |file, raw| fact(file, raw, &sources));
        let links = list(files, "link", faults, |file, raw| link(file, raw, &sources));
        let accounts = list(files, "account", faults, |file, raw| {
            account(file, raw, &sources)
        });
        let desks = list(files, "desk", faults, |file, raw| desk(file, raw, &sources));
        let unknown = manifest.unknown.iter();
        let lost = [facts.lost, links.lost, accounts.lost, desks.lost];
        Self {
            facts: facts.made,
            links: links.made,
            accounts: accounts.made,
            desks: desks.made,
            sources,
            unknown: unknown.map(|unknown| unknown.id.to_string()).collect(),
            lost: lost.into_iter().flatten().collect(),
        }
    }

    /// Sources, in the order of their file.
    pub fn sources(&self) -> &[Source] {
        self.sources.as_slice()
    }

    /// The figure of a name.
    pub fn fact(&self, id: &FactId) -> Option<&Fact> {
        self.facts.iter().find(|fact| fact.id == *id)
    }

    /// The source of a name.
    pub fn source(&self, id: &SourceId) -> Option<&Source> {
        self.sources().iter().find(|source| source.id == *id)
    }

    /// The link of a name.
    pub fn link(&self, id: &LinkId) -> Option<&Link> {
        self.links.iter().find(|link| link.id == *id)
    }

    /// Whether something of that name is there but cannot be read, so that it is reported already.
    pub fn is_lost(&self, name: &str) -> bool {
        self.lost.contains(name) || self.lost.contains("") || self.sources.is_lost(name)
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
        if self.is_lost(name.get_ref()) {
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
        self.sources.resolve(file, names)
    }
}

/// The shapes of the four files.
pub(super) fn shapes() -> Vec<FileShape> {
    vec![
        FileShape::list("facts", "fact", Shape::of::<RawFact>()),
        FileShape::list("links", "link", Shape::of::<RawLink>()),
        FileShape::list("accounts", "account", Shape::of::<RawAccount>()),
        FileShape::list("desks", "desk", Shape::of::<RawDesk>()),
    ]
}

macro_rules! named {
    ($($raw:ty),+) => {$(
        impl Named for $raw {
            fn name(&mut self) -> &mut Spanned<String> {
                &mut self.id
            }
        }
    )+};
}

named!(RawFact, RawLink, RawAccount, RawDesk);

fn fact(file: &mut TomlFile<'_>, raw: RawFact, sources: &Sources) -> Fact {
    Fact {
        id: FactId::new(raw.id.get_ref()),
        value: raw.value,
        sources: sources.resolve(file, &raw.sources),
        span: raw.id.span(),
    }
}

fn link(file: &mut TomlFile<'_>, raw: RawLink, sources: &Sources) -> Link {
    check_scheme(file, &raw.url);
    Link {
        id: LinkId::new(raw.id.get_ref()),
        url: raw.url.into_inner(),
        sources: sources.resolve(file, &raw.sources),
        span: raw.id.span(),
    }
}

fn account(file: &mut TomlFile<'_>, raw: RawAccount, sources: &Sources) -> Account {
    Account {
        id: AccountId::new(raw.id.get_ref()),
        user_names: raw.user_names,
        to: raw.to.as_ref().map(|to| Target::read(to.get_ref())),
        to_span: raw.to.as_ref().unwrap_or(&raw.id).span(),
        holds_files: raw.holds_files,
        sources: sources.resolve(file, &raw.sources),
        span: raw.id.span(),
    }
}

fn desk(file: &mut TomlFile<'_>, raw: RawDesk, sources: &Sources) -> Desk {
    Desk {
        id: DeskId::new(raw.id.get_ref()),
        room_span: raw.room.span(),
        room: raw.room.into_inner(),
        sources: sources.resolve(file, &raw.sources),
        span: raw.id.span(),
    }
}
