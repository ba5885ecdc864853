//! When the accounts of a pack close for one reason and one day.

use chrono::NaiveDate;

use super::Saying;
use crate::closure::{Because, Calendar, Certainty, Closing, Closure};
use crate::id::{AccountId, ReasonId, SourceId};
use crate::note::each_once;
use crate::pack::{Account, Closings, Pack};

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
        let parts = pack.closing_accounts();
        Some(Self {
            reason: reason.clone(),
            event,
            parts: parts
                .map(|account| Part::of(account, closings, reason, event, &calendar))
                .collect(),
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
        let steps = self.parts.iter().flat_map(Part::because);
        each_once(steps.flat_map(|because| because.sources.iter()))
    }
}

impl Part {
    fn of(
        account: &Account,
        closings: &Closings,
        reason: &ReasonId,
        event: NaiveDate,
        calendar: &Calendar,
    ) -> Self {
        Self {
            account: AccountId::clone(&account.id),
            holds_files: account.holds_files,
            closing: closings.rules.close(&account.id, reason, event, calendar),
        }
    }

    /// What there is to say, in the order in which it is said.
    pub fn sayings(&self) -> Vec<Saying<'_>> {
        let mut said = match &self.closing {
            Closing::Sure(closure) => {
                let unsure = closure.certainty != Certainty::Day;
                let certainty = unsure.then_some(Saying::Certainty(closure.certainty));
                [Saying::Closes(closure)]
                    .into_iter()
                    .chain(certainty)
                    .collect()
            }
            Closing::Either { earlier, later } => vec![
                Saying::Certainty(Certainty::OneOfTwo),
                Saying::Closes(earlier),
                Saying::Closes(later),
            ],
            Closing::Unknown(unknown) => unknown
                .because
                .iter()
                .map(|because| Saying::Because(&self.account, because, &unknown.reason))
                .collect(),
        };
        said.extend(
            self.last_day_to_copy()
                .map(|day| Saying::LastCopy(&self.account, day)),
        );
        said
    }

    /// The steps that led to its dates, to be said after them.
    pub fn reasons(&self) -> Vec<Saying<'_>> {
        let mut reasons = Vec::new();
        for closure in self.closing.closures() {
            let steps = closure.because.iter();
            reasons.extend(
                steps.map(|because| Saying::Because(&self.account, because, &closure.reason)),
            );
            if closure.certainty == Certainty::Day {
                reasons.push(Saying::Certainty(closure.certainty));
            }
        }
        reasons
    }

    /// The last day on which its mail and files are surely in reach; none where it holds none.
    pub fn last_day_to_copy(&self) -> Option<NaiveDate> {
        let day = self.closing.last_day_to_copy();
        day.filter(|_| self.holds_files)
    }

    fn because(&self) -> impl Iterator<Item = &Because> {
        let unknown = self.closing.unknown().into_iter();
        let known = self.closing.closures();
        known
            .flat_map(|closure| closure.because.iter())
            .chain(unknown.flat_map(|unknown| unknown.because.iter()))
    }
}
