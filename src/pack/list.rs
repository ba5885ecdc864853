//! A file of one kind of thing: `data/<kind>s.toml`, a list of `[[kind]]` with names.

use std::collections::BTreeSet;

use serde::de::DeserializeOwned;
use toml::Spanned;

use super::{Files, data_path};
use crate::diagnostic::Diagnostic;
use crate::toml_file::{Places, TomlFile};

/// What stands in such a list.
pub(super) trait Named {
    fn name(&mut self) -> &mut Spanned<String>;
}

/// What a list gave: what could be made, and the names of what could not be read. One without a
/// name has an empty one.
#[derive(Clone, Debug)]
pub(super) struct List<T> {
    pub(super) made: Vec<T>,
    pub(super) lost: BTreeSet<String>,
}

/// Reads the list of a kind; what is wrong with it is added to `faults`.
pub(super) fn list<R: DeserializeOwned + Named, T>(
    files: &Files,
    kind: &str,
    faults: &mut Vec<Diagnostic>,
    mut make: impl FnMut(&mut TomlFile<'_>, R) -> T,
) -> List<T> {
    let path = data_path(&format!("{kind}s"));
    let mut list = List {
        made: Vec::new(),
        lost: BTreeSet::new(),
    };
    let text = match files.read(&path) {
        Ok(text) => text,
        Err(fault) => {
            faults.push(*fault);
            return list;
        }
    };
    let mut file = TomlFile::parse(&path, text);
    let mut seen = Places::new();
    for mut item in file.items::<R>(kind) {
        let known = file.unique(kind, &mut seen, item.name());
        *item.name().get_mut() = known;
        list.made.push(make(&mut file, item));
    }
    file.lose_strangers();
    for lost in file.lost.drain(..) {
        list.lost.insert(lost.text("id").to_owned());
    }
    file.nothing_else();
    faults.append(&mut file.faults);
    list
}
