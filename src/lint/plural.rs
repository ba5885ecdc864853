//! Which plural forms a language has.

use std::collections::BTreeSet;

use fluent_templates::LanguageIdentifier;
use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};

use crate::diagnostic::Suggestion;

/// The plural forms of a language, by their names in Fluent.
#[derive(Debug)]
pub(super) struct Forms {
    language: String,
    /// Empty where the language is not known.
    needed: BTreeSet<&'static str>,
}

/// How far is counted to find a language's forms: no figure of a desk is larger.
const FAR: usize = 200;

/// The forms by their names.
const NAMES: [(PluralCategory, &str); 6] = [
    (PluralCategory::ZERO, "zero"),
    (PluralCategory::ONE, "one"),
    (PluralCategory::TWO, "two"),
    (PluralCategory::FEW, "few"),
    (PluralCategory::MANY, "many"),
    (PluralCategory::OTHER, "other"),
];

impl Forms {
    /// The forms of a language.
    pub(super) fn of(language: &LanguageIdentifier) -> Self {
        let bare = LanguageIdentifier::from_parts(language.language, None, None, &[]);
        let rules = PluralRules::create(bare, PluralRuleType::CARDINAL);
        let needed = rules.into_iter().flat_map(|rules| {
            let forms = (0..=FAR).filter_map(move |number| rules.select(number).ok());
            forms.filter_map(|form| NAMES.iter().find(|(named, _)| *named == form))
        });
        Self {
            language: language.to_string(),
            needed: needed.map(|(_, name)| *name).collect(),
        }
    }

    /// What is wrong with a choice between these forms, and how to mend it; a choice that
    /// names no plural form, or single numbers instead, chooses by something else.
    pub(super) fn faults(&self, variable: &str, keys: &[&str]) -> Vec<(String, String)> {
        let again = |(at, key): &(usize, &&str)| keys.iter().take(*at).any(|other| other == *key);
        let doubles = keys.iter().enumerate().filter(again);
        let doubles = doubles.map(|(_, key)| {
            let message = format!("the form `{key}` of ${variable} is there twice");
            let help = "only one of them is ever chosen: take the other away";
            (message, help.to_owned())
        });
        let mut faults: Vec<_> = doubles.collect();
        let meant: Vec<&str> = keys.iter().filter_map(|key| meant(key)).collect();
        let is_plural = meant.iter().any(|form| *form != "other") || keys == ["other"];
        if is_plural && !self.needed.is_empty() {
            let missing = self.needed.iter().filter(|form| !meant.contains(*form));
            faults.extend(missing.map(|form| {
                let language = &self.language;
                let message = format!("`{language}` needs the plural form `{form}` of ${variable}");
                (
                    message,
                    format!("add a line [{form}] with the words for it"),
                )
            }));
            faults.extend(keys.iter().filter_map(|key| self.strange(key)));
        }
        faults
    }

    /// A form that is never chosen.
    fn strange(&self, key: &str) -> Option<(String, String)> {
        let language = &self.language;
        if key == "other" || self.needed.contains(key) || key.parse::<f64>().is_ok() {
            return None;
        }
        let message = format!("`{language}` has no plural form `{key}`: it is never chosen");
        let known: Vec<&str> = self.needed.iter().copied().collect();
        let help = match meant(key).filter(|form| self.needed.contains(form)) {
            Some(form) => Suggestion(form).to_string(),
            None => format!("`{language}` has: {}", known.join(", ")),
        };
        Some((message, help))
    }
}

/// The plural form that a key is, or that it was to be.
fn meant(key: &str) -> Option<&'static str> {
    Suggestion::of(key, NAMES.map(|(_, name)| name)).map(|Suggestion(form)| form)
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
            ("en", vec!["oen", "other"], 1),
            ("en", vec!["One", "other"], 1),
            ("en", vec!["one", "oen", "other"], 1),
            ("en", vec!["one", "one", "other"], 1),
            ("en", vec!["one", "gent", "other"], 1),
            ("en", vec!["0", "one", "other"], 0),
        ] {
            let forms = Forms::of(&language.parse().unwrap());
            assert_eq!(forms.faults("days", &keys).len(), faults, "{language}");
        }
    }
}
