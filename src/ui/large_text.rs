//! Letters large enough to be read from the other side of the counter.

use font8x8::{BASIC_FONTS, LATIN_FONTS, UnicodeFonts};

/// Columns that one large letter takes.
const LETTER: usize = 8;

/// `text` in large letters, four rows of half blocks; none where it does not
/// fit `width`, or has a letter that cannot be drawn.
pub(super) fn rows(text: &str, width: usize) -> Option<Vec<String>> {
    if text.chars().count() * LETTER > width {
        return None;
    }
    let letter = |c| BASIC_FONTS.get(c).or_else(|| LATIN_FONTS.get(c));
    let letters: Vec<[u8; 8]> = text.chars().map(letter).collect::<Option<_>>()?;
    let row = |row: usize| {
        letters
            .iter()
            .map(|letter| slice(letter, row * 2))
            .collect()
    };
    Some((0..4).map(row).collect())
}

/// Two rows of dots of a letter, as one row of half blocks.
fn slice(letter: &[u8; 8], row: usize) -> String {
    let upper = letter.get(row).copied().unwrap_or_default();
    let lower = letter.get(row + 1).copied().unwrap_or_default();
    (0..LETTER)
        .map(|column| match (upper >> column & 1, lower >> column & 1) {
            (0, 0) => ' ',
            (0, _) => '▄',
            (_, 0) => '▀',
            _ => '█',
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::rows;

    #[test]
    fn large_text_is_drawn_where_it_fits() {
        let drawn = rows("A1", 16).expect("it fits");
        assert_eq!(drawn.len(), 4);
        assert!(drawn.iter().all(|row| row.chars().count() == 16));
        assert_eq!(rows("A1", 15), None);
        assert_eq!(rows("☃", 80), None);
    }
}
