//! The names that content gives to its parts: one type per kind, so that a
//! flow's name can never stand where a node's is meant.

use std::fmt;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::Deserialize;

/// Whether `text` may name something in a pack: `[a-z][a-z0-9-]*`.
pub fn is_id(text: &str) -> bool {
    let may_follow = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    text.starts_with(|c: char| c.is_ascii_lowercase()) && text.chars().all(may_follow)
}

/// The name that was meant by one that cannot be: `After Retry` is to be `after-retry`.
pub fn meant(text: &str) -> String {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric());
    let words = words.filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-").to_ascii_lowercase()
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)+) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema)]
        #[serde(from = "String")]
        #[schemars(description = "Its name: small letters, digits and -.")]
        #[schemars(extend("pattern" = "^[a-z][a-z0-9-]*$"))]
        pub struct $name(Arc<str>);

        impl $name {
            /// Wraps a name as it stands in the content.
            pub fn new(name: &str) -> Self {
                Self(name.into())
            }

            /// The name as it stands in the content.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<String> for $name {
            fn from(name: String) -> Self {
                Self(name.into())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&self.0, f)
            }
        }
    )+};
}

ids! {
    /// Names a flow: the stem of its file in `data/flows`.
    FlowId
    /// Names a node within its flow.
    NodeId
    /// Names an answer within its question.
    AnswerId
    /// Names one step of an advice.
    StepId
    /// Names a fact of `data/facts.toml`.
    FactId
    /// Names a source of `data/sources.toml`.
    SourceId
    /// Names a link of `data/links.toml`.
    LinkId
    /// Names a desk of `data/desks.toml`.
    DeskId
    /// Names an account of `data/accounts.toml`.
    AccountId
    /// Names a reason for closing of `data/closings.toml`.
    ReasonId
    /// Names something that the pack says it does not know.
    UnknownId
}
