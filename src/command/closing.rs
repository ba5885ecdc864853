//! `balie closing`: until when each account stays open, without a screen.

use std::path::Path;

use anyhow::Context;
use chrono::NaiveDate;

use super::setup::{self, Setup, named};
use super::{CLEAN, Failure, printing, saving};
use crate::cli::{ClosingArgs, Options};
use crate::closure::{self, Lies, Typed};
use crate::i18n::{Localizer, Voice, date_words};
use crate::id::{AccountId, ReasonId};
use crate::note::closing::{Answer, Handout, values};

pub(super) fn run(options: &Options, args: &ClosingArgs) -> Result<u8, Failure> {
    let desk = setup::open(options)?;
    let now = setup::clock(options)?.now();
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
    let pack = &desk.pack;
    let reasons = pack.closings().into_iter();
    let reasons = reasons.flat_map(|closings| &closings.reasons);
    let reasons = reasons.map(|reason| &*reason.id);
    let Some(reason) = &args.reason else {
        return Err(missing("--reason REASON", reasons.map(ReasonId::as_str)));
    };
    let reason = named("reason", reason, reasons, ReasonId::as_str)?;
    let accounts = pack.closing_accounts().map(|account| &*account.id);
    let account = args.account.as_ref();
    let account = account.map(|name| named("account", name, accounts, AccountId::as_str));
    let account = account.transpose()?;
    let event = event(args.on.as_deref(), voice, today)?;
    let answer = Answer::of(pack, &desk.local.academic_years, reason, event);
    let answer =
        answer.ok_or_else(|| Failure::Use("this pack says nothing about closing".to_owned()))?;
    Ok(match account {
        Some(account) => answer.only(account),
        None => answer,
    })
}

/// A whole day: half of one would leave a script to chance.
fn event(typed: Option<&str>, voice: Voice<'_>, today: NaiveDate) -> Result<NaiveDate, Failure> {
    let Some(typed) = typed else {
        return Err(missing("--on DAY", ["2026-11-24", "today"]));
    };
    let fault = match closure::read(typed, today, Lies::Either, &date_words(voice.words())) {
        Ok(Typed::Day(day, None)) => return Ok(day),
        Ok(Typed::Day(day, _) | Typed::Either(day, _)) => {
            format!("Write the year too, as in {day}")
        }
        Err(fault) => {
            let (id, arguments) = fault.message();
            voice.own_with(id, values(voice, arguments))
        }
    };
    Err(Failure::Use(format!(
        "`{typed}` is not a whole day. {fault} (--on 2026-11-24)"
    )))
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
