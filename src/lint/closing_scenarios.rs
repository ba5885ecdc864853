//! Scenarios of closings: each must come out on the days that it says.

use chrono::NaiveDate;

use super::scenario::ClosingRow;
use crate::diagnostic::{Code, Diagnostic, FilePlace};
use crate::id::{AccountId, ReasonId};
use crate::pack::{Closings, Pack};

/// The first and the last day on which an account closes, if these are known.
type Days = Option<(NaiveDate, NaiveDate)>;

/// When an account closes without dates from a desk; none where the law cannot be read.
pub(super) fn days(
    closings: &Closings,
    account: &AccountId,
    reason: &ReasonId,
    on: NaiveDate,
) -> Option<Days> {
    let calendar = closings.calendar(&[]).ok()?;
    let closing = closings.rules.close(account, reason, on, &calendar);
    Some(closing.earliest().zip(closing.latest()))
}

/// What is wrong with a row that comes out on other days.
pub(super) fn closing(pack: &Pack, path: &str, row: &ClosingRow) -> Option<Diagnostic> {
    let closings = pack.closings()?;
    let (account, reason) = (&row.account, &row.reason);
    let names = pack.closing_names();
    let written = names.has_rule(account, reason) || names.has_half(&format!("{account}-{reason}"));
    // What keeps a rule from being counted with is said where it stands.
    if written && closings.rules.find(account, reason).is_none() {
        return None;
    }
    let comes = days(closings, account, reason, row.on)?;
    if comes == row.days {
        return None;
    }
    let words = |days: Days| match days {
        None => "on an unknown day".to_owned(),
        Some((first, last)) if first == last => format!("on {first}"),
        Some((first, last)) => format!("from {first} to {last}"),
    };
    let message = format!(
        "\"{}\" closes {}, not {}",
        row.name,
        words(comes),
        words(row.days)
    );
    let place = FilePlace::span(path, row.span.clone());
    let help = match comes {
        Some((first, last)) => {
            format!("mend the rule, or write earliest = {first} and latest = {last}")
        }
        None => "mend the rule, or take `earliest` and `latest` away".to_owned(),
    };
    Some(Diagnostic::new(Code::ScenarioFails, place, message).help(help))
}
