//! What must hold for any keys at any size.

use balie::app::key::Key;
use balie::app::{Pick, picks};
use balie::case::Case;
use proptest::prelude::*;

use crate::support::Desk;

fn any_key() -> impl Strategy<Value = Key> {
    prop_oneof![
        4 => (b'1'..=b'9').prop_map(|digit| Key::Char(char::from(digit))),
        2 => prop::sample::select(vec![
            Key::Enter, Key::Esc, Key::Backspace, Key::Left, Key::Right, Key::Up, Key::Down,
            Key::PageUp, Key::PageDown, Key::Home, Key::End, Key::Delete, Key::Tab, Key::BackTab,
        ]),
        1 => (1u8..=12).prop_map(Key::F),
        2 => prop::sample::select("ABCjkldtqx/".chars().collect::<Vec<_>>()).prop_map(Key::Char),
        1 => any::<char>().prop_map(Key::Char),
        1 => prop::char::range('a', 'z').prop_map(Key::Ctrl),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_keys_at_any_size_are_drawn(
        keys in prop::collection::vec((any_key(), 0u16..=300, 0u16..=100, 0i64..90), 0..40)
    ) {
        let mut desk = Desk::open();
        for (key, width, height, minutes) in keys {
            desk = desk.size(width, height);
            desk.press(key);
            desk = desk.minutes(minutes);
            let cursor = desk.cursor;
            prop_assert!(cursor.is_none_or(|at| at.x < width && at.y < height));
        }
    }

    #[test]
    fn back_undoes_every_reply(lines in prop::collection::vec(1u8..=9, 1..14)) {
        let mut desk = Desk::open().keys("3");
        for line in lines {
            let before = desk.here();
            let replies = picks(&desk.model.derive()).into_iter().nth(usize::from(line) - 1);
            if !matches!(replies, Some(Pick::Reply(_))) {
                continue;
            }
            desk = desk.keys(&line.to_string());
            let after = desk.here();
            desk = desk.keys("←");
            prop_assert_eq!(desk.here(), before);
            desk = desk.keys("→");
            prop_assert_eq!(desk.here(), after);
        }
    }

    #[test]
    fn a_replay_of_its_replies_lands_where_the_walk_stood(keys in prop::collection::vec(any_key(), 0..30)) {
        let mut desk = Desk::open().keys("1");
        for key in keys {
            desk.press(key);
        }
        let pack = crate::support::pack::pack();
        for open in desk.model.cases() {
            let walk = open.case.walk(desk.model.pack());
            let mut again = Case::open(open.case.entry().clone(), desk.model.now);
            for step in &walk.steps {
                again.reply(&pack, step.reply.choice.clone(), step.reply.at);
            }
            let stood = format!("{:?}", walk.here);
            prop_assert_eq!(format!("{:?}", again.walk(&pack).here), stood);
        }
    }
}

#[test]
fn a_marker_that_covers_words_gives_them_back() {
    for width in 1..6 {
        Desk::open().size(width, 51).press(Key::Char('j'));
    }
}
