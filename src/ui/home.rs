//! Home: the menu, the cases that wait, and where the pack has it from.

use super::page::{Bilingual, Block, Page, said};
use super::sources;
use crate::app::{Derived, Model, Wait};
use crate::i18n::{Text, clock_time};
use crate::note::source_line;
use crate::pack::MenuEntry;

pub(super) fn page(derived: &Derived<'_>) -> Page {
    let menu = derived.pack().manifest().menu.iter();
    let menu = menu.map(|entry| Block::Pick(entry_words(derived, entry).into()));
    let mut page = Page::of(menu.collect());
    waits(derived, &mut page);
    if derived.pack().faults().next().is_some() {
        page.side
            .push(Block::Alert(derived.desk_voice().own("notice-faults")));
    }
    // Most of a pack comes from its first source.
    let first = derived.pack().known().sources.first();
    let first = first.map(|source| &*source.id);
    sources::add(derived, &mut page, first, source_line);
    page
}

fn entry_words(model: &Model, entry: &MenuEntry) -> Bilingual {
    let text = match entry {
        MenuEntry::Flow(flow) => Text::Flow(flow, "title".to_owned()),
        MenuEntry::Closing => Text::Pack("menu-closing".to_owned()),
        MenuEntry::Desks => Text::Pack("menu-desks".to_owned()),
    };
    said(model, &text)
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
    let waiting = waiting.collect::<Vec<_>>().join("   ");
    if !waiting.is_empty() {
        page.side
            .push(Block::Fact(voice.own("home-waiting"), waiting));
    }
}
