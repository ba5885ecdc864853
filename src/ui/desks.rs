//! Where the desks are: the own campus first, large enough to turn the screen
//! to the person.

use super::page::{Block, Page};
use super::sources;
use super::two::both;
use super::unknown;
use crate::app::Model;
use crate::i18n::{Text, Voice};
use crate::note::each_once;
use crate::pack::{About, Desk};

pub(super) fn page(model: &Model) -> Page {
    let mut page = Page::default();
    page.add(Block::Say(both(model, |voice| voice.own("desks"))));
    page.add(Block::Gap);
    for desk in own_first(model) {
        desk_blocks(model, desk, &mut page);
    }
    unknown::add(model, About::Desks, &mut page);
    let desks = model.pack().known().desks.iter();
    let named = each_once(desks.flat_map(|desk| &desk.sources));
    sources::add(model, &mut page, &named);
    page
}

/// The own campus in large letters, the others in a line each.
fn desk_blocks(model: &Model, desk: &Desk, page: &mut Page) {
    let voice = model.person_voice();
    let own = model.desk.campus.as_ref() == Some(&desk.id);
    if own {
        let building = building(voice, desk).map(|building| format!(", {building}"));
        let campus = campus_name(voice, desk) + &building.unwrap_or_default();
        page.add(Block::Say(campus.into()));
        page.add(Block::Sign(desk.room.clone()));
        page.add(Block::Gap);
    } else {
        page.add(Block::Say(line(voice, desk).into()));
    }
}

fn line(voice: Voice<'_>, desk: &Desk) -> String {
    let building = building(voice, desk).map(|building| format!(", {building}"));
    let room = desk.room.clone() + &building.unwrap_or_default();
    voice.named(campus_name(voice, desk), room)
}

/// All desks in a line each, as part of another page.
pub(super) fn brief(model: &Model, page: &mut Page) {
    let mut name = both(model, |voice| voice.own("desks-short")).words;
    for desk in own_first(model) {
        let line = line(model.person_voice(), desk);
        page.add(Block::Fact(std::mem::take(&mut name), line));
    }
}

fn building(voice: Voice<'_>, desk: &Desk) -> Option<String> {
    voice.say_if_any(&Text::Pack(format!("desk-{}.building", desk.id)))
}

/// The desk at which this screen stands, if that is set.
pub(super) fn own_desk(model: &Model) -> Option<&Desk> {
    let campus = model.desk.campus.as_ref()?;
    model
        .pack()
        .known()
        .desks
        .iter()
        .find(|desk| desk.id == *campus)
}

/// The name of a desk's campus.
pub(super) fn campus_name(voice: Voice<'_>, desk: &Desk) -> String {
    voice.say(&Text::Pack(format!("desk-{}", desk.id)))
}

fn own_first(model: &Model) -> Vec<&Desk> {
    let mut desks: Vec<&Desk> = model.pack().known().desks.iter().collect();
    desks.sort_by_key(|desk| model.desk.campus.as_ref() != Some(&desk.id));
    desks
}
