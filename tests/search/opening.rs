//! Opening the desk with a flow or with a search.

use balie::app::event::Effect;
use balie::app::{Finder, Opening, open_with};
use balie::i18n::Localizer;
use balie::id::FlowId;
use balie::pack::Pack;

use crate::program::balie;
use crate::support::Desk;
use crate::support::pack::{files, pack};

#[test]
fn a_flow_opens_at_its_start() {
    let mut desk = Desk::open();
    open_with(&mut desk.model, Opening::Flow(FlowId::new("locked")));
    assert_eq!(desk.here(), Desk::open().keys("3").here());
    assert_eq!(desk.keys("Esc").screen(), Desk::open().screen());
}

#[test]
fn a_search_opens_with_its_hits() {
    let mut desk = Desk::open();
    let effects = open_with(
        &mut desk.model,
        Opening::Search("account locked".to_owned()),
    );
    assert_eq!(effects, []);
    assert!(desk.shows("Zoek account locked_"), "{}", desk.screen());
    assert_eq!(desk.keys("Enter").here(), Desk::open().keys("3").here());
}

#[test]
fn a_large_pack_is_read_beside_the_keys() {
    let mut desk = Desk::with(large());
    desk = desk.keys("/").types("nummer 77");
    assert_eq!(desk.effects, [Effect::ReadIndex], "asked once");
    assert!(
        desk.shows("Het pakket wordt nog gelezen"),
        "{}",
        desk.screen()
    );
    let soon = desk.model.wakes_at() - desk.model.now;
    assert!(soon.num_milliseconds() <= 50, "it looks again soon");
    let pack = large();
    desk.model
        .take_index(Finder::of(&pack, &Localizer::of(&pack)));
    assert!(desk.shows("▸ Vraag nummer 77"), "{}", desk.screen());
    desk = desk.keys("Esc /");
    assert_eq!(desk.effects.len(), 1, "and not read again");
}

#[test]
fn a_large_pack_that_was_saved_is_read_again() {
    let mut desk = Desk::with(large()).keys("/").types("nummer 77");
    let index = |pack: &Pack| Finder::of(pack, &Localizer::of(pack));
    desk.model.take_index(index(&large()));
    assert_eq!(desk.model.reload(large()), [Effect::ReadIndex]);
    assert!(
        desk.shows("Het pakket wordt nog gelezen"),
        "{}",
        desk.screen()
    );
    desk.model.take_index(index(&large()));
    assert!(desk.shows("▸ Vraag nummer 77"), "{}", desk.screen());
}

/// The pack of the tests with a hundred flows more.
fn large() -> Pack {
    let mut files = files();
    for number in 0..100 {
        let flow = b"start = \"a\"\n[[end]]\nid = \"a\"\noutcome = [\"solved\"]\nsources = [\"odisee-faq\"]\n";
        files.insert(format!("data/flows/more-{number}.toml"), flow.to_vec());
        let words = format!("title = Vraag nummer {number}\na = Het antwoord\n");
        files.insert(
            format!("locales/nl/flows/more-{number}.ftl"),
            words.into_bytes(),
        );
    }
    Pack::open(files).expect("it opens")
}

#[test]
fn what_is_no_flow_is_told_with_the_nearest() {
    assert!(pack().flow_ids().any(|flow| flow.as_str() == "locked"));
    for (arguments, told) in [
        (
            vec!["lockd"],
            "there is no flow or command `lockd`: did you mean `locked`?",
        ),
        (
            vec!["setings"],
            "there is no flow or command `setings`: did you mean `settings`?",
        ),
        (vec!["pizza"], "Known: change, first-time"),
        (vec!["locked", "check"], "a flow or a search opens the desk"),
        (vec!["locked", "--search", "x"], "cannot be used with"),
        (vec!["locked"], "not a terminal"),
        (vec!["--search", "toledo"], "not a terminal"),
    ] {
        let output = balie(&std::env::temp_dir(), &arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let error = String::from_utf8_lossy(&output.stderr);
        assert!(error.contains(told), "{arguments:?}: {error}");
    }
}
