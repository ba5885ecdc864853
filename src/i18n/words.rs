//! All words of a pack and of the program, by language and by what they belong to.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use fluent::{FluentArgs, FluentValue};
use fluent_templates::LanguageIdentifier;

use super::figures::{Figures, Variables};
use super::tongue::Source;
use super::{Catalogue, Lang};
use crate::id::FlowId;
use crate::pack::{Files, Pack};

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

/// Every sentence, in every language.
#[derive(Debug)]
pub struct Words {
    files: Rc<Files>,
    languages: Vec<LanguageIdentifier>,
    main: LanguageIdentifier,
    own: Catalogue,
    pack: Catalogue,
    flows: RefCell<HashMap<FlowId, Rc<Catalogue>>>,
    figures: Figures,
}

impl Words {
    /// The words of a pack; nothing is read before it is asked for.
    pub fn of(pack: &Pack) -> Self {
        let languages = pack.manifest().languages.clone();
        let files = Rc::clone(pack.shared().files());
        Self {
            own: own_words(&languages, &files),
            pack: words_in(&languages, &files, "pack"),
            flows: RefCell::default(),
            figures: Figures::of(Rc::clone(pack.shared())),
            main: languages.first().cloned().unwrap_or_default(),
            languages,
            files,
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

    /// Gives back the memory of a flow's words; they are read again when they are asked for.
    pub fn put_away(&self, flow: &FlowId) {
        self.flows.borrow_mut().remove(flow);
    }

    fn flow(&self, flow: &FlowId) -> Rc<Catalogue> {
        let mut flows = self.flows.borrow_mut();
        let words = flows.entry(flow.clone()).or_insert_with(|| {
            let name = format!("flows/{flow}");
            Rc::new(words_in(&self.languages, &self.files, &name))
        });
        Rc::clone(words)
    }
}

/// Where the words of one kind stand in a language.
pub fn words_path(language: &LanguageIdentifier, name: &str) -> String {
    format!("locales/{language}/{name}.ftl")
}

fn words_in(languages: &[LanguageIdentifier], files: &Rc<Files>, name: &str) -> Catalogue {
    Catalogue::new(languages.iter().map(|language| {
        let source = Source::Pack(Rc::clone(files), words_path(language, name));
        (language.clone(), vec![source])
    }))
}

/// The shipped words of the program, with the pack's on top; English stands in at the end.
fn own_words(languages: &[LanguageIdentifier], files: &Rc<Files>) -> Catalogue {
    let english = "en".parse().ok();
    let missing = english.filter(|english| !languages.contains(english));
    Catalogue::new(languages.iter().chain(&missing).map(|language| {
        let path = words_path(language, "balie");
        let shipped = Source::Shipped(path.clone());
        let replaced = Source::Pack(Rc::clone(files), path);
        (language.clone(), vec![shipped, replaced])
    }))
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
        self.words
            .own
            .say_anyhow(self.language(), id, Variables::None)
    }

    /// A name and what belongs to it: `Bron: FAQ Odisee`.
    pub fn named(self, name: String, text: String) -> String {
        self.own_with("named", [("name", name.into()), ("text", text.into())])
    }

    /// A sentence of the program, with variables.
    pub fn own_with(
        self,
        id: &str,
        args: impl IntoIterator<Item = (&'static str, FluentValue<'static>)>,
    ) -> String {
        let args: FluentArgs<'_> = args.into_iter().collect();
        self.words
            .own
            .say_anyhow(self.language(), id, Variables::These(&args))
    }

    /// A sentence of the pack or of a flow, or of the program.
    pub fn say(self, text: &Text<'_>) -> String {
        self.say_given(text, Variables::Figures(&self.words.figures))
    }

    /// A sentence with variables besides the pack's figures.
    pub fn say_with(
        self,
        text: &Text<'_>,
        args: impl IntoIterator<Item = (&'static str, FluentValue<'static>)>,
    ) -> String {
        self.say_given(text, Variables::These(&self.args(args)))
    }

    fn say_given(self, text: &Text<'_>, variables: Variables<'_>) -> String {
        let language = self.language();
        match text {
            Text::Own(id) => self.words.own.say_anyhow(language, id, variables),
            Text::Pack(id) => self.words.pack.say_anyhow(language, id, variables),
            Text::Flow(flow, id) => self.words.flow(flow).say_anyhow(language, id, variables),
        }
    }

    /// A sentence that need not exist; another language does not stand in for it.
    pub fn say_if_any(self, text: &Text<'_>) -> Option<String> {
        self.say_if_any_given(text, Variables::Figures(&self.words.figures))
    }

    /// The same, with variables besides the pack's figures.
    pub fn say_if_any_with(
        self,
        text: &Text<'_>,
        args: impl IntoIterator<Item = (&'static str, FluentValue<'static>)>,
    ) -> Option<String> {
        self.say_if_any_given(text, Variables::These(&self.args(args)))
    }

    fn say_if_any_given(self, text: &Text<'_>, variables: Variables<'_>) -> Option<String> {
        let language = self.language();
        match text {
            Text::Own(id) => self.words.own.say(language, id, variables),
            Text::Pack(id) => self.words.pack.say(language, id, variables),
            Text::Flow(flow, id) => self.words.flow(flow).say(language, id, variables),
        }
    }

    fn args(
        self,
        more: impl IntoIterator<Item = (&'static str, FluentValue<'static>)>,
    ) -> FluentArgs<'w> {
        let figures = self.words.figures.args().iter();
        let mut args: FluentArgs<'w> = figures.map(|(name, value)| (name, value.clone())).collect();
        for (name, value) in more {
            args.set(name, value);
        }
        args
    }

    fn language(self) -> &'w LanguageIdentifier {
        self.words.language(self.lang)
    }
}
