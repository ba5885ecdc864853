//! Whether every language says everything that the pack asks for, and nothing else.

use std::ops::Range;

use super::required_messages::{RequiredMessage, Requirements};
use super::words_file::{WordsFile, key_name};
use crate::diagnostic::{Code, Diagnostic, Suggestion};
use crate::i18n::words_path;
use crate::pack::Pack;

pub(super) fn check(
    pack: &Pack,
    required: &Requirements<'_>,
    files: &[&WordsFile<'_>],
) -> Vec<Diagnostic> {
    let mut faults = missing_files(pack, required);
    for file in files {
        faults.extend(missing(file, required, files));
        faults.extend(orphans(file, required));
    }
    faults
}

fn missing_files(pack: &Pack, required: &Requirements<'_>) -> Vec<Diagnostic> {
    let name = &required.name;
    let mut faults = Vec::new();
    for language in &pack.manifest().languages {
        let path = words_path(language, name);
        let is_there = pack.files().has(&path) || pack.files().is_lost(&path);
        if let Some(first) = required.messages.first().filter(|_| !is_there) {
            let message =
                format!("`{language}` has no words for `{name}`: there is no file `{path}`");
            let help = format!("write {path}; until then the words of the main language stand in");
            let fault = Diagnostic::new(Code::MissingWord, first.asked.clone(), message);
            faults.push(fault.help(help));
        }
    }
    faults
}

/// What a language does not say: what the pack asks for, and what another language adds.
fn missing(
    file: &WordsFile<'_>,
    required: &Requirements<'_>,
    files: &[&WordsFile<'_>],
) -> Vec<Diagnostic> {
    let mut before = 0..0;
    let mut faults = Vec::new();
    for message in &required.messages {
        let id = message.id.as_str();
        if file.broken.contains(id) {
            continue;
        }
        before = file.heads.get(id).cloned().unwrap_or(before);
        let needed = needed_attributes(message, files);
        let missing = needed.filter(|attribute| file.get((id, attribute)).is_none());
        faults.extend(missing.map(|attribute| absent(file, message, attribute, &before)));
    }
    faults
}

/// The attributes that every language is to say; empty for the sentence itself.
fn needed_attributes<'m>(
    message: &'m RequiredMessage<'_>,
    files: &[&WordsFile<'_>],
) -> impl Iterator<Item = &'m str> {
    let said = |name: &str| {
        files
            .iter()
            .any(|file| file.get((&message.id, name)).is_some())
    };
    let sentence = (!message.may_miss || said("")).then_some("");
    let needed = message.attributes.iter().map(String::as_str);
    let extra = message.optional.iter().copied();
    let extra = extra.filter(move |name| *name != "search" && said(name));
    sentence.into_iter().chain(needed).chain(extra)
}

fn absent(
    file: &WordsFile<'_>,
    message: &RequiredMessage<'_>,
    attribute: &str,
    before: &Range<usize>,
) -> Diagnostic {
    let id = message.id.as_str();
    let help = match attribute {
        "" if file.heads.contains_key(id) => format!("write them after `{id} =`"),
        "" => format!("write: {id} = …"),
        _ => format!("below `{id}`, after four spaces, write: .{attribute} = …"),
    };
    let told = format!("the words of `{}` are missing", key_name((id, attribute)));
    let fault = file.fault(Code::MissingWord, before, told);
    let fault = fault.related(message.asked.clone(), "asked for here");
    fault.help(help)
}

/// What a language says that nothing asks for.
fn orphans(file: &WordsFile<'_>, required: &Requirements<'_>) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    for ((id, attribute), sentence) in file.all() {
        let is_referred = attribute.is_empty() && file.referred.contains(id);
        if is_referred || required.is_unreadable(id) || required.ask_for(id, attribute) {
            continue;
        }
        // What was meant is none of what is there already.
        let (what, meant) = match required.find(id) {
            Some(message) => {
                let known = message.known_attributes();
                let unsaid = known.filter(|known| file.get((id, known)).is_none());
                ("", Suggestion::of(attribute, unsaid))
            }
            None if attribute.is_empty() => {
                let known = required.messages.iter().map(|message| message.id.as_str());
                let unsaid = known.filter(|known| !file.heads.contains_key(known));
                ("the words of ", Suggestion::of(id, unsaid))
            }
            // Its sentence is reported already.
            None => continue,
        };
        let message = format!("nothing asks for {what}`{}`", key_name((id, attribute)));
        let fault = file.fault(Code::OrphanWord, &sentence.span, message);
        faults.push(match meant {
            Some(meant) => fault.help(meant.to_string()),
            None => fault.help("take it away, or ask for it in the files of `data`"),
        });
    }
    faults
}
