//! Diagnostics as text: in full for the person who mends the file, and in one
//! line for a screen that has other things to show.

use std::collections::HashMap;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{Diagnostic, FilePlace};
use crate::diagnostic;
use crate::sanitize::{sanitize, sanitize_between_colours, sanitize_lines, steers};

/// Whether a report may use colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dress {
    /// Plain text, for pipes and files.
    Plain,
    /// With colours, for a terminal.
    Coloured,
}

/// All faults in full, each with the lines of its file as typed.
///
/// `source` gives the text of a file; where it has none, only the path is shown.
pub fn render<'s>(
    diagnostics: &[Diagnostic],
    source: impl Fn(&str) -> Option<&'s str>,
    dress: Dress,
) -> String {
    let renderer = match dress {
        Dress::Plain => Renderer::plain(),
        Dress::Coloured => Renderer::styled(),
    };
    let mut lines = SourceLines::new(source);
    let mut text = String::new();
    for diagnostic in diagnostics {
        let group = group(diagnostic, &mut lines);
        text.extend(renderer.render(&[group]).chars().map(shown));
        text.push_str("\n\n");
    }
    // Stacks of marks are left, and whatever the renderer may still let through.
    sanitize_between_colours(&text)
}

/// A line as typed may hold what steers a terminal: it is shown as a character that is not known.
/// Escapes are the renderer's own; those of a file it has made visible already.
fn shown(c: char) -> char {
    let ours = matches!(c, '\n' | '\u{1b}');
    if steers(c) && !ours { '\u{fffd}' } else { c }
}

fn group<'a, 's: 'a>(
    diagnostic: &'a Diagnostic,
    lines: &mut SourceLines<'s, impl Fn(&str) -> Option<&'s str>>,
) -> Group<'a> {
    let level = match diagnostic.level {
        diagnostic::Level::Error => Level::ERROR,
        diagnostic::Level::Warning | diagnostic::Level::Off => Level::WARNING,
    };
    let title = level
        .primary_title(sanitize(&diagnostic.message))
        .id(diagnostic.code.as_str());
    let group = Group::with_title(title);
    let mut group = at(group, &diagnostic.place, &diagnostic.label, lines);
    for (place, label) in &diagnostic.related {
        group = at(group, place, label, lines);
    }
    let helps = diagnostic.help.iter();
    group.elements(helps.map(|help| Level::HELP.message(sanitize_lines(help))))
}

fn at<'a, 's: 'a>(
    group: Group<'a>,
    place: &'a FilePlace,
    label: &'a str,
    lines: &mut SourceLines<'s, impl Fn(&str) -> Option<&'s str>>,
) -> Group<'a> {
    let path = sanitize(&place.file);
    let span = place.span.as_ref();
    let Some(excerpt) = span.and_then(|span| lines.around(&place.file, span)) else {
        return group.element(Origin::path(path));
    };
    let marked = AnnotationKind::Primary
        .span(excerpt.marked)
        .label(sanitize(label));
    let snippet = Snippet::source(excerpt.text)
        .line_start(excerpt.line)
        .annotation(marked);
    if excerpt.whole {
        return group.element(snippet.path(path));
    }
    // The part of a long line cannot tell its column by itself.
    let origin = Origin::path(path)
        .line(excerpt.line)
        .char_column(excerpt.column);
    group.element(origin).element(snippet)
}

/// One line: `data/flows/locked.toml:5:8: the sentence`.
pub fn brief<'s>(diagnostic: &Diagnostic, source: impl Fn(&str) -> Option<&'s str>) -> String {
    let FilePlace { file, span } = &diagnostic.place;
    let start = span.as_ref().map(|span| span.start);
    let place = match start.and_then(|start| SourceLines::new(source).position(file, start)) {
        Some((line, column)) => format!("{file}:{line}:{column}"),
        None => file.clone(),
    };
    sanitize(&format!("{place}: {}", diagnostic.message)).into_owned()
}

/// Line and column of a byte, both counted from 1, columns in characters.
pub fn line_and_column(text: &str, offset: usize) -> (usize, usize) {
    let place = SourceLines::new(|_| Some(text)).position("", offset);
    place.unwrap_or((1, 1))
}

/// The texts of files, with where their lines begin.
pub struct SourceLines<'s, F> {
    source: F,
    files: HashMap<String, Option<(&'s str, Vec<usize>)>>,
}

/// Some of a line, around a place in it.
struct Excerpt<'s> {
    /// The line as typed, or the part of a very long one.
    text: &'s str,
    /// Its number, from 1.
    line: usize,
    /// The place in the whole line, in characters from 1.
    column: usize,
    /// Whether `text` begins where the line does.
    whole: bool,
    /// The bytes of `text` that are meant.
    marked: Range<usize>,
}

/// How many bytes before and after a place are shown of a line.
const AROUND: usize = 160;

impl<'s, F: Fn(&str) -> Option<&'s str>> SourceLines<'s, F> {
    /// The lines of whatever `source` has.
    pub fn new(source: F) -> Self {
        Self {
            source,
            files: HashMap::new(),
        }
    }

    /// Line and column of a byte of a file, both counted from 1, columns in characters.
    pub fn position(&mut self, file: &str, offset: usize) -> Option<(usize, usize)> {
        let (text, starts) = self.file(file)?;
        let offset = clamp(text, offset);
        let line = starts.partition_point(|start| *start <= offset).max(1);
        let start = starts.get(line - 1).copied().unwrap_or_default();
        let column = text
            .get(start..offset)
            .map_or(0, |before| before.chars().count());
        Some((line, column + 1))
    }

    /// The line of a span's first byte; a span that goes on is cut at the line's end.
    fn around(&mut self, file: &str, span: &Range<usize>) -> Option<Excerpt<'s>> {
        let (line, column) = self.position(file, span.start)?;
        let (text, starts) = self.file(file)?;
        let start = starts.get(line - 1).copied().unwrap_or_default();
        let next = starts.get(line).copied().unwrap_or(text.len());
        let whole = text.get(start..next).unwrap_or_default();
        let end = start + whole.trim_end_matches(['\n', '\r']).len();
        let from = clamp(text, span.start).clamp(start, end);
        let to = clamp(text, span.end).clamp(from, end);
        let first = clamp(text, from.saturating_sub(AROUND).max(start));
        let last = clamp(text, (to + AROUND).min(end).min(from + 2 * AROUND));
        let to = to.min(last);
        Some(Excerpt {
            text: text.get(first..last).unwrap_or_default(),
            line,
            column,
            whole: first == start,
            marked: from - first..to.max(from) - first,
        })
    }

    fn file(&mut self, file: &str) -> Option<(&'s str, &[usize])> {
        if !self.files.contains_key(file) {
            let found = (self.source)(file).map(|text| {
                let ends = text.match_indices('\n').map(|(at, _)| at + 1);
                (text, [0].into_iter().chain(ends).collect())
            });
            self.files.insert(file.to_owned(), found);
        }
        let (text, starts) = self.files.get(file)?.as_ref()?;
        Some((text, starts))
    }
}

/// The nearest place at or before `offset` at which `text` can be cut.
fn clamp(text: &str, offset: usize) -> usize {
    let mut at = offset.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;

    #[test]
    fn a_fault_shows_its_line_and_its_mend() {
        let text = "start = \"name\"\nto = \"puase\"\n";
        let fault = Diagnostic::new(
            Code::Dangling,
            FilePlace::span("data/flows/locked.toml", 20..27),
            "no node is called `puase`",
        )
        .label("leads nowhere")
        .help("did you mean `pause`?");
        let shown = render(std::slice::from_ref(&fault), |_| Some(text), Dress::Plain);
        for part in [
            "B007",
            "data/flows/locked.toml:2:6",
            "to = \"puase\"",
            "^^^^^^^",
            "leads nowhere",
            "did you mean",
        ] {
            assert!(shown.contains(part), "{part} is missing from\n{shown}");
        }
        assert_eq!(
            brief(&fault, |_| Some(text)),
            "data/flows/locked.toml:2:6: no node is called `puase`"
        );
    }

    #[test]
    fn the_lines_of_a_hostile_file_are_inert() {
        let text = "to = \"\u{1b}[31mred\u{9b}2J\u{202e}\u{2066}\u{7f}\u{8}\u{200b}a\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\"\r\n";
        let fault = Diagnostic::new(
            Code::Field,
            FilePlace::span("a\u{1b}[2J", 5..9),
            "\u{1b}]0;x\u{7}",
        )
        .label("\u{9b}1m")
        .help("\u{202e}");
        let plain = render(std::slice::from_ref(&fault), |_| Some(text), Dress::Plain);
        assert_eq!(plain, crate::sanitize::sanitize_lines(&plain));
        assert!(!plain.contains('\u{1b}'));
        let coloured = render(
            std::slice::from_ref(&fault),
            |_| Some(text),
            Dress::Coloured,
        );
        assert!(!coloured.contains("\u{1b}[31mred") && !coloured.contains('\u{9b}'));
        assert!(coloured.contains("\u{1b}["));
    }

    #[test]
    fn any_span_in_any_text_renders() {
        for span in [0..0, 3..400, 400..500, 1..2] {
            let fault = Diagnostic::new(Code::Field, FilePlace::span("a", span), "x");
            assert!(render(&[fault], |_| Some("é\u{1b}[2J"), Dress::Plain).contains("B004"));
        }
    }
}
