//! Contrast as WCAG 2 counts it, of everything that is shown, on the usual palettes.
//!
//! Assumed, as a program cannot know it: words in the terminal's own colours stand
//! on the default paper of that palette (xterm: black on white; Windows Terminal:
//! light grey on near black; Linux console: grey on black), and in the first two also
//! the other way round, as people set them. The Linux console shows italics in green
//! and bold ink as the bright one.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

#[path = "support/mod.rs"]
mod support;

use balie::settings::Theme;
use balie::terminal::Colours;
use balie::ui::{Role, Styles};
use ratatui::style::{Color, Modifier, Style};
use support::Desk;

struct Palette {
    name: &'static str,
    colours: Colours,
    /// Ink and paper of words without a colour.
    own: (usize, usize),
    sixteen: [u32; 16],
}

const PALETTES: [Palette; 3] = [
    Palette {
        name: "xterm",
        colours: Colours::Sixteen,
        own: (0, 15),
        sixteen: [
            0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5,
            0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff,
        ],
    },
    Palette {
        name: "Windows Terminal",
        colours: Colours::Sixteen,
        own: (7, 0),
        sixteen: [
            0x0c0c0c, 0xc50f1f, 0x13a10e, 0xc19c00, 0x0037da, 0x881798, 0x3a96dd, 0xcccccc,
            0x767676, 0xe74856, 0x16c60c, 0xf9f1a5, 0x3b78ff, 0xb4009e, 0x61d6d6, 0xf2f2f2,
        ],
    },
    Palette {
        name: "Linux console",
        colours: Colours::Eight,
        own: (7, 0),
        sixteen: [
            0x000000, 0xaa0000, 0x00aa00, 0xaa5500, 0x0000aa, 0xaa00aa, 0x00aaaa, 0xaaaaaa,
            0x555555, 0xff5555, 0x55ff55, 0xffff55, 0x5555ff, 0xff55ff, 0x55ffff, 0xffffff,
        ],
    },
];

const THEMES: [(Theme, f64); 3] = [
    (Theme::Terminal, 4.5),
    (Theme::Contrast, 7.0),
    (Theme::None, 4.5),
];

fn styles(looks: Styles) -> Vec<Style> {
    let roles = [
        Role::Plain,
        Role::Strong,
        Role::Quiet,
        Role::Alert,
        Role::Ink,
    ];
    roles
        .map(|role| looks.role(role))
        .into_iter()
        .chain([looks.base(), looks.badge()])
        .collect()
}

/// The place of a colour among the sixteen; none for the terminal's own.
fn place(colour: Color) -> Option<usize> {
    let named = [
        Color::Black,
        Color::Red,
        Color::Green,
        Color::Yellow,
        Color::Blue,
        Color::Magenta,
        Color::Cyan,
        Color::Gray,
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
        Color::White,
    ];
    match colour {
        Color::Reset => None,
        _ => Some(named.iter().position(|known| *known == colour).unwrap()),
    }
}

fn contrast(palette: &Palette, own: (usize, usize), style: Style) -> f64 {
    let ink = palette.colours.ink(style.fg.unwrap_or_default());
    let paper = palette.colours.paper(style.bg.unwrap_or_default());
    let mut ink = place(ink).unwrap_or(own.0);
    let paper = place(paper).unwrap_or(own.1);
    let console = palette.colours == Colours::Eight;
    if console && style.add_modifier.contains(Modifier::ITALIC) {
        ink = 2;
    }
    if console && style.add_modifier.contains(Modifier::BOLD) && ink < 8 {
        ink += 8;
    }
    let [ink, paper] = [ink, paper].map(|place| luminance(palette.sixteen[place]));
    (ink.max(paper) + 0.05) / (ink.min(paper) + 0.05)
}

fn luminance(rgb: u32) -> f64 {
    let linear = |shift: u32| {
        let part = f64::from(rgb >> shift & 0xff) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0)
}

/// The terminal's own colours, and the same turned round, which the Linux console is not.
fn owns(palette: &Palette) -> Vec<(usize, usize)> {
    let (ink, paper) = palette.own;
    let turned = (palette.colours != Colours::Eight).then_some((paper, ink));
    [palette.own].into_iter().chain(turned).collect()
}

#[test]
fn the_formula_is_that_of_wcag() {
    let palette = &PALETTES[0];
    let style = Style::new().fg(Color::White).bg(Color::Black);
    assert!((contrast(palette, palette.own, style) - 21.0).abs() < 0.001);
}

#[test]
fn every_pair_of_every_theme_can_be_read() {
    for palette in &PALETTES {
        for (theme, least) in THEMES {
            for style in styles(Styles(theme)) {
                for own in owns(palette) {
                    let found = contrast(palette, own, style);
                    let name = palette.name;
                    assert!(
                        found >= least,
                        "{name}, {theme:?}: {found:.2} for {style:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn nothing_on_any_screen_has_other_colours() {
    for (theme, _) in THEMES {
        let mut known: Vec<(Color, Color)> = styles(Styles(theme))
            .iter()
            .map(|style| (style.fg.unwrap_or_default(), style.bg.unwrap_or_default()))
            .collect();
        // Codes are drawn in both.
        known.extend([(Color::White, Color::Black), (Color::Reset, Color::Reset)]);
        for keys in [
            "",
            "3",
            "3 1 1",
            "1 2 1 2 4",
            "d",
            "?",
            "/",
            "7 1",
            "3 1 1 Esc q",
        ] {
            let mut desk = Desk::open();
            desk.model.desk.theme = theme;
            let mut desk = desk.keys(keys).minutes(20);
            for cell in &desk.buffer().content {
                assert!(
                    known.contains(&(cell.fg, cell.bg)),
                    "{theme:?} {keys} {cell:?}"
                );
            }
        }
    }
}
