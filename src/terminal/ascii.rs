//! What stands in for a character on a terminal that has fewer of them.

/// Characters beside the one that stands in for them.
const STAND_INS: [(&str, char); 38] = [
    ("àáâãäåāăą", 'a'),
    ("ÀÁÂÃÄÅĀĂĄ", 'A'),
    ("çćč", 'c'),
    ("ÇĆČ", 'C'),
    ("èéêëēęě", 'e'),
    ("ÈÉÊËĒĘĚ€", 'E'),
    ("ìíîïī", 'i'),
    ("ÌÍÎÏĪİ", 'I'),
    ("ł", 'l'),
    ("Ł", 'L'),
    ("ñńň", 'n'),
    ("ÑŃŇ", 'N'),
    ("òóôõöøō°", 'o'),
    ("ÒÓÔÕÖØŌ", 'O'),
    ("řŕ", 'r'),
    ("śşšß", 's'),
    ("ŚŞŠ§", 'S'),
    ("ùúûüūů", 'u'),
    ("ÙÚÛÜŪŮ", 'U'),
    ("ýÿ", 'y'),
    ("źżž", 'z'),
    ("ŹŻŽ", 'Z'),
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

/// The character of the Linux console's own font that says nearly the same: `▸` → `►`.
pub fn console_stand_in(character: char) -> char {
    if character.is_ascii() || CONSOLE.contains(character) {
        return character;
    }
    let near = ON_CONSOLE.iter().find(|(missing, _)| *missing == character);
    near.map_or_else(|| stand_in(character), |(_, near)| *near)
}

/// The ASCII character that says nearly the same: `é` → `e`, `▸` → `>`, and `?` where there is none.
pub fn stand_in(character: char) -> char {
    if character.is_ascii() {
        return character;
    }
    STAND_INS
        .iter()
        .find(|(characters, _)| characters.contains(character))
        .map_or('?', |(_, stand_in)| *stand_in)
}

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
            assert_eq!(console_stand_in(character), shown);
        }
        for (_, near) in ON_CONSOLE {
            assert!(CONSOLE.contains(near));
        }
    }

    #[test]
    fn a_word_stays_readable() {
        let word: String = "▸ geblokkeérd… 語".chars().map(stand_in).collect();
        assert_eq!(word, "> geblokkeerd. ?");
    }
}
