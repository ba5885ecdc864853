//! The days of an answer in a calendar: whole months where they lie close
//! together, a line of months where they do not. Marks are glyphs, so that they
//! are seen without colours too.

use chrono::{Datelike, NaiveDate};
use unicode_width::UnicodeWidthStr;

use super::layout::main_width;
use super::sheet::{Role, Sheet, SheetRow, TextRun};
use crate::closure::{Certainty, Month};
use crate::i18n::{Voice, month_name, month_short, weekday_short};
use crate::note::closing::{Answer, account_short};

/// Columns of a day with the glyphs around it.
const DAY: usize = 4;
/// Columns of a month.
const MONTH: usize = 7 * DAY;
/// Columns between two months.
const BETWEEN: usize = 3;
/// The most months in a line; of more, only those that are marked.
const LONGEST: usize = 26;

/// The glyphs around the day of the event, and around those of each account in turn.
const EVENT: (char, char) = ('(', ')');
const CLOSING: [(char, char); 3] = [('[', ']'), ('<', '>'), ('{', '}')];

/// What is marked: from a day to a day, with its glyphs and its looks.
struct DayMark {
    from: NaiveDate,
    to: NaiveDate,
    glyphs: (char, char),
    role: Role,
    name: String,
}

/// The days of an answer for a page of this width; empty where nothing closes on a known day.
pub(super) fn rows(voice: Voice<'_>, answer: &Answer, width: usize) -> Vec<SheetRow> {
    let marks = marks(voice, answer);
    let last = marks.iter().map(|mark| mark.to).max();
    let Some(last) = last.filter(|_| marks.len() > 1) else {
        return Vec::new();
    };
    let width = main_width(width).saturating_sub(2);
    let months: Vec<Month> = Month::of(answer.event).through(Month::of(last)).collect();
    let mut rows = if months.len() * (MONTH + BETWEEN) <= width + BETWEEN {
        side_by_side(voice, &months, &marks)
    } else {
        line(voice, &months, &marks, width)
    };
    rows.extend(legend(&marks, width));
    rows
}

fn marks(voice: Voice<'_>, answer: &Answer) -> Vec<DayMark> {
    let event = DayMark {
        from: answer.event,
        to: answer.event,
        glyphs: EVENT,
        role: Role::Strong,
        name: voice.own("mark-event"),
    };
    let closing = answer.parts.iter().zip(CLOSING.into_iter().cycle());
    let closing = closing.flat_map(|(part, glyphs)| {
        part.closing.closures().map(move |closure| DayMark {
            from: closure.earliest,
            to: closure.latest,
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
    let role = if last.role == Role::Alert || first.role == Role::Alert {
        Role::Alert
    } else {
        Role::Strong
    };
    (format!("{}{text}{}", first.glyphs.0, last.glyphs.1), role)
}

fn side_by_side(voice: Voice<'_>, months: &[Month], marks: &[DayMark]) -> Vec<SheetRow> {
    let mut beside = Sheet::default();
    for (place, month) in months.iter().enumerate() {
        let month = Sheet {
            rows: month_rows(voice, *month, marks),
            ..Sheet::default()
        };
        beside.put_beside(0, 2 + place * (MONTH + BETWEEN), month);
    }
    beside.rows
}

fn month_rows(voice: Voice<'_>, month: Month, marks: &[DayMark]) -> Vec<SheetRow> {
    let name = format!("{} {}", month_name(voice, month.number()), month.year());
    let days: String = (1..=7)
        .map(|day| format!(" {:<3}", beginning(&weekday_short(voice, day))))
        .collect();
    let mut rows = vec![
        vec![TextRun::new(1, name, Role::Strong)],
        vec![TextRun::new(0, days, Role::Quiet)],
    ];
    for week in month.weeks() {
        let days = week.into_iter().map(|day| {
            let place = day.weekday().num_days_from_monday() as usize;
            let text = format!("{:>2}", day.day());
            let (text, role) = marked(&text, marks, |mark| mark.from <= day && day <= mark.to);
            TextRun::new(place * DAY, text, role)
        });
        rows.push(days.collect());
    }
    rows
}

/// Two letters, which tell the days of a week apart in every language here.
fn beginning(name: &str) -> String {
    name.chars().take(2).collect()
}

/// The months one after the other, each year beginning with its number.
fn line(voice: Voice<'_>, months: &[Month], marks: &[DayMark], width: usize) -> Vec<SheetRow> {
    let short = months.len() <= LONGEST;
    let mut rows: Vec<SheetRow> = vec![Vec::new()];
    let (mut column, mut year) = (2, None);
    for month in months {
        let hit = |mark: &DayMark| Month::of(mark.from) <= *month && *month <= Month::of(mark.to);
        let (text, role) = marked(&month_short(voice, month.number()), marks, hit);
        if !short && role == Role::Plain {
            continue;
        }
        let number = (year != Some(month.year())).then(|| format!("{} ", month.year()));
        year = Some(month.year());
        let parts = number.map(|number| (number, Role::Quiet));
        for (text, role) in parts.into_iter().chain([(text, role)]) {
            if column + text.width() > width + 2 {
                rows.push(Vec::new());
                column = 2;
            }
            let after = column + text.width();
            if let Some(row) = rows.last_mut() {
                row.push(TextRun::new(column, text, role));
            }
            column = after;
        }
    }
    rows
}

/// Which glyphs mean what, in as few rows as hold it.
fn legend(marks: &[DayMark], width: usize) -> Vec<SheetRow> {
    let mut told: Vec<String> = Vec::new();
    for mark in marks {
        let text = format!("{}  {} {}", mark.glyphs.0, mark.glyphs.1, mark.name);
        if !told.contains(&text) {
            told.push(text);
        }
    }
    let whole = told.join("   ");
    let lines = if whole.width() <= width {
        vec![whole]
    } else {
        told
    };
    lines
        .into_iter()
        .map(|line| vec![TextRun::new(2, line, Role::Quiet)])
        .collect()
}
