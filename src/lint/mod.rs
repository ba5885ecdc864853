//! The checks beyond construction: a whole pack is read, and all that is wrong
//! with it comes out in one go. Pure: which day it is, is an argument.

pub mod chart;
mod coverage;
pub mod explain;
mod graph;
mod knowledge;
mod messages;
mod overflow;
mod pack_words;
mod plural;
mod required_messages;
mod scenario;
mod scenarios;
pub mod schema;
mod since;
mod structure;
mod words_file;
mod words_parser;

use std::collections::BTreeSet;
use std::rc::Rc;

pub use coverage::Coverage;
pub use graph::Graph;

use pack_words::PackWords;

use crate::diagnostic::{Code, Diagnostic, Level};
use crate::i18n::Moment;
use crate::pack::{Flow, Pack};

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
        let faults = self.faults.iter();
        faults.filter(|fault| fault.level == level).count()
    }
}

/// Checks everything, as on the day of `now`.
pub fn check(pack: &Rc<Pack>, now: Moment) -> Findings {
    let mut faults = readable(pack);
    let words = PackWords::parse(pack, &mut faults);
    let graph = Graph::of(pack);
    faults.extend(structure::check(pack, &graph));
    faults.extend(since::check(pack, &graph));
    messages::check(pack, &words, &mut faults);
    faults.extend(pack_words::check_program(pack, &words));
    faults.extend(knowledge::check(pack, now.date_naive()));
    faults.extend(overflow::check(pack, &words));
    let visited = scenarios::check(pack, &mut faults);
    let coverage = coverage::check(pack, &graph, &visited, &mut faults);
    Findings {
        faults: weighed(pack, faults),
        coverage,
        flows: pack.flow_ids().count(),
    }
}

/// What is wrong with the files themselves: all that construction finds.
pub fn readable(pack: &Pack) -> Vec<Diagnostic> {
    let flows = pack.flow_ids().filter_map(|flow| pack.flow(flow).err());
    let faults = pack.faults().chain(flows.flatten()).cloned();
    faults.chain(pack.files().lost()).collect()
}

/// What keeps a pack from being shown in the place of one that was sound: faults of its files,
/// whatever the pack needs of them.
pub fn unfit(pack: &Pack) -> Vec<Diagnostic> {
    let mut faults = readable(pack);
    PackWords::parse(pack, &mut faults);
    faults.retain(|fault| fault.level == Level::Error);
    faults
}

/// Each fault once, with the weight that the pack gives it, in the order of files and lines.
fn weighed(pack: &Pack, mut faults: Vec<Diagnostic>) -> Vec<Diagnostic> {
    for fault in &mut faults {
        fault.level = pack.manifest().levels.of(fault.code);
    }
    let mut seen = BTreeSet::new();
    faults.retain(|fault| {
        // Of what cannot be read, only that is certain.
        let is_certain = fault.code == Code::Unreadable || !pack.files().is_lost(&fault.place.file);
        let (file, message) = (fault.place.file.clone(), fault.message.clone());
        fault.level != Level::Off && is_certain && seen.insert((file, message, start(fault)))
    });
    faults.sort_by_cached_key(|fault| (fault.place.file.clone(), start(fault), fault.code));
    faults
}

fn start(fault: &Diagnostic) -> usize {
    fault.place.span.as_ref().map_or(0, |span| span.start)
}

/// All flows, each as far as it can be read.
fn drafts(pack: &Pack) -> impl Iterator<Item = &Flow> {
    pack.flow_ids().filter_map(|id| pack.draft(id))
}
