//! What all flows of a pack share: its manifest, what it knows, and when
//! accounts close. Each is read when it is first asked for, since a first
//! screen needs little of it.

use std::cell::OnceCell;
use std::rc::Rc;

use super::sources::Sources;
use super::{ClosingNames, Closings, Files, Knowledge, Manifest, Source};
use crate::diagnostic::Diagnostic;

/// The files that all flows share, as far as they have been read.
#[derive(Debug)]
pub struct Shared {
    files: Rc<Files>,
    manifest: Manifest,
    manifest_faults: Vec<Diagnostic>,
    sources: OnceCell<Found<Rc<Sources>>>,
    known: OnceCell<Found<Knowledge>>,
    closings: OnceCell<Found<(Option<Closings>, ClosingNames)>>,
}

/// What a reader made of its files, and what was wrong with them.
#[derive(Debug)]
struct Found<T> {
    it: T,
    faults: Vec<Diagnostic>,
}

impl<T> Found<T> {
    fn by(read: impl FnOnce(&mut Vec<Diagnostic>) -> T) -> Self {
        let mut faults = Vec::new();
        let it = read(&mut faults);
        Self { it, faults }
    }
}

impl Shared {
    /// Reads the manifest, and nothing else yet.
    pub(super) fn of(files: Files) -> Self {
        let (manifest, manifest_faults) = Manifest::read(&files);
        Self {
            files: Rc::new(files),
            manifest,
            manifest_faults,
            sources: OnceCell::new(),
            known: OnceCell::new(),
            closings: OnceCell::new(),
        }
    }

    /// The files themselves.
    pub fn files(&self) -> &Rc<Files> {
        &self.files
    }

    /// Name, languages, menu, and what the pack says it does not know.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// What keeps the manifest from being used.
    pub(super) fn manifest_faults(&self) -> &[Diagnostic] {
        &self.manifest_faults
    }

    /// Where facts come from, in the order of the file.
    pub fn sources(&self) -> &[Source] {
        self.sources_read().it.as_slice()
    }

    /// Figures, sources, links, accounts and desks.
    pub fn known(&self) -> &Knowledge {
        &self.known_read().it
    }

    /// When accounts close; none where `data/closings.toml` has no sound law of academic years.
    pub fn closings(&self) -> Option<&Closings> {
        self.closings_read().it.0.as_ref()
    }

    /// What `data/closings.toml` names, sound or not: for checks.
    pub fn closing_names(&self) -> &ClosingNames {
        &self.closings_read().it.1
    }

    /// What is wrong with these files; all of them are read for it.
    pub fn faults(&self) -> impl Iterator<Item = &Diagnostic> {
        // The last in a chain: each is read after what it leans on.
        self.closings_read();
        self.faults_so_far()
    }

    /// Whether their faults are known: they have all been read, or are the shipped ones.
    pub fn faults_known(&self) -> bool {
        self.files.is_shipped() || self.closings.get().is_some()
    }

    /// What is wrong with those that have been read.
    pub fn faults_so_far(&self) -> impl Iterator<Item = &Diagnostic> {
        let sources = self.sources.get().into_iter().flat_map(|read| &read.faults);
        let known = self.known.get().into_iter().flat_map(|read| &read.faults);
        let closings = self
            .closings
            .get()
            .into_iter()
            .flat_map(|read| &read.faults);
        let manifest = self.manifest_faults.iter();
        manifest.chain(sources).chain(known).chain(closings)
    }

    fn sources_read(&self) -> &Found<Rc<Sources>> {
        self.sources
            .get_or_init(|| Found::by(|faults| Rc::new(Sources::read(&self.files, faults))))
    }

    fn known_read(&self) -> &Found<Knowledge> {
        self.known.get_or_init(|| {
            let sources = Rc::clone(&self.sources_read().it);
            Found::by(|faults| Knowledge::read(&self.files, &self.manifest, sources, faults))
        })
    }

    fn closings_read(&self) -> &Found<(Option<Closings>, ClosingNames)> {
        self.closings
            .get_or_init(|| Found::by(|faults| Closings::read(&self.files, self.known(), faults)))
    }
}
