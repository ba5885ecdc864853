//! The parts of sentences about dates.

use chrono::NaiveDate;
use fluent::FluentValue;

use crate::closure::{Argument, Arguments};
use crate::i18n::{Text, Voice, day_in_words, day_plain, month_name};
use crate::id::{AccountId, ReasonId};

/// What goes into a message of the program, in a language.
pub fn values(voice: Voice<'_>, arguments: Arguments) -> Vec<(&'static str, FluentValue<'static>)> {
    arguments
        .into_iter()
        .map(|(name, argument)| (name, value(voice, &argument)))
        .collect()
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

pub(super) fn asked_args(
    voice: Voice<'_>,
    reason: &ReasonId,
    event: NaiveDate,
) -> [(&'static str, FluentValue<'static>); 2] {
    [
        ("reason", reason_words(voice, reason).into()),
        ("date", day_in_words(voice, event).into()),
    ]
}

fn reason_words(voice: Voice<'_>, reason: &ReasonId) -> String {
    voice.say(&Text::Pack(format!("reason-{reason}")))
}
