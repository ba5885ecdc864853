//! What follows from a model, its pack and the moment: derived once for a
//! picture or an event, and handed on.

use std::ops::Deref;

use super::model::Model;
use super::open_case::{ReplayedCase, Wait};
use super::screen::{ClosingQuestion, Letter, Scene};
use crate::closure::{DateFault, Typed};
use crate::note::closing::{Answer, Handout};

/// A model, with what follows from it.
#[derive(Debug)]
pub struct Derived<'m> {
    /// The model itself.
    pub model: &'m Model,
    /// The cases that are open, by letter.
    pub cases: Vec<ReplayedCase<'m>>,
    /// What the field for a day says, where there is one.
    pub day: Option<Result<Typed, DateFault>>,
    /// What the screen that is shown is asked about closing.
    pub question: Option<ClosingQuestion>,
    /// The answer to that, as far as the pack knows.
    pub answer: Option<Answer>,
}

impl Deref for Derived<'_> {
    type Target = Model;

    fn deref(&self) -> &Model {
        self.model
    }
}

impl Model {
    /// Derives what follows from the model as it is now.
    pub fn derive(&self) -> Derived<'_> {
        let (day, question) = match self.scene() {
            Scene::Day(reason, typed) => {
                let (reason, day) = (reason.clone(), self.day_read(reason, typed));
                let event = day.ok().and_then(Typed::day);
                let question = event.map(|event| ClosingQuestion { reason, event });
                (Some(day), question)
            }
            Scene::Dates(question)
            | Scene::Why(question)
            | Scene::Mail(question)
            | Scene::DateQr(question, _) => (None, Some(question.clone())),
            _ => (None, None),
        };
        let answer = question.as_ref().and_then(|asked| {
            let starts = &self.desk.academic_years;
            Answer::of(self.pack(), starts, &asked.reason, asked.event)
        });
        Derived {
            model: self,
            cases: self.replayed_cases().collect(),
            day,
            question,
            answer,
        }
    }

    pub(super) fn replayed_cases(&self) -> impl Iterator<Item = ReplayedCase<'_>> {
        let cases = self.cases().iter();
        cases.map(|open| open.replay(self.pack(), self.now))
    }

    /// Whether a case waits, or its wait is over and nobody went on.
    pub fn is_waiting(&self) -> bool {
        self.replayed_cases().any(|case| case.wait.is_some())
    }
}

impl<'m> Derived<'m> {
    /// The case under a letter, replayed.
    pub fn replayed(&self, letter: Letter) -> Option<&ReplayedCase<'m>> {
        self.cases.iter().find(|case| case.open.letter == letter)
    }

    /// The case of which the screen shows where it stands.
    pub fn standing(&self) -> Option<&ReplayedCase<'m>> {
        match self.scene() {
            Scene::Case(letter) => self.replayed(*letter),
            _ => None,
        }
    }

    /// The cases that wait or whose wait is over, with how it stands.
    pub fn waits(&self) -> impl Iterator<Item = (Letter, Wait)> {
        let cases = self.cases.iter();
        cases.filter_map(|case| Some((case.open.letter, case.wait?)))
    }

    /// Whether the day of the question was confirmed, so that its dates stand below what is shown.
    pub fn is_confirmed(&self) -> bool {
        let question = self.question.as_ref();
        let confirmed = |scene: &Scene| matches!(scene, Scene::Dates(of) if Some(of) == question);
        self.screens.any(confirmed)
    }

    /// The answer about closing in the person's words.
    pub fn handout(&self) -> Option<Handout<'_>> {
        Some(Handout {
            answer: self.answer.as_ref()?,
            pack: self.model.pack(),
            voice: self.model.person_voice(),
            now: self.model.now,
            stale_after: self.desk.stale_after,
        })
    }
}
