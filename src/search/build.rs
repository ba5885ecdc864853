//! Making an index: number the words as they come, order them once, then turn phrases over into postings.

use std::sync::Mutex;

use super::fold::{Word, Words};
use super::index::{Catalogue, Phrase, PhraseStart, Posting, Token, Weight};
use super::vocabulary::{Vocabulary, first_eight};
use rustc_hash::FxHashMap;

/// An index under construction.
#[derive(Default)]
pub(super) struct Builder {
    numbers: FxHashMap<Box<str>, u32>,
    tokens: Vec<Token>,
    phrases: Vec<PhraseStart>,
    entries: Vec<u32>,
    word: Word,
    /// The hyphenated word so far, written as one.
    whole: String,
}

impl Builder {
    /// Adds the next entry.
    pub(super) fn add(&mut self, phrases: &[Phrase]) {
        self.entries.push(count(self.phrases.len()));
        for phrase in phrases {
            self.start_phrase(phrase.weight, phrase.language);
            self.add_words(&phrase.text);
        }
    }

    fn start_phrase(&mut self, weight: Weight, language: u8) {
        self.phrases.push(PhraseStart {
            token: count(self.tokens.len()),
            weight,
            language,
            says: 0.0,
        });
    }

    fn add_words(&mut self, text: &str) {
        let mut words = Words::of(text);
        let mut word = std::mem::take(&mut self.word);
        let mut parts = 0;
        while words.read(&mut word) {
            if !word.hyphenated {
                self.end_whole(parts);
                parts = 0;
            }
            self.push(&word.text, false);
            self.whole.push_str(&word.text);
            parts += 1;
        }
        self.end_whole(parts);
        self.word = word;
    }

    fn end_whole(&mut self, parts: usize) {
        if parts > 1 {
            let whole = std::mem::take(&mut self.whole);
            self.push(&whole, true);
            self.whole = whole;
        }
        self.whole.clear();
    }

    fn push(&mut self, word: &str, extra: bool) {
        let number = match self.numbers.get(word) {
            Some(number) => *number,
            None => self.number(word),
        };
        self.tokens.push(Token::new(number, extra));
    }

    fn number(&mut self, word: &str) -> u32 {
        let number = count(self.numbers.len());
        self.numbers.insert(word.into(), number);
        number
    }

    /// The finished index.
    pub(super) fn finish(mut self) -> Catalogue {
        self.entries.push(count(self.phrases.len()));
        self.start_phrase(Weight::Aside, 0);
        let vocabulary = self.order_words();
        let mut catalogue = Catalogue {
            starts: vec![0; vocabulary.len() as usize + 1],
            vocabulary,
            postings: Vec::new(),
            tokens: self.tokens,
            phrases: self.phrases,
            entries: self.entries,
            small_words: Vec::new(),
            tally: Mutex::default(),
        };
        turn_over(&mut catalogue);
        weigh_phrases(&mut catalogue);
        catalogue
    }

    fn order_words(&mut self) -> Vocabulary {
        let numbers = std::mem::take(&mut self.numbers).into_iter();
        let mut words: Vec<(u64, Box<str>, u32)> = numbers
            .map(|(word, number)| (first_eight(word.bytes()), word, number))
            .collect();
        words.sort_unstable();
        let mut places = vec![0; words.len()];
        for ((_, _, number), place) in words.iter().zip(0..) {
            if let Some(slot) = places.get_mut(*number as usize) {
                *slot = place;
            }
        }
        for token in &mut self.tokens {
            let place = places.get(token.word() as usize).copied().unwrap_or(0);
            *token = Token::new(place, token.is_extra());
        }
        Vocabulary::new(words.iter().map(|(_, word, _)| &**word))
    }
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// Writes down for every word which entries hold it, each entry once.
fn turn_over(catalogue: &mut Catalogue) {
    let mut last = vec![u32::MAX; catalogue.vocabulary.len() as usize];
    let mut holders = vec![0u32; last.len()];
    each_token(catalogue, |word, posting| {
        if let (Some(last), Some(holders)) = (last.get_mut(word), holders.get_mut(word)) {
            *holders += u32::from(*last != posting.entry());
            *last = posting.entry();
        }
    });
    catalogue.starts = starts(&holders);
    let mut next = catalogue.starts.clone();
    let mut postings =
        vec![Posting::new(0, Weight::Aside, usize::MAX); holders.iter().sum::<u32>() as usize];
    last.fill(u32::MAX);
    each_token(catalogue, |word, posting| {
        if let (Some(last), Some(next)) = (last.get_mut(word), next.get_mut(word)) {
            *next += u32::from(*last != posting.entry());
            let again = std::mem::replace(last, posting.entry()) == posting.entry();
            if let Some(slot) = postings.get_mut(*next as usize - 1) {
                *slot = if again && slot.class() <= posting.class() {
                    *slot
                } else {
                    posting
                };
            }
        }
    });
    catalogue.postings = postings;
}

fn starts(holders: &[u32]) -> Vec<u32> {
    let sums = holders.iter().scan(0, |sum, holders| {
        *sum += holders;
        Some(*sum)
    });
    std::iter::once(0).chain(sums).collect()
}

fn each_token(catalogue: &Catalogue, mut tell: impl FnMut(usize, Posting)) {
    for entry in 0..count(catalogue.entry_count()) {
        for (start, tokens) in catalogue
            .phrases_of(entry)
            .filter_map(|phrase| catalogue.phrase(phrase))
        {
            let posting = Posting::new(entry, start.weight, tokens.len());
            tokens
                .iter()
                .for_each(|token| tell(token.word() as usize, posting));
        }
    }
}

/// Adds up once what each phrase says: a query would ask it of every word of a thousand phrases.
fn weigh_phrases(catalogue: &mut Catalogue) {
    let words = 0..catalogue.vocabulary.len();
    let rarities: Vec<f32> = words.map(|word| catalogue.rarity_of(word)).collect();
    let rarity = |token: &Token| rarities.get(token.word() as usize).copied();
    let said = |(_, tokens): (PhraseStart, &[Token])| {
        let counted = tokens.iter().filter(|token| !token.is_extra());
        counted.filter_map(rarity).sum()
    };
    let phrases = 0..catalogue.phrases.len();
    let says: Vec<f32> = phrases
        .map(|phrase| catalogue.phrase(phrase).map_or(0.0, said))
        .collect();
    for (phrase, says) in catalogue.phrases.iter_mut().zip(says) {
        phrase.says = says;
    }
}
