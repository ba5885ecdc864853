//! The days of an answer in a calendar: whole months where they lie close
//! together, a line of months where they do not. Marks are glyphs, so that they
//! are seen without colours too.

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};
use unicode_width::UnicodeWidthStr;

use super::layout::main_width;
use super::sheet::{Role, Sheet, SheetRow, TextRun};
use crate::closure::{Certainty, Month};
use crate::i18n::{Voice, month_name, month_short, weekday_short};
use crate::note::closing::{Answer, account_short};

/// Columns of a day with the glyphs around it, of a month, and between two months.
const DAY: usize = 4;
const MONTH: usize = 7 * DAY;
const BETWEEN: usize = 3;
/// The most months in a line; of more, only those that are marked.
const LONGEST: usize = 26;

/// The glyphs around the day of the event, and around those of each account in turn.
const EVENT: (char, char) = ('(', ')');
const CLOSING: [(char, char); 3] = [('[', ']'), ('<', '>'), ('{', '}')];

/// What is marked, with its glyphs and its looks.
struct DayMark {
    days: RangeInclusive<NaiveDate>,
    glyphs: (char, char),
    role: Role,
    name: String,
}

/// The days of an answer for a page of this width; empty where nothing closes on a known day.
pub(super) fn rows(voice: Voice<'_>, answer: &Answer, width: usize) -> Vec<SheetRow> {
    let marks = marks(voice, answer);
    let last = marks.iter().map(|mark| *mark.days.end()).max();
    let Some(last) = last.filter(|_| marks.len() > 1) else {
        return Vec::new();
    };
    let width = main_width(width).saturating_sub(2);
    let months: Vec<Month> = Month::of(answer.event).through(Month::of(last)).collect();
    let mut sheet = Sheet::default();
    if months.len() * (MONTH + BETWEEN) <= width + BETWEEN {
        for (place, month) in months.iter().enumerate() {
            let column = 2 + place * (MONTH + BETWEEN);
            sheet.put_beside(0, column, month_rows(voice, *month, &marks));
        }
    } else {
        sheet.rows = line(voice, &months, &marks, width);
    }
    sheet.rows.extend(legend(&marks, width));
    sheet.rows
}

fn marks(voice: Voice<'_>, answer: &Answer) -> Vec<DayMark> {
    let event = DayMark {
        days: answer.event..=answer.event,
        glyphs: EVENT,
        role: Role::Strong,
        name: voice.own("mark-event"),
    };
    let closing = answer.parts.iter().zip(CLOSING.into_iter().cycle());
    let closing = closing.flat_map(|(part, glyphs)| {
        part.closing.closures().map(move |closure| DayMark {
            days: closure.earliest..=closure.latest,
            glyphs,
            role: match closure.certainty {
                Certainty::Day => Role::Alert,
                _ => Role::Strong,
            },
            name: account_short(voice, &part.account),
        })
    });
    [event].into_iter().chain(closing).collect()
}

/// A text between the glyphs of what is marked there.
fn marked(text: &str, marks: &[DayMark], hit: impl Fn(&DayMark) -> bool) -> (String, Role) {
    let mut hits = marks.iter().filter(|mark| hit(mark));
    let Some(first) = hits.next() else {
        return (format!(" {text} "), Role::Plain);
    };
    let last = hits.last().unwrap_or(first);
    let role = match first.role {
        Role::Alert => Role::Alert,
        _ => last.role,
    };
    (format!("{}{text}{}", first.glyphs.0, last.glyphs.1), role)
}

fn month_rows(voice: Voice<'_>, month: Month, marks: &[DayMark]) -> Vec<SheetRow> {
    let name = format!("{} {}", month_name(voice, month.number()), month.year());
    // Two letters tell the days of a week apart in every language here.
    let days = (1..=7).map(|day| format!(" {:<3.2}", weekday_short(voice, day)));
    let mut rows = vec![
        vec![TextRun::new(1, &name, Role::Strong)],
        vec![TextRun::new(0, &days.collect::<String>(), Role::Quiet)],
    ];
    rows.extend(month.weeks().into_iter().map(|week| {
        let days = week.into_iter().map(|day| {
            let place = day.weekday().num_days_from_monday() as usize;
            let text = format!("{:>2}", day.day());
            let (text, role) = marked(&text, marks, |mark| mark.days.contains(&day));
            TextRun::new(place * DAY, &text, role)
        });
        days.collect()
    }));
    rows
}

/// The months one after the other, each year beginning with its number.
fn line(voice: Voice<'_>, months: &[Month], marks: &[DayMark], width: usize) -> Vec<SheetRow> {
    let (mut rows, mut row) = (Vec::new(), Vec::new());
    let (mut column, mut year) = (2, None);
    for month in months {
        let hit = |mark: &DayMark| {
            let (from, to) = (Month::of(*mark.days.start()), Month::of(*mark.days.end()));
            (from..=to).contains(month)
        };
        let (text, role) = marked(&month_short(voice, month.number()), marks, hit);
        if months.len() > LONGEST && role == Role::Plain {
            continue;
        }
        let number = (year != Some(month.year())).then(|| format!("{} ", month.year()));
        year = Some(month.year());
        let number = number.map(|number| (number, Role::Quiet));
        for (text, role) in number.into_iter().chain([(text, role)]) {
            if column + text.width() > width + 2 {
                rows.push(std::mem::take(&mut row));
                column = 2;
            }
            row.push(TextRun::new(column, &text, role));
            column += text.width();
        }
    }
    rows.push(row);
    rows
}

/// Which glyphs mean what, in as few rows as hold it.
fn legend(marks: &[DayMark], width: usize) -> Vec<SheetRow> {
    let told = marks.iter().map(|mark| {
        let (left, right) = mark.glyphs;
        format!("{left}  {right} {}", mark.name)
    });
    let mut told: Vec<String> = told.collect();
    told.dedup();
    let whole = told.join("   ");
    if whole.width() <= width {
        told = vec![whole];
    }
    let rows = told
        .iter()
        .map(|line| vec![TextRun::new(2, line, Role::Quiet)]);
    rows.collect()
}
