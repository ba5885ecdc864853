//! Which rows of the screen are whose.

use ratatui::layout::Rect;

use super::page::PageSize;

/// The parts of the screen.
pub(super) struct Areas {
    pub(super) header: Rect,
    /// Rules that set header and footer apart, where there is room for them.
    pub(super) rules: Vec<Rect>,
    pub(super) body: Rect,
    pub(super) footer: Rect,
}

/// From this height on, there are rules.
const RULES_FROM: u16 = 20;
/// From this height on, any date code fits between header and footer.
const CODES_FROM: u16 = 28;

impl Areas {
    pub(super) fn of(area: Rect) -> Self {
        let row = |y: u16| {
            Rect {
                y,
                height: 1,
                ..area
            }
            .intersection(area)
        };
        let rule = u16::from(area.height >= RULES_FROM);
        let top = area.y + 1;
        // A single row is the header's.
        let bottom = area.bottom().saturating_sub(1).max(top);
        Self {
            header: row(area.y),
            rules: match rule {
                0 => Vec::new(),
                _ => vec![row(top), row(bottom - 1)],
            },
            body: Rect {
                y: top + rule,
                height: bottom.saturating_sub(top + 2 * rule),
                ..area
            },
            footer: row(bottom),
        }
    }

    /// All rows but the footer's, where a code would not fit between the others.
    pub(super) fn for_code(area: Rect) -> Self {
        let whole = Self::of(area);
        if area.height >= CODES_FROM {
            return whole;
        }
        let height = area.height.saturating_sub(1);
        Self {
            header: Rect::ZERO,
            rules: Vec::new(),
            body: Rect { height, ..area },
            footer: whole.footer,
        }
    }

    /// Columns and rows of the page.
    pub(super) fn page_size(&self) -> PageSize {
        PageSize {
            width: usize::from(self.body.width),
            height: usize::from(self.body.height),
        }
    }
}
