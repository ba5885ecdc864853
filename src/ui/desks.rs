//! Where the desks are: the own campus first, large enough to turn the screen
//! to the person.

use super::page::{Block, Page, both};
use super::sources;
use crate::app::Model;
use crate::i18n::{Text, Voice};
use crate::note::{each_once, source_line};
use crate::pack::{About, Desk};
use crate::sanitize::sanitize;

/// The own campus in large letters, the others in a line each.
pub(super) fn page(model: &Model) -> Page {
    let title = both(model, |voice| voice.own("desks"));
    let mut page = Page::of(vec![Block::Say(title), Block::Gap]);
    let voice = model.person_voice();
    for desk in own_first(model) {
        if is_own(model, desk) {
            let campus = with_building(voice, desk, campus_name(voice, desk));
            page.add(Block::Say(campus.into()));
            page.add(Block::LargeText(desk.room.to_string()));
            page.add(Block::Gap);
        } else {
            page.add(Block::Say(line(voice, desk).into()));
        }
    }
    sources::add_unknown(model, About::Desks, &mut page);
    let desks = model.pack().known().desks.iter();
    let named = each_once(desks.flat_map(|desk| desk.sources.iter()));
    sources::add(model, &mut page, &named, source_line);
    page
}

fn line(voice: Voice<'_>, desk: &Desk) -> String {
    let room = with_building(voice, desk, desk.room.to_string());
    voice.named(campus_name(voice, desk), room)
}

/// All desks in a line each, as part of another page.
pub(super) fn brief(model: &Model, page: &mut Page) {
    let voice = model.person_voice();
    let desks = own_first(model).into_iter();
    let lines = desks.map(|desk| line(voice, desk));
    page.main
        .extend(Block::facts(voice.own("desks-short"), lines));
}

fn with_building(voice: Voice<'_>, desk: &Desk, place: String) -> String {
    match voice.say_if_any(&Text::Pack(format!("desk-{}.building", desk.id))) {
        Some(building) => format!("{place}, {building}"),
        None => place,
    }
}

/// Which desk this is: campus and room, if that is set.
pub fn desk_name(model: &Model) -> Option<String> {
    let mut desks = model.pack().known().desks.iter();
    let desk = desks.find(|desk| is_own(model, desk))?;
    let name = format!("{} {}", campus_name(model.desk_voice(), desk), desk.room);
    Some(sanitize(&name).into_owned())
}

fn is_own(model: &Model, desk: &Desk) -> bool {
    model.desk.campus.as_ref() == Some(&desk.id)
}

fn campus_name(voice: Voice<'_>, desk: &Desk) -> String {
    voice.say(&Text::Pack(format!("desk-{}", desk.id)))
}

fn own_first(model: &Model) -> Vec<&Desk> {
    let mut desks: Vec<&Desk> = model.pack().known().desks.iter().collect();
    desks.sort_by_key(|desk| !is_own(model, desk));
    desks
}
