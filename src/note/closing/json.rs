//! An answer for machines.

use serde::Serialize;

use super::{Handout, Part, Saying};
use crate::closure::{Because, Closure, Unknown};
use crate::note::each_once;

/// One account, or one of two alternatives for it. Days are `2026-11-24`.
#[derive(Debug, Serialize)]
struct Entry {
    account: String,
    reason: String,
    event: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    earliest: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    latest: Option<String>,
    certainty: &'static str,
    /// The steps, as sentences in the language asked for.
    because: Vec<String>,
    /// The names of the sources in the pack, each once.
    source: Vec<String>,
}

impl Handout<'_> {
    /// A list with an object for each account, and for each of two alternatives.
    ///
    /// # Errors
    /// None that an answer can give.
    pub fn json(&self) -> serde_json::Result<String> {
        let entries = self.answer.parts.iter().flat_map(|part| self.entries(part));
        serde_json::to_string_pretty(&entries.collect::<Vec<_>>())
    }

    fn entries(&self, part: &Part) -> Vec<Entry> {
        match part.closing.unknown() {
            Some(unknown) => vec![self.entry(part, None, &unknown.because)],
            None => part
                .closing
                .closures()
                .map(|closure| self.entry(part, Some(closure), &closure.because))
                .collect(),
        }
    }

    fn entry(&self, part: &Part, closure: Option<&Closure>, because: &[Because]) -> Entry {
        let reason = &self.answer.reason;
        let sentence =
            |because| Saying::Because(&part.account, because, reason).words(self.voice, None);
        let sources = each_once(because.iter().flat_map(|because| because.sources.iter()));
        Entry {
            account: part.account.to_string(),
            reason: reason.to_string(),
            event: self.answer.event.to_string(),
            earliest: closure.map(|closure| closure.earliest.to_string()),
            latest: closure.map(|closure| closure.latest.to_string()),
            certainty: closure.map_or(Unknown::CERTAINTY, |closure| closure.certainty.as_str()),
            because: because.iter().map(sentence).collect(),
            source: sources.iter().map(ToString::to_string).collect(),
        }
    }
}
