//! The program's own words: the same in every language, and a pack's words laid over them.

use std::collections::BTreeSet;

use super::words::variables;
use super::words_file::{Key, Said, WordsFile, name};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::i18n::words_path;
use crate::pack::{Files, Pack};

/// The languages that the program itself speaks; the first is compared with.
const SHIPPED: [&str; 3] = ["en", "nl", "fr"];

pub(super) fn check(pack: &Pack, faults: &mut Vec<Diagnostic>) {
    let shipped = Files::embedded();
    let own = OwnWords::read(&shipped);
    for language in &pack.manifest().languages {
        let path = words_path(language, "balie");
        let text = match pack.files().read(&path) {
            Ok(text) => text,
            Err(_) if !pack.files().has(&path) => "",
            Err(fault) => {
                faults.push(*fault);
                continue;
            }
        };
        let over = WordsFile::read(&path, text, language, faults);
        if !pack.files().is_lost(&path) {
            faults.extend(own.absent(&over, pack));
        }
        faults.extend(own.orphans(&over));
        faults.extend(own.differences(&over));
    }
}

/// What the program says by itself.
struct OwnWords<'t> {
    files: Vec<WordsFile<'t>>,
    /// Every sentence that it says in any of its languages.
    all: BTreeSet<Key<'t>>,
}

impl<'t> OwnWords<'t> {
    fn read(shipped: &'t Files) -> Self {
        let file = |name: &&str| {
            let path = format!("locales/{name}/balie.ftl");
            let (text, language) = (shipped.text(&path)?, name.parse().ok()?);
            Some(WordsFile::read(&path, text, &language, &mut Vec::new()))
        };
        let files: Vec<_> = SHIPPED.iter().filter_map(file).collect();
        let keys = files
            .iter()
            .flat_map(|file| file.all().map(|(key, _)| key).collect::<Vec<_>>());
        Self {
            all: keys.collect(),
            files,
        }
    }

    /// What neither the program nor the pack says in a language: each by itself, or all as one.
    fn absent(&self, over: &WordsFile<'_>, pack: &Pack) -> Vec<Diagnostic> {
        let base = self.files.iter().find(|file| file.path() == over.path());
        let says =
            |file: &WordsFile<'_>, key: Key<'_>| file.get(key).is_some() || file.is_broken(key.0);
        let missing = self.all.iter().copied();
        let mut missing =
            missing.filter(|key| !says(over, *key) && !base.is_some_and(|base| says(base, *key)));
        if pack.files().has(over.path()) {
            return missing.map(|key| one_absent(over, key)).collect();
        }
        missing
            .next()
            .map(|_| all_absent(over))
            .into_iter()
            .collect()
    }

    /// What a pack says in the place of words that the program never says.
    fn orphans(&self, over: &WordsFile<'_>) -> Vec<Diagnostic> {
        let strange = |(id, attribute): &Key<'_>| {
            !self.all.contains(&(*id, *attribute)) && !over.is_quoted(id)
        };
        let orphans = over.all().filter(|(key, _)| strange(key));
        let fault = |(key, place): (Key<'_>, Place)| {
            let message = format!("the program never says `{}`", name(key));
            let fault = Diagnostic::new(Code::OrphanWord, place, message);
            let sentences = self
                .all
                .iter()
                .filter(|(_, attribute)| attribute.is_empty());
            fault.suggest(key.0, sentences.map(|(id, _)| *id))
        };
        let placed = orphans.map(|(key, said)| (key, over.place(said.span.clone())));
        placed.map(fault).collect()
    }

    /// What a pack says with other variables than the program.
    fn differences(&self, over: &WordsFile<'_>) -> Vec<Diagnostic> {
        let own = |key| self.files.first()?.get(key);
        let same = over
            .all()
            .filter_map(|(key, said)| Some((key, said, own(key)?)));
        same.filter(|(_, said, own)| !own.variables.keys().eq(said.variables.keys()))
            .map(|(key, said, own)| difference(over, key, own, said))
            .collect()
    }
}

/// A sentence with other variables than those that the program has for it.
fn difference(over: &WordsFile<'_>, key: Key<'_>, own: &Said<'_>, said: &Said<'_>) -> Diagnostic {
    let strange = said.variables.iter();
    let strange = strange.filter(|(name, _)| !own.variables.contains_key(*name));
    let strange = strange.map(|(_, span)| span.clone()).next();
    let place = over.place(strange.unwrap_or_else(|| said.span.clone()));
    let message = format!(
        "`{}` uses other variables than the program gives",
        name(key)
    );
    let fault = Diagnostic::new(Code::VariablesDiffer, place, message);
    fault
        .label(format!("here: {}", variables(said)))
        .help(format!("it is given: {}", variables(own)))
}

fn all_absent(over: &WordsFile<'_>) -> Diagnostic {
    let path = over.path();
    let message = format!("the program's own words are missing: there is no file `{path}`");
    Diagnostic::new(Code::MissingWord, Place::file("data/pack.toml"), message).help(
        "`balie export` writes locales/en/balie.ftl: translate it; until then English stands in",
    )
}

fn one_absent(over: &WordsFile<'_>, key: Key<'_>) -> Diagnostic {
    let message = format!("the program's own words of `{}` are missing", name(key));
    Diagnostic::new(Code::MissingWord, Place::file(over.path()), message)
        .help("see locales/en/balie.ftl, which `balie export` writes")
}
