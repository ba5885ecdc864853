//! The rules of `data/closings.toml`: each whole, or told of with what it lacks.

use std::collections::BTreeSet;
use strum::{IntoStaticStr, VariantArray};

use schemars::JsonSchema;
use serde::Deserialize;

use super::closing_names::{ClosingNames, Reason};
use super::knowledge::Knowledge;
use crate::choices::Choices;
use crate::closure::{
    Count, EventDay, MonthDay, Precision, Rule, RuleFault, RuleParts, Rules, StartWindow, Weekends,
};
use crate::diagnostic::{Code, Diagnostic, FilePlace};
use crate::id::{AccountId, FactId, ReasonId, SourceId};
use crate::toml_file::{Choice, Located, Name, Names, Partial, TomlFile};

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct RawRule {
    /// A name of accounts.toml: the account that closes.
    #[schemars(with = "String")]
    account: Located<AccountId>,
    /// The name of a reason: why it closes.
    #[schemars(with = "String")]
    reason: Located<ReasonId>,
    /// How the day follows from the event.
    count: Choice<Counting>,
    /// For days-after: the name of a fact.
    #[schemars(with = "Option<String>")]
    days: Option<Located<FactId>>,
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
    /// Names of sources.toml: where this comes from.
    sources: Names<SourceId>,
    /// Sources of agreements by which days are counted.
    #[serde(default)]
    agreed: Names<SourceId>,
}

/// The ways to count.
#[derive(Clone, Copy, PartialEq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
enum Counting {
    DaysAfter,
    EndOfAcademicYear,
    WindowInNextAcademicYear,
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
    written: Vec<RawRule>,
) -> Rules {
    let mut seen = BTreeSet::new();
    let mut sound = Vec::new();
    for raw in written {
        let (account, reason) = (&*raw.account, &*raw.reason);
        if seen.insert((account.clone(), reason.clone())) {
            names.rules.push((account.clone(), reason.clone()));
            sound.extend(rule(file, known, &names.reasons, law, raw));
        } else {
            let message = format!("a second rule for `{account}` and `{reason}`");
            let help = "one account closes in one way for one reason: take one of the rules away";
            file.fault(Code::TwoRules, raw.account.span(), message, help);
        }
    }
    Rules(sound)
}

fn rule(
    file: &mut TomlFile,
    known: &Knowledge,
    reasons: &[Reason],
    law: Option<&StartWindow>,
    raw: RawRule,
) -> Option<Rule> {
    if !known.is_lost(raw.account.as_str()) {
        let accounts = known.accounts.iter();
        let accounts = accounts.map(|account| account.id.as_str());
        file.known("account", &raw.account, accounts);
    }
    let reasons = reasons.iter().map(|reason| reason.id.as_str());
    file.known("reason", &raw.reason, reasons);
    let count = count(file, known, &raw);
    let event_day = file.one_of("value", &raw.event_day);
    let weekends = file.one_of("value", &raw.weekends);
    let precision = file.one_of("value", &raw.precision);
    known.check_sources(file, &raw.sources);
    known.check_sources(file, &raw.agreed);
    let parts = RuleParts {
        account: AccountId::clone(&raw.account),
        reason: ReasonId::clone(&raw.reason),
        sources: raw.sources.to_vec(),
        agreed: raw.agreed.to_vec(),
        count: count?,
        event_day: event_day?,
        weekends: weekends?,
        precision: precision?,
    };
    let rule = Rule::new(parts, law?);
    for fault in rule.as_ref().err().into_iter().flatten() {
        unsound(file, &raw, fault);
    }
    rule.ok()
}

/// How the rule counts, with exactly the fields that this way of counting needs.
fn count(file: &mut TomlFile, known: &Knowledge, raw: &RawRule) -> Option<Count> {
    let counting = file.one_of("way to count", &raw.count)?;
    match (counting, &raw.days, &raw.from, &raw.to) {
        (Counting::DaysAfter, Some(fact), None, None) => Some(Count::DaysAfter {
            days: known.figure(file, fact)?,
            fact: FactId::clone(fact),
        }),
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

pub(super) fn month_day(file: &mut TomlFile, written: &Name) -> Option<MonthDay> {
    let day = MonthDay::read(written);
    if day.is_none() {
        let message = format!("`{written}` is not a day of any year");
        let help = "write month and day, as in \"10-11\" for 11 October";
        file.fault(Code::Value, written.span(), message, help);
    }
    day
}

/// What a rule says that is not whole.
struct Told<'r> {
    /// Which rule it is, as far as it says so itself.
    title: String,
    count: &'r str,
    /// Which fields it has of those that not every way of counting needs.
    has: Vec<&'static str>,
}

/// The fields that not every way of counting needs.
const OWN: [&str; 3] = ["days", "from", "to"];

impl<'r> Told<'r> {
    fn new(mut names: Vec<&str>, count: &'r str, has: [bool; 3]) -> Self {
        names.retain(|name| !name.is_empty());
        let title = match names.is_empty() {
            true => "a closing rule".to_owned(),
            false => format!("the closing rule for {}", quoted(&names)),
        };
        let has = OWN.into_iter().zip(has).filter(|(_, has)| *has);
        let has = has.map(|(field, _)| field).collect();
        Self { title, count, has }
    }

    fn by(raw: &'r RawRule) -> Self {
        let names = vec![raw.account.as_str(), raw.reason.as_str()];
        let has = [raw.days.is_some(), raw.from.is_some(), raw.to.is_some()];
        Self::new(names, &raw.count, has)
    }

    fn of(partial: &'r Partial) -> Self {
        let names = vec![partial.text("account"), partial.text("reason")];
        let has = OWN.map(|field| partial.has(field));
        Self::new(names, partial.text("count"), has)
    }
}

/// One fault for all that a table of a rule lacks.
pub(super) fn incomplete_table(place: FilePlace, table: &Partial, lacking: &[&str]) -> Diagnostic {
    incomplete(place, &Told::of(table), lacking)
}

/// One fault for all that a rule lacks, of its own and of the way in which it counts.
fn incomplete(place: FilePlace, rule: &Told<'_>, lacking: &[&str]) -> Diagnostic {
    let counting = Counting::read(rule.count);
    let own = counting.map_or(rule.has.as_slice(), |way| way.fields());
    let needed = own.iter().filter(|field| !rule.has.contains(field));
    let lacking: Vec<&str> = lacking.iter().chain(needed).copied().collect();
    let useless = rule.has.iter().filter(|field| !own.contains(field));
    let useless: Vec<&str> = useless.copied().collect();
    let title = &rule.title;
    let (lacks, useless) = (quoted(&lacking), quoted(&useless));
    let message = match (lacks.as_str(), useless.as_str()) {
        (lacks, "") => format!("{title} lacks {lacks}"),
        ("", useless) => format!("{title} has no use for {useless}"),
        (lacks, useless) => format!("{title} lacks {lacks}, and has no use for {useless}"),
    };
    let fault = Diagnostic::new(Code::IncompleteRule, place, message);
    let fields = lacking.iter();
    let fault = fields.fold(fault, |fault, field| fault.help(written(field)));
    match useless.is_empty() {
        true => fault,
        false => fault.help(format!(
            "take {useless} away, or count otherwise than `{}`",
            rule.count
        )),
    }
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
    let exact;
    let (span, help) = match fault {
        RuleFault::NoSources => (raw.account.span(), NAME_SOURCES),
        RuleFault::BeforeEvent | RuleFault::NothingCounted => {
            (raw.event_day.span(), "write event-day = \"day-0\"")
        }
        RuleFault::Precision { gives, .. } => {
            exact = format!("write precision = \"{}\"", gives.name());
            (raw.precision.span(), exact.as_str())
        }
        RuleFault::Backwards { .. } => (window, FIRST_AND_LAST),
        RuleFault::AtYearStart { .. } => (window, NO_YEAR_START),
    };
    let message = format!("{}: {fault}", Told::by(raw).title);
    file.fault(Code::IncompleteRule, span, message, help);
}

pub(super) const NAME_SOURCES: &str =
    "name where it comes from: sources = [\"…\"], with an id of data/sources.toml";
pub(super) const FIRST_AND_LAST: &str = "write the first day in `from`, and the last in `to`";
const NO_YEAR_START: &str =
    "write days on which no academic year can start: see `[[academic-year]]`";
