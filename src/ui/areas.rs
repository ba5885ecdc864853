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
        let row = |from_top: u16| Rect {
            y: area.y + from_top.min(area.height),
            height: u16::from(from_top < area.height),
            ..area
        };
        let rule = u16::from(area.height >= RULES_FROM);
        let top = 1 + rule;
        let bottom = area.height.saturating_sub(1 + rule);
        let rules = [row(1), row(bottom)].into_iter();
        Self {
            header: row(0),
            rules: rules.filter(|_| rule == 1).collect(),
            body: Rect {
                y: row(top).y,
                height: bottom.saturating_sub(top),
                ..area
            },
            // A single row is the header's.
            footer: row(area.height.saturating_sub(1).max(1)),
        }
    }

    /// All rows but the footer's, where a code would not fit between the others.
    pub(super) fn for_code(area: Rect) -> Self {
        let whole = Self::of(area);
        if area.height >= CODES_FROM {
            return whole;
        }
        Self {
            header: Rect { height: 0, ..area },
            rules: Vec::new(),
            body: Rect {
                height: area.height.saturating_sub(1),
                ..area
            },
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
