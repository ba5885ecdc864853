//! `balie closing`: until when each account stays open, without a screen.

use std::path::Path;

use anyhow::Context;
use chrono::NaiveDate;

use super::setup::{self, Setup};
use super::{CLEAN, Failure, clock, printing, saving};
use crate::cli::{ClosingArgs, Options};
use crate::closure::{self, DateFault, Lies, Typed};
use crate::i18n::{Localizer, Voice, date_words};
use crate::id::{AccountId, ReasonId};
use crate::note::closing::{Answer, Handout, values};
use crate::pack::Pack;
use crate::settings::WrongSetting;

pub(super) fn run(options: &Options, args: &ClosingArgs) -> Result<u8, Failure> {
    let desk = setup::open(options)?;
    let now = clock::clock(options.now.as_deref())?.now();
    let words = Localizer::of(&desk.pack);
    let voice = words.voice(desk.settings.language.value);
    let answer = answer(&desk, args, voice, now.date_naive())?;
    let handout = Handout {
        answer: &answer,
        pack: &desk.pack,
        voice,
        now,
        stale_after: desk.settings.stale_after.value,
    };
    if desk.settings.ascii.value && !args.json {
        printing::ascii_only();
    }
    match &args.ics {
        Some(path) => write(path, &handout)?,
        None if args.json => printing::print(&handout.json().context("cannot write JSON")?)?,
        None => printing::print(&handout.text())?,
    }
    Ok(CLEAN)
}

fn answer(
    desk: &Setup,
    args: &ClosingArgs,
    voice: Voice<'_>,
    today: NaiveDate,
) -> Result<Answer, Failure> {
    let reason = reason(&desk.pack, args.reason.as_deref())?;
    let account = args.account.as_deref();
    let account = account
        .map(|name| account_of(&desk.pack, name))
        .transpose()?;
    let event = event(args.on.as_deref(), voice, today)?;
    let answer = Answer::of(&desk.pack, &desk.local.academic_years, &reason, event);
    let answer =
        answer.ok_or_else(|| Failure::Use("this pack says nothing about closing".to_owned()))?;
    Ok(match account {
        Some(account) => answer.only(&account),
        None => answer,
    })
}

fn reason(pack: &Pack, name: Option<&str>) -> Result<ReasonId, Failure> {
    let reasons = pack
        .closings()
        .into_iter()
        .flat_map(|closings| &closings.reasons);
    let known: Vec<&ReasonId> = reasons.map(|reason| &*reason.id).collect();
    let names = known.iter().map(|id| id.as_str());
    let Some(name) = name else {
        return Err(missing("--reason REASON", names));
    };
    let found = known.iter().find(|id| id.as_str() == name);
    found
        .map(|id| (*id).clone())
        .ok_or_else(|| WrongSetting::new("reason", name, names).into())
}

fn account_of(pack: &Pack, name: &str) -> Result<AccountId, Failure> {
    let mut accounts = pack.closing_accounts();
    let found = accounts.find(|account| account.id.as_str() == name);
    let names = pack.closing_accounts().map(|account| account.id.as_str());
    found
        .map(|account| AccountId::clone(&account.id))
        .ok_or_else(|| WrongSetting::new("account", name, names).into())
}

/// A whole day: half of one would leave a script to chance.
fn event(typed: Option<&str>, voice: Voice<'_>, today: NaiveDate) -> Result<NaiveDate, Failure> {
    let Some(typed) = typed else {
        return Err(missing("--on DAY", ["2026-11-24", "today"]));
    };
    let fault = match closure::read(typed, today, Lies::Either, &date_words(voice.words())) {
        Typed::Day(day) => return Ok(day),
        Typed::Partial { day, .. } => format!("Write the year too, as in {day}"),
        Typed::Either { earlier, .. } => format!("Write the year too, as in {earlier}"),
        Typed::Fault(fault) => said(voice, fault),
    };
    Err(Failure::Use(format!(
        "`{typed}` is not a whole day. {fault} (--on 2026-11-24)"
    )))
}

fn said(voice: Voice<'_>, fault: DateFault) -> String {
    voice.own_with(fault.message_id(), values(voice, fault.arguments()))
}

fn missing<'a>(argument: &str, known: impl IntoIterator<Item = &'a str>) -> Failure {
    let known: Vec<&str> = known.into_iter().collect();
    Failure::Use(format!(
        "`balie closing` needs {argument}. Known: {}",
        known.join(", ")
    ))
}

fn write(path: &Path, handout: &Handout<'_>) -> Result<(), Failure> {
    let Some(file) = handout.calendar_file() else {
        let unknown = handout.text();
        return Err(Failure::Use(format!(
            "no calendar file: there is no day to put in it.\n{unknown}"
        )));
    };
    saving::write_whole(path, file.as_bytes())
        .map_err(|error| anyhow::anyhow!(saving::why_not(&error)))
        .with_context(|| format!("cannot write the calendar file {}", path.display()))?;
    Ok(())
}
