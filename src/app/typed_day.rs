//! The field for a day: what was typed there, and what it says.

use chrono::NaiveDate;
use tui_input::Input;

use super::model::Model;
use super::screen::Scene;
use crate::closure::{DateFault, Meaning, Typed, read};
use crate::id::ReasonId;

/// What the field for a day says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayRead {
    /// Nothing yet: today is offered.
    Offered(NaiveDate),
    /// A day, and what was added to half a date to get there.
    Day(NaiveDate, Option<Meaning>),
    /// One of two days, of which somebody must choose.
    Either(NaiveDate, NaiveDate),
    /// No day, and why not.
    Fault(DateFault),
}

impl DayRead {
    /// The day for which an answer can be shown.
    pub fn day(self) -> Option<NaiveDate> {
        match self {
            Self::Offered(day) | Self::Day(day, _) => Some(day),
            Self::Either(..) | Self::Fault(_) => None,
        }
    }

    /// The day that may be confirmed: not one of which the year is half typed.
    pub(super) fn confirmable(self) -> Option<NaiveDate> {
        match self {
            Self::Day(_, Some(Meaning::UnfinishedYear)) => None,
            read => read.day(),
        }
    }
}

impl Model {
    /// What a typed text says about the day of a reason.
    pub fn day_read(&self, reason: &ReasonId, typed: &Input) -> DayRead {
        let today = self.now.date_naive();
        let known = self.pack().closings();
        let known = known.and_then(|known| known.reason(reason.as_str()));
        let lies = known.map(|reason| reason.lies()).unwrap_or_default();
        match read(typed.value(), today, lies, self.date_words()) {
            Typed::Day(day) => DayRead::Day(day, None),
            Typed::Partial { day, meaning } => DayRead::Day(day, Some(meaning)),
            Typed::Either { earlier, later } => DayRead::Either(earlier, later),
            Typed::Fault(DateFault::Empty) => DayRead::Offered(today),
            Typed::Fault(fault) => DayRead::Fault(fault),
        }
    }

    /// Keeps what was typed for a reason, when its screen is about to go.
    pub(super) fn keep_typed_day(&mut self) {
        let Scene::Day(reason, input) = self.scene() else {
            return;
        };
        let typed = (reason.clone(), input.value().to_owned());
        self.typed_days.retain(|(of, _)| *of != typed.0);
        self.typed_days.push(typed);
    }
}
