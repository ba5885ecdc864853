//! Whether every screen of every flow fits, in every language, and in each pair
//! of the desk's language and the person's. Laid out, never drawn.

use std::rc::Rc;

use super::fits::{Cut, NARROW, SIZES, Size, Words, below_fold, cut, here, is_unfinished};
use super::look::{Look, Shows, Spoken, looks, some_moment};
use super::scenario::offered;
use super::screens;
use crate::app::{DeskSettings, Model};
use crate::case::NodeRef;
use crate::diagnostic::{Code, Diagnostic};
use crate::i18n::{Lang, Text, date_line};
use crate::id::FlowId;
use crate::pack::{Flow, Kind, Node, Pack};
use crate::ui::{Page, body_size, lay, lay_tight, page};

/// How many flows share a model, which keeps all words that it says: those of a thousand flows
/// would scatter over more memory than a processor has at hand.
const TOGETHER: usize = 16;

pub(super) fn check(pack: &Rc<Pack>, faults: &mut Vec<Diagnostic>) {
    let fresh = || Model::over(Rc::clone(pack), DeskSettings::default(), some_moment());
    let mut model = fresh();
    let words = model.words();
    let spoken = |lang| Spoken::new(lang, words.voice(lang));
    let langs: Vec<Spoken> = words.langs().map(spoken).collect();
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
    langs: &[Spoken],
    faults: &mut Vec<Diagnostic>,
) {
    // Words that are not there yet are missing, and do not also fit badly.
    let said = |spoken: &&Spoken| words_of(model, id, spoken.lang).are_there();
    let said: Vec<&Spoken> = langs.iter().filter(said).collect();
    for spoken in &said {
        faults.extend(title(model, id, spoken.lang));
    }
    for node in flow.map(Flow::nodes).unwrap_or_default() {
        let place = NodeRef {
            flow: id.clone(),
            node: node.id.clone(),
        };
        for person in &said {
            for look in looks(model.pack(), node, person.longest) {
                let screen = Screen {
                    place: &place,
                    node,
                    person: person.lang,
                    look,
                };
                screen.check(model, langs, faults);
            }
        }
    }
}

/// A screen of a node, for a person of some language.
struct Screen<'a> {
    place: &'a NodeRef,
    node: &'a Node,
    person: Lang,
    look: Look,
}

impl Screen<'_> {
    /// At every size, and beside every language of the desk.
    fn check(&self, model: &mut Model, langs: &[Spoken], faults: &mut Vec<Diagnostic>) {
        self.show(model, self.person);
        // The page of a case is the same at every size; only its rows differ.
        let (width, height) = body_size(NARROW.0, NARROW.1);
        let alone = page(&model.derive(), width, height);
        if is_unfinished(&alone) {
            return;
        }
        for size in SIZES {
            let (width, height) = body_size(size.0, size.1);
            let sheet = lay_tight(&alone, width);
            faults.extend(self.cut_words(model, size, &alone));
            // Where it does not fit, the desk's words stand below the answers: what fits when the
            // desk speaks the person's language fits with any other. A test holds this to be so.
            let replies = self.replies_in_sight(size);
            if below_fold(&sheet, replies, height).is_none() {
                continue;
            }
            for desk in langs {
                self.show(model, desk.lang);
                let both = page(&model.derive(), width, height);
                if let Some(line) = below_fold(&lay(&both, width, height), replies, height) {
                    faults.push(self.fold(model, desk.lang, size, line));
                    break;
                }
            }
            self.show(model, self.person);
        }
    }

    fn show(&self, model: &mut Model, desk: Lang) {
        model.desk.lang = desk;
        model.now = self.look.came;
        model.stand_at(self.place.clone(), self.person);
        model.now = self.look.seen;
    }

    /// How many replies must be in sight. On a narrow screen the steps of an advice are read first:
    /// its replies are the same three everywhere, and may stand below them.
    fn replies_in_sight(&self, size: Size) -> usize {
        match self.node.kind {
            Kind::Advice { .. } if size == NARROW => 0,
            _ => offered(&self.node.kind).len(),
        }
    }

    fn fold(&self, model: &Model, desk: Lang, (width, height): Size, line: usize) -> Diagnostic {
        let words = model.words();
        let both = if self.person == desk {
            format!("in `{}`", words.language(self.person))
        } else {
            let (person, desk) = (words.language(self.person), words.language(desk));
            format!("in `{person}` with a desk in `{desk}`")
        };
        let (node, line) = (&self.place.node, line + 1);
        let (when, attribute) = match self.look.shows {
            Shows::Over => (" once the wait is over", "over"),
            Shows::Itself | Shows::Lasting => ("", ""),
        };
        let message = format!(
            "at {width} × {height}, {both}, line {line} of `{node}` is below the fold{when}"
        );
        let place = words_of(model, &self.place.flow, self.person).place(node.as_str(), attribute);
        let fault = Diagnostic::new(Code::BelowFold, place, message)
            .help("say it in fewer words: people choose from what they see");
        match self.look.shows {
            Shows::Lasting => fault.help(self.longest_end(model)),
            Shows::Itself | Shows::Over => fault,
        }
    }

    fn longest_end(&self, model: &Model) -> String {
        let end = date_line(model.words().voice(self.person), &self.look.end);
        format!("a wait may end on another day: {{ $until }} can be as long as `{end}`")
    }

    /// Words that are longer than a row: of an answer, or of what is said.
    fn cut_words(&self, model: &Model, size: Size, page: &Page) -> Vec<Diagnostic> {
        let here = here(model, self.person, size);
        let words = words_of(model, &self.place.flow, self.person);
        let node = &self.node.id;
        let fault = |cut: Cut<'_>| {
            let answer = match &self.node.kind {
                Kind::Question(answers) => cut.line.and_then(|line| answers.get(line)),
                _ => None,
            };
            let (part, at) = match answer {
                Some(answer) => {
                    let attribute = format!("answer-{}", answer.id);
                    ("an answer", words.place(node.as_str(), &attribute))
                }
                None => ("a sentence", words.place_of_word(cut.word)),
            };
            cut.fault(&here, &format!("{part} of `{node}`"), at)
        };
        let columns = body_size(size.0, size.1).0;
        cut(page, columns).into_iter().map(fault).collect()
    }
}

/// A flow's title that does not fit the menu.
fn title(model: &Model, flow: &FlowId, lang: Lang) -> Option<Diagnostic> {
    let place = words_of(model, flow, lang).place("title", "");
    screens::title(model, &Text::Flow(flow, "title".to_owned()), lang, place)
}

fn words_of<'m>(model: &'m Model, flow: &FlowId, lang: Lang) -> Words<'m> {
    Words::of(model, lang, &format!("flows/{flow}"))
}
