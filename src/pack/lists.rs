//! The lists of a pack: `data/<kind>s.toml`, each with tables `[[kind]]` that have names.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Deserialize;

use super::files::{Files, data_path};
use super::flow::Target;
use crate::diagnostic::Diagnostic;
use crate::id::{AccountId, DeskId, FactId, LinkId, SourceId};
use crate::toml_file::{Date, Document, Located, Name, Names, Places, TomlFile};

/// A figure that sentences use by its name, so that plurals come out right.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// Its name: small letters, digits and -.
    pub id: Located<FactId>,
    /// The figure itself; sentences say it as { $name }.
    pub value: u32,
    /// Names of sources.toml: where this comes from.
    pub sources: Names<SourceId>,
}

/// An address that a person can open.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// Its name: small letters, digits and -.
    pub id: Located<LinkId>,
    /// The address in full: http, https or mailto.
    pub url: Name,
    /// Names of sources.toml: where this comes from.
    pub sources: Names<SourceId>,
}

/// One of the accounts that a person may have.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Account {
    /// Its name: small letters, digits and -.
    pub id: Located<AccountId>,
    /// Shapes of user names: * is any text, # is digits.
    pub user_names: Vec<String>,
    /// Where somebody who typed such a user name is helped on.
    pub to: Option<Located<Target>>,
    /// Whether mail and files are out of reach once it is closed.
    #[serde(default)]
    pub holds_files: bool,
    /// Names of sources.toml: where this comes from.
    pub sources: Names<SourceId>,
}

/// A servicedesk on a campus.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Desk {
    /// Its name: small letters, digits and -.
    pub id: Located<DeskId>,
    /// The room, as it stands on the door.
    pub room: Name,
    /// Names of sources.toml: where this comes from.
    pub sources: Names<SourceId>,
}

/// A page or a person that facts come from.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Its name: small letters, digits and -.
    pub id: Located<SourceId>,
    /// The day on which somebody last read it, as 2026-11-22.
    pub checked: Option<Located<Date>>,
    /// Where it can be read.
    pub url: Option<Name>,
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct FactsFile {
    /// A figure that sentences say.
    #[serde(default)]
    pub(super) fact: Vec<Fact>,
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct LinksFile {
    /// An address that a person can open.
    #[serde(default)]
    pub(super) link: Vec<Link>,
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct AccountsFile {
    /// One of the accounts that a person may have.
    #[serde(default)]
    pub(super) account: Vec<Account>,
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct DesksFile {
    /// A servicedesk on a campus.
    #[serde(default)]
    pub(super) desk: Vec<Desk>,
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SourcesFile {
    /// A page or a person that facts come from.
    #[serde(default)]
    pub(super) source: Vec<Source>,
}

impl Document for FactsFile {}
impl Document for LinksFile {}
impl Document for AccountsFile {}
impl Document for DesksFile {}
impl Document for SourcesFile {}

/// Reads the list of a kind and checks each of its parts; what is wrong is added to `faults`.
///
/// Returns also the names of what could not be read; one without a name has an empty one.
pub(super) fn list<F: Document, T>(
    files: &Files,
    kind: &str,
    faults: &mut Vec<Diagnostic>,
    tables: impl FnOnce(F) -> Vec<T>,
    mut check: impl FnMut(&mut TomlFile, &mut Places, &mut T),
) -> (Vec<T>, BTreeSet<String>) {
    let path = data_path(&format!("{kind}s"));
    let text = files.read(&path).unwrap_or_else(|fault| {
        faults.push(*fault);
        ""
    });
    let (mut file, document) = TomlFile::read(&path, text);
    let (mut read, mut seen) = (tables(document), Places::new());
    read.iter_mut()
        .for_each(|part| check(&mut file, &mut seen, part));
    faults.append(&mut file.faults);
    let lost = file.partials.iter();
    let lost = lost.map(|partial| partial.text("id").to_owned());
    (read, lost.collect())
}
