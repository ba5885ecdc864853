//! Home: the menu, the cases that wait, and where the pack has it from.

use super::bilingual::{Bilingual, said};
use super::page::{Block, Page};
use super::sources;
use crate::app::{Derived, Model, Wait};
use crate::i18n::{Text, clock_time};
use crate::pack::MenuEntry;

pub(super) fn page(derived: &Derived<'_>) -> Page {
    let mut page = Page::default();
    for entry in &derived.pack().manifest().menu {
        page.add(Block::Pick(entry_words(derived, entry).into()));
    }
    waits(derived, &mut page);
    if derived.pack().faults().next().is_some() {
        page.add_side(Block::Alert(derived.desk_voice().own("notice-faults")));
    }
    sources::add_first(derived, &mut page);
    page
}

fn entry_words(model: &Model, entry: &MenuEntry) -> Bilingual {
    match entry {
        MenuEntry::Flow(flow) => said(model, &Text::Flow(flow, "title".to_owned())),
        MenuEntry::Closing => said(model, &Text::Pack("menu-closing".to_owned())),
        MenuEntry::Desks => said(model, &Text::Pack("menu-desks".to_owned())),
    }
}

fn waits(derived: &Derived<'_>, page: &mut Page) {
    let voice = derived.desk_voice();
    let waiting = derived.waits().map(|(letter, wait)| {
        let letter = ("letter", letter.to_string().into());
        match wait {
            Wait::Until(until) => {
                let until = ("until", clock_time(&until).into());
                voice.own_with("home-waits-until", [letter, until])
            }
            Wait::Over(_) => voice.own_with("home-wait-over", [letter]),
        }
    });
    let waiting: Vec<String> = waiting.collect();
    if !waiting.is_empty() {
        let name = voice.own("home-waiting");
        page.add_side(Block::Fact(name, waiting.join("   ")));
    }
}
