//! Finding anything of the pack: what can be found, by which words, and the
//! index over all of it in every language.

mod entries;
mod reading;

pub use reading::Reading;

use crate::case::NodeRef;
use crate::i18n::{Lang, Text, Words};
use crate::id::{AccountId, DeskId, FlowId, LinkId, ReasonId};
use crate::pack::Pack;
use crate::search::{self, Index, UserNames};

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

/// Something of the pack that can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// A flow: a case begins at its start.
    Flow(FlowId),
    /// A node of a flow: a case begins there, without the replies that lead to it.
    Node(NodeRef),
    /// When accounts close.
    Closing,
    /// A reason for closing.
    Reason(ReasonId),
    /// All desks.
    Desks,
    /// One desk.
    Desk(DeskId),
    /// An account, and with it the shape of its user names.
    Account(AccountId),
    /// An address.
    Link(LinkId),
}

impl Found {
    /// The words under which it is shown.
    pub fn title(&self) -> Text<'_> {
        match self {
            Self::Flow(flow) => Text::Flow(flow, "title".to_owned()),
            Self::Node(place) => Text::Flow(&place.flow, place.node.to_string()),
            Self::Closing => Text::Pack("menu-closing".to_owned()),
            Self::Reason(reason) => Text::Pack(format!("reason-{reason}")),
            Self::Desks => Text::Pack("menu-desks".to_owned()),
            Self::Desk(desk) => Text::Pack(format!("desk-{desk}")),
            Self::Account(account) => Text::Pack(format!("account-{account}")),
            Self::Link(link) => Text::Pack(format!("link-{link}")),
        }
    }

    /// A part of the message under which it is shown.
    pub fn part(&self, name: &str) -> Text<'_> {
        let of = |id: String| format!("{id}.{name}");
        match self.title() {
            Text::Own(id) => Text::Own(id),
            Text::Pack(id) => Text::Pack(of(id)),
            Text::Flow(flow, id) => Text::Flow(flow, of(id)),
        }
    }

    /// The words of what it is a part of, where it does not stand by itself.
    pub fn within(&self) -> Option<Text<'_>> {
        match self {
            Self::Node(place) => Some(Text::Flow(&place.flow, "title".to_owned())),
            Self::Reason(_) => Some(Self::Closing.title()),
            Self::Desk(_) => Some(Self::Desks.title()),
            _ => None,
        }
    }
}

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
    index: Index<Found>,
    names: UserNames<AccountId>,
}

impl Finder {
    /// Reads all flows and all words of a pack.
    pub fn of(pack: &Pack, words: &Words) -> Self {
        let accounts = pack.known().accounts.iter();
        let globs = accounts.flat_map(|account| {
            let globs = account.user_names.iter();
            globs.map(|glob| (glob.as_str(), account.id.clone()))
        });
        Self {
            index: index(pack, words),
            names: UserNames::new(globs),
        }
    }

    /// What a query leads to; a user name in it comes first, and is not kept.
    pub fn find(&self, query: &str, pack: &Pack, words: &Words) -> Hits {
        let name = self.names.recognise(query);
        let found = self.index.find(query, WEIGHED);
        let best = found.first().map_or(0.0, |hit| hit.share);
        let tells = name.is_none() || best >= LEAST_BESIDE_NAME;
        let near = found
            .iter()
            .filter(|hit| tells && (hit.share >= best * BESIDE_BEST || hit.said_whole));
        let near = flows_first(near.collect());
        let whole = near.first().is_some_and(|hit| hit.said_whole);
        let near = near.into_iter();
        let near = near.map(|hit| (hit.target.clone(), Some(hit)));
        let named = name.map(|account| (Found::Account(account.clone()), None));
        let list = shown_once(named.into_iter().chain(near), words);
        let by = |hit: Option<_>| hit.map_or(By::UserName, |hit| by_words(pack, words, hit));
        Hits {
            sure: name.is_some() || best >= LEAST_SHARE || whole,
            list: list
                .map(|(found, hit)| Hit { found, by: by(hit) })
                .collect(),
        }
    }

    /// How many things can be found.
    pub fn len(&self) -> usize {
        self.index.len()
    }

    /// Whether nothing can be found.
    pub fn is_empty(&self) -> bool {
        self.index.is_empty()
    }

    /// The memory that the index holds, in bytes.
    pub fn bytes(&self) -> usize {
        self.index.bytes()
    }
}

fn index(pack: &Pack, words: &Words) -> Index<Found> {
    let text = Text::Pack("small-words".to_owned());
    let small = words.langs();
    let small = small.filter_map(|lang| words.voice(lang).say_if_any(&text));
    let small: Vec<String> = small.collect();
    Index::new(entries::all(pack, words)).with_small_words(small.iter().map(String::as_str))
}

/// Puts a flow before its own nodes: it asks what they take for granted.
fn flows_first<'i>(mut hits: Vec<&'i search::Hit<'i, Found>>) -> Vec<&'i search::Hit<'i, Found>> {
    for at in 0..hits.len() {
        let flow = hits.get(at).and_then(|hit| match hit.target {
            Found::Node(place) => Some(Found::Flow(place.flow.clone())),
            _ => None,
        });
        let flow = flow.and_then(|flow| hits.iter().position(|hit| *hit.target == flow));
        if let Some(range) = flow
            .filter(|flow| *flow > at)
            .and_then(|flow| hits.get_mut(at..=flow))
        {
            range.rotate_right(1);
        }
    }
    hits
}

/// Leaves out what is shown as something before it is, and what a screen does not hold.
fn shown_once<H>(
    hits: impl Iterator<Item = (Found, H)>,
    words: &Words,
) -> impl Iterator<Item = (Found, H)> {
    let voice = words.voice(Lang::MAIN);
    let mut shown: Vec<(String, Option<String>)> = Vec::new();
    let once = move |(found, _): &(Found, H)| {
        let within = found.within().map(|text| voice.say(&text));
        let line = (voice.say(&found.title()), within);
        let is_new = !shown.contains(&line);
        shown.extend(is_new.then_some(line));
        is_new
    };
    hits.filter(once).take(MOST_HITS)
}

fn by_words(pack: &Pack, words: &Words, hit: &search::Hit<'_, Found>) -> By {
    let lang = Lang::at(usize::from(hit.language));
    let text = entries::phrase(pack, words.voice(lang), hit.target, hit.phrase);
    By::Words(text.unwrap_or_default(), lang)
}
