//! What is wrong with the pack, in one line each; `balie check` says it in full.

use super::page::{Block, Page, said};
use crate::app::Model;
use crate::diagnostic::{Diagnostic, brief};
use crate::i18n::Text;
use crate::id::FlowId;
use crate::pack::MenuEntry;

pub(super) fn page(model: &Model) -> Page {
    let pack = model.pack();
    let menu = pack.manifest().menu.iter();
    let flows = menu.filter_map(|entry| match entry {
        MenuEntry::Flow(flow) => pack.flow(flow).err(),
        MenuEntry::Closing | MenuEntry::Desks => None,
    });
    list(model, pack.faults().chain(flows.flatten()))
}

/// Instead of a flow that cannot be opened.
pub(super) fn closed_page(model: &Model, flow: &FlowId) -> Page {
    let faults = model.pack().flow(flow).err().into_iter();
    let mut page = list(model, faults.flatten());
    page.add(Block::Gap);
    let finish = said(model, &Text::Own("pick-finish"));
    page.add(Block::Pick(finish.into()));
    page
}

fn list<'d>(model: &Model, faults: impl Iterator<Item = &'d Diagnostic>) -> Page {
    let voice = model.desk_voice();
    let files = model.pack().files();
    let lines = faults.map(|fault| brief(fault, |path| files.text(path)));
    let mut page = Page::of(vec![Block::Alert(voice.own("faults")), Block::Gap]);
    page.main.extend(lines.map(|line| Block::Step(line.into())));
    page.add(Block::Gap);
    page.add(Block::Hint(voice.own("faults-in-full")));
    page
}
