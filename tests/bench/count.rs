//! Instructions, which do not jitter: counted by valgrind, where it is there,
//! as the difference between two numbers of runs of this very program.

use std::process::Command;

use crate::rows::{Row, rows};

/// Runs that are counted, beyond one.
const RUNS: u64 = 20;

/// Instructions of one run of each row; none where they cannot be counted.
pub fn all(rows: &[Row]) -> Vec<Option<u64>> {
    let wanted = std::env::var_os("BENCH_COUNT").is_some();
    if !wanted {
        println!("instructions: set BENCH_COUNT=1 to have valgrind count them (minutes)");
    }
    let counted = rows.iter().map(|row| {
        let small = !row.name.contains(",000");
        (wanted && small).then(|| per_run(row.name)).flatten()
    });
    counted.collect()
}

fn per_run(name: &str) -> Option<u64> {
    let [one, many] = [1, 1 + RUNS].map(|times| counted(name, times));
    Some(many?.checked_sub(one?)? / RUNS)
}

fn counted(name: &str, times: u64) -> Option<u64> {
    let this = std::env::current_exe().ok()?;
    let output = Command::new("valgrind")
        .args(["--tool=none", "--log-file=/dev/null"])
        .args([
            "--tool=cachegrind",
            "--cache-sim=no",
            "--cachegrind-out-file=/dev/null",
        ])
        .args(["--log-fd=2"])
        .arg(this)
        .args(["--repeat", name, &times.to_string()])
        .output()
        .ok()?;
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    let line = told
        .lines()
        .find(|line| line.contains("I refs:") || line.contains("I   refs:"))?;
    let digits: String = line
        .rsplit(':')
        .next()?
        .chars()
        .filter(char::is_ascii_digit)
        .collect();
    digits.parse().ok()
}

/// Runs one row so often, for the counter.
pub fn repeat(name: &str, times: u64) {
    let small = rows_of(name);
    for mut row in small {
        (0..times).for_each(|_| (row.run)());
    }
}

fn rows_of(name: &str) -> Vec<Row> {
    rows().into_iter().filter(|row| row.name == name).collect()
}
