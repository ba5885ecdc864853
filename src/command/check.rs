//! `balie check`: all faults of a pack in one run.

use std::io;
use std::path::PathBuf;
use std::rc::Rc;

use serde_json::{Value, json};

use super::{CLEAN, FINDINGS, Failure, UNREADABLE, printing, setup};
use crate::choices::Choices;
use crate::cli::{Options, ReportFormat};
use crate::diagnostic::{Code, FilePlace, Level, SourceLines, render};
use crate::lint::{Coverage, Findings, check};
use crate::pack::Pack;

pub(super) fn run(
    options: &Options,
    dir: Option<PathBuf>,
    format: ReportFormat,
) -> Result<u8, Failure> {
    let folder = dir.as_deref().or(options.set.pack.as_deref());
    let now = setup::clock(options)?.now();
    let pack = Rc::new(Pack::draft_of(setup::files(folder)?));
    let findings = check(&pack, now);
    match format {
        ReportFormat::Text => text(&pack, &findings)?,
        ReportFormat::Json => printing::print(&json(&pack, &findings))?,
        ReportFormat::Github => printing::print_report(&github(&pack, &findings))?,
    }
    Ok(exit_code(&findings))
}

fn exit_code(findings: &Findings) -> u8 {
    let mut faults = findings.faults.iter();
    if faults.any(|fault| matches!(fault.code, Code::Unreadable)) {
        UNREADABLE
    } else if findings.count(Level::Error) > 0 {
        FINDINGS
    } else {
        CLEAN
    }
}

fn text(pack: &Pack, findings: &Findings) -> anyhow::Result<()> {
    let source = |path: &str| pack.files().text(path);
    let report = render(&findings.faults, source, printing::dress(&io::stdout()));
    printing::print_report(&report)?;
    printing::print(&summary(findings))
}

fn summary(findings: &Findings) -> String {
    let counts = [(Level::Error, "fault"), (Level::Warning, "warning")];
    let counts = counts.map(|(level, name)| (findings.count(level), name));
    let counts = counts.into_iter().filter(|(number, _)| *number > 0);
    let counts: Vec<String> = counts.map(|(number, name)| plural(number, name)).collect();
    let faults = if counts.is_empty() {
        "no faults".to_owned()
    } else {
        counts.join(", ")
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
    let parts = parts.join(", ");
    match coverage.is_exhaustive() {
        true => format!("scenarios are exhaustive: {parts}{closed}"),
        false => format!("scenarios are not exhaustive: {parts}{closed}"),
    }
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
        let span = place.span.as_ref();
        let mut position = |at: Option<usize>| lines.position(&place.file, at?);
        let (line, column) = position(span.map(|span| span.start)).unzip();
        let (end_line, end_column) = position(span.map(|span| span.end)).unzip();
        json!({
            "file": place.file,
            "line": line,
            "column": column,
            "end_line": end_line,
            "end_column": end_column,
        })
    };
    let faults = findings.faults.iter().map(|fault| {
        let related = fault.related.iter();
        let related = related.map(|(at, label)| json!({ "place": place(at), "label": label }));
        let related: Vec<Value> = related.collect();
        json!({
            "code": fault.code.as_str(),
            "level": fault.level.name(),
            "message": fault.message,
            "place": place(&fault.place),
            "help": fault.help,
            "related": related,
        })
    });
    let seen = &findings.coverage;
    let report = json!({
        "format": 1,
        "flows": findings.flows,
        "errors": findings.count(Level::Error),
        "warnings": findings.count(Level::Warning),
        "findings": faults.collect::<Vec<_>>(),
        "scenarios": {
            "count": seen.scenarios,
            "exhaustive": seen.is_exhaustive(),
            "ends": seen.ends,
            "answers": seen.answers,
            "nodes": seen.nodes,
            "rules": seen.rules,
            "closed_flows": seen.closed_flows,
        },
    });
    format!("{report:#}")
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
