//! The characters of a terminal, and what stands in for one that it has not.

use std::borrow::Cow;

use ratatui::buffer::Cell;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The characters of a terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Letters {
    /// Whatever its font has, sent as UTF-8.
    #[default]
    All,
    /// Those of the font that the Linux console starts with.
    Console,
    /// ASCII.
    Ascii,
}

impl Letters {
    /// The character among these that says nearly the same: `é` → `e`, `▸` → `>` or `►`, and `?` where
    /// there is none.
    pub fn nearest(self, character: char) -> char {
        let console = self == Self::Console;
        if self == Self::All || character.is_ascii() || console && CONSOLE.contains(character) {
            return character;
        }
        let mut near = ON_CONSOLE.iter().filter(|_| console);
        let near = near.find(|(missing, _)| *missing == character);
        let mut listed = STAND_INS.iter();
        let listed = listed.find(|(listed, _)| listed.contains(character));
        near.map(|(_, near)| *near)
            .or(listed.map(|(_, stand_in)| *stand_in))
            .or(character.nfkd().next().filter(char::is_ascii))
            .unwrap_or('?')
    }

    /// A text in these characters; a mark that belongs to a letter goes with it.
    pub fn spell(self, text: &str) -> Cow<'_, str> {
        if self == Self::All || text.is_ascii() {
            return Cow::Borrowed(text);
        }
        let composed = text.nfc().filter(|c| !is_combining_mark(*c));
        Cow::Owned(composed.map(|c| self.nearest(c)).collect())
    }

    pub(super) fn adapt(self, cell: &mut Cell) {
        if let Cow::Owned(spelled) = self.spell(cell.symbol()) {
            cell.set_char(spelled.chars().next().unwrap_or(' '));
        }
    }
}

/// Characters beside the one that stands in for them: those that are no letter with an accent.
const STAND_INS: [(&str, char); 27] = [
    ("æ", 'a'),
    ("Æ", 'A'),
    ("đ", 'd'),
    ("ı", 'i'),
    ("ł", 'l'),
    ("Ł", 'L'),
    ("øœ°", 'o'),
    ("ØŒ", 'O'),
    ("ß", 's'),
    ("§", 'S'),
    ("€", 'E'),
    ("─━┄┈╌═‐‑‒–—―−", '-'),
    ("│┃┆┊╎║¦", '|'),
    ("┌┐└┘├┤┬┴┼╭╮╰╯╔╗╚╝╠╣╦╩╬", '+'),
    ("▸▶►→›»❯⏵", '>'),
    ("◂◀◄←‹«❮⏴↵⏎", '<'),
    ("▴▲↑", '^'),
    ("▾▼↓", 'v'),
    ("•·●○∙◦★✱×✓✔", '*'),
    ("‘’‚′´", '\''),
    ("“”„″", '"'),
    ("…", '.'),
    ("█▓▒░▌▐■□", '#'),
    // Large letters stay readable when their half blocks sit high and low.
    ("▀", '"'),
    ("▄", '_'),
    ("≈≃", '~'),
    ("\u{a0}\u{2002}\u{2003}\u{2009}\u{202f}", ' '),
];

/// What the font of the Linux console has besides ASCII, as the kernel's table
/// `drivers/tty/vt/cp437.uni` lists it, and what stands in for some that it has not.
const CONSOLE: &str = "▶►◀◄↕‼¶§▬↨↑↓→←∟↔▲▼•◘○◙¤☼♦◆\
    ÀÁÂÃÐÈÊËÌÍÎÏÒÓÔÕÙÚÛÝãõýÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥ƒáíóúñÑªº¿¬½¼¡«»\
    ░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀\
    αßΓπΣσµτΦØΘΩδ∞φø∩≡±≥≤÷≈°∙·√²■×©®¨´¸¦\u{a0}";
const ON_CONSOLE: [(char, char); 4] = [('▸', '►'), ('◂', '◄'), ('✓', '√'), ('›', '»')];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stand_in_is_ascii_and_no_character_has_two() {
        let mut seen = std::collections::HashSet::new();
        for (characters, ascii) in STAND_INS {
            assert!(ascii.is_ascii() && !ascii.is_control());
            for character in characters.chars() {
                assert!(
                    !character.is_ascii() && seen.insert(character),
                    "{character}"
                );
            }
        }
    }

    #[test]
    fn the_linux_console_keeps_what_its_font_has() {
        for (character, shown) in [('é', 'é'), ('─', '─'), ('▄', '▄'), ('▸', '►'), ('…', '.')]
        {
            assert_eq!(Letters::Console.nearest(character), shown);
        }
        for (_, near) in ON_CONSOLE {
            assert!(CONSOLE.contains(near));
        }
    }

    #[test]
    fn a_word_stays_readable() {
        let near = |c| Letters::Ascii.nearest(c);
        let word: String = "▸ geblokkeérd… 語".chars().map(near).collect();
        assert_eq!(word, "> geblokkeerd. ?");
    }
}
