//! What the desk shows: one screen at a time, and those it will go back to.

use super::list::List;
use crate::id::LinkId;

/// The letter under which a case stands in the header.
pub type Letter = char;

/// What a screen is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scene {
    /// The menu.
    Home,
    /// A case, where it stands.
    Case(Letter),
    /// The replies of a case, to go back to one of them.
    Trail(Letter),
    /// An address as a code that a phone reads.
    Code(LinkId),
    /// All desks.
    Desks,
    /// The keys.
    Help,
    /// What is wrong with the pack.
    Faults,
    /// Whether to leave although a case waits.
    Leaving,
}

/// A scene, and where its marker and its view stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Screen {
    /// What it is about.
    pub scene: Scene,
    /// Its marker and view.
    pub list: List,
}

impl From<Scene> for Screen {
    fn from(scene: Scene) -> Self {
        Self {
            scene,
            list: List::default(),
        }
    }
}

/// The screen that is shown and those below it; home is always at the bottom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Screens {
    home: Screen,
    above: Vec<Screen>,
}

impl Default for Screens {
    fn default() -> Self {
        Self {
            home: Scene::Home.into(),
            above: Vec::new(),
        }
    }
}

impl Screens {
    /// The screen that is shown.
    pub fn top(&self) -> &Screen {
        self.above.last().unwrap_or(&self.home)
    }

    /// The same, to be changed.
    pub fn top_mut(&mut self) -> &mut Screen {
        self.above.last_mut().unwrap_or(&mut self.home)
    }

    /// Shows a scene above the one that is shown; one of the same kind makes place for it.
    pub fn show(&mut self, scene: Scene) {
        let kind = std::mem::discriminant(&scene);
        self.above.retain(|below| std::mem::discriminant(&below.scene) != kind);
        self.above.push(scene.into());
    }

    /// Goes up to the screen below; home stays.
    pub fn up(&mut self) {
        self.above.pop();
    }

    /// Goes home.
    pub fn home(&mut self) {
        self.above.clear();
    }
}
