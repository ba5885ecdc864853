//! Nobody is led past a wait, or past advice that must come first.

use std::collections::BTreeSet;

use balie::app::{Finder, Found, Hit};
use balie::i18n::{Localizer, Text, open_wait};
use balie::pack::{Flow, Kind, Pack, Target};

use crate::support::pack::replaced;
use crate::support::{Desk, shipped};

/// The nodes that some way from the start of their flow reaches past a wait or advice, and the waits.
fn dangerous(flow: &Flow) -> BTreeSet<String> {
    fn walk(flow: &Flow, target: &Target, past: bool, seen: &mut BTreeSet<(bool, String)>) {
        let Target::Here(id) = target else { return };
        let kind = &flow.node(id).expect("a sound flow").kind;
        let bad = past || matches!(kind, Kind::Wait { .. });
        if seen.insert((bad, id.to_string())) {
            let past = past || matches!(kind, Kind::Wait { .. } | Kind::Advice { .. });
            for target in kind.targets() {
                walk(flow, target, past, seen);
            }
        }
    }
    let mut seen = BTreeSet::new();
    walk(flow, &Target::Here(flow.start().clone()), false, &mut seen);
    let bad = seen.into_iter().filter(|(bad, _)| *bad);
    bad.map(|(_, id)| id).collect()
}

/// All that is said at the nodes of a pack, in every language.
fn said(pack: &Pack, words: &Localizer) -> Vec<String> {
    let mut said = Vec::new();
    for flow in pack.flow_ids() {
        for node in pack.flow(flow).expect("a sound flow").nodes() {
            let parts = [node.id.to_string(), format!("{}.search", node.id)];
            for voice in words.langs().map(|lang| words.voice(lang)) {
                let texts = parts.iter().map(|part| Text::Flow(flow, part.clone()));
                said.extend(texts.filter_map(|text| voice.say_if_any_with(&text, open_wait())));
            }
        }
    }
    said.iter()
        .flat_map(|text| text.split(','))
        .map(str::to_owned)
        .collect()
}

#[test]
fn no_hit_lies_behind_a_wait_or_advice() {
    let pack = shipped();
    let words = Localizer::of(&pack);
    let finder = Finder::of(&pack, &words);
    let mut nodes = BTreeSet::new();
    for query in said(&pack, &words) {
        for Hit { found, .. } in finder.find(&query, &pack, &words) {
            let Found::Node(place) = found else { continue };
            let flow = pack.flow(&place.flow).expect("a sound flow");
            let node = place.node.to_string();
            assert!(
                !dangerous(flow).contains(&node),
                "{query} finds {}/{node}",
                flow.id()
            );
            nodes.insert((place.flow, node));
        }
    }
    assert!(nodes.len() > 20, "only {} nodes were found", nodes.len());
}

#[test]
fn what_lies_behind_a_wait_opens_its_flow_once() {
    for typed in [
        "16 minuten",
        "probeer nu één keer, rustig",
        "opnieuw geblokkeerd, dat duurt nu langer",
    ] {
        let mut desk = Desk::open().keys("/").types(typed);
        assert_eq!(
            desk.screen().matches("▸ Te vaak fout: geblokkeerd").count(),
            1,
            "{}",
            desk.screen()
        );
        assert_eq!(
            desk.keys("Enter").here(),
            Desk::open().keys("3").here(),
            "{typed}"
        );
    }
}

#[test]
fn a_user_name_leads_past_no_wait_either() {
    let files = replaced(
        "data/accounts.toml",
        "flow:which-name/typed-number",
        "flow:locked/pause",
    );
    let pack = Pack::open(files).expect("it opens");
    let mut desk = Desk::with(pack).keys("/").types("r0123456").keys("Enter");
    assert_eq!(
        desk.here(),
        Desk::open().keys("3").here(),
        "{}",
        desk.screen()
    );
}
