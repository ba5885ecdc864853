//! A pack: what a desk knows. Files become an index at once and flows when
//! they are first opened; each has one constructor, which finds all faults.

mod circle;
mod closings;
mod facts;
mod files;
mod flow;
mod flow_file;
mod manifest;
mod target;
mod walkable;

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::rc::Rc;

pub use circle::circles;
pub use closings::{Closings, Reason};
pub use facts::{Account, Desk, Fact, Knowledge, Link, Source, THIS_DESK};
pub use files::Files;
pub use flow::{Answer, Flow, Kind, Lost, Node, Outcome};
pub use manifest::{About, Levels, Manifest, MenuEntry, Unknown};
pub use target::Target;
pub use walkable::circle_fault;

use flow_file::Unsound;

use crate::closure::Rules;
use crate::id::{FlowId, NodeId};
use crate::report::Diagnostic;
use crate::toml_file::FileShape;

/// What a desk knows: an index that is read at once, and flows that are read when opened.
#[derive(Debug)]
pub struct Pack {
    files: Rc<Files>,
    manifest: Manifest,
    known: Knowledge,
    closings: Option<Closings>,
    faults: Vec<Diagnostic>,
    flows: BTreeMap<FlowId, OnceCell<Result<Flow, Unsound>>>,
}

impl Pack {
    /// Reads the index of a pack.
    ///
    /// # Errors
    /// `data/pack.toml` cannot be used. Faults elsewhere do not close the desk; see [`Pack::faults`].
    pub fn open(files: Files) -> Result<Self, Vec<Diagnostic>> {
        let (manifest, faults) = Manifest::read(&files);
        if faults.is_empty() {
            Ok(Self::with(manifest, files, Vec::new()))
        } else {
            Err(faults)
        }
    }

    /// Reads the index of a pack as far as it can be read, to be checked and not to be shown.
    pub fn draft_of(files: Files) -> Self {
        let (manifest, faults) = Manifest::read(&files);
        Self::with(manifest, files, faults)
    }

    fn with(manifest: Manifest, files: Files, mut faults: Vec<Diagnostic>) -> Self {
        let known = Knowledge::read(&files, &manifest, &mut faults);
        let closings = Closings::read(&files, &known, &mut faults);
        let names = files.stems(FLOWS, "toml");
        let flows = names
            .map(|name| (FlowId::new(name), OnceCell::new()))
            .collect();
        Self {
            manifest,
            known,
            closings,
            faults,
            flows,
            files: Rc::new(files),
        }
    }

    /// The files it was read from.
    pub fn files(&self) -> &Files {
        &self.files
    }

    /// The same, to be held on to.
    pub fn files_handle(&self) -> Rc<Files> {
        Rc::clone(&self.files)
    }

    /// Its name, languages, menu, and what it says it does not know.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// Figures, sources, links, accounts and desks.
    pub fn known(&self) -> &Knowledge {
        &self.known
    }

    /// When accounts close; none where `data/closings.toml` has no sound law of academic years.
    pub fn closings(&self) -> Option<&Closings> {
        self.closings.as_ref()
    }

    /// The accounts that some rule says the closing of, in their order.
    pub fn closing_accounts(&self) -> impl Iterator<Item = &Account> {
        let rules = self.closings.as_ref().map(|closings| &closings.rules);
        let ruled = move |account: &&Account| {
            let mut rules = rules.into_iter().flat_map(Rules::iter);
            rules.any(|rule| rule.parts().account == account.id)
        };
        self.known.accounts.iter().filter(ruled)
    }

    /// What is wrong with the files that all flows share.
    pub fn faults(&self) -> &[Diagnostic] {
        &self.faults
    }

    /// The names of all flows.
    pub fn flow_ids(&self) -> impl Iterator<Item = &FlowId> {
        self.flows.keys()
    }

    /// A flow, read now if it was not read before.
    ///
    /// # Errors
    /// All that is wrong with its file; empty where the pack has no such flow.
    pub fn flow(&self, id: &FlowId) -> Result<&Flow, &[Diagnostic]> {
        match self.read(id) {
            Some(read) => read.as_ref().map_err(|unsound| unsound.faults.as_slice()),
            None => Err(&[]),
        }
    }

    /// A flow as far as it can be read, sound or not: for checks that look across flows.
    pub fn draft(&self, id: &FlowId) -> Option<&Flow> {
        match self.read(id)? {
            Ok(flow) => Some(flow),
            Err(unsound) => Some(&unsound.draft),
        }
    }

    fn read(&self, id: &FlowId) -> Option<&Result<Flow, Unsound>> {
        let cell = self.flows.get(id)?;
        Some(cell.get_or_init(|| self.read_flow(id)))
    }

    fn read_flow(&self, id: &FlowId) -> Result<Flow, Unsound> {
        let path = flow_path(id);
        let text = self.files.read(&path).map_err(|fault| Unsound {
            faults: vec![*fault],
            draft: Box::new(Flow::new(
                id.clone(),
                NodeId::new(""),
                Vec::new(),
                Vec::new(),
            )),
        })?;
        flow_file::read(id, &path, text, &self.known, &self.files)
    }

    /// The flow and node that a target means, seen from a flow.
    pub fn resolve(&self, from: &FlowId, target: &Target) -> Option<(FlowId, NodeId)> {
        match target {
            Target::Here(node) => Some((from.clone(), node.clone())),
            Target::There(flow, node) => Some((flow.clone(), node.clone())),
            Target::Start(flow) => {
                let start = self.flow(flow).ok()?.start().clone();
                Some((flow.clone(), start))
            }
        }
    }

    /// The node of a flow, if both are sound.
    pub fn node(&self, flow: &FlowId, node: &NodeId) -> Option<&Node> {
        self.flow(flow).ok()?.node(node)
    }
}

/// The shape of every kind of file of a pack's `data`, as their readers have it.
pub(crate) fn shapes() -> Vec<FileShape> {
    let mut shapes = vec![manifest::shape(), closings::shape(), flow_file::shape()];
    shapes.extend(facts::shapes());
    shapes
}

const FLOWS: &str = "data/flows";

/// Where a flow's file stands.
pub fn flow_path(id: &FlowId) -> String {
    format!("{FLOWS}/{id}.toml")
}

/// Where one of the shared files stands.
fn data_path(name: &str) -> String {
    format!("data/{name}.toml")
}
