//! From a page to rows of a given width.
//!
//! A page that fits is laid out with room around its parts, or close where it
//! fits so. One that does not is laid out tight: what can be chosen comes right
//! below what is said, and all that is quiet (the desk's language, hints,
//! sources) follows below.

use super::page::{Block, Page};
use super::sheet::Sheet;
use super::typesetter::{Spacing, typeset};

/// The widest that text runs before it becomes hard to read.
const MEASURE: usize = 76;
/// From this width on, there is a column beside.
pub(super) const WIDE: usize = 120;

/// Lays out a page for a width, as roomy as `height` rows allow.
pub fn lay(page: &Page, width: usize, height: usize) -> Sheet {
    let main_width = main_width(width);
    if width < WIDE {
        return fitting(&whole(page), main_width, height).unwrap_or_else(|| lay_tight(page, width));
    }
    let mut main = fitting(&page.main, main_width, height)
        .unwrap_or_else(|| typeset(&page.main, main_width, Spacing::Tight));
    let column = main_width + 4;
    let side = typeset(&page.side, (width - column).min(MEASURE), Spacing::Ample);
    main.put_beside(0, column, side.rows);
    main
}

/// Lays out a page that does not fit: the desk's words stand below all that can be chosen.
pub fn lay_tight(page: &Page, width: usize) -> Sheet {
    typeset(&whole(page), width.saturating_sub(1), Spacing::Tight)
}

/// The columns that the main part of a page has on a screen of this width.
pub(super) fn main_width(width: usize) -> usize {
    if width >= WIDE {
        (width * 3 / 5).min(MEASURE + 24) - 4
    } else {
        width.saturating_sub(1).min(MEASURE + 2)
    }
}

/// With room, or else close, if all that can be chosen is then in sight.
fn fitting(blocks: &[Block], width: usize, height: usize) -> Option<Sheet> {
    let ample = typeset(blocks, width, Spacing::Ample);
    if ample.rows.len() <= height {
        return Some(ample);
    }
    let close = typeset(blocks, width, Spacing::Close);
    let last = close.picks.last().map_or(close.rows.len(), |rows| rows.end);
    (last <= height).then_some(close)
}

fn whole(page: &Page) -> Vec<Block> {
    let gap = if page.side.is_empty() {
        &[][..]
    } else {
        &[Block::Gap]
    };
    [&page.main, gap, &page.side].concat()
}
