//! A date as people type it: the day first, in figures or words, whole or half.

use chrono::{Datelike, Months, NaiveDate, TimeDelta, Weekday};
use strum::{IntoStaticStr, VariantArray};

use super::token::{Figures, Token, tokens, without_shift};
use super::vocabulary::{DateWord, Vocabulary};
use super::{DateFault, FIRST_YEAR, LAST_YEAR, days_between, in_years};

/// Where the day of an event lies, seen from today.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum Lies {
    /// Today or later.
    Ahead,
    /// Today or earlier.
    Behind,
    /// On either side.
    #[default]
    Either,
}

/// What a typed text means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typed {
    /// A day, and what was added to half a date to get there.
    Day(NaiveDate, Option<Meaning>),
    /// Half a date that means one of two days: the last one that is not to come, or the next.
    Either(NaiveDate, NaiveDate),
}

impl Typed {
    /// The one day that it means.
    pub fn day(self) -> Option<NaiveDate> {
        match self {
            Self::Day(day, _) => Some(day),
            Self::Either(..) => None,
        }
    }
}

/// What was added to half a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// Nothing was typed: today is offered.
    Offered,
    /// Only a day was typed: that day of the month in which today lies.
    ThisMonth,
    /// The last such day that is not to come.
    Last,
    /// The first such day that has not passed.
    Next,
    /// One or three figures of a year were typed: the nearest year.
    UnfinishedYear,
    /// Only a month was typed: its first day.
    WholeMonth,
}

impl Meaning {
    /// The message that says it; it takes `day`.
    pub fn message_id(self) -> &'static str {
        match self {
            Self::Offered => "typed-offered",
            Self::ThisMonth => "typed-this-month",
            Self::Last => "typed-last",
            Self::Next => "typed-next",
            Self::UnfinishedYear => "typed-unfinished-year",
            Self::WholeMonth => "typed-whole-month",
        }
    }
}

/// A date, or why there is none.
pub type TypedResult = Result<Typed, DateFault>;

/// The day on which a date is typed, and where the day that is asked for lies.
#[derive(Clone, Copy)]
struct Asked {
    today: NaiveDate,
    lies: Lies,
}

/// Reads a date as people type it: `24/11/2026`, `24.11.26`, `24112026`, `di 24 nov`, `24`,
/// `november`, `2026-11-24`, `vrijdag`, or a word for today. The day comes first, unless a year
/// of four figures or the name of a month does. Any text has an answer.
///
/// # Errors
/// Why a text says no date.
pub fn read(text: &str, today: NaiveDate, lies: Lies, words: &Vocabulary) -> TypedResult {
    // Far longer than any date, and short enough to read at every key.
    const LONGEST: usize = 80;
    let (text, asked) = (text.trim(), Asked { today, lies });
    if text.is_empty() {
        return Err(DateFault::Empty);
    }
    if text.len() > LONGEST {
        return Err(DateFault::NotADate);
    }
    let text = without_shift(text);
    if let Some(offset) = words.day(&text) {
        let day = asked.today.checked_add_signed(TimeDelta::days(offset));
        let day = day.filter(|day| in_years(*day));
        let day = day.ok_or(DateFault::YearOutOfRange)?;
        return Ok(Typed::Day(day, None));
    }
    let is_day = |word| matches!(word, DateWord::Day(_));
    match tokens(&text, words) {
        Err(DateFault::NotADate) if words.begun(&text).any(is_day) => Err(DateFault::Unfinished),
        tokens => date(&tokens?, asked),
    }
}

/// A date whose day of the week, if there is one, stands in front or behind.
fn date(tokens: &[Token], asked: Asked) -> TypedResult {
    match *tokens {
        [Token::Weekday(weekday)] => asked.next_to_today(weekday),
        [Token::Weekday(weekday), ref rest @ ..] | [ref rest @ .., Token::Weekday(weekday)] => {
            on_weekday(day_of(rest, asked)?, weekday)
        }
        _ => day_of(tokens, asked),
    }
}

fn day_of(tokens: &[Token], asked: Asked) -> TypedResult {
    use Token::{Figures as F, Month as M};
    match *tokens {
        [.., F(last)] if last.is_begun() && !last.full() && tokens.len() < 3 => {
            Err(DateFault::Unfinished)
        }
        [_, _, F(last)] if last.value == 0 && last.digits == 1 => Err(DateFault::Unfinished),
        [F(day)] if day.short() => asked.this_month(day.value),
        [F(whole)] if whole.digits == 8 => without_signs(whole.value),
        [F(day), F(month)] if day.short() && month.short() => {
            asked.any_year(day.value, month.value)
        }
        [F(day), M(month)] | [M(month), F(day)] if day.short() => asked.any_year(day.value, month),
        [M(month)] => Ok(whole_month(asked.any_year(1, month)?)),
        [M(month), F(year)] | [F(year), M(month)] if year.full() => {
            Ok(whole_month(exact(1, month, year.value)?))
        }
        [F(day), F(month), F(year)] if day.short() && month.short() => {
            asked.in_year(day.value, month.value, year)
        }
        [F(day), M(month), F(year)] | [M(month), F(day), F(year)] if day.short() => {
            asked.in_year(day.value, month, year)
        }
        [F(year), F(month), F(day)] if year.full() && month.short() && day.short() => {
            exact(day.value, month.value, year.value)
        }
        [F(year), M(month), F(day)] if year.full() && day.short() => {
            exact(day.value, month, year.value)
        }
        [F(year)] | [F(year), F(_)] if year.full() || year.is_begun() => Err(DateFault::Unfinished),
        [] => Err(DateFault::Unfinished),
        _ => Err(DateFault::NotADate),
    }
}

/// `24112026`, or `20261124` where that is no day.
fn without_signs(figures: u32) -> TypedResult {
    let day_first = exact(
        figures / 1_000_000,
        figures / 10_000 % 100,
        figures % 10_000,
    );
    day_first.or_else(|fault| {
        exact(figures % 100, figures / 100 % 100, figures / 10_000).map_err(|_| fault)
    })
}

fn whole_month(first: Typed) -> Typed {
    match first {
        Typed::Day(day, _) => Typed::Day(day, Some(Meaning::WholeMonth)),
        either => either,
    }
}

/// What was read, where its day of the week is the one that was typed; it may tell two years apart.
fn on_weekday(typed: Typed, weekday: Weekday) -> TypedResult {
    let fits = |day: NaiveDate| day.weekday() == weekday;
    match typed {
        Typed::Either(earlier, later) => match (fits(earlier), fits(later)) {
            (true, true) => Ok(typed),
            (true, false) => Ok(Typed::Day(earlier, None)),
            (false, true) => Ok(Typed::Day(later, None)),
            (false, false) => Err(DateFault::WrongWeekday(earlier)),
        },
        Typed::Day(day, meaning) if fits(day) => {
            let meaning = meaning.filter(|meaning| *meaning == Meaning::UnfinishedYear);
            Ok(Typed::Day(day, meaning))
        }
        Typed::Day(day, _) => Err(DateFault::WrongWeekday(day)),
    }
}

impl Asked {
    /// A day of a month in each year around today that has it: two leap years are at most eight
    /// years apart.
    fn around(self, day: u32, month: u32) -> Result<Vec<NaiveDate>, DateFault> {
        let month = sound_month(month)?;
        let years = (-8..=8).filter_map(|by| self.today.year().checked_add(by));
        let days = years.filter_map(|year| NaiveDate::from_ymd_opt(year, month, day));
        let days: Vec<NaiveDate> = days.filter(|day| in_years(*day)).collect();
        let year = None;
        let fault = DateFault::NoSuchDay { day, month, year };
        if days.is_empty() {
            Err(fault)
        } else {
            Ok(days)
        }
    }

    /// A day of a month of which nobody said the year.
    fn any_year(self, day: u32, month: u32) -> TypedResult {
        self.of_two(&self.around(day, month)?)
    }

    /// Of some days the nearest that lies where the asked day lies; both, where that may be on
    /// either side. Today counts as past, unless it may be to come alone.
    fn of_two(self, days: &[NaiveDate]) -> TypedResult {
        let days = || days.iter().copied();
        let ahead = |day: &NaiveDate| match self.lies {
            Lies::Ahead => *day >= self.today,
            Lies::Behind | Lies::Either => *day > self.today,
        };
        let last = days().filter(|day| *day <= self.today).max();
        let next = days().filter(ahead).min();
        let last_one = last.map(|day| Typed::Day(day, Some(Meaning::Last)));
        let next_one = next.map(|day| Typed::Day(day, Some(Meaning::Next)));
        let typed = match (self.lies, last, next) {
            (Lies::Either, Some(earlier), Some(later)) => Some(Typed::Either(earlier, later)),
            (Lies::Ahead, ..) => next_one.or(last_one),
            (Lies::Behind | Lies::Either, ..) => last_one.or(next_one),
        };
        typed.ok_or(DateFault::YearOutOfRange)
    }

    /// Such a day of the week before or after today.
    fn next_to_today(self, weekday: Weekday) -> TypedResult {
        let days = (-7..=7).filter_map(|by| self.today.checked_add_signed(TimeDelta::days(by)));
        let days = days.filter(|day| day.weekday() == weekday && in_years(*day));
        self.of_two(&days.collect::<Vec<_>>())
    }

    /// A day of which only the number was typed: of this month, or of the nearest one on its side.
    fn this_month(self, number: u32) -> TypedResult {
        let of_month = |first: NaiveDate| first.with_day(number).filter(|day| in_years(*day));
        let first = self.today.with_day(1).unwrap_or(self.today);
        let fault = DateFault::NoSuchDay {
            day: number,
            month: first.month(),
            year: Some(first.year()),
        };
        let (offered, meaning) = match (of_month(first), self.lies) {
            (Some(day), Lies::Behind) if day > self.today => {
                (first.checked_sub_months(Months::new(1)), Meaning::Last)
            }
            (Some(day), Lies::Ahead) if day < self.today => {
                (first.checked_add_months(Months::new(1)), Meaning::Next)
            }
            _ => (Some(first), Meaning::ThisMonth),
        };
        let day = offered.and_then(of_month).ok_or(fault)?;
        Ok(Typed::Day(day, Some(meaning)))
    }

    fn in_year(self, day: u32, month: u32, year: Figures) -> TypedResult {
        match year.digits {
            1 | 3 => self.nearest(day, month),
            2 => exact(day, month, nearest_century(year.value, self.today)),
            4 => exact(day, month, year.value),
            _ => Err(DateFault::YearOutOfRange),
        }
    }

    /// While a year is being typed, the nearest one stands in.
    fn nearest(self, day: u32, month: u32) -> TypedResult {
        let days = self.around(day, month)?.into_iter();
        let nearest = days.min_by_key(|day| days_between(self.today, *day).abs());
        let day = nearest.ok_or(DateFault::YearOutOfRange)?;
        Ok(Typed::Day(day, Some(Meaning::UnfinishedYear)))
    }
}

/// The year that ends in these two figures and lies nearest to today.
fn nearest_century(two: u32, today: NaiveDate) -> u32 {
    let now = u32::try_from(today.year()).unwrap_or_default();
    let this = now - now % 100 + two;
    let years = [this.saturating_sub(100), this, this + 100].into_iter();
    let nearest = years.min_by_key(|year| year.abs_diff(now));
    nearest.unwrap_or(this)
}

fn exact(day: u32, month: u32, year: u32) -> TypedResult {
    let month = sound_month(month)?;
    let year = i32::try_from(year).map_err(|_| DateFault::YearOutOfRange)?;
    if !(FIRST_YEAR..=LAST_YEAR).contains(&year) {
        return Err(DateFault::YearOutOfRange);
    }
    let date = NaiveDate::from_ymd_opt(year, month, day);
    let year = Some(year);
    let date = date.ok_or(DateFault::NoSuchDay { day, month, year })?;
    Ok(Typed::Day(date, None))
}

fn sound_month(month: u32) -> Result<u32, DateFault> {
    if (1..=12).contains(&month) {
        Ok(month)
    } else {
        Err(DateFault::NoSuchMonth(month))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words() -> Vocabulary {
        let mut words = Vocabulary::default();
        let mut language = |months: &str, weekdays: &str, days: [&str; 3], skipped: &str| {
            for (month, names) in (1..).zip(months.split(' ')) {
                words.add(&names.replace('/', ","), DateWord::Month(month));
            }
            let weekdays = weekdays.split(' ');
            for (weekday, names) in (0u8..).zip(weekdays) {
                let weekday = DateWord::Weekday(weekday.try_into().unwrap());
                words.add(&names.replace('/', ","), weekday);
            }
            for (offset, names) in (-1..).zip(days) {
                words.add(names, DateWord::Day(offset));
            }
            words.add(skipped, DateWord::Skipped);
        };
        language(
            "januari/jan februari/feb maart/mrt april/apr mei juni/jun juli/jul augustus/aug \
             september/sep/sept oktober/okt november/nov december/dec",
            "maandag/ma dinsdag/di woensdag/wo donderdag/do vrijdag/vr zaterdag/za zondag/zo",
            ["gisteren", "vandaag", "morgen"],
            "op, ste, de",
        );
        language(
            "January February March/mar April May June July August September October/oct November December",
            "Monday/Mon Tuesday/Tue Wednesday/Wed Thursday/Thu Friday/Fri Saturday/Sat Sunday/Sun",
            ["yesterday", "today", "tomorrow"],
            "st, nd, rd, th, of, the",
        );
        language(
            "janvier/janv. février/févr. mars avril/avr. mai juin juillet/juil. août septembre \
             octobre novembre décembre/déc.",
            "lundi/lun. mardi/mar. mercredi/mer. jeudi/jeu. vendredi/ven. samedi/sam. dimanche/dim.",
            ["hier", "aujourd’hui", "demain"],
            "er, le",
        );
        words
    }

    fn today() -> NaiveDate {
        "2026-11-24".parse().unwrap()
    }

    /// As `2026-11-24`, with what was added, or the fault's message.
    fn shown(text: &str, today: NaiveDate, lies: Lies) -> String {
        match read(text, today, lies, &words()) {
            Ok(Typed::Day(day, None)) => day.to_string(),
            Ok(Typed::Day(day, Some(meaning))) => format!("{day} {}", meaning.message_id()),
            Ok(Typed::Either(earlier, later)) => format!("{earlier} or {later}"),
            Err(fault) => fault.message().0.to_owned(),
        }
    }

    /// Reads each of some texts, with `|` between.
    fn all(texts: &str, expected: &str) {
        lying(Lies::Either, texts, expected);
    }

    fn lying(lies: Lies, texts: &str, expected: &str) {
        for text in texts.split('|') {
            assert_eq!(shown(text, today(), lies), expected, "{text:?}");
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
        all("24/11|24/11/|24 n|nov 24", "2026-11-24 or 2027-11-24");
        all("15/1|15 janv", "2026-01-15 or 2027-01-15");
        all("30/6|30 juni|30 june|30 juin", "2026-06-30 or 2027-06-30");
        all("29/2", "2024-02-29 or 2028-02-29");
        all(
            "24/11/2|24/11/202|24 nov 202",
            "2026-11-24 typed-unfinished-year",
        );
    }

    #[test]
    fn a_day_on_one_side_of_today_is_not_looked_for_on_the_other() {
        lying(Lies::Behind, "24/11", "2026-11-24 typed-last");
        lying(Lies::Behind, "25/11|25 nov", "2025-11-25 typed-last");
        lying(Lies::Behind, "30", "2026-10-30 typed-last");
        lying(Lies::Behind, "vrijdag|friday|ven.", "2026-11-20 typed-last");
        lying(Lies::Ahead, "24/11", "2026-11-24 typed-next");
        lying(Lies::Ahead, "23/11", "2027-11-23 typed-next");
        lying(Lies::Ahead, "1", "2026-12-01 typed-next");
        lying(Lies::Ahead, "vr", "2026-11-27 typed-next");
        all("vrijdag", "2026-11-20 or 2026-11-27");
        all("dinsdag", "2026-11-24 or 2026-12-01");
    }

    #[test]
    fn a_month_alone_is_its_first_day() {
        all("juni", "2026-06-01 or 2027-06-01");
        lying(
            Lies::Behind,
            "juni|juin|June",
            "2026-06-01 typed-whole-month",
        );
        all("juni 2027|2027 juin", "2027-06-01 typed-whole-month");
        all("nov", "2026-11-01 or 2027-11-01");
        all("nov 2026", "2026-11-01 typed-whole-month");
    }

    #[test]
    fn every_form_in_which_the_desk_writes_a_day() {
        all(
            "dinsdag 24 november 2026|di 24 nov 2026|mardi 24 novembre 2026|mar. 24 nov. 2026|\
             Tuesday 24 November 2026|24 november 2026, dinsdag",
            "2026-11-24",
        );
        all("di 24 nov|mardi 24 novembre|Tue 24 Nov", "2026-11-24");
        all("wo 24 nov", "2027-11-24");
        all("vr 24 nov|vrijdag 24/11/2026", "date-fault-wrong-weekday");
        all("24ste november 2026|de 24ste nov 2026", "2026-11-24");
        all("24112026|20261124|２４/１１/２０２６", "2026-11-24");
        all("2411|24112|241120|2411202", "date-fault-unfinished");
    }

    #[test]
    fn what_azerty_types_without_shift_is_a_digit_beside_digits() {
        all("é'/&&/éàéè|é'&&éàéè|2'/1&/2027", "2027-11-24");
        all(
            "é'-&&-2027|\"-&/éàéè".split('|').next().unwrap(),
            "2027-11-24",
        );
        all("1 février 2027|1 fevrier 2027|& février éàéè", "2027-02-01");
        all("é", "2026-11-02 typed-this-month");
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
            "x|24/foo|24/11/2026/1|-24|/|+1|24 kwartaal|24:11|99999999x",
            "date-fault-not-a-date",
        );
        all(&"24/11/2026 ".repeat(9), "date-fault-not-a-date");
    }

    #[test]
    fn a_beginning_is_no_fault_yet() {
        all(
            "vand|aujourd|2026|2026-1|2026-11-0|24 ju|0|24/0|nov 202|dins|dins 24",
            "date-fault-unfinished",
        );
    }

    #[test]
    fn the_ends_of_time_do_not_panic() {
        for today in [NaiveDate::MIN, NaiveDate::MAX] {
            for text in [
                "morgen",
                "gisteren",
                "24",
                "29/2",
                "1/1/99",
                "24/11/2",
                "vr",
                "juni",
                "vr 24 nov",
            ] {
                shown(text, today, Lies::Either);
            }
        }
        assert_eq!(
            shown("morgen", "9999-12-31".parse().unwrap(), Lies::Either),
            "date-fault-year-out-of-range"
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn no_text_panics(text in "\\PC*", near in "[0-9novdié&'./ -]{0,14}") {
            shown(&text, today(), Lies::Either);
            shown(&near, today(), Lies::Behind);
        }

        #[test]
        fn a_written_date_reads_as_itself(number in 1..=3_652_059) {
            let day = NaiveDate::from_num_days_from_ce_opt(number).unwrap();
            for form in ["%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y"] {
                prop_assert_eq!(read(&day.format(form).to_string(), today(), Lies::Either, &words()), Ok(Typed::Day(day, None)));
            }
        }
    }
}
