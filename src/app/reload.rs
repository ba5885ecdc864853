//! Other content under a desk that runs: what somebody saved just now.

use std::cell::OnceCell;
use std::rc::Rc;

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
        let before = std::mem::replace(&mut self.words, Localizer::of(&pack));
        self.pack = Rc::new(pack);
        self.date_words = OnceCell::new();
        self.reading = Reading::default();
        self.not_taken = None;
        let now = self.words.languages();
        let same = |lang: Lang| {
            let name = before.languages().get(lang.place());
            let place = now.iter().position(|language| Some(language) == name);
            place.map_or(Lang::MAIN, Lang::at)
        };
        self.desk.lang = same(self.desk.lang);
        self.person = same(self.person);
        for open in &mut self.cases {
            open.person = same(open.person);
        }
        searching::again(self);
        std::mem::take(&mut self.effects)
    }
}
