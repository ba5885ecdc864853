//! Content that changes under a desk that runs.

use balie::pack::Pack;

use super::support::Desk;
use super::support::pack::{pack, replaced};

fn with(path: &'static str, from: &str, to: &str) -> Pack {
    Pack::open(replaced(path, from, to)).unwrap()
}

const LOCKED: &str = "locales/nl/flows/locked.ftl";

#[test]
fn a_change_shows_at_the_same_place_in_the_same_case() {
    let mut desk = Desk::open().keys("3 1");
    assert!(desk.shows("Wanneer probeerde je het voor het laatst?"));
    let pack = with(
        LOCKED,
        "Wanneer probeerde je het voor het laatst?",
        "Wanneer lukte het niet?",
    );
    desk.model.reload(pack);
    assert!(desk.shows("Wanneer lukte het niet?"));
    assert!(desk.keys("1").shows("14:35"), "the case goes on");
}

#[test]
fn a_node_that_is_gone_leaves_the_case_where_its_replies_still_lead() {
    let mut desk = Desk::open().keys("3 4");
    let pack = with(
        "data/flows/locked.toml",
        "{ id = \"dont-know\", to = \"opens\" }",
        "{ id = \"dont-know\", to = \"last-try\" }",
    );
    desk.model.reload(pack);
    assert!(desk.shows("Wanneer probeerde je het voor het laatst?"));
}

#[test]
fn the_language_stays_though_its_place_changes() {
    let mut desk = Desk::open().desk_lang("fr").keys("3");
    let asked = desk.screen();
    desk.model.reload(with(
        "data/pack.toml",
        "[\"nl\", \"en\", \"fr\"]",
        "[\"fr\", \"nl\", \"en\"]",
    ));
    assert_eq!(desk.screen(), asked);
}

#[test]
fn a_fault_is_told_and_the_content_stays() {
    let mut desk = Desk::open().keys("3 1");
    let fault = "data/flows/locked.toml:5:1: missing field `id`";
    desk.model.not_taken = Some(fault.to_owned());
    assert!(desk.shows("Wanneer probeerde je het voor het laatst?"));
    assert!(desk.shows(fault));
    desk.model.reload(pack());
    assert!(!desk.shows(fault));
}

#[test]
fn a_search_word_that_is_saved_is_found_where_somebody_searches() {
    let mut desk = Desk::open().keys("/").types("pizzadoos");
    let hit = "▸ Te vaak fout: geblokkeerd";
    assert!(!desk.shows(hit), "{}", desk.screen());
    let pack = with(LOCKED, ".search = ", ".search = pizzadoos, ");
    assert_eq!(desk.model.reload(pack), []);
    assert!(desk.shows(hit), "{}", desk.screen());
    assert!(desk.shows("Zoek pizzadoos_"), "what was typed stays");
}

#[test]
fn a_search_below_another_screen_finds_what_is_saved_too() {
    let mut desk = Desk::open().keys("/ F1");
    desk.model
        .reload(with(LOCKED, ".search = ", ".search = pizzadoos, "));
    let mut desk = desk.keys("Esc").types("pizzadoos");
    assert!(desk.shows("▸ Te vaak fout"), "{}", desk.screen());
}
