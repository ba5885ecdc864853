//! Whether every screen fits, in every language, and in each pair of the desk's language and the
//! person's. Laid out, never drawn.

mod flows;
mod measure;
mod menus;
mod moments;

use std::rc::Rc;

use self::moments::SpokenLang;
use super::pack_words::PackWords;
use crate::app::{DeskSettings, Model};
use crate::diagnostic::Diagnostic;
use crate::i18n::Moment;
use crate::pack::Pack;

pub(super) fn check(pack: &Rc<Pack>, words: &PackWords<'_>) -> Vec<Diagnostic> {
    let mut model = Model::new(Rc::clone(pack), DeskSettings::default(), Moment::default());
    let voices = model.words().langs().map(|lang| model.words().voice(lang));
    let langs: Vec<SpokenLang> = voices.map(SpokenLang::of).collect();
    let mut faults = menus::check(&mut model, pack, words, &langs);
    model.screens.home();
    faults.extend(flows::check(&mut model, pack, words, &langs));
    faults
}
