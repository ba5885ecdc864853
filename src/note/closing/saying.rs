//! One thing to say about a closing, in no language yet, and the parts of sentences about dates.

use chrono::NaiveDate;
use fluent::FluentValue;

use crate::closure::{
    Argument, Arguments, Because, CLOSES_IN_NEXT_YEAR, Certainty, Closure, days_between,
};
use crate::i18n::{Text, Variable, Voice, day_in_words, day_plain, month_name};
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
    Because(&'a AccountId, &'a ReasonId, &'a Because),
}

impl Saying<'_> {
    /// The sentence. With `today` it says how far off that is; what is kept for
    /// later does not.
    pub fn words(&self, voice: Voice<'_>, today: Option<NaiveDate>) -> String {
        match self {
            Self::Closes(closure) => closes(voice, closure, today),
            Self::Certainty(certainty) => voice.own(&certainty.message_id()),
            Self::LastCopy(account, day) => last_copy(voice, account, *day, today),
            Self::Because(account, reason, because) => step(voice, account, reason, because),
        }
    }

    /// Who says so; empty for what only sums up.
    pub fn sources(&self) -> &[SourceId] {
        match self {
            Self::Because(.., because) => &because.sources,
            _ => &[],
        }
    }

    /// The sentence with its sources: `… (FAQ Odisee)`.
    pub fn words_with_sources(&self, voice: Voice<'_>) -> String {
        let words = self.words(voice, None);
        let names = self.sources().iter().map(|id| source_name(voice, id));
        match names.collect::<Vec<_>>().join(" · ") {
            names if names.is_empty() => words,
            names => format!("{words} ({names})"),
        }
    }
}

/// Under which condition, on which days, and where today stands to them.
fn closes(voice: Voice<'_>, closure: &Closure, today: Option<NaiveDate>) -> String {
    let (earliest, latest) = (closure.earliest, closure.latest);
    let dates = if earliest == latest {
        let date = day_in_words(voice, earliest).into();
        voice.own_with("closes-on", [("date", date)])
    } else {
        let earliest = ("earliest", day_plain(voice, earliest).into());
        let latest = ("latest", day_plain(voice, latest).into());
        voice.own_with("closes-between", [earliest, latest])
    };
    let condition = closure.condition.as_ref();
    let standing = today.map(|today| {
        let (id, days) = closure.standing(today);
        voice.own_with(id, [("days", days.into())])
    });
    let condition = condition.map(|condition| own_words(voice, condition));
    let parts = condition.into_iter().chain([dates]).chain(standing);
    parts.collect::<Vec<_>>().join(" ")
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
fn step(voice: Voice<'_>, account: &AccountId, reason: &ReasonId, because: &Because) -> String {
    let words = own_words(voice, because);
    let text = Text::Pack(format!("rule-{account}-{reason}"));
    let source_words = voice.say_if_any(&text);
    match source_words.filter(|_| because.message_id == CLOSES_IN_NEXT_YEAR) {
        Some(source_words) => format!("{words} {source_words}"),
        None => words,
    }
}

fn own_words(voice: Voice<'_>, because: &Because) -> String {
    let args = values(voice, because.arguments.clone());
    voice.own_with(because.message_id, args)
}

/// What goes into a message of the program, in a language.
pub fn values(voice: Voice<'_>, arguments: Arguments) -> impl Iterator<Item = Variable> {
    let arguments = arguments.into_iter();
    arguments.map(move |(name, argument)| (name, value(voice, &argument)))
}

fn value(voice: Voice<'_>, argument: &Argument) -> FluentValue<'static> {
    match argument {
        Argument::Day(day) => day_plain(voice, *day).into(),
        Argument::Number(number) => (*number).into(),
        Argument::Year(year) => year.to_string().into(),
        Argument::Month(month) => month_name(voice, *month).into(),
        Argument::Account(account) => voice.say(&Text::Pack(format!("account-{account}"))).into(),
        Argument::Reason(reason) => reason_words(voice, reason).into(),
    }
}

/// An account by what it opens; by its name where the pack has no such words.
pub fn account_what(voice: Voice<'_>, account: &AccountId) -> String {
    named(voice, account, "what")
}

/// An account in a word or two.
pub fn account_short(voice: Voice<'_>, account: &AccountId) -> String {
    named(voice, account, "short")
}

fn named(voice: Voice<'_>, account: &AccountId, form: &str) -> String {
    voice
        .say_if_any(&Text::Pack(format!("account-{account}.{form}")))
        .unwrap_or_else(|| voice.say(&Text::Pack(format!("account-{account}"))))
}

/// `Ik heb me uitgeschreven: dinsdag 24 november 2026`.
pub fn asked(voice: Voice<'_>, reason: &ReasonId, event: NaiveDate) -> String {
    voice.own_with("closing-asked", asked_args(voice, reason, event))
}

pub(super) fn asked_args(voice: Voice<'_>, reason: &ReasonId, event: NaiveDate) -> [Variable; 2] {
    [
        ("reason", reason_words(voice, reason).into()),
        ("date", day_in_words(voice, event).into()),
    ]
}

fn reason_words(voice: Voice<'_>, reason: &ReasonId) -> String {
    voice.say(&Text::Pack(format!("reason-{reason}")))
}
