//! Parts of texts on one row: the part around a mark, and around a cursor.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::page::Highlighted;

const CUT: &str = "…";

/// As much of a text as `room` columns hold, its first mark in sight: pieces, and which of them are highlighted.
pub(super) fn excerpt(highlighted: &Highlighted, room: usize) -> Vec<(&str, bool)> {
    let Highlighted { lead, text, parts } = highlighted;
    let seen = window(highlighted, room.saturating_sub(lead.width()));
    let mut at = seen.start;
    let parts = parts.iter().filter(|part| part.start >= seen.start);
    let ends = parts.flat_map(|part| [(part.start, false), (part.end, true)]);
    let pieces = ends.chain([(seen.end, false)]).map(|(end, mark)| {
        let piece = text.get(at..end.min(seen.end)).unwrap_or_default();
        at = end;
        (piece, mark)
    });
    let cut = |is: bool| (if is { CUT } else { "" }, false);
    [(lead.as_str(), false), cut(seen.start > 0)]
        .into_iter()
        .chain(pieces)
        .chain([cut(seen.end < text.len())])
        .filter(|(piece, _)| !piece.is_empty())
        .collect()
}

/// Which bytes of the text are seen.
fn window(highlighted: &Highlighted, room: usize) -> Range<usize> {
    let text = highlighted.text.as_str();
    if text.width() <= room {
        return 0..text.len();
    }
    let first = highlighted.parts.first().cloned().unwrap_or_default();
    let in_sight = text.get(..first.end).unwrap_or_default().width() < room;
    let start = if in_sight {
        0
    } else {
        let after = text.get(first.start..).unwrap_or_default().width();
        let spare = room.saturating_sub(after + 2 * CUT.width());
        a_little_before(text, first.start, spare.max(room / 3))
    };
    let rest = text.get(start..).unwrap_or_default();
    let room = room.saturating_sub(CUT.width() * (1 + usize::from(start > 0)));
    start..start + held(rest.graphemes(true), room)
}

/// The beginning of the word that stands at most `room` columns before a place.
fn a_little_before(text: &str, place: usize, room: usize) -> usize {
    let before = text.get(..place).unwrap_or_default();
    let earliest = place - held(before.graphemes(true).rev(), room);
    let (far, near) = before.split_at_checked(earliest).unwrap_or_default();
    if far.is_empty() || far.ends_with(' ') {
        return earliest;
    }
    near.find(' ').map_or(place, |space| earliest + space + 1)
}

/// How many bytes of some characters `room` columns hold.
fn held<'t>(graphemes: impl Iterator<Item = &'t str>, room: usize) -> usize {
    let mut used = 0;
    let held = graphemes.take_while(|grapheme| {
        used += grapheme.width();
        used <= room
    });
    held.map(str::len).sum()
}

/// The part of a typed text that `room` columns hold with the cursor in sight, and the cursor's column in it.
///
/// The cursor stands after so many characters (`char`s) of the text.
pub(super) fn seen_around(text: &str, cursor: usize, room: usize) -> (&str, usize) {
    let at = text.char_indices().nth(cursor);
    let at = at.map_or(text.len(), |(at, _)| at);
    let (before, _) = text.split_at_checked(at).unwrap_or_default();
    let shown = held(before.graphemes(true).rev(), room.saturating_sub(1));
    let (far, near) = before.split_at_checked(at - shown).unwrap_or_default();
    let seen = text.get(far.len()..).unwrap_or_default();
    let seen = seen.get(..held(seen.graphemes(true), room));
    (seen.unwrap_or_default(), near.width())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, mark: &str, room: usize) -> String {
        let start = text.find(mark).unwrap_or_default();
        let mut marked = Highlighted::from(text.to_owned());
        marked.parts.push(start..start + mark.len());
        let pieces = excerpt(&marked, room);
        let written = pieces.into_iter().map(|(text, marked)| match marked {
            true => format!("[{text}]"),
            false => text.to_owned(),
        });
        written.collect()
    }

    #[test]
    fn an_excerpt_shows_the_first_mark() {
        for (room, expected) in [
            (40, "Wacht zeker tot je [geblokkeerd] bent"),
            (35, "Wacht zeker tot je [geblokkeerd] bent"),
            (34, "Wacht zeker tot je [geblokkeerd] be…"),
            (25, "…tot je [geblokkeerd] bent"),
            (20, "…je [geblokkeerd] ben…"),
            (8, "…[geblok]…"),
            (1, "……"),
        ] {
            let text = "Wacht zeker tot je geblokkeerd bent";
            assert_eq!(shown(text, "geblokkeerd", room), expected, "{room}");
        }
    }

    #[test]
    fn a_field_shows_its_cursor() {
        for (text, cursor, room, expected) in [
            ("toledo", 6, 10, ("toledo", 6)),
            ("toledo", 6, 4, ("edo", 3)),
            ("toledo", 0, 4, ("tole", 0)),
            ("🔒🔒🔒", 3, 5, ("🔒🔒", 4)),
            ("🔒🔒🔒", 1, 5, ("🔒🔒", 2)),
            ("", 0, 1, ("", 0)),
        ] {
            let (seen, column) = seen_around(text, cursor, room);
            assert_eq!((seen, column), expected, "{text} {cursor} {room}");
        }
    }
}
