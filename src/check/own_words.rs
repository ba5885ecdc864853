//! The program's own words: the same in every language, and a pack's words laid over them.

use std::collections::BTreeSet;

use super::words::difference;
use super::words_file::WordsFile;
use crate::locale::words_path;
use crate::pack::{Files, Pack};
use crate::report::{Code, Diagnostic, Place};

pub(super) fn check(pack: &Pack, faults: &mut Vec<Diagnostic>) {
    let shipped = Files::embedded();
    let languages = &pack.manifest().languages;
    let mut quiet = Vec::new();
    let own: Vec<WordsFile<'_>> = SHIPPED
        .iter()
        .filter_map(|name| {
            let path = format!("locales/{name}/balie.ftl");
            let language = name.parse().ok()?;
            Some(WordsFile::read(
                &path,
                shipped.text(&path)?,
                &language,
                &mut quiet,
            ))
        })
        .collect();
    let all: BTreeSet<(&str, &str)> = own
        .iter()
        .flat_map(|file| file.all().map(|(key, _)| key))
        .collect();
    for language in languages {
        let path = words_path(language, "balie");
        let base = own.iter().find(|file| file.path() == path);
        let text = match pack.files().has(&path).then(|| pack.files().read(&path)) {
            Some(Ok(text)) => text,
            Some(Err(fault)) => {
                faults.push(*fault);
                continue;
            }
            None => "",
        };
        let over = WordsFile::read(&path, text, language, faults);
        absent(&all, base, &over, pack, faults);
        for ((id, attribute), said) in over.all() {
            let name = name(id, attribute);
            if !all.contains(&(id, attribute)) && !over.is_quoted(id) {
                let message = format!("the program never says `{name}`");
                let fault =
                    Diagnostic::new(Code::OrphanWord, over.place(said.span.clone()), message);
                faults.push(fault.suggest(id, all.iter().map(|(id, _)| *id)));
            }
            let main = own.first().filter(|main| main.path() != path);
            let same = main.and_then(|main| Some((main, main.get((id, attribute))?)));
            if let Some((main, first)) =
                same.filter(|(_, first)| !first.variables.keys().eq(said.variables.keys()))
            {
                faults.push(difference(main, &over, (id, attribute), first, said));
            }
        }
    }
}

/// The languages that the program itself speaks; the first is compared with.
const SHIPPED: [&str; 3] = ["en", "nl", "fr"];

fn absent(
    all: &BTreeSet<(&str, &str)>,
    base: Option<&WordsFile<'_>>,
    over: &WordsFile<'_>,
    pack: &Pack,
    faults: &mut Vec<Diagnostic>,
) {
    let has = |file: &WordsFile<'_>, (id, attribute): (&str, &str)| {
        file.get((id, attribute)).is_some() || file.is_broken(id)
    };
    let missing = all
        .iter()
        .filter(|key| !has(over, **key) && !base.is_some_and(|base| has(base, **key)));
    let missing: Vec<String> = missing.map(|(id, attribute)| name(id, attribute)).collect();
    if missing.is_empty() {
        return;
    }
    if !pack.files().has(over.path()) {
        let message = format!(
            "the program's own words are missing: there is no file `{}`",
            over.path()
        );
        faults.push(
            Diagnostic::new(Code::MissingWord, Place::file("data/pack.toml"), message)
                .help("`balie export` writes locales/en/balie.ftl: translate it; until then English stands in"),
        );
        return;
    }
    for name in missing {
        let message = format!("the program's own words of `{name}` are missing");
        let place = Place::file(over.path());
        faults.push(
            Diagnostic::new(Code::MissingWord, place, message)
                .help("see locales/en/balie.ftl, which `balie export` writes"),
        );
    }
}

fn name(id: &str, attribute: &str) -> String {
    match attribute {
        "" => id.to_owned(),
        _ => format!("{id}.{attribute}"),
    }
}
