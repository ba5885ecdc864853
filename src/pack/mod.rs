//! A pack: what a desk knows. Its manifest is read at once, what its flows share
//! and the flows themselves when they are first asked for; each has one
//! constructor, which finds all faults.

mod accounts;
mod circle;
mod closing_names;
mod closing_rules;
mod closings;
mod desks;
mod facts;
mod files;
mod flow;
mod flow_file;
mod knowledge;
mod links;
mod list;
mod manifest;
mod shared;
mod shelf;
mod sources;
mod target;
mod walkable;

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::rc::Rc;

pub use accounts::Account;
pub use circle::circles;
pub use closing_names::{ClosingNames, Reason};
pub use closings::Closings;
pub use desks::Desk;
pub use facts::Fact;
pub use files::{Files, shipped_text};
pub use flow::{Answer, Flow, Kind, Lost, Node, Outcome};
pub use knowledge::Knowledge;
pub use links::Link;
pub use manifest::{About, Levels, Manifest, MenuEntry, Unknown};
pub use shared::Shared;
pub use shelf::Shelf;
pub use sources::{STALE_AFTER_DAYS, Source, THIS_DESK};
pub use target::Target;
pub use walkable::circle_fault;

use flow_file::Unsound;
use schemars::Schema;

use crate::closure::Rules;
use crate::diagnostic::Diagnostic;
use crate::id::{FlowId, NodeId};
use crate::toml_file::schema_of;

/// What a desk knows: a manifest that is read at once, and the rest when it is asked for.
#[derive(Debug)]
pub struct Pack {
    shared: Rc<Shared>,
    /// All flows by name, listed when one is first asked for.
    flows: OnceCell<BTreeMap<FlowId, OnceCell<Result<Flow, Unsound>>>>,
}

impl Pack {
    /// Reads the manifest of a pack.
    ///
    /// # Errors
    /// `data/pack.toml` cannot be used. Faults elsewhere do not close the desk; see [`Shared::faults`].
    pub fn open(files: Files) -> Result<Self, Vec<Diagnostic>> {
        let pack = Self::draft_of(files);
        match pack.shared.manifest_faults() {
            [] => Ok(pack),
            faults => Err(faults.to_vec()),
        }
    }

    /// Reads the manifest of a pack as far as it can be read, to be checked and not to be shown.
    pub fn draft_of(files: Files) -> Self {
        Self {
            shared: Rc::new(Shared::of(files)),
            flows: OnceCell::new(),
        }
    }

    /// What all its flows share.
    pub fn shared(&self) -> &Rc<Shared> {
        &self.shared
    }

    /// The files it was read from.
    pub fn files(&self) -> &Files {
        self.shared.files()
    }

    /// Its name, languages, menu, and what it says it does not know.
    pub fn manifest(&self) -> &Manifest {
        self.shared.manifest()
    }

    /// Figures, sources, links, accounts and desks.
    pub fn known(&self) -> &Knowledge {
        self.shared.known()
    }

    /// When accounts close; none where `data/closings.toml` has no sound law of academic years.
    pub fn closings(&self) -> Option<&Closings> {
        self.shared.closings()
    }

    /// What `data/closings.toml` names, sound or not: for checks.
    pub fn closing_names(&self) -> &ClosingNames {
        self.shared.closing_names()
    }

    /// The accounts that some rule says the closing of, in their order.
    pub fn closing_accounts(&self) -> impl Iterator<Item = &Account> {
        let rules = self.closings().map(|closings| &closings.rules);
        let ruled = move |account: &&Account| {
            let mut rules = rules.into_iter().flat_map(Rules::iter);
            rules.any(|rule| rule.parts().account == account.id)
        };
        self.known().accounts.iter().filter(ruled)
    }

    /// What is wrong with the files that all flows share.
    pub fn faults(&self) -> impl Iterator<Item = &Diagnostic> {
        self.shared.faults()
    }

    /// The names of all flows.
    pub fn flow_ids(&self) -> impl Iterator<Item = &FlowId> {
        self.flows().keys()
    }

    fn flows(&self) -> &BTreeMap<FlowId, OnceCell<Result<Flow, Unsound>>> {
        self.flows.get_or_init(|| {
            let names = self.files().stems(FLOWS, "toml");
            names
                .map(|name| (FlowId::new(name), OnceCell::new()))
                .collect()
        })
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
        let cell = self.flows().get(id)?;
        Some(cell.get_or_init(|| self.read_flow(id)))
    }

    fn read_flow(&self, id: &FlowId) -> Result<Flow, Unsound> {
        let path = flow_path(id);
        let text = self.files().read(&path).map_err(|fault| Unsound {
            faults: vec![*fault],
            draft: Box::new(Flow::new(id.clone(), NodeId::new(""), Vec::new())),
        })?;
        flow_file::read(id, &path, text, self.known(), self.files())
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
        ("accounts", schema_of::<accounts::AccountsFile>()),
        ("closings", schema_of::<closings::ClosingsFile>()),
        ("desks", schema_of::<desks::DesksFile>()),
        ("facts", schema_of::<facts::FactsFile>()),
        ("flow", schema_of::<flow_file::FlowFile>()),
        ("links", schema_of::<links::LinksFile>()),
        ("pack", schema_of::<manifest::ManifestFile>()),
        ("sources", schema_of::<sources::SourcesFile>()),
    ]
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
