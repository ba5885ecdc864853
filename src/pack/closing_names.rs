//! What `data/closings.toml` names, also where it cannot be counted with: for checks.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::closure::Lies;
use crate::id::{AccountId, ReasonId, SourceId};
use crate::toml_file::{Choice, Located, Names, Partial};

/// Why an account closes, as its person would say it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reason {
    /// Its name: small letters, digits and -.
    pub id: Located<ReasonId>,
    /// Where the day that is asked for lies, seen from today.
    pub lies: Option<Choice<Lies>>,
    /// Names of sources.toml: where this comes from.
    pub sources: Names<SourceId>,
}

impl Reason {
    /// Where the day that is asked for lies.
    pub fn lies(&self) -> Lies {
        let lies = self.lies.as_ref();
        lies.and_then(Choice::value).unwrap_or_default()
    }
}

/// What the file names, whether it could be read or not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClosingNames {
    /// The reasons.
    pub reasons: Vec<Reason>,
    /// The account and the reason of each rule; an empty name where it does not say one.
    pub rules: Vec<(AccountId, ReasonId)>,
}

impl ClosingNames {
    /// The reasons that were read, and what is known of tables that could not be.
    pub(super) fn of(sound: &[Reason], partials: &[Partial]) -> Self {
        let mut names = Self {
            reasons: sound.to_vec(),
            rules: Vec::new(),
        };
        for partial in partials {
            let id = partial.text("id");
            if partial.list == "rule" {
                let account = AccountId::new(partial.text("account"));
                let reason = ReasonId::new(partial.text("reason"));
                names.rules.push((account, reason));
            } else if !id.is_empty() {
                names.reasons.push(Reason {
                    id: Located::new(partial.span.clone(), ReasonId::new(id)),
                    lies: None,
                    sources: Names::default(),
                });
            }
        }
        names
    }

    /// Whether a rule says its account and its reason.
    pub fn has_rule(&self, account: &AccountId, reason: &ReasonId) -> bool {
        let mut rules = self.rules.iter();
        rules.any(|(its, why)| its == account && why == reason)
    }

    /// Whether a name of a rule goes with one that says only its account, or only its reason.
    pub fn has_half(&self, name: &str) -> bool {
        self.rules.iter().any(|(account, reason)| {
            let (account, reason) = (account.as_str(), reason.as_str());
            (account.is_empty() || reason.is_empty())
                && name.starts_with(account)
                && name.ends_with(reason)
        })
    }
}
