//! The closing dates that a person takes home. One answer, and one list of
//! what there is to say of it: screen, text, JSON, mail and calendar file all
//! say that list, so that none of them can say another thing.

mod answer;
mod calendar_file;
mod json;
mod saying;
mod text;

pub use answer::{Answer, Part};
pub use saying::{Saying, account_short, account_what, asked, values};

use chrono::NaiveDate;

use crate::i18n::{Moment, Voice};
use crate::pack::Pack;

/// An answer about to be told: in whose words, and on which day.
#[derive(Clone, Copy, Debug)]
pub struct Handout<'a> {
    /// The answer.
    pub answer: &'a Answer,
    /// What its sources are called and when they were checked.
    pub pack: &'a Pack,
    /// The language.
    pub voice: Voice<'a>,
    /// The moment at which it is told.
    pub now: Moment,
    /// After how many days a source counts as checked too long ago.
    pub stale_after: u32,
}

impl Handout<'_> {
    fn today(&self) -> NaiveDate {
        self.now.date_naive()
    }
}
