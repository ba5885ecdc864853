//! What sentences of a file say of each other: whether it is there, and comes to an end.

use std::collections::{BTreeSet, HashMap};

use super::words_file::{Said, WordsFile, name};
use crate::diagnostic::{Code, Diagnostic};

/// What a sentence puts in that stands elsewhere in its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Quoted<'t> {
    /// A message, or an attribute of it.
    Words(&'t str, &'t str),
    /// A term.
    Term(&'t str),
}

impl<'t> Quoted<'t> {
    fn name(self) -> String {
        match self {
            Self::Words(id, attribute) => name((id, attribute)),
            Self::Term(id) => format!("-{id}"),
        }
    }

    /// What it says, if it is there.
    fn said<'f>(self, file: &'f WordsFile<'t>) -> Option<&'f Said<'t>> {
        match self {
            Self::Words(id, attribute) => file.get((id, attribute)),
            Self::Term(id) => file.terms().get(id),
        }
    }

    fn is_broken(self, file: &WordsFile<'_>) -> bool {
        match self {
            Self::Words(id, _) | Self::Term(id) => file.is_broken(id),
        }
    }
}

/// What is wrong with what sentences say of each other.
pub(super) fn check(file: &WordsFile<'_>) -> Vec<Diagnostic> {
    let sentences = file
        .all()
        .map(|((id, attribute), said)| (Quoted::Words(id, attribute), said));
    let terms = file.terms().iter();
    let terms = terms.map(|(id, said)| (Quoted::Term(id), said));
    let sayers: Vec<_> = sentences.chain(terms).collect();
    let mut faults: Vec<Diagnostic> = sayers
        .iter()
        .flat_map(|(_, said)| said.quotes.iter())
        .filter(|quoted| quoted.said(file).is_none() && !quoted.is_broken(file))
        .map(|quoted| not_there(file, *quoted))
        .collect();
    faults.extend(of_terms(file, &sayers));
    faults.extend(Circles::of(file, &sayers));
    faults
}

fn not_there(file: &WordsFile<'_>, quoted: Quoted<'_>) -> Diagnostic {
    let (Quoted::Words(id, _) | Quoted::Term(id)) = quoted;
    let name = quoted.name();
    let message = format!("this file has no `{name}` to put in here");
    let fault = Diagnostic::new(Code::Dangling, file.place(file.span(id)), message);
    let sentences = file.all().map(|(key, _)| key);
    match quoted {
        Quoted::Words(_, "") => {
            let known = sentences.filter(|(_, attribute)| attribute.is_empty());
            fault
                .suggest(id, known.map(|(id, _)| id))
                .help(format!("a variable has a dollar sign: {{ ${id} }}"))
        }
        Quoted::Words(_, attribute) => {
            let known = sentences.filter(|(of, attribute)| *of == id && !attribute.is_empty());
            fault.suggest(attribute, known.map(|(_, attribute)| attribute))
        }
        Quoted::Term(_) => fault.suggest(id, file.terms().keys().copied()),
    }
}

/// Terms that nothing puts in, and variables in terms, which are given none.
fn of_terms(file: &WordsFile<'_>, sayers: &[(Quoted<'_>, &Said<'_>)]) -> Vec<Diagnostic> {
    let quoted = sayers.iter().flat_map(|(_, said)| said.quotes.iter());
    let quoted: BTreeSet<String> = quoted.map(|quoted| quoted.name()).collect();
    let mut faults = Vec::new();
    for (id, said) in file.terms() {
        let name = Quoted::Term(id).name();
        if !quoted.contains(&name) {
            let message = format!("no sentence puts `{name}` in");
            let fault = Diagnostic::new(Code::OrphanWord, file.place(said.span.clone()), message);
            faults.push(fault.help(format!("write {{ {name} }} in a sentence, or take it away")));
        }
        for (variable, span) in &said.variables {
            let message = format!("a term is given no ${variable}");
            let fault = Diagnostic::new(Code::UnknownVariable, file.place(span.clone()), message);
            faults.push(fault.help(format!(
                "write {{ ${variable} }} in the sentences that say {{ {name} }}"
            )));
        }
    }
    faults
}

/// Sentences that say themselves, by way of others or not.
struct Circles<'f, 't> {
    file: &'f WordsFile<'t>,
    /// Where each stands on the way that is walked, or that it was left.
    seen: HashMap<Quoted<'t>, Option<usize>>,
    faults: Vec<Diagnostic>,
}

impl<'t> Circles<'_, 't> {
    fn of(file: &WordsFile<'t>, sayers: &[(Quoted<'t>, &Said<'t>)]) -> Vec<Diagnostic> {
        let mut circles = Circles {
            file,
            seen: HashMap::new(),
            faults: Vec::new(),
        };
        for (sayer, said) in sayers {
            if !said.quotes.is_empty() && !circles.seen.contains_key(sayer) {
                circles.walk(*sayer);
            }
        }
        circles.faults
    }

    /// Goes everywhere from a sentence, without calling itself: a file may be of any length.
    fn walk(&mut self, from: Quoted<'t>) {
        let mut way: Vec<(Quoted<'t>, usize)> = Vec::new();
        let mut next = Some(from);
        loop {
            if let Some(sayer) = next.take() {
                match self.seen.get(&sayer) {
                    Some(Some(at)) => self.report(way.get(*at..).unwrap_or_default()),
                    Some(None) => {}
                    None => {
                        self.seen.insert(sayer, Some(way.len()));
                        way.push((sayer, 0));
                    }
                }
            }
            let Some((sayer, said)) = way.last_mut() else {
                return;
            };
            let quotes = sayer.said(self.file).map(|said| said.quotes.as_slice());
            next = quotes.unwrap_or_default().get(*said).copied();
            *said += 1;
            if next.is_none() {
                self.seen.insert(*sayer, None);
                way.pop();
            }
        }
    }

    fn report(&mut self, circle: &[(Quoted<'t>, usize)]) {
        let Some((first, _)) = circle.first() else {
            return;
        };
        let names = circle.iter().map(|(sayer, _)| sayer.name());
        let names: Vec<String> = names.chain([first.name()]).collect();
        let span = first.said(self.file).map(|said| said.span.clone());
        let place = self.file.place(span.unwrap_or_default());
        let message = format!("`{}` says itself: {}", first.name(), names.join(" → "));
        let fault = Diagnostic::new(Code::Circle, place, message);
        self.faults
            .push(fault.help("write out in one of them what the other says"));
    }
}
