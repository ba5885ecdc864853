//! `data/closings.toml`: why accounts close, and when.

use std::collections::BTreeSet;
use std::ops::Range;

use chrono::NaiveDate;
use serde::Deserialize;
use toml::Spanned;

use super::{Files, Knowledge, THIS_DESK, data_path};
use crate::closure::{
    Calendar, CalendarFault, Count, EventDay, MonthDay, Precision, Rule, RuleParts, Rules,
    StartWindow, Weekends, YearStart,
};
use crate::id::{AccountId, FactId, ReasonId, SourceId};
use crate::report::{Code, Diagnostic};
use crate::toml_file::{FileShape, Shape, TomlFile, dangling};

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

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawRule {
    account: Name,
    reason: Name,
    count: Name,
    days: Option<Name>,
    from: Option<Name>,
    to: Option<Name>,
    event_day: Name,
    weekends: Name,
    precision: Name,
    sources: Vec<Name>,
    #[serde(default)]
    agreed: Vec<Name>,
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
    ) -> Option<Self> {
        let path = data_path("closings");
        let text = files.text(&path)?;
        let mut file = TomlFile::parse(&path, text);
        let law = law(&mut file, known);
        let reasons = reasons(&mut file, known);
        let closings = law.map(|law| {
            let rules = rules(&mut file, known, &reasons, &law);
            Self {
                reasons,
                rules,
                law,
            }
        });
        file.nothing_else();
        faults.append(&mut file.faults);
        closings
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
            ("rule", Shape::of::<RawRule>()),
        ],
    }
}

fn law(file: &mut TomlFile<'_>, known: &Knowledge) -> Option<StartWindow> {
    let years = file.items::<RawYear>("academic-year");
    let [raw] = years.as_slice() else {
        let message = format!(
            "{} tables `[[academic-year]]`, where there must be one",
            years.len()
        );
        let at = years.get(1).map_or(0..0, |year| year.from.span());
        file.fault(Code::Years, at, message)
            .help
            .push("write `[[academic-year]]` once, with the days `from` and `to` between which a year starts".to_owned());
        return None;
    };
    let from = month_day(file, &raw.from)?;
    let to = month_day(file, &raw.to)?;
    let sources = known.sources_of(file, &raw.sources);
    StartWindow::new(from, to, sources)
        .map_err(|fault| {
            file.fault(Code::Years, raw.from.span(), fault.to_string())
                .code
        })
        .ok()
}

fn month_day(file: &mut TomlFile<'_>, written: &Name) -> Option<MonthDay> {
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
    let mut seen = BTreeSet::new();
    let mut reasons = Vec::new();
    for raw in file.items::<RawReason>("reason") {
        file.unique("reason", &mut seen, &raw.id);
        reasons.push(Reason {
            id: ReasonId::new(raw.id.get_ref()),
            sources: known.sources_of(file, &raw.sources),
            span: raw.id.span(),
        });
    }
    reasons
}

fn rules(
    file: &mut TomlFile<'_>,
    known: &Knowledge,
    reasons: &[Reason],
    law: &StartWindow,
) -> Rules {
    let mut sound: Vec<Rule> = Vec::new();
    for raw in file.items::<RawRule>("rule") {
        let twice = sound.iter().any(|other| {
            let parts = other.parts();
            parts.account.as_str() == raw.account.get_ref()
                && parts.reason.as_str() == raw.reason.get_ref()
        });
        if twice {
            let message = format!(
                "a second rule for `{}` and `{}`",
                raw.account.get_ref(),
                raw.reason.get_ref()
            );
            file.fault(Code::TwoRules, raw.account.span(), message)
                .help
                .push(
                    "one account closes in one way for one reason: take one of the rules away"
                        .to_owned(),
                );
        } else {
            sound.extend(rule(file, known, reasons, law, &raw));
        }
    }
    Rules::new(sound).unwrap_or_default()
}

fn rule(
    file: &mut TomlFile<'_>,
    known: &Knowledge,
    reasons: &[Reason],
    law: &StartWindow,
    raw: &RawRule,
) -> Option<Rule> {
    check_names(file, known, reasons, raw);
    let parts = RuleParts {
        account: AccountId::new(raw.account.get_ref()),
        reason: ReasonId::new(raw.reason.get_ref()),
        count: count(file, known, raw)?,
        event_day: one_of(file, &raw.event_day, &EVENT_DAYS)?,
        weekends: one_of(file, &raw.weekends, &WEEKENDS)?,
        precision: one_of(file, &raw.precision, &PRECISIONS)?,
        sources: known.sources_of(file, &raw.sources),
        agreed: known.sources_of(file, &raw.agreed),
    };
    let rule = Rule::new(parts, law);
    let faults = rule.as_ref().err().into_iter().flatten();
    for fault in faults {
        file.fault(Code::IncompleteRule, raw.count.span(), fault.to_string())
            .help
            .push(
                "a rule needs a source, and a count, event day and precision that agree".to_owned(),
            );
    }
    rule.ok()
}

const EVENT_DAYS: [(&str, EventDay); 2] = [("day-0", EventDay::Day0), ("day-1", EventDay::Day1)];
const WEEKENDS: [(&str, Weekends); 2] = [
    ("count", Weekends::Count),
    ("next-working-day", Weekends::NextWorkingDay),
];
const PRECISIONS: [(&str, Precision); 2] = [("day", Precision::Day), ("window", Precision::Window)];
const COUNTS: [&str; 3] = [
    "days-after",
    "end-of-academic-year",
    "window-in-next-academic-year",
];

fn one_of<T: Copy>(file: &mut TomlFile<'_>, written: &Name, known: &[(&str, T)]) -> Option<T> {
    let found = known.iter().find(|(name, _)| name == written.get_ref());
    if found.is_none() {
        dangling(file, "value", written, known.iter().map(|(name, _)| *name));
    }
    found.map(|(_, value)| *value)
}

fn check_names(file: &mut TomlFile<'_>, known: &Knowledge, reasons: &[Reason], raw: &RawRule) {
    if known
        .accounts
        .iter()
        .all(|account| account.id.as_str() != raw.account.get_ref())
    {
        dangling(
            file,
            "account",
            &raw.account,
            known.accounts.iter().map(|account| account.id.as_str()),
        );
    }
    if reasons
        .iter()
        .all(|reason| reason.id.as_str() != raw.reason.get_ref())
    {
        dangling(
            file,
            "reason",
            &raw.reason,
            reasons.iter().map(|reason| reason.id.as_str()),
        );
    }
}

/// How the rule counts, with exactly the fields that this way of counting needs.
fn count(file: &mut TomlFile<'_>, known: &Knowledge, raw: &RawRule) -> Option<Count> {
    match (raw.count.get_ref().as_str(), &raw.days, &raw.from, &raw.to) {
        ("days-after", Some(days), None, None) => days_after(file, known, days),
        ("end-of-academic-year", None, None, None) => Some(Count::EndOfAcademicYear),
        ("window-in-next-academic-year", None, Some(from), Some(to)) => {
            Some(Count::WindowInNextAcademicYear {
                from: month_day(file, from)?,
                to: month_day(file, to)?,
            })
        }
        (name, ..) if COUNTS.contains(&name) => {
            file.fault(Code::IncompleteRule, raw.count.span(), format!("a rule that counts `{name}` has the wrong fields"))
                .help
                .push("`days-after` needs `days`; `window-in-next-academic-year` needs `from` and `to`; nothing else".to_owned());
            None
        }
        _ => {
            dangling(file, "way to count", &raw.count, COUNTS);
            None
        }
    }
}

fn days_after(file: &mut TomlFile<'_>, known: &Knowledge, days: &Name) -> Option<Count> {
    let fact = FactId::new(days.get_ref());
    let figure = known.fact(&fact).map(|fact| fact.value);
    if figure.is_none() {
        known.no_fact(file, days);
    }
    figure.map(|days| Count::DaysAfter { fact, days })
}
