//! Finding anything by its words: what is typed, and what it leads to.

use super::page::{Block, FoundLine, Highlighted, Page, both};
use crate::app::{By, Found, Hit, Model, Search};
use crate::i18n::{Lang, open_wait};
use crate::search::marks;

pub(super) fn page(model: &Model, search: &Search) -> Page {
    let (field, name) = (&search.field, model.desk_voice().own("search"));
    let mut page = Page::of(vec![Block::Field(name, field.clone()), Block::Gap]);
    if let Some(id) = notice(model, search) {
        page.add(Block::Say(both(model, |voice| voice.own(id))));
        page.add(Block::Gap);
    }
    for hit in &search.hits {
        line(model, field.value(), hit, &mut page);
    }
    page
}

/// What is to be said before the hits, or instead of them.
fn notice(model: &Model, search: &Search) -> Option<&'static str> {
    if search.field.value().trim().is_empty() {
        Some("search-empty")
    } else if model.is_reading() {
        Some("search-reading")
    } else {
        search.hits.is_empty().then_some("search-nothing")
    }
}

fn line(model: &Model, query: &str, hit: &Hit, page: &mut Page) {
    let shown = both(model, |voice| {
        voice.say_with(&hit.found.title(), open_wait())
    });
    let within = hit.found.within();
    let mut more = Vec::new();
    match &hit.by {
        By::UserName => user_name(model, &hit.found, page),
        By::Words(words, _) if *words == shown.words => {}
        By::Words(words, lang) => more.push(found_by(model, words, *lang, query)),
    }
    if let Some(twin) = shown.twin {
        let twin = mark(twin, query);
        if more.iter().all(|more| more.text != twin.text) {
            more.insert(0, twin);
        }
    }
    page.add(Block::Found(FoundLine {
        words: mark(shown.words, query),
        within: within.map(|text| model.person_voice().say(&text)),
        more,
    }));
}

fn mark(text: String, query: &str) -> Highlighted {
    Highlighted {
        parts: marks(&text, query),
        ..Highlighted::from(text)
    }
}

/// The words by which it was found where others are shown; in another language with its name.
fn found_by(model: &Model, words: &str, lang: Lang, query: &str) -> Highlighted {
    let mut found = mark(words.to_owned(), query);
    if lang != model.person_lang() {
        found.lead = format!("{}: ", model.words().language(lang));
    }
    found
}

/// What a user name of such a shape is for; the name itself is not repeated.
fn user_name(model: &Model, account: &Found, page: &mut Page) {
    page.add(Block::Say(both(model, |voice| {
        let args = [
            ("account", voice.say(&account.title()).into()),
            ("opens", voice.say(&account.part("opens")).into()),
        ];
        voice.own_with("search-user-name", args)
    })));
    page.add(Block::Gap);
}
