//! What the desk costs inside, without a terminal: `cargo bench`.
//!
//! It is no test: it prints a table and never fails. Each row is measured in
//! turns with all others, so that whatever else the machine does hits them all
//! alike, and stands beside a baseline of the same run.

#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing
)]

mod count;
mod large;
mod rows;

use std::time::{Duration, Instant};

use rows::{Run, rows};

/// How often all rows are measured in turn.
const ROUNDS: usize = 25;
/// How long one row is repeated in a round at least.
const AT_LEAST: Duration = Duration::from_millis(2);

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["--write-pack", entries, folder] => {
            large::write(
                entries.parse().expect("a number of entries"),
                folder.as_ref(),
            );
        }
        ["--repeat", name, times] => count::repeat(name, times.parse().expect("a number")),
        _ => table(),
    }
}

fn table() {
    println!("{}", large::reading());
    let (names, mut runs): (Vec<&str>, Vec<Run>) = rows()
        .into_iter()
        .map(|row| (row.name, (row.ready)()))
        .unzip();
    let mut times: Vec<Vec<f64>> = vec![Vec::new(); runs.len()];
    for _ in 0..ROUNDS {
        for (run, times) in runs.iter_mut().zip(&mut times) {
            times.push(once(run));
        }
    }
    print_table(&names, &mut times, &count::all(&names));
}

/// Nanoseconds of one run, as a mean over as many as fill the time.
fn once(run: &mut Run) -> f64 {
    let start = Instant::now();
    let mut runs = 0;
    while start.elapsed() < AT_LEAST {
        run();
        runs += 1;
    }
    start.elapsed().as_nanos() as f64 / f64::from(runs)
}

fn print_table(names: &[&str], times: &mut [Vec<f64>], instructions: &[Option<u64>]) {
    println!(
        "{:<44}{:>12}{:>12}{:>12}{:>10}{:>15}",
        "", "median µs", "10 %", "90 %", "ratio", "instructions"
    );
    let baseline = quantile(times.first_mut().expect("a baseline"), 0.5);
    for ((name, times), instructions) in names.iter().zip(times).zip(instructions) {
        let [low, middle, high] = [0.1, 0.5, 0.9].map(|part| quantile(times, part));
        let counted = instructions.map_or("not to be had".to_owned(), |count| count.to_string());
        println!(
            "{:<44}{:>12.2}{:>12.2}{:>12.2}{:>10.2}{:>15}",
            name,
            middle / 1e3,
            low / 1e3,
            high / 1e3,
            middle / baseline,
            counted
        );
    }
    println!("ratio: to the first row; {ROUNDS} rounds, all rows in turn");
}

fn quantile(times: &mut [f64], part: f64) -> f64 {
    times.sort_by(f64::total_cmp);
    times[((times.len() - 1) as f64 * part).round() as usize]
}
