//! A pack: what a desk knows. It is read whole, and each of its parts has one constructor, which
//! finds all faults.

mod circles;
mod closing_names;
mod closing_rules;
mod closings;
mod files;
mod flow;
mod flow_file;
mod knowledge;
mod lists;
mod manifest;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use circles::{circle_fault, circles};
pub use closing_names::{ClosingNames, Reason};
pub use closings::Closings;
pub use files::{Files, flow_path, shipped_text};
pub use flow::{Answer, Flow, Kind, Lost, Node, Outcome, Target};
pub use knowledge::{Knowledge, STALE_AFTER_DAYS, THIS_DESK};
pub use lists::{Account, Desk, Fact, Link, Source};
pub use manifest::{About, Levels, Manifest, MenuEntry, Unknown};

use files::FLOWS;
use schemars::Schema;

use crate::closure::Rules;
use crate::diagnostic::Diagnostic;
use crate::id::{FlowId, NodeId};
use crate::toml_file::schema_of;

/// What a desk knows.
#[derive(Debug)]
pub struct Pack {
    files: Arc<Files>,
    manifest: Manifest,
    known: Knowledge,
    closings: Option<Closings>,
    closing_names: ClosingNames,
    /// Each flow as far as it can be read, with all that is wrong with it.
    flows: BTreeMap<FlowId, (Flow, Vec<Diagnostic>)>,
    faults: Vec<Diagnostic>,
}

impl Pack {
    /// Reads a pack.
    ///
    /// # Errors
    /// `data/pack.toml` cannot be used. Faults elsewhere do not close the desk; see [`Pack::faults`].
    pub fn open(files: impl Into<Arc<Files>>) -> Result<Self, Vec<Diagnostic>> {
        let files = files.into();
        match Manifest::read(&files) {
            (manifest, faults) if faults.is_empty() => Ok(Self::read(files, manifest, faults)),
            (_, faults) => Err(faults),
        }
    }

    /// Reads a pack as far as it can be read, to be checked and not to be shown.
    pub fn draft_of(files: impl Into<Arc<Files>>) -> Self {
        let files = files.into();
        let (manifest, faults) = Manifest::read(&files);
        Self::read(files, manifest, faults)
    }

    /// Each file is read after those that it leans on.
    fn read(files: Arc<Files>, manifest: Manifest, mut faults: Vec<Diagnostic>) -> Self {
        let known = Knowledge::read(&files, &manifest, &mut faults);
        let (closings, closing_names) = Closings::read(&files, &known, &mut faults);
        let names = files.stems(FLOWS, "toml").map(FlowId::new);
        let flows = names.map(|id| (id.clone(), flow_file::read(&id, &known, &files)));
        Self {
            flows: flows.collect(),
            files,
            manifest,
            known,
            closings,
            closing_names,
            faults,
        }
    }

    /// The files it was read from.
    pub fn files(&self) -> &Arc<Files> {
        &self.files
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

    /// What `data/closings.toml` names, sound or not: for checks.
    pub fn closing_names(&self) -> &ClosingNames {
        &self.closing_names
    }

    /// The accounts that some rule says the closing of, in their order.
    pub fn closing_accounts(&self) -> impl Iterator<Item = &Account> {
        let rules = self.closings().map(|closings| &closings.rules);
        let ruled = move |account: &&Account| {
            let mut rules = rules.into_iter().flat_map(Rules::iter);
            rules.any(|rule| account.id == rule.parts().account)
        };
        self.known().accounts.iter().filter(ruled)
    }

    /// What is wrong with the files that all flows share.
    pub fn faults(&self) -> impl Iterator<Item = &Diagnostic> {
        self.faults.iter()
    }

    /// The names of all flows.
    pub fn flow_ids(&self) -> impl Iterator<Item = &FlowId> {
        self.flows.keys()
    }

    /// A sound flow.
    ///
    /// # Errors
    /// All that is wrong with its file; empty where the pack has no such flow.
    pub fn flow(&self, id: &FlowId) -> Result<&Flow, &[Diagnostic]> {
        match self.flows.get(id) {
            Some((flow, faults)) if faults.is_empty() => Ok(flow),
            read => Err(read.map_or(&[], |(_, faults)| faults)),
        }
    }

    /// A flow as far as it can be read, sound or not: for checks that look across flows.
    pub fn draft(&self, id: &FlowId) -> Option<&Flow> {
        self.flows.get(id).map(|(flow, _)| flow)
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

/// The schema of every kind of file of a pack's `data`, with the name of the kind.
pub(crate) fn schemas() -> Vec<(&'static str, Schema)> {
    vec![
        ("accounts", schema_of::<lists::AccountsFile>()),
        ("closings", schema_of::<closings::ClosingsFile>()),
        ("desks", schema_of::<lists::DesksFile>()),
        ("facts", schema_of::<lists::FactsFile>()),
        ("flow", schema_of::<flow_file::FlowFile>()),
        ("links", schema_of::<lists::LinksFile>()),
        ("pack", schema_of::<manifest::ManifestFile>()),
        ("sources", schema_of::<lists::SourcesFile>()),
    ]
}
