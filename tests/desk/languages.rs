//! Two languages on one screen, dates and plurals in each.

use balie::i18n::{Localizer, date_line, day_in_words};
use chrono::NaiveDate;

use crate::support::pack::pack;
use crate::support::{Desk, moment};

#[test]
fn the_persons_words_stand_first_and_the_desks_beside() {
    let mut desk = Desk::open().keys("3 F2");
    let screen = desk.screen();
    let person = screen
        .find("What do you type as user name?")
        .expect("the person's words");
    let twin = screen
        .find("Wat typ je als gebruikersnaam?")
        .expect("the desk's words");
    assert!(person < twin);
    assert!(
        desk.shows("a number with r or s een nummer met r of s"),
        "{}",
        desk.screen()
    );
    assert!(desk.shows("1-4 kies"), "keys stay in the desk's language");
}

#[test]
fn a_new_case_starts_in_the_language_of_the_desk() {
    let mut desk = Desk::open().keys("3 F2 1 Esc 3");
    assert!(desk.shows("Wat typ je") && !desk.shows("What do you type"));
    let mut desk = desk.keys("A");
    assert!(desk.shows("When did you last try"), "{}", desk.screen());
}

#[test]
fn the_language_chosen_at_home_goes_along_into_the_case() {
    let mut desk = Desk::open().keys("F2 F2 3");
    assert!(desk.shows("Que tapez-vous"), "{}", desk.screen());
}

#[test]
fn dates_are_right_in_each_language() {
    let words = Localizer::of(&pack());
    let first = NaiveDate::from_ymd_opt(2026, 12, 1).unwrap();
    let second = NaiveDate::from_ymd_opt(2026, 12, 2).unwrap();
    let expected = [
        (
            "dinsdag 1 december 2026",
            "woensdag 2 december 2026",
            "di 24 nov 14:19",
        ),
        (
            "Tuesday 1 December 2026",
            "Wednesday 2 December 2026",
            "Tue 24 Nov 14:19",
        ),
        (
            "mardi 1er décembre 2026",
            "mercredi 2 décembre 2026",
            "mar. 24 nov. 14:19",
        ),
    ];
    for (lang, (one, two, line)) in words.langs().zip(expected) {
        let voice = words.voice(lang);
        assert_eq!(day_in_words(voice, first), one);
        assert_eq!(day_in_words(voice, second), two);
        assert_eq!(date_line(voice, &moment("2026-11-24T14:19")), line);
    }
}

#[test]
fn plurals_are_right_in_each_language() {
    let words = Localizer::of(&pack());
    let checked = |lang, days: i64| {
        let args = [
            ("source", "X".into()),
            ("date", "d".into()),
            ("days", days.into()),
        ];
        words.voice(lang).own_with("source-checked", args)
    };
    let expected = [
        ("1 dag geleden", "2 dagen geleden"),
        ("1 day ago", "2 days ago"),
        ("il y a 1 jour", "il y a 2 jours"),
    ];
    for (lang, (one, two)) in words.langs().zip(expected) {
        assert!(checked(lang, 1).ends_with(one), "{}", checked(lang, 1));
        assert!(checked(lang, 2).ends_with(two), "{}", checked(lang, 2));
    }
}

#[test]
fn a_source_that_was_checked_too_long_ago_is_marked() {
    let mut desk = Desk::open();
    assert!(desk.shows("FAQ Odisee, nagekeken 22 nov 2026, 2 dagen geleden"));
    desk.model.desk.stale_after = 1;
    assert!(desk.shows("al 2 dagen niet nagekeken"), "{}", desk.screen());
}

#[test]
fn screens_above_a_case_speak_its_language() {
    for keys in ["F3", "/", "F4"] {
        let mut desk = Desk::open().keys("F2 F2 3 1").keys(keys);
        assert!(desk.shows("FR "), "after {keys}\n{}", desk.screen());
        desk = desk.keys("F2 Esc");
        assert!(
            desk.shows("Wanneer probeerde je"),
            "F2 there is F2 in the case"
        );
    }
    let mut code = Desk::open().keys("F2 1 2 2 4");
    assert!(
        code.shows("request an activation code"),
        "{}",
        code.screen()
    );
}

#[test]
fn the_language_of_home_outlives_a_look_at_the_keys() {
    let mut desk = Desk::open().keys("F2 F1 Esc");
    assert!(desk.shows("Password forgotten"), "{}", desk.screen());
}

#[test]
fn what_comes_of_it_is_said_in_the_language_of_the_person() {
    let mut desk = Desk::open().keys("F2 3 1 4 1");
    assert!(
        desk.shows("Outcome solved") && desk.shows("Done: next person"),
        "{}",
        desk.screen()
    );
}

#[test]
fn the_next_person_is_spoken_to_in_the_language_of_the_desk() {
    for keys in ["7 F2 2 Enter Esc Esc Esc", "F3 F2 Esc"] {
        let mut desk = Desk::open().keys(keys).keys("2");
        assert!(desk.shows(" NL "), "{keys}: {}", desk.screen());
    }
}
