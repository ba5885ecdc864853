//! One thing to say about a closing, in no language yet.

use chrono::NaiveDate;

use super::phrase::values;
use crate::closure::{Because, CLOSES_IN_NEXT_YEAR, Certainty, Closure, Standing, days_between};
use crate::i18n::{Text, Voice, day_in_words, day_plain};
use crate::id::{AccountId, ReasonId, SourceId};
use crate::note::source_name;

/// One thing to say about a closing.
#[derive(Clone, Copy, Debug)]
pub enum Saying<'a> {
    /// On which day or days an account closes; one of two says under which condition.
    Closes(&'a Closure),
    /// How sure that is.
    Certainty(Certainty),
    /// The last day on which what an account holds can be copied.
    LastCopy(&'a AccountId, NaiveDate),
    /// A step that led to the date, or why there is none.
    Because(&'a AccountId, &'a Because, &'a ReasonId),
}

impl Saying<'_> {
    /// The sentence. With `today` it says how far off that is; what is kept for
    /// later does not.
    pub fn words(&self, voice: Voice<'_>, today: Option<NaiveDate>) -> String {
        match self {
            Self::Closes(closure) => closes(voice, closure, today),
            Self::Certainty(certainty) => voice.own(certainty.message_id()),
            Self::LastCopy(account, day) => last_copy(voice, account, *day, today),
            Self::Because(account, because, reason) => {
                because_words(voice, account, because, reason)
            }
        }
    }

    /// Who says so; empty for what only sums up.
    pub fn sources(&self) -> &[SourceId] {
        match self {
            Self::Because(_, because, _) => &because.sources,
            _ => &[],
        }
    }

    /// The sentence with its sources: `… (FAQ Odisee)`.
    pub fn words_with_sources(&self, voice: Voice<'_>) -> String {
        let words = self.words(voice, None);
        let names: Vec<String> = self
            .sources()
            .iter()
            .map(|source| source_name(voice, source))
            .collect();
        if names.is_empty() {
            words
        } else {
            format!("{words} ({})", names.join(" · "))
        }
    }
}

fn closes(voice: Voice<'_>, closure: &Closure, today: Option<NaiveDate>) -> String {
    let parts = [
        condition(voice, closure),
        Some(dates(voice, closure)),
        today.map(|today| standing(voice, closure, today)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn dates(voice: Voice<'_>, closure: &Closure) -> String {
    if closure.earliest == closure.latest {
        let date = day_in_words(voice, closure.earliest);
        return voice.own_with("closes-on", [("date", date.into())]);
    }
    let args = [
        ("earliest", day_plain(voice, closure.earliest).into()),
        ("latest", day_plain(voice, closure.latest).into()),
    ];
    voice.own_with("closes-between", args)
}

/// Under which condition one of two alternatives holds.
fn condition(voice: Voice<'_>, closure: &Closure) -> Option<String> {
    let condition = closure.condition?;
    let args = values(voice, condition.arguments());
    Some(voice.own_with(condition.message_id(), args))
}

fn standing(voice: Voice<'_>, closure: &Closure, today: NaiveDate) -> String {
    let standing = closure.standing(today);
    let id = match standing {
        Standing::Open { .. } if closure.earliest != closure.latest => "standing-open-at-least",
        other => other.message_id(),
    };
    voice.own_with(id, values(voice, standing.arguments()))
}

fn last_copy(
    voice: Voice<'_>,
    account: &AccountId,
    day: NaiveDate,
    today: Option<NaiveDate>,
) -> String {
    let date = day_in_words(voice, day);
    let text = Text::Pack(format!("account-{account}.copy"));
    let words = voice.say_with(&text, [("date", date.into())]);
    let note = match today.map(|today| days_between(today, day)) {
        Some(0) => "copy-today",
        Some(..0) => "copy-past",
        _ => return words,
    };
    format!("{words} {}", voice.own(note))
}

/// A step, and what the pack adds to the one that a window is read from.
fn because_words(
    voice: Voice<'_>,
    account: &AccountId,
    because: &Because,
    reason: &ReasonId,
) -> String {
    let args = values(voice, because.arguments.clone());
    let words = voice.own_with(because.message_id, args);
    let source_words = match because.message_id {
        CLOSES_IN_NEXT_YEAR => voice.say_if_any(&Text::Pack(format!("rule-{account}-{reason}"))),
        _ => None,
    };
    [Some(words), source_words]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
}
