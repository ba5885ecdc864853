//! `data/closings.toml`: why accounts close, and when.

use std::ops::Range;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Deserialize;

use super::closing_names::{ClosingNames, Reason};
use super::closing_rules::{
    self, FIRST_AND_LAST, NAME_SOURCES, RawRule, incomplete_table, month_day,
};
use super::files::{Files, data_path};
use super::knowledge::{Knowledge, THIS_DESK};
use crate::closure::{Calendar, CalendarFault, Rules, StartWindow};
use crate::diagnostic::{Code, Diagnostic, FilePlace};
use crate::id::SourceId;
use crate::toml_file::{Document, Name, Names, Partial, Places, TomlFile};

/// Why accounts close, the rules that say when, and the law that they lean on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closings {
    /// The reasons, in the order of the screen.
    pub reasons: Vec<Reason>,
    /// The rules.
    pub rules: Rules,
    /// Between which days an academic year starts.
    pub law: StartWindow,
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct ClosingsFile {
    /// Between which days an academic year starts; once.
    #[serde(default)]
    academic_year: Vec<RawStarts>,
    /// Why an account closes, as its person would say it.
    #[serde(default)]
    reason: Vec<Reason>,
    /// When an account closes for a reason.
    #[serde(default)]
    rule: Vec<RawRule>,
}

impl Document for ClosingsFile {
    fn incomplete(place: FilePlace, partial: &Partial, lacking: &[&str]) -> Option<Diagnostic> {
        (partial.list == "rule").then(|| incomplete_table(place, partial, lacking))
    }
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawStarts {
    /// The first day on which a year can start, as 09-01.
    from: Name,
    /// The last day on which a year can start, as 10-01.
    to: Name,
    /// Names of sources.toml: where this comes from.
    sources: Names<SourceId>,
}

impl Closings {
    /// When academic years start, as far as the law and a desk's own days say.
    ///
    /// # Errors
    /// Every day on which no year can start, and every second start of one year.
    pub fn calendar(&self, starts: &[NaiveDate]) -> Result<Calendar, Vec<CalendarFault>> {
        Calendar::new(self.law.clone(), starts, SourceId::new(THIS_DESK))
    }

    /// The reason of a name.
    pub fn reason(&self, name: &str) -> Option<&Reason> {
        let mut reasons = self.reasons.iter();
        reasons.find(|reason| reason.id.as_str() == name)
    }

    /// Reads the file; what is wrong with it is added to `faults`.
    pub(super) fn read(
        files: &Files,
        known: &Knowledge,
        faults: &mut Vec<Diagnostic>,
    ) -> (Option<Self>, ClosingNames) {
        let path = data_path("closings");
        let text = match files.read(&path) {
            Ok(text) => text,
            Err(fault) => {
                // A pack may say nothing about closing.
                faults.extend(files.has(&path).then_some(*fault));
                return Default::default();
            }
        };
        let (mut file, read) = TomlFile::read::<ClosingsFile>(&path, text);
        let law = law(&mut file, known, &read.academic_year);
        let (mut reasons, mut seen) = (read.reason, Places::new());
        for reason in &mut reasons {
            file.unique("reason", &mut seen, &mut reason.id);
            if let Some(lies) = &reason.lies {
                file.one_of("place in time", lies);
            }
            known.check_sources(&mut file, &reason.sources);
        }
        let mut names = ClosingNames::of(&reasons, &file.partials);
        let rules = closing_rules::read(&mut file, known, &mut names, law.as_ref(), read.rule);
        faults.append(&mut file.faults);
        let closings = law.map(|law| Self {
            reasons,
            rules,
            law,
        });
        (closings, names)
    }
}

fn law(file: &mut TomlFile, known: &Knowledge, years: &[RawStarts]) -> Option<StartWindow> {
    let partials = file.partials.iter();
    let partials = partials.filter(|partial| partial.list == "academic-year");
    let partials = partials.map(|partial| partial.span.clone());
    let read = years.iter().map(|year| year.from.span());
    let places: Vec<Range<usize>> = read.chain(partials).collect();
    match places.as_slice() {
        [] if file.is_broken => {}
        [] => file.fault(Code::Years, 0..0, NO_WINDOW, ONE_WINDOW),
        [first, others @ ..] => others.iter().for_each(|other| {
            let first = file.place(first.clone());
            let fault = Diagnostic::new(Code::Years, file.place(other.clone()), TWO_WINDOWS);
            let fault = fault.related(first, "the first one stands here");
            file.faults.push(fault.help(ONE_WINDOW));
        }),
    }
    window(file, known, years.first().filter(|_| places.len() == 1)?)
}

const NO_WINDOW: &str = "nothing says when an academic year starts";
const TWO_WINDOWS: &str = "a second window in which academic years start";
const ONE_WINDOW: &str =
    "write `[[academic-year]]` once, with the days `from` and `to` between which a year starts";

fn window(file: &mut TomlFile, known: &Knowledge, raw: &RawStarts) -> Option<StartWindow> {
    let from = month_day(file, &raw.from);
    let to = month_day(file, &raw.to);
    known.check_sources(file, &raw.sources);
    let window = StartWindow::new(from?, to?, raw.sources.to_vec());
    if let Err(fault) = &window {
        let (code, help) = match fault {
            CalendarFault::NoSources => (Code::NoSource, NAME_SOURCES),
            _ => (Code::Years, FIRST_AND_LAST),
        };
        file.fault(code, raw.from.span(), fault.to_string(), help);
    }
    window.ok()
}
