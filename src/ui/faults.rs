//! What is wrong with the pack, in one line each; `balie check` says it in full.

use super::bilingual::said;
use super::page::{Block, Page};
use crate::app::Model;
use crate::diagnostic::{Diagnostic, brief};
use crate::i18n::Text;
use crate::id::FlowId;
use crate::pack::{MenuEntry, Pack};

pub(super) fn page(model: &Model) -> Page {
    let mut page = Page::default();
    let pack = model.pack();
    let menu = pack.manifest().menu.iter();
    let flows = menu.filter_map(|entry| match entry {
        MenuEntry::Flow(flow) => pack.flow(flow).err(),
        MenuEntry::Closing | MenuEntry::Desks => None,
    });
    list(model, pack.faults().chain(flows.flatten()), &mut page);
    page
}

/// Instead of a flow that cannot be opened.
pub(super) fn closed_page(model: &Model, flow: &FlowId) -> Page {
    let mut page = Page::default();
    let faults = model.pack().flow(flow).err().into_iter();
    list(model, faults.flatten(), &mut page);
    page.add(Block::Gap);
    let finish = said(model, &Text::Own("pick-finish"));
    page.add(Block::Pick(finish.into()));
    page
}

fn list<'d>(model: &Model, faults: impl Iterator<Item = &'d Diagnostic>, page: &mut Page) {
    let voice = model.desk_voice();
    page.add(Block::Alert(voice.own("faults")));
    page.add(Block::Gap);
    for fault in faults {
        page.add(Block::Step(one_line(model.pack(), fault).into()));
    }
    page.add(Block::Gap);
    page.add(Block::Hint(voice.own("faults-in-full")));
}

fn one_line(pack: &Pack, fault: &Diagnostic) -> String {
    brief(fault, |path| pack.files().text(path))
}
