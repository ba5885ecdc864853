//! Whether every screen of every flow fits, in every language, and in each pair
//! of the desk's language and the person's. Laid out, never drawn.

use std::ops::Range;
use std::rc::Rc;

use super::scenario::offered;
use crate::app::{DeskSettings, Model};
use crate::case::Place as NodePlace;
use crate::locale::{Lang, Moment, Text, words_path};
use crate::pack::{Kind, Node, Pack};
use crate::report::{Code, Diagnostic, Place};
use crate::ui::{Block, INDENT, Page, Sheet, body_size, lay, lay_tight, page};

/// The sizes of the screen at which everything must fit.
const SIZES: [(u16, u16); 2] = [(80, 24), NARROW];
const NARROW: (u16, u16) = (40, 12);

pub(super) fn check(pack: &Rc<Pack>, now: Moment, faults: &mut Vec<Diagnostic>) {
    let mut model = Model::over(Rc::clone(pack), DeskSettings::default(), now);
    let langs: Vec<Lang> = model.words().langs().collect();
    home(&mut model, &langs, faults);
    for flow in pack.flow_ids().filter_map(|id| pack.flow(id).ok()) {
        titles(&model, flow.id(), &langs, faults);
        for node in flow.nodes() {
            let place = NodePlace {
                flow: flow.id().clone(),
                node: node.id.clone(),
            };
            for lang in &langs {
                screens(&mut model, &place, node, *lang, &langs, faults);
            }
        }
    }
}

/// One node, in one language of the person and every language of the desk.
fn screens(
    model: &mut Model,
    place: &NodePlace,
    node: &Node,
    person: Lang,
    langs: &[Lang],
    faults: &mut Vec<Diagnostic>,
) {
    model.desk.lang = person;
    model.stand_at(place.clone(), person);
    // The page of a case is the same at every size; only its rows differ.
    let (width, height) = body_size(NARROW.0, NARROW.1);
    let alone = page(model, width, height);
    for size in SIZES {
        let (width, height) = body_size(size.0, size.1);
        let sheet = lay_tight(&alone, width);
        cut_answers(model, place, node, person, size, &alone, faults);
        // Where it does not fit, the desk's words stand below the answers: what fits when the
        // desk speaks the person's language fits with any other. A test holds this to be so.
        let replies = replies_in_sight(node, size);
        if below_fold(&sheet, replies, height).is_none() {
            continue;
        }
        for desk in langs {
            model.desk.lang = *desk;
            model.stand_at(place.clone(), person);
            let both = page(model, width, height);
            if let Some(line) = below_fold(&lay(&both, width, height), replies, height) {
                faults.push(fold(model, place, node, (person, *desk), size, line));
                break;
            }
        }
        model.desk.lang = person;
        model.stand_at(place.clone(), person);
    }
}

/// How many replies must be in sight. On a narrow screen the steps of an advice are read first:
/// its replies are the same three everywhere, and may stand below them.
fn replies_in_sight(node: &Node, size: (u16, u16)) -> usize {
    match node.kind {
        Kind::Advice { .. } if size == NARROW => 0,
        _ => offered(&node.kind).len(),
    }
}

/// The first of so many lines to choose that is not seen whole. Replies come first; what may
/// stand below the fold are the links after them, and how to go on after an end.
fn below_fold(sheet: &Sheet, lines: usize, height: usize) -> Option<usize> {
    let mut picks = sheet.picks.iter().take(lines);
    picks.position(|rows| rows.end > height)
}

fn fold(
    model: &Model,
    place: &NodePlace,
    node: &Node,
    (person, desk): (Lang, Lang),
    (width, height): (u16, u16),
    line: usize,
) -> Diagnostic {
    let words = model.words();
    let both = if person == desk {
        format!("in `{}`", words.language(person))
    } else {
        let (person, desk) = (words.language(person), words.language(desk));
        format!("in `{person}` with a desk in `{desk}`")
    };
    let message = format!(
        "at {width} × {height}, {both}, line {} of `{}` is below the fold",
        line + 1,
        node.id
    );
    Diagnostic::new(Code::BelowFold, at(model, place, person, ""), message)
        .help("say it in fewer words: people choose from what they see")
}

/// Answers with a word that is longer than a row.
fn cut_answers(
    model: &Model,
    place: &NodePlace,
    node: &Node,
    person: Lang,
    (width, height): (u16, u16),
    page: &Page,
    faults: &mut Vec<Diagnostic>,
) {
    let (columns, _) = body_size(width, height);
    let room = columns.saturating_sub(INDENT + 1);
    let picks = page.main.iter().filter_map(|block| match block {
        Block::Pick(line) => Some(line),
        _ => None,
    });
    for (number, line) in picks.enumerate() {
        let Some(word) = too_long(&line.said.words, room) else {
            continue;
        };
        let attribute = match &node.kind {
            Kind::Question(answers) => answers
                .get(number)
                .map(|answer| format!("answer-{}", answer.id)),
            _ => None,
        };
        let message = format!(
            "at {width} × {height}, in `{}`, an answer of `{}` is cut: `{word}` is longer than a row",
            model.words().language(person),
            node.id
        );
        let place = at(
            model,
            place,
            person,
            attribute.as_deref().unwrap_or_default(),
        );
        faults.push(
            Diagnostic::new(Code::AnswerCut, place, message)
                .help(format!("a word may take {room} columns: use a shorter one")),
        );
    }
}

/// The first word that does not fit on a row; words break at spaces and hyphens.
fn too_long(words: &str, room: usize) -> Option<&str> {
    if words.len() <= room {
        return None;
    }
    let parts = words.split(|c: char| c.is_ascii_whitespace());
    let mut parts = parts.flat_map(|word| word.split_inclusive('-'));
    parts.find(|part| unicode_width::UnicodeWidthStr::width(*part) > room)
}

/// A flow's title: one row at the wide size, two at the narrow one.
fn titles(model: &Model, flow: &crate::id::FlowId, langs: &[Lang], faults: &mut Vec<Diagnostic>) {
    for lang in langs {
        let words = Text::Flow(flow, "title".to_owned());
        let Some(title) = model.words().voice(*lang).say_if_any(&words) else {
            continue;
        };
        for ((width, height), most) in SIZES.into_iter().zip([1, 2]) {
            let (columns, _) = body_size(width, height);
            let mut page = Page::default();
            page.add(Block::Pick(crate::ui::Said::from(title.clone()).into()));
            let rows = lay_tight(&page, columns).rows.len();
            if rows > most {
                let message = format!(
                    "at {width} × {height}, in `{}`, the title takes {rows} rows",
                    model.words().language(*lang)
                );
                let place = NodePlace {
                    flow: flow.clone(),
                    node: crate::id::NodeId::new("title"),
                };
                faults.push(
                    Diagnostic::new(Code::TitleTooLong, at(model, &place, *lang, ""), message)
                        .help(format!(
                            "make it fit {most} of {} columns",
                            columns - INDENT - 1
                        )),
                );
                break;
            }
        }
    }
}

/// The menu itself.
fn home(model: &mut Model, langs: &[Lang], faults: &mut Vec<Diagnostic>) {
    for lang in langs {
        model.desk.lang = *lang;
        model.person = *lang;
        for (width, height) in SIZES {
            let (columns, rows) = body_size(width, height);
            let sheet = lay(&page(model, columns, rows), columns, rows);
            if let Some(line) = below_fold(&sheet, 9, rows) {
                let message = format!(
                    "at {width} × {height}, in `{}`, line {} of the menu is below the fold",
                    model.words().language(*lang),
                    line + 1
                );
                faults.push(
                    Diagnostic::new(Code::BelowFold, Place::file("data/pack.toml"), message)
                        .help("make the titles of the menu shorter"),
                );
            }
        }
    }
}

/// Where the words stand of a node, or of one of its attributes.
fn at(model: &Model, place: &NodePlace, lang: Lang, attribute: &str) -> Place {
    let name = format!("flows/{}", place.flow);
    let path = words_path(model.words().language(lang), &name);
    let text = model.pack().files().text(&path).unwrap_or_default();
    let message = line_of(text, place.node.as_str(), 0..text.len());
    let span = match attribute {
        "" => message,
        _ => message.map(|message| {
            line_of(text, &format!("    .{attribute}"), message.end..text.len()).unwrap_or(message)
        }),
    };
    match span {
        Some(span) => Place::span(&path, span),
        None => Place::file(&path),
    }
}

/// The first line within some bytes that begins with a name and ` =`.
fn line_of(text: &str, name: &str, within: Range<usize>) -> Option<Range<usize>> {
    let start = within.start;
    let mut found = text
        .get(within)?
        .match_indices(name)
        .map(|(at, _)| start + at);
    let begins = |at: &usize| {
        let first = *at == 0 || text.get(..*at).is_some_and(|before| before.ends_with('\n'));
        let rest = text.get(at + name.len()..).unwrap_or_default();
        first && rest.trim_start_matches(' ').starts_with('=')
    };
    let at = found.find(begins)?;
    let indent = name.len() - name.trim_start().len();
    Some(at + indent..at + name.len())
}
