//! Any text as a flow's file. Runs for as many seconds as FUZZ_SECONDS says;
//! without it, briefly.

use std::time::{Duration, Instant};

use balie::diagnostic::{Dress, render};
use balie::id::FlowId;
use balie::pack::{Files, Pack};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

/// Pieces of flows, whole and broken, that random bytes would never hit upon.
const PIECES: [&str; 28] = [
    "start = \"a\"\n",
    "[[question]]\n",
    "[[advice]]\n",
    "[[wait]]\n",
    "[[end]]\n",
    "[question]\n",
    "id = \"a\"\n",
    "id = \"b\"\n",
    "id = 1979-05-27\n",
    "sources = [\"odisee-faq\"]\n",
    "answers = [{ id = \"x\", to = \"a\" }, { id = \"y\", to = \"b\", ago = 5 }]\n",
    "answers = []\n",
    "steps = [\"s\"]\n",
    "worked = \"b\"\n",
    "failed = \"flow:other/hand-over\"\n",
    "minutes = \"lockout-minutes\"\n",
    "to = \"a\"\n",
    "outcome = [\"ticket\"]\n",
    "outcome = \"\"\n",
    "links = [\"ms-sspr\"]\n",
    "\u{202e}",
    "\u{feff}",
    "\"",
    "{",
    "]",
    "# é\n",
    "x.y.z = 1e400\n",
    "\r\n",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => proptest::sample::select(PIECES.to_vec()).prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

#[test]
fn any_text_is_a_flow_or_has_faults_that_can_be_shown() {
    let seconds = std::env::var("FUZZ_SECONDS").ok();
    let seconds: u64 = seconds.and_then(|text| text.parse().ok()).unwrap_or(1);
    let until = Instant::now() + Duration::from_secs(seconds);
    let config = Config {
        cases: 64,
        failure_persistence: None,
        ..Config::default()
    };
    let mut runner = TestRunner::new(config);
    let shipped = Files::embedded();
    while Instant::now() < until {
        let outcome = runner.run(&text(), |text| {
            let mut files = Files::default();
            for path in [
                "data/pack.toml",
                "data/sources.toml",
                "data/facts.toml",
                "data/links.toml",
            ] {
                files.insert(
                    path,
                    shipped.text(path).unwrap_or_default().as_bytes().to_vec(),
                );
            }
            files.insert("data/flows/fuzz.toml", text.clone().into_bytes());
            let pack = Pack::draft_of(files);
            if let Err(faults) = pack.flow(&FlowId::new("fuzz")) {
                prop_assert!(!faults.is_empty());
                let report = render(faults, |_| Some(&text), Dress::Plain);
                prop_assert!(report.contains("data/flows/fuzz.toml"));
                let steers = report
                    .chars()
                    .any(|c| c != '\n' && balie::sanitize::steers(c));
                prop_assert!(!steers);
            }
            Ok(())
        });
        outcome.unwrap();
    }
}
