//! Home: the menu, the cases that wait, and where the pack has it from.

use super::page::{Block, Page, Said};
use super::sources::source_line;
use super::two::said;
use crate::app::{Model, Wait};
use crate::i18n::{Text, clock_time};
use crate::pack::MenuEntry;

pub(super) fn page(model: &Model) -> Page {
    let mut page = Page::default();
    for entry in &model.pack().manifest().menu {
        page.add(Block::Pick(entry_words(model, entry).into()));
    }
    waits(model, &mut page);
    if model.pack().faults().next().is_some() {
        page.add_side(Block::Alert(model.desk_voice().own("notice-faults")));
    }
    if let Some(source) = model.pack().known().sources().first() {
        let name = model.desk_voice().own("source");
        page.add_side(Block::Fact(name, source_line(model, source)));
    }
    page
}

fn entry_words(model: &Model, entry: &MenuEntry) -> Said {
    match entry {
        MenuEntry::Flow(flow) => said(model, &Text::Flow(flow, "title".to_owned())),
        MenuEntry::Closing => said(model, &Text::Pack("menu-closing".to_owned())),
        MenuEntry::Desks => said(model, &Text::Pack("menu-desks".to_owned())),
    }
}

fn waits(model: &Model, page: &mut Page) {
    let waiting = model.waits().map(|(letter, wait)| match wait {
        Wait::Until(until) => {
            let until = clock_time(&until);
            let args = [
                ("letter", letter.to_string().into()),
                ("until", until.into()),
            ];
            model.desk_voice().own_with("home-waits-until", args)
        }
        Wait::Over(_) => {
            let args = [("letter", letter.to_string().into())];
            model.desk_voice().own_with("home-wait-over", args)
        }
    });
    let waiting: Vec<String> = waiting.collect();
    if !waiting.is_empty() {
        let name = model.desk_voice().own("home-waiting");
        page.add_side(Block::Fact(name, waiting.join("   ")));
    }
}
