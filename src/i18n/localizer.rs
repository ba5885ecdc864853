//! All words of a pack and of the program, by language and by what they belong to.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

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
pub struct Localizer {
    languages: Vec<LanguageIdentifier>,
    main: LanguageIdentifier,
    files: Arc<Files>,
    /// The pack's figures, which every sentence may use.
    figures: Rc<FluentArgs<'static>>,
    own: Bundles,
    pack: Bundles,
    /// Those of a flow are read when it is first spoken of: all those of a thousand flows at once
    /// would take longer than everything else before the first picture.
    flows: HashMap<FlowId, OnceCell<Bundles>>,
    none: Bundles,
}

impl Localizer {
    /// The words of a pack, and those of the program.
    pub fn of(pack: &Pack) -> Self {
        let languages = pack.manifest().languages.clone();
        let facts = pack.known().facts.iter();
        let figures = facts.map(|fact| (fact.id.to_string(), FluentValue::from(fact.value)));
        let flows = pack.flow_ids().cloned();
        let mut words = Self {
            main: languages.first().cloned().unwrap_or_default(),
            languages,
            files: Arc::clone(pack.files()),
            figures: Rc::new(figures.collect()),
            own: Bundles::default(),
            pack: Bundles::default(),
            flows: flows.map(|flow| (flow, OnceCell::new())).collect(),
            none: Bundles::default(),
        };
        words.own = words.read_own();
        words.pack = words.read("pack");
        words
    }

    /// Words of the pack.
    fn read(&self, name: &str) -> Bundles {
        let mut bundles = Bundles::new(&self.figures);
        for language in &self.languages {
            bundles.add(language, self.files.text(&words_path(language, name)));
        }
        bundles
    }

    /// The shipped words of the program, with the pack's on top; English helps out at the end.
    fn read_own(&self) -> Bundles {
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
            Text::Flow(flow, id) => (self.flow(flow), id),
        }
    }

    fn flow(&self, flow: &FlowId) -> &Bundles {
        let words = self.flows.get(flow);
        words.map_or(&self.none, |words| {
            words.get_or_init(|| self.read(&format!("flows/{flow}")))
        })
    }
}

/// The words in one language.
#[derive(Clone, Copy, Debug)]
pub struct Voice<'w> {
    words: &'w Localizer,
    lang: Lang,
}

impl<'w> Voice<'w> {
    /// The language it speaks.
    pub fn lang(self) -> Lang {
        self.lang
    }

    /// The words it draws from.
    pub fn words(self) -> &'w Localizer {
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
        self.say_with(text, [])
    }

    /// A sentence with variables besides the pack's figures.
    pub fn say_with(self, text: &Text<'_>, args: impl IntoIterator<Item = Variable>) -> String {
        let (loader, id) = self.words.find(text);
        loader.lookup_with_args(self.language(), id, &by_name(args))
    }

    /// A sentence that need not exist; another language does not stand in for it.
    pub fn say_if_any(self, text: &Text<'_>) -> Option<String> {
        self.say_if_any_with(text, [])
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

/// Where the words of one kind stand in a language.
pub fn words_path(language: &LanguageIdentifier, name: &str) -> String {
    format!("locales/{language}/{name}.ftl")
}
