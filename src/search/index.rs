//! Every word by which something can be found, with the places where it stands.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

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

/// The words of all entries, ready to be found; building it takes a while and can be done on a thread.
///
/// What is alike lies side by side, so that a hundred thousand words are looked through between two keys.
#[derive(Debug, Default)]
pub struct Index {
    entries: u32,
    /// All different words in order, one after the other.
    text: String,
    words: Vec<IndexedWord>,
    postings: Vec<Posting>,
    small_words: HashSet<String>,
}

#[derive(Debug)]
struct IndexedWord {
    bag: u32,
    text: Range<u32>,
    postings: Range<u32>,
}

type PostingLists = HashMap<String, Vec<Posting>>;

/// A place where a word stands, in the order of the places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Posting {
    pub(super) entry: u32,
    /// Which of the entry's phrases it is, and which word of that, of how many.
    pub(super) phrase: u16,
    pub(super) position: u16,
    pub(super) words: u16,
    pub(super) weight: Weight,
}

impl Index {
    /// Indexes the phrases of each entry. Small words say little wherever they stand: articles, pronouns and the like.
    pub fn new(entries: impl IntoIterator<Item = Vec<Phrase>>, small_words: &[String]) -> Self {
        let small = small_words.iter().flat_map(|text| fold::words(text));
        let mut index = Self {
            small_words: small.map(|word| word.text).collect(),
            ..Self::default()
        };
        let mut standing = PostingLists::new();
        for phrases in entries {
            for (number, phrase) in (0..).zip(phrases) {
                index.add(number, &phrase, &mut standing);
            }
            index.entries += 1;
        }
        let mut standing: Vec<_> = standing.into_iter().collect();
        standing.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        for (word, postings) in standing {
            index.list(&word, &postings);
        }
        index
    }

    /// Notes the words of a phrase; one in parts (e-mail) stands there as a whole too (email).
    fn add(&mut self, number: u16, phrase: &Phrase, standing: &mut PostingLists) {
        let words = fold::words(&phrase.text);
        let mut posting = Posting {
            entry: self.entries,
            phrase: number,
            position: 0,
            words: u16::try_from(words.len()).unwrap_or(u16::MAX),
            weight: phrase.weight,
        };
        for parts in words.chunk_by(|_, next| next.hyphenated) {
            if parts.len() > 1 {
                standing.entry(joined(parts)).or_default().push(posting);
            }
            for part in parts {
                let places = standing.entry(part.text.clone()).or_default();
                places.push(posting);
                posting.position = posting.position.saturating_add(1);
            }
        }
    }

    fn list(&mut self, word: &str, postings: &[Posting]) {
        let (text, first) = (count(self.text.len()), count(self.postings.len()));
        self.text.push_str(word);
        self.postings.extend_from_slice(postings);
        self.words.push(IndexedWord {
            bag: bag(word),
            text: text..count(self.text.len()),
            postings: first..count(self.postings.len()),
        });
    }

    pub(super) fn len(&self) -> usize {
        self.entries as usize
    }

    fn text(&self, word: &IndexedWord) -> &str {
        let text = self
            .text
            .get(word.text.start as usize..word.text.end as usize);
        text.unwrap_or_default()
    }

    fn postings(&self, word: &IndexedWord) -> &[Posting] {
        let at = word.postings.start as usize..word.postings.end as usize;
        self.postings.get(at).unwrap_or_default()
    }

    /// The first word that does not come before these letters.
    pub(super) fn first_from(&self, letters: &str) -> &str {
        let before = |word: &IndexedWord| self.text(word) < letters;
        let first = self.words.partition_point(before);
        self.words.get(first).map_or("", |word| self.text(word))
    }

    /// Where the words stand that are like a typed one, and how surely each was meant.
    pub(super) fn like(&self, typed: &TypedWord<'_>) -> Vec<(&[Posting], f32)> {
        // Words in a row mostly begin alike, and are compared once.
        let mut begun = ("", None);
        let may_be = self.words.iter().filter(|word| typed.may_be(word.bag));
        let like = may_be.filter_map(|word| {
            let known = self.text(word);
            let beginning = typed.beginning(known);
            if beginning != begun.0 {
                begun = (beginning, typed.mistyped_beginning(beginning));
            }
            let sure = typed.likeness_beside(known, begun.1)?;
            Some((self.postings(word), sure))
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
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
