//! Figures that are typed in a text.

use std::ops::Range;

/// The whole numbers in a text that stand by themselves, each with its place.
pub(super) fn typed_figures(text: &str, start: usize) -> Vec<(u32, Range<usize>)> {
    let digits = |c: char| c.is_ascii_digit();
    let found = text.match_indices(digits).filter_map(|(at, _)| {
        let (before, rest) = text.split_at_checked(at)?;
        let length = rest.find(|c| !digits(c)).unwrap_or(rest.len());
        let (number, after) = rest.split_at_checked(length)?;
        let counts = stands_alone(before, after) && !number.starts_with('0');
        let span = start + at..start + at + length;
        Some((number.parse().ok().filter(|_| counts)?, span))
    });
    found.collect()
}

/// Whether a number is no part of a word, a time, an address or a longer number.
fn stands_alone(before: &str, after: &str) -> bool {
    let joins = |c: char| c.is_alphanumeric() || matches!(c, '@' | '/' | '_' | '#' | '+' | '-');
    let goes_on = after.strip_prefix(['.', ',', ':']);
    let goes_on = goes_on.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let is_led = before.ends_with(|c| joins(c) || matches!(c, '.' | ':' | '$'));
    !is_led && !after.starts_with(joins) && !goes_on
}

#[cfg(test)]
mod tests {
    use super::typed_figures;

    #[test]
    fn only_numbers_that_stand_alone_count() {
        for (text, found) in [
            ("na 5 pogingen", vec![5]),
            ("5 minuten, of 16.", vec![5, 16]),
            ("om 14:35 in A1T2, 022, r0123456, 2.5 of 5-7", vec![]),
            ("5 %", vec![5]),
        ] {
            let numbers: Vec<u32> = typed_figures(text, 0)
                .into_iter()
                .map(|(number, _)| number)
                .collect();
            assert_eq!(numbers, found, "{text}");
        }
    }
}
