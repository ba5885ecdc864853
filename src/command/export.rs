//! `balie export`: the pack in the program as a folder, to be edited.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use anyhow::Context;

use super::{CLEAN, Failure, printing};
use crate::pack::Files;

pub(super) fn run(folder: &Path) -> Result<u8, Failure> {
    // Nothing that somebody wrote is ever written over.
    let is_full = match fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => false,
        entries => {
            let mut entries =
                entries.with_context(|| format!("cannot open {}", folder.display()))?;
            entries.next().is_some()
        }
    };
    if is_full {
        return Err(Failure::Use(format!(
            "the folder {} is not empty: name one that is, or that is not there yet",
            folder.display()
        )));
    }
    let files = Files::embedded();
    for (path, bytes) in files.iter() {
        let to = folder.join(path);
        if let Some(above) = to.parent() {
            fs::create_dir_all(above)
                .with_context(|| format!("cannot make the folder {}", above.display()))?;
        }
        fs::write(&to, bytes).with_context(|| format!("cannot write {}", to.display()))?;
    }
    printing::print(&format!(
        "{} files written to {}\nread data/README.md there; then: balie check {}",
        files.iter().count(),
        folder.display(),
        folder.display()
    ))?;
    Ok(CLEAN)
}
