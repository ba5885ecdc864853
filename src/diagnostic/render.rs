//! Diagnostics as text: in full for the person who mends the file, and in one
//! line for a screen that has other things to show.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{Diagnostic, FilePlace, SourceLines};
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
    let mut group = at(
        Group::with_title(title),
        &diagnostic.place,
        &diagnostic.label,
        lines,
    );
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
