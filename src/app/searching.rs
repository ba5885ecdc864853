//! What happens on the search screen: hits follow what is typed.

use super::event::Effect;
use super::find::{Finder, Reading};
use super::model::Model;
use super::screen::{Scene, Search};

/// Shows an empty search screen.
pub(super) fn show(model: &mut Model) {
    model.screens.show(Scene::Search(Search::default()));
    begin_reading(model);
}

/// Finds what is typed in other content, if somebody searches or will go on with that.
pub(super) fn again(model: &mut Model) {
    if model.screens.any(|scene| matches!(scene, Scene::Search(_))) {
        begin_reading(model);
        refresh(model);
    }
}

fn begin_reading(model: &mut Model) {
    if model.reading.begin(&model.pack, &model.words) {
        model.effects.push(Effect::ReadIndex);
    }
}

/// Finds anew after the text has changed.
pub(super) fn refresh(model: &mut Model) {
    if let Scene::Search(search) = &mut model.screens.top_mut().scene {
        let (reading, query) = (&model.reading, search.field.value());
        search.hits = reading.find(query, &model.pack, &model.words);
    }
}

impl Model {
    /// Takes the index that was asked for, and finds what was typed meanwhile.
    pub fn take_index(&mut self, finder: Finder) {
        self.reading = Reading::Done(Box::new(finder));
        refresh(self);
    }
}
