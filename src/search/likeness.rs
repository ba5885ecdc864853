//! How like a typed word is to a known one: the same, begun, its end, or mistyped.

use strsim::osa_distance;

/// Longer words are not looked at for typing errors.
const LONGEST_WORD: usize = 60;

const BEGUN_LAST: f32 = 0.85;
const BEGUN_BEFORE: f32 = 0.7;
const ENDED: f32 = 0.5;
/// By the number of errors.
const MISTYPED: [f32; 3] = [1.0, 0.7, 0.5];
const MISTYPED_BEGUN: f32 = 0.8;
const OTHER_FIRST_LETTER: f32 = 0.85;

/// In what way a known word is like a typed one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Manner {
    Same,
    Begun,
    Ended,
    Mistyped,
}

/// How like a known word is to a typed one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Likeness {
    pub(super) manner: Manner,
    /// How surely it was meant, from 0 to 1.
    pub(super) quality: f32,
}

/// A typed word, ready to be compared.
pub(super) struct TypedWord<'q> {
    pub(super) text: &'q str,
    pub(super) letters: usize,
    /// Whether it ends the query, so that more of it may follow.
    is_last: bool,
    forgiven: usize,
    bag: LetterBag,
}

impl<'q> TypedWord<'q> {
    pub(super) fn new(text: &'q str, is_last: bool) -> Self {
        TypedWord {
            text,
            letters: text.chars().count(),
            is_last,
            forgiven: forgiven(text),
            bag: LetterBag::of(text),
        }
    }

    /// The same, of which no error is forgiven.
    pub(super) fn rightly(&self) -> Self {
        TypedWord {
            forgiven: 0,
            ..*self
        }
    }

    /// Whether a word of these letters can be like it at all, which is told much sooner than how.
    pub(super) fn may_be(&self, bag: LetterBag) -> bool {
        self.bag.lacking_in(bag) <= self.forgiven
    }

    /// How like it a known word is; less for one of which little was typed.
    pub(super) fn likeness(&self, known: &str) -> Option<Likeness> {
        let like = |manner, quality| Some(Likeness { manner, quality });
        if known == self.text {
            like(Manner::Same, 1.0)
        } else if known.starts_with(self.text) && (self.is_last || self.letters >= 3) {
            let begun = if self.is_last {
                BEGUN_LAST
            } else {
                BEGUN_BEFORE
            };
            like(Manner::Begun, begun * self.part_of(known))
        } else if known.ends_with(self.text) && self.letters >= 4 {
            like(Manner::Ended, ENDED * self.part_of(known))
        } else {
            let quality = self.mistyped(known)?;
            like(Manner::Mistyped, quality * self.part_of(known))
        }
    }

    fn part_of(&self, known: &str) -> f32 {
        let letters = known.chars().count().max(self.letters);
        0.85 + 0.15 * self.letters as f32 / letters as f32
    }

    /// People seldom get the first letter wrong, and mostly type a word to its end.
    fn mistyped(&self, known: &str) -> Option<f32> {
        if self.forgiven == 0 {
            return None;
        }
        let first = match self.text.chars().next() == known.chars().next() {
            true => 1.0,
            false => OTHER_FIRST_LETTER,
        };
        let whole = self.errors_in(known);
        let begun = || self.errors_in_beginning(known);
        let quality = match whole {
            Some(errors) => MISTYPED.get(errors).copied(),
            None => MISTYPED.get(begun()?).map(|errors| errors * MISTYPED_BEGUN),
        };
        Some(first * quality?)
    }

    fn errors_in(&self, known: &str) -> Option<usize> {
        let apart = known.chars().count().abs_diff(self.letters);
        let errors = || osa_distance(self.text, known);
        (apart <= self.forgiven)
            .then(errors)
            .filter(|errors| *errors <= self.forgiven)
    }

    /// The fewest errors in a beginning of a word, where it may still be going on.
    fn errors_in_beginning(&self, known: &str) -> Option<usize> {
        let lengths = self.letters - self.forgiven..=self.letters + self.forgiven;
        let beginnings = lengths.filter_map(|letters| beginning(known, letters));
        let beginnings = beginnings.filter(|_| self.is_last && self.letters >= 5);
        beginnings
            .filter_map(|beginning| self.errors_in(beginning))
            .min()
    }
}

/// The first letters of a longer word.
fn beginning(word: &str, letters: usize) -> Option<&str> {
    let (end, _) = word.char_indices().nth(letters)?;
    word.get(..end)
}

/// How many errors a word is forgiven; words with digits are names, and get none.
fn forgiven(word: &str) -> usize {
    if word.chars().any(char::is_numeric) {
        return 0;
    }
    match word.chars().count() {
        4..=7 => 1,
        8..=LONGEST_WORD => 2,
        _ => 0,
    }
}

/// Which letters a word has, as bits; rare ones share theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct LetterBag(u32);

impl LetterBag {
    pub(super) fn of(word: &str) -> Self {
        let bits = word.chars().map(|c| match c {
            'a'..='z' => c as u32 - 'a' as u32,
            other => 26 + other as u32 % 6,
        });
        LetterBag(bits.fold(0, |bag, bit| bag | 1 << bit))
    }

    fn lacking_in(self, other: Self) -> usize {
        (self.0 & !other.0).count_ones() as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn like(typed: &str, known: &str) -> Option<(Manner, usize)> {
        let typed = TypedWord::new(typed, true);
        let like = typed.likeness(known)?;
        assert!(typed.may_be(LetterBag::of(known)), "{known}");
        let errors = typed.errors_in(known).or(typed.errors_in_beginning(known));
        Some((like.manner, errors.unwrap_or(0)))
    }

    #[test]
    fn counts_errors() {
        for (typed, known, expected) in [
            ("geblokkeert", "geblokkeerd", Some((Manner::Mistyped, 1))),
            ("watchwoord", "wachtwoord", Some((Manner::Mistyped, 2))),
            ("softlok", "softlock", Some((Manner::Mistyped, 1))),
            ("acount", "account", Some((Manner::Mistyped, 1))),
            ("vergetn", "vergeten", Some((Manner::Mistyped, 1))),
            ("mial", "mail", Some((Manner::Mistyped, 1))),
            ("كلمه", "كلمة", Some((Manner::Mistyped, 1))),
            ("wahctw", "wachtwoordreset", Some((Manner::Mistyped, 1))),
            ("mail", "mail", Some((Manner::Same, 0))),
            ("mail", "mailbox", Some((Manner::Begun, 0))),
            ("mail", "studentenmail", Some((Manner::Ended, 0))),
            ("autentificatie", "authenticatie", None),
            ("paswoord", "wachtwoord", None),
            ("a1t3", "a1t2", None),
            ("box", "mailbox", None),
        ] {
            assert_eq!(like(typed, known), expected, "{typed}");
        }
    }
}
