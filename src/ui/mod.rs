//! The screens: each says what it has to say as a page; one way of drawing
//! serves them all. Drawing changes nothing and returns what it measured.

mod areas;
mod body;
mod calendar;
mod case;
mod closing;
mod desks;
mod excerpt;
mod faults;
mod footer;
mod header;
mod help;
mod home;
mod large_text;
mod layout;
mod leaving;
mod page;
mod qr;
mod search;
mod sheet;
mod sources;
mod take_home;
mod theme;
mod trail;
mod typesetter;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use areas::Areas;
pub use body::Drawn;
pub use desks::desk_name;
pub use footer::notice;
pub use layout::{lay, lay_tight};
use page::PageSize;
pub use page::{Bilingual, Block, Line, Page};
pub(crate) use page::{FoundLine, Highlighted};
pub use sheet::{Role, Sheet};
pub use theme::Styles;
pub use trail::choice_text;
pub use typesetter::INDENT;

use crate::app::{Derived, Model, Scene, picks};

/// What the screen that is shown has to say, for a body of this size.
pub fn page(derived: &Derived<'_>, width: usize, height: usize) -> Page {
    let size = PageSize { width, height };
    match derived.scene() {
        Scene::Home => home::page(derived),
        Scene::Case(_) => case::page(derived).unwrap_or_default(),
        Scene::Trail(letter) => trail::page(derived, *letter),
        Scene::LinkQr(link) => qr::page(derived, link, size).unwrap_or_default(),
        Scene::Desks => desks::page(derived),
        Scene::Reasons => closing::reasons(derived),
        Scene::Day(reason, input) => closing::day(derived, reason, input, size),
        Scene::Dates(question) => closing::dates(derived, question, size),
        Scene::Why(question) => closing::why(derived, question),
        Scene::Mail(_) => take_home::mail(derived),
        Scene::DateQr(_, place) => take_home::date_qr(derived, *place, size).unwrap_or_default(),
        Scene::Search(search) => search::page(derived, search),
        Scene::Help => help::page(derived),
        Scene::Faults => faults::page(derived),
        Scene::Leaving => leaving::page(derived),
        Scene::Dropping(letter) => leaving::dropping(derived, *letter),
    }
}

/// Columns and rows that a page has on a screen of this size.
pub fn body_size(width: u16, height: u16) -> (usize, usize) {
    let body = Areas::of(Rect::new(0, 0, width, height)).body;
    (body.width.into(), body.height.into())
}

/// Draws the model into an area of a buffer.
pub fn draw(model: &Model, area: Rect, buffer: &mut Buffer) -> Drawn {
    let derived = model.derive();
    let styles = Styles(model.desk.theme);
    let area = area.intersection(buffer.area);
    buffer.set_style(area, styles.base());
    let areas = match model.scene() {
        Scene::DateQr(..) => Areas::for_code(area),
        _ => Areas::of(area),
    };
    header::draw(&derived, styles, areas.header, buffer);
    for rule in areas.rules.iter().flatten() {
        let line = "─".repeat(usize::from(rule.width));
        buffer.set_string(rule.x, rule.y, line, styles.base());
    }
    let lines = picks(&derived).len();
    let rule = areas.rules.map(|[_, below]| below);
    footer::draw(&derived, lines, styles, areas.footer, rule, buffer);
    let (width, height) = (areas.body.width.into(), areas.body.height.into());
    let sheet = lay(&page(&derived, width, height), width, height);
    let list = &model.screens.top().list;
    body::draw(&sheet, list, lines, styles, areas.body, buffer)
}

#[cfg(test)]
mod tests;
