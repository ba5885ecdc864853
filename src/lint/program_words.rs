//! The program's own words: the same in every language, and a pack's words laid over them.

use std::collections::BTreeSet;

use super::pack_words::PackWords;
use super::plural::Forms;
use super::words_file::{MessageKey, WordsFile, key_name};
use super::words_parser::parse_words;
use crate::diagnostic::{Code, Diagnostic, FilePlace};
use crate::i18n::words_path;
use crate::pack::{Files, Pack};

/// The languages that the program itself speaks; the first is compared with.
const SHIPPED: [&str; 3] = ["en", "nl", "fr"];

pub(super) fn check(pack: &Pack, words: &PackWords<'_>) -> Vec<Diagnostic> {
    let shipped = Files::embedded();
    let program: Vec<WordsFile<'_>> = SHIPPED
        .iter()
        .filter_map(|name| {
            let path = format!("locales/{name}/balie.ftl");
            let (text, forms) = (shipped.text(&path)?, Forms::of(&name.parse().ok()?));
            Some(parse_words(&path, text, &forms, &mut Vec::new()))
        })
        .collect();
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
            let message = format!(
                "the program's own words of `{}` are missing",
                key_name(*key)
            );
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
