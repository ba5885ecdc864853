//! An answer as a calendar file (RFC 5545), and as the shortest event that a
//! phone takes from a code.

use chrono::{Datelike, NaiveDate};

use super::saying::{account_short, account_what, asked};
use super::{Handout, Part, Saying};
use crate::closure::{Certainty, Closure, LAST_YEAR, days_between};

/// From midnight of the day of closing back to nine in the morning, a week
/// before the day that precedes it.
const WEEK_BEFORE_LAST_COPY: &str = "-P7DT15H";

impl Handout<'_> {
    /// One event for each day or window; none where no day is known.
    ///
    /// What is not known of another account is said in the text of the events.
    pub fn calendar_file(&self) -> Option<String> {
        let events: String = (self.answer.parts.iter())
            .flat_map(|part| (1..).zip(part.closing.closures()).map(move |at| (part, at)))
            .map(|(part, (number, closure))| self.event(part, closure, number))
            .collect();
        let product = format!("-//Balie//Balie {}//EN", env!("CARGO_PKG_VERSION"));
        let head = lines([
            ("BEGIN", "VCALENDAR"),
            ("VERSION", "2.0"),
            ("PRODID", &product),
            ("CALSCALE", "GREGORIAN"),
        ]);
        (!events.is_empty()).then(|| head + &events + &property("END", "VCALENDAR"))
    }

    fn event(&self, part: &Part, closure: &Closure, number: usize) -> String {
        let name = self.name(closure, "event", account_what(self.voice, &part.account));
        let now = self.now.to_utc().format("%Y%m%dT%H%M%SZ").to_string();
        // The day after the last; a length where that day has no four-figure year.
        let after = closure.latest.succ_opt();
        let (end, ends) = match after.filter(|day| day.year() <= LAST_YEAR) {
            Some(day) => ("DTEND;VALUE=DATE", stamp(day)),
            None => ("DURATION", duration(closure)),
        };
        let event = lines([
            ("BEGIN", "VEVENT"),
            ("UID", &self.uid(part, number)),
            ("DTSTAMP", &now),
            ("DTSTART;VALUE=DATE", &stamp(closure.earliest)),
            (end, &ends),
            ("SUMMARY", &text(&name)),
            ("DESCRIPTION", &text(&self.description(part))),
            ("TRANSP", "TRANSPARENT"),
        ]);
        event + &self.alarm(part, closure) + &property("END", "VEVENT")
    }

    /// The same for the same question, so that a calendar keeps one event.
    fn uid(&self, part: &Part, number: usize) -> String {
        let (account, reason) = (&part.account, &part.reason);
        let pack = &self.pack.manifest().name;
        let event = stamp(self.answer.event);
        format!("{account}-{reason}-{event}-{number}@{pack}.balie.invalid")
    }

    fn description(&self, part: &Part) -> String {
        let words = |said: Saying<'_>| said.words(self.voice, None);
        let mut lines = vec![asked(self.voice, &self.answer.reason, self.answer.event)];
        lines.extend(part.sayings().into_iter().map(words));
        lines.push(self.voice.own("closing-why"));
        let reasons = part.reasons().into_iter();
        lines.extend(reasons.map(|said| format!("- {}", said.words_with_sources(self.voice))));
        // What no event can say: accounts without a day.
        let parts = self.answer.parts.iter();
        let unknown = parts.filter(|part| part.closing.unknown().is_some());
        lines.extend(unknown.flat_map(Part::sayings).map(words));
        lines.join("\n")
    }

    /// A reminder a week before the last day to copy; none where nothing is to be copied.
    fn alarm(&self, part: &Part, closure: &Closure) -> String {
        let day = closure.last_day_to_copy().filter(|_| part.holds_files);
        let Some(copy) = day.map(|day| Saying::LastCopy(&part.account, day)) else {
            return String::new();
        };
        lines([
            ("BEGIN", "VALARM"),
            ("ACTION", "DISPLAY"),
            ("TRIGGER", WEEK_BEFORE_LAST_COPY),
            ("DESCRIPTION", &text(&copy.words(self.voice, None))),
            ("END", "VALARM"),
        ])
    }

    /// The shortest event of the closure at a place, for a code on the screen.
    pub fn code(&self, place: usize) -> Option<String> {
        let (part, closure) = self.answer.closures().nth(place)?;
        let what = account_short(self.voice, &part.account);
        let name = text(&self.name(closure, "event-short", what));
        let duration = match duration(closure).as_str() {
            "P1D" => String::new(),
            days => format!("DURATION:{days}\n"),
        };
        let start = stamp(closure.earliest);
        Some(format!(
            "BEGIN:VEVENT\nDTSTART;VALUE=DATE:{start}\n{duration}SUMMARY:{name}\nEND:VEVENT"
        ))
    }

    /// What closes, by the sentence for a day, for a window, or for one of two.
    fn name(&self, closure: &Closure, form: &str, what: String) -> String {
        let sure = match closure.certainty {
            Certainty::Day => "day",
            Certainty::Window => "window",
            Certainty::OneOfTwo => "perhaps",
        };
        let args = [("what", what.into())];
        self.voice.own_with(&format!("{form}-{sure}"), args)
    }
}

fn stamp(day: NaiveDate) -> String {
    day.format("%Y%m%d").to_string()
}

/// How many days it spans, both ends counted.
fn duration(closure: &Closure) -> String {
    format!("P{}D", days_between(closure.earliest, closure.latest) + 1)
}

fn lines<const N: usize>(properties: [(&str, &str); N]) -> String {
    let lines = properties.map(|(name, value)| property(name, value));
    lines.concat()
}

/// How many octets a line holds, its end not counted.
const LINE: usize = 75;

/// A property folded into lines of at most 75 octets, never within a character.
fn property(name: &str, value: &str) -> String {
    let mut folded = String::new();
    let mut used = 0;
    for c in name.chars().chain([':']).chain(value.chars()) {
        if used + c.len_utf8() > LINE {
            folded.push_str("\r\n ");
            used = 1;
        }
        folded.push(c);
        used += c.len_utf8();
    }
    folded + "\r\n"
}

/// A text as the value of a property: what would separate values is marked.
fn text(text: &str) -> String {
    let mut marked = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => marked.extend(['\\', c]),
            '\n' => marked.push_str("\\n"),
            c => marked.push(c),
        }
    }
    marked
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_separates_values_is_marked() {
        assert_eq!(text("a,b;c\\d\ne"), "a\\,b\\;c\\\\d\\ne");
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_folded_line_is_short_and_unfolds_to_itself(value in "[a-zé€𝟚 ,]{0,400}") {
            let folded = property("SUMMARY", &value);
            prop_assert!(folded.ends_with("\r\n"));
            prop_assert!(folded.split("\r\n").all(|line| line.len() <= LINE));
            prop_assert_eq!(folded.replace("\r\n ", ""), format!("SUMMARY:{value}\r\n"));
        }
    }
}
