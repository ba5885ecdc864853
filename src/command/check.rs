//! `balie check`: all faults of a pack in one run.

use std::path::PathBuf;

use super::settings_folder::open_pack;
use super::{CLEAN, FINDINGS, Failure, printing};
use crate::cli::Options;
use crate::pack::Pack;
use crate::report::{Diagnostic, render};

pub(super) fn run(options: &Options, dir: Option<PathBuf>) -> Result<u8, Failure> {
    let folder = dir.or_else(|| options.pack.clone());
    let pack = open_pack(folder.as_deref())?;
    let faults = faults(&pack);
    let report = render(&faults, |path| pack.files().text(path), printing::dress());
    printing::print_report(&report)?;
    printing::print(&summary(&pack, faults.len()))?;
    Ok(if faults.is_empty() { CLEAN } else { FINDINGS })
}

fn faults(pack: &Pack) -> Vec<Diagnostic> {
    let flows = pack.flow_ids().filter_map(|flow| pack.flow(flow).err());
    pack.faults()
        .iter()
        .chain(flows.flatten())
        .cloned()
        .collect()
}

fn summary(pack: &Pack, faults: usize) -> String {
    let flows = pack.flow_ids().count();
    match faults {
        0 => format!("{flows} flows read, no faults"),
        1 => format!("{flows} flows read, 1 fault"),
        _ => format!("{flows} flows read, {faults} faults"),
    }
}
