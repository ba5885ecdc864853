//! Cases, each with the reasoning that a person can follow by hand.

use balie::closure::{Closing, Closure};
use chrono::NaiveDate;

use super::{ask, day};

/// Account and reason | event | known starts | what comes out | why.
const CASES: &str = "
odisee unenrolled   | 2026-11-24 | -          | 2026-12-08 | the form arrives on day 0; 24 + 14 = 38 = 8 December, as November has 30 days
kuleuven unenrolled | 2026-11-24 | -          | 2026-12-01 | 24 + 7 = 31 = 1 December
odisee unenrolled   | 2026-11-22 | -          | 2026-12-06 | a Sunday as event and as result: weekends count and nothing shifts
kuleuven unenrolled | 2026-10-25 | -          | 2026-11-01 | a holiday and a Sunday: still 7 days, no shift
odisee unenrolled   | 2026-12-25 | -          | 2027-01-08 | over new year: 6 days to 31 December, 8 more
kuleuven unenrolled | 2026-12-25 | -          | 2027-01-01 | New Year's Day is a day like any other
kuleuven unenrolled | 2026-12-31 | -          | 2027-01-07 | the last day of a year is day 0
odisee unenrolled   | 2026-12-17 | -          | 2026-12-31 | the last day of a year as result
odisee unenrolled   | 2027-01-01 | -          | 2027-01-15 | the first day of a year as event
odisee unenrolled   | 2028-02-15 | -          | 2028-02-29 | 2028 is a leap year: 15 + 14 = 29, which exists
odisee unenrolled   | 2027-02-15 | -          | 2027-03-01 | 2027 is not: 29 February becomes 1 March
odisee unenrolled   | 2028-02-16 | -          | 2028-03-01 | 30 February of a leap year is 1 March
kuleuven unenrolled | 2028-02-22 | -          | 2028-02-29 | 22 + 7 = 29 in a leap year
kuleuven unenrolled | 2028-02-29 | -          | 2028-03-07 | a leap day as event: 29 + 7 = 36 = 7 March
odisee unenrolled   | 2028-02-29 | -          | 2028-03-14 | a leap day as event: 29 + 14 = 43 = 14 March
odisee unenrolled   | 2100-02-15 | -          | 2100-03-01 | 2100 is no leap year: a century that 400 does not divide
odisee unenrolled   | 2000-02-15 | -          | 2000-02-29 | 2000 was: 400 divides it
odisee unenrolled   | 2027-03-21 | -          | 2027-04-04 | summer time begins on 28 March 2027: calendar days, not hours
kuleuven unenrolled | 2027-03-21 | -          | 2027-03-28 | closes on the day of 23 hours
kuleuven unenrolled | 2026-10-18 | -          | 2026-10-25 | closes on the day of 25 hours
odisee unenrolled   | 2026-10-25 | -          | 2026-11-08 | the event on the day of 25 hours
odisee unenrolled   | 2026-09-10 | -          | 2026-09-24 | days after an event do not ask which academic year it is
odisee unenrolled   | 2026-09-10 | 2026-09-21 | 2026-09-24 | nor does a known start change them
odisee unenrolled   | 1999-12-31 | -          | 2000-01-14 | long past is still answered
kuleuven open-balance | 2026-11-24 | -        | 2026-12-08 | 14 days after the second reminder: 38 November
kuleuven open-balance | 2027-02-28 | -        | 2027-03-14 | 28 + 14 = 42, and this February has 28 days
kuleuven open-balance | 2028-02-28 | -        | 2028-03-13 | one day less in March: this February has 29
kuleuven open-balance | 2026-12-20 | -        | 2027-01-03 | over new year: 34 December is 3 January
odisee open-balance | 2026-11-24 | -          | unknown    | no source says what happens to this account, so there is no rule
enrolment unenrolled | 2026-11-24 | -         | unknown    | an account that closings do not speak of
odisee expelled     | 2026-11-24 | -          | unknown    | a reason that closings do not speak of
kuleuven graduated  | 2026-06-30 | -          | 2026-08-31..2026-09-30 | 2025-2026 ends the day before the next starts, 1 September to 1 October
kuleuven graduated  | 2026-01-15 | -          | 2026-08-31..2026-09-30 | January lies in the year that began in autumn: the same end
kuleuven graduated  | 2026-08-31 | -          | 2026-08-31..2026-09-30 | the last day before any start: surely the old year, which may end that day
kuleuven graduated  | 2026-09-01 | -          | 2026-09-01..2026-09-30 or 2027-08-31..2027-09-30 | may be the first day of the new year; if not, the old one did not end before it
kuleuven graduated  | 2026-09-15 | -          | 2026-09-15..2026-09-30 or 2027-08-31..2027-09-30 | not started by the 15th: starts on the 16th at the earliest, so ends on the 15th
kuleuven graduated  | 2026-09-30 | -          | 2026-09-30 or 2027-08-31..2027-09-30 | not started by the 30th: must start on 1 October
kuleuven graduated  | 2026-10-01 | -          | 2027-08-31..2027-09-30 | the law's last start: by this day the year has started
kuleuven graduated  | 2026-12-31 | -          | 2027-08-31..2027-09-30 | autumn belongs to the year that ends next summer
kuleuven graduated  | 2027-01-01 | -          | 2027-08-31..2027-09-30 | new year makes no new academic year
kuleuven graduated  | 2028-02-29 | -          | 2028-08-31..2028-09-30 | a leap day lies in 2027-2028
kuleuven graduated  | 2026-06-30 | 2026-09-21 | 2026-09-20 | the next start is known: the year ends the day before
kuleuven graduated  | 2026-09-20 | 2026-09-21 | 2026-09-20 | the last day of the old year is day of event and of closing
kuleuven graduated  | 2026-09-21 | 2026-09-21 | 2027-08-31..2027-09-30 | the first day of the new year, of which the end is unknown
kuleuven graduated  | 2026-09-01 | 2026-09-21 | 2026-09-20 | in the law's window, but the start is known to be later
kuleuven graduated  | 2026-09-30 | 2026-09-21 | 2027-08-31..2027-09-30 | in the law's window, but the start is known to be past
kuleuven graduated  | 2026-09-25 | 2026-09-21 2027-09-20 | 2027-09-19 | both starts known: one year, one day
kuleuven graduated  | 2026-12-01 | 2027-09-20 | 2027-09-19 | only the next start is known, and it is enough
kuleuven graduated  | 2026-09-15 | 2027-09-20 | 2026-09-15..2026-09-30 or 2027-09-19 | this start unknown, the next known: the later alternative is one day
kuleuven graduated  | 2026-06-30 | 2025-09-22 | 2026-08-31..2026-09-30 | the year's own start says nothing of its end
kuleuven graduated  | 2026-06-30 | 2026-09-01 | 2026-08-31 | the law's first start: ends on 31 August
kuleuven graduated  | 2026-06-30 | 2026-10-01 | 2026-09-30 | the law's last start: ends on 30 September
kuleuven graduated  | 2026-09-30 | 2026-10-01 | 2026-09-30 | the day before the law's last start
kuleuven graduated  | 2026-09-01 | 2026-09-01 | 2027-08-31..2027-09-30 | started on the law's first day
odisee graduated    | 2026-06-30 | -          | 2026-10-11..2026-10-20 | 2025-2026; mid October of the next year, 2026-2027, is that of 2026
odisee graduated    | 2026-02-10 | -          | 2026-10-11..2026-10-20 | after the first term: the same year, so the same October
odisee graduated    | 2026-08-31 | -          | 2026-10-11..2026-10-20 | the last day that is surely 2025-2026
odisee graduated    | 2026-09-01 | -          | 2026-10-11..2026-10-20 or 2027-10-11..2027-10-20 | if the new year had started, the next one is that of 2027
odisee graduated    | 2026-09-12 | -          | 2026-10-11..2026-10-20 or 2027-10-11..2027-10-20 | a second session in September: both years are possible
odisee graduated    | 2026-09-12 | 2026-09-21 | 2026-10-11..2026-10-20 | the start is known to be later: still 2025-2026
odisee graduated    | 2026-09-22 | 2026-09-21 | 2027-10-11..2027-10-20 | the start is known to be past: 2026-2027, and then a year on
odisee graduated    | 2026-09-30 | -          | 2026-10-11..2026-10-20 or 2027-10-11..2027-10-20 | the last unclear day
odisee graduated    | 2026-10-01 | -          | 2027-10-11..2027-10-20 | surely 2026-2027
odisee graduated    | 2026-10-15 | -          | 2027-10-11..2027-10-20 | within the days of this October, but the event lies in the year that has just begun
odisee graduated    | 2026-11-24 | -          | 2027-10-11..2027-10-20 | not the October that has just passed
odisee graduated    | 2026-12-31 | -          | 2027-10-11..2027-10-20 | new year makes no new academic year
odisee graduated    | 2028-02-29 | -          | 2028-10-11..2028-10-20 | a leap day lies in 2027-2028
odisee graduated    | 2026-06-30 | 2026-09-21 | 2026-10-11..2026-10-20 | a known start does not make mid October more exact
test day-1          | 2026-11-24 | -          | 2026-12-07 | the event is day 1, so the 14th day is a day sooner
test none           | 2026-11-24 | -          | 2026-11-24 | no days after: the day itself
test monday         | 2026-11-21 | -          | 2026-11-30 | 7 days make Saturday 28, which moves to Monday
test monday         | 2026-11-22 | -          | 2026-11-30 | 7 days make Sunday 29, which moves to Monday
test monday         | 2026-11-23 | -          | 2026-11-30 | 7 days make Monday, which stays
test monday-end     | 2026-06-30 | 2026-09-21 | 2026-09-21 | the year ends on a Sunday, which moves to Monday
test monday-end     | 2027-06-30 | -          | 2027-08-31..2027-09-30 | both ends are working days and stay
test monday-end     | 2025-06-30 | -          | 2025-09-01..2025-09-30 | 31 August 2025 is a Sunday; only that end moves
test spring         | 2026-06-30 | -          | 2027-02-01..2027-02-10 | 2026-2027 has its February in 2027
test spring         | 2026-11-24 | -          | 2028-02-01..2028-02-10 | 2027-2028 has its February in 2028
test winter         | 2026-06-30 | -          | 2026-12-20..2027-01-05 | days over new year lie in one academic year
test one-day        | 2026-06-30 | -          | 2026-11-30 | a window of one day is a day
test forever        | 2026-11-24 | -          | unknown    | more days than the years hold
odisee unenrolled   | 0001-01-01 | -          | 0001-01-15 | the first day that is reckoned in
kuleuven graduated  | 0001-01-01 | -          | 0001-08-31..0001-09-30 | in a year that began before the first
odisee unenrolled   | 9999-12-17 | -          | 9999-12-31 | the last day that is reckoned in
odisee unenrolled   | 9999-12-18 | -          | unknown    | a day after the last
odisee graduated    | 9999-08-31 | -          | 9999-10-11..9999-10-20 | the last October
odisee graduated    | 9999-09-01 | -          | unknown    | one of the alternatives lies beyond the last year
kuleuven graduated  | 9999-10-01 | -          | unknown    | ends in the year 10000
";

fn shown(closing: &Closing) -> String {
    let span = |closure: &Closure| match (closure.earliest, closure.latest) {
        (one, other) if one == other => one.to_string(),
        (earliest, latest) => format!("{earliest}..{latest}"),
    };
    match closing {
        Closing::Unknown(_) => "unknown".to_owned(),
        known => known.closures().map(span).collect::<Vec<_>>().join(" or "),
    }
}

fn outcome(who: &str, event: &str, starts: &str) -> String {
    let starts: Vec<NaiveDate> = starts
        .split(' ')
        .filter(|start| *start != "-")
        .map(day)
        .collect();
    shown(&ask(who, day(event), &starts))
}

#[test]
fn every_case_comes_out_as_reasoned() {
    let rows: Vec<&str> = CASES.lines().filter(|row| !row.is_empty()).collect();
    assert!(rows.len() >= 60);
    for row in rows {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        let &[who, event, starts, expected, why] = cells.as_slice() else {
            panic!("{row}")
        };
        assert_eq!(
            outcome(who, event, starts),
            expected,
            "{who}, {event}, {starts}: {why}"
        );
    }
}
