//! The index over a pack, and what a query leads to by it.

use super::entries::{self, Findable};
use super::found::Found;
use crate::i18n::{Lang, Localizer, Text};
use crate::id::AccountId;
use crate::pack::Pack;
use crate::search::{self, Index, Ranked};

/// How many hits are shown; a screen of 24 rows holds them.
const MOST_HITS: usize = 9;
/// How many hits are weighed against each other for that.
const WEIGHED: usize = 16;
/// What explains less of a query than this does not fit it, and is no hit.
const LEAST_SHARE: f32 = 0.335;
/// The same beside a user name, of which the index holds nothing.
const LEAST_BESIDE_NAME: f32 = 0.2;
/// A hit that holds less than this part of what the best one holds is left out.
const BESIDE_BEST: f32 = 0.45;

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

/// The index over a pack, in all its languages.
#[derive(Debug, Default)]
pub struct Finder {
    /// What the entries of the index are.
    entries: Vec<Findable>,
    index: Index,
}

impl Finder {
    /// Reads all flows and all words of a pack.
    pub fn of(pack: &Pack, words: &Localizer) -> Self {
        let entries = entries::all(pack);
        let texts = entries.iter().map(|entry| {
            let phrases = entry.phrases(pack, words).into_iter();
            phrases.map(|(_, phrase)| phrase).collect()
        });
        let list = |id| in_all_languages(words, id);
        Self {
            index: Index::new(texts, &list("small-words"), &list("count-words")),
            entries,
        }
    }

    /// What a query leads to, the best first; a user name in it comes first, and is not kept.
    pub fn find(&self, query: &str, pack: &Pack, words: &Localizer) -> Vec<Hit> {
        let name = search::user_name(query, user_names(pack));
        let least = name.map_or(LEAST_SHARE, |_| LEAST_BESIDE_NAME);
        let ranked = search::best(&self.index, query, WEIGHED);
        let best = ranked
            .iter()
            .fold(0.0, |best: f32, hit| best.max(hit.share));
        let least = least.max(best * BESIDE_BEST);
        let fits = |hit: &&Ranked| hit.share >= least || hit.said_whole;
        let fitting = ranked.iter().filter(fits);
        let hits = fitting.filter_map(|hit| self.hit(hit, pack, words));
        let named = name.map(|account| Hit {
            found: Found::Account(account.clone()),
            by: By::UserName,
        });
        let hits = flows_first(hits.collect());
        shown_once(named.into_iter().chain(hits), words)
    }

    fn hit(&self, hit: &Ranked, pack: &Pack, words: &Localizer) -> Option<Hit> {
        let entry = self.entries.get(hit.entry)?;
        let mut phrases = entry.phrases(pack, words).into_iter();
        let (lang, phrase) = phrases.nth(hit.phrase)?;
        Some(Hit {
            found: entry.opens.clone(),
            by: By::Words(phrase.text, lang),
        })
    }
}

/// The shapes of user names, each with its account.
fn user_names(pack: &Pack) -> impl Iterator<Item = (&str, &AccountId)> {
    let accounts = pack.known().accounts.iter();
    accounts.flat_map(|account| {
        let shapes = account.user_names.iter();
        shapes.map(|shape| (shape.as_str(), &*account.id))
    })
}

fn in_all_languages(words: &Localizer, id: &str) -> Vec<String> {
    let text = Text::Pack(id.to_owned());
    let voices = words.langs().map(|lang| words.voice(lang));
    voices.filter_map(|voice| voice.say_if_any(&text)).collect()
}

/// Puts a flow before its own nodes: it asks what they take for granted.
fn flows_first(mut hits: Vec<Hit>) -> Vec<Hit> {
    for at in 0..hits.len() {
        let ahead = hits.get_mut(at..).unwrap_or_default();
        let flow = match ahead.first().map(|hit| &hit.found) {
            Some(Found::Node(place)) => Found::Flow(place.flow.clone()),
            _ => continue,
        };
        let flow = ahead.iter().position(|hit| hit.found == flow);
        if let Some(passed) = flow.and_then(|flow| ahead.get_mut(..=flow)) {
            passed.rotate_right(1);
        }
    }
    hits
}

/// Leaves out what is shown as something before it is, and what a screen does not hold.
fn shown_once(hits: impl Iterator<Item = Hit>, words: &Localizer) -> Vec<Hit> {
    let voice = words.voice(Lang::MAIN);
    let mut shown = Vec::new();
    let once = |hit: &Hit| {
        let within = hit.found.within().map(|text| voice.say(&text));
        let line = (voice.say(&hit.found.title()), within);
        let is_new = !shown.contains(&line);
        shown.extend(is_new.then_some(line));
        is_new
    };
    hits.filter(once).take(MOST_HITS).collect()
}
