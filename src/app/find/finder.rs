//! The index over a pack, and what a query leads to by it.

use super::entries;
use super::found::Found;
use crate::i18n::{Lang, Localizer, Text};
use crate::id::AccountId;
use crate::pack::Pack;
use crate::search::{self, Index, Ranked, UserNames};

/// How many hits are shown; a screen of 24 rows holds them.
const MOST_HITS: usize = 9;
/// How many hits are weighed against each other for that.
const WEIGHED: usize = 16;
/// A best hit that holds less of the query than this is no answer.
const LEAST_SHARE: f32 = 0.4;
/// The same beside a user name, of which the index holds nothing.
const LEAST_BESIDE_NAME: f32 = 0.25;
/// A hit that holds less than this part of what the best one holds is left out.
const BESIDE_BEST: f32 = 0.6;

/// Something found, and by what.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// What was found.
    pub found: Found,
    /// By what it was found.
    pub by: By,
}

/// By what something was found.
#[derive(Clone, Debug, PartialEq)]
pub enum By {
    /// By these words of it, in this language.
    Words(String, Lang),
    /// By the shape of a user name.
    UserName,
}

/// What a query leads to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hits {
    /// What was found, the best first.
    pub list: Vec<Hit>,
    /// Whether the first of them answers the query, rather than a word of it.
    pub sure: bool,
}

/// The index over a pack, in all its languages.
#[derive(Debug, Default)]
pub struct Finder {
    /// What the entries of the index are.
    all: Vec<Found>,
    index: Index,
    names: UserNames<AccountId>,
}

impl Finder {
    /// Reads all flows and all words of a pack.
    pub fn of(pack: &Pack, words: &Localizer) -> Self {
        let all = entries::all(pack);
        let phrases = |found| entries::phrases(pack, words, found).into_iter();
        let texts = all
            .iter()
            .map(|found| phrases(found).map(|(_, phrase)| phrase).collect());
        Self {
            index: Index::new(texts, &small_words(words)),
            names: user_names(pack),
            all,
        }
    }

    /// What a query leads to; a user name in it comes first, and is not kept.
    pub fn find(&self, query: &str, pack: &Pack, words: &Localizer) -> Hits {
        let name = self.names.recognise(query);
        let ranked = search::best(&self.index, query, WEIGHED);
        let best = ranked.first().map_or(0.0, |hit| hit.share);
        let tells = name.is_none() || best >= LEAST_BESIDE_NAME;
        let near = |hit: &Ranked| tells && (hit.share >= best * BESIDE_BEST || hit.said_whole);
        let ranked = ranked.into_iter().filter(near);
        let ranked = self.flows_first(ranked.collect());
        let whole = ranked.first().is_some_and(|hit| hit.said_whole);
        let named = name.map(|account| Hit {
            found: Found::Account(account.clone()),
            by: By::UserName,
        });
        let hits = ranked.iter().filter_map(|hit| self.hit(hit, pack, words));
        Hits {
            sure: name.is_some() || best >= LEAST_SHARE || whole,
            list: shown_once(named.into_iter().chain(hits), words),
        }
    }

    /// Puts a flow before its own nodes: it asks what they take for granted.
    fn flows_first(&self, mut hits: Vec<Ranked>) -> Vec<Ranked> {
        for at in 0..hits.len() {
            let flow = hits.get(at).and_then(|node| self.flow_of(node, &hits));
            if let Some(flow) = flow.filter(|flow| *flow > at) {
                let flow = hits.remove(flow);
                hits.insert(at, flow);
            }
        }
        hits
    }

    /// Where among the hits the flow of a node is.
    fn flow_of(&self, node: &Ranked, hits: &[Ranked]) -> Option<usize> {
        let Found::Node(place) = self.all.get(node.entry)? else {
            return None;
        };
        let flow = Found::Flow(place.flow.clone());
        hits.iter()
            .position(|hit| self.all.get(hit.entry) == Some(&flow))
    }

    fn hit(&self, hit: &Ranked, pack: &Pack, words: &Localizer) -> Option<Hit> {
        let found = self.all.get(hit.entry)?.clone();
        let mut phrases = entries::phrases(pack, words, &found).into_iter();
        let (lang, phrase) = phrases.nth(hit.phrase)?;
        let by = By::Words(phrase.text, lang);
        Some(Hit { found, by })
    }
}

fn user_names(pack: &Pack) -> UserNames<AccountId> {
    let accounts = pack.known().accounts.iter();
    UserNames::new(accounts.flat_map(|account| {
        let globs = account.user_names.iter();
        globs.map(|glob| (glob.as_str(), AccountId::clone(&account.id)))
    }))
}

fn small_words(words: &Localizer) -> Vec<String> {
    let text = Text::Pack("small-words".to_owned());
    let said = words
        .langs()
        .map(|lang| words.voice(lang).say_if_any(&text));
    said.flatten().collect()
}

/// Leaves out what is shown as something before it is, and what a screen does not hold.
fn shown_once(hits: impl Iterator<Item = Hit>, words: &Localizer) -> Vec<Hit> {
    let voice = words.voice(Lang::MAIN);
    let mut shown: Vec<(String, Option<String>)> = Vec::new();
    let once = |hit: &Hit| {
        let within = hit.found.within().map(|text| voice.say(&text));
        let line = (voice.say(&hit.found.title()), within);
        let is_new = !shown.contains(&line);
        shown.extend(is_new.then_some(line));
        is_new
    };
    hits.filter(once).take(MOST_HITS).collect()
}
