//! What can be found, and finding it.

use std::ops::Range;
use std::sync::Mutex;

use super::build::Builder;
use super::fold::Words;
use super::rank;
use super::tally::Tally;
use super::vocabulary::Vocabulary;

/// One findable thing.
#[derive(Clone, Debug)]
pub struct Entry<T> {
    /// Where finding it leads.
    pub target: T,
    /// Everything by which it can be found, in all languages.
    pub phrases: Vec<Phrase>,
}

/// One text by which an entry can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// The text as written; it is folded here.
    pub text: String,
    /// What kind of text it is.
    pub weight: Weight,
    /// Which language it is in, as the pack numbers them.
    pub language: u8,
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
    pub(super) const ALL: [Weight; 5] = [
        Weight::Title,
        Weight::SearchWord,
        Weight::Sentence,
        Weight::Answer,
        Weight::Aside,
    ];

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

/// Something found.
#[derive(Debug, PartialEq)]
pub struct Hit<'i, T> {
    /// Where it leads.
    pub target: &'i T,
    /// Which of the entry's phrases in that language said most of the query.
    pub phrase: usize,
    /// The language of that phrase.
    pub language: u8,
    /// How much of the query was found here, from 0 to 1; rare words count for more.
    pub share: f32,
    /// Whether the query says a name or a search word of it whole, of two words or more.
    pub said_whole: bool,
    pub(super) score: f32,
}

/// All entries, ready to be found; building it takes a while and can be done on a thread.
pub struct Index<T> {
    targets: Vec<T>,
    catalogue: Catalogue,
}

impl<T> std::fmt::Debug for Index<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Index of {} entries", self.len())
    }
}

impl<T> Default for Index<T> {
    fn default() -> Self {
        Index::new([])
    }
}

impl<T> Index<T> {
    /// Indexes the entries; among equal hits, earlier entries come first.
    pub fn new(entries: impl IntoIterator<Item = Entry<T>>) -> Self {
        let mut builder = Builder::default();
        let mut targets = Vec::new();
        for entry in entries {
            builder.add(&entry.phrases);
            targets.push(entry.target);
        }
        Index {
            targets,
            catalogue: builder.finish(),
        }
    }

    /// The same, with words that say little wherever they stand: articles, pronouns and the like.
    pub fn with_small_words<'t>(mut self, texts: impl IntoIterator<Item = &'t str>) -> Self {
        let words = texts.into_iter();
        let words = words.flat_map(|text| Words::collect(text, usize::MAX));
        let mut small: Vec<String> = words.map(|word| word.text).collect();
        small.sort_unstable();
        small.dedup();
        self.catalogue.small_words = small;
        self
    }

    /// The best hits, best first, at most `limit`.
    pub fn find(&self, query: &str, limit: usize) -> Vec<Hit<'_, T>> {
        let ranked = rank::best(&self.catalogue, query, limit);
        ranked
            .into_iter()
            .filter_map(|ranked| self.hit(&ranked))
            .collect()
    }

    fn hit(&self, ranked: &rank::Ranked) -> Option<Hit<'_, T>> {
        let target = self.targets.get(ranked.entry as usize)?;
        let (phrase, language) = self.catalogue.place(ranked.entry, ranked.phrase);
        Some(Hit {
            target,
            phrase,
            language,
            share: ranked.share,
            said_whole: ranked.said_whole,
            score: ranked.score,
        })
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.targets.len()
    }

    /// Whether nothing can be found at all.
    pub fn is_empty(&self) -> bool {
        self.targets.is_empty()
    }

    /// The memory that the index holds, without what the targets point to.
    pub fn bytes(&self) -> usize {
        self.targets.capacity() * size_of::<T>() + self.catalogue.bytes()
    }
}

/// The index without the targets.
pub(super) struct Catalogue {
    pub(super) vocabulary: Vocabulary,
    /// For every word in turn the entries that hold it.
    pub(super) postings: Vec<Posting>,
    /// Where each word's postings start, and the end of the last.
    pub(super) starts: Vec<u32>,
    /// All phrases, word by word.
    pub(super) tokens: Vec<Token>,
    /// Where each phrase's words start, and a last one for the end.
    pub(super) phrases: Vec<PhraseStart>,
    /// The first phrase of every entry, and the end of the last.
    pub(super) entries: Vec<u32>,
    /// Words that say little, in order.
    pub(super) small_words: Vec<String>,
    /// Kept between queries: half a megabyte that is not asked for at every key.
    pub(super) tally: Mutex<Tally>,
}

/// Where a phrase starts, and what it is.
#[derive(Clone, Copy)]
pub(super) struct PhraseStart {
    pub(super) token: u32,
    pub(super) weight: Weight,
    pub(super) language: u8,
    /// How much all its words say.
    pub(super) says: f32,
}

/// A word in a phrase: its number, and whether it is a whole that also stands there in parts (e-mail, email).
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Token(u32);

impl Token {
    const EXTRA: u32 = 1 << 31;

    pub(super) fn new(word: u32, extra: bool) -> Self {
        Token(word | if extra { Token::EXTRA } else { 0 })
    }

    pub(super) fn word(self) -> u32 {
        self.0 & !Token::EXTRA
    }

    pub(super) fn is_extra(self) -> bool {
        self.0 & Token::EXTRA != 0
    }
}

/// An entry that holds a word, and in what kind of phrase at best.
#[derive(Clone, Copy)]
pub(super) struct Posting(u32);

impl Posting {
    const CLASS_BITS: u32 = 5;
    /// How many kinds of phrases there are: every weight in four lengths.
    pub(super) const CLASSES: usize = 4 * Weight::ALL.len();

    pub(super) fn new(entry: u32, weight: Weight, words: usize) -> Self {
        let length = match words {
            0..=1 => 0,
            2..=3 => 1,
            4..=7 => 2,
            _ => 3,
        };
        Posting((entry << Posting::CLASS_BITS) | ((weight as u32) * 4 + length))
    }

    pub(super) fn entry(self) -> u32 {
        self.0 >> Posting::CLASS_BITS
    }

    /// The kind of phrase; a lower number says more.
    pub(super) fn class(self) -> usize {
        (self.0 & ((1 << Posting::CLASS_BITS) - 1)) as usize
    }
}

impl Catalogue {
    pub(super) fn entry_count(&self) -> usize {
        self.entries.len().saturating_sub(1)
    }

    pub(super) fn postings(&self, words: &Range<u32>) -> &[Posting] {
        match (
            self.starts.get(words.start as usize),
            self.starts.get(words.end as usize),
        ) {
            (Some(from), Some(to)) => self
                .postings
                .get(*from as usize..*to as usize)
                .unwrap_or_default(),
            _ => &[],
        }
    }

    /// How much it says that an entry holds a word, when so many entries do.
    pub(super) fn rarity(&self, holders: usize) -> f32 {
        let (all, holders) = (
            self.entry_count() as f32,
            holders.min(self.entry_count()) as f32,
        );
        (1.0 + (all - holders + 0.5) / (holders + 0.5)).ln()
    }

    /// How much a word says.
    pub(super) fn rarity_of(&self, word: u32) -> f32 {
        self.rarity(self.postings(&(word..word + 1)).len())
    }

    /// Whether a word says little wherever it stands.
    pub(super) fn is_small(&self, word: &str) -> bool {
        let order = |small: &String| small.as_str().cmp(word);
        self.small_words.binary_search_by(order).is_ok()
    }

    pub(super) fn phrases_of(&self, entry: u32) -> Range<usize> {
        let entry = entry as usize;
        match (self.entries.get(entry), self.entries.get(entry + 1)) {
            (Some(from), Some(to)) => *from as usize..*to as usize,
            _ => 0..0,
        }
    }

    pub(super) fn phrase(&self, phrase: usize) -> Option<(PhraseStart, &[Token])> {
        let (start, end) = (self.phrases.get(phrase)?, self.phrases.get(phrase + 1)?);
        Some((
            *start,
            self.tokens.get(start.token as usize..end.token as usize)?,
        ))
    }

    /// Which phrase of its entry in its language a phrase is, and that language.
    fn place(&self, entry: u32, phrase: usize) -> (usize, u8) {
        let language_of = |at: usize| self.phrases.get(at).map_or(0, |start| start.language);
        let language = language_of(phrase);
        let before = self.phrases_of(entry).start..phrase;
        let place = before.filter(|at| language_of(*at) == language).count();
        (place, language)
    }

    fn bytes(&self) -> usize {
        let words = self.postings.capacity()
            + self.starts.capacity()
            + self.tokens.capacity()
            + self.entries.capacity();
        4 * words + size_of::<PhraseStart>() * self.phrases.capacity() + self.vocabulary.bytes()
    }
}
