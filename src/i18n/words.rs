//! All words of a pack and of the program, by language and by what they belong to.

use std::borrow::Cow;
use std::collections::HashMap;
use std::rc::Rc;

use fluent::{FluentArgs, FluentValue};
use fluent_templates::{LanguageIdentifier, Loader};

use super::Lang;
use super::bundles::{Args, Bundles};
use crate::id::FlowId;
use crate::pack::{Files, Pack, shipped_text};

/// What a word belongs to, and its id there; the id may end in `.attribute`.
#[derive(Clone, Debug)]
pub enum Text<'a> {
    /// The program's own words: `balie.ftl`.
    Own(&'a str),
    /// The pack's words: `pack.ftl`.
    Pack(String),
    /// A flow's words.
    Flow(&'a FlowId, String),
}

/// A variable of a sentence, by its name.
pub type Variable = (&'static str, FluentValue<'static>);

/// Every sentence, in every language.
#[derive(Debug)]
pub struct Words {
    languages: Vec<LanguageIdentifier>,
    main: LanguageIdentifier,
    own: Bundles,
    pack: Bundles,
    flows: HashMap<FlowId, Bundles>,
    none: Bundles,
}

impl Words {
    /// Reads the words of a pack, and those of the program.
    pub fn of(pack: &Pack) -> Self {
        let reader = Reader {
            languages: &pack.manifest().languages,
            files: pack.files(),
            figures: Rc::new(figures(pack)),
        };
        let flows = pack.flow_ids();
        let flows = flows.map(|flow| (flow.clone(), reader.pack(&format!("flows/{flow}"))));
        Self {
            flows: flows.collect(),
            own: reader.own(),
            pack: reader.pack("pack"),
            none: Bundles::default(),
            main: reader.languages.first().cloned().unwrap_or_default(),
            languages: reader.languages.to_vec(),
        }
    }

    /// The languages, the main one first.
    pub fn languages(&self) -> &[LanguageIdentifier] {
        &self.languages
    }

    /// Every language of the pack, the main one first.
    pub fn langs(&self) -> impl Iterator<Item = Lang> + use<> {
        (0..self.languages.len()).map(Lang::at)
    }

    /// The name of a language, as in `nl`.
    pub fn language(&self, lang: Lang) -> &LanguageIdentifier {
        self.languages.get(lang.place()).unwrap_or(&self.main)
    }

    /// Everything said in one language.
    pub fn voice(&self, lang: Lang) -> Voice<'_> {
        Voice { words: self, lang }
    }

    /// Where a text is looked up, and under which id.
    fn find<'t>(&self, text: &'t Text<'_>) -> (&impl Loader, &'t str) {
        match text {
            Text::Own(id) => (&self.own, id),
            Text::Pack(id) => (&self.pack, id),
            Text::Flow(flow, id) => (self.flows.get(flow).unwrap_or(&self.none), id),
        }
    }
}

fn figures(pack: &Pack) -> FluentArgs<'static> {
    let facts = pack.known().facts.iter();
    facts
        .map(|fact| (fact.id.to_string(), FluentValue::from(fact.value)))
        .collect()
}

/// Where the words of one kind stand in a language.
pub fn words_path(language: &LanguageIdentifier, name: &str) -> String {
    format!("locales/{language}/{name}.ftl")
}

/// What words are read from, and what they may fill in.
struct Reader<'p> {
    languages: &'p [LanguageIdentifier],
    files: &'p Files,
    figures: Rc<FluentArgs<'static>>,
}

impl Reader<'_> {
    /// Words of the pack.
    fn pack(&self, name: &str) -> Bundles {
        let mut bundles = Bundles::new(&self.figures);
        for language in self.languages {
            bundles.add(language, self.files.text(&words_path(language, name)));
        }
        bundles
    }

    /// The shipped words of the program, with the pack's on top; English helps out at the end.
    fn own(&self) -> Bundles {
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

/// The words in one language.
#[derive(Clone, Copy, Debug)]
pub struct Voice<'w> {
    words: &'w Words,
    lang: Lang,
}

impl<'w> Voice<'w> {
    /// The language it speaks.
    pub fn lang(self) -> Lang {
        self.lang
    }

    /// The words it draws from.
    pub fn words(self) -> &'w Words {
        self.words
    }

    /// A sentence of the program.
    pub fn own(self, id: &str) -> String {
        self.say(&Text::Own(id))
    }

    /// A sentence of the program, with variables.
    pub fn own_with(self, id: &str, args: impl IntoIterator<Item = Variable>) -> String {
        self.say_with(&Text::Own(id), args)
    }

    /// A name and what belongs to it: `Bron: FAQ Odisee`.
    pub fn named(self, name: String, text: String) -> String {
        self.own_with("named", [("name", name.into()), ("text", text.into())])
    }

    /// A sentence of the pack or of a flow, or of the program.
    pub fn say(self, text: &Text<'_>) -> String {
        let (loader, id) = self.words.find(text);
        loader.lookup(self.language(), id)
    }

    /// A sentence with variables besides the pack's figures.
    pub fn say_with(self, text: &Text<'_>, args: impl IntoIterator<Item = Variable>) -> String {
        let (loader, id) = self.words.find(text);
        loader.lookup_with_args(self.language(), id, &by_name(args))
    }

    /// A sentence that need not exist; another language does not stand in for it.
    pub fn say_if_any(self, text: &Text<'_>) -> Option<String> {
        let (loader, id) = self.words.find(text);
        loader.try_lookup(self.language(), id)
    }

    /// The same, with variables besides the pack's figures.
    pub fn say_if_any_with(
        self,
        text: &Text<'_>,
        args: impl IntoIterator<Item = Variable>,
    ) -> Option<String> {
        let (loader, id) = self.words.find(text);
        loader.try_lookup_with_args(self.language(), id, &by_name(args))
    }

    fn language(self) -> &'w LanguageIdentifier {
        self.words.language(self.lang)
    }
}

fn by_name(args: impl IntoIterator<Item = Variable>) -> Args<'static> {
    let args = args.into_iter();
    args.map(|(name, value)| (Cow::Borrowed(name), value))
        .collect()
}
