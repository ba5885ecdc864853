//! A date as people type it: the day first, in figures or words, whole or half.

use chrono::{Datelike, Days, NaiveDate};

use super::token::{Figures, Token, tokens};
use super::vocabulary::{Vocabulary, fold};
use super::{DateFault, FIRST_YEAR, LAST_YEAR, in_years};

/// What a typed text means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typed {
    /// A whole date.
    Day(NaiveDate),
    /// Half a date, and the day that it would mean.
    Partial {
        /// That day.
        day: NaiveDate,
        /// What was added to get there.
        meaning: Meaning,
    },
    /// No date, and why not.
    Fault(DateFault),
}

/// What was added to half a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// Only a day was typed: that day of the month in which today lies.
    ThisMonth,
    /// No year was typed: the one that brings the day nearest to today.
    NearestYear,
    /// One or three figures of a year were typed: again the nearest.
    UnfinishedYear,
}

impl Meaning {
    /// The message that says it; it takes `day`.
    pub fn message_id(self) -> &'static str {
        match self {
            Self::ThisMonth => "typed-this-month",
            Self::NearestYear => "typed-nearest-year",
            Self::UnfinishedYear => "typed-unfinished-year",
        }
    }
}

/// Reads a date as people type it: `24/11/2026`, `24.11.26`, `24 nov`, `24`,
/// `2026-11-24`, or a word for today. The day comes first, unless a year of four
/// figures or the name of a month does. Any text has an answer.
pub fn read(text: &str, today: NaiveDate, words: &Vocabulary) -> Typed {
    reading(text.trim(), today, words).unwrap_or_else(Typed::Fault)
}

type Reading = Result<Typed, DateFault>;

fn reading(text: &str, today: NaiveDate, words: &Vocabulary) -> Reading {
    // Far longer than any date, and short enough to read at every key.
    const LONGEST: usize = 80;
    if text.is_empty() {
        return Err(DateFault::Empty);
    }
    if text.len() > LONGEST {
        return Err(DateFault::NotADate);
    }
    let text = fold(text);
    if let Some(offset) = words.day(&text) {
        return days_from(today, offset);
    }
    match tokens(&text, words) {
        Err(DateFault::NotADate) if words.begins_day(&text) => Err(DateFault::Unfinished),
        tokens => date(&tokens?, today),
    }
}

fn days_from(today: NaiveDate, offset: i64) -> Reading {
    let days = Days::new(offset.unsigned_abs());
    let day = if offset < 0 {
        today.checked_sub_days(days)
    } else {
        today.checked_add_days(days)
    };
    let day = day
        .filter(|day| in_years(*day))
        .ok_or(DateFault::YearOutOfRange)?;
    Ok(Typed::Day(day))
}

fn date(tokens: &[Token], today: NaiveDate) -> Reading {
    use Token::{Figures as F, Month as M};
    match *tokens {
        [.., last] if last.is_begun() && tokens.len() <= 3 => Err(DateFault::Unfinished),
        [F(day)] if day.short() => this_month(day.value, today),
        [F(day), F(month)] if day.short() && month.short() => {
            nearest(day.value, month.value, today, Meaning::NearestYear)
        }
        [F(day), M(month)] | [M(month), F(day)] if day.short() => {
            nearest(day.value, month, today, Meaning::NearestYear)
        }
        [F(day), F(month), F(year)] if day.short() && month.short() => {
            in_year(day.value, month.value, year, today)
        }
        [F(day), M(month), F(year)] | [M(month), F(day), F(year)] if day.short() => {
            in_year(day.value, month, year, today)
        }
        [F(year), F(month), F(day)] if year.full() && month.short() && day.short() => {
            exact(day.value, month.value, year.value)
        }
        [F(year), M(month), F(day)] if year.full() && day.short() => {
            exact(day.value, month, year.value)
        }
        [F(year)] | [F(year), _] | [M(_), F(year)] if year.long() => Err(DateFault::Unfinished),
        [] | [M(_)] => Err(DateFault::Unfinished),
        _ => Err(DateFault::NotADate),
    }
}

fn this_month(day: u32, today: NaiveDate) -> Reading {
    let (year, month) = (today.year(), today.month());
    let fault = DateFault::NoSuchDay {
        day,
        month,
        year: Some(year),
    };
    let day = NaiveDate::from_ymd_opt(year, month, day).ok_or(fault)?;
    let meaning = Meaning::ThisMonth;
    Ok(Typed::Partial { day, meaning })
}

fn nearest(day: u32, month: u32, today: NaiveDate, meaning: Meaning) -> Reading {
    // Two leap years are at most eight years apart.
    const FAR: i32 = 8;
    let month = sound_month(month)?;
    let in_year = |offset| NaiveDate::from_ymd_opt(today.year().checked_add(offset)?, month, day);
    let days = (-FAR..=FAR)
        .filter_map(in_year)
        .filter(|day| in_years(*day));
    // Of two that are as near, the past one: people ask about what has happened.
    let best = days.min_by_key(|day| (day.signed_duration_since(today).abs(), *day));
    let day = best.ok_or(DateFault::NoSuchDay {
        day,
        month,
        year: None,
    })?;
    Ok(Typed::Partial { day, meaning })
}

fn in_year(day: u32, month: u32, year: Figures, today: NaiveDate) -> Reading {
    match year.digits {
        1 | 3 => nearest(day, month, today, Meaning::UnfinishedYear),
        2 => exact(day, month, nearest_century(year.value, today)),
        4 => exact(day, month, year.value),
        _ => Err(DateFault::YearOutOfRange),
    }
}

/// The year that ends in these two figures and lies nearest to today.
fn nearest_century(two: u32, today: NaiveDate) -> u32 {
    let now = u32::try_from(today.year()).unwrap_or_default();
    let this = now - now % 100 + two;
    let years = [this.saturating_sub(100), this, this.saturating_add(100)];
    years
        .into_iter()
        .min_by_key(|year| year.abs_diff(now))
        .unwrap_or(this)
}

fn exact(day: u32, month: u32, year: u32) -> Reading {
    let month = sound_month(month)?;
    let year = i32::try_from(year).map_err(|_| DateFault::YearOutOfRange)?;
    if !(FIRST_YEAR..=LAST_YEAR).contains(&year) {
        return Err(DateFault::YearOutOfRange);
    }
    let fault = DateFault::NoSuchDay {
        day,
        month,
        year: Some(year),
    };
    NaiveDate::from_ymd_opt(year, month, day)
        .map(Typed::Day)
        .ok_or(fault)
}

fn sound_month(month: u32) -> Result<u32, DateFault> {
    if (1..=12).contains(&month) {
        Ok(month)
    } else {
        Err(DateFault::NoSuchMonth { month })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::closure::Words;
    use proptest::prelude::*;

    fn words() -> Vocabulary {
        let language = |months: &str, days: [&str; 3], skipped: &str| {
            let mut months = months.split(' ').map(|names| names.replace('/', ","));
            let [yesterday, today, tomorrow] = days.map(str::to_owned);
            Words {
                months: std::array::from_fn(|_| months.next().unwrap()),
                yesterday,
                today,
                tomorrow,
                skipped: skipped.to_owned(),
            }
        };
        Vocabulary::new(&[
            language(
                "januari/jan februari/feb maart/mrt april/apr mei juni/jun juli/jul augustus/aug \
                 september/sep/sept oktober/okt november/nov december/dec",
                ["gisteren", "vandaag", "morgen"],
                "",
            ),
            language(
                "January February March/mar April May June July August September October/oct November December",
                ["yesterday", "today", "tomorrow"],
                "st, nd, rd, th, of, the",
            ),
            language(
                "janvier/janv. février/févr. mars avril/avr. mai juin juillet/juil. août septembre \
                 octobre novembre décembre/déc.",
                ["hier", "aujourd’hui", "demain"],
                "er, le",
            ),
        ])
    }

    fn today() -> NaiveDate {
        "2026-11-24".parse().unwrap()
    }

    /// As `2026-11-24`, with what was added, or the fault's message.
    fn shown(text: &str, today: NaiveDate) -> String {
        match read(text, today, &words()) {
            Typed::Day(day) => day.to_string(),
            Typed::Partial { day, meaning } => format!("{day} {}", meaning.message_id()),
            Typed::Fault(fault) => fault.message_id().to_owned(),
        }
    }

    /// Reads each of some texts, with `|` between.
    fn all(texts: &str, expected: &str) {
        for text in texts.split('|') {
            assert_eq!(shown(text, today()), expected, "{text:?}");
        }
    }

    #[test]
    fn a_whole_date_in_figures() {
        let expected = "2026-11-24";
        all(
            "2026-11-24|24/11/2026|24-11-2026|24.11.26| 24 11 2026 |24. 11. 2026",
            expected,
        );
        all("29/2/2028|2028-02-29|29.2.28", "2028-02-29");
        all("1/1/99", "1999-01-01");
    }

    #[test]
    fn a_whole_date_in_words() {
        let expected = "2026-11-24";
        all(
            "24 november 2026|24 nov 26|24NOV2026|24 nov. 2026|2026 nov 24",
            expected,
        );
        all(
            "Nov 24, 2026|le 24 novembre 2026|the 24th of November 2026",
            expected,
        );
        all("1er août 2027|1 AOUT 2027|01/08/27", "2027-08-01");
        all("vandaag|TODAY|aujourd'hui|Aujourd’hui", expected);
        all("gisteren|hier|yesterday", "2026-11-23");
        all("morgen|demain|tomorrow", "2026-11-25");
    }

    #[test]
    fn half_a_date_shows_what_it_would_mean() {
        all("24", "2026-11-24 typed-this-month");
        all("24/11|24/11/|24 n|nov 24", "2026-11-24 typed-nearest-year");
        all("15/1|15 janv", "2027-01-15 typed-nearest-year");
        all("29/2", "2028-02-29 typed-nearest-year");
        all(
            "24/11/2|24/11/202|24 nov 202",
            "2026-11-24 typed-unfinished-year",
        );
    }

    #[test]
    fn what_cannot_be_says_why() {
        all("|  |\u{a0}", "date-fault-empty");
        all("30/2|31/4|30 feb|0/11", "date-fault-never-such-day");
        all(
            "30/2/2026|29/02/2027|31 april 2026|31|2026-11-31",
            "date-fault-no-such-day",
        );
        all("11/24/2026|1/13|2026-13-01", "date-fault-no-such-month");
        all(
            "1/1/0000|1/1/10000|24 nov 99999999999",
            "date-fault-year-out-of-range",
        );
        all(
            "x|24/foo|24/11/2026/1|-24|/|+1|24112026|24 kwartaal|𝟚𝟜/11|24:11",
            "date-fault-not-a-date",
        );
        all(&"24/11/2026 ".repeat(9), "date-fault-not-a-date");
    }

    #[test]
    fn a_beginning_is_no_fault_yet() {
        all(
            "vand|aujourd|2026|2026-1|2026-11-0|nov|24 ju|nov 2026|0|24/0",
            "date-fault-unfinished",
        );
    }

    #[test]
    fn of_two_years_as_near_the_past_one_is_meant() {
        // 2 July lies in the middle of a year of 365 days: 182.5 days to either side.
        let middle = "2026-07-02".parse().unwrap();
        assert_eq!(shown("1/1", middle), "2026-01-01 typed-nearest-year");
    }

    #[test]
    fn the_ends_of_time_do_not_panic() {
        for today in [NaiveDate::MIN, NaiveDate::MAX] {
            for text in ["morgen", "gisteren", "24", "29/2", "1/1/99", "24/11/2"] {
                shown(text, today);
            }
        }
        assert_eq!(
            shown("morgen", "9999-12-31".parse().unwrap()),
            "date-fault-year-out-of-range"
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn no_text_panics(text in "\\PC*", near in "[0-9nov./ -]{0,14}") {
            shown(&text, today());
            shown(&near, today());
        }

        #[test]
        fn a_written_date_reads_as_itself(number in 1..=3_652_059) {
            let day = NaiveDate::from_num_days_from_ce_opt(number).unwrap();
            for form in ["%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y"] {
                prop_assert_eq!(read(&day.format(form).to_string(), today(), &words()), Typed::Day(day));
            }
        }
    }
}
