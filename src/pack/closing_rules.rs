//! The rules of `data/closings.toml`: each whole, or told of with what it lacks.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Deserialize;

use super::Knowledge;
use super::closing_names::{ClosingNames, Reason};
use super::sources::SourceNames;
use crate::choices::Choices;
use crate::closure::{
    Count, EventDay, MonthDay, Precision, Rule, RuleFault, RuleParts, Rules, StartWindow, Weekends,
};
use crate::diagnostic::{Code, Diagnostic, FilePlace};
use crate::id::{AccountId, FactId, ReasonId};
use crate::toml_file::{Choice, Name, Partial, TomlFile};

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct RawRule {
    /// A name of accounts.toml: the account that closes.
    account: Name,
    /// The name of a reason: why it closes.
    reason: Name,
    /// How the day follows from the event.
    count: Choice<Counting>,
    /// For days-after: the name of a fact.
    days: Option<Name>,
    /// For a window: its first day, as 10-11.
    from: Option<Name>,
    /// For a window: its last day, as 10-20.
    to: Option<Name>,
    /// Whether the day of the event counts as the first.
    event_day: Choice<EventDay>,
    /// What a weekend does to the day.
    weekends: Choice<Weekends>,
    /// How exact this is by itself.
    precision: Choice<Precision>,
    sources: SourceNames,
    /// Sources of agreements by which days are counted.
    #[serde(default)]
    agreed: SourceNames,
}

/// The ways to count.
#[derive(Clone, Copy, PartialEq)]
enum Counting {
    DaysAfter,
    EndOfAcademicYear,
    WindowInNextAcademicYear,
}

impl Choices for Counting {
    const ALL: &'static [(&'static str, Self)] = &[
        ("days-after", Self::DaysAfter),
        ("end-of-academic-year", Self::EndOfAcademicYear),
        (
            "window-in-next-academic-year",
            Self::WindowInNextAcademicYear,
        ),
    ];
}

impl Counting {
    /// The fields that this way needs, and others have no use for.
    fn fields(self) -> &'static [&'static str] {
        match self {
            Self::DaysAfter => &["days"],
            Self::EndOfAcademicYear => &[],
            Self::WindowInNextAcademicYear => &["from", "to"],
        }
    }
}

/// Reads the rules; what each is about is added to `names`, sound or not.
pub(super) fn read(
    file: &mut TomlFile,
    known: &Knowledge,
    names: &mut ClosingNames,
    law: Option<&StartWindow>,
    written: &[RawRule],
) -> Rules {
    let mut seen = BTreeSet::new();
    let mut sound = Vec::new();
    for raw in written {
        let pair = (AccountId::new(&raw.account), ReasonId::new(&raw.reason));
        if seen.insert(pair.clone()) {
            names.rules.push(pair);
            sound.extend(rule(file, known, &names.reasons, law, raw));
        } else {
            second(file, raw);
        }
    }
    Rules(sound)
}

fn second(file: &mut TomlFile, raw: &RawRule) {
    let (account, reason) = (raw.account.as_str(), raw.reason.as_str());
    let message = format!("a second rule for `{account}` and `{reason}`");
    file.fault(
        Code::TwoRules,
        raw.account.span(),
        message,
        "one account closes in one way for one reason: take one of the rules away",
    );
}

fn rule(
    file: &mut TomlFile,
    known: &Knowledge,
    reasons: &[Reason],
    law: Option<&StartWindow>,
    raw: &RawRule,
) -> Option<Rule> {
    check_names(file, known, reasons, raw);
    let count = count(file, known, raw);
    let event_day = file.one_of("value", &raw.event_day);
    let weekends = file.one_of("value", &raw.weekends);
    let precision = file.one_of("value", &raw.precision);
    let parts = RuleParts {
        account: AccountId::new(&raw.account),
        reason: ReasonId::new(&raw.reason),
        sources: known.sources_of(file, &raw.sources),
        agreed: known.sources_of(file, &raw.agreed),
        count: count?,
        event_day: event_day?,
        weekends: weekends?,
        precision: precision?,
    };
    let rule = Rule::new(parts, law?);
    for fault in rule.as_ref().err().into_iter().flatten() {
        unsound(file, raw, fault);
    }
    rule.ok()
}

fn check_names(file: &mut TomlFile, known: &Knowledge, reasons: &[Reason], raw: &RawRule) {
    let accounts = known.accounts.iter().map(|account| account.id.as_str());
    let reasons = reasons.iter().map(|reason| reason.id.as_str());
    if !known.is_lost(&raw.account) {
        file.known("account", &raw.account, accounts);
    }
    file.known("reason", &raw.reason, reasons);
}

/// How the rule counts, with exactly the fields that this way of counting needs.
fn count(file: &mut TomlFile, known: &Knowledge, raw: &RawRule) -> Option<Count> {
    let counting = file.one_of("way to count", &raw.count)?;
    match (counting, &raw.days, &raw.from, &raw.to) {
        (Counting::DaysAfter, Some(days), None, None) => days_after(file, known, days),
        (Counting::EndOfAcademicYear, None, None, None) => Some(Count::EndOfAcademicYear),
        (Counting::WindowInNextAcademicYear, None, Some(from), Some(to)) => {
            Some(Count::WindowInNextAcademicYear {
                from: month_day(file, from)?,
                to: month_day(file, to)?,
            })
        }
        _ => {
            let place = file.place(raw.count.span());
            file.faults.push(incomplete(place, &Told::by(raw), &[]));
            None
        }
    }
}

fn days_after(file: &mut TomlFile, known: &Knowledge, days: &Name) -> Option<Count> {
    let fact = FactId::new(days);
    let figure = known.fact(&fact).map(|fact| fact.value);
    if figure.is_none() {
        known.no_fact(file, days);
    }
    figure.map(|days| Count::DaysAfter { fact, days })
}

pub(super) fn month_day(file: &mut TomlFile, written: &Name) -> Option<MonthDay> {
    let day = MonthDay::read(written);
    if day.is_none() {
        let message = format!("`{}` is not a day of any year", written.as_str());
        file.fault(
            Code::Value,
            written.span(),
            message,
            "write month and day, as in \"10-11\" for 11 October",
        );
    }
    day
}

/// What a rule says that is not whole.
struct Told<'r> {
    account: &'r str,
    reason: &'r str,
    count: &'r str,
    /// Which fields it has of those that not every way of counting needs.
    has: Vec<&'static str>,
}

/// The fields that not every way of counting needs.
const OWN: [&str; 3] = ["days", "from", "to"];

impl<'r> Told<'r> {
    fn by(raw: &'r RawRule) -> Self {
        let has = OWN.into_iter().zip([&raw.days, &raw.from, &raw.to]);
        let has = has.filter(|(_, value)| value.is_some());
        Self {
            account: &raw.account,
            reason: &raw.reason,
            count: &raw.count,
            has: has.map(|(field, _)| field).collect(),
        }
    }

    fn of(partial: &'r Partial) -> Self {
        Self {
            account: partial.text("account"),
            reason: partial.text("reason"),
            count: partial.text("count"),
            has: OWN.into_iter().filter(|field| partial.has(field)).collect(),
        }
    }

    /// Which rule it is, as far as it says so itself.
    fn title(&self) -> String {
        let names = [self.account, self.reason].into_iter();
        match names.filter(|name| !name.is_empty()).collect::<Vec<_>>() {
            names if names.is_empty() => "a closing rule".to_owned(),
            names => format!("the closing rule for {}", quoted(&names)),
        }
    }
}

/// One fault for all that a table of a rule lacks.
pub(super) fn incomplete_table(
    place: FilePlace,
    partial: &Partial,
    lacking: &[&str],
) -> Diagnostic {
    incomplete(place, &Told::of(partial), lacking)
}

/// One fault for all that a rule lacks, of its own and of the way in which it counts.
fn incomplete(place: FilePlace, rule: &Told<'_>, lacking: &[&str]) -> Diagnostic {
    let counting = Counting::read(rule.count);
    let own = counting.map_or(rule.has.clone(), |way| way.fields().to_vec());
    let needed = own.iter().filter(|field| !rule.has.contains(field));
    let lacking: Vec<&str> = lacking.iter().chain(needed).copied().collect();
    let useless = rule.has.iter().filter(|field| !own.contains(field));
    let useless: Vec<&str> = useless.copied().collect();
    let title = rule.title();
    let message = match (lacking.as_slice(), useless.as_slice()) {
        (lacking, []) => format!("{title} lacks {}", quoted(lacking)),
        ([], useless) => format!("{title} has no use for {}", quoted(useless)),
        (lacking, useless) => format!(
            "{title} lacks {}, and has no use for {}",
            quoted(lacking),
            quoted(useless)
        ),
    };
    let fault = Diagnostic::new(Code::IncompleteRule, place, message);
    let fault = lacking
        .iter()
        .fold(fault, |fault, field| fault.help(written(field)));
    if useless.is_empty() {
        return fault;
    }
    let (useless, count) = (quoted(&useless), rule.count);
    fault.help(format!(
        "take {useless} away, or count otherwise than `{count}`"
    ))
}

/// What to write in a field.
fn written(field: &str) -> String {
    let value = match field {
        "account" => "\"…\", with an id of data/accounts.toml",
        "reason" => "\"…\", with the id of a `[[reason]]`",
        "days" => "\"…\", with the name of a fact in data/facts.toml",
        "from" => "\"10-11\", the first day of the window as month and day",
        "to" => "\"10-20\", the last day of the window as month and day",
        "event-day" => {
            "\"day-0\" where the day after the event is the first, \"day-1\" where its own day is"
        }
        "weekends" => {
            "\"count\" where nothing shifts, \"next-working-day\" where a weekend becomes the Monday after it"
        }
        "precision" => "\"day\" where one day comes out, \"window\" where it may be one of several",
        "sources" => "[\"…\"], with ids of data/sources.toml",
        _ => &Counting::names()
            .map(|name| format!("\"{name}\""))
            .collect::<Vec<_>>()
            .join(" or "),
    };
    format!("write {field} = {value}")
}

fn quoted(names: &[&str]) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
        None => String::new(),
    }
}

/// What does not fit together in a rule, at the field that is to be mended.
fn unsound(file: &mut TomlFile, raw: &RawRule, fault: &RuleFault) {
    let window = raw.from.as_ref().map_or(raw.count.span(), Name::span);
    let day_0 = "write event-day = \"day-0\"".to_owned();
    let (span, help) = match fault {
        RuleFault::NoSources => (raw.account.span(), NAME_SOURCES.to_owned()),
        RuleFault::BeforeEvent | RuleFault::NothingCounted => (raw.event_day.span(), day_0),
        RuleFault::Precision { gives, .. } => {
            let help = format!("write precision = \"{}\"", gives.name());
            (raw.precision.span(), help)
        }
        RuleFault::Backwards { .. } => {
            let help = "write the first day in `from`, and the last in `to`";
            (window, help.to_owned())
        }
        RuleFault::AtYearStart { .. } => {
            let help = "write days on which no academic year can start: see `[[academic-year]]`";
            (window, help.to_owned())
        }
    };
    let message = format!("{}: {fault}", Told::by(raw).title());
    file.fault(Code::IncompleteRule, span, message, help);
}

pub(super) const NAME_SOURCES: &str =
    "name where it comes from: sources = [\"…\"], with an id of data/sources.toml";
