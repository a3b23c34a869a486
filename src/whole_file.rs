//! Files that are written whole or not at all.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Writes beside and renames, so that a failure leaves the file that was there, and so that another name of that file keeps
/// its bytes. A file that says the same already is not touched.
///
/// # Errors
/// When a folder cannot be made or the file not be written.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if fs::metadata(path).is_ok_and(|it| it.len() == bytes.len() as u64)
        && fs::read(path).is_ok_and(|it| it == bytes)
    {
        return Ok(());
    }
    let fresh = Fresh::beside(path)?;
    fresh.fill(bytes)?;
    fresh.rename(path)
}

/// Makes `to` a copy of `from`, whole or not at all.
///
/// # Errors
/// When one cannot be read or the other not be written.
pub(crate) fn copy(from: &Path, to: &Path) -> io::Result<()> {
    let fresh = Fresh::beside(to)?;
    io::copy(&mut File::open(from)?, &mut fresh.create()?)?;
    fresh.rename(to)
}

/// A file beside another, to be renamed to it; it is removed again unless it was.
pub(crate) struct Fresh {
    path: PathBuf,
}

impl Fresh {
    /// A name beside `path` that is hidden, so that no run takes it for a record. The folder is made if need be.
    ///
    /// # Errors
    /// When the folder cannot be made, or `path` ends with no name.
    pub(crate) fn beside(path: &Path) -> io::Result<Self> {
        let Some(name) = path.file_name() else {
            return Err(io::ErrorKind::InvalidInput.into());
        };
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        let mut hidden = OsString::from(".");
        hidden.push(name);
        hidden.push(format!(".{}", std::process::id()));
        let path = path.with_file_name(hidden);
        Ok(Self { path })
    }

    /// The file, still empty.
    ///
    /// # Errors
    /// When it cannot be made.
    pub(crate) fn create(&self) -> io::Result<File> {
        // One that is there was left by a process that died; it had the same number.
        drop(fs::remove_file(&self.path));
        let mut options = OpenOptions::new();
        options.write(true).create_new(true).open(&self.path)
    }

    /// Writes these bytes, and returns the file.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub(crate) fn fill(&self, bytes: &[u8]) -> io::Result<File> {
        let mut file = self.create()?;
        file.write_all(bytes)?;
        Ok(file)
    }

    /// Puts it in the place of `path`.
    ///
    /// # Errors
    /// When that is not possible.
    pub(crate) fn rename(&self, path: &Path) -> io::Result<()> {
        fs::rename(&self.path, path)
    }
}

impl Drop for Fresh {
    fn drop(&mut self) {
        // After a rename there is nothing under this name.
        drop(fs::remove_file(&self.path));
    }
}
