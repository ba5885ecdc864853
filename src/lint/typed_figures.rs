//! Figures that are typed in a text.

use std::ops::Range;

/// The whole numbers in a text that stand by themselves, each with its place.
pub(super) fn typed_figures(text: &str, start: usize) -> Vec<(u32, Range<usize>)> {
    let digits = |c: char| c.is_ascii_digit();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(offset) = text.get(at..).and_then(|rest| rest.find(digits)) {
        let first = at + offset;
        let rest = text.get(first..).unwrap_or_default();
        let length = rest.find(|c| !digits(c)).unwrap_or(rest.len());
        let number = rest.get(..length).unwrap_or_default();
        if stands_alone(text, first, first + length) && !number.starts_with('0') {
            let span = start + first..start + first + length;
            found.extend(number.parse().ok().map(|number| (number, span)));
        }
        at = first + length;
    }
    found
}

/// Whether a number is no part of a word, a time, an address or a longer number.
fn stands_alone(text: &str, from: usize, to: usize) -> bool {
    let joins = |c: char| c.is_alphanumeric() || matches!(c, '@' | '/' | '_' | '#' | '+' | '-');
    let before = text.get(..from).and_then(|text| text.chars().next_back());
    let mut after = text.get(to..).unwrap_or_default().chars();
    let next = after.next();
    let part = next.is_some_and(|c| matches!(c, '.' | ',' | ':'))
        && after.next().is_some_and(|c| c.is_ascii_digit());
    let led = before.is_some_and(|c| joins(c) || matches!(c, '.' | ':' | '$'));
    !led && !next.is_some_and(joins) && !part
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
