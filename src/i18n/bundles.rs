//! Words of one kind in every language: `balie.ftl`, `pack.ftl`, or those of a flow.

use std::borrow::Cow;
use std::collections::HashMap;
use std::rc::Rc;

use fluent::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use fluent_templates::{LanguageIdentifier, Loader};

use super::readable::readable;
use crate::sanitize::sanitize;

/// Variables for a sentence, by name.
pub(super) type Args<'a> = HashMap<Cow<'static, str>, FluentValue<'a>>;

/// A bundle for each language, the main one first.
///
/// The loaders of fluent-templates ask a fallback language before a file that overrides another, so
/// that a pack which says something anew in one language only would say it so in all.
#[derive(Default)]
pub(super) struct Bundles {
    bundles: Vec<(LanguageIdentifier, FluentBundle<FluentResource>)>,
    /// The pack's figures, which every sentence may use.
    figures: Rc<FluentArgs<'static>>,
}

impl Bundles {
    /// No words yet.
    pub(super) fn new(figures: &Rc<FluentArgs<'static>>) -> Self {
        Self {
            bundles: Vec::new(),
            figures: Rc::clone(figures),
        }
    }

    /// Adds a language; what a later text says replaces the same message of an earlier one.
    pub(super) fn add<'t>(
        &mut self,
        language: &LanguageIdentifier,
        texts: impl IntoIterator<Item = &'t str>,
    ) {
        let mut bundle = FluentBundle::new(vec![language.clone()]);
        // The marks that isolate variables would reach clipboards and print-outs.
        bundle.set_use_isolating(false);
        for text in texts {
            let text = readable(text).0.to_owned();
            let (Ok(resource) | Err((resource, _))) = FluentResource::try_new(text);
            bundle.add_resource_overriding(resource);
        }
        self.bundles.push((language.clone(), bundle));
    }

    /// A sentence, sanitized; `id` may end in `.attribute`.
    fn format(
        &self,
        bundle: &FluentBundle<FluentResource>,
        id: &str,
        args: Option<&Args<'_>>,
    ) -> Option<String> {
        let pattern = match id.split_once('.') {
            Some((name, attribute)) => {
                let message = bundle.get_message(name)?;
                message.get_attribute(attribute)?.value()
            }
            None => bundle.get_message(id)?.value()?,
        };
        let args = args.filter(|args| !args.is_empty());
        let args = args.map(|args| self.beside_figures(args));
        let args = args.as_ref().unwrap_or(&self.figures);
        let text = bundle.format_pattern(pattern, Some(args), &mut Vec::new());
        // Escapes of Fluent can bring back what its files may not hold.
        Some(sanitize(&text).into_owned())
    }

    fn beside_figures<'a>(&'a self, args: &'a Args<'_>) -> FluentArgs<'a> {
        let figures = self.figures.iter();
        let figures = figures.map(|(name, value)| (name, value.clone()));
        let args = args.iter();
        let args = args.map(|(name, value)| (name.as_ref(), value.clone()));
        figures.chain(args).collect()
    }
}

/// A language that lacks a sentence is helped out by the first that has it, marked with its name; an
/// id that none has stands for itself. With `try_`, no other language helps out.
impl Loader for Bundles {
    fn lookup_complete(
        &self,
        lang: &LanguageIdentifier,
        text_id: &str,
        args: Option<&Args<'_>>,
    ) -> String {
        let other = || {
            self.bundles.iter().find_map(|(language, bundle)| {
                let text = self.format(bundle, text_id, args)?;
                Some(format!("[{language}] {text}"))
            })
        };
        self.try_lookup_complete(lang, text_id, args)
            .or_else(other)
            .unwrap_or_else(|| format!("‹{text_id}›"))
    }

    fn try_lookup_complete(
        &self,
        lang: &LanguageIdentifier,
        text_id: &str,
        args: Option<&Args<'_>>,
    ) -> Option<String> {
        let mut bundles = self.bundles.iter();
        let (_, bundle) = bundles.find(|(language, _)| language == lang)?;
        self.format(bundle, text_id, args)
    }

    fn locales(&self) -> Box<dyn Iterator<Item = &LanguageIdentifier> + '_> {
        Box::new(self.bundles.iter().map(|(language, _)| language))
    }
}

impl std::fmt::Debug for Bundles {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.locales()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words in two languages, with three minutes as their only figure.
    fn bundles(main: &[&str], other: &[&str]) -> Bundles {
        let figures = [("minutes", FluentValue::from(3))].into_iter().collect();
        let mut bundles = Bundles::new(&Rc::new(figures));
        for (language, texts) in [("nl", main), ("en", other)] {
            bundles.add(&language.parse().unwrap(), texts.iter().copied());
        }
        bundles
    }

    #[test]
    fn an_override_replaces_one_message_in_one_language() {
        let shipped = "a = A\nb = { -term } { a }\n    .title = B\n-term = over\n";
        let words = bundles(&[shipped, "a = Ander\n"], &[shipped]);
        let said = |language: &str, id| words.lookup(&language.parse().unwrap(), id);
        let ids = ["a", "b", "b.title", "-term"];
        assert_eq!(
            ids.map(|id| said("nl", id)),
            ["Ander", "over Ander", "B", "‹-term›"]
        );
        assert_eq!(
            ids.map(|id| said("en", id)),
            ["A", "over A", "B", "‹-term›"]
        );
    }

    #[test]
    fn another_language_helps_out_unless_that_is_not_wanted() {
        let words = bundles(&["a = A\n"], &["b = B\n    .title = T\n"]);
        let (main, other) = ("nl".parse().unwrap(), "en".parse().unwrap());
        assert_eq!(words.lookup(&other, "a"), "[nl] A");
        assert_eq!(words.lookup(&main, "b.title"), "[en] T");
        assert_eq!(words.lookup(&main, "a.title"), "‹a.title›");
        assert_eq!(words.try_lookup(&other, "a"), None);
        assert_eq!(words.try_lookup(&"fr".parse().unwrap(), "a"), None);
    }

    #[test]
    fn figures_stand_beside_what_is_given() {
        let text = "a = { $minutes } { $x } { \"\\u001B\" }.\n";
        let words = bundles(&[text], &[]);
        let main = "nl".parse().unwrap();
        let args = |name, value: i32| Args::from([(Cow::Borrowed(name), value.into())]);
        let said = |args| words.lookup_with_args(&main, "a", &args);
        assert!(words.lookup(&main, "a").starts_with("3 {$x} "));
        assert!(said(args("x", 7)).starts_with("3 7 "));
        assert!(said(args("minutes", 9)).starts_with("9 {$x} "));
        assert!(!said(args("x", 7)).contains('\u{1b}'));
    }

    #[test]
    fn of_two_by_one_name_the_last_that_can_be_read_counts() {
        for (text, said) in [
            ("c=no blank\nc =", "no blank"),
            ("c = One\nc = Two\n", "Two"),
            ("c = One\nc { Two\n", "One"),
            ("\u{feff}c = One\n\tc = Two\n", "‹c›"),
        ] {
            assert_eq!(
                bundles(&[text], &[]).lookup(&"nl".parse().unwrap(), "c"),
                said
            );
        }
    }
}
