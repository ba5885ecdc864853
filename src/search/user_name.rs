//! The shapes of user names: what a typed name is for, without keeping the name.

use super::fold::fold;
use super::pattern::Pattern;

/// Fewer digits than these after a letter are a room or a step, not a person.
const FEWEST_DIGITS: usize = 5;
/// Longer than any user name.
const MOST_CHARACTERS: usize = 254;

/// The shapes of user names, each with what it leads to.
#[derive(Clone, Debug)]
pub struct UserNames<T> {
    shapes: Vec<(Shape, T)>,
}

impl<T> Default for UserNames<T> {
    fn default() -> Self {
        UserNames { shapes: Vec::new() }
    }
}

impl<T> UserNames<T> {
    /// From globs, in which `*` is any text and `#` is a run of digits, such as `*@student.odisee.be` and `r#`.
    pub fn new<'g>(globs: impl IntoIterator<Item = (&'g str, T)>) -> Self {
        let shapes = globs
            .into_iter()
            .map(|(glob, target)| (Shape::new(glob), target));
        UserNames {
            shapes: shapes.collect(),
        }
    }

    /// What the user name in a query leads to: the whole query is one, or a word of it.
    pub fn recognise(&self, query: &str) -> Option<&T> {
        let typed = Typed::new(query)?;
        let exact = self
            .shapes
            .iter()
            .find(|(shape, _)| typed.forms().any(|form| shape.fits(form)));
        let near = || {
            self.shapes
                .iter()
                .find(|(shape, _)| typed.words().any(|word| shape.nearly_fits(word)))
        };
        exact.or_else(near).map(|(_, target)| target)
    }
}

/// A query without case, and also without what people put between digits.
struct Typed {
    plain: String,
    squeezed: String,
}

impl Typed {
    fn new(query: &str) -> Option<Self> {
        if query.chars().nth(MOST_CHARACTERS).is_some() {
            return None;
        }
        let mut plain = String::new();
        for c in query.trim().chars() {
            let before = plain.len();
            fold(c, &mut plain);
            if plain.len() == before {
                plain.extend(Some(c).filter(|c| c.is_ascii_punctuation() || c.is_whitespace()));
            }
        }
        let squeezed = plain
            .chars()
            .filter(|c| c.is_ascii_alphanumeric())
            .collect();
        Some(Typed { plain, squeezed })
    }

    fn words(&self) -> impl Iterator<Item = &str> {
        let edges = |c: char| !c.is_alphanumeric() && c != '@';
        let apart = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '/');
        self.plain
            .split(apart)
            .map(move |word| word.trim_matches(edges))
            .filter(|word| !word.is_empty())
    }

    fn forms(&self) -> impl Iterator<Item = &str> {
        self.words().chain([self.squeezed.as_str()])
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece {
    Letter(char),
    Digit,
    MoreDigits,
    Anything,
}

#[derive(Clone, Debug)]
struct Shape {
    pieces: Vec<Piece>,
    /// What follows the at sign, where all before it is free.
    domain: Option<String>,
}

impl Shape {
    fn new(glob: &str) -> Self {
        let glob = glob.to_lowercase();
        let domain = glob
            .strip_prefix("*@")
            .filter(|rest| !rest.contains(['*', '#']))
            .map(str::to_owned);
        Shape {
            pieces: glob.chars().flat_map(pieces).collect(),
            domain,
        }
    }

    /// Whether `typed` has this shape; all places in the glob that can be reached are kept side by side.
    fn fits(&self, typed: &str) -> bool {
        let mut reached = vec![false; self.pieces.len() + 1];
        reached.iter_mut().take(1).for_each(|start| *start = true);
        self.skip_free(&mut reached);
        for c in typed.chars() {
            reached = self.after(&reached, c);
        }
        reached.last().copied().unwrap_or(false)
    }

    fn after(&self, reached: &[bool], c: char) -> Vec<bool> {
        let mut next = vec![false; reached.len()];
        for ((at, piece), _) in self
            .pieces
            .iter()
            .enumerate()
            .zip(reached)
            .filter(|(_, reached)| **reached)
        {
            let to = match piece {
                Piece::Letter(letter) if *letter == c => at + 1,
                Piece::Digit if c.is_ascii_digit() => at + 1,
                Piece::MoreDigits if c.is_ascii_digit() => at,
                Piece::Anything => at,
                _ => continue,
            };
            next.iter_mut()
                .skip(to)
                .take(1)
                .for_each(|place| *place = true);
        }
        self.skip_free(&mut next);
        next
    }

    fn skip_free(&self, reached: &mut [bool]) {
        let mut free = false;
        for (at, place) in reached.iter_mut().enumerate() {
            *place |= free;
            free = *place
                && matches!(
                    self.pieces.get(at),
                    Some(Piece::MoreDigits | Piece::Anything)
                );
        }
    }

    /// Whether it has this shape but for a typing error or two after the at sign, or was typed only so far.
    fn nearly_fits(&self, typed: &str) -> bool {
        let (Some(domain), Some((_, typed))) = (&self.domain, typed.rsplit_once('@')) else {
            return false;
        };
        let begun = typed.len() >= 3 && domain.starts_with(typed);
        begun || Pattern::new(domain, 2).errors_in(typed).is_some()
    }
}

fn pieces(c: char) -> Vec<Piece> {
    match c {
        '*' => vec![Piece::Anything],
        '#' => [vec![Piece::Digit; FEWEST_DIGITS], vec![Piece::MoreDigits]].concat(),
        letter => vec![Piece::Letter(letter)],
    }
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
}
