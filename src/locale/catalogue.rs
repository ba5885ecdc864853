//! One set of words in all languages: `balie.ftl`, `pack.ftl`, or a flow's.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::HashMap;
use std::rc::Rc;

use fluent::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use fluent_templates::{LanguageIdentifier, Loader};

use crate::inert::inert;
use crate::pack::Files;

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
    sources: Vec<Source>,
    bundle: OnceCell<Bundle>,
}

/// Files and a path among them: the text is read when it is first needed.
pub type Source = (Rc<Files>, String);

impl Catalogue {
    /// A catalogue of the given files; the first language is the main one.
    pub fn new(files: impl IntoIterator<Item = (LanguageIdentifier, Vec<Source>)>) -> Self {
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
        args: Option<&FluentArgs<'_>>,
    ) -> Option<String> {
        let tongue = self
            .tongues
            .iter()
            .find(|tongue| tongue.language == *language)?;
        tongue.say(id, args)
    }
}

/// What stands at a path; the same may stand in two places, and is then read once.
fn text((files, path): &Source) -> Option<&str> {
    files.text(path)
}

impl Tongue {
    fn bundle(&self) -> &Bundle {
        self.bundle.get_or_init(|| {
            let mut bundle = Bundle::new(vec![self.language.clone()]);
            // The marks that isolate variables would reach clipboards and print-outs.
            bundle.set_use_isolating(false);
            let mut texts: Vec<&str> = self.sources.iter().filter_map(text).collect();
            texts.dedup();
            for text in texts {
                let (Ok(resource) | Err((resource, _))) = FluentResource::try_new(text.to_owned());
                bundle.add_resource_overriding(resource);
            }
            bundle
        })
    }

    fn say(&self, id: &str, args: Option<&FluentArgs<'_>>) -> Option<String> {
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
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, args, &mut errors);
        Some(inert(&text).into_owned())
    }
}

impl Catalogue {
    /// A sentence in the language asked for, or else in the first that has it,
    /// marked with that language; the id itself, marked, where none has it.
    pub fn say_anyhow(
        &self,
        language: &LanguageIdentifier,
        id: &str,
        args: Option<&FluentArgs<'_>>,
    ) -> String {
        self.say_or_stand_in(language, id, args)
            .unwrap_or_else(|| format!("‹{id}›"))
    }

    fn say_or_stand_in(
        &self,
        language: &LanguageIdentifier,
        id: &str,
        args: Option<&FluentArgs<'_>>,
    ) -> Option<String> {
        self.say(language, id, args).or_else(|| {
            self.tongues.iter().find_map(|tongue| {
                let text = tongue.say(id, args)?;
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
        self.say_anyhow(lang, text_id, args.map(fluent_args).as_ref())
    }

    fn try_lookup_complete(
        &self,
        lang: &LanguageIdentifier,
        text_id: &str,
        args: Option<&Args<'_>>,
    ) -> Option<String> {
        self.say_or_stand_in(lang, text_id, args.map(fluent_args).as_ref())
    }

    fn locales(&self) -> Box<dyn Iterator<Item = &LanguageIdentifier> + '_> {
        Box::new(self.tongues.iter().map(|tongue| &tongue.language))
    }
}

fn fluent_args<'a>(args: &'a Args<'_>) -> FluentArgs<'a> {
    let args = args.iter();
    args.map(|(name, value)| (name.as_ref(), value.clone()))
        .collect()
}

impl std::fmt::Debug for Catalogue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.locales()).finish()
    }
}
