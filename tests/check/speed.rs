//! How long a check takes, and how that grows. Run as
//! `cargo test --release --test check speed -- --ignored --nocapture`.

use std::time::Instant;

use balie::diagnostic::Code;
use balie::lint::Findings;
use balie::pack::Files;

use super::checked;
use super::many::many;
use super::support::pack::files;

#[test]
#[ignore = "a benchmark: run it in release, by name"]
fn a_check_grows_in_proportion() {
    println!("shipped pack: {:.0} ms", milliseconds(&files()));
    let times = [100_u16, 1_000, 10_000].map(|flows| {
        let time = milliseconds(&many(flows.into()));
        let each = time / f64::from(flows);
        println!("{flows} flows of 20 nodes in 3 languages: {time:.0} ms, {each:.2} ms each");
        (time, each)
    });
    let [(_, first), (thousand, _), (_, last)] = times;
    assert!(thousand <= 4_000.0, "1,000 flows take {thousand} ms");
    // What no longer fits a processor's cache, and what else the machine does, take their part.
    assert!(last <= first * 2.0, "{last} ms each, after {first} ms");
}

#[test]
fn a_pack_of_many_flows_of_twenty_nodes_is_read_whole() {
    let shipped = checked(files());
    let findings = checked(many(60));
    assert_eq!(findings.flows, shipped.flows + 60);
    let nodes = |findings: &Findings| findings.coverage.nodes.1;
    assert_eq!(nodes(&findings), nodes(&shipped) + 60 * 20);
    // None of them is on the menu, and none has scenarios.
    let count = |code: Code| {
        let faults = findings.faults.iter();
        faults.filter(|fault| fault.code == code).count()
    };
    assert_eq!((count(Code::FlowNotLed), count(Code::Unvisited)), (60, 60));
}

/// The shortest of three times.
fn milliseconds(files: &Files) -> f64 {
    let times = (0..3).map(|_| {
        let files = files.clone();
        let start = Instant::now();
        checked(files);
        start.elapsed()
    });
    times.min().unwrap_or_default().as_secs_f64() * 1_000.0
}
