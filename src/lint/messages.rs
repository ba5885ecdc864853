//! Whether every language says everything that the pack asks for, and nothing else.

use std::ops::Range;

use super::pack_words::PackWords;
use super::required_messages::{RequiredMessage, Requirements};
use super::words_file::{MessageKey, WordsFile, key_name};
use crate::diagnostic::{Code, Diagnostic, Suggestion};
use crate::i18n::words_path;
use crate::pack::Pack;

pub(super) fn check(
    pack: &Pack,
    words: &PackWords<'_>,
    requirements: &[Requirements<'_>],
) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    for required in requirements {
        faults.extend(missing_files(pack, required));
        let files = words.in_all_languages(&required.name);
        for file in &files {
            faults.extend(missing(file, required, &files));
            faults.extend(orphans(file, required));
        }
    }
    faults
}

fn missing_files(pack: &Pack, required: &Requirements<'_>) -> Vec<Diagnostic> {
    let name = &required.name;
    let Some(first) = required.messages.first() else {
        return Vec::new();
    };
    let languages = pack.manifest().languages.iter();
    let paths = languages.map(|language| (language, words_path(language, name)));
    let missing = paths.filter(|(_, path)| !pack.files().has(path) && !pack.files().is_lost(path));
    let fault = missing.map(|(language, path)| {
        let message = format!("`{language}` has no words for `{name}`: there is no file `{path}`");
        let help = format!("write {path}; until then the words of the main language stand in");
        Diagnostic::new(Code::MissingWord, first.asked.clone(), message).help(help)
    });
    fault.collect()
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
        if file.broken.contains(message.id.as_str()) {
            continue;
        }
        if let Some(head) = file.heads.get(message.id.as_str()) {
            before = head.clone();
        }
        let needed = needed_attributes(message, files);
        let missing = needed.filter(|attribute| file.get((&message.id, attribute)).is_none());
        faults.extend(missing.map(|attribute| absent(file, message, attribute, &before)));
    }
    faults
}

/// The attributes that every language is to say; empty for the sentence itself.
fn needed_attributes<'m>(
    message: &'m RequiredMessage<'_>,
    files: &[&WordsFile<'_>],
) -> impl Iterator<Item = &'m str> {
    let said = |attribute: &str| {
        files
            .iter()
            .any(|file| file.get((&message.id, attribute)).is_some())
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
    let id = &message.id;
    let help = match (attribute, file.heads.get(id.as_str())) {
        ("", Some(_)) => format!("write them after `{id} =`"),
        ("", None) => format!("write: {id} = …"),
        _ => format!("below `{id}`, after four spaces, write: .{attribute} = …"),
    };
    let told = format!("the words of `{}` are missing", key_name((id, attribute)));
    file.fault(Code::MissingWord, before, told)
        .related(message.asked.clone(), "asked for here")
        .help(help)
}

/// What a language says that nothing asks for.
fn orphans(file: &WordsFile<'_>, required: &Requirements<'_>) -> Vec<Diagnostic> {
    let orphans = file.all().filter(|((id, attribute), _)| {
        let is_told =
            required.is_unreadable(id) || (attribute.is_empty() && file.referred.contains(id));
        !is_told && !required.ask_for(id, attribute)
    });
    let faults = orphans.filter_map(|(key, sentence)| {
        let name = key_name(key);
        let (message, help) = match (required.find(key.0), key.1) {
            (Some(message), attribute) => (
                format!("nothing asks for `{name}`"),
                unsaid_attribute(file, message, attribute),
            ),
            (None, "") => (
                format!("nothing asks for the words of `{name}`"),
                unsaid_message(file, required, key),
            ),
            // Its sentence is reported already.
            (None, _) => return None,
        };
        let fault = file.fault(Code::OrphanWord, &sentence.span, message);
        Some(fault.help(
            help.unwrap_or_else(|| "take it away, or ask for it in the files of `data`".to_owned()),
        ))
    });
    faults.collect()
}

/// The attribute that was meant, of those that the message does not have yet.
fn unsaid_attribute(
    file: &WordsFile<'_>,
    message: &RequiredMessage<'_>,
    typed: &str,
) -> Option<String> {
    let known = message.known_attributes();
    let unsaid = known.filter(|known| file.get((&message.id, known)).is_none());
    Suggestion::of(typed, unsaid).map(|meant| meant.to_string())
}

/// The message that was meant, of those that are not there yet.
fn unsaid_message(
    file: &WordsFile<'_>,
    required: &Requirements<'_>,
    key: MessageKey<'_>,
) -> Option<String> {
    let known = required.messages.iter().map(|message| message.id.as_str());
    let unsaid = known.filter(|known| !file.heads.contains_key(known));
    Suggestion::of(key.0, unsaid).map(|meant| meant.to_string())
}
