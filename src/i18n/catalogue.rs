//! One set of words in all languages: `balie.ftl`, `pack.ftl`, or a flow's.

use std::borrow::Cow;
use std::collections::HashMap;

use fluent::{FluentArgs, FluentValue};
use fluent_templates::{LanguageIdentifier, Loader};

use super::figures::Variables;
use super::tongue::{Source, Tongue};

/// Variables for a sentence, by name.
pub type Args<'a> = HashMap<Cow<'static, str>, FluentValue<'a>>;

/// Words of one kind in every language, each message read when it is first said.
///
/// `Loader` is the look-up interface of fluent-templates; its own loaders ask a
/// fallback language before an overriding file, so that this one is needed.
pub struct Catalogue {
    tongues: Vec<Tongue>,
}

impl Catalogue {
    /// A catalogue of the given files; the first language is the main one.
    pub fn new(files: impl IntoIterator<Item = (LanguageIdentifier, Vec<Source>)>) -> Self {
        let files = files.into_iter();
        Self {
            tongues: files
                .map(|(language, sources)| Tongue::new(language, sources))
                .collect(),
        }
    }

    /// A sentence in exactly this language, made sanitize; `id` may end in `.attribute`.
    pub(super) fn say(
        &self,
        language: &LanguageIdentifier,
        id: &str,
        variables: Variables<'_>,
    ) -> Option<String> {
        let mut tongues = self.tongues.iter();
        let tongue = tongues.find(|tongue| tongue.language == *language)?;
        tongue.say(id, variables)
    }

    /// A sentence in the language asked for, or else in the first that has it,
    /// marked with that language; the id itself, marked, where none has it.
    pub(super) fn say_anyhow(
        &self,
        language: &LanguageIdentifier,
        id: &str,
        variables: Variables<'_>,
    ) -> String {
        self.say_or_stand_in(language, id, variables)
            .unwrap_or_else(|| format!("‹{id}›"))
    }

    fn say_or_stand_in(
        &self,
        language: &LanguageIdentifier,
        id: &str,
        variables: Variables<'_>,
    ) -> Option<String> {
        self.say(language, id, variables).or_else(|| {
            self.tongues.iter().find_map(|tongue| {
                let text = tongue.say(id, variables)?;
                Some(format!("[{}] {text}", tongue.language))
            })
        })
    }
}

impl Loader for Catalogue {
    fn lookup_complete(
        &self,
        lang: &LanguageIdentifier,
        text_id: &str,
        args: Option<&Args<'_>>,
    ) -> String {
        let args = fluent_args(args);
        self.say_anyhow(lang, text_id, Variables::These(&args))
    }

    fn try_lookup_complete(
        &self,
        lang: &LanguageIdentifier,
        text_id: &str,
        args: Option<&Args<'_>>,
    ) -> Option<String> {
        let args = fluent_args(args);
        self.say_or_stand_in(lang, text_id, Variables::These(&args))
    }

    fn locales(&self) -> Box<dyn Iterator<Item = &LanguageIdentifier> + '_> {
        Box::new(self.tongues.iter().map(|tongue| &tongue.language))
    }
}

fn fluent_args<'a>(args: Option<&'a Args<'_>>) -> FluentArgs<'a> {
    let args = args.into_iter().flatten();
    args.map(|(name, value)| (name.as_ref(), value.clone()))
        .collect()
}

impl std::fmt::Debug for Catalogue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.locales()).finish()
    }
}
