//! "Did you mean": the known name nearest to what was typed.

/// The known name nearest to `typed`, if one is near enough to be meant.
///
/// Near enough is one slip for every three characters, and at least one.
pub fn nearest<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let bound = (typed.chars().count() / 3).max(1);
    known
        .into_iter()
        .map(|name| (distance(typed, name), name))
        .filter(|(slips, _)| *slips <= bound)
        .min_by_key(|(slips, _)| *slips)
        .map(|(_, name)| name)
}

/// How many characters must be added, dropped or replaced to go from one to the other.
fn distance(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (i, a) in from.chars().enumerate() {
        let mut next = Vec::with_capacity(row.len());
        next.push(i + 1);
        for (pair, b) in row.windows(2).zip(&to) {
            let (Some(&diagonal), Some(&above), Some(&left)) =
                (pair.first(), pair.last(), next.last())
            else {
                continue;
            };
            next.push(
                (diagonal + usize::from(a != *b))
                    .min(above + 1)
                    .min(left + 1),
            );
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn finds_what_was_meant_and_nothing_else() {
        let known = ["pause", "retry", "hand-over"];
        for (typed, meant) in [
            ("puase", None),
            ("pauze", Some("pause")),
            ("handover", Some("hand-over")),
            ("xyz", None),
            ("", None),
        ] {
            assert_eq!(nearest(typed, known), meant, "{typed}");
        }
    }
}
