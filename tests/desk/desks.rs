//! Where the desks are, and what is not known of them.

use balie::id::{DeskId, UnknownId};

use crate::support::Desk;

#[test]
fn the_own_campus_stands_first_and_large() {
    for (campus, own, other) in [
        ("gent", "gebouw A", "Aalst: 2Z38"),
        ("aalst", "hoofdgebouw", "Gent: A1T2"),
    ] {
        let mut desk = Desk::open();
        desk.model.desk.campus = Some(DeskId::new(campus));
        let screen = desk.keys("8").screen();
        let large = screen.find('█').expect("large letters");
        let own = screen.find(own).expect(own);
        let other = screen.find(other).expect(other);
        assert!(own < large && large < other, "{screen}");
    }
}

#[test]
fn every_campus_is_named_in_every_language() {
    for (lang, names) in [
        ("nl", ["Brussel", "Aalst", "Sint-Niklaas"]),
        ("en", ["Brussels", "Aalst", "Sint-Niklaas"]),
        ("fr", ["Bruxelles", "Alost", "Saint-Nicolas"]),
    ] {
        let mut desk = Desk::open().desk_lang(lang).keys("8");
        for part in names.iter().chain(&["B01-01", "2Z38", "022"]) {
            assert!(desk.shows(part), "{part} in {lang}\n{}", desk.screen());
        }
    }
}

#[test]
fn what_is_not_known_is_said_to_be_and_what_this_desk_knows_names_the_desk() {
    let mut desk = Desk::open().keys("F3");
    assert!(desk.shows("Niet bekend de openingsuren van de servicedesk"));
    let hours = (UnknownId::new("opening-hours"), "zie de deur".to_owned());
    desk.model.desk.known = vec![hours];
    assert!(
        desk.shows("zie de deur (bron: deze balie)"),
        "{}",
        desk.screen()
    );
    assert!(!desk.shows("Niet bekend de openingsuren"));
}

#[test]
fn a_ticket_says_that_its_address_is_not_known() {
    let mut desk = Desk::open().keys("2 1 1 2");
    assert!(desk.shows("maak een ticket") && desk.shows("de link om een ticket te maken"));
}
