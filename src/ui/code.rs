//! An address as a code that a phone reads off the screen.

use qrcode::render::unicode::Dense1x2;
use qrcode::{EcLevel, QrCode};

use super::page::{Block, Page};
use super::two::said;
use crate::app::Model;
use crate::id::LinkId;
use crate::locale::Text;

pub(super) fn page(model: &Model, link: &LinkId, width: usize, height: usize) -> Page {
    let mut page = Page::default();
    let Some(link) = model.pack().known().link(link) else {
        return page;
    };
    page.add(Block::Say(said(
        model,
        &Text::Pack(format!("link-{}", link.id)),
    )));
    page.add(Block::Say(link.url.clone().into()));
    let above = 4;
    match code(&link.url) {
        Some(rows) if fits(&rows, width, height.saturating_sub(above)) => {
            page.add(Block::Code(rows))
        }
        rows => {
            let (needs_width, needs_height) = rows.map_or((0, 0), |rows| size(&rows));
            let args = [
                ("width", (needs_width + 2).into()),
                ("height", (needs_height + above + 4).into()),
            ];
            page.add(Block::Gap);
            page.add(Block::Hint(
                model.desk_voice().own_with("code-too-large", args),
            ));
        }
    }
    page
}

fn fits(rows: &[String], width: usize, height: usize) -> bool {
    let (needs_width, needs_height) = size(rows);
    needs_width + 2 < width && needs_height <= height
}

fn size(rows: &[String]) -> (usize, usize) {
    let width = rows.iter().map(|row| row.chars().count()).max();
    (width.unwrap_or_default(), rows.len())
}

/// The code in half blocks, two modules in a cell, with the white edge that a
/// reader needs; the blocks are the dark modules, to be drawn black on white.
pub(super) fn code(text: &str) -> Option<Vec<String>> {
    let code = QrCode::with_error_correction_level(text, EcLevel::L).ok()?;
    let drawn = code
        .render::<Dense1x2>()
        .dark_color(Dense1x2::Light)
        .light_color(Dense1x2::Dark)
        .quiet_zone(true)
        .build();
    Some(drawn.lines().map(str::to_owned).collect())
}
