//! The pack that the tests stand on. Its words and its flows stay as they are, so that what a keeper
//! changes in the shipped ones breaks no test of the program.

#![allow(dead_code, clippy::unwrap_used)]

use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use balie::pack::{Files, Pack};

/// Where it stands.
const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pack");

/// A path in the pack, and what stands there.
type Named = (String, Vec<u8>);

/// Its files, to be changed at will.
pub(crate) fn files() -> Files {
    static READ: OnceLock<Vec<Named>> = OnceLock::new();
    let mut files = Files::default();
    for (path, bytes) in READ.get_or_init(read) {
        files.insert(path.clone(), bytes.clone());
    }
    files
}

/// The pack itself.
pub(crate) fn pack() -> Pack {
    Pack::open(files()).unwrap()
}

/// Its files with one of them changed.
pub(crate) fn changed(path: &'static str, change: impl FnOnce(&str) -> String) -> Files {
    let mut files = files();
    let text = change(files.text(path).unwrap());
    files.insert(path, text.into_bytes());
    files
}

/// Its files with another text in the place of one that must stand there.
pub(crate) fn replaced(path: &'static str, there: &str, instead: &str) -> Files {
    changed(path, |text| {
        assert!(text.contains(there), "{path} no longer has {there:?}");
        text.replacen(there, instead, 1)
    })
}

/// Writes files to a folder.
pub(crate) fn write(files: &Files, folder: &Path) {
    for (path, bytes) in files.iter() {
        let file = folder.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
    }
}

fn read() -> Vec<Named> {
    let mut found = Vec::new();
    for folder in ["data", "locales"] {
        collect(folder, &mut found);
    }
    found
}

fn collect(folder: &str, found: &mut Vec<Named>) {
    for entry in fs::read_dir(Path::new(FOLDER).join(folder)).unwrap() {
        let entry = entry.unwrap();
        let name = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.file_type().unwrap().is_dir() {
            collect(&name, found);
        } else {
            found.push((name, fs::read(entry.path()).unwrap()));
        }
    }
}
