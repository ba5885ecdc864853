//! Reading a pack's folder from disk.

use std::fs;
use std::path::Path;

use anyhow::Context;

use crate::pack::Files;

/// How deep folders may lie in a pack; a link in a circle ends here.
const DEPTH: usize = 6;
/// How many bytes of a file are read: no file of words or structure is larger.
const LARGEST: u64 = 16 * 1024 * 1024;

/// All files of a pack's `data` and `locales` folders.
///
/// # Errors
/// The folder is missing, empty, or cannot be read.
pub fn read_folder(folder: &Path) -> anyhow::Result<Files> {
    let mut files = Files::default();
    fs::read_dir(folder)
        .with_context(|| format!("cannot open the pack folder {}", folder.display()))?;
    for part in ["data", "locales"] {
        let inside = folder.join(part);
        if inside.exists() {
            collect(&inside, part, DEPTH, &mut files)?;
        }
    }
    anyhow::ensure!(
        files.iter().next().is_some(),
        "the pack folder {} holds no data and no locales: a pack has data/pack.toml, data/flows and locales",
        folder.display()
    );
    Ok(files)
}

fn collect(folder: &Path, name: &str, depth: usize, files: &mut Files) -> anyhow::Result<()> {
    anyhow::ensure!(
        depth > 0,
        "folders lie too deep, or a link goes round: {}",
        folder.display()
    );
    let entries =
        fs::read_dir(folder).with_context(|| format!("cannot open {}", folder.display()))?;
    for entry in entries {
        let entry = entry.with_context(|| format!("cannot read {}", folder.display()))?;
        let path = entry.path();
        let name = format!("{name}/{}", entry.file_name().to_string_lossy());
        if path.is_dir() {
            collect(&path, &name, depth - 1, files)?;
        } else if path
            .extension()
            .is_some_and(|end| end == "toml" || end == "ftl")
        {
            files.insert(name, read(&path)?);
        }
    }
    Ok(())
}

fn read(path: &Path) -> anyhow::Result<Vec<u8>> {
    let size = fs::metadata(path)
        .with_context(|| format!("cannot read {}", path.display()))?
        .len();
    anyhow::ensure!(
        size <= LARGEST,
        "{} is too large for a file of a pack",
        path.display()
    );
    fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}
