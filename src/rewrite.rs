//! Writes a file of the author anew: the whole of it or nothing, and only while it is what was read.

use std::fmt;
use std::fs::{self, File, Metadata, OpenOptions};
use std::io;
use std::path::Path;

use crate::whole_file::Fresh;

/// Why a file was left as it is.
#[derive(Debug)]
pub(crate) enum Refused {
    /// Somebody has changed it since it was read.
    Changed,
    /// It may not be written, or something failed.
    Failed(io::Error),
}

/// Puts `new` in the place of the file at `path`, which must still hold `read`.
///
/// The bytes are written beside the file, with its permissions, and renamed to it, so that a reader sees the old or the new
/// file. A link is followed: what it leads to is replaced.
///
/// # Errors
/// [`Refused`]; the file is as it was, and nothing is left beside it.
pub(crate) fn rewrite(path: &Path, read: &[u8], new: &[u8]) -> Result<(), Refused> {
    let path = path.canonicalize()?;
    let metadata = writable(&path)?;
    let fresh = Fresh::beside(&path)?;
    let file = fresh.fill(new)?;
    own(&file, &metadata);
    file.set_permissions(metadata.permissions())?;
    file.sync_all()?;
    // As late as can be: an editor may have saved the file meanwhile.
    if fs::read(&path)? != read {
        return Err(Refused::Changed);
    }
    fresh.rename(&path)?;
    Ok(())
}

/// Writes a file that is not there yet, the whole of it or nothing; its folder is made if need be.
///
/// # Errors
/// [`Refused`]; nothing is left behind.
pub(crate) fn create(path: &Path, new: &[u8]) -> Result<(), Refused> {
    let fresh = Fresh::beside(path)?;
    fresh.fill(new)?.sync_all()?;
    if path.symlink_metadata().is_ok() {
        return Err(Refused::Changed);
    }
    fresh.rename(path)?;
    Ok(())
}

/// Makes sure that the file may be written: renaming asks the folder only.
fn writable(path: &Path) -> io::Result<Metadata> {
    let metadata = fs::metadata(path)?;
    if metadata.permissions().readonly() {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    OpenOptions::new().write(true).open(path)?;
    Ok(metadata)
}

/// Gives the file to the owner of the old one, where that is allowed: who may write a file need not own it.
#[cfg(unix)]
fn own(file: &File, like: &Metadata) {
    use std::os::unix::fs::{MetadataExt, fchown};
    drop(fchown(file, Some(like.uid()), Some(like.gid())));
}

#[cfg(not(unix))]
fn own(_: &File, _: &Metadata) {}

impl From<io::Error> for Refused {
    fn from(error: io::Error) -> Self {
        Self::Failed(error)
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Changed => f.write_str("it was changed meanwhile; run again"),
            Self::Failed(error) if error.kind() == io::ErrorKind::PermissionDenied => {
                f.write_str("permission denied")
            }
            Self::Failed(error) => write!(f, "{error}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::ffi::OsString;

    /// The names in a folder.
    fn names(folder: &Path) -> Vec<OsString> {
        let entries = fs::read_dir(folder).unwrap();
        entries.map(|it| it.unwrap().file_name()).collect()
    }

    #[test]
    fn a_file_that_changed_since_it_was_read_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.toml");
        fs::write(&path, "saved by an editor").unwrap();
        let refused = rewrite(&path, b"what was read", b"what was made of it").unwrap_err();
        assert!(matches!(refused, Refused::Changed), "{refused}");
        assert_eq!(fs::read(&path).unwrap(), b"saved by an editor");
        assert_eq!(names(folder.path()), ["a.toml"]);
        fs::remove_file(&path).unwrap();
        let refused = rewrite(&path, b"what was read", b"what was made of it").unwrap_err();
        assert!(matches!(refused, Refused::Failed(_)), "{refused}");
        assert!(names(folder.path()).is_empty());
    }

    #[cfg(unix)]
    #[test]
    fn permissions_stay_and_a_link_still_leads_there() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("a.toml"), folder.path().join("b.toml"));
        fs::write(&file, "old").unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
        symlink("a.toml", &link).unwrap();
        rewrite(&link, b"old", b"new").unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"new");
        let mode = fs::metadata(&file).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o640);
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(names(folder.path()).len(), 2);
    }
}
