//! Whether every language says everything that the pack needs, and nothing else.

use std::collections::HashMap;

use fluent_templates::LanguageIdentifier;

use super::typed;
use super::wanted::{Wanted, of_a_flow, of_the_pack};
use super::words_file::{Key, Said, WordsFile, name};
use crate::diagnostic::{Code, Diagnostic, Suggestion};
use crate::i18n::words_path;
use crate::pack::{Flow, Pack};

pub(super) fn check(pack: &Pack, faults: &mut Vec<Diagnostic>) {
    one_kind(pack, "pack", &of_the_pack(pack), None, faults);
    for flow in pack.flow_ids().filter_map(|id| pack.draft(id)) {
        let name = format!("flows/{}", flow.id());
        one_kind(pack, &name, &of_a_flow(flow), Some(flow), faults);
    }
}

type ById<'w> = HashMap<&'w str, &'w Wanted<'w>>;

/// Checks the words of one kind in all languages.
fn one_kind(
    pack: &Pack,
    name: &str,
    wanted: &[Wanted<'_>],
    flow: Option<&Flow>,
    faults: &mut Vec<Diagnostic>,
) {
    let files: Vec<_> = pack
        .manifest()
        .languages
        .iter()
        .filter_map(|language| read(pack, name, language, wanted, faults))
        .collect();
    let by_id: ById<'_> = wanted.iter().map(|want| (want.id.as_str(), want)).collect();
    for file in &files {
        missing(file, wanted, &files, faults);
        faults.extend(orphans(pack, file, wanted, &by_id, flow));
        given(pack, file, &by_id, flow, faults);
    }
    if let Some((main, others)) = files.split_first() {
        for other in others {
            differ(main, other, faults);
        }
    }
}

fn read<'p>(
    pack: &'p Pack,
    name: &str,
    language: &LanguageIdentifier,
    wanted: &[Wanted<'_>],
    faults: &mut Vec<Diagnostic>,
) -> Option<WordsFile<'p>> {
    let path = words_path(language, name);
    if pack.files().is_lost(&path) {
        return None;
    }
    if !pack.files().has(&path) {
        let first = wanted.first()?;
        let message = format!("`{language}` has no words for `{name}`: there is no file `{path}`");
        faults.push(
            Diagnostic::new(Code::MissingWord, first.asked.clone(), message).help(format!(
                "write {path}; until then the words of the main language stand in"
            )),
        );
        return None;
    }
    match pack.files().read(&path) {
        Ok(text) => Some(WordsFile::read(&path, text, language, faults)),
        Err(fault) => {
            faults.push(*fault);
            None
        }
    }
}

/// What a language does not say: what the pack needs, and what another language adds.
fn missing(
    file: &WordsFile<'_>,
    wanted: &[Wanted<'_>],
    files: &[WordsFile<'_>],
    faults: &mut Vec<Diagnostic>,
) {
    let mut before = 0..0;
    for want in wanted {
        let id = want.id.as_str();
        if file.is_broken(id) {
            continue;
        }
        if let Some(head) = file.head(id) {
            before = head.clone();
        }
        match file.get((id, "")) {
            Some(_) => {}
            None if want.may_miss && files.iter().all(|other| other.get((id, "")).is_none()) => {}
            None => faults.push(absent(file, want, "", &before)),
        }
        let extra = want.optional.iter().copied().filter(|name| {
            *name != "search" && files.iter().any(|other| other.get((id, name)).is_some())
        });
        let needed = want.attributes.iter().map(String::as_str);
        for attribute in needed.chain(extra) {
            if file.get((id, attribute)).is_none() {
                faults.push(absent(file, want, attribute, &before));
            }
        }
    }
}

fn absent(
    file: &WordsFile<'_>,
    want: &Wanted<'_>,
    attribute: &str,
    before: &std::ops::Range<usize>,
) -> Diagnostic {
    let id = &want.id;
    let (message, help) = if attribute.is_empty() {
        let help = match file.head(id) {
            Some(_) => format!("write them after `{id} =`"),
            None => format!("write: {id} = …"),
        };
        (format!("the words of `{id}` are missing"), help)
    } else {
        (
            format!("the words of `{id}.{attribute}` are missing"),
            format!("below `{id}`, after four spaces, write: .{attribute} = …"),
        )
    };
    Diagnostic::new(Code::MissingWord, file.place(before.clone()), message)
        .related(want.asked.clone(), "asked for here")
        .help(help)
}

/// What a language says that nothing asks for.
fn orphans(
    pack: &Pack,
    file: &WordsFile<'_>,
    wanted: &[Wanted<'_>],
    by_id: &ById<'_>,
    flow: Option<&Flow>,
) -> Vec<Diagnostic> {
    let orphan = |((id, attribute), said): ((&str, &str), &Said<'_>)| {
        let want = by_id.get(id);
        if is_lost(pack, flow, id)
            || (attribute.is_empty() && file.is_quoted(id))
            || want.is_some_and(|want| want.has(attribute))
            // One of two with the same id is a fault of its own.
            || wanted.iter().any(|want| want.id == id && want.has(attribute))
        {
            return None;
        }
        let place = file.place(said.span.clone());
        let fault = |message: String| Diagnostic::new(Code::OrphanWord, place, message);
        match want {
            Some(want) => {
                let known = want.attributes.iter().map(String::as_str);
                let known = known.chain(want.optional.iter().copied());
                let left = known.filter(|known| file.get((id, known)).is_none());
                let fault = fault(format!("nothing asks for `{id}.{attribute}`"));
                Some(or_out(fault, attribute, left.collect()))
            }
            None if attribute.is_empty() => {
                let fault = fault(format!("nothing asks for the words of `{id}`"));
                let known = wanted.iter().map(|want| want.id.as_str());
                let left = known.filter(|known| file.head(known).is_none());
                Some(or_out(fault, id, left.collect()))
            }
            // Its sentence is reported already.
            None => None,
        }
    };
    file.all().filter_map(orphan).collect()
}

/// Adds the name that was meant, of those that are not said yet, or else that it can go.
fn or_out(fault: Diagnostic, name: &str, left: Vec<&str>) -> Diagnostic {
    match Suggestion::of(name, left.iter().copied()) {
        Some(_) => fault.suggest(name, left),
        None => fault.help("take it away, or ask for it in the files of `data`"),
    }
}

/// Whether words belong to something that cannot be read, so that it is reported already.
fn is_lost(pack: &Pack, flow: Option<&Flow>, id: &str) -> bool {
    if let Some(flow) = flow {
        return flow.has_lost(id);
    }
    match id.split_once('-') {
        Some(("rule", name)) => pack.closing_names().has_half(name),
        Some((_, name)) => pack.known().is_lost(name),
        None => false,
    }
}

/// Whether every sentence is given what it says.
fn given(
    pack: &Pack,
    file: &WordsFile<'_>,
    wanted: &ById<'_>,
    flow: Option<&Flow>,
    faults: &mut Vec<Diagnostic>,
) {
    let facts = &pack.known().facts;
    let readable = file.all().filter(|((id, _), _)| !is_lost(pack, flow, id));
    for ((id, attribute), said) in readable {
        let want = wanted.get(id);
        let given = want.map_or(&[] as &[_], |want| want.given(attribute));
        for (variable, span) in &said.variables {
            let known = facts.iter().any(|fact| fact.id.as_str() == *variable);
            if !known && !given.contains(variable) && !pack.known().is_lost(variable) {
                faults.push(unknown_variable(pack, file, variable, span, given));
            }
        }
        if let Some(node) = want
            .and_then(|want| want.node)
            .filter(|_| attribute != "search")
        {
            typed::check(pack, node, attribute, said, file, faults);
        }
    }
}

fn unknown_variable(
    pack: &Pack,
    file: &WordsFile<'_>,
    variable: &str,
    span: &std::ops::Range<usize>,
    given: &[&'static str],
) -> Diagnostic {
    let place = file.place(span.clone());
    let mut unknown = pack.manifest().unknown.iter();
    if unknown.any(|unknown| unknown.id.as_str() == variable) {
        let message =
            format!("${variable} is said as if it were known, but the pack lists it as unknown");
        return Diagnostic::new(Code::UnknownUsed, place, message).help(
            "leave it out here, or find a source, add the fact and take away its `[[unknown]]`",
        );
    }
    let facts = pack.known().facts.iter().map(|fact| fact.id.as_str());
    let message = format!("this sentence is not given a ${variable}");
    Diagnostic::new(Code::UnknownVariable, place, message)
        .suggest(variable, given.iter().copied().chain(facts))
}

/// Sentences whose variables are others than in the main language.
fn differ(main: &WordsFile<'_>, other: &WordsFile<'_>, faults: &mut Vec<Diagnostic>) {
    for ((id, attribute), said) in other.all() {
        let same = main.get((id, attribute));
        let Some(first) = same.filter(|_| attribute != "search") else {
            continue;
        };
        if !first.variables.keys().eq(said.variables.keys()) {
            faults.push(difference(main, other, (id, attribute), first, said));
        }
    }
}

fn difference(
    main: &WordsFile<'_>,
    other: &WordsFile<'_>,
    key: Key<'_>,
    first: &Said<'_>,
    said: &Said<'_>,
) -> Diagnostic {
    let message = format!(
        "`{}` uses other variables than in {}",
        name(key),
        main.path()
    );
    Diagnostic::new(
        Code::VariablesDiffer,
        other.place(said.span.clone()),
        message,
    )
    .label(format!("here: {}", variables(said)))
    .related(
        main.place(first.span.clone()),
        format!("there: {}", variables(first)),
    )
    .help("say the same in both: a figure that one language gives, all give")
}

/// The variables of a sentence, to be read.
pub(super) fn variables(said: &Said<'_>) -> String {
    let names = said.variables.keys().map(|name| format!("${name}"));
    let names: Vec<String> = names.collect();
    match names.as_slice() {
        [] => "none".to_owned(),
        _ => names.join(", "),
    }
}
