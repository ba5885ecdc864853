//! Everything that the desk knows at one moment.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use chrono::{DurationRound, NaiveDate, TimeDelta};

use super::event::{Delivery, Effect};
use super::find::Reading;
use super::open_case::{OpenCase, ReplayedCase, Wait};
use super::screen::{Letter, Measured, Scene, ScreenStack};
use crate::case::{Case, NodeRef};
use crate::closure::Vocabulary;
use crate::i18n::{Lang, Localizer, Moment, Voice, date_words};
use crate::id::{DeskId, ReasonId, UnknownId};
use crate::pack::Pack;
use crate::settings::Theme;

/// How long the screen waits before it looks again whether a large pack has been read.
const LOOK_AGAIN: TimeDelta = TimeDelta::milliseconds(50);

/// What is set for this desk, and does not change while it runs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DeskSettings {
    /// The campus at which it stands.
    pub campus: Option<DeskId>,
    /// The language of its agents.
    pub lang: Lang,
    /// Its colours.
    pub theme: Theme,
    /// Whether its terminal shows ASCII characters only.
    pub ascii: bool,
    /// Whether the end of a wait is heard.
    pub bell: bool,
    /// After how many days a source counts as checked too long ago.
    pub stale_after: u32,
    /// What the pack does not know and this desk does.
    pub known: Vec<(UnknownId, String)>,
    /// First days of academic years, as this desk knows them.
    pub academic_years: Vec<NaiveDate>,
}

/// Everything that the desk knows at one moment.
#[derive(Debug)]
pub struct Model {
    pub(super) pack: Rc<Pack>,
    pub(super) words: Localizer,
    /// What is set for this desk.
    pub desk: DeskSettings,
    /// The moment that is shown.
    pub now: Moment,
    /// The screens.
    pub screens: ScreenStack,
    /// The language of the person in front of the desk, outside a case.
    pub person: Lang,
    /// What the screen measured when it was last drawn.
    pub measured: Measured,
    /// What became of the last thing that was taken home, until the next key.
    pub delivery: Option<Delivery>,
    /// Days typed so far, by reason.
    pub(super) typed_days: BTreeMap<ReasonId, String>,
    /// Why what was saved last is not shown: a fault with its file and line.
    pub not_taken: Option<String>,
    pub(super) date_words: OnceCell<Vocabulary>,
    /// The index over the pack, once somebody searches.
    pub(super) reading: Reading,
    pub(super) cases: Vec<OpenCase>,
    /// What the event asks of the outside.
    pub(super) effects: Vec<Effect>,
}

impl Model {
    /// A desk that has just been opened.
    pub fn new(pack: impl Into<Rc<Pack>>, desk: DeskSettings, now: Moment) -> Self {
        let pack = pack.into();
        Self {
            words: Localizer::of(&pack),
            pack,
            person: desk.lang,
            screens: ScreenStack::default(),
            measured: Measured::default(),
            delivery: None,
            not_taken: None,
            typed_days: BTreeMap::new(),
            date_words: OnceCell::new(),
            reading: Reading::default(),
            cases: Vec::new(),
            effects: Vec::new(),
            desk,
            now,
        }
    }

    /// What the desk knows.
    pub fn pack(&self) -> &Pack {
        &self.pack
    }

    /// The words of the pack and of the program.
    pub fn words(&self) -> &Localizer {
        &self.words
    }

    /// The words that typed dates may have.
    pub(super) fn date_words(&self) -> &Vocabulary {
        self.date_words.get_or_init(|| date_words(&self.words))
    }

    /// The scene that is shown.
    pub fn scene(&self) -> &Scene {
        &self.screens.top().scene
    }

    /// The cases that are open, by letter.
    pub fn cases(&self) -> &[OpenCase] {
        &self.cases
    }

    /// The case under a letter.
    pub fn case(&self, letter: Letter) -> Option<&OpenCase> {
        self.cases.iter().find(|open| open.letter == letter)
    }

    /// The same, to be changed.
    pub(super) fn case_mut(&mut self, letter: Letter) -> Option<&mut OpenCase> {
        self.cases.iter_mut().find(|open| open.letter == letter)
    }

    /// The letter of the case of the person in front, also below other screens.
    pub fn shown_case(&self) -> Option<Letter> {
        self.screens.case()
    }

    /// That case, to be changed.
    pub(super) fn shown_case_mut(&mut self) -> Option<&mut OpenCase> {
        self.case_mut(self.shown_case()?)
    }

    /// The language of the person in front of the desk: of the case that is shown, also below another screen.
    pub fn person_lang(&self) -> Lang {
        let spoken = self.shown_case().and_then(|letter| self.case(letter));
        spoken.map_or(self.person, |open| open.person)
    }

    /// The voice in which the person is spoken to.
    pub fn person_voice(&self) -> Voice<'_> {
        self.words.voice(self.person_lang())
    }

    /// The voice in which the agent is spoken to.
    pub fn desk_voice(&self) -> Voice<'_> {
        self.words.voice(self.desk.lang)
    }

    /// Opens a case under the first free letter and shows it, above home and nothing else.
    pub fn open_case(&mut self, case: Case) {
        let letter = self.free_letter();
        let person = self.person_lang();
        self.cases.push(OpenCase {
            letter,
            person,
            case,
        });
        self.screens.home();
        self.screens.show(Scene::Case(letter));
    }

    /// The first letter that no case has. When all are taken, the case that is
    /// missed least gives way: the oldest at its end, else the oldest that does
    /// not wait, and only then one that waits.
    fn free_letter(&mut self) -> Letter {
        let mut letters = 'A'..='Z';
        if let Some(letter) = letters.find(|letter| self.case(*letter).is_none()) {
            return letter;
        }
        let missed = |case: &ReplayedCase<'_>| match case.wait {
            _ if case.is_at_end() => 0,
            None => 1,
            Some(Wait::Over(_)) => 2,
            Some(Wait::Until(_)) => 3,
        };
        let least = self.replayed_cases().min_by_key(missed);
        let letter = least.map_or('A', |case| case.open.letter);
        self.cases.retain(|open| open.letter != letter);
        letter
    }

    /// Shows a case that begins at a node, and no other: for whoever looks at every screen.
    pub fn stand_at(&mut self, entry: NodeRef, person: Lang) {
        self.cases.clear();
        self.screens.home();
        self.person = person;
        self.open_case(Case::open(entry, self.now));
    }

    /// Ends a case: its letter is free again.
    pub(super) fn finish_case(&mut self, letter: Letter) {
        self.cases.retain(|open| open.letter != letter);
        self.go_home();
    }

    /// Goes home, where a new person is spoken to in the desk's language.
    pub(super) fn go_home(&mut self) {
        self.screens.home();
        self.person = self.desk.lang;
        let (pack, now) = (&self.pack, self.now);
        self.cases
            .retain(|open| !open.replay(pack, now).is_untouched());
    }

    /// Whether nothing can be found yet, because a large pack is still being read.
    pub fn is_reading(&self) -> bool {
        self.reading.is_underway()
    }

    /// The next moment at which the picture changes by itself: the clock's minute, on which waits
    /// end too, or what is still being read.
    pub fn wakes_at(&self) -> Moment {
        let minute = TimeDelta::minutes(1);
        let next_minute = self.now.duration_trunc(minute).unwrap_or(self.now) + minute;
        if matches!(self.scene(), Scene::Search(_)) && self.is_reading() {
            next_minute.min(self.now + LOOK_AGAIN)
        } else {
            next_minute
        }
    }
}
