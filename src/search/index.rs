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

/// What a text is to the thing it belongs to, the most telling first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// Its name.
    Title,
    /// A word that someone wrote down so that it would be found.
    SearchWord,
    /// What it says or asks.
    Sentence,
    /// An answer or a step in it.
    Answer,
    /// A remark in the margin.
    Aside,
}

impl Weight {
    pub(super) fn factor(self) -> f32 {
        match self {
            Weight::Title => 1.0,
            Weight::SearchWord => 0.9,
            Weight::Sentence => 0.6,
            Weight::Answer => 0.5,
            Weight::Aside => 0.35,
        }
    }
}

/// Any number of times: 6 and six stand here too, and find one another.
pub(super) const COUNT: &str = "#";
/// Longer numbers count nothing.
const LONGEST_COUNT: usize = 3;

/// The words of all entries, ready to be found; building it takes a while and can be done on a thread.
#[derive(Debug, Default)]
pub struct Index {
    entries: u32,
    /// All different words, in order.
    words: Vec<IndexedWord>,
    small_words: HashSet<String>,
    count_words: HashSet<String>,
}

#[derive(Debug)]
struct IndexedWord {
    bag: u32,
    text: Box<str>,
    postings: Box<[Posting]>,
}

type PostingLists = BTreeMap<String, Vec<Posting>>;

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
        let mut index = Self {
            small_words: folded(small_words),
            count_words: folded(count_words),
            ..Self::default()
        };
        let mut standing = PostingLists::new();
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
    fn add(&self, number: u16, phrase: &Phrase, standing: &mut PostingLists) {
        let words = fold::words(&phrase.text);
        let telling = words.iter().filter(|word| !self.is_small(&word.text));
        let telling = match telling.count() {
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

    pub(super) fn len(&self) -> usize {
        self.entries as usize
    }

    /// The first word that does not come before these letters.
    pub(super) fn first_from(&self, letters: &str) -> &str {
        let first = self.words.partition_point(|word| &*word.text < letters);
        self.words.get(first).map_or("", |word| &word.text)
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
            let sure = typed.likeness_beside(&word.text, begun.1)?;
            Some((&*word.postings, sure))
        });
        like.collect()
    }

    /// How much it says that an entry holds a word, when so many entries do.
    pub(super) fn rarity(&self, holders: usize) -> f32 {
        let all = self.entries as f32;
        let holders = (holders as f32).min(all);
        (1.0 + (all - holders + 0.5) / (holders + 0.5)).ln()
    }

    /// Whether a word says little wherever it stands.
    pub(super) fn is_small(&self, word: &str) -> bool {
        self.small_words.contains(word)
    }

    /// Whether a word says how often: six, 6, 6x.
    pub(super) fn is_count(&self, word: &str) -> bool {
        let digits = word.strip_suffix('x').unwrap_or(word);
        let is_number = digits.chars().all(char::is_numeric);
        self.count_words.contains(word) || is_number && (1..=LONGEST_COUNT).contains(&digits.len())
    }
}

fn folded(lists: &[String]) -> HashSet<String> {
    let words = lists.iter().flat_map(|text| fold::words(text));
    words.map(|word| word.text).collect()
}
