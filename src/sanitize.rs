//! Text made safe for a terminal, in the one place where text becomes output.

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

/// How many marks one character may carry; the rest would pile up over other lines.
const MARKS: usize = 4;

/// `text` without anything that could steer a terminal or hide what is written:
/// control characters (a line break becomes a space), bidi overrides, zero-width
/// and other format characters, and more than four marks on one character.
pub fn sanitize(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|b| (0x20..0x7f).contains(&b)) {
        return Cow::Borrowed(text);
    }
    let harmless = !text.starts_with(is_combining_mark)
        && text.chars().all(|c| !steers(c))
        && text.graphemes(true).all(|g| g.chars().count() <= MARKS + 1);
    if harmless {
        return Cow::Borrowed(text);
    }
    let breaks = |c| {
        if matches!(c, '\n' | '\t' | '\r') {
            ' '
        } else {
            c
        }
    };
    let visible: String = text.chars().map(breaks).filter(|c| !steers(*c)).collect();
    // A mark at the very beginning would fall on whatever is written before it.
    let visible = visible.trim_start_matches(is_combining_mark);
    let graphemes = visible.graphemes(true);
    let light = graphemes.flat_map(|grapheme| grapheme.chars().take(MARKS + 1));
    Cow::Owned(light.collect())
}

/// As [`sanitize`], keeping the line breaks of a text of several lines.
pub fn sanitize_lines(text: &str) -> String {
    text.split('\n')
        .map(sanitize)
        .collect::<Vec<_>>()
        .join("\n")
}

/// As [`sanitize_lines`], keeping the colours that the program itself gave: sequences
/// of the form `ESC [ numbers m`, which must be known to come from nowhere else.
pub fn sanitize_between_colours(text: &str) -> String {
    let mut pieces = text.split('\u{1b}');
    let mut kept = sanitize_lines(pieces.next().unwrap_or_default());
    for piece in pieces {
        let rest = piece.strip_prefix('[').and_then(|rest| {
            let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == ';');
            rest.strip_prefix('m')
        });
        if let Some(colour) = rest.and_then(|rest| piece.strip_suffix(rest)) {
            kept.push('\u{1b}');
            kept.push_str(colour);
        }
        kept.push_str(&sanitize_lines(rest.unwrap_or(piece)));
    }
    kept
}

/// Whether a character can change what a terminal does or what a reader sees, unseen.
pub fn steers(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{600}'..='\u{605}' | '\u{61c}' | '\u{6dd}' | '\u{70f}'
            | '\u{890}'..='\u{891}' | '\u{8e2}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
            | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{110bd}' | '\u{110cd}' | '\u{13430}'..='\u{1343f}'
            | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_stay_and_all_else_goes() {
        for (text, shown) in [
            ("\u{1b}[1;31mé\u{1b}[0m\n", "\u{1b}[1;31mé\u{1b}[0m\n"),
            ("a\u{1b}[2Jb\u{9b}1mc\u{1b}", "a[2Jb1mc"),
            ("\u{1b}[\u{202e}m", "[m"),
        ] {
            assert_eq!(sanitize_between_colours(text), shown);
        }
    }

    #[test]
    fn what_steers_is_gone_and_the_rest_stays() {
        for (text, shown) in [
            ("één r-nummer: 't Serclaes", "één r-nummer: 't Serclaes"),
            ("rood \u{1b}[31m!", "rood [31m!"),
            ("a\u{202e}b\u{200b}c", "abc"),
            ("twee\nregels", "twee regels"),
            ("\u{301}\u{301}e\u{301}", "e\u{301}"),
            (
                "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
                "e\u{301}\u{301}\u{301}\u{301}",
            ),
        ] {
            assert_eq!(sanitize(text), shown);
        }
    }
}
