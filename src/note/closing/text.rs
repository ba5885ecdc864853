//! An answer as plain text: to print, and to paste in a mail.

use super::Handout;
use super::saying::{account_what, asked, asked_args};
use crate::closure::remoteness;
use crate::note::{source_line_with_note, source_name};

impl Handout<'_> {
    /// Everything, with the steps and their sources.
    pub fn text(&self) -> String {
        let mut lines = vec![asked(self.voice, &self.answer.reason, self.answer.event)];
        let remote = remoteness(self.answer.event, self.today());
        lines.extend(remote.map(|id| self.voice.own(id)));
        for part in &self.answer.parts {
            lines.push(String::new());
            lines.push(account_what(self.voice, &part.account));
            let said = part.sayings().into_iter();
            let today = Some(self.today());
            lines.extend(said.map(|said| format!("  {}", said.words(self.voice, today))));
            let reasons = part.reasons();
            if !reasons.is_empty() {
                lines.push(format!("  {}", self.voice.own("closing-why")));
            }
            let reasons = reasons.iter();
            let reasons = reasons.map(|said| said.words_with_sources(self.voice));
            lines.extend(reasons.map(|words| format!("  - {words}")));
        }
        lines.extend(self.source_lines());
        lines.join("\n")
    }

    /// A few lines for a mail, which hold on whatever day they are read.
    pub fn mail(&self) -> Vec<String> {
        let args = asked_args(self.voice, &self.answer.reason, self.answer.event);
        let mut lines = vec![self.voice.own_with("mail-intro", args)];
        for part in &self.answer.parts {
            lines.push(account_what(self.voice, &part.account));
            let said = part.sayings().into_iter();
            lines.extend(said.map(|said| format!("- {}", said.words(self.voice, None))));
        }
        let sources = self.answer.sources();
        let names: Vec<String> = (sources.iter().map(|id| source_name(self.voice, id))).collect();
        if !names.is_empty() {
            let args = [("sources", names.join(" · ").into())];
            lines.push(self.voice.own_with("mail-sources", args));
        }
        lines
    }

    /// The sources with the day they were checked, a line each, below an empty one.
    fn source_lines(&self) -> Vec<String> {
        let ids = self.answer.sources();
        let known = ids.iter().filter_map(|id| self.pack.known().source(id));
        let (today, stale_after) = (self.today(), self.stale_after);
        let lines = known.map(|source| {
            let line = source_line_with_note(self.voice, source, today, stale_after);
            format!("  {line}")
        });
        let lines: Vec<String> = lines.collect();
        if lines.is_empty() {
            return lines;
        }
        let heading = [String::new(), self.voice.own("source")];
        heading.into_iter().chain(lines).collect()
    }
}
