//! When the accounts of a pack close for one reason and one day.

use chrono::NaiveDate;

use super::Saying;
use crate::closure::{Because, Certainty, Closing, Closure};
use crate::id::{AccountId, ReasonId, SourceId};
use crate::note::each_once;
use crate::pack::Pack;

/// When each account closes, once something happened on some day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Why they close.
    pub reason: ReasonId,
    /// The day of what makes them close.
    pub event: NaiveDate,
    /// The accounts, in the order of the pack.
    pub parts: Vec<Part>,
}

/// When one account closes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The account.
    pub account: AccountId,
    /// Why it closes.
    pub reason: ReasonId,
    /// Whether it holds mail or files, to be copied before it closes.
    pub holds_files: bool,
    /// When it closes, and why.
    pub closing: Closing,
}

impl Answer {
    /// The answer for all accounts that the pack has rules for; none where the
    /// pack says nothing about closing. `starts` are the first days of academic
    /// years that a desk knows.
    pub fn of(
        pack: &Pack,
        starts: &[NaiveDate],
        reason: &ReasonId,
        event: NaiveDate,
    ) -> Option<Self> {
        let closings = pack.closings()?;
        // A desk's days were checked when they were read; without them the law still holds.
        let calendar = closings
            .calendar(starts)
            .or_else(|_| closings.calendar(&[]))
            .ok()?;
        let parts = pack.closing_accounts().map(|account| Part {
            account: (*account.id).clone(),
            reason: reason.clone(),
            holds_files: account.holds_files,
            closing: closings.rules.close(&account.id, reason, event, &calendar),
        });
        Some(Self {
            reason: reason.clone(),
            event,
            parts: parts.collect(),
        })
    }

    /// The same for one account only.
    #[must_use]
    pub fn only(mut self, account: &AccountId) -> Self {
        self.parts.retain(|part| part.account == *account);
        self
    }

    /// Every day or window, with the account it is about; an alternative counts by itself.
    pub fn closures(&self) -> impl Iterator<Item = (&Part, &Closure)> {
        self.parts
            .iter()
            .flat_map(|part| part.closing.closures().map(move |closure| (part, closure)))
    }

    /// All sources that any step names, each once, in the order in which they come.
    pub fn sources(&self) -> Vec<SourceId> {
        let steps = self.parts.iter().flat_map(|part| part.closing.because());
        each_once(steps.flat_map(|because| &because.sources))
    }
}

impl Part {
    /// What there is to say, in the order in which it is said.
    pub fn sayings(&self) -> Vec<Saying<'_>> {
        let mut said = match &self.closing {
            Closing::Sure(closure) => vec![Saying::Closes(closure)],
            Closing::Either { earlier, later } => vec![
                Saying::Certainty(Certainty::OneOfTwo),
                Saying::Closes(earlier),
                Saying::Closes(later),
            ],
            Closing::Unknown(because) => vec![self.step(because)],
        };
        if let Closing::Sure(closure) = &self.closing
            && closure.certainty != Certainty::Day
        {
            said.push(Saying::Certainty(closure.certainty));
        }
        let copy = self.last_day_to_copy();
        said.extend(copy.map(|day| Saying::LastCopy(&self.account, day)));
        said
    }

    /// The steps that led to its dates, to be said after them.
    pub fn reasons(&self) -> Vec<Saying<'_>> {
        let reasons = self.closing.closures().flat_map(|closure| {
            let steps = closure.because.iter();
            let steps = steps.map(|because| self.step(because));
            let sure = Some(closure.certainty).filter(|sure| *sure == Certainty::Day);
            steps.chain(sure.map(Saying::Certainty))
        });
        reasons.collect()
    }

    pub(super) fn step<'a>(&'a self, because: &'a Because) -> Saying<'a> {
        Saying::Because(&self.account, &self.reason, because)
    }

    /// The last day on which its mail and files are surely in reach; none where it holds none.
    pub fn last_day_to_copy(&self) -> Option<NaiveDate> {
        let day = self.closing.last_day_to_copy();
        day.filter(|_| self.holds_files)
    }
}
