//! The lines of a calendar file, as RFC 5545 wants them.

/// How many octets a line holds, its end not counted.
const LINE: usize = 75;

/// A property folded into lines of at most 75 octets, never within a character.
pub(super) fn property(name: &str, value: &str) -> String {
    let mut folded = String::new();
    let mut used = 0;
    for c in name.chars().chain([':']).chain(value.chars()) {
        if used + c.len_utf8() > LINE {
            folded.push_str("\r\n ");
            used = 1;
        }
        folded.push(c);
        used += c.len_utf8();
    }
    folded + "\r\n"
}

/// A text as the value of a property: what would separate values is marked.
pub(super) fn text(text: &str) -> String {
    let mut marked = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => marked.extend(['\\', c]),
            '\n' => marked.push_str("\\n"),
            c => marked.push(c),
        }
    }
    marked
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_separates_values_is_marked() {
        assert_eq!(text("a,b;c\\d\ne"), "a\\,b\\;c\\\\d\\ne");
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_folded_line_is_short_and_unfolds_to_itself(value in "[a-zé€𝟚 ,]{0,400}") {
            let folded = property("SUMMARY", &value);
            prop_assert!(folded.ends_with("\r\n"));
            prop_assert!(folded.split("\r\n").all(|line| line.len() <= LINE));
            prop_assert_eq!(folded.replace("\r\n ", ""), format!("SUMMARY:{value}\r\n"));
        }
    }
}
