//! `data/closings.toml`: why accounts close, and when.

use std::ops::Range;

use chrono::NaiveDate;
use serde::Deserialize;
use toml::Spanned;

use super::{Files, Knowledge, THIS_DESK, closing_rules, data_path};
use crate::closure::{Calendar, CalendarFault, MonthDay, Rules, StartWindow, YearStart};
use crate::diagnostic::{Code, Diagnostic};
use crate::id::{AccountId, ReasonId, SourceId};
use crate::toml_file::{FileShape, Places, Shape, TomlFile};

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

/// What the file names, also where it cannot be counted with: for checks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClosingNames {
    /// The reasons.
    pub reasons: Vec<Reason>,
    /// The account and the reason of each rule; an empty name where it does not say one.
    pub rules: Vec<(AccountId, ReasonId)>,
}

impl ClosingNames {
    /// The reasons that were read, and those that have a name all the same.
    fn of(sound: &[Reason], file: &mut TomlFile<'_>) -> Self {
        let lost = file.lost.drain(..);
        let lost = lost.filter(|lost| !lost.text("id").is_empty());
        let lost = lost.map(|lost| Reason {
            id: ReasonId::new(lost.text("id")),
            sources: Vec::new(),
            span: lost.span,
        });
        Self {
            reasons: sound.iter().cloned().chain(lost).collect(),
            rules: Vec::new(),
        }
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

/// Why an account closes, as its person would say it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// Its name.
    pub id: ReasonId,
    /// What says which day counts.
    pub sources: Vec<SourceId>,
    /// Where the file names it.
    pub span: Range<usize>,
}

type Name = Spanned<String>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawYear {
    from: Name,
    to: Name,
    sources: Vec<Name>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawReason {
    id: Name,
    sources: Vec<Name>,
}

impl Closings {
    /// When academic years start, as far as the law and a desk's own days say.
    ///
    /// # Errors
    /// Every day on which no year can start, and every second start of one year.
    pub fn calendar(&self, starts: &[NaiveDate]) -> Result<Calendar, Vec<CalendarFault>> {
        let known = starts.iter().map(|day| YearStart {
            day: *day,
            source: SourceId::new(THIS_DESK),
        });
        Calendar::new(self.law.clone(), known.collect())
    }

    /// The reason of a name.
    pub fn reason(&self, name: &str) -> Option<&Reason> {
        self.reasons
            .iter()
            .find(|reason| reason.id.as_str() == name)
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
        let mut file = TomlFile::parse(&path, text);
        let law = law(&mut file, known);
        let reasons = reasons(&mut file, known);
        let mut names = ClosingNames::of(&reasons, &mut file);
        let rules = closing_rules::read(&mut file, known, &mut names, law.as_ref());
        file.nothing_else();
        faults.append(&mut file.faults);
        let closings = law.map(|law| Self {
            reasons,
            rules,
            law,
        });
        (closings, names)
    }
}

/// The shape of the file.
pub(super) fn shape() -> FileShape {
    FileShape {
        kind: "closings",
        head: Shape::Table(Vec::new()),
        lists: vec![
            ("academic-year", Shape::of::<RawYear>()),
            ("reason", Shape::of::<RawReason>()),
            ("rule", closing_rules::shape()),
        ],
    }
}

fn law(file: &mut TomlFile<'_>, known: &Knowledge) -> Option<StartWindow> {
    let torn = file.lost.len();
    let years = file.items::<RawYear>("academic-year");
    let lost = file.lost.split_off(torn).into_iter().map(|lost| lost.span);
    let written: Vec<_> = years.iter().map(|year| year.from.span()).collect();
    let places: Vec<_> = written.into_iter().chain(lost).collect();
    match places.as_slice() {
        [] if file.is_torn => {}
        [] => {
            file.fault(
                Code::Years,
                0..0,
                "nothing says when an academic year starts",
            )
            .help
            .push(ONE_WINDOW.to_owned());
        }
        [first, others @ ..] => others.iter().for_each(|other| {
            let first = file.place(first.clone());
            let fault = Diagnostic::new(Code::Years, file.place(other.clone()), TWO_WINDOWS);
            let fault = fault.related(first, "the first one stands here");
            file.faults.push(fault.help(ONE_WINDOW));
        }),
    }
    window(file, known, years.first().filter(|_| places.len() == 1)?)
}

const TWO_WINDOWS: &str = "a second window in which academic years start";
const ONE_WINDOW: &str =
    "write `[[academic-year]]` once, with the days `from` and `to` between which a year starts";

fn window(file: &mut TomlFile<'_>, known: &Knowledge, raw: &RawYear) -> Option<StartWindow> {
    let from = month_day(file, &raw.from);
    let to = month_day(file, &raw.to);
    let sources = known.sources_of(file, &raw.sources);
    let window = StartWindow::new(from?, to?, sources);
    if let Err(fault) = &window {
        let (code, help) = match fault {
            CalendarFault::NoSources => (Code::NoSource, NAME_SOURCES),
            _ => (
                Code::Years,
                "write the first day in `from`, and the last in `to`",
            ),
        };
        file.fault(code, raw.from.span(), fault.to_string())
            .help
            .push(help.to_owned());
    }
    window.ok()
}

pub(super) const NAME_SOURCES: &str =
    "name where it comes from: sources = [\"…\"], with an id of data/sources.toml";

pub(super) fn month_day(file: &mut TomlFile<'_>, written: &Name) -> Option<MonthDay> {
    let day = MonthDay::read(written.get_ref());
    if day.is_none() {
        file.fault(
            Code::Value,
            written.span(),
            format!("`{}` is not a day of any year", written.get_ref()),
        )
        .help
        .push("write month and day, as in \"10-11\" for 11 October".to_owned());
    }
    day
}

fn reasons(file: &mut TomlFile<'_>, known: &Knowledge) -> Vec<Reason> {
    let mut seen = Places::new();
    let mut reasons = Vec::new();
    for raw in file.items::<RawReason>("reason") {
        let known_as = file.unique("reason", &mut seen, &raw.id);
        reasons.push(Reason {
            id: ReasonId::new(&known_as),
            sources: known.sources_of(file, &raw.sources),
            span: raw.id.span(),
        });
    }
    reasons
}
