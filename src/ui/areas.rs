//! Which rows of the screen are whose.

use ratatui::layout::Rect;

/// The parts of the screen.
pub(super) struct Areas {
    pub(super) header: Rect,
    /// Rules that set header and footer apart, where there is room for them.
    pub(super) rules: Option<[Rect; 2]>,
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
            rules: (rule == 1).then(|| [row(top), row(bottom - 1)]),
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
        let mut areas = Self::of(area);
        if area.height < CODES_FROM {
            let height = area.height.saturating_sub(1);
            areas.header = Rect::ZERO;
            areas.rules = None;
            areas.body = Rect { height, ..area };
        }
        areas
    }
}
