//! QR codes: an address, or any text, that a phone reads off the screen.

use qrcode::render::unicode::Dense1x2;
use qrcode::{EcLevel, QrCode};

use super::bilingual::{Bilingual, said};
use super::page::{Block, Page, PageSize};
use super::sheet::columns;
use super::single_row::LEAST_BESIDE;
use crate::app::Model;
use crate::i18n::Text;
use crate::id::LinkId;

pub(super) fn page(model: &Model, link: &LinkId, size: PageSize) -> Page {
    let mut page = Page::default();
    let Some(link) = model.pack().known().link(link) else {
        return page;
    };
    let what = said(model, &Text::Pack(format!("link-{}", link.id)));
    let code = Qr {
        text: &link.url,
        words: vec![what],
        below: Some(link.url.to_string()),
        around: AROUND,
        too_large: "code-too-large",
    };
    add(model, &mut page, code, size);
    page
}

/// A text to be drawn as a code.
pub(super) struct Qr<'a> {
    /// The text itself.
    pub(super) text: &'a str,
    /// What stands beside it.
    pub(super) words: Vec<Bilingual>,
    /// What stands below it, on a row of its own: an address, to be typed.
    pub(super) below: Option<String>,
    /// Rows of the screen that are not the page's.
    pub(super) around: usize,
    /// The message that says that it does not fit.
    pub(super) too_large: &'static str,
}

/// Adds a code with its words; where it does not fit, the words and what it would need.
pub(super) fn add(model: &Model, page: &mut Page, qr: Qr<'_>, size: PageSize) {
    let rows = code(qr.text, model.desk.ascii).unwrap_or_default();
    let below = qr.below.map(|below| Block::Say(below.into()));
    let under = usize::from(below.is_some());
    if fits(&rows, size, under) {
        page.add(Block::Qr(rows, qr.words));
        below.into_iter().for_each(|below| page.add(below));
    } else {
        let words = qr.words.into_iter().map(Block::Say);
        words.chain(below).for_each(|words| page.add(words));
        page.add(Block::Gap);
        page.add(Block::Hint(too_large(
            model,
            qr.too_large,
            qr.around + under,
            &rows,
        )));
    }
}

/// Rows of words above a code that has no room beside it.
const WORDS_ABOVE: usize = 3;
/// Rows of the screen that are not the page's, on most screens.
const AROUND: usize = 4;

fn fits(rows: &[String], size: PageSize, under: usize) -> bool {
    let beside = size.width > columns(rows) + 6 + LEAST_BESIDE;
    let above = if beside { 0 } else { WORDS_ABOVE };
    !rows.is_empty() && columns(rows) + 3 < size.width && rows.len() + above + under <= size.height
}

fn too_large(model: &Model, id: &str, around: usize, rows: &[String]) -> String {
    let width = columns(rows) + 7 + LEAST_BESIDE;
    let args = [
        ("width", width.into()),
        ("height", (rows.len() + around).into()),
    ];
    model.desk_voice().own_with(id, args)
}

/// The code with the white edge that a reader needs; the blocks are the dark
/// modules, to be drawn black on white: two modules in a cell, or, where a
/// terminal has no half blocks, one module in two cells.
pub(super) fn code(text: &str, ascii: bool) -> Option<Vec<String>> {
    let code = QrCode::with_error_correction_level(text, EcLevel::L).ok()?;
    let drawn = if ascii {
        cells(&code)
    } else {
        half_cells(&code)
    };
    Some(drawn.lines().map(str::to_owned).collect())
}

fn half_cells(code: &QrCode) -> String {
    code.render::<Dense1x2>()
        .dark_color(Dense1x2::Dark)
        .light_color(Dense1x2::Light)
        .quiet_zone(true)
        .build()
}

fn cells(code: &QrCode) -> String {
    code.render::<char>()
        .dark_color('█')
        .light_color(' ')
        .module_dimensions(2, 1)
        .quiet_zone(true)
        .build()
}
