//! The field for a day: what was typed there, and what it says.

use chrono::NaiveDate;
use tui_input::Input;

use super::model::Model;
use super::screen::Scene;
use crate::closure::{DateFault, Meaning, Typed, read};

/// What the field for a day says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayRead {
    /// Nothing yet: today is offered.
    Offered(NaiveDate),
    /// A day, and what was added to half a date to get there.
    Day(NaiveDate, Option<Meaning>),
    /// No day, and why not.
    Fault(DateFault),
}

impl DayRead {
    /// The day for which an answer can be shown.
    pub fn day(self) -> Option<NaiveDate> {
        match self {
            Self::Offered(day) | Self::Day(day, _) => Some(day),
            Self::Fault(_) => None,
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
    /// What a typed text says about a day.
    pub fn day_read(&self, typed: &Input) -> DayRead {
        let today = self.now.date_naive();
        match read(typed.value(), today, self.date_words()) {
            Typed::Day(day) => DayRead::Day(day, None),
            Typed::Partial { day, meaning } => DayRead::Day(day, Some(meaning)),
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
