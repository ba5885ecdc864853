//! Back and forth in a case, and several cases side by side.

use crate::support::Desk;

#[test]
fn back_keeps_the_reply_and_forward_follows_it() {
    let desk = Desk::open().keys("3 1 3 ←");
    assert_eq!(desk.here(), "locked/last-try");
    assert_eq!(
        desk.model.screens.top().list.selected(6),
        2,
        "the marker stands on the reply"
    );
    let mut desk = desk;
    assert!(desk.shows("3✓ 10 minuten geleden"));
    assert_eq!(desk.keys("→").here(), "locked/pause");
}

#[test]
fn an_earlier_reply_changes_and_later_ones_are_kept() {
    let desk = Desk::open().keys("3 4 1 3 F4 1");
    assert_eq!(desk.here(), "locked/name", "the first reply was picked");
    let desk = desk.keys("1");
    assert_eq!(desk.here(), "locked/last-try");
    let mut desk = desk;
    assert!(desk.shows("3✓ 10 minuten geleden"), "{}", desk.screen());
    let desk = desk.keys("→");
    assert_eq!(desk.here(), "locked/pause");
    assert!(desk.keys("Esc A").shows("14:25"));
}

#[test]
fn back_from_the_first_question_goes_home_and_takes_nothing_along() {
    let desk = Desk::open().keys("3 Backspace");
    assert_eq!(desk.here(), "");
    assert!(
        desk.model.cases().is_empty(),
        "nothing was answered, so nothing is kept"
    );
}

#[test]
fn leaving_a_case_keeps_it_under_its_letter() {
    let mut desk = Desk::open().keys("3 1 Esc");
    assert_eq!(desk.here(), "");
    assert!(desk.shows("[A]"));
    assert_eq!(desk.keys("2 1 Esc A").here(), "locked/last-try");
}

#[test]
fn a_finished_case_gives_its_letter_back() {
    let mut desk = Desk::open().keys("3 1 Esc 3 1 4 1 1");
    assert_eq!(desk.model.cases().len(), 1);
    assert!(desk.shows("[A]") && !desk.shows("[B]"));
}

#[test]
fn a_full_header_lets_the_oldest_ended_case_go() {
    let mut desk = Desk::open();
    for _ in 0..40 {
        desk = desk.keys("3 1 4 1 Esc");
    }
    assert_eq!(desk.model.cases().len(), 26);
    assert_eq!(desk.keys("3 1").here(), "locked/last-try");
}

#[test]
fn a_full_header_never_lets_a_waiting_case_go() {
    let mut desk = Desk::open().keys("3 1 3 Esc");
    for _ in 0..40 {
        desk = desk.keys("2 1 Esc");
    }
    assert_eq!(desk.model.cases().len(), 26);
    assert_eq!(desk.keys("A").here(), "locked/pause");
}

#[test]
fn a_full_header_says_how_many_are_not_shown() {
    let mut desk = Desk::open();
    for _ in 0..12 {
        desk = desk.keys("3 1 3 Esc");
    }
    assert!(desk.shows("+9"), "{}", desk.screen());
}

#[test]
fn again_starts_afresh_for_the_same_person() {
    let mut desk = Desk::open().keys("3 F2 1 4 2 2 2");
    assert_eq!(desk.here(), "locked/name");
    assert_eq!(desk.model.cases().len(), 1);
    assert!(desk.shows("What do you type"), "{}", desk.screen());
}

#[test]
fn a_case_halfway_is_closed_after_asking() {
    let mut desk = Desk::open().keys("3 1 x");
    assert!(desk.shows("Zaak A is nog niet af."), "{}", desk.screen());
    let desk = desk.keys("1");
    assert_eq!(desk.here(), "locked/last-try");
    assert!(desk.keys("x 2").model.cases().is_empty());
    assert!(
        Desk::open().keys("3 1 4 1 x").model.cases().is_empty(),
        "at its end it needs no asking"
    );
}

#[test]
fn closed_access_leads_on_to_the_dates() {
    let mut desk = Desk::open().keys("9 1 1 5");
    assert_eq!(desk.here(), "other/closed");
    desk = desk.keys("1");
    assert!(desk.shows("Ik heb me uitgeschreven"), "{}", desk.screen());
    assert_eq!(desk.keys("Esc").here(), "other/closed");
}

#[test]
fn a_case_crosses_flows_and_comes_back() {
    let desk = Desk::open().keys("3 1 5");
    assert_eq!(desk.here(), "forgotten/registered");
    assert_eq!(desk.keys("Backspace").here(), "locked/last-try");
}

#[test]
fn screens_above_a_case_lead_back_to_it() {
    for keys in [
        "F1 Esc",
        "F3 Esc",
        "F1 F1",
        "F3 Backspace",
        "F4 Esc",
        "/ Esc",
    ] {
        assert_eq!(
            Desk::open().keys("3 1").keys(keys).here(),
            "locked/last-try",
            "after {keys}"
        );
    }
}
