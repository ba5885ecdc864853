//! Instructions, which do not jitter: counted by valgrind where it is there,
//! as the difference between two numbers of runs of this very program.

use std::process::Command;

use crate::rows::rows;

/// Runs that are counted, beyond one.
const RUNS: u64 = 20;

/// Instructions of one run of each row; none where they cannot be counted, or where that would take too long.
pub fn all(names: &[&str]) -> Vec<Option<u64>> {
    if !std::env::var("BENCH_COUNT").is_ok_and(|wanted| wanted == "1") {
        println!("instructions: with BENCH_COUNT=1 valgrind counts them, which takes a minute");
        return vec![None; names.len()];
    }
    let small = |name: &str| !name.contains(",000");
    let counted = names.iter();
    counted
        .map(|name| Some(*name).filter(|name| small(name)).and_then(per_run))
        .collect()
}

fn per_run(name: &str) -> Option<u64> {
    let [one, many] = [1, 1 + RUNS].map(|times| counted(name, times));
    Some(many?.checked_sub(one?)? / RUNS)
}

/// All instructions of a program that does one row so often.
fn counted(name: &str, times: u64) -> Option<u64> {
    let output = Command::new("valgrind")
        .args([
            "--tool=cachegrind",
            "--cache-sim=no",
            "--cachegrind-out-file=/dev/null",
        ])
        .arg(std::env::current_exe().ok()?)
        .args(["--repeat", name, &times.to_string()])
        .output()
        .ok()?;
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    let line = told.lines().find(|line| line.contains("refs:"))?;
    let digits = line
        .rsplit(':')
        .next()?
        .chars()
        .filter(char::is_ascii_digit);
    digits.collect::<String>().parse().ok()
}

/// Does one row so often, for the counter.
pub fn repeat(name: &str, times: u64) {
    for row in rows().into_iter().filter(|row| row.name == name) {
        let mut run = (row.ready)();
        (0..times).for_each(|_| run());
    }
}
