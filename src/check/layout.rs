//! Whether every screen of every flow fits, in every language, and in each pair
//! of the desk's language and the person's. Laid out, never drawn.

use std::rc::Rc;

use super::fits::{Cut, NARROW, SIZES, Size, Words, below_fold, cut, here};
use super::scenario::offered;
use super::screens;
use crate::app::{DeskSettings, Model};
use crate::case::Place as NodePlace;
use crate::id::FlowId;
use crate::locale::{Lang, Moment, Text};
use crate::pack::{Flow, Kind, Node, Pack};
use crate::report::{Code, Diagnostic};
use crate::ui::{Page, body_size, lay, lay_tight, page};

/// How many flows share a model, which keeps all words that it says: those of a thousand flows
/// would scatter over more memory than a processor has at hand.
const TOGETHER: usize = 16;

pub(super) fn check(pack: &Rc<Pack>, now: Moment, faults: &mut Vec<Diagnostic>) {
    let fresh = || Model::over(Rc::clone(pack), DeskSettings::default(), now);
    let mut model = fresh();
    let langs: Vec<Lang> = model.words().langs().collect();
    screens::check(&mut model, &langs, faults);
    for (at, id) in pack.flow_ids().enumerate() {
        if at % TOGETHER == 0 {
            model = fresh();
        }
        flow_screens(&mut model, id, pack.flow(id).ok(), &langs, faults);
    }
}

/// Its title, and its nodes where they can be walked.
fn flow_screens(
    model: &mut Model,
    id: &FlowId,
    flow: Option<&Flow>,
    langs: &[Lang],
    faults: &mut Vec<Diagnostic>,
) {
    // Words that are not there yet are missing, and do not also fit badly.
    let said = |lang: &&Lang| words_of(model, id, **lang).are_there();
    let said: Vec<Lang> = langs.iter().filter(said).copied().collect();
    for lang in &said {
        faults.extend(title(model, id, *lang));
    }
    for node in flow.map(Flow::nodes).unwrap_or_default() {
        let place = NodePlace {
            flow: id.clone(),
            node: node.id.clone(),
        };
        for lang in &said {
            node_screens(model, &place, node, *lang, langs, faults);
        }
    }
}

/// One node, in one language of the person and every language of the desk.
fn node_screens(
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
        faults.extend(cut_words(model, place, node, person, size, &alone));
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
                faults.push(fold(model, place, (person, *desk), size, line));
                break;
            }
        }
        model.desk.lang = person;
        model.stand_at(place.clone(), person);
    }
}

/// How many replies must be in sight. On a narrow screen the steps of an advice are read first:
/// its replies are the same three everywhere, and may stand below them.
fn replies_in_sight(node: &Node, size: Size) -> usize {
    match node.kind {
        Kind::Advice { .. } if size == NARROW => 0,
        _ => offered(&node.kind).len(),
    }
}

fn fold(
    model: &Model,
    place: &NodePlace,
    (person, desk): (Lang, Lang),
    (width, height): Size,
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
        place.node
    );
    let place = words_of(model, &place.flow, person).place(place.node.as_str(), "");
    Diagnostic::new(Code::BelowFold, place, message)
        .help("say it in fewer words: people choose from what they see")
}

/// Words that are longer than a row: of an answer, or of what is said.
fn cut_words(
    model: &Model,
    place: &NodePlace,
    node: &Node,
    person: Lang,
    size: Size,
    page: &Page,
) -> Vec<Diagnostic> {
    let here = here(model, person, size);
    let words = words_of(model, &place.flow, person);
    let fault = |cut: Cut<'_>| {
        let answer = match &node.kind {
            Kind::Question(answers) => cut.line.and_then(|line| answers.get(line)),
            _ => None,
        };
        let (part, at) = match answer {
            Some(answer) => {
                let attribute = format!("answer-{}", answer.id);
                ("an answer", words.place(node.id.as_str(), &attribute))
            }
            None => ("a sentence", words.place_of_word(cut.word)),
        };
        cut.fault(&here, &format!("{part} of `{}`", node.id), at)
    };
    let columns = body_size(size.0, size.1).0;
    cut(page, columns).into_iter().map(fault).collect()
}

/// A flow's title that does not fit the menu.
fn title(model: &Model, flow: &FlowId, lang: Lang) -> Option<Diagnostic> {
    let place = words_of(model, flow, lang).place("title", "");
    screens::title(model, &Text::Flow(flow, "title".to_owned()), lang, place)
}

fn words_of<'m>(model: &'m Model, flow: &FlowId, lang: Lang) -> Words<'m> {
    Words::of(model, lang, &format!("flows/{flow}"))
}
