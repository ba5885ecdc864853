//! From the home screen to every end, and the questions of a busy day.

use std::collections::BTreeSet;

use balie::i18n::Text;
use balie::id::{FlowId, NodeId};
use balie::pack::Kind;

use crate::support::Desk;
use crate::support::pack::pack;

/// Keys from home, and the end they lead to; the shortest way to each.
const ENDS: [(&str, &str); 19] = [
    ("6 2 1 1", "change/solved"),
    ("1 1 1 2 4 1", "first-time/address-solved"),
    ("1 1 1 1 2", "first-time/information-management"),
    ("1 2 1 1", "first-time/mail-found"),
    ("1 2 2 2", "first-time/no-code"),
    ("1 2 2 1", "first-time/number-solved"),
    ("1 1 2 2", "forgotten/no-method"),
    ("1 1 2 1 1", "forgotten/solved"),
    ("3 1 4 2 2", "locked/locked-again"),
    ("3 1 4 1", "locked/solved"),
    ("4 2 2", "mfa/address-faq"),
    ("4 2 1", "mfa/address-phone-gone"),
    ("4 1 1 4", "mfa/no-means"),
    ("4 1 2", "mfa/number-faq"),
    ("4 1 1 1 1", "mfa/solved"),
    ("9 1 1 5", "other/closed"),
    ("1 3 3", "other/hand-over"),
    ("5 1 1", "which-name/clear"),
    ("5 9", "which-name/overview"),
];

#[test]
fn keys_lead_to_every_end() {
    for (keys, end) in ENDS {
        assert_eq!(Desk::open().keys(keys).here(), end, "after {keys}");
    }
}

#[test]
fn no_end_is_forgotten() {
    let pack = pack();
    let mut ends = BTreeSet::new();
    for id in pack.flow_ids() {
        let nodes = pack.flow(id).unwrap().nodes();
        let of_flow = nodes
            .iter()
            .filter(|node| matches!(node.kind, Kind::End(_)));
        ends.extend(of_flow.map(|node| format!("{id}/{}", node.id)));
    }
    let listed: BTreeSet<String> = ENDS.iter().map(|(_, end)| (*end).to_owned()).collect();
    assert_eq!(listed, ends);
}

#[test]
fn every_end_is_read_in_every_language_on_small_screens_too() {
    for (keys, end) in ENDS {
        for lang in ["nl", "en", "fr"] {
            for (width, height) in [(80, 24), (40, 12)] {
                let mut desk = Desk::open().desk_lang(lang).size(width, height).keys(keys);
                let (flow, node) = end.split_once('/').unwrap();
                let flow = FlowId::new(flow);
                let words = desk
                    .model
                    .person_voice()
                    .say(&Text::Flow(&flow, node.to_owned()));
                assert!(desk.shows(&words), "{end} in {lang}\n{}", desk.screen());
                for link in links(&desk, end) {
                    assert!(desk.finds(&link), "{link} at {end}\n{}", desk.screen());
                }
            }
        }
    }
}

/// The addresses of an end.
fn links(desk: &Desk, end: &str) -> Vec<String> {
    let (flow, node) = end.split_once('/').unwrap();
    let pack = desk.model.pack();
    let node = pack.node(&FlowId::new(flow), &NodeId::new(node)).unwrap();
    let links = node
        .links
        .iter()
        .map(|link| pack.known().link(link).unwrap());
    links.map(|link| link.url.to_string()).collect()
}

#[test]
fn an_end_offers_the_next_person() {
    for (keys, end) in ENDS {
        let desk = Desk::open().keys(keys).keys("F8");
        assert_eq!(desk.here(), "", "after {end}");
        assert!(desk.model.cases().is_empty(), "after {end}");
    }
}

/// What people come with most, in at most five keys, with what they must then read in each language.
const QUESTIONS: [(&str, &str, [&str; 3]); 5] = [
    (
        "locked ten minutes ago",
        "3 1 3",
        ["14:25", "14:25", "14:25"],
    ),
    (
        "forgotten Odisee password",
        "2 1 1 1",
        [
            "https://aka.ms/sspr",
            "https://aka.ms/sspr",
            "https://aka.ms/sspr",
        ],
    ),
    (
        "no activation mail from KU Leuven",
        "1 2 1",
        ["\"account\"", "\"account\"", "« account »"],
    ),
    (
        "the desk in Gent",
        "8",
        ["gebouw A", "building A", "bâtiment A"],
    ),
    (
        "what opens Toledo",
        "5 1",
        ["met r of s", "with r or s", "avec r ou s"],
    ),
];

#[test]
fn the_questions_of_a_busy_day_take_five_keys() {
    for (question, keys, answers) in QUESTIONS {
        assert!(keys.split(' ').count() <= 5, "{question}");
        for (lang, answer) in ["nl", "en", "fr"].into_iter().zip(answers) {
            for (width, height) in [(80, 24), (40, 12)] {
                let mut desk = Desk::open().desk_lang(lang).size(width, height).keys(keys);
                assert!(
                    desk.finds(answer),
                    "{question} in {lang}: {answer}\n{}",
                    desk.screen()
                );
            }
        }
    }
}
