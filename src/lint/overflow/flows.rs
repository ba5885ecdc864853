//! Whether the screens of flows fit: their titles, and each of their nodes.

use super::measure::{LongWord, SIZES, ScreenSize, is_unfinished};
use super::menus::title;
use super::moments::{SpokenLang, Visit, WaitState, visits};
use crate::app::Model;
use crate::case::{NodeRef, choices};
use crate::diagnostic::{Code, Diagnostic, FilePlace};
use crate::i18n::{Lang, Text, date_line, words_path};
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
            // Localizer that are not there yet are missing, and do not also fit badly.
            let path = words_path(model.words().language(person.lang), &format!("flows/{id}"));
            let Some(file) = words.get(&path).filter(|file| !file.text.is_empty()) else {
                continue;
            };
            let text = Text::Flow(id, "title".to_owned());
            faults.extend(title(
                model,
                &text,
                person.lang,
                file.place_of(("title", "")),
            ));
            for node in nodes {
                let place = NodeRef {
                    flow: id.clone(),
                    node: node.id.clone(),
                };
                for visit in visits(pack, node, person.longest) {
                    let screen = NodeScreen {
                        place: &place,
                        node,
                        person: person.lang,
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

/// A screen of a node, for a person of some language.
struct NodeScreen<'a> {
    place: &'a NodeRef,
    node: &'a Node,
    person: Lang,
    /// What is said in the person's language.
    file: &'a WordsFile<'a>,
    visit: Visit,
}

impl NodeScreen<'_> {
    /// At every size, and beside every language of the desk.
    fn check(&self, model: &mut Model, langs: &[SpokenLang]) -> Vec<Diagnostic> {
        self.show(model, self.person);
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
        model.desk.lang = desk;
        model.now = self.visit.came;
        model.stand_at(self.place.clone(), self.person);
        model.now = self.visit.now;
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
            desk if desk == self.person => String::new(),
            desk => format!(" with a desk in `{}`", model.words().language(desk)),
        };
        let (when, attribute) = match self.visit.state {
            WaitState::Over => (" once the wait is over", "over"),
            WaitState::None | WaitState::Lasting => ("", ""),
        };
        let (here, node) = (size.told(model, self.person), self.node.id.as_str());
        let message = format!("{here}{with}, line {line} of `{node}` is below the fold{when}");
        let fault = Diagnostic::new(
            Code::BelowFold,
            self.file.place_of((node, attribute)),
            message,
        )
        .help("say it in fewer words: people choose from what they see");
        Some(match self.visit.state {
            WaitState::Lasting => fault.help(self.longest_end(model)),
            WaitState::None | WaitState::Over => fault,
        })
    }

    fn longest_end(&self, model: &Model) -> String {
        let end = date_line(model.words().voice(self.person), &self.visit.end);
        format!("a wait may end on another day: {{ $until }} can be as long as `{end}`")
    }

    /// Localizer that are longer than a row: of an answer, or of what is said.
    fn long_words(&self, model: &Model, size: ScreenSize, page: &Page) -> Vec<Diagnostic> {
        let here = size.told(model, self.person);
        let node = self.node.id.as_str();
        let fault = |long: LongWord<'_>| {
            let (part, place) = match self.answer(&long) {
                Some(attribute) => ("an answer", self.file.place_of((node, &attribute))),
                None => ("a sentence", self.place_of_word(long.word)),
            };
            long.fault(&here, &format!("{part} of `{node}`"), place)
        };
        size.long_words(page).into_iter().map(fault).collect()
    }

    /// Where a word is said, or else the sentence of the node.
    fn place_of_word(&self, word: &str) -> FilePlace {
        let node = self.node.id.as_str();
        let word = self.file.long_word(Some(node), word);
        word.unwrap_or_else(|| self.file.place_of((node, "")))
    }

    /// The attribute of the answer that a word is in.
    fn answer(&self, long: &LongWord<'_>) -> Option<String> {
        match &self.node.kind {
            Kind::Question(answers) => Some(format!("answer-{}", answers.get(long.line?)?.id)),
            _ => None,
        }
    }
}
