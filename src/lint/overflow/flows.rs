//! Whether the screens of flows fit: their titles, and each of their nodes.

use chrono::TimeDelta;

use super::menus::title;
use super::{LongWord, SIZES, ScreenSize, SpokenLang, is_unfinished};
use crate::app::Model;
use crate::case::{NodeRef, choices};
use crate::diagnostic::{Code, Diagnostic};
use crate::i18n::{Lang, Moment, Text, date_line};
use crate::id::FlowId;
use crate::lint::pack_words::PackWords;
use crate::lint::words_file::WordsFile;
use crate::pack::{Flow, Kind, Node, Pack};
use crate::ui::Page;

pub(super) fn check(
    model: &mut Model,
    pack: &Pack,
    words: &PackWords<'_>,
    langs: &[SpokenLang],
) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    for id in pack.flow_ids() {
        let nodes = pack.flow(id).map(Flow::nodes).unwrap_or_default();
        for person in langs {
            let language = model.words().language(person.lang);
            let Some(file) = words.spoken(language, &format!("flows/{id}")) else {
                continue;
            };
            let place = file.place_of(("title", ""));
            faults.extend(title(
                model,
                &Text::Flow(id, "title".to_owned()),
                person.lang,
                place,
            ));
            for node in nodes {
                for visit in visits(pack, node, person.longest) {
                    let screen = NodeScreen {
                        flow: id,
                        node,
                        person,
                        file,
                        visit,
                    };
                    faults.extend(screen.check(model, langs));
                }
            }
        }
    }
    faults
}

/// When a case comes to a node, and what the clock shows then.
type Visit = (Moment, Moment);

/// A visit for every screen of a node; only a wait, which ends at `end`, is another screen at
/// another time.
fn visits(pack: &Pack, node: &Node, end: Moment) -> Vec<Visit> {
    let minutes = match &node.kind {
        Kind::Wait { minutes, .. } => pack.known().fact(minutes),
        _ => None,
    };
    let minutes = minutes.map(|minutes| TimeDelta::minutes(i64::from(minutes.value)));
    match minutes.and_then(|minutes| end.checked_sub_signed(minutes)) {
        Some(begin) => vec![(begin, begin), (begin, end)],
        None => vec![(end, end)],
    }
}

/// A screen of a node, for a person of some language.
struct NodeScreen<'a> {
    flow: &'a FlowId,
    node: &'a Node,
    person: &'a SpokenLang,
    /// What is said in the person's language.
    file: &'a WordsFile<'a>,
    visit: Visit,
}

impl NodeScreen<'_> {
    /// At every size, and beside every language of the desk.
    fn check(&self, model: &mut Model, langs: &[SpokenLang]) -> Vec<Diagnostic> {
        self.show(model, self.person.lang);
        // The page of a case is the same at every size; only its rows differ.
        let alone = ScreenSize::NARROW.page(model);
        if is_unfinished(&alone) {
            return Vec::new();
        }
        let mut faults = Vec::new();
        for size in SIZES {
            faults.extend(self.long_words(model, size, &alone));
            // Where it does not fit, the desk's words stand below the answers: what fits when the
            // desk speaks the person's language fits with any other. A test holds this to be so.
            let replies = self.replies_in_sight(size);
            if size.below_fold(&size.lay_tight(&alone), replies).is_some() {
                let mut desks = langs.iter().map(|desk| desk.lang);
                faults.extend(desks.find_map(|desk| self.below_fold(model, desk, size)));
            }
        }
        faults
    }

    fn show(&self, model: &mut Model, desk: Lang) {
        let (came, now) = self.visit;
        (model.desk.lang, model.now) = (desk, came);
        let (flow, node) = (self.flow.clone(), self.node.id.clone());
        model.stand_at(NodeRef { flow, node }, self.person.lang);
        model.now = now;
    }

    /// How many replies must be in sight. On a narrow screen the steps of an advice are read first:
    /// its replies are the same three everywhere, and may stand below them.
    fn replies_in_sight(&self, size: ScreenSize) -> usize {
        match self.node.kind {
            Kind::Advice { .. } if size == ScreenSize::NARROW => 0,
            _ => choices(&self.node.kind).len(),
        }
    }

    /// The first reply that is not in sight beside a language of the desk.
    fn below_fold(&self, model: &mut Model, desk: Lang, size: ScreenSize) -> Option<Diagnostic> {
        self.show(model, desk);
        let sheet = size.lay(&size.page(model));
        let line = size.below_fold(&sheet, self.replies_in_sight(size))? + 1;
        let with = match desk {
            desk if desk == self.person.lang => String::new(),
            desk => format!(" with a desk in `{}`", model.words().language(desk)),
        };
        let node = self.node.id.as_str();
        let (when, attribute) = match self.visit {
            (came, now) if came < now => (" once the wait is over", "over"),
            _ => ("", ""),
        };
        let here = size.told(model, self.person.lang);
        let message = format!("{here}{with}, line {line} of `{node}` is below the fold{when}");
        let place = self.file.place_of((node, attribute));
        let fault = Diagnostic::new(Code::BelowFold, place, message);
        let fault = fault.help("say it in fewer words: people choose from what they see");
        let longest = &self.person.longest;
        if self.visit.1 == *longest {
            return Some(fault);
        }
        let end = date_line(model.words().voice(self.person.lang), longest);
        Some(fault.help(format!(
            "a wait may end on another day: {{ $until }} can be as long as `{end}`"
        )))
    }

    /// Words that are longer than a row: of an answer, or of what is said.
    fn long_words(&self, model: &Model, size: ScreenSize, page: &Page) -> Vec<Diagnostic> {
        let here = size.told(model, self.person.lang);
        let node = self.node.id.as_str();
        let fault = |long: LongWord<'_>| {
            let answer = match &self.node.kind {
                Kind::Question(answers) => long.line.and_then(|line| answers.get(line)),
                _ => None,
            };
            let attribute = answer.map(|answer| format!("answer-{}", answer.id));
            let word = self.file.long_word(Some(node), long.word);
            let word = word.filter(|_| answer.is_none());
            let said = || self.file.place_of((node, &attribute.unwrap_or_default()));
            let place = word.unwrap_or_else(said);
            let part = answer.map_or("a sentence", |_| "an answer");
            long.fault(&here, &format!("{part} of `{node}`"), place)
        };
        size.long_words(page).into_iter().map(fault).collect()
    }
}
