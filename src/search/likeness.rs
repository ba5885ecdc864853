//! How like a typed word is to a known one: the same, begun, a part of it, or mistyped.

use strsim::osa_distance;

use super::fold::LONG_NUMBER;

/// Longer words are not looked at for typing errors.
const LONGEST_WORD: usize = 60;
/// Fewer letters say nothing as a beginning that was left for the next word, and as an end.
const FEWEST_BEGUN: usize = 3;
const FEWEST_ENDED: usize = 4;
/// Fewer are not a mistyped beginning of something.
const FEWEST_MISTYPED: usize = 6;
/// Words of fewer letters were not meant where their first letter is another one.
const LONG_WORD: usize = 8;
/// Fewer say nothing within a text without spaces.
const FEWEST_WITHIN: usize = 2;

// How surely the word was meant.
const BEGUN_LAST: f32 = 0.85;
const BEGUN_BEFORE: f32 = 0.7;
const ENDED: f32 = 0.45;
const WITHIN: f32 = 0.8;
/// By the number of errors.
const MISTYPED: [f32; 3] = [1.0, 0.7, 0.5];
const MISTYPED_BEGUN: f32 = 0.8;
const OTHER_FIRST_LETTER: f32 = 0.85;

/// A typed word, ready to be compared.
#[derive(Clone, Copy)]
pub(super) struct TypedWord<'q> {
    pub(super) text: &'q str,
    pub(super) letters: usize,
    /// Whether it ends the query, so that more of it may follow.
    is_last: bool,
    /// Whether it is a long number, which stands for one thing.
    pub(super) is_code: bool,
    /// Whether it is or ends in a number: that is the same or another one, and none is begun.
    is_exact: bool,
    is_unspaced: bool,
    /// How many errors it is forgiven.
    forgiven: usize,
    bag: u32,
}

impl<'q> TypedWord<'q> {
    pub(super) fn new(text: &'q str, is_last: bool) -> Self {
        let letters = text.chars().count();
        let is_name = text.chars().any(char::is_numeric);
        let digits = text.chars().rev().take_while(|c| c.is_numeric()).count();
        Self {
            text,
            letters,
            is_last,
            is_code: digits == letters && digits >= LONG_NUMBER,
            is_exact: digits == letters || digits >= LONG_NUMBER,
            is_unspaced: text.chars().any(is_unspaced),
            forgiven: match letters {
                4..=7 if !is_name => 1,
                8..=LONGEST_WORD if !is_name => 2,
                _ => 0,
            },
            bag: bag(text),
        }
    }

    /// The same, of which no error is forgiven.
    pub(super) fn rightly(self) -> Self {
        Self {
            forgiven: 0,
            ..self
        }
    }

    /// Whether it can be like a word with these letters at all, which is told much sooner than how like.
    pub(super) fn may_be(&self, bag: u32) -> bool {
        self.is_unspaced || (self.bag & !bag).count_ones() as usize <= self.forgiven
    }

    /// How surely a known word was meant, from 0 to 1; less where little of it was typed.
    pub(super) fn likeness(&self, known: &str) -> Option<f32> {
        self.likeness_beside(known, self.mistyped_beginning(self.beginning(known)))
    }

    /// The same where it is known how like the word's beginning is.
    pub(super) fn likeness_beside(&self, known: &str, beginning: Option<f32>) -> Option<f32> {
        let sure = self.whole_or_part(known);
        let sure = sure.or_else(|| self.mistyped(known)).or(beginning)?;
        let of = known.chars().count().max(self.letters).max(1);
        Some(sure * (0.85 + 0.15 * self.letters as f32 / of as f32))
    }

    fn whole_or_part(&self, known: &str) -> Option<f32> {
        if known == self.text {
            Some(1.0)
        } else if self.is_exact {
            None
        } else if known.starts_with(self.text) && self.is_last {
            Some(BEGUN_LAST)
        } else if known.starts_with(self.text) && self.letters >= FEWEST_BEGUN {
            Some(BEGUN_BEFORE)
        } else if self.is_unspaced && (holds(known, self.text) || holds(self.text, known)) {
            Some(WITHIN)
        } else {
            (known.ends_with(self.text) && self.letters >= FEWEST_ENDED).then_some(ENDED)
        }
    }

    /// People seldom get the first letter wrong.
    fn mistyped(&self, known: &str) -> Option<f32> {
        if self.letters.abs_diff(known.chars().count()) > self.forgiven || self.forgiven == 0 {
            return None;
        }
        let errors = osa_distance(self.text, known);
        let sure = MISTYPED.get(errors).filter(|_| errors <= self.forgiven)?;
        let first = self.text.chars().next() == known.chars().next();
        if !first && self.letters < LONG_WORD {
            return None;
        }
        Some(sure * if first { 1.0 } else { OTHER_FIRST_LETTER })
    }

    /// So much of a longer word as a mistyped beginning can be; nothing where it cannot.
    pub(super) fn beginning<'k>(&self, known: &'k str) -> &'k str {
        let open = self.is_last && self.forgiven > 0 && self.letters >= FEWEST_MISTYPED;
        let longest = self.letters + self.forgiven;
        if open {
            first_letters(known, longest)
        } else {
            ""
        }
    }

    /// How surely a word was meant of which this is the beginning.
    pub(super) fn mistyped_beginning(&self, beginning: &str) -> Option<f32> {
        let lengths = self.letters.saturating_sub(self.forgiven)..=self.letters + self.forgiven;
        let sure = lengths.filter_map(|letters| self.mistyped(first_letters(beginning, letters)));
        sure.max_by(f32::total_cmp)
            .map(|sure| sure * MISTYPED_BEGUN)
    }
}

/// Whether one text without spaces stands within another.
fn holds(text: &str, part: &str) -> bool {
    part.chars().nth(FEWEST_WITHIN - 1).is_some() && text.contains(part)
}

/// Whether it is of a script that puts no spaces between words: Thai, Lao, Burmese, Khmer, Japanese, Chinese.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

fn first_letters(word: &str, letters: usize) -> &str {
    let end = word.char_indices().nth(letters);
    end.and_then(|(end, _)| word.get(..end)).unwrap_or(word)
}

/// Which letters a word has, as bits; rare ones share theirs.
pub(super) fn bag(word: &str) -> u32 {
    let bits = word.chars().map(|c| match c {
        'a'..='z' => c as u32 - 'a' as u32,
        other => 26 + other as u32 % 6,
    });
    bits.fold(0, |bag, bit| bag | 1 << bit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sure(typed: &str, known: &str) -> f32 {
        let typed = TypedWord::new(typed, true);
        let sure = typed.likeness(known).unwrap_or(0.0);
        assert!(sure == 0.0 || typed.may_be(bag(known)), "{known}");
        sure
    }

    #[test]
    fn forgives_what_people_mistype() {
        for (typed, known, least, most) in [
            ("mail", "mail", 1.0, 1.0),
            ("mail", "mailbox", 0.7, 0.85),
            ("mail", "studentenmail", 0.4, 0.5),
            ("geblokkeert", "geblokkeerd", 0.7, 0.7),
            ("watchwoord", "wachtwoord", 0.5, 0.5),
            ("softlok", "softlock", 0.6, 0.7),
            ("acount", "account", 0.6, 0.7),
            ("vergetn", "vergeten", 0.6, 0.7),
            ("mial", "mail", 0.7, 0.7),
            ("كلمه", "كلمة", 0.7, 0.7),
            ("wahctw", "wachtwoordreset", 0.4, 0.56),
            ("autentificatie", "authenticatie", 0.0, 0.0),
            ("paswoord", "wachtwoord", 0.0, 0.0),
            ("a1t3", "a1t2", 0.0, 0.0),
            ("box", "mailbox", 0.0, 0.0),
            ("50053", "50053", 1.0, 1.0),
            ("5005", "50053", 0.0, 0.0),
            ("50054", "50053", 0.0, 0.0),
            ("锁定", "卡已被锁定", 0.7, 0.8),
            ("我的卡已被锁定了", "锁定", 0.7, 0.8),
            ("ล็อก", "บัญชีถูกล็อกแล้ว", 0.7, 0.8),
            ("码", "密码", 0.0, 0.0),
        ] {
            let sure = sure(typed, known);
            let about = least - 0.001..=most + 0.001;
            assert!(about.contains(&sure), "{typed} {known}: {sure}");
        }
    }

    proptest! {
        #[test]
        fn the_bag_of_letters_hides_nothing(typed in "[abcé1]{0,12}", known in "[abcé1]{0,16}") {
            prop_assert!((0.0..=1.0).contains(&sure(&typed, &known)));
        }
    }
}
