//! `data/accounts.toml`: the accounts that a person may have.

use std::ops::Range;

use schemars::JsonSchema;
use serde::Deserialize;

use super::Files;
use super::list::{List, list};
use super::sources::{SourceNames, Sources};
use super::target::Target;
use crate::diagnostic::Diagnostic;
use crate::id::{AccountId, SourceId};
use crate::toml_file::{Document, Id, Located};

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

#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct AccountsFile {
    /// One of the accounts that a person may have.
    #[serde(default)]
    account: Vec<RawAccount>,
}

impl Document for AccountsFile {}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawAccount {
    id: Located<Id>,
    /// Shapes of user names: * is any text, # is digits.
    user_names: Vec<String>,
    /// Where somebody who typed such a user name is helped on.
    to: Option<Located<String>>,
    /// Whether mail and files are out of reach once it is closed.
    #[serde(default)]
    holds_files: bool,
    sources: SourceNames,
}

/// Reads the file; what is wrong with it is added to `faults`.
pub(super) fn read(
    files: &Files,
    sources: &Sources,
    faults: &mut Vec<Diagnostic>,
) -> List<Account> {
    let tables = |file: AccountsFile| file.account;
    list(files, "account", faults, tables, |file, seen, raw| {
        Account {
            id: AccountId::new(&file.unique("account", seen, &raw.id)),
            user_names: raw.user_names,
            to_span: raw.to.as_ref().map_or(raw.id.span(), Located::span),
            to: raw.to.map(|to| Target::read(&to)),
            holds_files: raw.holds_files,
            sources: sources.resolve(file, &raw.sources),
            span: raw.id.span(),
        }
    })
}
