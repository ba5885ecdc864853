//! What a pack knows apart from its flows: the lists of figures, links, accounts
//! and desks, and the sources of them all.

use std::collections::BTreeSet;

use super::accounts::{self, Account};
use super::desks::{self, Desk};
use super::facts::{self, Fact};
use super::links::{self, Link};
use super::sources::{Source, Sources};
use super::{Files, Manifest};
use crate::diagnostic::{Code, Diagnostic};
use crate::id::{FactId, LinkId, SourceId};
use crate::toml_file::{Name, TomlFile};

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
    sources: Sources,
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
        sources: Sources,
        faults: &mut Vec<Diagnostic>,
    ) -> Self {
        let facts = facts::read(files, &sources, faults);
        let links = links::read(files, &sources, faults);
        let accounts = accounts::read(files, &sources, faults);
        let desks = desks::read(files, &sources, faults);
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
    pub(super) fn no_fact(&self, file: &mut TomlFile, name: &Name) {
        let known = self.facts.iter().map(|fact| fact.id.as_str());
        self.none(file, "fact", name, known);
    }

    /// Adds the fault of a link that there is not.
    pub(super) fn no_link(&self, file: &mut TomlFile, name: &Name) {
        let known = self.links.iter().map(|link| link.id.as_str());
        self.none(file, "link", name, known);
    }

    fn none<'a>(
        &self,
        file: &mut TomlFile,
        kind: &str,
        name: &Name,
        known: impl Iterator<Item = &'a str>,
    ) {
        let id = name.as_str();
        if self.is_lost(id) {
            return;
        }
        if !self.unknown.contains(id) {
            return file.dangling(kind, name, known);
        }
        let message =
            format!("`{id}` is used as a {kind}, but the pack says that it does not know it");
        file.fault(Code::UnknownUsed, name.span(), message, format!(
            "add the {kind} with its source and take away its `[[unknown]]`, or leave it out here"
        ));
    }

    /// Resolves the names of sources; those that nothing has become faults.
    pub(super) fn sources_of(&self, file: &mut TomlFile, names: &[Name]) -> Vec<SourceId> {
        self.sources.resolve(file, names)
    }
}
