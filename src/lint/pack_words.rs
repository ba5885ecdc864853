//! All words of a pack, parsed once for every check; and those of the program below them, which are
//! the same in every language.

use std::collections::{BTreeSet, HashMap};

use fluent_templates::LanguageIdentifier;

use super::plural::Forms;
use super::words_file::{MessageKey, WordsFile, key_name};
use super::words_parser::parse_words;
use crate::diagnostic::{Code, Diagnostic, FilePlace};
use crate::i18n::words_path;
use crate::pack::{Files, Pack};

/// The files of words that can be read, by path.
pub(super) struct PackWords<'p> {
    languages: &'p [LanguageIdentifier],
    files: HashMap<String, WordsFile<'p>>,
}

impl<'p> PackWords<'p> {
    /// Parses every file in every language; what is wrong with them is added to `faults`.
    pub(super) fn parse(pack: &'p Pack, faults: &mut Vec<Diagnostic>) -> Self {
        let mut names = vec!["balie".to_owned(), "pack".to_owned()];
        names.extend(pack.flow_ids().map(|flow| format!("flows/{flow}")));
        let languages = pack.manifest().languages.as_slice();
        let mut files = HashMap::new();
        for language in languages {
            let forms = Forms::of(language);
            let paths = names.iter().map(|name| words_path(language, name));
            for path in paths.filter(|path| pack.files().has(path)) {
                match pack.files().read(&path) {
                    Ok(text) => {
                        let file = parse_words(&path, text, &forms, faults);
                        files.insert(path, file);
                    }
                    Err(fault) => faults.push(*fault),
                }
            }
        }
        Self { languages, files }
    }

    /// The file at a path.
    pub(super) fn get(&self, path: &str) -> Option<&WordsFile<'p>> {
        self.files.get(path)
    }

    /// The words of a language; those that are not there yet are missing, and do not also fit badly.
    pub(super) fn spoken(&self, lang: &LanguageIdentifier, name: &str) -> Option<&WordsFile<'p>> {
        let file = self.get(&words_path(lang, name));
        file.filter(|file| !file.text.is_empty())
    }

    /// The files of one name, the main language first.
    pub(super) fn in_all_languages(&self, name: &str) -> Vec<&WordsFile<'p>> {
        let languages = self.languages.iter();
        let paths = languages.map(|language| words_path(language, name));
        paths.filter_map(|path| self.files.get(&path)).collect()
    }
}

/// The languages that the program itself speaks; the first is compared with.
const SHIPPED: [&str; 3] = ["en", "nl", "fr"];

/// What is wrong with the program's own words, and with a pack's words laid over them.
pub(super) fn check_program(pack: &Pack, words: &PackWords<'_>) -> Vec<Diagnostic> {
    let shipped = Files::embedded();
    let program = SHIPPED.iter().filter_map(|name| {
        let path = format!("locales/{name}/balie.ftl");
        let (text, forms) = (shipped.text(&path)?, Forms::of(&name.parse().ok()?));
        Some(parse_words(&path, text, &forms, &mut Vec::new()))
    });
    let program: Vec<WordsFile<'_>> = program.collect();
    let mut faults = Vec::new();
    for language in &pack.manifest().languages {
        let path = words_path(language, "balie");
        let own = program.iter().find(|file| file.path == path);
        if let Some(over) = words.get(&path) {
            faults.extend(overlaid(over, own, &program));
        } else if own.is_none() && !pack.files().has(&path) && !pack.files().is_lost(&path) {
            let message = format!("the program's own words are missing: there is no file `{path}`");
            let help = "`balie export` writes locales/en/balie.ftl: translate it; until then English stands in";
            let place = FilePlace::file("data/pack.toml");
            faults.push(Diagnostic::new(Code::MissingWord, place, message).help(help));
        }
    }
    faults
}

/// What is wrong with words that a pack lays over those of the program in the same language.
fn overlaid<'t>(
    over: &WordsFile<'t>,
    own: Option<&WordsFile<'t>>,
    program: &[WordsFile<'t>],
) -> Vec<Diagnostic> {
    let keys = program.iter().flat_map(WordsFile::all);
    let keys: BTreeSet<MessageKey<'t>> = keys.map(|(key, _)| key).collect();
    let mut faults = Vec::new();
    for key in &keys {
        let says = |file: &WordsFile<'_>| file.get(*key).is_some() || file.broken.contains(key.0);
        if !says(over) && !own.is_some_and(says) {
            let name = key_name(*key);
            let message = format!("the program's own words of `{name}` are missing");
            let fault = Diagnostic::new(Code::MissingWord, FilePlace::file(&over.path), message);
            faults.push(fault.help("see locales/en/balie.ftl, which `balie export` writes"));
        }
    }
    for (key, said) in over.all() {
        if !keys.contains(&key) && !over.referred.contains(key.0) {
            let message = format!("the program never says `{}`", key_name(key));
            let sentences = keys.iter().filter(|(_, attribute)| attribute.is_empty());
            let fault = over.fault(Code::OrphanWord, &said.span, &message);
            faults.push(fault.suggest(key.0, sentences.map(|(id, _)| *id)));
        }
        let first = program.first().and_then(|first| first.get(key));
        if let Some(given) = first.filter(|given| !said.has_variables_of(given)) {
            let mut variables = said.variables.iter();
            let strange = variables.find(|(name, _)| !given.variables.contains_key(*name));
            let span = strange.map_or(&said.span, |(_, span)| span);
            let fault = over.differs(key, said, span, "the program gives");
            faults.push(fault.help(format!("it is given: {}", given.variable_names())));
        }
    }
    faults
}
