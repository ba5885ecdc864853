//! A file of one kind of thing: `data/<kind>s.toml`, a list of `[[kind]]` with names.

use std::collections::BTreeSet;

use super::{Files, data_path};
use crate::diagnostic::Diagnostic;
use crate::toml_file::{Document, Places, TomlFile};

/// What a list gave: what could be made, and the names of what could not be read. One without a
/// name has an empty one.
#[derive(Clone, Debug)]
pub(super) struct List<T> {
    pub(super) made: Vec<T>,
    pub(super) lost: BTreeSet<String>,
}

/// Reads the list of a kind; what is wrong with it is added to `faults`.
pub(super) fn list<F: Document, R, T>(
    files: &Files,
    kind: &str,
    faults: &mut Vec<Diagnostic>,
    tables: impl FnOnce(F) -> Vec<R>,
    mut make: impl FnMut(&mut TomlFile, &mut Places, R) -> T,
) -> List<T> {
    let path = data_path(&format!("{kind}s"));
    let text = match files.read(&path) {
        Ok(text) => text,
        Err(fault) => {
            faults.push(*fault);
            return List {
                made: Vec::new(),
                lost: BTreeSet::new(),
            };
        }
    };
    let (mut file, read) = TomlFile::read(&path, text);
    let mut seen = Places::new();
    let raws = tables(read).into_iter();
    let made = raws.map(|raw| make(&mut file, &mut seen, raw)).collect();
    faults.append(&mut file.faults);
    let lost = file.partials.iter();
    List {
        made,
        lost: lost.map(|partial| partial.text("id").to_owned()).collect(),
    }
}
