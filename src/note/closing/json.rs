//! An answer for machines.

use chrono::NaiveDate;
use serde::Serialize;

use super::{Handout, Part};
use crate::closure::{Because, Closure};
use crate::note::each_once;

/// One account, or one of two alternatives for it. Days are `2026-11-24`.
#[derive(Serialize)]
struct Entry<'a> {
    account: &'a str,
    reason: &'a str,
    event: NaiveDate,
    #[serde(skip_serializing_if = "Option::is_none")]
    earliest: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    latest: Option<NaiveDate>,
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
        let entries = self.answer.parts.iter().flat_map(|part| {
            let unknown = part.closing.unknown().into_iter();
            let unknown = unknown.map(|because| self.entry(part, None, [because]));
            let known = part.closing.closures();
            let known = known.map(|closure| self.entry(part, Some(closure), &closure.because));
            known.chain(unknown)
        });
        serde_json::to_string_pretty(&entries.collect::<Vec<_>>())
    }

    fn entry<'p>(
        &self,
        part: &'p Part,
        closure: Option<&Closure>,
        because: impl IntoIterator<Item = &'p Because> + Clone,
    ) -> Entry<'p> {
        let steps = because.clone().into_iter();
        let steps = steps.map(|because| part.step(because).words(self.voice, None));
        let sources = because.into_iter().flat_map(|because| &because.sources);
        let sources = each_once(sources);
        Entry {
            account: part.account.as_str(),
            reason: part.reason.as_str(),
            event: self.answer.event,
            earliest: closure.map(|closure| closure.earliest),
            latest: closure.map(|closure| closure.latest),
            certainty: closure.map_or("unknown", |closure| closure.certainty.as_str()),
            because: steps.collect(),
            source: sources.iter().map(ToString::to_string).collect(),
        }
    }
}
