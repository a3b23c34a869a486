//! A deck on disk, and the lock beside it, written whole or not at all.
//!
//! A deck may be hundreds of megabytes of pictures. Only its parts that are looked at are read, and what is not changed goes
//! from the old file to the new one without being held.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use anyhow::{anyhow, bail, ensure};
use export::refresh::Lock;
use ooxml::{Error, Package, limits};

use crate::rewrite::{self, Refused, Seen};
use crate::whole_file;

/// A deck as it was read, and its lock.
pub(crate) struct DeckFile {
    path: PathBuf,
    seen: Seen,
    lock_path: PathBuf,
    /// The bytes of the lock, if there is one.
    lock_bytes: Option<Vec<u8>>,
    /// What was last written; empty if there is no lock.
    pub(crate) lock: Lock,
}

/// A deck that is open.
pub(crate) type Open = Package<BufReader<File>>;

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
        let seen = seen(path).map_err(|error| about(path, &error))?;
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
            seen,
            lock_path,
            lock_bytes,
            lock: lock.unwrap_or_default(),
        })
    }

    /// Opens it.
    ///
    /// # Errors
    /// It is no package, or breaks a limit.
    pub(crate) fn open(&self) -> anyhow::Result<Open> {
        let file = File::open(&self.path).map_err(Error::from);
        let package = file.and_then(|it| Package::open(BufReader::new(it)));
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
            self.write(package, saving.backup)?;
        }
        self.save_lock(lock)?;
        Ok(changed)
    }

    fn write(&self, package: &mut Open, backup: bool) -> anyhow::Result<()> {
        let mut fault = None;
        let written = rewrite::refill(&self.path, &self.seen, |file| {
            let done = self.fill(package, file, backup);
            done.map_err(|error| {
                error.downcast::<io::Error>().unwrap_or_else(|error| {
                    fault = Some(error);
                    io::Error::other("there is nothing to write")
                })
            })
        });
        match fault {
            Some(fault) => Err(fault),
            None => written.map_err(|why| cannot_write(&self.path, &why)),
        }
    }

    /// Writes the package to `file`, and then keeps what was there: not before it is clear that there is something to keep.
    fn fill(&self, package: &mut Open, file: &mut File, backup: bool) -> anyhow::Result<()> {
        let mut out = BufWriter::with_capacity(BUFFER, file);
        match package.save_checked(&mut out) {
            Err(Error::Io(error)) => bail!(error),
            saved => saved.map_err(|error| about(&self.path, &error))?,
        }
        out.flush()?;
        if backup {
            let path = beside(&self.path, "", ".bak");
            let kept = whole_file::copy(&self.path, &path);
            kept.map_err(|error| anyhow!("`{}` cannot be written: {error}", path.display()))?;
        }
        Ok(())
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

/// How many bytes are written at once.
const BUFFER: usize = 64 * 1024;

/// A deck that can be read and is not too large, as it was found.
fn seen(path: &Path) -> Result<Seen, Error> {
    let metadata = File::open(path)?.metadata()?;
    if metadata.len() > limits::MAX_FILE_BYTES {
        return Err(Error::FileTooLarge);
    }
    Ok(Seen::of(&metadata))
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
