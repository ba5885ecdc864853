//! Few, readable pictures of screens, each with a map of its styles.

use crate::support::Desk;

fn picture(name: &str, mut desk: Desk) {
    let text = format!("{}\n{}", desk.screen(), desk.styles());
    insta::with_settings!({snapshot_path => "../../snapshots", prepend_module_to_snapshot => false, omit_expression => true}, {
        insta::assert_snapshot!(name, text);
    });
}

#[test]
fn home() {
    picture("home", Desk::open());
}

#[test]
fn a_question_in_two_languages() {
    picture("question-two-languages", Desk::open().keys("3 F2"));
}

#[test]
fn a_question_on_a_small_screen() {
    picture("question-small", Desk::open().size(40, 12).keys("3 F2 1"));
}

#[test]
fn a_wait() {
    picture("wait", Desk::open().keys("3 1 3"));
}

#[test]
fn a_wait_that_is_over() {
    picture("wait-over", Desk::open().keys("3 1 3 Esc").minutes(6));
}

#[test]
fn an_end() {
    picture("end", Desk::open().keys("2 1 1 2"));
}

#[test]
fn desks() {
    picture("desks", Desk::open().keys("8"));
}

#[test]
fn closing_dates_while_typing() {
    picture("closing-typing", Desk::open().keys("7 2").types("24/11"));
}

#[test]
fn closing_dates_in_two_languages() {
    picture(
        "closing-two-languages",
        Desk::open().keys("7 1 F2").types("1/7/2026").keys("Enter"),
    );
}
