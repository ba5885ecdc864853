//! Which plural forms a language has.

use std::collections::BTreeSet;

use fluent_templates::LanguageIdentifier;
use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};

/// The plural forms of a language, by their names in Fluent.
#[derive(Debug)]
pub(super) struct Forms {
    language: String,
    /// Empty where the language is not known.
    needed: BTreeSet<&'static str>,
}

/// How far is counted to find a language's forms: no figure of a desk is larger.
const FAR: usize = 200;

const NAMES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

impl Forms {
    /// The forms of a language.
    pub(super) fn of(language: &LanguageIdentifier) -> Self {
        let bare = LanguageIdentifier::from_parts(language.language, None, None, &[]);
        let rules = PluralRules::create(bare, PluralRuleType::CARDINAL);
        let needed = rules.into_iter().flat_map(|rules| {
            let forms = (0..=FAR).filter_map(move |number| rules.select(number).ok());
            forms.map(name)
        });
        Self {
            language: language.to_string(),
            needed: needed.collect(),
        }
    }

    /// What is wrong with a choice between these forms, and how to mend it; a choice that
    /// names no plural form, or single numbers instead, chooses by something else.
    pub(super) fn faults(&self, variable: &str, keys: &[&str]) -> Vec<(String, String)> {
        let plural = keys
            .iter()
            .any(|key| NAMES.contains(key) && *key != "other");
        let only_other = keys == ["other"];
        let plural = plural || only_other;
        if !plural || self.needed.is_empty() {
            return Vec::new();
        }
        let language = &self.language;
        let missing = self.needed.iter().filter(|form| !keys.contains(*form));
        let missing = missing.map(|form| {
            (
                format!("`{language}` needs the plural form `{form}` of ${variable}"),
                format!("add a line [{form}] with the words for it"),
            )
        });
        let strange = keys
            .iter()
            .filter(|key| **key != "other" && NAMES.contains(key) && !self.needed.contains(*key));
        let strange = strange.map(|form| {
            let known: Vec<&str> = self.needed.iter().copied().collect();
            (
                format!("`{language}` has no plural form `{form}`: it is never chosen"),
                format!("`{language}` has: {}", known.join(", ")),
            )
        });
        missing.chain(strange).collect()
    }
}

fn name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::ZERO => "zero",
        PluralCategory::ONE => "one",
        PluralCategory::TWO => "two",
        PluralCategory::FEW => "few",
        PluralCategory::MANY => "many",
        PluralCategory::OTHER => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::Forms;

    #[test]
    fn each_language_has_its_own_forms() {
        for (language, keys, faults) in [
            ("nl", vec!["one", "other"], 0),
            ("nl-BE", vec!["other"], 1),
            ("pl", vec!["one", "other"], 2),
            ("nl", vec!["one", "few", "other"], 1),
            ("fr", vec!["gent", "other-desk"], 0),
            ("fr", vec!["1", "other"], 0),
        ] {
            let forms = Forms::of(&language.parse().unwrap());
            assert_eq!(forms.faults("days", &keys).len(), faults, "{language}");
        }
    }
}
