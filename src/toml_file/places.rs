//! Ids: well formed, and only one of a kind.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;

use super::TomlFile;
use crate::id;
use crate::report::Code;

/// The ids of one kind that a file has, and where they stand.
pub(crate) type Places = BTreeMap<String, Range<usize>>;

impl TomlFile<'_> {
    /// Checks that an id is well formed, and that no other of its kind has it.
    pub(crate) fn unique(&mut self, kind: &str, places: &mut Places, name: &Spanned<String>) {
        let id = name.get_ref();
        if !id::is_id(id) {
            let message = format!("`{id}` cannot name a {kind}");
            let help = "a name starts with a small letter; then come small letters, digits and `-`";
            let fault = self.fault(Code::NotAnId, name.span(), message);
            fault.help.push(help.to_owned());
        }
        let Some(other) = places.get(id) else {
            places.insert(id.clone(), name.span());
            return;
        };
        let other = self.place(other.clone());
        let message = format!("two of a kind: there is already a {kind} `{id}`");
        let fault = self.fault(Code::Twice, name.span(), message);
        fault
            .related
            .push((other, "the other one stands here".to_owned()));
        fault
            .help
            .push("give one of them another name, or take one away".to_owned());
    }
}
