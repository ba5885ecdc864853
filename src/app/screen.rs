//! What the desk shows: one screen at a time, and those it will go back to.

use chrono::NaiveDate;
use tui_input::Input;

use super::find::{By, Hit};
use crate::id::{LinkId, ReasonId};

/// The letter under which a case stands in the header.
pub type Letter = char;

/// What a screen is about.
#[derive(Clone, Debug, Default)]
pub enum Scene {
    /// The menu.
    #[default]
    Home,
    /// A case, where it stands.
    Case(Letter),
    /// The replies of a case, to go back to one of them.
    Trail(Letter),
    /// An address as a QR code that a phone reads.
    LinkQr(LinkId),
    /// All desks.
    Desks,
    /// Why something would close.
    Reasons,
    /// The day of what makes something close, as typed.
    Day(ReasonId, Input),
    /// When something closes, its day confirmed.
    Dates(ClosingQuestion),
    /// Why it closes then.
    Why(ClosingQuestion),
    /// The same in a few lines for a mail.
    Mail(ClosingQuestion),
    /// One of its dates as a QR code, by its place.
    DateQr(ClosingQuestion, usize),
    /// Finding anything by its words.
    Search(Search),
    /// The keys.
    Help,
    /// What is wrong with the pack.
    Faults,
    /// Whether to leave although a case waits.
    Leaving,
    /// Whether to drop a case that has not come to its end.
    Dropping(Letter),
}

impl Scene {
    /// The text field that takes the keys that type, if there is one.
    pub fn field(&self) -> Option<&Input> {
        match self {
            Self::Day(_, field) | Self::Search(Search { field, .. }) => Some(field),
            _ => None,
        }
    }

    /// Whether both are about the same kind of thing.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

/// A question about closing: what happened, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClosingQuestion {
    /// Why something would close.
    pub reason: ReasonId,
    /// The day of what makes it close.
    pub event: NaiveDate,
}

/// What is typed on the search screen, and what it leads to.
///
/// Where it may be somebody's user name, it goes when the screen is left.
#[derive(Clone, Debug, Default)]
pub struct Search {
    /// The text field.
    pub field: Input,
    /// What its text leads to.
    pub hits: Vec<Hit>,
}

impl Search {
    /// Forgets what was typed where it may be somebody's user name, also one that is half typed.
    fn forget_names(&mut self) {
        let of_names = |c: char| c.is_numeric() || matches!(c, '@' | '.');
        let named = self.hits.iter().any(|hit| hit.by == By::UserName);
        if named || self.field.value().contains(of_names) {
            *self = Self::default();
        }
    }
}

/// A scene, and where its marker and its view stand.
#[derive(Clone, Debug, Default)]
pub struct Screen {
    /// What it is about.
    pub scene: Scene,
    /// Its marker and view.
    pub list: ListState,
}

/// The marker and the view of one screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ListState {
    pub(super) selected: usize,
    /// Which rows are seen.
    pub view: View,
}

/// Which rows of a page are seen when not all fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// From this row on.
    From(usize),
    /// Those around the marker.
    Marker,
}

impl Default for View {
    fn default() -> Self {
        Self::From(0)
    }
}

impl ListState {
    /// A screen with its marker on the given line.
    pub fn at(selected: usize) -> Self {
        let view = View::default();
        Self { selected, view }
    }

    /// Where the marker stands, among `count` lines.
    pub fn selected(&self, count: usize) -> usize {
        self.selected.min(count.saturating_sub(1))
    }
}

/// What a screen measured when it was last drawn, in rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Measured {
    /// Rows of the page.
    pub rows: usize,
    /// Rows that can be seen at once.
    pub height: usize,
    /// The first row that is seen.
    pub top: usize,
}

/// The screen that is shown and those below it; home is always at the bottom.
#[derive(Clone, Debug, Default)]
pub struct ScreenStack {
    home: Screen,
    above: Vec<Screen>,
}

impl ScreenStack {
    /// The screen that is shown.
    pub fn top(&self) -> &Screen {
        self.above.last().unwrap_or(&self.home)
    }

    /// The same, to be changed.
    pub fn top_mut(&mut self) -> &mut Screen {
        self.above.last_mut().unwrap_or(&mut self.home)
    }

    /// Shows a scene above the one that is shown; one of the same kind makes place for it.
    ///
    /// What was typed to search is not shown again where it may be somebody's user name.
    pub fn show(&mut self, scene: Scene) {
        self.above.retain(|below| !below.scene.is_like(&scene));
        for below in &mut self.above {
            if let Scene::Search(search) = &mut below.scene {
                search.forget_names();
            }
        }
        let list = ListState::default();
        self.above.push(Screen { scene, list });
    }

    /// Whether a scene is shown or will be gone back to.
    pub(super) fn any(&self, is: impl Fn(&Scene) -> bool) -> bool {
        self.above.iter().any(|screen| is(&screen.scene))
    }

    /// The case that is shown, or that will be gone back to first.
    pub(super) fn case(&self) -> Option<Letter> {
        let mut scenes = self.above.iter().rev().map(|screen| &screen.scene);
        scenes.find_map(|scene| match scene {
            Scene::Case(letter) | Scene::Trail(letter) => Some(*letter),
            _ => None,
        })
    }

    /// How many screens there are above home.
    pub fn depth(&self) -> usize {
        self.above.len()
    }

    /// Goes up to the screen below; home stays.
    pub(super) fn up(&mut self) {
        self.above.pop();
    }

    /// Goes home.
    pub fn home(&mut self) {
        self.above.clear();
    }
}
