//! Ids: well formed, and only one of a kind.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::{Deref, Range};

use super::blank::is_blank;
use super::file::TomlFile;
use super::located::{Id, Located, Name};
use crate::diagnostic::{Code, Diagnostic};
use crate::id;

/// The ids of one kind that a file has, and where they stand.
pub(crate) type Places = BTreeMap<String, Range<usize>>;

impl TomlFile {
    /// Reports what a list names more than once.
    pub(crate) fn once<'n>(&mut self, list: &str, names: impl IntoIterator<Item = &'n Name>) {
        let mut seen = BTreeSet::new();
        for name in names {
            if !seen.insert(name.as_str()) {
                let message = format!("`{}` stands in `{list}` twice", name.as_str());
                self.fault(Code::Twice, name.span(), message, "take one of them out");
            }
        }
    }

    /// Checks that an id is well formed, and that no other of its kind has it.
    ///
    /// Returns the name by which it is known: where it cannot be an id, the one that was meant, so
    /// that what names it rightly is not wrong too.
    pub(crate) fn unique(&mut self, kind: &str, places: &mut Places, name: &Located<Id>) -> String {
        let id: &str = name;
        if id::is_id(id) {
            self.no_other(kind, places, name);
            return id.to_owned();
        }
        let meant = id::meant(id);
        if !is_blank(id) {
            let message = format!("`{id}` cannot name this {kind}");
            self.fault(
                Code::NotAnId,
                name.span(),
                message,
                if id::is_id(&meant) {
                    format!("write it with small letters, digits and `-`: `{meant}`")
                } else {
                    "a name starts with a small letter; then come small letters, digits and `-`"
                        .to_owned()
                },
            );
        }
        places.insert(meant.clone(), name.span());
        meant
    }

    /// Checks that no other of its kind has the name.
    pub(crate) fn no_other<T>(&mut self, kind: &str, places: &mut Places, name: &Located<T>)
    where
        T: Deref<Target = str>,
    {
        let id: &str = name;
        let Some(other) = places.get(id) else {
            places.insert(id.to_owned(), name.span());
            return;
        };
        let other = self.place(other.clone());
        let message = format!("two of a kind: `{id}` names another {kind} too");
        let fault = Diagnostic::new(Code::Twice, self.place(name.span()), message)
            .related(other, "the other one stands here")
            .help("give one of them another name, or take one away");
        self.faults.push(fault);
    }
}
