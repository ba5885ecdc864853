//! The rules of a pack, and the question put to them.

use std::fmt;

use chrono::NaiveDate;

use super::{Calendar, Closing, Rule, RuleParts, Unknown, close};
use crate::id::{AccountId, ReasonId};

/// All rules of a pack: at most one for an account and a reason.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rules(Vec<Rule>);

/// An account and a reason with more than one rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TwoRules {
    /// The account.
    pub account: AccountId,
    /// The reason.
    pub reason: ReasonId,
}

impl fmt::Display for TwoRules {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { account, reason } = self;
        write!(
            f,
            "the account `{account}` has more than one rule for the reason `{reason}`"
        )
    }
}

impl std::error::Error for TwoRules {}

impl Rules {
    /// The rules, in their order.
    ///
    /// # Errors
    /// Every account and reason that a second rule is given for.
    pub fn new(rules: Vec<Rule>) -> Result<Self, Vec<TwoRules>> {
        let mut sound = Self::default();
        let mut doubles = Vec::new();
        for rule in rules {
            let RuleParts {
                account, reason, ..
            } = rule.parts();
            if sound.find(account, reason).is_some() {
                doubles.push(TwoRules {
                    account: account.clone(),
                    reason: reason.clone(),
                });
            } else {
                sound.0.push(rule);
            }
        }
        if doubles.is_empty() {
            Ok(sound)
        } else {
            Err(doubles)
        }
    }

    /// The rule of an account and a reason, if there is one.
    pub fn find(&self, account: &AccountId, reason: &ReasonId) -> Option<&Rule> {
        self.0
            .iter()
            .find(|rule| rule.parts().account == *account && rule.parts().reason == *reason)
    }

    /// Every rule, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Rule> {
        self.0.iter()
    }

    /// When an account closes; unknown where no rule says so.
    pub fn close(
        &self,
        account: &AccountId,
        reason: &ReasonId,
        event: NaiveDate,
        calendar: &Calendar,
    ) -> Closing {
        self.find(account, reason).map_or_else(
            || Closing::Unknown(Unknown::no_rule(account, reason, event)),
            |rule| close(rule, event, calendar),
        )
    }
}
