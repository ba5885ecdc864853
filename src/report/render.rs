//! Diagnostics as text: in full for the person who mends the file, and in one
//! line for a screen that has other things to show.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{Diagnostic, Place};
use crate::inert::inert;

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
    let mut text = String::new();
    for diagnostic in diagnostics {
        text.push_str(&renderer.render(&groups(diagnostic, &source)));
        text.push_str("\n\n");
    }
    text
}

fn groups<'a, 's: 'a>(
    diagnostic: &'a Diagnostic,
    source: &impl Fn(&str) -> Option<&'s str>,
) -> Vec<Group<'a>> {
    let title = Level::ERROR
        .primary_title(inert(&diagnostic.message))
        .id(diagnostic.code.as_str());
    let mut group = at(
        title.elements([] as [Origin<'_>; 0]),
        &diagnostic.place,
        &diagnostic.label,
        source,
    );
    for (place, label) in &diagnostic.related {
        group = at(group, place, label, source);
    }
    for help in &diagnostic.help {
        group = group.element(Level::HELP.message(inert(help)));
    }
    vec![group]
}

fn at<'a, 's: 'a>(
    group: Group<'a>,
    place: &'a Place,
    label: &'a str,
    source: &impl Fn(&str) -> Option<&'s str>,
) -> Group<'a> {
    let path = inert(&place.file);
    match (&place.span, source(&place.file)) {
        (Some(span), Some(text)) => {
            let marked = AnnotationKind::Primary
                .span(clamp(text, span.start)..clamp(text, span.end))
                .label(inert(label));
            group.element(Snippet::source(text).path(path).annotation(marked))
        }
        _ => group.element(Origin::path(path)),
    }
}

/// The nearest place at or before `offset` at which `text` can be cut.
fn clamp(text: &str, offset: usize) -> usize {
    (0..=offset.min(text.len()))
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or_default()
}

/// One line: `data/flows/locked.toml:5:8: the sentence`.
pub fn brief<'s>(diagnostic: &Diagnostic, source: impl Fn(&str) -> Option<&'s str>) -> String {
    let Place { file, span } = &diagnostic.place;
    let place = match (span, source(file)) {
        (Some(span), Some(text)) => {
            let (line, column) = line_and_column(text, span.start);
            format!("{file}:{line}:{column}")
        }
        _ => file.clone(),
    };
    inert(&format!("{place}: {}", diagnostic.message)).into_owned()
}

/// Line and column of a byte, both counted from 1, columns in characters.
pub fn line_and_column(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..clamp(text, offset)).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let column = before.chars().rev().take_while(|c| *c != '\n').count() + 1;
    (line, column)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Code;

    #[test]
    fn a_fault_shows_its_line_and_its_mend() {
        let text = "start = \"name\"\nto = \"puase\"\n";
        let fault = Diagnostic::new(
            Code::Dangling,
            Place::span("data/flows/locked.toml", 20..27),
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
    fn any_span_in_any_text_renders() {
        for span in [0..0, 3..400, 400..500, 1..2] {
            let fault = Diagnostic::new(Code::Field, Place::span("a", span), "x");
            assert!(render(&[fault], |_| Some("é\u{1b}[2J"), Dress::Plain).contains("B004"));
        }
    }
}
