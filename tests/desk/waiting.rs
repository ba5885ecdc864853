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
fn over_sixteen_minutes_promises_no_time() {
    let mut desk = Desk::open().keys("3 1 4");
    assert_eq!(desk.here(), "locked/retry");
    assert!(!desk.shows("vanaf"));
}

#[test]
fn a_number_with_r_or_s_gets_no_minutes() {
    let mut desk = Desk::open().keys("3 2");
    assert!(!desk.shows("16"), "{}", desk.screen());
    assert!(desk.shows("weten we niet"));
}

#[test]
fn the_last_minute_is_one_minute() {
    let mut desk = Desk::open().keys("3 1 3").minutes(5);
    assert!(desk.shows("nog 1 minuut."), "{}", desk.screen());
}

#[test]
fn the_header_tells_it_from_anywhere_without_taking_a_key() {
    let mut desk = Desk::open().keys("3 1 3 Esc");
    assert!(desk.shows("[A 14:25]") && desk.shows("A vanaf 14:25"));
    let mut desk = desk.keys("2").minutes(6);
    assert!(desk.shows("A nu!"), "{}", desk.screen());
    assert!(desk.shows("Zaak A: het wachten is voorbij."));
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
    assert_eq!(Desk::open().keys("3 1 3 q 2").effects, [Effect::Leave]);
    assert_eq!(Desk::open().keys("3 1 q").effects, [Effect::Leave]);
    assert_eq!(Desk::open().keys("3 1 3 Ctrl-C").effects, [Effect::Leave]);
}

#[test]
fn the_desk_wakes_for_the_minute_and_for_the_end_of_a_wait() {
    let desk = Desk::open();
    assert_eq!(
        desk.model.wakes_at(),
        crate::support::moment("2026-11-24T14:20")
    );
}
