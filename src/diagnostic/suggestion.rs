//! "Did you mean": what was typed, beside the names that are known.

use std::fmt;

use strsim::osa_distance;

/// The known name that was most likely meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Suggestion<'n>(pub &'n str);

impl<'n> Suggestion<'n> {
    /// The known name nearest to `typed`, if one is near enough to be meant.
    ///
    /// Near enough is one slip for every three characters, and at least one; capitals are none.
    pub fn of(typed: &str, known: impl IntoIterator<Item = &'n str>) -> Option<Self> {
        let typed = typed.to_lowercase();
        let bound = (typed.chars().count() / 3).max(1);
        known
            .into_iter()
            .map(|name| (osa_distance(&typed, &name.to_lowercase()), name))
            .filter(|(slips, _)| *slips <= bound)
            .min_by_key(|(slips, _)| *slips)
            .map(|(_, name)| Self(name))
    }
}

impl fmt::Display for Suggestion<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "did you mean `{}`?", self.0)
    }
}

/// How many known names are listed at most.
const LISTED: usize = 20;

/// Known names, to be read; of very many the first.
pub(super) fn listed(known: &[&str]) -> String {
    let first: Vec<&str> = known.iter().take(LISTED).copied().collect();
    match known.len().saturating_sub(LISTED) {
        0 => first.join(", "),
        more => format!("{}, and {more} more", first.join(", ")),
    }
}

/// The sentence for a name of some kind that nothing has.
pub fn unknown_name<'n>(
    kind: &str,
    typed: &str,
    known: impl IntoIterator<Item = &'n str>,
) -> String {
    let known: Vec<&str> = known.into_iter().collect();
    let meant = Suggestion::of(typed, known.iter().copied());
    let meant = meant.map_or_else(|| ".".to_owned(), |meant| format!(": {meant}"));
    let known = listed(&known);
    format!("there is no {kind} `{typed}`{meant} Known: {known}")
}

#[cfg(test)]
mod tests {
    use super::*;

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
            assert_eq!(
                Suggestion::of(typed, known),
                meant.map(Suggestion),
                "{typed}"
            );
        }
    }

    #[test]
    fn a_name_that_nothing_has_is_told_with_those_that_are_known() {
        assert_eq!(
            unknown_name("step", "puase", ["pause", "retry"]),
            "there is no step `puase`: did you mean `pause`? Known: pause, retry"
        );
        let many: Vec<String> = (10..35).map(|number| format!("step-{number}")).collect();
        let told = unknown_name("step", "x", many.iter().map(String::as_str));
        assert!(
            told.starts_with("there is no step `x`. Known: step-10, "),
            "{told}"
        );
        assert!(told.ends_with("step-29, and 5 more"), "{told}");
    }
}
