//! The program's own words: the same in every language, and a pack's words laid over them.

use std::collections::BTreeSet;

use super::pack_words::PackWords;
use super::plural::Forms;
use super::words_file::{MessageKey, Sentence, WordsFile, key_name};
use super::words_parser::parse_words;
use crate::diagnostic::{Code, Diagnostic, FilePlace};
use crate::i18n::words_path;
use crate::pack::{Files, Pack};

/// The languages that the program itself speaks; the first is compared with.
const SHIPPED: [&str; 3] = ["en", "nl", "fr"];

pub(super) fn check(pack: &Pack, words: &PackWords<'_>) -> Vec<Diagnostic> {
    let shipped = Files::embedded();
    let program = ProgramWords::parse(&shipped);
    let languages = pack.manifest().languages.iter();
    let mut faults = Vec::new();
    for path in languages.map(|language| words_path(language, "balie")) {
        match words.get(&path) {
            Some(over) => {
                faults.extend(program.absent(over));
                faults.extend(program.orphans(over));
                faults.extend(program.differences(over));
            }
            None if pack.files().has(&path) || pack.files().is_lost(&path) => {}
            None => faults.extend(program.all_absent(&path)),
        }
    }
    faults
}

/// What the program says by itself.
struct ProgramWords<'t> {
    files: Vec<WordsFile<'t>>,
    /// Every sentence that it says in any of its languages.
    keys: BTreeSet<MessageKey<'t>>,
}

impl<'t> ProgramWords<'t> {
    fn parse(shipped: &'t Files) -> Self {
        let file = |name: &&str| {
            let path = format!("locales/{name}/balie.ftl");
            let (text, language) = (shipped.text(&path)?, name.parse().ok()?);
            Some(parse_words(
                &path,
                text,
                &Forms::of(&language),
                &mut Vec::new(),
            ))
        };
        let files: Vec<_> = SHIPPED.iter().filter_map(file).collect();
        let keys = files.iter().flat_map(WordsFile::all).map(|(key, _)| key);
        Self {
            keys: keys.collect(),
            files,
        }
    }

    /// What the program says in the language of a path.
    fn in_language(&self, path: &str) -> Option<&WordsFile<'t>> {
        self.files.iter().find(|file| file.path == path)
    }

    fn all_absent(&self, path: &str) -> Option<Diagnostic> {
        let message = format!("the program's own words are missing: there is no file `{path}`");
        let fault = Diagnostic::new(
            Code::MissingWord,
            FilePlace::file("data/pack.toml"),
            message,
        );
        self.in_language(path).is_none().then(|| fault.help(
            "`balie export` writes locales/en/balie.ftl: translate it; until then English stands in",
        ))
    }

    /// What neither the program nor the pack says in a language.
    fn absent(&self, over: &WordsFile<'_>) -> Vec<Diagnostic> {
        let says = |file: &WordsFile<'_>, key: MessageKey<'_>| {
            file.get(key).is_some() || file.broken.contains(key.0)
        };
        let base = self.in_language(&over.path);
        let missing = self
            .keys
            .iter()
            .filter(|key| !says(over, **key) && !base.is_some_and(|base| says(base, **key)));
        let fault = missing.map(|key| {
            let message = format!(
                "the program's own words of `{}` are missing",
                key_name(*key)
            );
            Diagnostic::new(Code::MissingWord, FilePlace::file(&over.path), message)
                .help("see locales/en/balie.ftl, which `balie export` writes")
        });
        fault.collect()
    }

    /// What a pack says in the place of words that the program never says.
    fn orphans(&self, over: &WordsFile<'_>) -> Vec<Diagnostic> {
        let orphans = over.all().filter(|(key, _)| {
            let keys: &BTreeSet<MessageKey<'_>> = &self.keys;
            !keys.contains(key) && !over.referred.contains(key.0)
        });
        let fault = orphans.map(|(key, said)| {
            let message = format!("the program never says `{}`", key_name(key));
            let sentences = self
                .keys
                .iter()
                .filter(|(_, attribute)| attribute.is_empty());
            over.fault(Code::OrphanWord, &said.span, message)
                .suggest(key.0, sentences.map(|(id, _)| *id))
        });
        fault.collect()
    }

    /// What a pack says with other variables than the program.
    fn differences(&self, over: &WordsFile<'_>) -> Vec<Diagnostic> {
        let own = |key| self.files.first()?.get(key);
        let both = over
            .all()
            .filter_map(|(key, said)| Some((key, own(key)?, said)));
        both.filter(|(_, own, said)| !said.has_variables_of(own))
            .map(|(key, own, said)| difference(over, key, own, said))
            .collect()
    }
}

/// A sentence with other variables than those that the program has for it.
fn difference(
    over: &WordsFile<'_>,
    key: MessageKey<'_>,
    own: &Sentence<'_>,
    said: &Sentence<'_>,
) -> Diagnostic {
    let mut variables = said.variables.iter();
    let strange = variables.find(|(name, _)| !own.variables.contains_key(*name));
    let span = strange.map_or(&said.span, |(_, span)| span);
    let message = format!(
        "`{}` uses other variables than the program gives",
        key_name(key)
    );
    over.fault(Code::VariablesDiffer, span, message)
        .label(format!("here: {}", said.variable_names()))
        .help(format!("it is given: {}", own.variable_names()))
}
