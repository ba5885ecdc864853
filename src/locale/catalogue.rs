//! One set of words in all languages: `balie.ftl`, `pack.ftl`, or a flow's.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::HashMap;

use fluent::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use fluent_templates::{LanguageIdentifier, Loader};

use crate::inert::inert;

/// Variables for a sentence, by name.
pub type Args<'a> = HashMap<Cow<'static, str>, FluentValue<'a>>;

type Bundle = FluentBundle<FluentResource>;

/// Words of one kind in every language, each language read when first asked for.
///
/// `Loader` is the look-up interface of fluent-templates; its own loaders ask a
/// fallback language before an overriding file, so that this one is needed.
pub struct Catalogue {
    tongues: Vec<Tongue>,
}

struct Tongue {
    language: LanguageIdentifier,
    /// The files, in order: a later one replaces single messages of an earlier one.
    sources: Vec<String>,
    bundle: OnceCell<Bundle>,
}

impl Catalogue {
    /// A catalogue of the given files; the first language is the main one.
    pub fn new(files: impl IntoIterator<Item = (LanguageIdentifier, Vec<String>)>) -> Self {
        let tongue = |(language, sources)| Tongue {
            language,
            sources,
            bundle: OnceCell::new(),
        };
        Self {
            tongues: files.into_iter().map(tongue).collect(),
        }
    }

    /// A sentence in exactly this language, made inert; `id` may end in `.attribute`.
    pub fn say(
        &self,
        language: &LanguageIdentifier,
        id: &str,
        args: Option<&Args<'_>>,
    ) -> Option<String> {
        let tongue = self
            .tongues
            .iter()
            .find(|tongue| tongue.language == *language)?;
        tongue.say(id, args)
    }
}

impl Tongue {
    fn bundle(&self) -> &Bundle {
        self.bundle.get_or_init(|| {
            let mut bundle = Bundle::new(vec![self.language.clone()]);
            // The marks that isolate variables would reach clipboards and print-outs.
            bundle.set_use_isolating(false);
            for source in &self.sources {
                let (Ok(resource) | Err((resource, _))) = FluentResource::try_new(source.clone());
                bundle.add_resource_overriding(resource);
            }
            bundle
        })
    }

    fn say(&self, id: &str, args: Option<&Args<'_>>) -> Option<String> {
        let bundle = self.bundle();
        let (id, attribute) = match id.split_once('.') {
            Some((id, attribute)) => (id, Some(attribute)),
            None => (id, None),
        };
        let message = bundle.get_message(id)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let args: Option<FluentArgs<'_>> = args.map(|args| {
            args.iter()
                .map(|(name, value)| (name.as_ref(), value.clone()))
                .collect()
        });
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, args.as_ref(), &mut errors);
        Some(inert(&text).into_owned())
    }
}

impl Loader for Catalogue {
    fn lookup_complete(
        &self,
        lang: &LanguageIdentifier,
        text_id: &str,
        args: Option<&Args<'_>>,
    ) -> String {
        self.try_lookup_complete(lang, text_id, args)
            .unwrap_or_else(|| format!("‹{text_id}›"))
    }

    /// In the language asked for, or else in the first that has it, marked with that language.
    fn try_lookup_complete(
        &self,
        lang: &LanguageIdentifier,
        text_id: &str,
        args: Option<&Args<'_>>,
    ) -> Option<String> {
        self.say(lang, text_id, args).or_else(|| {
            self.tongues.iter().find_map(|tongue| {
                let text = tongue.say(text_id, args)?;
                Some(format!("[{}] {text}", tongue.language))
            })
        })
    }

    fn locales(&self) -> Box<dyn Iterator<Item = &LanguageIdentifier> + '_> {
        Box::new(self.tongues.iter().map(|tongue| &tongue.language))
    }
}

impl std::fmt::Debug for Catalogue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.locales()).finish()
    }
}
