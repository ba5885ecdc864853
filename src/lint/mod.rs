//! The checks beyond construction: a whole pack is read, and all that is wrong
//! with it comes out in one go. Pure: which day it is, is an argument.

pub mod chart;
mod closing_scenarios;
mod coverage;
pub mod explain;
mod facts;
mod graph;
mod known_entries;
mod messages;
mod overflow;
mod pack_words;
mod plural;
mod program_words;
mod required_messages;
mod scenario;
mod scenarios;
pub mod schema;
mod since;
mod sources;
mod structure;
mod typed_figures;
mod variables;
mod visited;
mod words_file;
mod words_parser;

use std::collections::BTreeSet;
use std::rc::Rc;

pub use coverage::Coverage;
pub use graph::{Edge, Graph, Vertex};

use pack_words::PackWords;
use plural::Forms;
use required_messages::Requirements;

use crate::diagnostic::{Code, Diagnostic, Level};
use crate::i18n::Moment;
use crate::pack::{Files, Pack};

/// What a check found.
#[derive(Debug)]
pub struct Findings {
    /// Everything that is wrong, file by file, in the order of the lines.
    pub faults: Vec<Diagnostic>,
    /// What the scenarios have visited.
    pub coverage: Coverage,
    /// How many flows there are.
    pub flows: usize,
}

impl Findings {
    /// How many of a level there are.
    pub fn count(&self, level: Level) -> usize {
        let same = self.faults.iter().filter(|fault| fault.level == level);
        same.count()
    }
}

/// Checks everything, as on the day of `now`.
pub fn check(pack: &Rc<Pack>, now: Moment) -> Findings {
    let graph = Graph::of(pack);
    let mut faults = readable(pack);
    let words = PackWords::parse(pack, &mut faults);
    let required: Vec<Requirements<'_>> = Requirements::all(pack).collect();
    faults.extend(structure::check(pack, &graph));
    faults.extend(since::check(pack, &graph));
    faults.extend(messages::check(pack, &words, &required));
    faults.extend(variables::check(pack, &words, &required));
    faults.extend(program_words::check(pack, &words));
    faults.extend(facts::check(pack));
    faults.extend(sources::check(pack, now.date_naive()));
    faults.extend(overflow::check(pack, &words));
    let visited = scenarios::check(pack, &mut faults);
    let coverage = coverage::check(pack, &graph, &visited, &mut faults);
    Findings {
        faults: weighed(pack, faults),
        coverage,
        flows: pack.flow_ids().count(),
    }
}

/// What is wrong with a file of words by itself, whatever the pack needs of it.
pub fn words_alone(path: &str, bytes: &[u8]) -> Vec<Diagnostic> {
    let mut files = Files::default();
    files.insert(path.to_owned(), bytes.to_vec());
    let language = path.split('/').nth(1).and_then(|name| name.parse().ok());
    let mut faults = Vec::new();
    match files.read(path) {
        Ok(text) => {
            let forms = Forms::of(&language.unwrap_or_default());
            words_parser::parse_words(path, text, &forms, &mut faults);
        }
        Err(fault) => faults.push(*fault),
    }
    faults
}

/// What is wrong with the files themselves: all that construction finds.
pub fn readable(pack: &Pack) -> Vec<Diagnostic> {
    let flows = pack.flow_ids().filter_map(|flow| pack.flow(flow).err());
    let lost = pack.files().lost();
    pack.faults()
        .chain(flows.flatten())
        .cloned()
        .chain(lost)
        .collect()
}

/// What keeps a pack from being shown in the place of one that was sound: faults of its files.
pub fn unfit(pack: &Pack) -> Vec<Diagnostic> {
    let words = pack
        .files()
        .iter()
        .filter(|(path, _)| path.ends_with(".ftl"));
    let words = words.flat_map(|(path, bytes)| words_alone(path, bytes));
    let faults = readable(pack).into_iter().chain(words);
    faults.filter(|fault| fault.level == Level::Error).collect()
}

/// Each fault once, with the weight that the pack gives it, in the order of files and lines.
fn weighed(pack: &Pack, faults: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let levels = &pack.manifest().levels;
    let mut seen = BTreeSet::new();
    let mut faults: Vec<Diagnostic> = faults
        .into_iter()
        .map(|fault| Diagnostic {
            level: levels.of(fault.code),
            ..fault
        })
        .filter(|fault| fault.level != Level::Off)
        // Of what cannot be read, only that is certain.
        .filter(|fault| fault.code == Code::Unreadable || !pack.files().is_lost(&fault.place.file))
        .filter(|fault| {
            seen.insert((
                fault.place.file.clone(),
                fault.message.clone(),
                start(fault),
            ))
        })
        .collect();
    faults.sort_by_cached_key(|fault| (fault.place.file.clone(), start(fault), fault.code));
    faults
}

fn start(fault: &Diagnostic) -> usize {
    fault.place.span.as_ref().map_or(0, |span| span.start)
}
