//! What lets the check lay out each screen once for all languages of the desk.

use balie::ui::{Block, Line, Page, Said, lay, lay_tight};
use proptest::prelude::*;

fn words() -> impl Strategy<Value = String> {
    proptest::collection::vec("[a-z@-]{1,14}", 1..14).prop_map(|words| words.join(" "))
}

/// A sentence, steps and answers, each with the desk's words; then a hint and a source.
fn page(twins: bool) -> impl Fn((Vec<String>, Vec<String>, usize)) -> Page {
    move |(person, desk, steps)| {
        let mut page = Page::default();
        for (at, (words, twin)) in person.into_iter().zip(desk).enumerate() {
            let twin = twins.then_some(twin);
            let said = Said { words, twin };
            page.add(match at {
                0 => Block::Say(said),
                _ if at <= steps => Block::Step(said),
                _ => Block::Pick(Line::from(said)),
            });
        }
        if twins {
            page.add(Block::Hint("a hint for the agent".to_owned()));
            page.add_side(Block::Fact("Source".to_owned(), "somewhere".to_owned()));
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
