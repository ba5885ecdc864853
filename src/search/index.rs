//! Every word by which something can be found, with the places where it stands.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::fold::{self, joined};
use super::likeness::{LetterBag, Likeness, TypedWord};

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
#[derive(Debug, Default)]
pub struct Index {
    entries: u32,
    phrases: Vec<IndexedPhrase>,
    /// All different words in order, one after the other.
    text: String,
    words: Vec<IndexedWord>,
    postings: Vec<Posting>,
    small_words: HashSet<String>,
}

/// A word: where it is in the text of all words, and where it stands.
#[derive(Debug)]
struct IndexedWord {
    text: Range<u32>,
    bag: LetterBag,
    postings: Range<u32>,
    holders: u32,
}

/// What is kept of a phrase.
#[derive(Clone, Copy, Debug)]
pub(super) struct IndexedPhrase {
    /// Which of its entry's phrases it is.
    pub(super) place: u16,
    pub(super) weight: Weight,
    pub(super) words: u16,
}

/// A place where a word stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Posting {
    pub(super) entry: u32,
    pub(super) phrase: u32,
    /// Which word of the phrase it is.
    pub(super) position: u16,
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
        let mut standing = HashMap::new();
        for phrases in entries {
            for (place, phrase) in phrases.iter().enumerate() {
                index.add(place, phrase, &mut standing);
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

    fn add(&mut self, place: usize, phrase: &Phrase, standing: &mut HashMap<String, Vec<Posting>>) {
        let words = positioned(&phrase.text);
        let last = words.last().map_or(0, |(position, _)| position + 1);
        let number = count(self.phrases.len());
        self.phrases.push(IndexedPhrase {
            place: u16::try_from(place).unwrap_or(u16::MAX),
            weight: phrase.weight,
            words: last,
        });
        for (position, word) in words {
            standing.entry(word).or_default().push(Posting {
                entry: self.entries,
                phrase: number,
                position,
                weight: phrase.weight,
            });
        }
    }

    fn list(&mut self, word: &str, postings: &[Posting]) {
        let (text, first) = (count(self.text.len()), count(self.postings.len()));
        self.text.push_str(word);
        self.postings.extend_from_slice(postings);
        let holders = postings.chunk_by(|one, other| one.entry == other.entry);
        self.words.push(IndexedWord {
            text: text..count(self.text.len()),
            bag: LetterBag::of(word),
            postings: first..count(self.postings.len()),
            holders: count(holders.count()),
        });
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries as usize
    }

    /// Whether nothing can be found at all.
    pub fn is_empty(&self) -> bool {
        self.entries == 0
    }

    fn text(&self, word: &IndexedWord) -> &str {
        let at = word.text.start as usize..word.text.end as usize;
        self.text.get(at).unwrap_or_default()
    }

    pub(super) fn knows(&self, word: &str) -> bool {
        self.first_from(word) == Some(word)
    }

    /// Whether any word begins so.
    pub(super) fn begins(&self, letters: &str) -> bool {
        let first = self.first_from(letters);
        first.is_some_and(|word| word.starts_with(letters))
    }

    /// The first word that does not come before these letters.
    fn first_from(&self, letters: &str) -> Option<&str> {
        let before = |word: &IndexedWord| self.text(word) < letters;
        let first = self.words.partition_point(before);
        self.words.get(first).map(|word| self.text(word))
    }

    /// The words that are like a typed one, by number.
    pub(super) fn like(&self, typed: &TypedWord) -> impl Iterator<Item = (usize, Likeness)> {
        let words = self.words.iter().enumerate();
        words.filter_map(|(number, word)| {
            let may_be = typed.may_be(word.bag);
            let likeness = may_be.then(|| typed.likeness(self.text(word)))?;
            Some((number, likeness?))
        })
    }

    pub(super) fn postings(&self, word: usize) -> &[Posting] {
        let at = self.words.get(word).map(|word| &word.postings);
        let postings = at.and_then(|at| self.postings.get(at.start as usize..at.end as usize));
        postings.unwrap_or_default()
    }

    pub(super) fn phrase(&self, number: u32) -> Option<IndexedPhrase> {
        self.phrases.get(number as usize).copied()
    }

    /// How many entries hold a word.
    pub(super) fn holders(&self, word: usize) -> u32 {
        self.words.get(word).map_or(0, |word| word.holders)
    }

    /// How much it says that an entry holds a word, when so many entries do.
    pub(super) fn rarity(&self, holders: u32) -> f32 {
        let holders = holders.min(self.entries) as f32;
        (1.0 + (self.entries as f32 - holders + 0.5) / (holders + 0.5)).ln()
    }

    /// Whether a word says little wherever it stands.
    pub(super) fn is_small(&self, word: &str) -> bool {
        self.small_words.contains(word)
    }
}

/// The words of a text by position; one in parts (e-mail) stands there as a whole too (email).
fn positioned(text: &str) -> Vec<(u16, String)> {
    let mut found = Vec::new();
    let mut position: u16 = 0;
    for parts in fold::words(text).chunk_by(|_, next| next.hyphenated) {
        if parts.len() > 1 {
            found.push((position, joined(parts).text));
        }
        for part in parts {
            found.push((position, part.text.clone()));
            position = position.saturating_add(1);
        }
    }
    found
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
