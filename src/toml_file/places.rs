//! Ids: well formed, and only one of a kind.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use toml::Spanned;

use super::{TomlFile, says_nothing};
use crate::diagnostic::Code;
use crate::id;

/// The ids of one kind that a file has, and where they stand.
pub(crate) type Places = BTreeMap<String, Range<usize>>;

impl TomlFile<'_> {
    /// Reports what a list names more than once.
    pub(crate) fn once(&mut self, list: &str, names: &[Spanned<String>]) {
        let mut seen = BTreeSet::new();
        for name in names {
            if !seen.insert(name.get_ref()) {
                let message = format!("`{}` stands in `{list}` twice", name.get_ref());
                let fault = self.fault(Code::Twice, name.span(), message);
                fault.help.push("take one of them out".to_owned());
            }
        }
    }

    /// Checks that an id is well formed, and that no other of its kind has it.
    ///
    /// Returns the name by which it is known: where it cannot be an id, the one that was meant, so
    /// that what names it rightly is not wrong too.
    pub(crate) fn unique(
        &mut self,
        kind: &str,
        places: &mut Places,
        name: &Spanned<String>,
    ) -> String {
        let id = name.get_ref();
        if id::is_id(id) {
            self.no_other(kind, places, name);
            return id.clone();
        }
        let meant = id::meant(id);
        if !says_nothing(id) {
            let message = format!("`{id}` cannot name this {kind}");
            let fault = self.fault(Code::NotAnId, name.span(), message);
            fault.help.push(if id::is_id(&meant) {
                format!("write it with small letters, digits and `-`: `{meant}`")
            } else {
                "a name starts with a small letter; then come small letters, digits and `-`"
                    .to_owned()
            });
        }
        places.insert(meant.clone(), name.span());
        meant
    }

    /// Checks that no other of its kind has the name.
    pub(crate) fn no_other(&mut self, kind: &str, places: &mut Places, name: &Spanned<String>) {
        let id = name.get_ref();
        let Some(other) = places.get(id) else {
            places.insert(id.clone(), name.span());
            return;
        };
        let other = self.place(other.clone());
        let message = format!("two of a kind: `{id}` names another {kind} too");
        let fault = self.fault(Code::Twice, name.span(), message);
        fault
            .related
            .push((other, "the other one stands here".to_owned()));
        fault
            .help
            .push("give one of them another name, or take one away".to_owned());
    }
}
