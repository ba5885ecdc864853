//! Screens that are laid out: what does not fit is found, once for all languages of the desk.

use std::rc::Rc;

use balie::diagnostic::line_and_column;
use balie::lint::check;
use balie::pack::Pack;
use balie::ui::{Bilingual, Block, Line, Page, lay, lay_tight};
use proptest::prelude::*;

use super::support::pack::{files, replaced};
use super::{checked, lines, support};

fn words() -> impl Strategy<Value = String> {
    proptest::collection::vec("[a-z@-]{1,14}", 1..14).prop_map(|words| words.join(" "))
}

/// A sentence, steps and answers, each with the desk's words; then a hint and a source.
fn page(twins: bool) -> impl Fn((Vec<String>, Vec<String>, usize)) -> Page {
    move |(person, desk, steps)| {
        let mut page = Page::default();
        for (at, (words, twin)) in person.into_iter().zip(desk).enumerate() {
            let twin = twins.then_some(twin);
            let said = Bilingual { words, twin };
            page.add(match at {
                0 => Block::Say(said),
                _ if at <= steps => Block::Step(said),
                _ => Block::Pick(Line::from(said)),
            });
        }
        if twins {
            page.add(Block::Hint("a hint for the agent".to_owned()));
            page.side
                .push(Block::Fact("Source".to_owned(), "somewhere".to_owned()));
        }
        page
    }
}

proptest! {
    #[test]
    fn what_fits_in_one_language_fits_beside_any_other(
        person in proptest::collection::vec(words(), 3..10),
        desk in proptest::collection::vec(words(), 10),
        steps in 0_usize..4,
        width in 30_usize..119,
        height in 5_usize..24,
    ) {
        let alone = page(false)((person.clone(), desk.clone(), steps));
        let fits = lay_tight(&alone, width).picks.iter().all(|rows| rows.end <= height);
        let both = lay(&page(true)((person, desk, steps)), width, height);
        prop_assert!(!fits || both.picks.iter().all(|rows| rows.end <= height));
    }
}

const LONG: &str = "dienstverleningsovereenkomstenregister";
const PACK: &str = "locales/nl/pack.ftl";
const FLOW: &str = "locales/nl/flows/other.ftl";
const WAIT: &str = "locales/nl/flows/locked.ftl";
const DESKS: &str = "data/desks.toml";

/// What stands in a file of the pack of the tests, the word that is added to it and how often, and the
/// code of what is then found.
const TOO_LONG: [(&str, &str, &str, usize, &str); 14] = [
    (PACK, "desk-aalst = Aalst", LONG, 1, "B034"),
    (PACK, "    .building = hoofdgebouw", LONG, 1, "B034"),
    (DESKS, "room = \"2Z38", LONG, 1, "B034"),
    (PACK, "reason-graduated = Ik ben", LONG, 1, "B034"),
    (PACK, "    .asks = Op welke dag studeerde", LONG, 1, "B034"),
    (PACK, "    .short = r/s-nummer", LONG, 1, "B034"),
    (PACK, "menu-desks = Waar is", LONG, 1, "B034"),
    (PACK, "menu-desks = Waar is", "ergens", 9, "B035"),
    (
        PACK,
        "reason-open-balance = Ik moet",
        "nog eens",
        40,
        "B036",
    ),
    (
        PACK,
        "    .asks = Op welke dag studeerde",
        "en hoe",
        50,
        "B036",
    ),
    (FLOW, "title = Iets anders", LONG, 1, "B034"),
    (FLOW, "hand-over = ", LONG, 1, "B034"),
    (WAIT, "pause = Wacht zeker tot", "echt", 9, "B036"),
    (
        WAIT,
        "    .over = De minimumtijd is voorbij.",
        "Wacht niet",
        40,
        "B036",
    ),
];

#[test]
fn whatever_a_keeper_writes_too_long_is_found_where_it_stands() {
    for (path, there, word, times, code) in TOO_LONG {
        let instead = format!("{there}{}", format!(" {word}").repeat(times));
        let files = replaced(path, there, &instead);
        let text = files.text(path).unwrap();
        let line = text.lines().position(|line| line.contains(&instead));
        let found = checked(files.clone());
        let all = lines(&files, &found).join("\n");
        let mut codes = found.faults.iter().map(|fault| fault.code.as_str());
        assert!(codes.any(|other| other == code), "{instead}: {all}");
        for fault in &found.faults {
            let start = fault.place.span.as_ref().unwrap().start;
            let at = line_and_column(files.text(&fault.place.file).unwrap(), start).0 - 1;
            assert!(
                fault.place.file == path && Some(at) == line,
                "{instead}: {all}"
            );
        }
    }
}

/// A wait that begins late ends on another day, which takes more words to say.
#[test]
fn what_fits_is_the_same_at_every_hour() {
    let mut files = files();
    let mut below = 0;
    for _ in 0..12 {
        let text = files.text(WAIT).unwrap();
        let longer = text.replacen("pause = Wacht", "pause = Wacht echt", 1);
        assert_ne!(text, longer);
        files.insert(WAIT, longer.into_bytes());
        let at = |moment: &str| {
            let pack = Rc::new(Pack::draft_of(files.clone()));
            lines(&files, &check(&pack, support::moment(moment)))
        };
        let noon = at("2026-11-24T12:00");
        assert_eq!(at("2026-11-24T23:58"), noon);
        below += noon.len();
    }
    assert!(below > 0, "nothing was made too long");
}
