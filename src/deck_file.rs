//! A deck on disk, and the lock beside it: read once, written whole or not at all.

use std::ffi::OsString;
use std::fs;
use std::io::{self, Cursor, ErrorKind};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, anyhow, bail, ensure};
use export::refresh::Lock;
use ooxml::{Error, Package, limits};

use crate::rewrite::{self, Refused};
use crate::whole_file;

/// A deck as it was read, and its lock.
pub(crate) struct DeckFile {
    path: PathBuf,
    bytes: Vec<u8>,
    lock_path: PathBuf,
    /// The bytes of the lock, if there is one.
    lock_bytes: Option<Vec<u8>>,
    /// What was last written; empty if there is no lock.
    pub(crate) lock: Lock,
}

/// A deck that is open in memory.
pub(crate) type Open<'a> = Package<Cursor<&'a [u8]>>;

/// How a deck is saved.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Saving {
    /// Whether what was there is kept beside it.
    pub(crate) backup: bool,
    /// Whether a signature may be broken.
    pub(crate) force: bool,
}

impl DeckFile {
    /// Reads the deck at `path` and its lock.
    ///
    /// # Errors
    /// Either cannot be read, is too large, or is no such file.
    pub(crate) fn read(path: &Path) -> anyhow::Result<Self> {
        ensure!(
            !path.is_dir(),
            "`{}` is a folder: name the decks in it",
            path.display()
        );
        let bytes = bytes(path).map_err(|error| about(path, &error))?;
        let lock_path = lock_path(path);
        let lock_bytes = match fs::read(&lock_path) {
            Ok(bytes) => Some(bytes),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => bail!("`{}` cannot be read: {error}", lock_path.display()),
        };
        let text = lock_bytes.as_deref().map(std::str::from_utf8).transpose();
        let text = text.map_err(|_| anyhow!("`{}` is not UTF-8", lock_path.display()))?;
        let lock = text.map(Lock::read).transpose();
        let lock = lock.map_err(|error| anyhow!("`{}`: {error}", lock_path.display()))?;
        Ok(Self {
            path: path.to_owned(),
            bytes,
            lock_path,
            lock_bytes,
            lock: lock.unwrap_or_default(),
        })
    }

    /// Opens it in memory.
    ///
    /// # Errors
    /// It is no package, or breaks a limit.
    pub(crate) fn open(&self) -> anyhow::Result<Open<'_>> {
        let package = Package::open(Cursor::new(self.bytes.as_slice()));
        package.map_err(|error| about(&self.path, &error))
    }

    /// Refuses a lock that is of another deck than one with shapes of these names.
    ///
    /// # Errors
    /// It is.
    pub(crate) fn check_lock(&self, names: &[&str]) -> anyhow::Result<()> {
        let belongs = self.lock.belongs_to(names);
        belongs.map_err(|error| anyhow!("`{}` {error}", self.lock_path.display()))
    }

    /// Writes what was changed: the deck if anything in it was, then the lock if it says something else. A deck in which
    /// nothing was changed is not touched. Says whether the deck was written.
    ///
    /// # Errors
    /// Either is as it was, or the deck is written and the lock is not: then a second run comes to the same.
    pub(crate) fn save(
        &self,
        package: &mut Open,
        lock: &Lock,
        saving: Saving,
    ) -> anyhow::Result<bool> {
        let cannot = |error| about(&self.path, &error);
        let changed = package.is_changed().map_err(cannot)?;
        if changed {
            self.refuse_if_open()?;
            let signed = package.is_signed().map_err(cannot)?;
            ensure!(
                saving.force || !signed,
                "`{}` is signed, and a change breaks the signature: say `--force` to write it all the same",
                self.path.display()
            );
            let mut out = Vec::with_capacity(self.bytes.len());
            package.save_checked(&mut out).map_err(cannot)?;
            if saving.backup {
                let path = beside(&self.path, "", ".bak");
                let kept = whole_file::write(&path, &self.bytes);
                kept.with_context(|| format!("`{}` cannot be written", path.display()))?;
            }
            rewrite::rewrite(&self.path, &self.bytes, &out)
                .map_err(|why| cannot_write(&self.path, &why))?;
        }
        self.save_lock(lock)?;
        Ok(changed)
    }

    /// Removes the lock beside `path`, if there is one.
    ///
    /// # Errors
    /// It cannot be removed.
    pub(crate) fn remove_lock(path: &Path) -> io::Result<()> {
        match fs::remove_file(lock_path(path)) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    /// Writes the lock if it says something else than the one that was read.
    ///
    /// # Errors
    /// It cannot be written; it is as it was.
    pub(crate) fn save_lock(&self, lock: &Lock) -> anyhow::Result<()> {
        if *lock == self.lock {
            return Ok(());
        }
        let text = lock.write();
        let written = match &self.lock_bytes {
            Some(bytes) => rewrite::rewrite(&self.lock_path, bytes, text.as_bytes()),
            None => rewrite::create(&self.lock_path, text.as_bytes()),
        };
        written.map_err(|why| cannot_write(&self.lock_path, &why))
    }

    /// Refuses to write while a program has the deck open: it would overwrite the change when it saves.
    fn refuse_if_open(&self) -> anyhow::Result<()> {
        for (program, before, after) in [("PowerPoint", "~$", ""), ("LibreOffice", ".~lock.", "#")]
        {
            let mark = beside(&self.path, before, after);
            ensure!(
                !mark.exists(),
                "`{}` is open in {program}: close it there and run again; if it is not, remove `{}`",
                self.path.display(),
                mark.display()
            );
        }
        Ok(())
    }
}

/// The bytes of a deck that is not too large.
fn bytes(path: &Path) -> Result<Vec<u8>, Error> {
    let metadata = fs::metadata(path)?;
    if metadata.len() > limits::MAX_FILE_BYTES {
        return Err(Error::FileTooLarge);
    }
    Ok(fs::read(path)?)
}

fn lock_path(deck: &Path) -> PathBuf {
    beside(deck, "", ".tradeoff.json")
}

/// The path of a file in the same folder, with this before its name and behind it.
fn beside(path: &Path, before: &str, after: &str) -> PathBuf {
    let mut name = OsString::from(before);
    name.push(path.file_name().unwrap_or_default());
    name.push(after);
    path.with_file_name(name)
}

/// What is wrong with the deck at `path`.
pub(crate) fn about(path: &Path, error: &Error) -> anyhow::Error {
    anyhow!("`{}`: {error}", path.display())
}

fn cannot_write(path: &Path, why: &Refused) -> anyhow::Error {
    anyhow!("`{}` cannot be written: {why}", path.display())
}
