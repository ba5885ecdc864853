//! An answer as a calendar file (RFC 5545), and as the shortest event that a
//! phone takes from a code.

use chrono::Datelike;

use super::fold::{property, text};
use super::phrase::{account_short, account_what, asked};
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
        let events: String = self
            .answer
            .parts
            .iter()
            .flat_map(|part| self.events(part))
            .collect();
        let version = env!("CARGO_PKG_VERSION");
        let head = [
            property("BEGIN", "VCALENDAR"),
            property("VERSION", "2.0"),
            property("PRODID", &format!("-//Balie//Balie {version}//EN")),
            property("CALSCALE", "GREGORIAN"),
        ];
        let end = property("END", "VCALENDAR");
        (!events.is_empty()).then(|| head.concat() + &events + &end)
    }

    fn events(&self, part: &Part) -> Vec<String> {
        (1..)
            .zip(part.closing.closures())
            .map(|(number, closure)| self.event(part, closure, number))
            .collect()
    }

    fn event(&self, part: &Part, closure: &Closure, number: usize) -> String {
        let name = self.voice.own_with(
            name_id(closure, ["event-day", "event-window", "event-perhaps"]),
            [("what", account_what(self.voice, &part.account).into())],
        );
        [
            property("BEGIN", "VEVENT"),
            property("UID", &self.uid(part, number)),
            property(
                "DTSTAMP",
                &self.now.to_utc().format("%Y%m%dT%H%M%SZ").to_string(),
            ),
            starts(closure),
            ends(closure),
            property("SUMMARY", &text(&name)),
            property("DESCRIPTION", &text(&self.description(part))),
            property("TRANSP", "TRANSPARENT"),
            self.alarm(part, closure),
            property("END", "VEVENT"),
        ]
        .concat()
    }

    /// The same for the same question, so that a calendar keeps one event.
    fn uid(&self, part: &Part, number: usize) -> String {
        let (account, reason) = (&part.account, &self.answer.reason);
        let pack = &self.pack.manifest().name;
        let event = self.answer.event.format("%Y%m%d");
        format!("{account}-{reason}-{event}-{number}@{pack}.balie.invalid")
    }

    fn description(&self, part: &Part) -> String {
        let mut lines = vec![asked(self.voice, &self.answer.reason, self.answer.event)];
        lines.extend(
            part.sayings()
                .iter()
                .map(|said| said.words(self.voice, None)),
        );
        lines.push(self.voice.own("closing-why"));
        let reasons = part.reasons();
        let sourced = reasons.iter();
        lines.extend(sourced.map(|said| format!("- {}", said.words_with_sources(self.voice))));
        lines.extend(self.unknown_elsewhere());
        lines.join("\n")
    }

    /// What no event can say: accounts without a day.
    fn unknown_elsewhere(&self) -> Vec<String> {
        let unknown = |part: &&Part| part.closing.unknown().is_some();
        let parts = self.answer.parts.iter().filter(unknown);
        parts
            .flat_map(Part::sayings)
            .map(|said| said.words(self.voice, None))
            .collect()
    }

    /// A reminder a week before the last day to copy; none where nothing is to be copied.
    fn alarm(&self, part: &Part, closure: &Closure) -> String {
        let day = closure.last_day_to_copy().filter(|_| part.holds_files);
        let Some(copy) = day.map(|day| Saying::LastCopy(&part.account, day)) else {
            return String::new();
        };
        [
            property("BEGIN", "VALARM"),
            property("ACTION", "DISPLAY"),
            property("TRIGGER", WEEK_BEFORE_LAST_COPY),
            property("DESCRIPTION", &text(&copy.words(self.voice, None))),
            property("END", "VALARM"),
        ]
        .concat()
    }

    /// The shortest event of the closure at a place, for a code on the screen.
    pub fn code(&self, place: usize) -> Option<String> {
        let (part, closure) = self.answer.closures().nth(place)?;
        let ids = [
            "event-short-day",
            "event-short-window",
            "event-short-perhaps",
        ];
        let what = account_short(self.voice, &part.account);
        let name = self
            .voice
            .own_with(name_id(closure, ids), [("what", what.into())]);
        let duration = match days(closure) {
            1 => String::new(),
            _ => format!("DURATION:{}\n", duration(closure)),
        };
        let start = closure.earliest.format("%Y%m%d");
        let name = text(&name);
        Some(format!(
            "BEGIN:VEVENT\nDTSTART;VALUE=DATE:{start}\n{duration}SUMMARY:{name}\nEND:VEVENT"
        ))
    }
}

/// The first of three names for a day, the second for a window, the third for one of two.
fn name_id(closure: &Closure, ids: [&'static str; 3]) -> &'static str {
    let [day, window, perhaps] = ids;
    match closure.certainty {
        Certainty::Day => day,
        Certainty::Window => window,
        Certainty::OneOfTwo => perhaps,
    }
}

fn starts(closure: &Closure) -> String {
    let day = closure.earliest.format("%Y%m%d").to_string();
    property("DTSTART;VALUE=DATE", &day)
}

/// The day after the last; a length where that day has no four-figure year.
fn ends(closure: &Closure) -> String {
    match closure
        .latest
        .succ_opt()
        .filter(|day| day.year() <= LAST_YEAR)
    {
        Some(day) => property("DTEND;VALUE=DATE", &day.format("%Y%m%d").to_string()),
        None => property("DURATION", &duration(closure)),
    }
}

fn duration(closure: &Closure) -> String {
    format!("P{}D", days(closure))
}

/// How many days it spans, both ends counted.
fn days(closure: &Closure) -> i64 {
    days_between(closure.earliest, closure.latest) + 1
}
