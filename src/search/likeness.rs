//! How like a typed word is to a known one: the same, begun, a part of it, or mistyped.

use strsim::osa_distance;

use super::fold::LONG_NUMBER;

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
                8..=60 if !is_name => 2,
                _ => 0,
            },
            bag: bag(text),
        }
    }

    /// The same, of which no error is forgiven.
    pub(super) fn rightly(mut self) -> Self {
        self.forgiven = 0;
        self
    }

    /// Whether it can be like a word with these letters at all, which is told much sooner than how like.
    pub(super) fn may_be(&self, bag: u32) -> bool {
        self.is_unspaced || (self.bag & !bag).count_ones() as usize <= self.forgiven
    }

    /// How surely a known word was meant, from 0 to 1, less where little of it was typed; `begun` says that of its
    /// mistyped beginning.
    pub(super) fn likeness(&self, known: &str, begun: Option<f32>) -> Option<f32> {
        let sure = self.whole_or_part(known);
        let sure = sure.or_else(|| self.mistyped(known)).or(begun)?;
        let of = known.chars().count().max(self.letters).max(1);
        Some(sure * (0.85 + 0.15 * self.letters as f32 / of as f32))
    }

    fn whole_or_part(&self, known: &str) -> Option<f32> {
        let begins = known.starts_with(self.text);
        let holds = |text: &str, part: &str| part.chars().nth(1).is_some() && text.contains(part);
        let is_within = || holds(known, self.text) || holds(self.text, known);
        match self.letters {
            _ if known == self.text => Some(1.0),
            _ if self.is_exact => None,
            _ if begins && self.is_last => Some(0.85),
            3.. if begins => Some(0.7),
            _ if self.is_unspaced && is_within() => Some(0.8),
            4.. if known.ends_with(self.text) => Some(0.45),
            _ => None,
        }
    }

    /// People seldom get the first letter wrong, and hardly ever that of a short word.
    fn mistyped(&self, known: &str) -> Option<f32> {
        let same_first = self.text.chars().next() == known.chars().next();
        let is_near = self.letters.abs_diff(known.chars().count()) <= self.forgiven;
        if self.forgiven == 0 || !is_near || !(same_first || self.letters >= 8) {
            return None;
        }
        let errors = osa_distance(self.text, known);
        let sure = [1.0, 0.7, 0.5]
            .get(errors)
            .filter(|_| errors <= self.forgiven)?;
        Some(sure * if same_first { 1.0 } else { 0.85 })
    }

    /// So much of a longer word as a mistyped beginning can be; nothing where it cannot.
    pub(super) fn beginning<'k>(&self, known: &'k str) -> &'k str {
        let open = self.is_last && self.forgiven > 0 && self.letters >= 6;
        let longest = if open {
            self.letters + self.forgiven
        } else {
            0
        };
        first_letters(known, longest)
    }

    /// How surely a word was meant of which this is the beginning.
    pub(super) fn mistyped_beginning(&self, beginning: &str) -> Option<f32> {
        let lengths = self.letters.saturating_sub(self.forgiven)..=self.letters + self.forgiven;
        let sure = lengths.filter_map(|letters| self.mistyped(first_letters(beginning, letters)));
        Some(0.8 * sure.max_by(f32::total_cmp)?)
    }
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
        let sure = typed
            .likeness(known, typed.mistyped_beginning(typed.beginning(known)))
            .unwrap_or(0.0);
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
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn the_bag_of_letters_hides_nothing(typed in "[abcé1]{0,12}", known in "[abcé1]{0,16}") {
            prop_assert!((0.0..=1.0).contains(&sure(&typed, &known)));
        }
    }
}
