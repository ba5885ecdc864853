//! Waits: counted from the last failed try, seen from anywhere, told when over.

use balie::app::event::Effect;

use crate::support::Desk;

#[test]
fn a_wait_counts_from_the_last_failed_try() {
    for (answer, until, minutes) in [
        ("1", "14:35", "16"),
        ("2", "14:30", "11"),
        ("3", "14:25", "6"),
        ("6", "14:35", "16"),
    ] {
        let mut desk = Desk::open().keys("3 1").keys(answer);
        let line = format!("Ten vroegste opnieuw om {until}: nog {minutes} minuten.");
        assert!(desk.shows(&line), "{line}\n{}", desk.screen());
    }
}

#[test]
fn a_wait_that_is_found_by_its_words_opens_where_it_is_safe_to_begin() {
    let found = Desk::open().keys("/").types("16 minuten").keys("Enter");
    assert_eq!(found.here(), "locked/name");
}

#[test]
fn a_begun_minute_counts_whole() {
    let mut desk = Desk::open();
    desk.model.now += chrono::TimeDelta::seconds(50);
    let mut desk = desk.keys("3 1 3");
    assert!(
        desk.shows("Ten vroegste opnieuw om 14:26"),
        "{}",
        desk.screen()
    );
}

#[test]
fn while_a_wait_lasts_going_on_is_not_what_comes_first() {
    let desk = Desk::open().keys("3 1 3 Enter");
    assert_eq!(
        desk.here(),
        "",
        "the first line helps somebody else meanwhile"
    );
    let desk = desk.keys("A 2");
    assert_eq!(desk.here(), "locked/retry");
    let desk = Desk::open().keys("3 1 3").minutes(6).keys("Enter");
    assert_eq!(desk.here(), "locked/retry");
}

#[test]
fn a_wait_that_is_over_is_said_in_its_own_words() {
    let mut desk = Desk::open().keys("3 1 3").minutes(6);
    assert!(
        desk.shows("De minimumtijd is voorbij."),
        "{}",
        desk.screen()
    );
    assert!(!desk.shows("Wacht zeker"));
    let mut desk = Desk::open().keys("1 1 1 2 1").minutes(180);
    assert_eq!(desk.here(), "first-time/activation-wait");
    assert!(desk.shows("om te activeren"), "{}", desk.screen());
}

#[test]
fn a_long_wait_is_said_in_hours_and_with_its_day() {
    let mut desk = Desk::open();
    desk.model.now = crate::support::moment("2026-11-24T22:50");
    let mut desk = desk.keys("1 1 1 2 1");
    assert!(desk.shows("wo 25 nov 01:50"), "{}", desk.screen());
    assert!(desk.shows("nog 3 uur en 0 min."));
}

#[test]
fn over_sixteen_minutes_promises_no_time() {
    let mut desk = Desk::open().keys("3 1 4");
    assert_eq!(desk.here(), "locked/retry");
    assert!(!desk.shows("14:3"), "{}", desk.screen());
}

#[test]
fn a_number_with_r_or_s_gets_no_minutes() {
    let mut desk = Desk::open().keys("3 2");
    assert!(!desk.shows("16"), "{}", desk.screen());
    assert!(desk.shows("weten we niet"));
}

#[test]
fn a_case_found_by_search_stands_above_home_and_nothing_else() {
    let desk = Desk::open().keys("1 1 F4 /").types("geblokkeerd");
    let mut desk = desk.keys("Enter Esc");
    assert!(!desk.shows("[B]"), "{}", desk.screen());
    assert!(desk.shows("Eerste keer: mail"), "{}", desk.screen());
}

#[test]
fn help_closes_no_case() {
    let desk = Desk::open().keys("3 1 4 1 F1 x Esc");
    assert_eq!(desk.here(), "locked/solved");
}

#[test]
fn the_last_minute_is_one_minute() {
    let mut desk = Desk::open().keys("3 1 3").minutes(5);
    assert!(desk.shows("nog 1 minuut."), "{}", desk.screen());
}

#[test]
fn the_header_tells_it_from_anywhere_without_taking_a_key() {
    let mut desk = Desk::open().keys("3 1 3 Esc");
    assert!(desk.shows("[A 14:25]") && desk.shows("A vanaf 14:25 (Shift-A)"));
    let mut desk = desk.keys("2").minutes(6);
    assert!(desk.shows("A nu!"), "{}", desk.screen());
    assert!(desk.shows("Zaak A: wachten voorbij (Shift-A)"));
    assert_eq!(
        desk.here(),
        "forgotten/name",
        "the screen stays where it was"
    );
    let mut desk = desk.keys("A");
    assert_eq!(desk.here(), "locked/pause");
    assert!(desk.shows("Het wachten is voorbij."));
}

#[test]
fn the_bell_rings_once_and_only_where_it_is_set() {
    let mut desk = Desk::open().keys("3 1 3 Esc");
    desk.model.desk.bell = true;
    let desk = desk.minutes(6).minutes(1).minutes(1);
    assert_eq!(desk.effects, [Effect::Bell]);
    assert_eq!(Desk::open().keys("3 1 3 Esc").minutes(6).effects, []);
}

#[test]
fn leaving_asks_while_a_case_waits() {
    let mut desk = Desk::open().keys("3 1 3 q");
    assert!(desk.shows("Er wacht nog een zaak."));
    assert_eq!(desk.effects, []);
    assert_eq!(desk.keys("1").here(), "locked/pause");
    let mut over = Desk::open().keys("3 1 3").minutes(6).keys("q");
    assert!(
        over.shows("Er wacht nog een zaak."),
        "also once the wait is over"
    );
    assert_eq!(Desk::open().keys("3 1 3 q 2").effects, [Effect::Leave]);
    assert_eq!(Desk::open().keys("3 1 q").effects, [Effect::Leave]);
    assert_eq!(Desk::open().keys("3 1 3 Ctrl-C").effects, [Effect::Leave]);
}

#[test]
fn the_desk_wakes_for_the_minute() {
    let desk = Desk::open().minutes(0);
    assert_eq!(
        desk.model.wakes_at(),
        crate::support::moment("2026-11-24T14:20")
    );
}

#[test]
fn where_a_letter_would_be_typed_the_notice_says_esc_first() {
    let mut desk = Desk::open().keys("3 1 1 Esc").minutes(20).keys("/");
    assert!(
        desk.shows("wachten voorbij (Esc, Shift-A)"),
        "{}",
        desk.screen()
    );
    assert_eq!(desk.keys("Esc A").here(), "locked/pause");
}

#[test]
fn two_waits_that_are_over_keep_a_letter_on_a_small_screen() {
    let mut desk = Desk::open().size(40, 12).desk_lang("fr");
    desk = desk.keys("3 1 1 Esc 3 1 1 Esc").minutes(20);
    assert!(desk.shows("A prêt"), "{}", desk.screen());
    assert!(desk.shows("(Maj-A)"), "{}", desk.screen());
}
