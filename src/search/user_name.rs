//! The shapes of user names: what a typed name is for, without keeping the name.

use strsim::osa_distance;
use unicode_normalization::UnicodeNormalization;

/// Fewer digits than these after a letter are a room or a step, not a person.
const FEWEST_DIGITS: usize = 5;
/// Longer than any user name.
const MOST_CHARACTERS: usize = 254;
/// What the user name in a query leads to: the whole query is one, or a word of it.
///
/// In the shapes of user names `*` is any text and `#` a run of digits: `*@student.odisee.be`, `r#`.
pub fn user_name<'s, T>(query: &str, shapes: impl Iterator<Item = (&'s str, T)>) -> Option<T> {
    let plain = query.nfkd().take(MOST_CHARACTERS).filter(char::is_ascii);
    let plain = plain.collect::<String>().to_ascii_lowercase();
    let squeezed: String = plain.chars().filter(char::is_ascii_alphanumeric).collect();
    let is = |shape: &str| fits(shape, &squeezed) || names(&plain).any(|name| fits(shape, name));
    let is_near = |shape: &str| names(&plain).any(|name| nearly_fits(shape, name));
    let near = shapes.filter_map(|(shape, leads_to)| {
        let shape = shape.to_lowercase();
        let is = is(&shape);
        (is || is_near(&shape)).then_some((is, leads_to))
    });
    near.min_by_key(|(is, _)| !is).map(|(_, leads_to)| leads_to)
}

fn names(plain: &str) -> impl Iterator<Item = &str> {
    let edges = |c: char| !c.is_alphanumeric() && c != '@';
    let words = plain.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '/'));
    let names = words.map(move |word| word.trim_matches(edges));
    names.filter(|name| !name.is_empty())
}

/// Whether all of `typed` has a shape.
fn fits(shape: &str, typed: &str) -> bool {
    // What may be left of it after the pieces so far, the longest first.
    let mut rests = vec![typed];
    for piece in shape.chars() {
        let before = std::mem::take(&mut rests).into_iter();
        match piece {
            '*' => rests.extend(before.take(1).flat_map(tails)),
            '#' => rests.extend(before.filter_map(after_number)),
            _ => rests.extend(before.filter_map(|rest| rest.strip_prefix(piece))),
        }
    }
    rests.contains(&"")
}

/// A text and all of its ends, down to nothing.
fn tails(text: &str) -> impl Iterator<Item = &str> {
    (0..=text.len()).filter_map(|at| text.get(at..))
}

fn after_number(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    (text.len() - rest.len() >= FEWEST_DIGITS).then_some(rest)
}

/// Whether it is an address of a shape's domain but for a typing error or two, or typed only so far.
fn nearly_fits(shape: &str, typed: &str) -> bool {
    let Some((domain, (_, typed))) = shape.strip_prefix("*@").zip(typed.rsplit_once('@')) else {
        return false;
    };
    let begun = typed.len() >= 3 && domain.starts_with(typed);
    !domain.contains(['*', '#']) && (begun || osa_distance(domain, typed) <= 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recognises_the_shapes_people_type() {
        let shapes = [
            ("*@student.odisee.be", 'o'),
            ("r#", 'k'),
            ("s#", 'k'),
            ("b#", 'b'),
        ];
        for (typed, expected) in [
            ("r0123456", Some('k')),
            ("R 0123456?", Some('k')),
            ("s-012.34.56", Some('k')),
            ("B0123456", Some('b')),
            ("\u{202A}r0123456\u{200B}", Some('k')),
            ("r0123456 geblokkeerd", Some('k')),
            ("r0123456,b0123456", Some('k')),
            ("b0123456/r0123456", Some('k')),
            ("jan.janssens@student.odisee.be", Some('o')),
            ("Jan.Janssens@Student.Odisee.be.", Some('o')),
            ("jan@student.odise.be", Some('o')),
            ("jan@studnet.odisee.be", Some('o')),
            ("jan@stud", Some('o')),
            ("@student.odisee.be", Some('o')),
            ("jan@odisee.be", None),
            ("jan@st", None),
            ("jan@gmail.com", None),
            ("b01", None),
            ("B01-01", None),
            ("r0123", None),
            ("rr0123456", None),
            ("wachtwoord", None),
            ("", None),
            ("🔒 كلمة \u{1B}", None),
        ] {
            assert_eq!(user_name(typed, shapes.into_iter()), expected, "{typed}");
        }
        assert_eq!(user_name(&"r0".repeat(5_000), shapes.into_iter()), None);
    }

    #[test]
    fn a_shape_may_have_its_stars_and_digits_anywhere() {
        for (shape, typed, expected) in [
            ("*", "anyone", true),
            ("ab*", "abc", true),
            ("ab*", "ac", false),
            ("*.ext#@x.be", "jan.ext12345@x.be", true),
            ("*.ext#@x.be", "jan.ext123@x.be", false),
            ("a*b*c", "a1b2b3c", true),
            ("a*b*c", "a1c2b", false),
            ("a*a", "a", false),
        ] {
            assert_eq!(fits(shape, typed), expected, "{shape} {typed}");
        }
        let many = "*a".repeat(100);
        assert!(!fits(&many, &"a".repeat(99)), "and many stars take no time");
    }
}
