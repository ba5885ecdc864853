//! The rules of `data/closings.toml`: each whole, or told of with what it lacks.

use serde::Deserialize;
use toml::Spanned;

use super::Knowledge;
use super::closings::{ClosingNames, NAME_SOURCES, Reason, month_day};
use crate::closure::{
    Count, EventDay, Precision, Rule, RuleFault, RuleParts, Rules, StartWindow, Weekends,
};
use crate::diagnostic::{Code, Diagnostic, FilePlace};
use crate::id::{AccountId, FactId, ReasonId};
use crate::toml_file::{Lost, Shape, TomlFile, dangling};

type Name = Spanned<String>;

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

/// The shape of a rule.
pub(super) fn shape() -> Shape {
    Shape::of::<RawRule>()
}

/// The values that a field may have, where they are a few names.
pub(super) fn choices(field: &str) -> Vec<&'static str> {
    match field {
        "count" => COUNTS.map(|(name, _)| name).to_vec(),
        "event-day" => EVENT_DAYS.map(|(name, _)| name).to_vec(),
        "weekends" => WEEKENDS.map(|(name, _)| name).to_vec(),
        "precision" => PRECISIONS.map(|(name, _)| name).to_vec(),
        _ => Vec::new(),
    }
}

const EVENT_DAYS: [(&str, EventDay); 2] = [("day-0", EventDay::Day0), ("day-1", EventDay::Day1)];
const WEEKENDS: [(&str, Weekends); 2] = [
    ("count", Weekends::Count),
    ("next-working-day", Weekends::NextWorkingDay),
];
const PRECISIONS: [(&str, Precision); 2] = [("day", Precision::Day), ("window", Precision::Window)];
/// The ways to count, each with the fields that it needs and others have no use for.
const COUNTS: [(&str, &[&str]); 3] = [
    ("days-after", &["days"]),
    ("end-of-academic-year", &[]),
    ("window-in-next-academic-year", &["from", "to"]),
];
/// What to write in each field.
const WRITTEN: [(&str, &str); 10] = [
    (
        "account",
        "account = \"…\", with an id of data/accounts.toml",
    ),
    ("reason", "reason = \"…\", with the id of a `[[reason]]`"),
    (
        "count",
        "count = \"days-after\", \"end-of-academic-year\" or \"window-in-next-academic-year\"",
    ),
    (
        "days",
        "days = \"…\", with the name of a fact in data/facts.toml",
    ),
    (
        "from",
        "from = \"10-11\", the first day of the window as month and day",
    ),
    (
        "to",
        "to = \"10-20\", the last day of the window as month and day",
    ),
    (
        "event-day",
        "event-day = \"day-0\" where the day after the event is the first, \"day-1\" where its own day is",
    ),
    (
        "weekends",
        "weekends = \"count\" where nothing shifts, \"next-working-day\" where a weekend becomes the Monday after it",
    ),
    (
        "precision",
        "precision = \"day\" where one day comes out, \"window\" where it may be one of several",
    ),
    (
        "sources",
        "sources = [\"…\"], with ids of data/sources.toml",
    ),
];

/// Reads the rules; what each is about is added to `names`, sound or not.
pub(super) fn read(
    file: &mut TomlFile<'_>,
    known: &Knowledge,
    names: &mut ClosingNames,
    law: Option<&StartWindow>,
) -> Rules {
    let path = file.place(0..0).file;
    let lacks = |lost: &Lost, fields: &[&'static str]| {
        incomplete(FilePlace::span(&path, lost.span.clone()), lost, fields)
    };
    let mut sound = Vec::new();
    for raw in file.items_or::<RawRule>("rule", &lacks) {
        let account = AccountId::new(raw.account.get_ref());
        let reason = ReasonId::new(raw.reason.get_ref());
        if names.has_rule(&account, &reason) {
            second(file, &raw);
        } else {
            names.rules.push((account, reason));
            sound.extend(rule(file, known, &names.reasons, law, &raw));
        }
    }
    for lost in file.lost.drain(..) {
        let (account, reason) = (lost.text("account"), lost.text("reason"));
        names
            .rules
            .push((AccountId::new(account), ReasonId::new(reason)));
    }
    Rules::new(sound).unwrap_or_default()
}

fn second(file: &mut TomlFile<'_>, raw: &RawRule) {
    let (account, reason) = (raw.account.get_ref(), raw.reason.get_ref());
    let message = format!("a second rule for `{account}` and `{reason}`");
    file.fault(Code::TwoRules, raw.account.span(), message)
        .help
        .push(
            "one account closes in one way for one reason: take one of the rules away".to_owned(),
        );
}

fn rule(
    file: &mut TomlFile<'_>,
    known: &Knowledge,
    reasons: &[Reason],
    law: Option<&StartWindow>,
    raw: &RawRule,
) -> Option<Rule> {
    check_names(file, known, reasons, raw);
    let count = count(file, known, raw);
    let event_day = one_of(file, &raw.event_day, &EVENT_DAYS);
    let weekends = one_of(file, &raw.weekends, &WEEKENDS);
    let precision = one_of(file, &raw.precision, &PRECISIONS);
    let parts = RuleParts {
        account: AccountId::new(raw.account.get_ref()),
        reason: ReasonId::new(raw.reason.get_ref()),
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

fn one_of<T: Copy>(file: &mut TomlFile<'_>, written: &Name, known: &[(&str, T)]) -> Option<T> {
    let found = known.iter().find(|(name, _)| name == written.get_ref());
    if found.is_none() {
        dangling(file, "value", written, known.iter().map(|(name, _)| *name));
    }
    found.map(|(_, value)| *value)
}

fn check_names(file: &mut TomlFile<'_>, known: &Knowledge, reasons: &[Reason], raw: &RawRule) {
    let accounts = known.accounts.iter().map(|account| account.id.as_str());
    let reasons = reasons.iter().map(|reason| reason.id.as_str());
    if !known.is_lost(raw.account.get_ref()) {
        one_of_names(file, "account", &raw.account, accounts);
    }
    one_of_names(file, "reason", &raw.reason, reasons);
}

fn one_of_names<'a>(
    file: &mut TomlFile<'_>,
    kind: &str,
    name: &Name,
    mut known: impl Iterator<Item = &'a str> + Clone,
) {
    let all = known.clone();
    if known.all(|known| known != name.get_ref()) {
        dangling(file, kind, name, all);
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
        (name, ..) if fields_of(name).is_some() => {
            let place = file.place(raw.count.span());
            file.faults.push(incomplete(place, raw, &[]));
            None
        }
        _ => {
            let counts = COUNTS.iter().map(|(name, _)| *name);
            dangling(file, "way to count", &raw.count, counts);
            None
        }
    }
}

fn fields_of(count: &str) -> Option<&'static [&'static str]> {
    let (_, fields) = COUNTS.iter().find(|(name, _)| *name == count)?;
    Some(fields)
}

fn days_after(file: &mut TomlFile<'_>, known: &Knowledge, days: &Name) -> Option<Count> {
    let fact = FactId::new(days.get_ref());
    let figure = known.fact(&fact).map(|fact| fact.value);
    if figure.is_none() {
        known.no_fact(file, days);
    }
    figure.map(|days| Count::DaysAfter { fact, days })
}

/// A rule as it is written, whole or not.
trait Written {
    fn text(&self, field: &str) -> &str;
    fn has(&self, field: &str) -> bool;
}

impl Written for Lost {
    fn text(&self, field: &str) -> &str {
        self.text(field)
    }

    fn has(&self, field: &str) -> bool {
        self.has(field)
    }
}

impl Written for RawRule {
    fn text(&self, field: &str) -> &str {
        match field {
            "account" => self.account.get_ref(),
            "reason" => self.reason.get_ref(),
            "count" => self.count.get_ref(),
            _ => "",
        }
    }

    fn has(&self, field: &str) -> bool {
        match field {
            "days" => self.days.is_some(),
            "from" => self.from.is_some(),
            "to" => self.to.is_some(),
            _ => true,
        }
    }
}

/// One fault for all that a rule lacks, of its own and of the way in which it counts.
fn incomplete(place: FilePlace, rule: &impl Written, lacking: &[&'static str]) -> Diagnostic {
    let own = fields_of(rule.text("count"));
    let needed = own.into_iter().flatten().filter(|field| !rule.has(field));
    let lacking: Vec<&str> = lacking.iter().chain(needed).copied().collect();
    let strange = |field: &&str| own.is_some_and(|own| !own.contains(field)) && rule.has(field);
    let fields = COUNTS.iter().flat_map(|(_, fields)| *fields).copied();
    let useless: Vec<&str> = fields.filter(strange).collect();
    let title = title(rule);
    let message = match (lacking.as_slice(), useless.as_slice()) {
        (lacking, []) => format!("{title} lacks {}", quoted(lacking)),
        ([], useless) => format!("{title} has no use for {}", quoted(useless)),
        _ => format!(
            "{title} lacks {}, and has no use for {}",
            quoted(&lacking),
            quoted(&useless)
        ),
    };
    let fault = Diagnostic::new(Code::IncompleteRule, place, message);
    let fault = lacking
        .iter()
        .fold(fault, |fault, field| fault.help(written(field)));
    match rule.text("count") {
        count if !useless.is_empty() => fault.help(format!(
            "take {} away, or count otherwise than `{count}`",
            quoted(&useless)
        )),
        _ => fault,
    }
}

fn written(field: &str) -> String {
    let row = WRITTEN.iter().find(|(name, _)| *name == field);
    format!("write {}", row.map_or(field, |(_, text)| text))
}

/// Which rule it is, as far as it says so itself.
fn title(rule: &impl Written) -> String {
    let names = ["account", "reason"].map(|field| rule.text(field));
    let names: Vec<&str> = names.into_iter().filter(|name| !name.is_empty()).collect();
    match names.as_slice() {
        [] => "a closing rule".to_owned(),
        names => format!("the closing rule for {}", quoted(names)),
    }
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
fn unsound(file: &mut TomlFile<'_>, raw: &RawRule, fault: &RuleFault) {
    let window = raw.from.as_ref().unwrap_or(&raw.count);
    let (span, help) = match fault {
        RuleFault::NoSources => (raw.account.span(), NAME_SOURCES.to_owned()),
        RuleFault::BeforeEvent | RuleFault::NothingCounted => (
            raw.event_day.span(),
            "write event-day = \"day-0\"".to_owned(),
        ),
        RuleFault::Precision { gives, .. } => (
            raw.precision.span(),
            format!("write precision = \"{gives}\""),
        ),
        RuleFault::Backwards { .. } => (
            window.span(),
            "write the first day in `from`, and the last in `to`".to_owned(),
        ),
        RuleFault::AtYearStart { .. } => (
            window.span(),
            "write days on which no academic year can start: see `[[academic-year]]`".to_owned(),
        ),
    };
    let message = format!("{}: {fault}", title(raw));
    file.fault(Code::IncompleteRule, span, message)
        .help
        .push(help);
}
