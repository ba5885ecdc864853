//! The files that words are read from.

use std::rc::Rc;
use std::sync::Arc;

use fluent::{FluentArgs, FluentValue};
use fluent_templates::LanguageIdentifier;

use super::bundles::Bundles;
use crate::pack::{Files, Pack, shipped_text};

/// A pack's files, its languages, and the figures that its sentences use.
#[derive(Debug)]
pub(super) struct WordFiles {
    pub(super) languages: Vec<LanguageIdentifier>,
    files: Arc<Files>,
    figures: Rc<FluentArgs<'static>>,
}

impl WordFiles {
    pub(super) fn of(pack: &Pack) -> Self {
        let facts = pack.known().facts.iter();
        let figures = facts.map(|fact| (fact.id.to_string(), FluentValue::from(fact.value)));
        Self {
            languages: pack.manifest().languages.clone(),
            files: Arc::clone(pack.files()),
            figures: Rc::new(figures.collect()),
        }
    }

    /// Words of the pack.
    pub(super) fn pack(&self, name: &str) -> Bundles {
        let mut bundles = Bundles::new(&self.figures);
        for language in &self.languages {
            bundles.add(language, self.files.text(&words_path(language, name)));
        }
        bundles
    }

    /// The shipped words of the program, with the pack's on top; English helps out at the end.
    pub(super) fn own(&self) -> Bundles {
        let english = "en".parse().ok();
        let missing = english.filter(|english| !self.languages.contains(english));
        let mut bundles = Bundles::new(&self.figures);
        for language in self.languages.iter().chain(&missing) {
            let path = words_path(language, "balie");
            let shipped = shipped_text(&path);
            let replaced = self.files.text(&path).filter(|text| Some(*text) != shipped);
            bundles.add(language, shipped.into_iter().chain(replaced));
        }
        bundles
    }
}

/// Where the words of one kind stand in a language.
pub fn words_path(language: &LanguageIdentifier, name: &str) -> String {
    format!("locales/{language}/{name}.ftl")
}
