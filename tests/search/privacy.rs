//! What is typed to search may be somebody's user name: it goes with the screen.

use crate::support::Desk;

#[test]
fn a_user_name_is_answered_and_gone() {
    for name in [
        "r0123456",
        "s0123456",
        "b0123456",
        "jan.janssens@student.odisee.be",
        "r0123456,b0123456",
    ] {
        let mut desk = Desk::open().keys("/").types(name);
        assert!(
            desk.shows("Zo'n gebruikersnaam is je"),
            "{name}:\n{}",
            desk.screen()
        );
        assert_eq!(
            desk.screen().matches(name).count(),
            1,
            "only the field shows it"
        );
        for leaving in [
            "Esc",
            "Enter",
            "F1",
            "F3",
            "Enter t",
            "F1 Esc",
            "F3 Esc",
            "Esc /",
            "Ctrl-F Ctrl-F",
        ] {
            let mut desk = Desk::open().keys("/").types(name).keys(leaving);
            assert!(!desk.shows(name), "{leaving}:\n{}", desk.screen());
            let kept = format!("{:?} {:?}", desk.model.screens, desk.model.cases());
            assert!(
                !kept.contains(name),
                "{leaving}: the model still holds {name}"
            );
        }
    }
}

#[test]
fn half_a_user_name_is_gone_too() {
    for half in ["r012", "jan.jans", "jan@"] {
        let mut desk = Desk::open().keys("/").types(half).keys("F1 Esc");
        assert!(!desk.shows(half), "{half}:\n{}", desk.screen());
    }
}
