//! Parts of texts on one row: the part around a mark, and around a cursor.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::page::Highlighted;

const CUT: &str = "…";

/// As much of a text as `room` columns hold, its first mark in sight: pieces, and which of them are highlighted.
pub(super) fn excerpt(highlighted: &Highlighted, room: usize) -> Vec<(String, bool)> {
    let seen = window(highlighted, room.saturating_sub(highlighted.lead.width()));
    let lead = Some(highlighted.lead.clone()).filter(|lead| !lead.is_empty());
    let cut = |is: bool| is.then(|| (CUT.to_owned(), false));
    let pieces = pieces(highlighted, &seen);
    lead.map(|lead| (lead, false))
        .into_iter()
        .chain(cut(seen.start > 0))
        .chain(pieces)
        .chain(cut(seen.end < highlighted.text.len()))
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
    start..start + fitting(rest, room)
}

/// The beginning of the word that stands at most `room` columns before a place.
fn a_little_before(text: &str, place: usize, room: usize) -> usize {
    let before = text.get(..place).unwrap_or_default();
    let mut used = 0;
    let near = before.graphemes(true).rev().take_while(|seen| {
        used += seen.width();
        used <= room
    });
    let earliest = place - near.map(str::len).sum::<usize>();
    if before
        .get(..earliest)
        .is_some_and(|far| far.is_empty() || far.ends_with(' '))
    {
        return earliest;
    }
    let near = before.get(earliest..).unwrap_or_default();
    near.find(' ').map_or(place, |space| earliest + space + 1)
}

/// How many bytes of a text `room` columns hold, in whole characters.
fn fitting(text: &str, room: usize) -> usize {
    let mut used = 0;
    let held = text.graphemes(true).take_while(|seen| {
        used += seen.width();
        used <= room
    });
    held.map(str::len).sum()
}

fn pieces(highlighted: &Highlighted, seen: &Range<usize>) -> Vec<(String, bool)> {
    let mut pieces = Vec::new();
    let mut at = seen.start;
    let mut take = |from: usize, to: usize, mark: bool| {
        let text = highlighted.text.get(from..to.min(seen.end));
        pieces.extend(
            text.filter(|text| !text.is_empty())
                .map(|text| (text.to_owned(), mark)),
        );
    };
    for part in highlighted
        .parts
        .iter()
        .filter(|part| part.start >= seen.start)
    {
        take(at, part.start, false);
        take(part.start, part.end, true);
        at = part.end;
    }
    take(at, seen.end, false);
    pieces
}

/// The part of a typed text that `room` columns hold with the cursor in sight, and the cursor's column in it.
///
/// The cursor stands after so many characters (`char`s) of the text.
pub(super) fn seen_around(text: &str, cursor: usize, room: usize) -> (String, usize) {
    let at = text
        .char_indices()
        .nth(cursor)
        .map_or(text.len(), |(at, _)| at);
    let before = text.get(..at).unwrap_or_default();
    let mut column = 0;
    let shown = before.graphemes(true).rev().take_while(|seen| {
        let fits = column + seen.width() < room;
        column += if fits { seen.width() } else { 0 };
        fits
    });
    let start = at - shown.map(str::len).sum::<usize>();
    let seen = text.get(start..).unwrap_or_default();
    let seen = seen.get(..fitting(seen, room)).unwrap_or_default();
    (seen.to_owned(), column)
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
            false => text,
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
            assert_eq!((seen.as_str(), column), expected, "{text} {cursor} {room}");
        }
    }
}
