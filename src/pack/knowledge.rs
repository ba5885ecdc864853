//! What a pack knows apart from its flows: the lists of figures, links, accounts
//! and desks, and the sources of them all.

use std::collections::BTreeSet;
use std::fmt::Display;

use super::Manifest;
use super::files::Files;
use super::lists::{
    Account, AccountsFile, Desk, DesksFile, Fact, FactsFile, Link, LinksFile, Source, SourcesFile,
    list,
};
use crate::diagnostic::{Code, Diagnostic};
use crate::id::{FactId, LinkId, SourceId};
use crate::toml_file::{Located, Name, Names, TomlFile, is_blank};

/// The source of what a desk fills in itself; no pack may name a source so.
pub const THIS_DESK: &str = "this-desk";

/// After how many days a source counts as checked too long ago, where a desk does not say.
pub const STALE_AFTER_DAYS: u32 = 180;

/// The lists, whole as far as their files are sound; each in the order of its file.
#[derive(Clone, Debug, Default)]
pub struct Knowledge {
    /// Figures.
    pub facts: Vec<Fact>,
    /// Links.
    pub links: Vec<Link>,
    /// Accounts.
    pub accounts: Vec<Account>,
    /// Desks.
    pub desks: Vec<Desk>,
    /// Sources.
    pub sources: Vec<Source>,
    /// What the pack says that it does not know.
    unknown: BTreeSet<String>,
    /// The names of what could not be read; one without a name has an empty one.
    lost: BTreeSet<String>,
    lost_sources: BTreeSet<String>,
}

impl Knowledge {
    /// Reads the five files; what is wrong with them is added to `faults`.
    pub(super) fn read(files: &Files, manifest: &Manifest, faults: &mut Vec<Diagnostic>) -> Self {
        let unknown = manifest.unknown.iter();
        let mut known = Self {
            unknown: unknown.map(|unknown| unknown.id.to_string()).collect(),
            ..Self::default()
        };
        let tables = |file: SourcesFile| file.source;
        (known.sources, known.lost_sources) =
            list(files, "source", faults, tables, |file, seen, source| {
                file.unique("source", seen, &mut source.id);
                check_source(file, source);
            });
        let tables = |file: FactsFile| file.fact;
        let (facts, lost_facts) = list(files, "fact", faults, tables, |file, seen, fact| {
            file.unique("fact", seen, &mut fact.id);
            known.check_sources(file, &fact.sources);
        });
        let tables = |file: LinksFile| file.link;
        let (links, lost_links) = list(files, "link", faults, tables, |file, seen, link| {
            check_scheme(file, &link.url);
            file.unique("link", seen, &mut link.id);
            known.check_sources(file, &link.sources);
        });
        let tables = |file: AccountsFile| file.account;
        let (accounts, lost_accounts) =
            list(files, "account", faults, tables, |file, seen, account| {
                file.unique("account", seen, &mut account.id);
                known.check_sources(file, &account.sources);
            });
        let tables = |file: DesksFile| file.desk;
        let (desks, lost_desks) = list(files, "desk", faults, tables, |file, seen, desk| {
            file.unique("desk", seen, &mut desk.id);
            known.check_sources(file, &desk.sources);
        });
        let lost = [lost_facts, lost_links, lost_accounts, lost_desks];
        Self {
            facts,
            links,
            accounts,
            desks,
            lost: lost.into_iter().flatten().collect(),
            ..known
        }
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
        has(&self.lost, name) || has(&self.lost_sources, name)
    }

    /// Adds the faults of links that there are not.
    pub(super) fn check_links(&self, file: &mut TomlFile, links: &Names<LinkId>) {
        for link in links.placed().filter(|link| self.link(link).is_none()) {
            let known = self.links.iter().map(|link| link.id.as_str());
            self.none(file, "link", &link, known);
        }
    }

    /// Adds the faults of sources that there are not.
    pub(super) fn check_sources(&self, file: &mut TomlFile, sources: &Names<SourceId>) {
        for source in sources
            .placed()
            .filter(|source| self.source(source).is_none())
        {
            if !has(&self.lost_sources, source.as_str()) {
                let known = self.sources.iter().map(|source| source.id.as_str());
                file.dangling("source", &source, known);
            }
        }
    }

    /// The figure of a name; a name that none has is a fault.
    pub(super) fn figure(&self, file: &mut TomlFile, name: &Located<FactId>) -> Option<u32> {
        let fact = self.fact(name);
        if fact.is_none() {
            let known = self.facts.iter().map(|fact| fact.id.as_str());
            self.none(file, "fact", name, known);
        }
        Some(fact?.value)
    }

    fn none<'a>(
        &self,
        file: &mut TomlFile,
        kind: &str,
        name: &Located<impl Display>,
        known: impl Iterator<Item = &'a str>,
    ) {
        let id = name.to_string();
        if self.is_lost(&id) {
            return;
        }
        if !self.unknown.contains(&id) {
            return file.dangling(kind, name, known);
        }
        let message =
            format!("`{id}` is used as a {kind}, but the pack says that it does not know it");
        file.fault(Code::UnknownUsed, name.span(), message, format!(
            "add the {kind} with its source and take away its `[[unknown]]`, or leave it out here"
        ));
    }
}

/// Whether a name is among those; one that is not known may be it.
fn has(lost: &BTreeSet<String>, name: &str) -> bool {
    lost.contains(name) || lost.contains("")
}

fn check_source(file: &mut TomlFile, source: &Source) {
    let id = &source.id;
    if id.as_str() == THIS_DESK {
        let message = format!("`{THIS_DESK}` stands for what a desk itself fills in");
        let help = "give the source another name";
        file.fault(Code::Value, id.span(), message, help);
    }
    if let Some(url) = &source.url {
        check_scheme(file, url);
    }
    if let Some(checked) = &source.checked {
        file.day(checked);
    } else {
        let message = format!("the source `{id}` does not say on which day it was checked");
        let help = "add the day on which somebody last read it: checked = 2026-11-22";
        file.fault(Code::NoCheckedDay, id.span(), message, help);
    }
}

/// Adds the fault of an address that is not one to be opened.
fn check_scheme(file: &mut TomlFile, url: &Name) {
    let typed = url.as_str();
    let known = ["https://", "http://", "mailto:"];
    let rest = known.iter().find_map(|scheme| typed.strip_prefix(scheme));
    let help = match rest {
        None if is_blank(typed) => return,
        None => "an address starts with https://, http:// or mailto:",
        Some(rest) if rest.trim_matches('/').is_empty() => "write the whole address",
        Some(rest) if rest.contains(char::is_whitespace) => "take the blanks out of the address",
        Some(_) => return,
    };
    let message = format!("`{typed}` is not an address that may be shown as a link");
    file.fault(Code::Scheme, url.span(), message, help);
}
