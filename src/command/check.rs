//! `balie check`: all faults of a pack in one run.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use serde_json::{Value, json};

use super::{CLEAN, FINDINGS, Failure, UNREADABLE, pack_folder, printing};
use crate::choices::Choices;
use crate::cli::{Options, ReportFormat};
use crate::diagnostic::{Code, Diagnostic, FilePlace, Level, SourceLines, render};
use crate::lint::{Coverage, Findings, check};
use crate::pack::{Files, Pack};

pub(super) fn run(
    options: &Options,
    dir: Option<PathBuf>,
    format: ReportFormat,
) -> Result<u8, Failure> {
    let folder = dir.or_else(|| options.pack.clone());
    let now = super::clock::clock(options.now.as_deref())?.now();
    let pack = Rc::new(Pack::draft_of(files(folder.as_deref())?));
    let findings = check(&pack, now);
    match format {
        ReportFormat::Text => text(&pack, &findings)?,
        ReportFormat::Json => printing::print(&json(&pack, &findings))?,
        ReportFormat::Github => printing::print_report(&github(&pack, &findings))?,
    }
    Ok(exit_code(&findings))
}

/// The files of a folder, or else the shipped ones.
fn files(folder: Option<&Path>) -> anyhow::Result<Files> {
    match folder {
        Some(folder) => pack_folder::read_folder(folder),
        None => Ok(Files::embedded()),
    }
}

fn exit_code(findings: &Findings) -> u8 {
    let unreadable = |code: Code| matches!(code, Code::Unreadable);
    let mut faults = findings.faults.iter();
    if faults.any(|fault| unreadable(fault.code)) {
        UNREADABLE
    } else if findings.count(Level::Error) > 0 {
        FINDINGS
    } else {
        CLEAN
    }
}

fn text(pack: &Pack, findings: &Findings) -> anyhow::Result<()> {
    let source = |path: &str| pack.files().text(path);
    let report = render(&findings.faults, source, printing::dress());
    printing::print_report(&report)?;
    printing::print(&summary(findings))
}

fn summary(findings: &Findings) -> String {
    let (errors, warnings) = (findings.count(Level::Error), findings.count(Level::Warning));
    let counts = [(errors, "fault"), (warnings, "warning")].into_iter();
    let counts = counts.filter(|(number, _)| *number > 0);
    let counts: Vec<String> = counts.map(|(number, name)| plural(number, name)).collect();
    let faults = match counts.as_slice() {
        [] => "no faults".to_owned(),
        counts => counts.join(", "),
    };
    let first = findings.faults.first().map(|fault| fault.code.as_str());
    let more = first.map(|code| format!("; `balie explain {code}` says more about {code}"));
    format!(
        "{} read, {} run: {faults}{}\n{}",
        plural(findings.flows, "flow"),
        plural(findings.coverage.scenarios, "scenario"),
        more.unwrap_or_default(),
        coverage(&findings.coverage)
    )
}

/// Whether everything was visited, and else what was not.
fn coverage(coverage: &Coverage) -> String {
    let part = |(seen, all): (usize, usize), name: &str| format!("{seen} of {all} {name}");
    let parts = [
        part(coverage.ends, "ends"),
        part(coverage.answers, "answers"),
        part(coverage.nodes, "nodes"),
        part(coverage.rules, "closing rules"),
    ];
    let closed = match coverage.closed_flows {
        0 => String::new(),
        flows => format!("; {} left out for their faults", plural(flows, "flow")),
    };
    let exhaustive = if coverage.is_exhaustive() {
        "exhaustive"
    } else {
        "not exhaustive"
    };
    format!("scenarios are {exhaustive}: {}{closed}", parts.join(", "))
}

fn plural(number: usize, name: &str) -> String {
    match number {
        1 => format!("1 {name}"),
        _ => format!("{number} {name}s"),
    }
}

fn json(pack: &Pack, findings: &Findings) -> String {
    let mut lines = SourceLines::new(|path: &str| pack.files().text(path));
    let mut place = |place: &FilePlace| {
        let span = place.span.clone().unwrap_or_default();
        let mut position = |at| {
            lines
                .position(&place.file, at)
                .filter(|_| place.span.is_some())
        };
        let (from, to) = (position(span.start).unzip(), position(span.end).unzip());
        json!({
            "file": place.file,
            "line": from.0,
            "column": from.1,
            "end_line": to.0,
            "end_column": to.1,
        })
    };
    let faults = findings.faults.iter();
    let faults: Vec<Value> = faults.map(|fault| fault_json(fault, &mut place)).collect();
    let report = json!({
        "format": 1,
        "flows": findings.flows,
        "errors": findings.count(Level::Error),
        "warnings": findings.count(Level::Warning),
        "findings": faults,
        "scenarios": coverage_json(&findings.coverage),
    });
    format!("{report:#}")
}

fn fault_json(fault: &Diagnostic, mut place: impl FnMut(&FilePlace) -> Value) -> Value {
    let at = place(&fault.place);
    let related = fault.related.iter();
    let related = related.map(|(other, label)| json!({ "place": place(other), "label": label }));
    let related: Vec<Value> = related.collect();
    json!({
        "code": fault.code.as_str(),
        "level": fault.level.name(),
        "message": fault.message,
        "place": at,
        "help": fault.help,
        "related": related,
    })
}

fn coverage_json(seen: &Coverage) -> Value {
    json!({
        "count": seen.scenarios,
        "exhaustive": seen.is_exhaustive(),
        "ends": seen.ends,
        "answers": seen.answers,
        "nodes": seen.nodes,
        "rules": seen.rules,
        "closed_flows": seen.closed_flows,
    })
}

/// One line for each fault, as GitHub Actions reads them.
fn github(pack: &Pack, findings: &Findings) -> String {
    let mut lines = SourceLines::new(|path: &str| pack.files().text(path));
    let mut report = String::new();
    for fault in &findings.faults {
        let start = fault.place.span.as_ref().map(|span| span.start);
        let at = start.and_then(|start| lines.position(&fault.place.file, start));
        let (line, column) = at.unwrap_or((1, 1));
        let told = format!("{}\n{}", fault.message, fault.help.join("\n"));
        report.push_str(&format!(
            "::{} file={},line={line},col={column},title={}::{}\n",
            fault.level.name(),
            property(&fault.place.file),
            fault.code.as_str(),
            data(told.trim_end()),
        ));
    }
    report
}

/// A message as GitHub reads it: on one line, and nothing in it taken for a command.
fn data(text: &str) -> String {
    let text = crate::sanitize::sanitize_lines(text);
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
