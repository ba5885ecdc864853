//! `balie export`: the pack in the program as a folder, to be edited.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use anyhow::Context;

use super::{CLEAN, Failure, printing};
use crate::pack::Files;

pub(super) fn run(folder: &Path) -> Result<u8, Failure> {
    refuse_full(folder)?;
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

/// Nothing that somebody wrote is ever written over.
fn refuse_full(folder: &Path) -> Result<(), Failure> {
    match fs::read_dir(folder) {
        Ok(mut entries) => match entries.next() {
            None => Ok(()),
            Some(_) => Err(Failure::Use(format!(
                "the folder {} is not empty: name one that is, or that is not there yet",
                folder.display()
            ))),
        },
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        Err(error) => Err(anyhow::Error::new(error)
            .context(format!("cannot open {}", folder.display()))
            .into()),
    }
}
