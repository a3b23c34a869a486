//! Replaces the output folder in one step: a failed, killed or out-of-space build leaves the last good one in place.
//!
//! A build writes into a fresh folder beside the destination ([`Destination::begin`]); [`Destination::commit`] exchanges
//! the two. Only a folder with our stamp, or an empty one, is ever replaced or removed.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The file that marks a folder as written by this program; what it says is up to the build.
pub const STAMP: &str = ".tradeoff-stamp";

/// A build on its way. Dropped without [`commit`](Self::commit), it leaves nothing behind.
#[derive(Debug)]
pub struct Destination {
    path: PathBuf,
    fresh: PathBuf,
}

/// Why an output folder cannot be replaced.
#[derive(Debug)]
pub enum Unusable {
    /// The folder has contents and no stamp of ours, or is no folder.
    NotOurs(PathBuf),
    /// A step failed: what it was, and why.
    Failed(String, io::Error),
}

impl Destination {
    /// Makes a fresh folder `.dist-<pid>` beside `path`, after removing those that dead processes have left.
    ///
    /// # Errors
    /// [`Unusable::NotOurs`] unless `path` is missing, empty or stamped; [`Unusable::Failed`] when the folder cannot be made.
    pub fn begin(path: &Path) -> Result<Self, Unusable> {
        let cannot =
            |error| Unusable::Failed(format!("cannot use `{}` for output", path.display()), error);
        // A link is followed once, here: what it points to is exchanged, not the link.
        let path = path
            .canonicalize()
            .or_else(|_| std::path::absolute(path))
            .map_err(cannot)?;
        if !replaceable(&path) {
            return Err(Unusable::NotOurs(path));
        }
        let (Some(parent), Some(_)) = (path.parent(), path.file_name()) else {
            return Err(Unusable::NotOurs(path));
        };
        fs::create_dir_all(parent).map_err(cannot)?;
        remove_stale(parent);
        let fresh = make_fresh(parent).map_err(cannot)?;
        Ok(Self { path, fresh })
    }

    /// Where to write. Below the same parent as the destination, so that hard links to the last build are possible.
    pub fn folder(&self) -> &Path {
        &self.fresh
    }

    /// Writes `stamp` into the fresh folder, puts it in the place of the destination and removes what was there.
    ///
    /// # Errors
    /// As [`begin`](Self::begin); the destination is as it was.
    pub fn commit(self, stamp: &str) -> Result<(), Unusable> {
        let cannot = |error| {
            Unusable::Failed(
                format!("cannot put the build at `{}`", self.path.display()),
                error,
            )
        };
        // Somebody may have put something there meanwhile.
        if !replaceable(&self.path) {
            return Err(Unusable::NotOurs(self.path.clone()));
        }
        fs::write(self.fresh.join(STAMP), stamp).map_err(cannot)?;
        if self.path.exists() {
            exchange(&self.fresh, &self.path).map_err(cannot)
        } else {
            fs::rename(&self.fresh, &self.path).map_err(cannot)
        }
        // Dropping `self` removes the old tree, which now has the name of the fresh one.
    }
}

impl Drop for Destination {
    fn drop(&mut self) {
        // What cannot be removed now is stale, and removed, when this process has ended.
        drop(remove(&self.fresh));
    }
}

/// Removes what killed builds have left beside `path`, as [`Destination::begin`] does: for a build that has nothing to do.
pub fn clear_stale(path: &Path) {
    let path = path.canonicalize();
    if let Some(parent) = path.as_deref().ok().and_then(Path::parent) {
        remove_stale(parent);
    }
}

/// What the last finished build wrote into the stamp of `path`.
pub fn stamp(path: &Path) -> Option<String> {
    fs::read_to_string(path.join(STAMP)).ok()
}

impl fmt::Display for Unusable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotOurs(path) => write!(
                f,
                "`{}` was not written by tradeoff and is not replaced: name another folder, or empty this one",
                path.display()
            ),
            Self::Failed(step, error) => write!(f, "{step}: {error}"),
        }
    }
}

impl std::error::Error for Unusable {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::NotOurs(_) => None,
            Self::Failed(_, error) => Some(error),
        }
    }
}

const PREFIX: &str = ".dist-";

/// Whether nobody would miss what is at `path`.
fn replaceable(path: &Path) -> bool {
    match fs::read_dir(path) {
        Ok(mut entries) => entries.next().is_none() || path.join(STAMP).is_file(),
        Err(error) => error.kind() == io::ErrorKind::NotFound,
    }
}

fn make_fresh(parent: &Path) -> io::Result<PathBuf> {
    let own = format!("{PREFIX}{}", std::process::id());
    let mut fresh = parent.join(&own);
    let mut n = 0;
    // A name in use is another build of this process, or one of a dead process that had the same id.
    while let Err(error) = fs::create_dir(&fresh) {
        if error.kind() != io::ErrorKind::AlreadyExists {
            return Err(error);
        }
        n += 1;
        fresh = parent.join(format!("{own}-{n}"));
    }
    // The stamp says whose folder this is, should the process be killed.
    match fs::write(fresh.join(STAMP), "unfinished\n") {
        Ok(()) => Ok(fresh),
        Err(error) => {
            drop(remove(&fresh));
            Err(error)
        }
    }
}

/// Removes the fresh folders of dead processes. One that cannot be removed is left: the build does not need its name.
fn remove_stale(parent: &Path) {
    for entry in fs::read_dir(parent).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let digits = name.to_str().and_then(|name| name.strip_prefix(PREFIX));
        let pid = digits.and_then(|it| it.split('-').next()?.parse::<u32>().ok());
        let folder = entry.file_type().is_ok_and(|it| it.is_dir());
        if folder && pid.is_some_and(dead) && replaceable(&entry.path()) {
            drop(remove(&entry.path()));
        }
    }
}

/// Removes a folder of ours, the stamp last: should the process be killed meanwhile, the rest is still known as ours.
fn remove(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            fs::remove_dir_all(entry.path())?;
        } else if entry.file_name() != STAMP {
            fs::remove_file(entry.path())?;
        }
    }
    fs::remove_dir_all(folder)
}

#[cfg(unix)]
fn dead(pid: u32) -> bool {
    let pid = i32::try_from(pid)
        .ok()
        .and_then(rustix::process::Pid::from_raw);
    pid.is_none_or(|pid| rustix::process::test_kill_process(pid) == Err(rustix::io::Errno::SRCH))
}

/// Where a process cannot be asked for, only its own folder is known to be in use.
#[cfg(not(unix))]
fn dead(pid: u32) -> bool {
    pid != std::process::id()
}

/// Exchanges two folders, in one step where the system can.
fn exchange(fresh: &Path, path: &Path) -> io::Result<()> {
    #[cfg(target_os = "linux")]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        use rustix::io::Errno;
        match renameat_with(CWD, fresh, CWD, path, RenameFlags::EXCHANGE) {
            // The kernel or the file system does not know the flag.
            Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => {}
            result => return result.map_err(io::Error::from),
        }
    }
    exchange_by_renaming(fresh, path)
}

/// The same in three steps: for a moment there is nothing at `path`.
fn exchange_by_renaming(fresh: &Path, path: &Path) -> io::Result<()> {
    let mut aside = fresh.as_os_str().to_owned();
    aside.push("-old");
    let aside = PathBuf::from(aside);
    fs::rename(path, &aside)?;
    if let Err(error) = fs::rename(fresh, path) {
        return Err(match fs::rename(&aside, path) {
            Ok(()) => error,
            Err(_) => io::Error::other(format!(
                "{error}; the last build is at `{}`",
                aside.display()
            )),
        });
    }
    // The new build is in place; an old one that keeps the name is stale at the next start.
    drop(fs::rename(&aside, fresh));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder)
            .unwrap()
            .map(|it| it.unwrap().file_name());
        let mut names: Vec<String> = entries
            .map(|it| it.to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    /// Builds a folder that holds one file, and returns what is beside it.
    fn build(path: &Path, file: &str) -> Vec<String> {
        let destination = Destination::begin(path).unwrap();
        fs::write(destination.folder().join(file), file).unwrap();
        destination.commit(file).unwrap();
        names(path.parent().unwrap())
    }

    #[test]
    fn a_build_replaces_the_last_one_and_leaves_nothing_beside_it() {
        let dir = tempfile::tempdir().unwrap();
        let dist = dir.path().join("deep/dist");
        assert_eq!(stamp(&dist), None);
        for file in ["a", "b", "c"] {
            assert_eq!(build(&dist, file), ["dist"]);
            assert_eq!(names(&dist), [STAMP, file]);
            assert_eq!(stamp(&dist).as_deref(), Some(file));
        }
    }

    #[test]
    fn an_abandoned_build_changes_nothing() {
        let dir = tempfile::tempdir().unwrap();
        let dist = dir.path().join("dist");
        build(&dist, "a");
        let abandoned = Destination::begin(&dist).unwrap();
        fs::write(abandoned.folder().join("b"), "b").unwrap();
        assert_eq!(
            abandoned.folder().parent(),
            dist.canonicalize().unwrap().parent()
        );
        drop(abandoned);
        assert_eq!(names(dir.path()), ["dist"]);
        assert_eq!(names(&dist), [STAMP, "a"]);
    }

    #[test]
    fn a_failed_exchange_keeps_the_last_build() {
        let dir = tempfile::tempdir().unwrap();
        let dist = dir.path().join("dist");
        build(&dist, "a");
        let destination = Destination::begin(&dist).unwrap();
        fs::remove_dir_all(destination.folder()).unwrap();
        assert!(destination.commit("b").is_err());
        assert_eq!(names(dir.path()), ["dist"]);
        assert_eq!(names(&dist), [STAMP, "a"]);
    }

    #[test]
    fn what_is_not_ours_is_refused() {
        let dir = tempfile::tempdir().unwrap();
        let (full, empty, file) = (
            dir.path().join("full"),
            dir.path().join("empty"),
            dir.path().join("file"),
        );
        fs::create_dir(&full).unwrap();
        fs::write(full.join("thesis.txt"), "x").unwrap();
        fs::create_dir(&empty).unwrap();
        fs::write(&file, "x").unwrap();
        for path in [&full, &file, Path::new("/")] {
            let refused = Destination::begin(path);
            assert!(matches!(refused, Err(Unusable::NotOurs(_))), "{refused:?}");
        }
        let message = Destination::begin(&full).unwrap_err().to_string();
        assert!(
            message.contains("full` was not written by tradeoff"),
            "{message}"
        );
        assert_eq!(build(&empty, "a"), ["empty", "file", "full"]);
        assert_eq!(names(&full), ["thesis.txt"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_keeps_pointing_and_its_target_is_replaced() {
        let dir = tempfile::tempdir().unwrap();
        let (link, real) = (dir.path().join("dist"), dir.path().join("elsewhere/real"));
        build(&real, "a");
        std::os::unix::fs::symlink(&real, &link).unwrap();
        assert_eq!(build(&link, "b"), ["dist", "elsewhere"]);
        assert!(link.is_symlink());
        assert_eq!(names(&real), [STAMP, "b"]);
    }

    #[cfg(unix)]
    #[test]
    fn folders_of_dead_processes_go_and_those_of_living_ones_stay() {
        use std::process::Command;
        let dir = tempfile::tempdir().unwrap();
        let mut ended = Command::new("true").spawn().unwrap();
        ended.wait().unwrap();
        let mut living = Command::new("sleep").arg("60").spawn().unwrap();
        let make = |name: &str, file: &str| {
            fs::create_dir(dir.path().join(name)).unwrap();
            fs::write(dir.path().join(name).join(file), "x").unwrap();
        };
        make(&format!(".dist-{}", ended.id()), STAMP);
        make(&format!(".dist-{}-2-old", ended.id()), STAMP);
        let alive = format!(".dist-{}", living.id());
        make(&alive, STAMP);
        let foreign = format!(".dist-{}-mine", ended.id());
        make(&foreign, "thesis.txt");
        make(".dist-notes", STAMP);
        let mut left = build(&dir.path().join("dist"), "a");
        living.kill().unwrap();
        living.wait().unwrap();
        let mut expected = [alive, foreign, ".dist-notes".to_owned(), "dist".to_owned()];
        expected.sort();
        left.sort();
        assert_eq!(left, expected);
    }

    #[test]
    fn two_builds_at_once_have_folders_of_their_own() {
        let dir = tempfile::tempdir().unwrap();
        let first = Destination::begin(&dir.path().join("a")).unwrap();
        let second = Destination::begin(&dir.path().join("b")).unwrap();
        assert_ne!(first.folder(), second.folder());
        assert!(first.folder().exists());
    }

    #[test]
    fn renaming_exchanges_too_and_undoes_itself() {
        let dir = tempfile::tempdir().unwrap();
        let (a, b) = (dir.path().join("a"), dir.path().join("b"));
        for folder in [&a, &b] {
            fs::create_dir(folder).unwrap();
            fs::write(folder.join(folder.file_name().unwrap()), "x").unwrap();
        }
        exchange_by_renaming(&a, &b).unwrap();
        assert_eq!(
            (names(&a), names(&b)),
            (vec!["b".to_owned()], vec!["a".to_owned()])
        );
        assert!(exchange_by_renaming(&dir.path().join("none"), &b).is_err());
        assert_eq!(names(dir.path()), ["a", "b"]);
        assert_eq!(names(&b), ["a"]);
    }
}
