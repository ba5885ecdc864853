//! All words of a pack, parsed once for every check.

use std::collections::HashMap;

use fluent_templates::LanguageIdentifier;

use super::plural::Forms;
use super::words_file::WordsFile;
use super::words_parser::parse_words;
use crate::diagnostic::Diagnostic;
use crate::i18n::words_path;
use crate::pack::Pack;

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
        let paths = self
            .languages
            .iter()
            .map(|language| words_path(language, name));
        paths.filter_map(|path| self.files.get(&path)).collect()
    }
}
