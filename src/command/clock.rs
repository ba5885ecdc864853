//! The clock that a command goes by.

use chrono::{Local, NaiveDate, NaiveDateTime};

use super::Failure;
use crate::closure::in_years;
use crate::i18n::Moment;
use crate::terminal::clock::Clock;

/// The clock of this machine, or one that shows another moment and runs on.
pub(super) fn clock(now: Option<&str>) -> Result<Clock, Failure> {
    let Some(written) = now else {
        return Ok(Clock::default());
    };
    let moment = moment(written).ok_or_else(|| {
        let example = "2026-11-24T14:19, or 2026-11-24 for its midnight";
        Failure::Use(format!(
            "`{written}` is not a moment: write it as {example}"
        ))
    })?;
    Ok(Clock::set_to(moment))
}

fn moment(written: &str) -> Option<Moment> {
    let with_time = ["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%S"];
    let moment = with_time
        .iter()
        .find_map(|form| NaiveDateTime::parse_from_str(written, form).ok());
    let day = || written.parse::<NaiveDate>().ok()?.and_hms_opt(0, 0, 0);
    let moment = moment.or_else(day)?;
    // Beyond these years a day could not be reckoned from.
    let local = in_years(moment.date()).then(|| moment.and_local_timezone(Local))?;
    local.earliest().map(|moment| moment.fixed_offset())
}
