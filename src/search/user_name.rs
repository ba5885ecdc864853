//! The shapes of user names: what a typed name is for, without keeping the name.

use super::fold::fold;
use strsim::osa_distance;

/// Fewer digits than these after a letter are a room or a step, not a person.
const FEWEST_DIGITS: usize = 5;
/// Longer than any user name.
const MOST_CHARACTERS: usize = 254;
/// So many letters of what follows the at sign are enough, and so many errors in it are forgiven.
const BEGUN_DOMAIN: usize = 3;
const DOMAIN_ERRORS: usize = 2;

/// The shapes of user names, each with what it leads to.
#[derive(Clone, Debug)]
pub struct UserNames<T>(Vec<(String, T)>);

impl<T> Default for UserNames<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> UserNames<T> {
    /// From globs, in which `*` is any text and `#` is a run of digits, such as `*@student.odisee.be` and `r#`.
    pub fn new<'g>(globs: impl IntoIterator<Item = (&'g str, T)>) -> Self {
        let globs = globs.into_iter();
        Self(
            globs
                .map(|(glob, target)| (glob.to_lowercase(), target))
                .collect(),
        )
    }

    /// What the user name in a query leads to: the whole query is one, or a word of it.
    pub fn recognise(&self, query: &str) -> Option<&T> {
        if query.chars().nth(MOST_CHARACTERS).is_some() {
            return None;
        }
        let plain = plain(query);
        let names: Vec<&str> = names(&plain).collect();
        let squeezed: String = plain.chars().filter(char::is_ascii_alphanumeric).collect();
        let is = |glob: &str| fits(glob, &squeezed) || names.iter().any(|name| fits(glob, name));
        let is_near = |glob: &str| names.iter().any(|name| nearly_fits(glob, name));
        let exact = self.0.iter().find(|(glob, _)| is(glob));
        let found = exact.or_else(|| self.0.iter().find(|(glob, _)| is_near(glob)));
        found.map(|(_, target)| target)
    }
}

/// A query without case and accents, but with its signs.
fn plain(query: &str) -> String {
    let mut plain = String::new();
    for c in query.chars() {
        let is_sign = c.is_ascii_punctuation() || c.is_whitespace();
        if !fold(c, &mut plain) && is_sign {
            plain.push(c);
        }
    }
    plain
}

fn names(plain: &str) -> impl Iterator<Item = &str> {
    let edges = |c: char| !c.is_alphanumeric() && c != '@';
    let words = plain.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '/'));
    words
        .map(move |word| word.trim_matches(edges))
        .filter(|word| !word.is_empty())
}

/// Whether all of `typed` has the shape of a glob.
fn fits(glob: &str, typed: &str) -> bool {
    let mut parts = glob.split('*');
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = after(first, typed) else {
        return false;
    };
    let Some(last) = parts.next_back() else {
        return rest.is_empty();
    };
    for part in parts {
        match tails(rest).find_map(|tail| after(part, tail)) {
            Some(tail) => rest = tail,
            None => return false,
        }
    }
    tails(rest).any(|tail| after(last, tail) == Some(""))
}

/// What follows in `typed` after a part of a glob that has no star.
fn after<'t>(part: &str, typed: &'t str) -> Option<&'t str> {
    part.chars().try_fold(typed, |rest, piece| {
        if piece != '#' {
            return rest.strip_prefix(piece);
        }
        let tail = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        (rest.len() - tail.len() >= FEWEST_DIGITS).then_some(tail)
    })
}

/// A text and all of its ends, down to nothing.
fn tails(text: &str) -> impl Iterator<Item = &str> {
    let starts = text.char_indices().map(|(at, _)| at).chain([text.len()]);
    starts.filter_map(|at| text.get(at..))
}

/// Whether it is an address of a glob's domain but for a typing error or two, or typed only so far.
fn nearly_fits(glob: &str, typed: &str) -> bool {
    let domain = glob
        .strip_prefix("*@")
        .filter(|domain| !domain.contains(['*', '#']));
    let (Some(domain), Some((_, typed))) = (domain, typed.rsplit_once('@')) else {
        return false;
    };
    let begun = typed.len() >= BEGUN_DOMAIN && domain.starts_with(typed);
    begun || osa_distance(domain, typed) <= DOMAIN_ERRORS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recognises_the_shapes_people_type() {
        let names = UserNames::new([
            ("*@student.odisee.be", 'o'),
            ("r#", 'k'),
            ("s#", 'k'),
            ("b#", 'b'),
        ]);
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
            assert_eq!(names.recognise(typed).copied(), expected, "{typed}");
        }
        assert_eq!(names.recognise(&"r0".repeat(5_000)), None);
    }

    #[test]
    fn a_glob_may_have_its_stars_and_digits_anywhere() {
        for (glob, typed, expected) in [
            ("*", "anyone", true),
            ("ab*", "abc", true),
            ("ab*", "ac", false),
            ("*.ext#@x.be", "jan.ext12345@x.be", true),
            ("*.ext#@x.be", "jan.ext123@x.be", false),
            ("a*b*c", "a1b2b3c", true),
            ("a*b*c", "a1c2b", false),
            ("a*a", "a", false),
        ] {
            assert_eq!(fits(glob, typed), expected, "{glob} {typed}");
        }
        let many = "*a".repeat(100);
        assert!(!fits(&many, &"a".repeat(99)), "and many stars take no time");
    }
}
