//! Other content under a desk that runs: what somebody saved just now.

use std::cell::OnceCell;
use std::rc::Rc;

use fluent_templates::LanguageIdentifier;

use super::event::Effect;
use super::find::Reading;
use super::model::Model;
use super::searching;
use crate::i18n::{Lang, Localizer};
use crate::pack::Pack;

impl Model {
    /// Goes on with another pack, at the same place: screens, cases and replies stay.
    ///
    /// A case whose node is gone stands where its replies still lead; languages are found again
    /// by their names. Says what that asks for: who searches goes on in the new content.
    pub fn reload(&mut self, pack: Pack) -> Vec<Effect> {
        let before: Vec<LanguageIdentifier> = self.words.languages().to_vec();
        self.pack = Rc::new(pack);
        self.words = Rc::new(Localizer::of(&self.pack));
        self.date_words = OnceCell::new();
        self.reading = Reading::default();
        self.not_taken = None;
        let now = self.words.languages();
        let same = |lang: Lang| {
            let name = before.get(lang.place());
            let place = now.iter().position(|language| Some(language) == name);
            place.map_or(Lang::MAIN, Lang::at)
        };
        self.desk.lang = same(self.desk.lang);
        self.person = same(self.person);
        for open in &mut self.cases {
            open.person = same(open.person);
        }
        searching::again(self)
    }

    /// Stays with the content it has, and says why: a fault with its file and line.
    pub fn keep_content(&mut self, fault: String) {
        self.not_taken = Some(fault);
    }
}
