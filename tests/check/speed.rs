//! How long a check takes, and how that grows. Run as
//! `cargo test --release --test check speed -- --ignored --nocapture`.

use std::time::Instant;

use balie::pack::Files;
use balie::report::Code;

use super::checked;
use super::many::many;

#[test]
#[ignore = "a benchmark: run it in release, by name"]
fn a_check_grows_in_proportion() {
    let mut last = None;
    println!("shipped pack: {} ms", milliseconds(&Files::embedded()));
    for flows in [100, 1_000, 10_000] {
        let time = milliseconds(&many(flows));
        println!("{flows} flows of 20 nodes in 3 languages: {time} ms");
        if let Some(before) = last {
            assert!(
                time < before * 16,
                "ten times as many take {time} ms after {before} ms"
            );
        }
        last = Some(time.max(1));
    }
}

/// Also what a fault in every file does not slow down beyond proportion.
#[test]
fn a_pack_of_many_flows_is_read_whole() {
    let files = many(60);
    let findings = checked(files);
    assert_eq!(findings.flows, 67);
    // None of them is on the menu, and none has scenarios.
    let count = |code: Code| {
        let faults = findings.faults.iter();
        faults.filter(|fault| fault.code == code).count()
    };
    assert_eq!((count(Code::FlowNotLed), count(Code::Unvisited)), (60, 60));
}

fn milliseconds(files: &Files) -> u128 {
    let times = (0..3).map(|_| {
        let files = files.clone();
        let start = Instant::now();
        checked(files);
        start.elapsed().as_millis()
    });
    times.min().unwrap_or_default()
}
