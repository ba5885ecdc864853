//! QR codes: an address, or any text, that a phone reads off the screen.

use qrcode::render::unicode::Dense1x2;
use qrcode::{EcLevel, QrCode};

use super::page::{Bilingual, Block, Page, PageSize, said};
use super::sheet::columns;
use super::typesetter::LEAST_BESIDE;
use crate::app::Model;
use crate::i18n::Text;
use crate::id::LinkId;

pub(super) fn page(model: &Model, link: &LinkId, size: PageSize) -> Option<Page> {
    let link = model.pack().known().link(link)?;
    let what = said(model, &Text::Pack(format!("link-{}", link.id)));
    Some(page_of(model, &link.url, vec![what], true, size))
}

/// A text as a code with words beside it, an address also as it is typed; where
/// that does not fit, the words and what it would need.
pub(super) fn page_of(
    model: &Model,
    text: &str,
    words: Vec<Bilingual>,
    is_address: bool,
    size: PageSize,
) -> Page {
    let code = code(text, model.desk.ascii).unwrap_or_default();
    let below = is_address.then(|| Block::Say(text.to_owned().into()));
    let under = usize::from(is_address);
    // Words above a code that has no room beside it take three rows.
    let beside = size.width > columns(&code) + 6 + LEAST_BESIDE;
    let height = code.len() + under + if beside { 0 } else { 3 };
    if !code.is_empty() && columns(&code) + 3 < size.width && height <= size.height {
        let code = Block::Qr(code, words);
        return Page::of([code].into_iter().chain(below).collect());
    }
    let words = words.into_iter().map(Block::Say);
    let mut page = Page::of(words.chain(below).collect());
    // Rows of the screen that are not the page's: a date's code has all but the footer's.
    let (id, around) = match is_address {
        true => ("code-too-large", 4),
        false => ("code-event-too-large", 1),
    };
    let args = [
        ("width", (columns(&code) + 7 + LEAST_BESIDE).into()),
        ("height", (code.len() + around + under).into()),
    ];
    let too_large = model.desk_voice().own_with(id, args);
    page.main.extend([Block::Gap, Block::Hint(too_large)]);
    page
}

/// The code with the white edge that a reader needs; the blocks are the dark
/// modules, to be drawn black on white: two modules in a cell, or, where a
/// terminal has no half blocks, one module in two cells.
pub(super) fn code(text: &str, ascii: bool) -> Option<Vec<String>> {
    let code = QrCode::with_error_correction_level(text, EcLevel::L).ok()?;
    let drawn = if ascii {
        let mut cells = code.render::<char>();
        cells.dark_color('█').module_dimensions(2, 1).build()
    } else {
        let mut half_cells = code.render::<Dense1x2>();
        half_cells
            .dark_color(Dense1x2::Dark)
            .light_color(Dense1x2::Light)
            .build()
    };
    Some(drawn.lines().map(str::to_owned).collect())
}
