//! Writes a file of the author anew: the whole of it or nothing, and only while it is what was read.

use std::fmt;
use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Write};
use std::path::Path;
use std::time::SystemTime;

use crate::whole_file::Fresh;

/// Why a file was left as it is.
#[derive(Debug)]
pub(crate) enum Refused {
    /// Somebody has changed it since it was read.
    Changed,
    /// It may not be written, or something failed.
    Failed(io::Error),
}

/// A file as it was found, without its bytes: which one it is, how long, and when it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Seen {
    length: u64,
    modified: Option<SystemTime>,
    #[cfg(unix)]
    node: (u64, u64),
}

impl Seen {
    /// What these metadata say.
    pub(crate) fn of(metadata: &Metadata) -> Self {
        #[cfg(unix)]
        use std::os::unix::fs::MetadataExt;
        Self {
            length: metadata.len(),
            modified: metadata.modified().ok(),
            #[cfg(unix)]
            node: (metadata.dev(), metadata.ino()),
        }
    }
}

/// Puts `new` in the place of the file at `path`, which must still hold `read`; else as [`refill`].
///
/// # Errors
/// [`Refused`]; the file is as it was, and nothing is left beside it.
pub(crate) fn rewrite(path: &Path, read: &[u8], new: &[u8]) -> Result<(), Refused> {
    let fill = |file: &mut File| file.write_all(new);
    exchange(path, fill, |path| Ok(fs::read(path)? == read))
}

/// Puts what `fill` writes in the place of the file at `path`, which must still be the one that was `seen`: for files that are
/// too large to be held.
///
/// The bytes are written beside the file, with its permissions, and renamed to it, so that a reader sees the old or the new
/// file. A link is followed: what it leads to is replaced.
///
/// # Errors
/// [`Refused`]; the file is as it was, and nothing is left beside it.
pub(crate) fn refill(
    path: &Path,
    seen: &Seen,
    fill: impl FnOnce(&mut File) -> io::Result<()>,
) -> Result<(), Refused> {
    exchange(path, fill, |path| {
        Ok(Seen::of(&fs::metadata(path)?) == *seen)
    })
}

fn exchange(
    path: &Path,
    fill: impl FnOnce(&mut File) -> io::Result<()>,
    is_same: impl FnOnce(&Path) -> io::Result<bool>,
) -> Result<(), Refused> {
    let path = path.canonicalize()?;
    let metadata = writable(&path)?;
    let fresh = Fresh::beside(&path)?;
    let mut file = fresh.create()?;
    fill(&mut file)?;
    own(&file, &metadata);
    file.set_permissions(metadata.permissions())?;
    file.sync_all()?;
    // As late as can be: an editor may have saved the file meanwhile.
    if !is_same(&path)? {
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

    #[test]
    fn a_file_that_is_not_the_one_that_was_seen_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.pptx");
        fs::write(&path, "as it was").unwrap();
        let seen = Seen::of(&fs::metadata(&path).unwrap());
        let fill = |file: &mut File| file.write_all(b"new");
        refill(&path, &seen, fill).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        let refused = refill(&path, &seen, fill).unwrap_err();
        assert!(matches!(refused, Refused::Changed), "{refused}");
        let half = |file: &mut File| {
            file.write_all(b"half")?;
            Err(io::ErrorKind::StorageFull.into())
        };
        let seen = Seen::of(&fs::metadata(&path).unwrap());
        let refused = refill(&path, &seen, half).unwrap_err();
        assert!(matches!(refused, Refused::Failed(_)), "{refused}");
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(names(folder.path()), ["a.pptx"]);
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
