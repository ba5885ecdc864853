//! "Did you mean": the known name nearest to what was typed.

/// The known name nearest to `typed`, if one is near enough to be meant.
///
/// Near enough is one slip for every three characters, and at least one; capitals are none.
pub fn nearest<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let typed = typed.to_lowercase();
    let bound = (typed.chars().count() / 3).max(1);
    known
        .into_iter()
        .map(|name| (distance(&typed, &name.to_lowercase()), name))
        .filter(|(slips, _)| *slips <= bound)
        .min_by_key(|(slips, _)| *slips)
        .map(|(_, name)| name)
}

/// How many characters must be added, dropped, replaced, or swapped with the next, to go from one
/// to the other.
fn distance(from: &str, to: &str) -> usize {
    let from: Vec<char> = from.chars().collect();
    let to: Vec<char> = to.chars().collect();
    let mut rows: Vec<Vec<usize>> = vec![(0..=to.len()).collect()];
    for i in 1..=from.len() {
        let mut row = vec![i];
        for j in 1..=to.len() {
            let slips = least(&rows, &row, (&from, i), (&to, j));
            row.push(slips);
        }
        rows.push(row);
    }
    let last = rows.last().and_then(|row| row.last());
    last.copied().unwrap_or_default()
}

fn least(
    rows: &[Vec<usize>],
    row: &[usize],
    (from, i): (&[char], usize),
    (to, j): (&[char], usize),
) -> usize {
    let at = |i: usize, j: usize| rows.get(i).and_then(|row| row.get(j)).copied();
    let same = from.get(i - 1) == to.get(j - 1);
    let replaced = at(i - 1, j - 1).map(|slips| slips + usize::from(!same));
    let dropped = at(i - 1, j).map(|slips| slips + 1);
    let added = row.last().map(|slips| slips + 1);
    let crossed =
        i > 1 && j > 1 && from.get(i - 2) == to.get(j - 1) && from.get(i - 1) == to.get(j - 2);
    let swapped = crossed.then(|| at(i - 2, j - 2).unwrap_or_default() + 1);
    let all = [replaced, dropped, added, swapped];
    all.into_iter().flatten().min().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn finds_what_was_meant_and_nothing_else() {
        let known = ["pause", "retry", "hand-over"];
        for (typed, meant) in [
            ("puase", Some("pause")),
            ("pauze", Some("pause")),
            ("Retry", Some("retry")),
            ("PAUZE", Some("pause")),
            ("handover", Some("hand-over")),
            ("xyz", None),
            ("", None),
        ] {
            assert_eq!(nearest(typed, known), meant, "{typed}");
        }
    }
}
