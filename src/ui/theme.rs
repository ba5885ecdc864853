//! The style of each role. Text keeps the terminal's own colours, which its
//! user chose and can read; colour is only used as a pair, ink on paper.

use ratatui::style::{Color, Modifier, Style};

use super::sheet::Role;
use crate::app::Theme;

/// The styles of a theme.
#[derive(Clone, Copy, Debug)]
pub struct Styles(pub Theme);

impl Styles {
    /// The style of words.
    pub fn role(self, role: Role) -> Style {
        let base = self.base();
        match role {
            Role::Plain => base,
            Role::Strong => base.add_modifier(Modifier::BOLD),
            Role::Quiet if self.0 == Theme::Contrast => base,
            Role::Quiet => base.add_modifier(Modifier::ITALIC),
            Role::Alert => self.pair(Color::Yellow),
            Role::Ink => Style::new().fg(Color::Black).bg(Color::White),
        }
    }

    /// What everything stands on.
    pub fn base(self) -> Style {
        match self.0 {
            Theme::Terminal | Theme::None => Style::new(),
            Theme::Contrast => Style::new().fg(Color::White).bg(Color::Black),
        }
    }

    /// The program's name in the header.
    pub fn badge(self) -> Style {
        self.pair(Color::Cyan)
    }

    fn pair(self, paper: Color) -> Style {
        match self.0 {
            Theme::Terminal => Style::new().fg(Color::Black).bg(paper),
            Theme::Contrast => Style::new().fg(Color::Black).bg(Color::White),
            Theme::None => Style::new().add_modifier(Modifier::REVERSED),
        }
    }
}
