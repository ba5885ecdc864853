//! The table of actions: unique keys, words in every language, dispatch, AZERTY.

use std::collections::BTreeMap;

use balie::app::actions::{ACTIONS, Action, Where, digit, dispatch, dispatch_in_day};
use balie::app::event::{Effect, Event};
use balie::app::key::Key;
use balie::app::update;
use balie::i18n::{Localizer, Text};

use crate::support::Desk;
use crate::support::pack::pack;

#[test]
fn no_key_does_two_things() {
    let mut owners = BTreeMap::new();
    let elsewhere = ACTIONS.iter().filter(|row| row.place != Where::Day);
    for row in elsewhere {
        for key in row.keys() {
            assert_eq!(owners.insert(key.to_string(), row.id), None, "{key}");
            assert_eq!(dispatch(key, false), Some(row.action), "{key}");
        }
    }
}

#[test]
fn the_field_for_a_day_comes_before_what_its_keys_do_elsewhere() {
    for (key, action) in [
        (Key::Enter, Action::Confirm),
        (Key::Up, Action::StepDay),
        (Key::PageDown, Action::StepWeek),
    ] {
        assert_eq!(dispatch_in_day(key), Some(action));
    }
    assert_eq!(dispatch_in_day(Key::Esc), None);
}

#[test]
fn every_action_has_its_words_in_every_language() {
    let words = Localizer::of(&pack());
    for lang in words.langs() {
        for row in ACTIONS {
            for id in [
                format!("action-{}", row.id),
                format!("action-{}.help", row.id),
            ] {
                assert!(
                    words.voice(lang).say_if_any(&Text::Own(&id)).is_some(),
                    "{id}"
                );
            }
        }
    }
}

#[test]
fn the_unshifted_digits_of_a_belgian_keyboard_answer() {
    for (line, azerty) in "&é\"'(§è!ç".chars().enumerate() {
        assert_eq!(digit(Key::Char(azerty)), Some(line), "{azerty}");
    }
    assert_eq!(
        Desk::open().keys("\" & \"").here(),
        Desk::open().keys("3 1 3").here()
    );
}

#[test]
fn text_fields_take_what_types_and_leave_the_rest() {
    for key in ['q', 'l', 'd', '1', '/', '-', 'A'] {
        assert_eq!(dispatch(Key::Char(key), true), None, "{key}");
    }
    for (key, action) in [
        (Key::F(1), Action::Help),
        (Key::F(2), Action::Language),
        (Key::Esc, Action::Out),
        (Key::Ctrl('c'), Action::Quit),
    ] {
        assert_eq!(dispatch(key, true), Some(action));
    }
}

#[test]
fn a_field_is_edited_with_the_usual_keys() {
    for (keys, field) in [
        ("Ctrl-U", "_"),
        ("Ctrl-W", "gsm _"),
        ("Ctrl-A x Ctrl-E y", "xgsm kwijty_"),
        ("Home → Ctrl-K", "g_"),
    ] {
        let mut desk = Desk::open().keys("/").types("gsm kwijt").keys(keys);
        let shown = format!("Zoek {field}");
        assert!(desk.shows(&shown), "{keys}: {shown}\n{}", desk.screen());
    }
}

#[test]
fn the_footer_does_not_offer_the_screen_that_is_shown() {
    for (key, named) in [("/", "zoek"), ("F3", "lokalen"), ("F1", "F1 toetsen")] {
        let mut desk = Desk::open().keys(key);
        let screen = desk.screen();
        let footer = screen.lines().last().unwrap_or_default();
        assert!(!footer.contains(named), "{footer}");
    }
}

#[test]
fn help_shows_every_action() {
    let mut desk = Desk::open().size(80, 60).keys("F1");
    for row in ACTIONS {
        assert!(desk.shows(row.shown), "{} in\n{}", row.id, desk.screen());
    }
}

#[test]
fn a_key_is_read_as_it_is_shown() {
    for row in ACTIONS {
        let names: Vec<String> = row.keys().map(|key| key.to_string()).collect();
        assert_eq!(names.join(" "), row.keys, "every name is that of a key");
    }
}

#[test]
fn a_capital_accent_answers_as_its_small_letter_does() {
    for (small, capital) in [("é", "É"), ("è", "È"), ("ç", "Ç"), ("à", "À")] {
        let (mut small, mut capital) = (Desk::open().keys(small), Desk::open().keys(capital));
        assert_eq!(small.screen(), capital.screen());
    }
    assert_eq!(
        Desk::open().keys("\" & É").here(),
        Desk::open().keys("3 1 2").here()
    );
}

#[test]
fn a_capital_letter_goes_to_its_case_or_does_what_the_small_one_does() {
    for (small, capital) in [
        ("l", "L"),
        ("d", "D"),
        ("j j k", "J J K"),
        ("3 1 t", "3 1 T"),
    ] {
        let (mut small, mut capital) = (Desk::open().keys(small), Desk::open().keys(capital));
        assert_eq!(small.screen(), capital.screen());
    }
    assert_eq!(Desk::open().keys("Q").effects, [Effect::Leave]);
    let desk = Desk::open().keys("3 1 Esc 1 Esc A");
    assert_eq!(desk.model.shown_case(), Some('A'));
}

/// Presses what came at once.
fn at_once(mut desk: Desk, keys: &str) -> Desk {
    let keys = keys.chars().map(|c| match c {
        '\r' => Key::Enter,
        '↓' => Key::Down,
        c => Key::Char(c),
    });
    let (burst, now) = (Event::Burst(keys.collect()), desk.model.now);
    desk.effects.extend(update(&mut desk.model, burst, now));
    desk.draw();
    desk
}

#[test]
fn what_a_scanner_reads_is_looked_for_and_answers_nothing() {
    for keys in ["", "t", "F3", "F1"] {
        let mut desk = at_once(Desk::open().keys("3 1").keys(keys), "r0123456\r");
        assert!(desk.shows("Zoek r0123456_"), "{}", desk.screen());
        assert_eq!(desk.effects, []);
        let stands = Desk::open().keys("3 1").keys(keys);
        assert_eq!(desk.model.cases().len(), stands.model.cases().len());
    }
}

#[test]
fn what_comes_at_once_in_a_field_is_typed() {
    let mut desk = at_once(Desk::open().keys("/"), "gsm kwijt");
    assert!(desk.shows("Zoek gsm kwijt_"), "{}", desk.screen());
    let typed = Desk::open().keys("/").types("account locked");
    let typed = typed.keys("↓ Enter 1 1");
    assert_eq!(
        at_once(Desk::open(), "/account locked↓\r11").here(),
        typed.here()
    );
}
