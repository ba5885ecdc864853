//! Writing a file so that it is never seen half.

use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use tempfile::Builder;

use crate::app::event::{Effect, SaveFault, Saved};
use crate::sanitize::sanitize;

/// Writes a file whole or not at all: into a new file beside it, which then
/// takes its name and its permissions. A link is followed; what is not a plain file is left alone.
///
/// # Errors
/// The folder is missing or may not be written to, the disk is full, or
/// something that is no file stands there.
pub fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let place = place_of(path);
    if place.exists() && !place.is_file() {
        return Err(io::Error::other(
            "something that is not a plain file stands there",
        ));
    }
    let mut builder = Builder::new();
    builder.prefix(".balie-");
    // As for any new file; the default would hide it from everybody else.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder(&place))?;
    if let Ok(there) = fs::metadata(&place) {
        file.as_file().set_permissions(there.permissions())?;
    }
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(&place).map_err(|failed| failed.error)?;
    Ok(())
}

/// Where a link leads, also to a file that is not there yet; else the path itself.
fn place_of(path: &Path) -> PathBuf {
    let to = || Some(folder(path).join(fs::read_link(path).ok()?));
    let place = fs::canonicalize(path).ok();
    place.or_else(to).unwrap_or_else(|| path.to_owned())
}

/// Writes the file that the desk asks for into the folder it was started from; gives back what
/// asks for something else.
pub(super) fn carry_out(effect: Effect) -> Result<Saved, Effect> {
    let Effect::Save { name, text } = effect else {
        return Err(effect);
    };
    let path = std::path::absolute(&name).unwrap_or_else(|_| PathBuf::from(&name));
    let written = write_whole(&path, text.as_bytes());
    Ok(Saved {
        path: sanitize(&path.display().to_string()).into_owned(),
        fault: written.err().map(|error| fault(&error)),
    })
}

/// Why a file could not be written, without the name of the one beside it.
pub(super) fn why_not(error: &io::Error) -> &'static str {
    match fault(error) {
        SaveFault::Denied => "writing is not allowed there",
        SaveFault::NoFolder => "its folder does not exist",
        SaveFault::Full => "there is no room left",
        SaveFault::Other => "something that is no plain file stands there, or the disk fails",
    }
}

fn fault(error: &io::Error) -> SaveFault {
    match error.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => SaveFault::Denied,
        ErrorKind::NotFound | ErrorKind::NotADirectory => SaveFault::NoFolder,
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => SaveFault::Full,
        _ => SaveFault::Other,
    }
}

fn folder(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if folder != Path::new("") => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}
