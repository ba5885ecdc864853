//! Every word by which something can be found, with the places where it stands.

use std::collections::{BTreeMap, HashSet};

use super::fold::{self, joined};
use super::likeness::{TypedWord, bag};

/// One text by which something can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// The text as written; it is folded here.
    pub text: String,
    /// What kind of text it is.
    pub weight: Weight,
}

/// What a text is to the thing it belongs to, with the hundredths that it counts for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// Its name.
    Title = 100,
    /// A word that someone wrote down so that it would be found.
    SearchWord = 90,
    /// What it says or asks.
    Sentence = 60,
    /// An answer or a step in it.
    Answer = 50,
    /// A remark in the margin.
    Aside = 35,
}

impl Weight {
    pub(super) fn factor(self) -> f32 {
        f32::from(self as u8) / 100.0
    }
}

/// Any number of times: 6 and six stand here too, and find one another.
pub(super) const COUNT: &str = "#";

/// The words of all entries, ready to be found; building it takes a while and can be done on a thread.
#[derive(Debug, Default)]
pub struct Index {
    pub(super) entries: u32,
    /// All different words, in order.
    words: Vec<IndexedWord>,
    pub(super) small_words: HashSet<String>,
    count_words: HashSet<String>,
}

#[derive(Debug)]
struct IndexedWord {
    bag: u32,
    text: Box<str>,
    postings: Box<[Posting]>,
}

/// A place where a word stands, in the order of the places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Posting {
    pub(super) entry: u32,
    /// Which of the entry's phrases it is, and which word of that.
    pub(super) phrase: u16,
    pub(super) position: u16,
    /// How many words of the phrase say something.
    pub(super) telling: u16,
    pub(super) weight: Weight,
}

impl Index {
    /// Indexes the phrases of each entry.
    ///
    /// Small words say little wherever they stand: articles, pronouns and the like. Count words are numbers as words.
    pub fn new(
        entries: impl IntoIterator<Item = Vec<Phrase>>,
        small_words: &[String],
        count_words: &[String],
    ) -> Self {
        let folded = |lists: &[String]| {
            let words = lists.iter().flat_map(|list| fold::words(list));
            words.map(|word| word.text).collect()
        };
        let mut index = Self {
            small_words: folded(small_words),
            count_words: folded(count_words),
            ..Self::default()
        };
        let mut standing = BTreeMap::new();
        for phrases in entries {
            for (number, phrase) in (0..).zip(phrases) {
                index.add(number, &phrase, &mut standing);
            }
            index.entries += 1;
        }
        let words = standing.into_iter().map(|(text, postings)| IndexedWord {
            bag: bag(&text),
            text: text.into(),
            postings: postings.into(),
        });
        index.words = words.collect();
        index
    }

    /// Notes the words of a phrase; one in parts (e-mail) stands there as a whole too (email).
    fn add(&self, number: u16, phrase: &Phrase, standing: &mut BTreeMap<String, Vec<Posting>>) {
        let words = fold::words(&phrase.text);
        let small = words
            .iter()
            .filter(|word| self.small_words.contains(&word.text));
        let telling = match words.len() - small.count() {
            0 => words.len(),
            some => some,
        };
        let mut posting = Posting {
            entry: self.entries,
            phrase: number,
            position: 0,
            telling: u16::try_from(telling).unwrap_or(u16::MAX),
            weight: phrase.weight,
        };
        let mut stands = |word: String, at| standing.entry(word).or_default().push(at);
        for parts in words.chunk_by(|_, next| next.attached) {
            if parts.len() > 1 {
                stands(joined(parts), posting);
            }
            for part in parts {
                if self.is_count(&part.text) {
                    stands(COUNT.to_owned(), posting);
                }
                stands(part.text.clone(), posting);
                posting.position = posting.position.saturating_add(1);
            }
        }
    }

    /// The first word that does not come before these letters.
    fn first_from(&self, letters: &str) -> Option<&IndexedWord> {
        let first = self.words.partition_point(|word| &*word.text < letters);
        self.words.get(first)
    }

    /// Whether a word is known that these letters begin.
    pub(super) fn begins(&self, letters: &str) -> bool {
        self.first_from(letters)
            .is_some_and(|word| word.text.starts_with(letters))
    }

    /// Where a word stands, if it is known.
    pub(super) fn of(&self, word: &str) -> Option<&[Posting]> {
        let known = self.first_from(word).filter(|known| &*known.text == word);
        known.map(|known| &*known.postings)
    }

    /// Where the words stand that are like a typed one, and how surely each was meant.
    pub(super) fn like(&self, typed: &TypedWord<'_>) -> Vec<(&[Posting], f32)> {
        // Words in a row mostly begin alike, and are compared once.
        let mut begun = ("", None);
        let may_be = self.words.iter().filter(|word| typed.may_be(word.bag));
        let like = may_be.filter_map(|word| {
            let beginning = typed.beginning(&word.text);
            if beginning != begun.0 {
                begun = (beginning, typed.mistyped_beginning(beginning));
            }
            Some((&*word.postings, typed.likeness(&word.text, begun.1)?))
        });
        like.collect()
    }

    /// How much it says that an entry holds a word, when so many entries do.
    pub(super) fn rarity(&self, holders: usize) -> f32 {
        let all = self.entries as f32;
        let holders = (holders as f32).min(all);
        (1.0 + (all - holders + 0.5) / (holders + 0.5)).ln()
    }

    /// Whether a word says how often: six, 6, 6x; longer numbers count nothing.
    pub(super) fn is_count(&self, word: &str) -> bool {
        let digits = word.strip_suffix('x').unwrap_or(word);
        let is_number = digits.chars().all(char::is_numeric);
        self.count_words.contains(word) || is_number && (1..=3).contains(&digits.len())
    }
}
