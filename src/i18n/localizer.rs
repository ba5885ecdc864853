//! All words of a pack and of the program, by language and by what they belong to.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::HashMap;

use fluent::FluentValue;
use fluent_templates::{LanguageIdentifier, Loader};

use super::Lang;
use super::bundles::{Args, Bundles};
use super::word_files::WordFiles;
use crate::id::FlowId;
use crate::pack::Pack;

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
    files: WordFiles,
    main: LanguageIdentifier,
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
        let files = WordFiles::of(pack);
        let flows = pack.flow_ids().cloned();
        Self {
            flows: flows.map(|flow| (flow, OnceCell::new())).collect(),
            own: files.own(),
            pack: files.pack("pack"),
            none: Bundles::default(),
            main: files.languages.first().cloned().unwrap_or_default(),
            files,
        }
    }

    /// The languages, the main one first.
    pub fn languages(&self) -> &[LanguageIdentifier] {
        &self.files.languages
    }

    /// Every language of the pack, the main one first.
    pub fn langs(&self) -> impl Iterator<Item = Lang> + use<> {
        (0..self.files.languages.len()).map(Lang::at)
    }

    /// The name of a language, as in `nl`.
    pub fn language(&self, lang: Lang) -> &LanguageIdentifier {
        self.files.languages.get(lang.place()).unwrap_or(&self.main)
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
            words.get_or_init(|| self.files.pack(&format!("flows/{flow}")))
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
